import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Suggestion } from '#core/office/suggest.ts';
import { MatchedRanges } from '../ui/Matched.tsx';
import { matchCost, usePinyinFind } from '../ui/pinyin-find.ts';
import { HitList } from './HitList.tsx';
import type { Anchor } from './HitList.tsx';

interface SuggestedProps {
  readonly suggestions: readonly Suggestion[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** One line of text: the input this is about. */
  readonly children: ReactNode;
}

const MOST = 8;

/**
 * Offers the office's words below a text input: on typing, on ↓, and on a click into an empty one. Enter takes the hit at hand,
 * Esc puts the list away. While an input method composes no key is ours.
 */
export function Suggested({ suggestions, value, onChoose, children }: SuggestedProps) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  const find = usePinyinFind();
  const [anchor, setAnchor] = useState<(Anchor & { width: number }) | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const hits = useMemo(() => {
    const found = suggestions.flatMap((each) => {
      const ranges = find(each.value, value.trim());
      return ranges && each.value !== value ? [{ each, ranges }] : [];
    });
    return found.sort((a, b) => matchCost(a.ranges) - matchCost(b.ranges)).slice(0, MOST);
  }, [suggestions, value, find]);
  const isOpen = anchor !== null && hits.length > 0;
  // Letters can only be meant as pinyin; characters stand for themselves until another line is chosen.
  const at = Math.min(moved ?? (/^[a-z\s]+$/i.test(value) ? 0 : -1), hits.length - 1);

  useEffect(() => {
    const input = box.current?.querySelector('input, textarea');
    if (!input || suggestions.length === 0) return;
    input.setAttribute('aria-autocomplete', 'list');
    if (isOpen) input.setAttribute('aria-controls', id);
    else input.removeAttribute('aria-controls');
    if (isOpen && at >= 0) input.setAttribute('aria-activedescendant', `${id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  });

  const open = (): void => {
    const rect = box.current!.getBoundingClientRect();
    setAnchor({ left: rect.left, top: rect.top, bottom: rect.bottom, width: Math.max(rect.width, 280) });
  };
  const close = (): void => {
    setAnchor(null);
    setMoved(null);
  };
  const choose = (index: number): void => {
    const hit = hits[index];
    close();
    if (hit) onChoose(hit.each.value);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === 1 && !isOpen && hits.length > 0) {
      open();
      setMoved(0);
    } else if (!isOpen) return;
    else if (step !== undefined) setMoved((at + step + hits.length) % hits.length);
    else if (event.key === 'Enter' && at >= 0) choose(at);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span ref={box} className="suggested" data-suggesting={isOpen || undefined} onKeyDown={press} onBlur={close} onInput={() => { setMoved(null); open(); }} onClick={() => value === '' && open()}>
      {children}
      {isOpen && (
        <HitList
          id={id} label="机关设置里的" anchor={anchor} width={anchor.width} at={at} onAt={setMoved} onChoose={choose}
          rows={hits.map(({ each, ranges }) => ({ key: each.value, row: <SuggestionRow name={<MatchedRanges text={each.value} ranges={ranges} />} note={each.note} /> }))}
        />
      )}
    </span>
  );
}

/** One line of a list of suggestions: the words and, quietly, what they are. */
export function SuggestionRow({ name, note }: { readonly name: ReactNode; readonly note: string }) {
  return <span className="suggestion"><span className="ellipsis">{name}</span>{note !== '' && <span className="small quiet ellipsis">{note}</span>}</span>;
}
