import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Hint } from '../ui/Hint.tsx';
import { ChevronDownIcon, ChevronUpIcon, CloseIcon } from '../ui/icons.tsx';
import { goToMatch, replaceAll, replaceMatch, searchFor, searchOf } from './behaviour/search.ts';
import { useEditorValue } from './use-editor-value.ts';

interface FindBarProps {
  readonly editor: Editor;
  readonly replaces: boolean;
  /** Grows with every request to find, so that asking again takes the selection and the focus anew. */
  readonly asked: number;
  readonly onReplaces: () => void;
  readonly onClose: () => void;
}

/** 查找和替换, above the paper: nothing is covered, Esc goes back to writing. */
export function FindBar({ editor, replaces, asked, onReplaces, onClose }: FindBarProps) {
  const [query, setQuery] = useState('');
  const [by, setBy] = useState('');
  /** How many were replaced at a stroke, until something else is looked for. */
  const [replaced, setReplaced] = useState(0);
  const input = useRef<InputRef>(null);
  const found = useEditorValue(editor, (state) => {
    const { matches, current } = searchOf(state);
    return `${current + 1} ${matches.length} ${matches[current]?.isPartial ? 1 : 0}`;
  }, 30);
  const [current, total, isPartial] = found.split(' ').map(Number) as [number, number, number];
  const act = (command: ReturnType<typeof searchFor>): boolean => command(editor.state, editor.view.dispatch, editor.view);

  useEffect(() => {
    const { from, to, $from, $to } = editor.state.selection;
    const selected = $from.sameParent($to) ? editor.state.doc.textBetween(from, to) : '';
    if (selected !== '') setQuery(selected);
    input.current?.focus({ cursor: 'all' });
  }, [asked, editor]);
  const replaceEvery = (): void => {
    const count = searchOf(editor.state).matches.filter(({ isPartial }) => !isPartial).length;
    if (act(replaceAll(by))) setReplaced(count);
  };
  useEffect(() => {
    setReplaced(0);
    searchFor(query)(editor.state, editor.view.dispatch);
  }, [editor, query]);
  useEffect(() => () => {
    if (!editor.isDestroyed) searchFor('')(editor.state, editor.view.dispatch);
  }, [editor]);

  const close = useCallback((): void => {
    onClose();
    editor.view.focus();
  }, [editor, onClose]);
  // Esc closes it from wherever the focus is: the paper, a field, or a button that has just gone grey.
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) close();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [close]);
  const keys = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    act(goToMatch(event.shiftKey ? -1 : 1));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="find-bar floating" role="search" aria-label="查找和替换" onKeyDown={keys}>
      <div className="find-line">
        <Input ref={input} size="small" placeholder="查找" aria-label="查找" value={query} onChange={(event) => setQuery(event.target.value)} allowClear />
        <span className="find-count" role="status">{query === '' ? '' : total > 0 ? `${current} / ${total}` : replaced > 0 ? `换了 ${replaced} 处` : '没有找到'}</span>
        <Hint name="上一处" keys="Shift Enter"><Button size="small" type="text" aria-label="上一处" disabled={total === 0} icon={<ChevronUpIcon />} onClick={() => act(goToMatch(-1))} /></Hint>
        <Hint name="下一处" keys="Enter"><Button size="small" type="text" aria-label="下一处" disabled={total === 0} icon={<ChevronDownIcon />} onClick={() => act(goToMatch(1))} /></Hint>
        {!replaces && <Button size="small" type="text" onClick={onReplaces}>替换</Button>}
        <Hint name="关闭" keys="Esc"><Button size="small" type="text" aria-label="关闭查找" icon={<CloseIcon />} onClick={close} /></Hint>
      </div>
      {replaces && (
        <div className="find-line">
          <Input size="small" placeholder="替换为" aria-label="替换为" value={by} onChange={(event) => setBy(event.target.value)} />
          <Button size="small" disabled={total === 0} onClick={() => act(replaceMatch(by))}>替换</Button>
          <Button size="small" disabled={total === 0} onClick={replaceEvery}>全部替换</Button>
        </div>
      )}
      {replaces && isPartial === 1 && <p className="small quiet find-note" role="status">这一处是自动编的号或引用，替换不改它，跳到下一处</p>}
    </div>
  );
}
