import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { memo, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { millimetresFromTwips, twipsFromMillimetres } from '#core/units/length.ts';
import { roomAt } from './room-at.ts';

interface Open {
  readonly pos: number;
  readonly left: number;
  readonly top: number;
}

const WIDTH = 320;
const HEIGHT = 92;
const round = (millimetres: number): number => Math.round(millimetres * 10) / 10;

/** What can be done with the picture that is selected: its width, and the 说明 for those who cannot see it. */
export const ImageBubble = memo(function ImageBubble({ editor }: { readonly editor: Editor }) {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    let isOpen = false;
    // With nearly every key there is nothing to show, as before: React need not hear of it.
    const close = (): void => {
      if (isOpen) setOpen(null);
      isOpen = false;
    };
    const follow = (): void => {
      const { selection } = editor.state;
      if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'image' || editor.view.composing) return close();
      const dom = editor.view.nodeDOM(selection.from);
      if (!(dom instanceof HTMLElement)) return close();
      const place = dom.getBoundingClientRect();
      const desk = editor.view.dom.closest('.desk')?.getBoundingClientRect();
      const foot = desk?.bottom ?? innerHeight;
      if (place.bottom < (desk?.top ?? 0) || place.top > foot) return close();
      const below = place.bottom + 6;
      // Under the picture; over its foot where the window ends first.
      const top = Math.max((desk?.top ?? 0) + 6, below + HEIGHT > foot ? Math.min(place.bottom, foot) - HEIGHT - 6 : below);
      isOpen = true;
      setOpen({ pos: selection.from, left: Math.max(8, Math.min(place.left, innerWidth - WIDTH - 8)), top });
    };
    const scroller = editor.view.dom.closest('.desk');
    editor.on('selectionUpdate', follow);
    editor.on('update', follow);
    // Choosing a picture that is half in sight scrolls to it.
    scroller?.addEventListener('scroll', follow, { passive: true });
    return () => {
      editor.off('selectionUpdate', follow);
      editor.off('update', follow);
      scroller?.removeEventListener('scroll', follow);
    };
  }, [editor]);
  const node = open && editor.state.doc.nodeAt(open.pos);
  if (!open || node?.type.name !== 'image') return null;
  const { width, height, alt } = node.attrs as { width: number; height: number; alt: string };
  const room = roomAt(editor.state.doc, open.pos);
  const change = (attrs: object): void => {
    const tr = closeHistory(editor.state.tr).setNodeMarkup(open.pos, null, { ...node.attrs, ...attrs });
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, open.pos)));
  };
  const setWidth = (text: string): void => {
    const wanted = Number(text.replace(/[^\d.]/g, ''));
    if (!(wanted > 0)) return;
    const next = Math.min(room, Math.max(60, twipsFromMillimetres(wanted)));
    if (next !== width) change({ width: next, height: Math.max(1, Math.round((height * next) / width)) });
  };
  const back = (): void => {
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, open.pos + 1)));
    editor.view.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
      back();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      // What was typed is let go of.
      event.currentTarget.value = event.currentTarget.defaultValue;
      back();
    }
  };
  return (
    <div className="image-bubble floating" role="group" aria-label="图片" style={{ left: open.left, top: open.top, width: WIDTH }}>
      <label>宽<input key={`w${open.pos} ${width}`} defaultValue={round(millimetresFromTwips(width))} inputMode="decimal" aria-label="图片宽度（毫米）" onBlur={({ target }) => target.value !== target.defaultValue && setWidth(target.value)} onKeyDown={onKey} />毫米</label>
      <span className="image-facts">高 {round(millimetresFromTwips(height))} 毫米，最宽 {round(millimetresFromTwips(room))} 毫米</span>
      <label className="image-alt">说明<input key={`a${open.pos} ${alt}`} defaultValue={alt} maxLength={200} placeholder="图里是什么，读屏和纯文字里用" aria-label="图片说明" onBlur={({ target }) => target.value !== alt && change({ alt: target.value })} onKeyDown={onKey} /></label>
    </div>
  );
});
