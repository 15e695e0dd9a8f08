import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { AppError } from '#core/contract/failure.ts';
import type { Host } from '#core/contract/methods.ts';
import { TEMPLATE_ENDING } from '#core/template/template-file.ts';
import type { AppInfo, DocumentSummary, OpenedFile, Person, Settings, Template } from '#core/contract/model.ts';
import { COMMAND_IDS, isWindowCommand } from '#core/wording/commands.ts';
import type { WindowCommand } from '#core/wording/commands.ts';
import type { EditorHandle } from '../editor/editor-props.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { WorkplaceProvider } from '../library/workplace.tsx';
import type { ImportSource, Workplace } from '../library/workplace.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { DropArea } from './DropArea.tsx';
import type { Hit } from './find-anything.ts';
import { HomePane } from './HomePane.tsx';
import { useKeptTabs } from './kept-tabs.ts';
import { usePrintKey, useWindowKeys } from './keys.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { HOME_VIEWS, Rail } from './Rail.tsx';
import { stepRegion } from './regions.ts';
import { SearchBox } from './SearchBox.tsx';
import type { SearchBoxHandle } from './SearchBox.tsx';
import { TabPane } from './TabPane.tsx';
import { TabStrip } from './TabStrip.tsx';
import { changeTabs, NO_TABS } from './tabs.ts';
import { useOffice } from '../office/use-office.ts';
import { TitleBar } from './TitleBar.tsx';
import type { Dropped } from './dropped-files.ts';
import { useFileInput, useFolderInput } from './use-file-input.tsx';
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
  const search = useRef<SearchBoxHandle>(null);
  const handles = useRef(new Map<string, EditorHandle>());
  const { report, putAway, tell } = useToasts();
  // A call of the window that found nobody is no trouble any more.
  const connected = useConnection(host, useCallback(() => putAway(new AppError('unreachable')), [putAway]));
  // Asked for at once and kept, so that a new document finds it.
  useOffice(host);

  const startImport = useCallback((source: ImportSource) => change({ type: 'startImport', source, title: source.kind === 'many' ? `批量导入 · ${source.name}` : source.kind === 'file' ? `导入 · ${source.file.name}` : '导入 · 粘贴的文字' }), []);
  const openFile = useCallback((file: OpenedFile) => {
    if (!file.name.toLowerCase().endsWith(`.${TEMPLATE_ENDING}`)) return startImport({ kind: 'file', file });
    host.call('template.import', { name: file.name, bytes: file.bytes }).then(({ name }) => {
      tell(`已收下模板：${name}，新建公文时可以选它`);
      change({ type: 'show', view: 'templates' });
    }, report);
  }, [host, startImport, tell, report]);
  const { input, choose } = useFileInput(openFile, report);
  const chooseFile = useCallback(() => {
    if (!info.nativeDialogs) return choose();
    host.call('shell.open').then((file) => file && openFile(file), report);
  }, [choose, host, info.nativeDialogs, openFile, report]);

  const importMany = useCallback(({ name, files }: Dropped, job?: string) => {
    if (files.length === 0) tell('文件夹里没有可以导入的文件');
    else startImport({ kind: 'many', name, files, job });
  }, [startImport, tell]);
  const { input: folderInput, choose: chooseFolder } = useFolderInput(importMany);

  const chosen = useRef<Pick<DocumentSummary, 'id' | 'title'> | null>(null);
  const choosePrintable = useCallback((summary: typeof chosen.current) => void (chosen.current = summary), []);
  const workplace = useMemo<Workplace>(
    () => ({
      host, info, person, settings, templates, report, tell, choose: choosePrintable, startImport, chooseFile, chooseFolder,
      saveSettings: (patch) => host.call('settings.set', patch).then(onSettings, report),
      openDocument: ({ id, title }) => change({ type: 'openDocument', id, title }),
      makeTemplate: ({ id, title }) => change({ type: 'makeTemplate', id, title }),
      print: ({ id, title }) => change({ type: 'print', id, title }),
      startNew: (template) => change({ type: 'startNew', template: template ?? null }),
      show: (view) => change({ type: 'show', view }),
      keyOf: (command) => keyLabel(command, info.host),
    }),
    [host, info, person, settings, templates, report, tell, choosePrintable, startImport, chooseFile, chooseFolder, onSettings],
  );

  const actions: Readonly<Record<WindowCommand, () => void>> = {
    new: () => change({ type: 'startNew', template: null }),
    open: chooseFile, 'open-folder': () => chooseFolder(),
    paste: () => void readClipboard().then((text) => startImport(text === '' ? { kind: 'empty' } : { kind: 'text', text })),
    close: () => tabs.active !== null && change({ type: 'close', key: tabs.active }),
    search: () => search.current?.ask(null), palette: () => search.current?.ask('command'),
    next: () => change({ type: 'cycle', by: 1 }), previous: () => change({ type: 'cycle', by: -1 }),
    'next-region': () => stepRegion(1), 'previous-region': () => stepRegion(-1),
    desk: () => workplace.show('desk'), library: () => workplace.show('library'), templates: () => workplace.show('templates'), settings: () => workplace.show('settings'),
    theme: () => void workplace.saveSettings({ theme: settings.theme === 'dark' ? 'light' : 'dark' }),
    shortcuts: () => change({ type: 'showShortcuts' }),
  };
  const run = (command: WindowCommand): void => actions[command]();
  useWindowKeys(run);
  usePrintKey(() => {
    if (tabs.active === null && chosen.current) workplace.print(chosen.current);
    else tell('打印哪一份？打开一份文稿，或在“文稿”里选中一份，再按 Ctrl P');
  });
  const front = (): EditorHandle | undefined => (tabs.active === null ? undefined : handles.current.get(tabs.active));
  const lend = useCallback((tab: string, handle: EditorHandle | null) => void (handle ? handles.current.set(tab, handle) : handles.current.delete(tab)), []);
  const goToHeading = useCallback(() => search.current?.ask('heading'), []);
  const chooseTemplate = useCallback(() => search.current?.ask('change'), []);
  const findDocuments = useCallback((wanted: string) => host.call('document.list', wanted === '' ? { limit: 100 } : { search: wanted, limit: 7 }).then(({ items }) => items), [host]);
  const take = (hit: Hit): void => {
    if (hit.kind === 'tab') change({ type: 'activate', key: hit.tab });
    else if (hit.kind === 'document') workplace.openDocument(hit.document);
    else if (hit.kind === 'template') workplace.startNew(hit.template.id);
    else if (hit.kind === 'heading') front()?.goTo(hit.item);
    else if (hit.kind !== 'command') front()?.changeTemplate(hit.template);
    else if (isWindowCommand(hit.id)) run(hit.id);
    else front()?.run(hit.id);
  };
  const lookAround = () => {
    const draft = front();
    return {
      commands: COMMAND_IDS.filter((id) => isWindowCommand(id) || draft?.canRun(id)), headings: draft?.outline() ?? [], templates, follows: draft?.template(),
      tabs: tabs.open.filter(({ key }) => key !== tabs.active),
    };
  };
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
      <DropArea onFile={openFile} onMany={importMany} onError={report}>
        <TitleBar tab={active} home={homeName}>
          <PersonMenu host={host} person={person} onPerson={onPerson} onError={report} onSettings={() => change({ type: 'show', view: 'settings' })} />
        </TitleBar>
        <div className="tab-bar">
          <TabStrip tabs={tabs} closeKey={keyLabel('close', info.host)} onActivate={(key) => change({ type: 'activate', key })} onClose={(key) => change({ type: 'close', key })} />
          <SearchBox ref={search} keys={keyLabel('search', info.host)} look={lookAround} find={findDocuments} onChoose={take} onError={report} onLeave={() => front()?.focus()} />
        </div>
        {!connected && <ConnectionBanner />}
        <div className="window-body">
          <Rail current={active ? 'library' : tabs.view} onShow={workplace.show} />
          <HomePane view={tabs.view} visit={homeVisit} hidden={active !== null} />
          {tabs.open.map((tab) => <TabPane key={tab.key} tab={tab} hidden={tab.key !== tabs.active} change={change} onHandle={lend} onGoTo={goToHeading} onChangeTemplate={chooseTemplate} />)}
        </div>
        {input}
        {folderInput}
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
