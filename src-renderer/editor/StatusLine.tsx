import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { findParagraphs } from '#core/document/elements.ts';
import type { CaretPlace } from '#core/layout/find-place.ts';
import { roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import type { EditorCommand } from '#core/wording/commands.ts';
import { CheckIcon, ErrorIcon, WarnIcon } from '../ui/icons.tsx';
import { CountsButton } from './CountsButton.tsx';
import { findPlace } from './paragraphs.ts';
import { QUIET_MS, useSaveState } from './save-store.ts';
import type { SaveStore } from './save-store.ts';
import { isInTable } from './tables/edit-table.ts';
import { useEditorValue } from './use-editor-value.ts';
import { ZoomMenu } from './ZoomMenu.tsx';

interface StatusLineProps {
  readonly editor: Editor;
  readonly store: SaveStore;
  /** Per cent. */
  readonly zoom: number;
  readonly onZoom: (percent: number) => void;
  readonly run: (command: EditorCommand) => void;
  readonly showsCounts: boolean;
  readonly onCounts: (isOpen: boolean) => void;
  /** How many places the check points to. */
  readonly findings: number;
  readonly onFindings: () => void;
  /** How many pages it comes to, and where on them the caret stands; null before the first layout. */
  readonly pages: number | null;
  readonly caret: CaretPlace | null;
}

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

/** How much is written, where the caret is, whether it is saved, how large it is shown. */
export function StatusLine({ editor, store, zoom, onZoom, run, showsCounts, onCounts, findings, onFindings, pages, caret }: StatusLineProps) {
  const annexes = useEditorValue(editor, (state) => findParagraphs(state.doc, 'annex').length, 400);
  return (
    <footer className="status-line" aria-label="状态" data-region="status">
      {pages !== null && <button type="button" className="status-button" onClick={() => run('pages')} aria-label={`${caret ? `第 ${caret.page + 1} 页第 ${caret.line + 1} 行，` : ''}共 ${pages} 页，看版面`}>{caret ? `第 ${caret.page + 1} / ${pages} 页 · 第 ${caret.line + 1} 行` : `共 ${pages} 页`}</button>}
      <CountsButton editor={editor} isOpen={showsCounts} onOpen={onCounts} />
      {annexes > 0 && <span>附件 {annexes}</span>}
      <Here editor={editor} />
      <SaveWords store={store} />
      {findings > 0 && <button type="button" className="plain-button status-findings" onClick={onFindings}><WarnIcon size="tiny" />{findings} 处待看</button>}
      <span className="spring" />
      <span className="quiet">每行 28 字 · 每页 22 行</span>
      <ZoomMenu zoom={zoom} onZoom={onZoom} run={run} />
    </footer>
  );
}

/** What the paragraph at the caret is, told when the button of styles above the paper is: the key that changes it has the paper to draw. */
function Here({ editor }: { readonly editor: Editor }) {
  return <span>{useEditorValue(editor, (state) => {
    if (isInTable(state)) return '表格';
    const place = findPlace(state.selection.$head);
    return place === undefined ? '' : roleName(place.node.attrs.role as Role, place.node.attrs.level as number);
  }, 60)}</span>;
}

/** How far it is saved, in words. `data-save` says it to the millisecond without drawing anything. */
function SaveWords({ store }: { readonly store: SaveStore }) {
  const words = useRef<HTMLSpanElement>(null);
  const isFailed = useSaveState(store, (now) => ['failed', 'conflict'].includes(now.get().kind));
  const minute = useSaveState(store, (now) => now.savedAt()?.slice(0, 16) ?? null);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      const { kind } = store.get();
      words.current!.dataset['save'] = kind;
      clearTimeout(timer);
      if (kind === 'saving') timer = setTimeout(() => setSlow(true), QUIET_MS);
      else setSlow(false);
    };
    follow();
    const off = store.subscribe(follow);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, [store]);
  return (
    <span className={`save-words${isFailed ? ' failed' : ''}`} ref={words}>
      {isFailed ? <><ErrorIcon size="tiny" />没有存上</> : isSlow ? '正在保存…' : <><CheckIcon size="tiny" />{minute === null ? '已保存' : `已保存 ${clock.format(new Date(store.savedAt()!))}`}</>}
    </span>
  );
}
