import type { Editor } from '@tiptap/core';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent as ReactPointerEvent } from 'react';
import { HEADING_LEVELS, roleName } from '#core/document/roles.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useCutOff } from '../../ui/use-cut-off.ts';
import { numberingFor } from '../behaviour/labels.ts';
import { changeSectionLevel, movedTo, moveSectionTo, nextPlace } from '../commands/move-section.ts';
import { goTo } from '../go-to.ts';
import { perDocument, useEditorValue } from '../use-editor-value.ts';
import { currentItem, outlineOf, sameItems, sameLine } from './outline.ts';
import type { OutlineItem } from './outline.ts';
import { blockOf, useSectionDrag } from './use-section-drag.ts';

/** The outline of a document, computed once for each. */
export const itemsOf = perDocument((doc) => outlineOf(doc, numberingFor(doc)));

/** 提纲: the skeleton at the left. A click goes there; a heading or annex is dragged, or moved by keys, with all it leads. */
export const Outline = memo(function Outline({ editor }: { readonly editor: Editor }) {
  const items = useEditorValue(editor, (state) => itemsOf(state.doc), 120, sameItems);
  const current = useEditorValue(editor, (state) => currentItem(itemsOf(state.doc), state.selection.head), 120);
  const list = useRef<HTMLUListElement>(null);
  useCutOff(list, items);
  /** The line that has the keys once the outline has followed a move: position of its block. */
  const wanted = useRef<number | null>(null);
  const [focused, setFocused] = useState(0);
  const [told, setTold] = useState('');
  const { drag, hold, tookClick } = useSectionDrag(editor, items, list);
  useEffect(() => {
    list.current?.querySelector('.at-hand')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const focusLine = (index: number): void => {
    setFocused(index);
    list.current?.querySelectorAll<HTMLElement>('.outline-line')[index]?.focus();
  };
  useEffect(() => {
    if (wanted.current === null) return;
    const index = items.findIndex((item) => item.pos === wanted.current);
    if (index < 0) return;
    wanted.current = null;
    focusLine(index);
    setTold(lineName(items[index]!));
  }, [items]);

  const press = (event: KeyboardEvent, index: number): void => {
    const by = ({ ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 } as const)[event.key as 'ArrowUp'];
    const isUpDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (by === undefined) return;
    if (event.altKey && event.shiftKey) {
      const start = blockOf(editor, items[index]!);
      if (start === null || editor.view.composing) return;
      const before = nextPlace(editor.state.doc, start, by);
      const command = !isUpDown ? changeSectionLevel(start, by) : before !== null ? moveSectionTo(start, before) : null;
      command?.(editor.state, (tr) => {
        wanted.current = movedTo(tr) ?? items[index]!.pos;
        editor.view.dispatch(tr);
      });
    } else if (isUpDown && !event.altKey && !event.ctrlKey) {
      const next = index + by;
      if (next >= 0 && next < items.length) focusLine(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const latest = useRef({ press, hold, go: (_: number): void => undefined });
  useEffect(() => {
    latest.current = { press, hold, go: (index) => {
      // Where the line stands now: in a long document the list may be a moment behind.
      const item = itemsOf(editor.state.doc)[index] ?? items[index];
      if (!tookClick() && item) goTo(editor, item.pos);
    } };
  });
  // The same ones for ever, so that a key in the text draws only the lines that changed.
  const hands = useMemo<Hands>(() => ({
    go: (index) => latest.current.go(index), hold: (event, index) => latest.current.hold(event, index), press: (event, index) => latest.current.press(event, index),
  }), []);
  const rest = focused < items.length ? focused : 0;
  return (
    <>
      {items.every((item) => item.level === 0) && <p className="outline-empty">还没有层次标题。在段首键入“一、”，或按 <Kbd>Alt 1</Kbd>，这里就会出现提纲。</p>}
      <ul ref={list} className={drag ? 'dragging' : undefined}>
        {items.map((item, index) => (
          <OutlineLine
            key={index} item={item} index={index} isCurrent={index === current} isHeld={drag !== null && index >= drag.from && index <= drag.to} isStop={index === rest} hands={hands}
          />
        ))}
        {drag !== null && drag.line !== null && <li className="drop-line" aria-hidden="true" style={{ top: drag.line }} />}
      </ul>
      <p className="sr-only" role="status">{told}</p>
      <div className="outline-foot"><Kbd>Alt Shift</Kbd> 加方向键：整节移动、升降</div>
    </>
  );
});

const LEVEL_CLASS = ['element', ...HEADING_LEVELS.map((level) => `level-${level}`)];

/** 二级标题，（三）加强组织领导: as a screen reader says the line. */
const lineName = (item: OutlineItem): string => (item.level > 0 ? `${roleName(item.role, item.level)}，${item.label}${item.text}` : `${item.label}，${item.text}`);

/** What a line does, by its index. */
interface Hands {
  go(index: number): void;
  hold(event: ReactPointerEvent, index: number): void;
  press(event: KeyboardEvent, index: number): void;
}

interface OutlineLineProps {
  readonly item: OutlineItem;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isHeld: boolean;
  /** The one line Tab stops at. */
  readonly isStop: boolean;
  readonly hands: Hands;
}

const OutlineLine = memo(function OutlineLine({ item, index, isCurrent, isHeld, isStop, hands }: OutlineLineProps) {
  return (
    <li>
      <button
        type="button" className={`outline-line ${LEVEL_CLASS[item.level]}${item.role === 'article' ? ' article' : ''}${isCurrent ? ' at-hand' : ''}${isHeld ? ' held' : ''}`} aria-current={isCurrent ? 'location' : undefined} aria-label={lineName(item)} title={item.text}
        tabIndex={isStop ? 0 : -1} onClick={() => hands.go(index)} onPointerDown={(event) => hands.hold(event, index)} onKeyDown={(event) => hands.press(event, index)}
      >
        <span className="outline-label">{item.label}</span>
        <span className="ellipsis">{item.text}</span>
      </button>
    </li>
  );
}, (a, b) => a.isCurrent === b.isCurrent && a.isHeld === b.isHeld && a.isStop === b.isStop && a.index === b.index && a.hands === b.hands && sameLine(a.item, b.item));
