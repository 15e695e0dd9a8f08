import { Button } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Hint } from '../ui/Hint.tsx';
import { ExportIcon, ImportIcon } from '../ui/icons.tsx';
import { FileButton } from './settings/FileButton.tsx';
import { FontSection } from './settings/FontSection.tsx';
import { AgencySection, PeopleSection, UnitsSection } from './settings/OfficeSections.tsx';
import { PhraseSection } from './settings/PhraseSection.tsx';
import { useOfficeChanges } from './settings/use-office-changes.ts';
import { WindowSection } from './settings/WindowSection.tsx';
import './settings.css';

const SECTIONS = { agency: '机关', people: '人员', units: '单位与名单', phrases: '口径库', fonts: '字体', window: '外观与本机' } as const;
type Section = keyof typeof SECTIONS;
const NAMES = Object.keys(SECTIONS) as Section[];

/** 设置: what the office keeps for its drafts, and how the window looks. Each change is kept at once. */
export function SettingsScreen() {
    const { importFile, exportFile } = useOfficeChanges();
  const [section, setSection] = useState<Section>('agency');
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    const next = NAMES[(NAMES.indexOf(section) + step + NAMES.length) % NAMES.length]!;
    setSection(next);
    document.getElementById(`settings-tab-${next}`)?.focus();
  };
  return (
    <div className="settings">
      <div className="screen-head">
        <h1>设置</h1>
        <span className="screen-note">改了就存，删了可以撤回</span>
        <span className="spring" />
        <Hint name="把同事导出的机关、人员、单位、口径加进来，已有的不动"><span><FileButton accept=".json" icon={<ImportIcon />} onFile={(name, bytes) => void importFile(name, bytes)}>导入机关设置</FileButton></span></Hint>
        <Hint name="机关、人员、单位、名单和口径存成一个文件，给同事导入"><Button size="small" icon={<ExportIcon />} onClick={() => void exportFile()}>导出</Button></Hint>
      </div>
      <div className="settings-tabs" role="tablist" aria-label="设置" onKeyDown={walk}>
        {NAMES.map((name) => (
          <button key={name} id={`settings-tab-${name}`} type="button" role="tab" aria-selected={name === section} aria-controls="settings-panel" tabIndex={name === section ? 0 : -1} onClick={() => setSection(name)}>{SECTIONS[name]}</button>
        ))}
      </div>
      <div className="settings-panel" id="settings-panel" role="tabpanel" aria-labelledby={`settings-tab-${section}`}>
        {section === 'agency' && <AgencySection />}
        {section === 'people' && <PeopleSection />}
        {section === 'units' && <UnitsSection />}
        {section === 'phrases' && <PhraseSection />}
        {section === 'fonts' && <FontSection />}
        {section === 'window' && <WindowSection />}
      </div>
    </div>
  );
}
