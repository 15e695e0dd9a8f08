import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Host } from '#core/contract/methods.ts';
import { HitList } from '../../office/HitList.tsx';
import type { Anchor } from '../../office/HitList.tsx';
import { SuggestionRow } from '../../office/Suggested.tsx';
import { useOffice } from '../../office/use-office.ts';
import { findWords, wordsOf } from '../../office/words.ts';
import type { WordHit } from '../../office/words.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { MatchedRanges } from '../../ui/Matched.tsx';
import { usePinyinFind } from '../../ui/pinyin-find.ts';
import { insertWords } from './insert-words.ts';
import { answerMenuKeys, closeWordMenu, wordMenuOf } from './word-menu.ts';
import './words.css';

const MOST = 12;
const WIDTH = 480;

/** The list of words at the caret. It has no focus of its own: the paper is written in all the time. */
export function WordMenu({ host, editor }: { readonly host: Host; readonly editor: Editor }) {
  const [menu, setMenu] = useState(() => wordMenuOf(editor.state));
  useEffect(() => {
    let shown: unknown;
    // Asked with every key: React is told when there is something to tell.
    const follow = (): void => {
      const now = wordMenuOf(editor.state);
      if (now === shown) return;
      shown = now;
      setMenu(now);
    };
    const leave = (): void => void closeWordMenu(editor.state, editor.view.dispatch);
    follow();
    editor.on('transaction', follow);
    editor.on('blur', leave);
    return () => {
      editor.off('transaction', follow);
      editor.off('blur', leave);
    };
  }, [editor]);
  return menu ? <OpenMenu key={menu.lead} host={host} editor={editor} from={menu.from} isAsked={menu.lead === ''} query={menu.query} /> : null;
}

interface OpenMenuProps {
  readonly host: Host;
  readonly editor: Editor;
  readonly from: number;
  readonly isAsked: boolean;
  readonly query: string;
}

function OpenMenu({ host, editor, from, isAsked, query }: OpenMenuProps) {
  const id = useId();
  const office = useOffice(host);
  const find = usePinyinFind();
  const words = useMemo(() => wordsOf(office), [office]);
  // An input method divides its letters with ' while it composes.
  const wanted = query.replaceAll('\'', '');
  const hits = useMemo(() => findWords(words, wanted, find, MOST), [words, wanted, find]);
  const [moved, setMoved] = useState(0);
  useEffect(() => setMoved(0), [query]);
  const at = Math.min(moved, hits.length - 1);
  const anchor = useCaretPlace(editor, from);

  const choose = (index: number): void => {
    const menu = wordMenuOf(editor.state);
    const hit = hits[index];
    if (!menu || !hit || editor.view.composing) return;
    closeWordMenu(editor.state, editor.view.dispatch);
    insertWords(menu.from, menu.to, hit.word.text)(editor.state, editor.view.dispatch);
    // What is typed next is a step of its own.
    editor.view.dispatch(closeHistory(editor.state.tr));
    if (hit.word.phrase !== undefined) void host.call('phrase.used', { id: hit.word.phrase }).catch(() => undefined);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape' && (hits.length > 0 || isAsked)) return closeWordMenu(editor.state, editor.view.dispatch);
    if (hits.length === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setMoved((at + step + hits.length) % hits.length);
    else if (event.key === 'Enter') choose(at);
    else return false;
    return true;
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => answerMenuKeys(editor.view, (event) => {
    const isTaken = latest.current(event);
    if (isTaken) event.stopPropagation();
    return isTaken;
  }), [editor]);
  const isShown = anchor !== null && (hits.length > 0 || isAsked);
  useEffect(() => {
    const { dom } = editor.view;
    if (isShown && at >= 0) dom.setAttribute('aria-activedescendant', `${id}-${at}`);
    return () => dom.removeAttribute('aria-activedescendant');
  }, [editor, id, at, isShown]);
  // Typed at 、、 or / and nothing found: it was meant as it stands.
  if (!isShown) return null;
  return (
    <HitList
      id={id} label="口径和单位" anchor={anchor} width={WIDTH} at={at} onAt={setMoved} onChoose={choose}
      rows={hits.map((hit) => ({ key: hit.word.key, row: <WordRow hit={hit} /> }))}
      empty={words.length === 0 ? '口径库还是空的。选中一段话按 Ctrl Shift ; 就收进来；单位、名单在“设置”里加。' : `没有找到“${wanted}”。字、全拼、首字母都可以。`}
      foot={<><span><Kbd>↑</Kbd> <Kbd>↓</Kbd> 选</span><span><Kbd>Enter</Kbd> 插入</span><span><Kbd>Esc</Kbd> 收起，已打的字留着</span></>}
    />
  );
}

function WordRow({ hit: { word, name, more } }: { readonly hit: WordHit }) {
  // A name is one line; words that were agreed on stand with where they come from.
  if (word.phrase === undefined) return <SuggestionRow name={<MatchedRanges text={word.name} ranges={name} />} note={word.note} />;
  return (
    <span className="word-row">
      <span className={word.more === '' ? 'word-text' : 'word-name'}><MatchedRanges text={word.name} ranges={name} /></span>
      {word.more !== '' && <span className="word-text"><MatchedRanges text={word.more} ranges={more} /></span>}
      <span className="small quiet ellipsis">{word.note}</span>
    </span>
  );
}

/** Where a position stands in the window; it follows the scrolling. */
function useCaretPlace(editor: Editor, position: number): Anchor | null {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  useEffect(() => {
    const take = (): void => {
      if (editor.isDestroyed || position > editor.state.doc.content.size) return;
      const { left, top, bottom } = editor.view.coordsAtPos(position);
      setAnchor((now) => (now && now.left === left && now.top === top && now.bottom === bottom ? now : { left, top, bottom }));
    };
    // The page is drawn first.
    const frame = requestAnimationFrame(take);
    addEventListener('scroll', take, true);
    addEventListener('resize', take);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', take, true);
      removeEventListener('resize', take);
    };
  }, [editor, position]);
  return anchor;
}
