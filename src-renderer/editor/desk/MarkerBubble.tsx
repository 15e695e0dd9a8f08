import type { Editor } from '@tiptap/core';
import { memo, useEffect, useRef, useState } from 'react';
import { numberDocument } from '#core/document/numbering.ts';
import { seriesAt } from '#core/document/series.ts';
import { spellMarker } from '../commands/backspace.ts';
import { setRestart } from '../commands/insert-marker.ts';
import { restyle } from '../commands/restyle-series.ts';
import { run } from '../go-to.ts';
import { MarkerStyles } from '../ribbon/MarkerStyles.tsx';

/** Where the bubble stands, in pixels of the window, and the inline number it belongs to. */
interface Open {
  readonly pos: number;
  readonly left: number;
  readonly top: number;
}

const WIDTH = 292;
const HEIGHT = 108;

/** A click on 一是, or the right button, opens what can be done with it and with its whole series. */
export const MarkerBubble = memo(function MarkerBubble({ editor }: { readonly editor: Editor }) {
  const [open, setOpen] = useState<Open | null>(null);
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { dom } = editor.view;
    const show = (event: MouseEvent): void => {
      const marker = event.target instanceof Element ? event.target.closest('.marker') : null;
      if (!marker || editor.view.composing) return;
      if (event.type === 'contextmenu') event.preventDefault();
      const pos = editor.view.posAtDOM(marker, 0);
      const at = [pos, pos - 1].find((each) => each >= 0 && editor.state.doc.nodeAt(each)?.type.name === 'marker');
      if (at === undefined) return;
      const place = marker.getBoundingClientRect();
      const top = place.bottom + 6 + HEIGHT > innerHeight ? place.top - 6 - HEIGHT : place.bottom + 6;
      setOpen({ pos: at, left: Math.min(place.left, innerWidth - WIDTH - 8), top });
    };
    dom.addEventListener('click', show);
    dom.addEventListener('contextmenu', show);
    return () => {
      dom.removeEventListener('click', show);
      dom.removeEventListener('contextmenu', show);
    };
  }, [editor]);
  useEffect(() => {
    if (!open) return;
    const close = (): void => setOpen(null);
    const outside = (event: Event): void => {
      if (!(event.target instanceof Element && bubble.current?.contains(event.target))) close();
    };
    const escape = (event: KeyboardEvent): void => {
      if (!bubble.current?.contains(event.target as Node) || event.key === 'Escape') close();
      if (event.key === 'Escape') editor.view.focus();
    };
    document.addEventListener('mousedown', outside, true);
    document.addEventListener('wheel', close, { passive: true });
    document.addEventListener('keydown', escape, true);
    editor.on('update', close);
    return () => {
      document.removeEventListener('mousedown', outside, true);
      document.removeEventListener('wheel', close);
      document.removeEventListener('keydown', escape, true);
      editor.off('update', close);
    };
  }, [open, editor]);
  const series = open && seriesAt(editor.state.doc, open.pos);
  if (!open || !series) return null;
  const number = numberDocument(editor.state.doc).markers.get(open.pos)!.number;
  const restarts = editor.state.doc.nodeAt(open.pos)!.attrs.restart as boolean;
  const act = (command: Parameters<typeof run>[1]): void => {
    setOpen(null);
    run(editor, command);
  };
  return (
    <div ref={bubble} className="marker-bubble floating" role="menu" aria-label="句内序号" style={{ left: open.left, top: open.top, width: WIDTH }}>
      <div className="marker-bubble-head">第 {number} 项，共 {series.markers.length} 项；整组改为</div>
      <MarkerStyles current={series.style} onChoose={(style) => act(restyle(style, open.pos))} />
      <div className="marker-bubble-foot">
        {(restarts || number > 1) && <button type="button" className="floating-button" role="menuitem" onClick={() => act(setRestart(open.pos, !restarts))}>{restarts ? '接着上一组编' : '从这里另起一组'}</button>}
        <button type="button" className="floating-button" role="menuitem" onClick={() => act(spellMarker(open.pos))}>变成文字</button>
      </div>
    </div>
  );
});
