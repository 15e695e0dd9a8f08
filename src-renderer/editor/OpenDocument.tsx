import { App } from 'antd';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { useEditor } from '@tiptap/react';
import type { KeyboardEvent } from 'react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ExportFormat } from '#core/contract/methods.ts';
import type { DocumentSnapshot } from '#core/contract/model.ts';
import { documentTitle } from '#core/document/elements.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { isEditorCommand, isPaperCommand } from '#core/wording/commands.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import { CloseIcon, ErrorIcon } from '../ui/icons.tsx';
import { Toast } from '../ui/Toast.tsx';
import { useStable } from '../ui/use-stable.ts';
import { CaretVoice } from './CaretVoice.tsx';
import { Desk } from './desk/Desk.tsx';
import { fitSheet } from './desk/fit-sheet.ts';
import { goToMatch } from './behaviour/search.ts';
import { editorOptions } from './editor-options.ts';
import type { DocumentEditorProps, EditorHandle } from './editor-props.ts';
import { exportDocument, exportTasks } from './export-document.ts';
import type { Doubtful, HandedOver } from './export-document.ts';
import { FindBar } from './FindBar.tsx';
import { goTo } from './go-to.ts';
import { ImageTools } from './image/ImageTools.tsx';
import { LeftPane } from './outline/LeftPane.tsx';
import type { LeftTab } from './outline/LeftPane.tsx';
import { itemsOf, Outline } from './outline/Outline.tsx';
import { useFindingInHand } from './check/use-finding-in-hand.tsx';
import { useFindings } from './check/use-findings.ts';
import { useSyncedFields } from './panel/use-synced-fields.ts';
import type { MeasuredPlace } from '#core/layout/measure/measurement.ts';
import { LayoutReport } from './pages/LayoutReport.tsx';
import { PagesPane } from './pages/PagesPane.tsx';
import { Thumbnails } from './pages/Thumbnails.tsx';
import { useCaretPlace } from './pages/use-caret-place.ts';
import { useLayout } from './pages/use-layout.ts';
import type { LaidOut } from './pages/use-layout.ts';
import { SidePanel } from './panel/SidePanel.tsx';
import type { PanelTab } from './panel/SidePanel.tsx';
import { FootnoteEditor } from './footnote/FootnoteEditor.tsx';
import { ReferencePicker } from './reference/ReferencePicker.tsx';
import { Ribbon } from './ribbon/Ribbon.tsx';
import { canRun, repeatCommand, runCommand } from './run-command.ts';
import { SaveBanner } from './SaveBanner.tsx';
import { fileOf, saveDocument } from './save-document.ts';
import type { SavedDocument } from './save-document.ts';
import { createSaveStore } from './save-store.ts';
import type { SaveStore } from './save-store.ts';
import { sayFailure } from './say-failure.ts';
import { noticeOf } from './notice.ts';
import { StatusLine } from './StatusLine.tsx';
import { askForWords } from './words/ask-for-words.ts';
import { useCollect } from './words/use-collect.tsx';
import { WordMenu } from './words/WordMenu.tsx';
import { TableContextMenu } from './tables/TableContextMenu.tsx';
import { SymbolMenu } from './symbols/SymbolMenu.tsx';
import { useEditorKeys } from './use-editor-keys.ts';
import { useSummary } from './use-summary.ts';
import { useTemplate } from './use-template.ts';
import { useZoom } from './use-zoom.ts';

/** Pixels of a window in which outline, draft, pages and panel stand side by side. */
const ROOM_FOR_ALL = 1600;

interface OpenDocumentProps extends DocumentEditorProps {
  readonly snapshot: DocumentSnapshot;
  readonly nativeDialogs: boolean;
  readonly doc: Node;
  readonly onReload: () => void;
}

/** One opened state of a draft: its editor and its saving live as long as this does. */
export const OpenDocument = memo(function OpenDocument(props: OpenDocumentProps) {
  const { host, id, snapshot, doc } = props;
  const [options] = useState(() => editorOptions(doc, resolveStyles(snapshot.template)));
  const editor = useEditor(options);
  const [store] = useState(createSaveStore);
  const saved = useRef<SavedDocument | null>(null);
  const { revision } = useRef(snapshot).current;
  // Before any effect of what stands around the paper: a change one of them makes must be saved too.
  useLayoutEffect(() => {
    const saving = saveDocument(host, id, revision, editor, store.set);
    saved.current = saving;
    return () => void saving.close();
  }, [host, id, revision, editor, store]);
  return <Workspace {...props} editor={editor} store={store} saved={saved} />;
});

interface WorkspaceProps extends OpenDocumentProps {
  readonly editor: Editor;
  readonly store: SaveStore;
  readonly saved: { readonly current: SavedDocument | null };
}

function Workspace({ host, id, settings, hidden = false, editor, store, saved, snapshot, nativeDialogs, onSummary, onOpen, onSettings, onHandle, onGoTo, onChangeTemplate, onMakeTemplate, onPrint, onReload }: WorkspaceProps) {
  const { message } = App.useApp();
  const { template, styles, change: changeTemplate } = useTemplate(editor, snapshot.template);
  const [showsOutline, setOutline] = useState(settings.showOutline);
  const [showsPanel, setPanel] = useState(settings.showPanel && !(settings.showPages && window.innerWidth < ROOM_FOR_ALL));
  const [showsPages, setPages] = useState(settings.showPages);
  const [left, setLeft] = useState<LeftTab>('outline');
  const [tab, setTab] = useState<PanelTab>('elements');
  useSyncedFields(editor, template);
  const showsReport = showsPanel && tab === 'layout';
  const laid = useLayout(editor, styles, showsPages || showsReport || (showsOutline && left === 'pages'));
  const findings = useFindings(editor, template, laid);
  const [mark, setMark] = useState<{ row: string; place: MeasuredPlace; laid: LaidOut | null } | null>(null);
  const caret = useCaretPlace(editor, laid);
  const [find, setFind] = useState<{ replaces: boolean; asked: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [showsSymbols, setSymbols] = useState(false);
  const [picturesAsked, setPicturesAsked] = useState(0);
  const [showsCounts, setCounts] = useState(false);
  const keep = useCallback((patch: object): void => onSettings?.(patch), [onSettings]);
  const zoom = useZoom(settings.zoom, (percent) => keep({ zoom: percent }));
  const report = useCallback((error: unknown) => {
    const text = sayFailure(error);
    void message.open({ key: text, type: 'error', duration: 0, icon: <ErrorIcon />, content: <Toast text={text} action={{ label: '关闭', icon: <CloseIcon size="tiny" />, run: () => message.destroy(text) }} /> });
  }, [message]);

  const collect = useCollect(host, editor, report);

  useNotices(editor, message);
  useSummary(editor, store, onSummary);
  useReloadWhenChangedElsewhere(host, id, editor, saved, onReload);

  const closeFind = useCallback(() => setFind(null), []);
  const openFind = (replaces: boolean): void => setFind((now) => ({ replaces: replaces || (now?.replaces ?? false), asked: (now?.asked ?? 0) + 1 }));
  const findOn = (by: 1 | -1): void => {
    if (find === null) openFind(false);
    else goToMatch(by)(editor.state, editor.view.dispatch, editor.view);
  };
  const showFindings = useCallback(() => { setTab('check'); setPanel(true); }, []);
  const inHand = useFindingInHand(editor, findings, showFindings);
  const exportAs = (format: ExportFormat): Promise<void> => handOver(() => exportDocument(host, id, fileOf(editor), format, nativeDialogs));
  const handOver = async (write: () => Promise<HandedOver | Doubtful | null>): Promise<void> => {
    setBusy(true);
    try {
      const done = await write();
      if (done === null) return;
      if ('warning' in done) return sayDoubt(done);
      const said = nativeDialogs ? `已导出：${done.name}` : `已导出，在下载里：${done.name}`;
      void message.open({ content: <Toast text={done.note === '' ? said : `${said}。${done.note}`} />, duration: done.note === '' ? 4 : 10 });
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  /** What would be blank on paper is named first, beside the panel that leads to each place; nothing is exported unless the person says so. */
  const sayDoubt = ({ warning, goOn }: Doubtful): void => {
    showFindings();
    const close = (): void => message.destroy(warning);
    const exportAnyway = (): void => {
      close();
      void handOver(goOn);
    };
    void message.open({ key: warning, type: 'warning', duration: 0, icon: <ErrorIcon />, content: <Toast text={warning} action={{ label: '仍要导出', run: exportAnyway }} close={close} /> });
  };
  const printWhenSaved = async (): Promise<void> => {
    const autosave = saved.current?.autosave;
    await autosave?.flush();
    if (autosave?.isSaved === false) void message.open({ key: 'print', content: <Toast text="最后的改动还没有保存，先不打印，免得印出来缺几个字。等状态栏写着“已保存”再打印。" />, duration: 8 });
    else onPrint?.(documentTitle(editor.state.doc));
  };
  const saveAsNew = async (): Promise<void> => {
    setBusy(true);
    try {
      const copy = await host.call('document.add', { file: fileOf(editor) as unknown as Record<string, unknown>, like: id });
      onOpen?.({ id: copy.summary.id, title: copy.summary.title });
      onReload();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const toggleOutline = (): void => { setOutline(!showsOutline); keep({ showOutline: !showsOutline }); };
  const hasPanel = useRef(settings.showPanel);
  const togglePages = (): void => {
    setPages(!showsPages);
    keep({ showPages: !showsPages });
    // On a small screen the pages take the panel's place for as long as they are shown.
    if (window.innerWidth >= ROOM_FOR_ALL) return;
    if (!showsPages) hasPanel.current = showsPanel;
    setPanel(showsPages && hasPanel.current);
  };
  const showReport = (): void => {
    setTab('layout');
    setPanel(true);
    // Beside the pages it points at, in the room of the outline where there is no other.
    setPages(true);
    if (window.innerWidth < ROOM_FOR_ALL) setOutline(false);
  };
  const togglePanel = (): void => { setPanel(!showsPanel); keep({ showPanel: !showsPanel }); };
  const actions: Readonly<Record<EditorCommand, () => void>> = {
    save: () => void saved.current?.autosave.flush(),
    export: () => void exportAs('docx'), 'export-pdf': () => void exportAs('pdf'), 'export-text': () => void exportAs('txt'), 'export-file': () => void exportAs('json'),
    'change-template': () => onChangeTemplate?.(),
    'make-template': () => void saved.current?.autosave.flush().then(() => onMakeTemplate?.(documentTitle(editor.state.doc))),
    print: () => void printWhenSaved(),
    find: () => openFind(false), replace: () => openFind(true),
    'find-next': () => findOn(1), 'find-previous': () => findOn(-1),
    'go-to': () => onGoTo?.(), repeat: () => void repeatCommand(editor),
    'next-finding': () => inHand.step(1), 'previous-finding': () => inHand.step(-1), 'fix-finding': inHand.fixThis,
    'insert-image': () => setPicturesAsked((now) => now + 1),
    symbols: () => setSymbols((now) => !now), counts: () => setCounts((now) => !now),
    words: () => askForWords(editor), 'keep-phrase': collect,
    outline: toggleOutline, pages: togglePages, 'layout-report': showReport, panel: togglePanel,
    'zoom-in': () => zoom.change(1), 'zoom-out': () => zoom.change(-1), 'real-size': () => zoom.set(100), 'fit-width': () => fitSheet(editor.view.dom.closest<HTMLElement>('.desk')!, zoom.fitWidth),
  };
  const runAny = useStable((id: EditorCommand | PaperCommand): void => {
    if (isEditorCommand(id)) actions[id]();
    else runCommand(editor, id);
  });
  useEditorKeys(host, !hidden, runAny);
  const changeTo = useStable((to: Template) => void changeTemplate(to).catch(report));
  useHandle(editor, runAny, changeTo, onHandle);
  const chooseTemplate = useStable(() => onChangeTemplate?.());
  const takeTasks = useStable((by: TaskOrder, format: 'docx' | 'csv') => void handOver(() => exportTasks(host, id, fileOf(editor), by, format, nativeDialogs)));
  const symbols = useMemo(
    () => <SymbolMenu editor={editor} isOpen={showsSymbols} onOpen={setSymbols} recent={settings.recentSymbols} onUsed={(recentSymbols) => keep({ recentSymbols })} />,
    [editor, showsSymbols, settings.recentSymbols, keep],
  );
  return (
    <div className="editor" onKeyDown={(event) => backToPaper(event, editor)}>
      <Ribbon
        editor={editor} showsOutline={showsOutline} showsPages={showsPages} showsReport={showsReport} showsPanel={showsPanel} isExporting={isBusy} run={runAny}
        symbols={symbols}
      />
      <SaveBanner
        store={store} isBusy={isBusy} onReload={onReload} onRetry={() => void saved.current?.autosave.flush()}
        onSaveAsNew={() => void saveAsNew()} onExport={() => void exportAs('json')}
      />
      <div className="editor-body">
        {showsOutline && <LeftPane tab={left} onTab={setLeft}>{left === 'outline' ? <Outline editor={editor} /> : <Thumbnails editor={editor} laid={laid} caret={caret} />}</LeftPane>}
        <div className="editor-middle">
          <Desk editor={editor} styles={styles} scale={zoom.scale} laid={laid} onZoom={zoom.change} onWidth={zoom.fit} />
          <ImageTools host={host} editor={editor} asked={picturesAsked} onError={report} />
          <ReferencePicker editor={editor} />
          <FootnoteEditor editor={editor} />
          <WordMenu host={host} editor={editor} />
          <TableContextMenu editor={editor} />
          {find && <FindBar editor={editor} replaces={find.replaces} asked={find.asked} onReplaces={() => openFind(true)} onClose={closeFind} />}
        </div>
        {showsPages && <PagesPane editor={editor} laid={laid} caret={caret} mark={showsReport && mark?.laid === laid ? mark.place : null} onReport={showReport} onClose={togglePages} />}
        {showsPanel && <SidePanel host={host} editor={editor} template={template} onTemplate={chooseTemplate} tab={tab} onTab={setTab} findings={findings} current={inHand.index} onCurrent={inHand.take} onFix={inHand.fix} onExportTasks={takeTasks} layout={tab === 'layout' ? <LayoutReport laid={laid} styles={styles} shown={mark?.laid === laid ? mark.row : null} onShow={(row, place) => { setPages(true); setMark({ row, place: { ...place }, laid }); }} /> : null} />}
      </div>
      <CaretVoice editor={editor} />
      <StatusLine findings={findings.length} onFindings={showFindings} editor={editor} store={store} pages={laid?.layout.pages.length ?? null} caret={caret} zoom={zoom.percent} onZoom={zoom.set} run={runAny} showsCounts={showsCounts} onCounts={setCounts} />
    </div>
  );
}

/** Esc in ribbon, outline, panel or status line goes back to the paper; what is open there closes first. */
function backToPaper(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
  const isElsewhere = !currentTarget.contains(target) || editor.view.dom.contains(target) || target.closest('.find-bar') !== null;
  if (isElsewhere || target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  editor.view.focus();
}

/** Lends the window the commands of this draft for as long as it is open. */
function useHandle(editor: Editor, run: EditorHandle['run'], changeTemplate: EditorHandle['changeTemplate'], onHandle: DocumentEditorProps['onHandle']): void {
  useEffect(() => {
    onHandle?.({
      run,
      canRun: (id) => !isPaperCommand(id) || canRun(editor, id),
      outline: () => itemsOf(editor.state.doc),
      goTo: ({ pos }) => goTo(editor, pos),
      template: () => editor.state.doc.attrs.template as string | null,
      changeTemplate,
      focus: () => editor.view.focus(),
    });
    return () => onHandle?.(null);
  }, [editor, run, changeTemplate, onHandle]);
}

/** Shows what a command or a paste has to say; one sentence at a time. */
function useNotices(editor: Editor, message: ReturnType<typeof App.useApp>['message']): void {
  useEffect(() => {
    const tell = ({ transaction }: { transaction: Transaction }): void => {
      const text = noticeOf(transaction);
      if (text !== null) void message.open({ key: 'notice', content: <Toast text={text} />, duration: 8 });
    };
    editor.on('transaction', tell);
    return () => void editor.off('transaction', tell);
  }, [editor, message]);
}

/** The answer to our own request may come after the event it causes. */
const ANSWER_MS = 1500;

/** Another window has written to this draft while nothing of ours is waiting: show what is there now. */
function useReloadWhenChangedElsewhere(host: DocumentEditorProps['host'], id: string, editor: Editor, saved: { readonly current: SavedDocument | null }, onReload: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const off = host.on('document.changed', (changed) => {
      if (changed.id !== id) return;
      clearTimeout(timer);
      timer = setTimeout(function look() {
        const autosave = saved.current?.autosave;
        // A paper taken away under an input method would take its word along.
        if (!editor.isDestroyed && editor.view.composing) timer = setTimeout(look, ANSWER_MS);
        else if (autosave?.isSaved && changed.revision > autosave.revision) onReload();
      }, ANSWER_MS);
    });
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [host, id, editor, saved, onReload]);
}
