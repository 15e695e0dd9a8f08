import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { CloseIcon, DocumentIcon, DocumentPlusIcon, ImportIcon, InfoIcon, PrintIcon, TemplateIcon } from '../ui/icons.tsx';
import type { HomeView } from '../library/workplace.tsx';
import { HOME_VIEWS } from './Rail.tsx';
import type { Tab, Tabs } from './tabs.ts';

const ICONS = { document: DocumentIcon, new: DocumentPlusIcon, import: ImportIcon, template: TemplateIcon, print: PrintIcon, shortcuts: InfoIcon } as const;

interface TabStripProps {
  readonly tabs: Tabs;
  readonly closeKey: string;
  readonly onActivate: (key: string | null) => void;
  readonly onClose: (key: string) => void;
}

/** The home tab and the open drafts. Arrow keys walk, Delete and the middle button close. */
export function TabStrip({ tabs, closeKey, onActivate, onClose }: TabStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tabs.active]);
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const keys = [null, ...tabs.open.map((tab) => tab.key)];
    const at = keys.indexOf(tabs.active);
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const next = keys[(at + (event.key === 'ArrowRight' ? 1 : -1) + keys.length) % keys.length]!;
      onActivate(next);
      requestAnimationFrame(() => strip.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
    } else if (event.key === 'Delete' && tabs.active !== null) {
      onClose(tabs.active);
    }
  };
  return (
    <div className="tab-strip" role="tablist" aria-label="打开的文稿" ref={strip} onKeyDown={walk}>
      <HomeTab view={tabs.view} on={tabs.active === null} onActivate={() => onActivate(null)} />
      {tabs.open.map((tab) => (
        <DraftTab key={tab.key} tab={tab} on={tab.key === tabs.active} closeKey={closeKey} onActivate={() => onActivate(tab.key)} onClose={() => onClose(tab.key)} />
      ))}
    </div>
  );
}

function HomeTab({ view, on, onActivate }: { readonly view: HomeView; readonly on: boolean; readonly onActivate: () => void }) {
  const { name, Icon } = HOME_VIEWS[view];
  return (
    <div className={on ? 'tab on' : 'tab'}>
      <button type="button" role="tab" aria-selected={on} tabIndex={on ? 0 : -1} className="tab-face" onClick={onActivate}>
        <Icon />
        <span>{name}</span>
      </button>
    </div>
  );
}

interface DraftTabProps {
  readonly tab: Tab;
  readonly on: boolean;
  readonly closeKey: string;
  readonly onActivate: () => void;
  readonly onClose: () => void;
}

/** The cross is for the pointer: a list of tabs may hold nothing but tabs, and Delete closes the one that has the keys. */
function DraftTab({ tab, on, closeKey, onActivate, onClose }: DraftTabProps) {
  const Icon = ICONS[tab.kind];
  const failed = tab.kind === 'document' && tab.state === 'failed';
  return (
    <div className={on ? 'tab on' : 'tab'} onAuxClick={(event) => event.button === 1 && onClose()}>
      <button type="button" role="tab" aria-selected={on} tabIndex={on ? 0 : -1} aria-keyshortcuts="Delete" className="tab-face" title={tab.title} onClick={onActivate}>
        <Icon />
        <span className="ellipsis">{tab.title}</span>
        {failed && <span className="tab-unsaved">未存</span>}
      </button>
      <button type="button" className="tab-close" aria-hidden="true" title={`关闭　${closeKey}`} tabIndex={-1} onClick={onClose}>
        <CloseIcon size="tiny" />
      </button>
    </div>
  );
}
