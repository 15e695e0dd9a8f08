import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import { run } from '../go-to.ts';
import { isInTable } from './edit-table.ts';
import { TableActions } from './TableActions.tsx';

/** The menu of the right mouse button (or the menu key) in a table; with Shift the browser's own comes. */
export function TableContextMenu({ editor }: { readonly editor: Editor }) {
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const paper = editor.view.dom;
    const open = (event: MouseEvent): void => {
      if (event.shiftKey || !(event.target instanceof Element) || !event.target.closest('td')) return;
      event.preventDefault();
      selectUnder(editor, event);
      if (isInTable(editor.state)) setPlace({ x: event.clientX, y: event.clientY });
    };
    paper.addEventListener('contextmenu', open);
    return () => paper.removeEventListener('contextmenu', open);
  }, [editor]);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!place || !element) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(place.x, window.innerWidth - width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(place.y, window.innerHeight - height - 8))}px`;
    element.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    const close = (event: Event): void => {
      if (!(event.target instanceof globalThis.Node && element.contains(event.target))) setPlace(null);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      event.preventDefault();
      setPlace(null);
      editor.view.focus();
    };
    document.addEventListener('mousedown', close, true);
    document.addEventListener('wheel', close, true);
    document.addEventListener('keydown', escape, true);
    window.addEventListener('blur', close);
    return () => {
      document.removeEventListener('mousedown', close, true);
      document.removeEventListener('wheel', close, true);
      document.removeEventListener('keydown', escape, true);
      window.removeEventListener('blur', close);
    };
  }, [place, editor]);
  if (!place) return null;
  const native = (command: 'cut' | 'copy') => (): void => {
    setPlace(null);
    editor.view.focus();
    document.execCommand(command);
  };
  return (
    <div ref={menu} className="table-context floating" style={{ left: place.x, top: place.y }}>
      <div className="menu-list table-cut" role="menu" aria-label="剪贴板">
        <button type="button" role="menuitem" onClick={native('cut')}>剪切<span className="spring" /><Kbd>Ctrl X</Kbd></button>
        <button type="button" role="menuitem" onClick={native('copy')}>复制<span className="spring" /><Kbd>Ctrl C</Kbd></button>
      </div>
      <TableActions editor={editor} act={(command) => {
        setPlace(null);
        run(editor, command);
      }} />
    </div>
  );
}

/** The caret goes where the mouse is, unless cells or words there are selected already. */
function selectUnder(editor: Editor, event: MouseEvent): void {
  const { view, state } = editor;
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!found) return;
  const { selection } = state;
  const inside = selection instanceof CellSelection
    ? selection.ranges.some(({ $from, $to }) => found.pos >= $from.pos && found.pos <= $to.pos)
    : found.pos >= selection.from && found.pos <= selection.to && !selection.empty;
  if (!inside) view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(found.pos))));
}
