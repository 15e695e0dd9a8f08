import { Input } from 'antd';
import type { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import { MatchedRanges } from '../../ui/Matched.tsx';
import { usePinyinFind } from '../../ui/pinyin-find.ts';
import { goToTarget, isPicking, stopPicking } from '../behaviour/references.ts';
import { insertReference, referenceAtHand, spellReference } from '../commands/insert-reference.ts';
import { useEditorValue } from '../use-editor-value.ts';
import { referenceChoices } from './reference-choices.ts';
import './reference.css';

/** Beyond so many lines one types a word more. */
const MOST = 100;

/** 引用: the list at the caret, while it is asked for. */
export function ReferencePicker({ editor }: { readonly editor: Editor }) {
  return useEditorValue(editor, isPicking, 0) ? <OpenPicker editor={editor} /> : null;
}

function OpenPicker({ editor }: { readonly editor: Editor }) {
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const [form, setForm] = useState(0);
  const [choices] = useState(() => referenceChoices(editor.state));
  const [replaced] = useState(() => (editor.state.selection.empty ? null : referenceAtHand(editor.state)));
  const find = usePinyinFind();
  const box = useRef<HTMLDivElement>(null);
  const found = useMemo(() => choices.flatMap((choice) => {
    const words = choice.forms[0]!.words;
    const ranges = find(`${words} ${choice.name}`, query);
    return ranges ? [{ choice, words, ranges: ranges.flatMap(({ from, to }) => (from > words.length ? [{ from: from - words.length - 1, to: to - words.length - 1 }] : [])) }] : [];
  }).slice(0, MOST), [choices, find, query]);
  const current = found[Math.min(index, found.length - 1)];
  const shownForm = current ? form % current.choice.forms.length : 0;

  const close = (): void => {
    stopPicking(editor.state, editor.view.dispatch);
    editor.view.focus();
  };
  const insert = (at: number, withForm: number): void => {
    const choice = found[at]?.choice;
    if (!choice || editor.view.composing) return;
    insertReference(choice.pos, choice.forms[withForm % choice.forms.length]!.form)(editor.state, editor.view.dispatch);
    close();
  };
  const act = (run: () => void): void => {
    run();
    close();
  };
  useAtCaret(editor, box, found.length);
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  useEffect(() => {
    const outside = (event: MouseEvent): void => {
      if (!box.current?.contains(event.target as globalThis.Node)) stopPicking(editor.state, editor.view.dispatch);
    };
    addEventListener('mousedown', outside);
    return () => removeEventListener('mousedown', outside);
  }, [editor]);
  const keys = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setIndex((Math.min(index, found.length - 1) + step + found.length) % Math.max(1, found.length));
      setForm(0);
    } else if (event.key === 'Tab') setForm(shownForm + (event.shiftKey ? (current?.choice.forms.length ?? 1) - 1 : 1));
    else if (event.key === 'Enter') insert(Math.min(index, found.length - 1), shownForm);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const target = replaced === null ? null : editor.state.doc.nodeAt(replaced);
  return (
    <div ref={box} className="reference-picker floating" role="dialog" aria-label="插入引用" onKeyDown={keys}>
      <Input
        autoFocus size="small" value={query} placeholder="指到哪里：序号、名称或拼音" aria-label="找要引用的地方" role="combobox" aria-expanded aria-controls="reference-list"
        onChange={(event) => { setQuery(event.target.value); setIndex(0); setForm(0); }}
      />
      {choices.length === 0 && <p className="reference-empty">文中还没有附件、层次标题或条款可引。先写下它们，编号变了，引用会跟着变。</p>}
      {choices.length > 0 && found.length === 0 && <p className="reference-empty">没有“{query}”这样的一处。</p>}
      <ul id="reference-list" role="listbox" aria-label="可引用的地方">
        {found.map(({ choice, words, ranges }, at) => (
          <li
            key={choice.pos} role="option" aria-selected={choice === current?.choice} className={`reference-line${found[at - 1]?.choice.group === choice.group ? '' : ' first'}`} data-group={choice.group}
            style={{ '--depth': choice.depth } as React.CSSProperties} onMouseDown={(event) => event.preventDefault()} onClick={() => insert(at, 0)}
          >
            <span className="reference-words">{words}</span>
            <span className="ellipsis"><MatchedRanges text={choice.name} ranges={ranges} /></span>
          </li>
        ))}
      </ul>
      {current && current.choice.forms.length > 1 && (
        <div className="reference-forms" role="group" aria-label="写法">
          {current.choice.forms.map(({ form: name, words }, at) => (
            <button key={name} type="button" className="floating-button" tabIndex={-1} aria-pressed={at === shownForm} onMouseDown={(event) => event.preventDefault()} onClick={() => insert(Math.min(index, found.length - 1), at)}>{words}</button>
          ))}
          <span className="spring" /><span className="quiet"><Kbd>Tab</Kbd> 换写法</span>
        </div>
      )}
      {target?.type.name === 'reference' && (
        <div className="reference-forms" role="group" aria-label="这一处引用">
          <button type="button" className="floating-button" onClick={() => act(() => void spellReference(editor.state, editor.view.dispatch))}>改为普通文字</button>
          <button type="button" className="floating-button" onClick={() => { close(); goToTarget(editor, target.attrs.target as string); }}>转到所指之处</button>
        </div>
      )}
    </div>
  );
}

/** Below the caret, or above it where the window ends; the words being written stay in sight. */
function useAtCaret(editor: Editor, box: React.RefObject<HTMLDivElement | null>, size: number): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.from);
    const { offsetWidth: width, offsetHeight: height } = element;
    element.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    element.style.top = `${bottom + 6 + height > innerHeight && top - 6 - height > 0 ? top - 6 - height : bottom + 6}px`;
  }, [editor, box, size]);
}
