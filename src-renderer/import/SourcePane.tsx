import { memo, useEffect, useMemo, useRef } from 'react';
import type { Recognition } from '#core/intake/recognition.ts';
import type { ReportEntry } from '#core/intake/report.ts';
import { groupOf, shortName } from './element-groups.ts';
import { bringIntoView, markBlock } from './mark-block.ts';
import { showLines } from './source-lines.ts';
import type { ShownLine } from './source-lines.ts';
import { useStretch } from './use-stretch.ts';

interface SourcePaneProps {
  readonly recognition: Recognition;
  readonly report: readonly ReportEntry[];
  /** Block of the document in hand. */
  readonly selected: number | null;
  /** A line to show, whether or not it went into the document. */
  readonly spot: { readonly line: number } | null;
  readonly onSelect: (block: number | null) => void;
}

/** The source line by line as it came, each line with what it was taken for; what was changed, dropped or doubted is marked. */
export function SourcePane({ recognition, report, selected, spot, onSelect }: SourcePaneProps) {
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => showLines(recognition, report), [recognition, report]);
  const firstLines = useMemo(() => firstLinesOf(lines), [lines]);
  const { from, to, onScroll } = useStretch(lines.length, selected === null ? null : firstLines.get(selected), spot?.line);
  const marked = useRef<unknown>(null);
  useEffect(() => {
    // What has been drawn since is framed too, but nothing moves under the person who scrolls.
    if (list.current) markBlock(list.current, selected, marked.current !== selected);
    marked.current = selected;
  }, [selected, recognition, from, to]);
  useEffect(() => {
    const line = spot && list.current?.querySelector(`[data-line="${spot.line}"]`);
    if (!line) return;
    bringIntoView(line);
    line.classList.remove('spot');
    requestAnimationFrame(() => line.classList.add('spot'));
  }, [spot]);
  return (
    <ol
      className="source" ref={list} tabIndex={0} aria-label="原文各行" onScroll={onScroll}
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return;
        const block = (event.target as Element).closest<HTMLElement>('li')?.dataset['block'];
        onSelect(block === undefined ? null : Number(block));
      }}
    >
      <Lines recognition={recognition} lines={lines} from={from} to={to} />
    </ol>
  );
}

/** Of each block, the line it begins in. */
function firstLinesOf(lines: readonly ShownLine[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const [index, { block }] of lines.entries()) if (block !== null && !first.has(block)) first.set(block, index);
  return first;
}

interface LinesProps {
  readonly recognition: Recognition;
  readonly lines: readonly ShownLine[];
  readonly from: number;
  readonly to: number;
}

const Lines = memo(function Lines({ recognition, lines, from, to }: LinesProps) {
  const byBlock = useMemo(() => new Map(recognition.elements.map((element) => [element.block, element])), [recognition]);
  return lines.slice(from, to).map(({ stretches, block }, at) => {
    const index = from + at;
    const element = block === null ? undefined : byBlock.get(block);
    const isDropped = !element && stretches.some(({ text }) => text.trim() !== '');
    return (
      <li key={index} data-line={index} data-block={element?.block} className={element ? `is-${groupOf(element.role, element.level)}${element.told ? ' told' : ''}` : undefined}>
        <span className="source-number">{index + 1}</span>
        <span className="source-tag">{element ? shortName(element.role, element.level) : isDropped ? '不收' : ''}</span>
        <span className={isDropped ? 'source-line gone' : 'source-line'}>{stretches.map((stretch, nth) => (stretch.fate === 'kept' ? stretch.text : <span key={nth} className={stretch.fate}>{stretch.text}</span>))}</span>
      </li>
    );
  });
});
