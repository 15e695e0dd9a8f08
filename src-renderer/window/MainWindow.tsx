import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { AppInfo, OpenedFile, Person, Settings, Template } from '#core/contract/model.ts';
import { WorkplaceProvider } from '../library/workplace.tsx';
import type { ImportSource, Workplace } from '../library/workplace.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DropArea } from './DropArea.tsx';
import { HomePane } from './HomePane.tsx';
import { useKeptTabs } from './kept-tabs.ts';
import { keyLabel, useWindowKeys } from './keys.ts';
import type { WindowCommand } from './keys.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { HOME_VIEWS, Rail } from './Rail.tsx';
import { SearchBox } from './SearchBox.tsx';
import { TabPane } from './TabPane.tsx';
import { TabStrip } from './TabStrip.tsx';
import { changeTabs, NO_TABS } from './tabs.ts';
import { TitleBar } from './TitleBar.tsx';
import { useFileInput } from './use-file-input.tsx';
import { useConnection } from './use-connection.ts';
import { useHostCommands } from './use-host-commands.ts';
import { useToasts } from './use-failures.tsx';
import './window.css';

interface MainWindowProps {
  readonly host: Host;
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly person: Person;
  readonly templates: readonly Template[];
  readonly onPerson: (person: Person) => void;
  readonly onSettings: (settings: Settings) => void;
}

/** Title bar, tabs, rail, and the screen or draft in hand. */
export function MainWindow({ host, info, settings, person, templates, onPerson, onSettings }: MainWindowProps) {
  const [tabs, change] = useReducer(changeTabs, NO_TABS);
  useKeptTabs(host, tabs, change);
  const search = useRef<HTMLInputElement>(null);
  const { report, tell } = useToasts();
  const connected = useConnection(host);

  const startImport = useCallback((source: ImportSource) => change({ type: 'startImport', source, title: source.kind === 'file' ? `导入 · ${source.file.name}` : '导入 · 粘贴的文字' }), []);
  const openFile = useCallback((file: OpenedFile) => startImport({ kind: 'file', file }), [startImport]);
  const { input, choose } = useFileInput(openFile, report);
  const chooseFile = useCallback(() => {
    if (!info.nativeDialogs) return choose();
    host.call('shell.open').then((file) => file && openFile(file), report);
  }, [choose, host, info.nativeDialogs, openFile, report]);

  const workplace = useMemo<Workplace>(
    () => ({
      host, info, person, settings, templates, report, tell, startImport, chooseFile,
      saveSettings: (patch) => host.call('settings.set', patch).then(onSettings, report),
      openDocument: ({ id, title }) => change({ type: 'openDocument', id, title }),
      startNew: (template) => change({ type: 'startNew', template: template ?? null }),
      show: (view) => change({ type: 'show', view }),
      keyOf: (command) => keyLabel(command, info.host),
    }),
    [host, info, person, settings, templates, report, tell, startImport, chooseFile, onSettings],
  );

  const run = (command: WindowCommand): void => {
    if (command === 'new') change({ type: 'startNew', template: null });
    else if (command === 'open') chooseFile();
    else if (command === 'paste') void readClipboard().then((text) => startImport(text === '' ? { kind: 'empty' } : { kind: 'text', text }));
    else if (command === 'close' && tabs.active !== null) change({ type: 'close', key: tabs.active });
    else if (command === 'search') search.current?.focus();
    else if (command === 'settings') change({ type: 'show', view: 'settings' });
    else if (command === 'next' || command === 'previous') change({ type: 'cycle', by: command === 'next' ? 1 : -1 });
  };
  useWindowKeys(run);
  useHostCommands(host, { run, openFile, hasDrafts: tabs.open.some((tab) => tab.kind === 'document') });

  const active = tabs.open.find((tab) => tab.key === tabs.active) ?? null;
  const homeName = HOME_VIEWS[tabs.view].name;
  useEffect(() => {
    document.title = `${active?.title ?? homeName} · 拟文`;
  }, [active?.title, homeName]);
  // The home screens start afresh when they are shown again, so that their lists are never stale.
  const [homeVisit, setHomeVisit] = useState(0);
  useEffect(() => {
    if (tabs.active === null) setHomeVisit((visit) => visit + 1);
  }, [tabs.active]);

  return (
    <WorkplaceProvider value={workplace}>
      <DropArea onFile={openFile} onError={report}>
        <TitleBar tab={active} home={homeName}>
          <PersonMenu host={host} person={person} onPerson={onPerson} onError={report} onSettings={() => change({ type: 'show', view: 'settings' })} />
        </TitleBar>
        <div className="tab-bar">
          <TabStrip tabs={tabs} closeKey={keyLabel('close', info.host)} onActivate={(key) => change({ type: 'activate', key })} onClose={(key) => change({ type: 'close', key })} />
          <SearchBox ref={search} host={host} templates={templates} onOpen={workplace.openDocument} onNew={(id) => workplace.startNew(id)} onError={report} />
        </div>
        {!connected && <ConnectionBanner />}
        <div className="window-body">
          <Rail current={active ? 'library' : tabs.view} onShow={workplace.show} />
          <HomePane view={tabs.view} visit={homeVisit} hidden={active !== null} />
          {tabs.open.map((tab) => <TabPane key={tab.key} tab={tab} hidden={tab.key !== tabs.active} change={change} />)}
        </div>
        {input}
      </DropArea>
    </WorkplaceProvider>
  );
}

/** The text on the clipboard; '' when there is none or the browser does not let us look. */
async function readClipboard(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return '';
  }
}
