import { Input } from 'antd';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { footnoteText } from '#core/document/footnotes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { closeNote, keepNote, openNote } from '../behaviour/footnotes.ts';
import { numberingOf } from '../behaviour/labels.ts';
import { useEditorValue } from '../use-editor-value.ts';
import './footnote.css';

/** 脚注: its words beside its mark, while one is open. */
export function FootnoteEditor({ editor }: { readonly editor: Editor }) {
  const open = useEditorValue(editor, openNote, 0);
  return open === null ? null : <OpenFootnote key={open.edit} editor={editor} pos={open.pos} />;
}

/** A pause after which what is written is kept, in milliseconds. */
const PAUSE = 400;

function OpenFootnote({ editor, pos }: { readonly editor: Editor; readonly pos: number }) {
  const [text, setText] = useState(() => footnoteText(editor.state.doc.nodeAt(pos)!));
  const written = useRef(text);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    keepNote(written.current)(editor.state, editor.view.dispatch);
  }, [editor]);
  /** A note without words is none. */
  const finish = useCallback((): void => {
    clearTimeout(timer.current);
    const words = written.current.trim();
    keepNote(words === '' ? null : words)(editor.state, editor.view.dispatch);
    closeNote(editor.state, editor.view.dispatch);
  }, [editor]);
  const back = (): void => {
    finish();
    editor.view.focus();
  };
  useEffect(() => {
    const outside = (event: MouseEvent): void => {
      if (!box.current?.contains(event.target as globalThis.Node)) finish();
    };
    addEventListener('mousedown', outside, true);
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('mousedown', outside, true);
      removeEventListener('pagehide', keep);
      // A draft that is closed meanwhile takes along what is written.
      if (editor.isDestroyed) clearTimeout(timer.current);
      else keep();
    };
  }, [editor, finish, keep]);
  useAtMark(editor, pos, box, text);
  const number = numberingOf(editor.state).footnotes.get(pos)?.text ?? '';
  return (
    <div
      ref={box} className="footnote-editor floating" role="dialog" aria-label={`脚注 ${number}`}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !(event.key === 'Enter' && event.ctrlKey))) return;
        event.preventDefault();
        event.stopPropagation();
        back();
      }}
    >
      <Input.TextArea
        autoFocus value={text} autoSize={{ minRows: 2, maxRows: 8 }} aria-label={`脚注 ${number} 的文字`} placeholder="写脚注的文字。它排在注号所在一面的下端。"
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={({ target, nativeEvent }) => {
          setText(target.value);
          written.current = target.value;
          clearTimeout(timer.current);
          if (!(nativeEvent as InputEvent).isComposing) timer.current = window.setTimeout(keep, PAUSE);
        }}
        onCompositionEnd={() => { timer.current = window.setTimeout(keep, PAUSE); }}
      />
      <div className="footnote-foot">
        <button type="button" className="floating-button" onClick={() => { written.current = ''; back(); }}>删除脚注</button>
        <span className="spring" />
        <span className="quiet"><Kbd>Esc</Kbd> 回到正文</span>
      </div>
    </div>
  );
}

/** Below the mark, or above it where the window ends; it goes along when the paper is scrolled. */
function useAtMark(editor: Editor, pos: number, box: React.RefObject<HTMLDivElement | null>, text: string): void {
  useLayoutEffect(() => {
    const place = (): void => {
      const element = box.current;
      if (!element || editor.isDestroyed) return;
      const { left, top, bottom } = editor.view.coordsAtPos(pos);
      const { offsetWidth: width, offsetHeight: height } = element;
      element.style.left = `${Math.max(8, Math.min(left - 12, innerWidth - width - 8))}px`;
      element.style.top = `${bottom + 8 + height > innerHeight && top - 8 - height > 0 ? top - 8 - height : bottom + 8}px`;
    };
    place();
    document.addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [editor, pos, box, text]);
}
