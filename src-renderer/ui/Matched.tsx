import { Fragment } from 'react';
import type { FoundRange } from './pinyin-find.ts';

/** A text with the sought words in the accent colour. */
export function Matched({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return text;
  return <>{text.slice(0, at)}<mark className="matched">{text.slice(at, at + wanted.length)}</mark>{text.slice(at + wanted.length)}</>;
}

/** A text with the ranges a search by pinyin has found in the accent colour. */
export function MatchedRanges({ text, ranges }: { readonly text: string; readonly ranges: readonly FoundRange[] }) {
  if (ranges.length === 0) return text;
  return (
    <>
      {ranges.map(({ from, to }, index) => (
        <Fragment key={from}>{text.slice(ranges[index - 1]?.to ?? 0, from)}<mark className="matched">{text.slice(from, to)}</mark></Fragment>
      ))}
      {text.slice(ranges.at(-1)!.to)}
    </>
  );
}
