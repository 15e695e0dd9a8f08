import { memo, useEffect, useMemo, useRef } from 'react';
import type { Recognition } from '#core/intake/recognition.ts';
import type { ReportEntry } from '#core/intake/report.ts';
import { groupOf, shortName } from './element-groups.ts';
import { bringIntoView, markBlock } from './mark-block.ts';
import { showLines } from './source-lines.ts';

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
  useEffect(() => {
    if (list.current) markBlock(list.current, selected);
  }, [selected, recognition]);
  useEffect(() => {
    const line = spot && list.current?.querySelector(`[data-line="${spot.line}"]`);
    if (!line) return;
    bringIntoView(line);
    line.classList.remove('spot');
    requestAnimationFrame(() => line.classList.add('spot'));
  }, [spot]);
  return (
    <ol
      className="source" ref={list} tabIndex={0} aria-label="原文各行"
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return;
        const block = (event.target as Element).closest<HTMLElement>('li')?.dataset['block'];
        onSelect(block === undefined ? null : Number(block));
      }}
    >
      <Lines recognition={recognition} report={report} />
    </ol>
  );
}

const Lines = memo(function Lines({ recognition, report }: Pick<SourcePaneProps, 'recognition' | 'report'>) {
  const lines = useMemo(() => showLines(recognition, report), [recognition, report]);
  const byBlock = useMemo(() => new Map(recognition.elements.map((element) => [element.block, element])), [recognition]);
  return lines.map(({ stretches, block }, index) => {
    const element = block === null ? undefined : byBlock.get(block);
    const isDropped = !element && stretches.some(({ text }) => text.trim() !== '');
    return (
      <li key={index} data-line={index} data-block={element?.block} className={element ? `is-${groupOf(element.role, element.level)}${element.told ? ' told' : ''}` : undefined}>
        <span className="source-number">{index + 1}</span>
        <span className="source-tag">{element ? shortName(element.role, element.level) : isDropped ? '不收' : ''}</span>
        <span className={isDropped ? 'source-line gone' : 'source-line'}>{stretches.map((stretch, at) => (stretch.fate === 'kept' ? stretch.text : <span key={at} className={stretch.fate}>{stretch.text}</span>))}</span>
      </li>
    );
  });
});
