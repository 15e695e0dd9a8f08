import { Button } from 'antd';
import { useCallback, useState } from 'react';
import type { Dispatch } from 'react';
import { DocumentEditor } from '../editor/DocumentEditor.tsx';
import type { EditorHandle, EditorSummary } from '../editor/editor-props.ts';
import { ImportMany } from '../import/ImportMany.tsx';
import { ImportScreen } from '../import/ImportScreen.tsx';
import { MakeTemplate } from '../library/MakeTemplate.tsx';
import { NewDocument } from '../library/NewDocument.tsx';
import { useWorkplace } from '../library/workplace.tsx';
import { PrintScreen } from '../print/PrintScreen.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FaultBoundary } from '../ui/FaultBoundary.tsx';
import { ShortcutsScreen } from './ShortcutsScreen.tsx';
import type { Tab, TabAction } from './tabs.ts';

interface TabPaneProps {
  readonly tab: Tab;
  readonly hidden: boolean;
  readonly change: Dispatch<TabAction>;
  readonly onHandle: (tab: string, handle: EditorHandle | null) => void;
  readonly onGoTo: () => void;
  readonly onChangeTemplate: () => void;
}

/** What a tab holds. A hidden one stays alive, so that coming back finds caret, scroll and undo as they were. */
export function TabPane({ tab, hidden, change, onHandle, onGoTo, onChangeTemplate }: TabPaneProps) {
  const { key } = tab;
  // A draft of before a reload is opened when it is first looked at.
  const [wasShown, setShown] = useState(!hidden);
  if (!hidden && !wasShown) setShown(true);
  const done = useCallback(({ id, title }: { readonly id: string; readonly title: string }) => change({ type: 'openDocument', id, title, replaces: key }), [change, key]);
  const rename = useCallback((title: string) => change({ type: 'rename', key, title }), [change, key]);
  const close = useCallback(() => change({ type: 'close', key }), [change, key]);
  const lend = useCallback((handle: EditorHandle | null) => onHandle(key, handle), [key, onHandle]);
  const back = useCallback(() => change({ type: 'activate', key: null }), [change]);
  return (
    <div className="tab-pane" role="tabpanel" aria-label={tab.title} hidden={hidden}>
      <FaultBoundary fallback={(again) => <Fault again={again} onClosed={close} />}>
        {tab.kind === 'document' && wasShown && <Draft id={tab.id} hidden={hidden} change={change} onClosed={close} onHandle={lend} onGoTo={onGoTo} onChangeTemplate={onChangeTemplate} />}
        {tab.kind === 'new' && <NewDocument template={tab.template} hidden={hidden} onDone={done} onBack={back} onName={rename} />}
        {tab.kind === 'template' && <MakeTemplate id={tab.id} hidden={hidden} onDone={close} />}
        {tab.kind === 'print' && <PrintScreen id={tab.id} hidden={hidden} onDone={close} />}
        {tab.kind === 'shortcuts' && <ShortcutsScreen hidden={hidden} />}
        {tab.kind === 'import' && tab.source.kind === 'many' && <ImportMany name={tab.source.name} files={tab.source.files} job={tab.source.job} onClose={close} />}
        {tab.kind === 'import' && tab.source.kind !== 'many' && <ImportScreen source={tab.source} hidden={hidden} onDone={done} onBack={close} onName={rename} />}
      </FaultBoundary>
    </div>
  );
}

function Fault({ again, onClosed }: { readonly again: () => void; readonly onClosed: () => void }) {
  return (
    <div className="fault" role="alert">
      <EmptyState title="这一页显示不出来" text="程序出了错，别的文稿不受影响；这份文稿已保存的部分都在。请重新打开。">
        <Button onClick={again}>重新打开</Button>
        <Button onClick={onClosed}>关闭</Button>
      </EmptyState>
    </div>
  );
}

interface DraftProps {
  readonly id: string;
  readonly hidden: boolean;
  readonly change: Dispatch<TabAction>;
  readonly onClosed: () => void;
  readonly onHandle: (handle: EditorHandle | null) => void;
  readonly onGoTo: () => void;
  readonly onChangeTemplate: () => void;
}

function Draft({ id, hidden, change, onClosed, onHandle, onGoTo, onChangeTemplate }: DraftProps) {
  const { host, settings, saveSettings, openDocument, makeTemplate, print } = useWorkplace();
  const tell = useCallback(({ title, state, savedAt }: EditorSummary) => change({ type: 'summary', id, title, state, savedAt: savedAt ?? null }), [change, id]);
  const make = useCallback((title: string) => makeTemplate({ id, title }), [makeTemplate, id]);
  const printDraft = useCallback((title: string) => print({ id, title }), [print, id]);
  return <DocumentEditor host={host} id={id} settings={settings} hidden={hidden} onSummary={tell} onClosed={onClosed} onOpen={openDocument} onSettings={(patch) => void saveSettings(patch)} onHandle={onHandle} onGoTo={onGoTo} onChangeTemplate={onChangeTemplate} onMakeTemplate={make} onPrint={printDraft} />;
}
