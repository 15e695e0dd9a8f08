import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { beginsPart } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { pageStarts } from './page-starts.ts';
import type { LaidOut } from './use-layout.ts';
import './pages.css';

/** Between two sheets the desk shows so many pixels (desk.css). */
const SHEET_GAP = 16;

/** An edge over the draft, in pixels of the paper. */
interface Edge {
  readonly number: number;
  /** Where the first character of the page stands; 0 when it begins a line. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** An annex begins a sheet of its own: the draft shows the edge already. */
  readonly isSheet: boolean;
}

/**
 * Where the pages part, drawn over the draft and never in it: an input method meets no foreign element, and no line moves. Only
 * edges in sight are looked for.
 */
export function PageEdges({ editor, laid, scale }: { readonly editor: Editor; readonly laid: LaidOut | null; readonly scale: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [edges, setEdges] = useState<readonly Edge[]>([]);
  useEffect(() => {
    const desk = place.current?.closest<HTMLElement>('.desk');
    if (!desk || !laid) return;
    let frame: number | undefined;
    // Pages that lag behind the text would part it at the wrong words; every key that moves the text would ask for a frame in vain.
    const isCurrent = (): boolean => !editor.isDestroyed && laid.doc === editor.state.doc;
    const look = (): void => {
      if (!isCurrent()) return;
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        if (place.current && isCurrent()) setEdges(edgesInSight(editor, laid, desk, place.current));
      });
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(desk);
    watch.observe(editor.view.dom);
    desk.addEventListener('scroll', look, { passive: true });
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      watch.disconnect();
      desk.removeEventListener('scroll', look);
    };
  }, [editor, laid, scale]);
  return (
    <div ref={place} aria-hidden="true">
      {edges.map(({ number, x, top, bottom, isSheet }) => (
        <div key={number}>
          {!isSheet && <div className="page-edge" style={{ top, left: x, right: 0 }} />}
          {x > 0 && <div className="page-edge" style={{ top: bottom, left: 0, width: x }} />}
          {x > 0 && <div className="page-edge-step" style={{ top, left: x, height: bottom - top }} />}
          <span className={isSheet ? 'page-edge-word on-gap' : 'page-edge-word'} style={{ top: x > 0 ? bottom : top }}>第 {number} 页</span>
        </div>
      ))}
    </div>
  );
}

function edgesInSight(editor: Editor, laid: LaidOut, desk: HTMLElement, place: HTMLElement): Edge[] {
  const starts = pageStarts(laid.layout);
  if (starts.length === 0) return [];
  const paper = place.parentElement!.getBoundingClientRect();
  const sight = desk.getBoundingClientRect();
  const text = editor.view.dom.getBoundingClientRect();
  const from = positionAt(editor, text, Math.max(sight.top, text.top) + 2, 1);
  const to = positionAt(editor, text, Math.min(sight.bottom, text.bottom) - 2, -1);
  if (from === undefined || to === undefined) return [];
  return starts.flatMap(({ number, pos }): Edge[] => {
    if (pos < from || pos > to) return [];
    const $pos = editor.state.doc.resolve(pos);
    const sheet = $pos.depth === 1 && $pos.parentOffset === 0 && beginsPart($pos.parent.attrs.role as Role) ? editor.view.nodeDOM(pos - 1) : null;
    if (sheet instanceof HTMLElement) {
      const middleOfGap = sheet.getBoundingClientRect().top + SHEET_GAP / 2 - paper.top;
      return [{ number, x: 0, top: middleOfGap, bottom: middleOfGap, isSheet: true }];
    }
    const { left, top, bottom } = editor.view.coordsAtPos(pos, 1);
    const begins = $pos.parentOffset === 0 || editor.view.coordsAtPos(pos - 1, 1).top < top - 2;
    return [{ number, x: begins ? 0 : left - paper.left, top: top - paper.top, bottom: bottom - paper.top, isSheet: false }];
  });
}

/**
 * The position at a height of the text; where something lies over the text there, the next one into sight. ProseMirror's posAtCoords
 * would then look at every character before the place: in a paragraph of 200,000 that takes a minute.
 */
function positionAt({ view }: Editor, text: DOMRect, y: number, into: 1 | -1): number | undefined {
  const x = (text.left + text.right) / 2;
  for (let moved = 0; moved <= FURTHEST_IN_SIGHT; moved += STEP_IN_SIGHT) {
    const caret = document.caretPositionFromPoint(x, y + into * moved);
    if (caret && view.dom.contains(caret.offsetNode)) return view.posAtDOM(caret.offsetNode, caret.offset);
  }
  return undefined;
}

const STEP_IN_SIGHT = 12;
/** What lies over the text is no higher, in pixels. */
const FURTHEST_IN_SIGHT = 96;
