import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { findParagraphs } from '#core/document/elements.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { handTyping } from '../../ui/typing-ahead.ts';
import { paperClass } from '../../page/paper-class.ts';
import { PageEdges } from '../pages/PageEdges.tsx';
import type { LaidOut } from '../pages/use-layout.ts';
import { landscapeInSight } from './fit-sheet.ts';
import { MarkerBubble } from './MarkerBubble.tsx';
import { Ruler } from './Ruler.tsx';
import '../../page/page.css';
import './desk.css';

interface DeskProps {
  readonly editor: Editor;
  readonly styles: ResolvedStyles;
  /** Pixels of one millimetre. */
  readonly scale: number;
  readonly laid: LaidOut | null;
  /** The same function for as long as the desk stands, as is `onWidth`. */
  readonly onZoom: (by: 1 | -1) => void;
  readonly onWidth: (pixels: number) => void;
}

/** The desk with the paper on it. The paper is ProseMirror's; React only sets its size. */
export function Desk({ editor, styles, scale, laid, onZoom, onWidth }: DeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  // The paper is in its place by now: EditorContent puts it there when it is mounted.
  useLayoutEffect(() => beginWriting(editor), [editor]);
  useEffect(() => {
    const element = desk.current!;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoom(event.deltaY < 0 ? 1 : -1);
    };
    const scrolled = (): void => void (isBeside(element) && (element.scrollLeft = 0));
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('scroll', scrolled, { passive: true });
    const watch = new ResizeObserver(([entry]) => onWidth(entry!.contentRect.width));
    watch.observe(element);
    return () => {
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('scroll', scrolled);
      watch.disconnect();
    };
  }, [onZoom, onWidth]);
  const before = useRef(scale);
  // What stands at the desk's left edge stays there: past a landscape sheet's beginning there is nothing to see.
  useLayoutEffect(() => {
    desk.current!.scrollLeft *= scale / before.current;
    before.current = scale;
  }, [scale]);
  const variables = { '--u': `${scale}px` } as CSSProperties;
  return (
    <div className="desk" data-region="paper" ref={desk} style={variables}>
      <Ruler />
      <div className="desk-sheet">
        <div className={`paper paper-edit ${paperClass(styles)}`} onMouseDown={(event) => event.target === event.currentTarget && focusEnd(event, editor)}>
          <EditorContent editor={editor} className="paper-mount" />
          {styles.format === 'letter' && <div className="paper-foot-rule" />}
          <PageEdges editor={editor} laid={laid} scale={scale} />
        </div>
      </div>
      <MarkerBubble editor={editor} />
    </div>
  );
}

/** The caret waits in the first empty body paragraph, where a new draft is begun, else at the top. */
function beginWriting(editor: Editor): void {
  const empty = findParagraphs(editor.state.doc, 'body').find(({ node }) => node.content.size === 0);
  handTyping((typed) => {
    // TipTap's own focus waits for a frame.
    editor.view.focus();
    editor.commands.focus(empty ? empty.pos + 1 : 'start', { scrollIntoView: empty !== undefined });
    if (typed !== '') typeOn(editor.view, typed);
  });
}

/** What was typed before the paper was there, as if it came now: numbers are recognised, Enter does what it does. */
function typeOn(view: EditorView, typed: string): void {
  typed.split('\n').forEach((text, index) => {
    if (index > 0) view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    if (text === '') return;
    const { from, to } = view.state.selection;
    const insert = (): Transaction => view.state.tr.insertText(text, from, to).scrollIntoView();
    if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
  });
}

/** A click on the empty foot of the paper writes on at the end. */
function focusEnd(event: { preventDefault(): void }, editor: Editor): void {
  event.preventDefault();
  editor.commands.focus('end');
}

/** Whether the desk stands at the side of a landscape sheet none of which is in sight any more: further over than an upright one is wide. */
function isBeside(desk: HTMLElement): boolean {
  if (desk.scrollLeft <= Math.max(0, desk.querySelector<HTMLElement>('.desk-sheet')!.offsetWidth - desk.clientWidth)) return false;
  return landscapeInSight(desk) === undefined;
}
