import { Select } from 'antd';
import type { SelectProps } from 'antd';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Suggestion } from '#core/office/suggest.ts';
import { MatchedRanges } from '../ui/Matched.tsx';
import { matchCost, usePinyinFind } from '../ui/pinyin-find.ts';
import { SuggestionRow } from './Suggested.tsx';
import './office.css';

interface NamesInputProps extends Pick<SelectProps, 'id' | 'className' | 'placeholder' | 'onFocus' | 'aria-describedby' | 'aria-label' | 'size' | 'variant' | 'onBlur'> {
  readonly value: readonly string[];
  readonly suggestions: readonly Suggestion[];
  readonly suffixIcon?: ReactNode;
  /** Titles hold 、 and ， themselves: only ； and a line end divides them. */
  readonly areTitles?: boolean;
  /** 主送 and 抄送 part kinds of offices by ， and offices of one kind by 、: 各区、县人民政府，市政府各部门. A ， stays in the name it is written in. */
  readonly keepsCommas?: boolean;
  readonly onChange: (names: string[]) => void;
}

const SEPARATORS = ['、', '，', ',', '；', ';', '\n'];
const SEPARATORS_BUT_COMMA = ['、', ',', '；', ';', '\n'];
const TITLE_SEPARATORS = ['；', ';', '\n'];
const MOST_SHOWN = 50;

/**
 * Several names. Typed or pasted ones are divided at 、 and its like; pinyin or initials find the office's units, and a named
 * list brings all its units. Typed letters take the best hit on Enter, typed characters stand for themselves.
 */
export function NamesInput({ value, suggestions, onChange, suffixIcon, areTitles, keepsCommas, ...rest }: NamesInputProps) {
  const find = usePinyinFind();
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const taken = new Set(value);
    const known = new Map<string, { suggestion: Suggestion; ranges: NonNullable<ReturnType<typeof find>>; cost: number }>();
    for (const suggestion of suggestions) {
      const ranges = find(suggestion.value, query.trim());
      if (ranges && (suggestion.many || !taken.has(suggestion.value)) && !known.has(suggestion.value)) known.set(suggestion.value, { suggestion, ranges, cost: matchCost(ranges) });
    }
    return new Map([...known].sort(([, a], [, b]) => a.cost - b.cost).slice(0, MOST_SHOWN));
  }, [suggestions, query, value, find]);
  const isPinyin = /^[a-z\s]+$/i.test(query);
  const costOf = (name: unknown): number => found.get(String(name))?.cost ?? (isPinyin ? Infinity : -1);
  return (
    <Select
      {...rest} mode="tags" value={[...value]} tokenSeparators={areTitles ? TITLE_SEPARATORS : keepsCommas ? SEPARATORS_BUT_COMMA : SEPARATORS} suffixIcon={suffixIcon ?? null} popupMatchSelectWidth={false} classNames={{ popup: { root: 'names-popup' } }}
      {...(suggestions.length === 0 ? { open: false } : {})} notFoundContent={null} listHeight={264}
      showSearch={{ searchValue: query, onSearch: setQuery, autoClearSearchValue: true, filterOption: (_, option) => found.has(String(option?.value)), filterSort: (a, b) => costOf(a.value) - costOf(b.value) }}
      options={[...found.keys()].map((name) => ({ value: name, label: name }))}
      optionRender={(option) => {
        const hit = found.get(String(option.value));
        return hit ? <SuggestionRow name={<MatchedRanges text={hit.suggestion.value} ranges={hit.ranges} />} note={hit.suggestion.note} /> : <SuggestionRow name={`照写：${String(option.value)}`} note="" />;
      }}
      onChange={(names: string[]) => {
        setQuery('');
        onChange([...new Set(names.flatMap((name) => (value.includes(name) ? [name] : (found.get(name)?.suggestion.many ?? [name.trim().replace(/^，+|，+$/g, '')]))))].filter((name) => name !== ''));
      }}
    />
  );
}
