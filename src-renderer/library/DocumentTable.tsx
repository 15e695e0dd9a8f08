import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import { Matched } from '../ui/Matched.tsx';
import { nameOfTemplate } from './name-of-template.ts';
import { sayNumber } from './say-number.ts';
import { sayTime } from './say-time.ts';
import type { PagedList } from './use-paged-list.ts';
import { useWorkplace } from './workplace.tsx';

const ROW = 40;
const SPARE = 8;

interface DocumentTableProps {
  readonly ref?: Ref<HTMLDivElement>;
  readonly list: PagedList;
  readonly total: number;
  readonly chosen: number;
  readonly search: string;
  readonly removed: boolean;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (summary: DocumentSummary) => void;
  readonly onRemove: (summary: DocumentSummary) => void;
}

/** The library as a list; only the lines in view exist, so that ten thousand cost as much as twenty. */
export function DocumentTable({ ref, list, total, chosen, search, removed, onChoose, onOpen, onRemove }: DocumentTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const first = Math.max(0, Math.floor(view.top / ROW) - SPARE);
  const last = Math.min(total - 1, Math.ceil((view.top + view.height) / ROW) + SPARE);
  const { want } = list;
  useEffect(() => want(first, last), [want, first, last]);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setView((now) => ({ ...now, height: entry!.contentRect.height })));
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    const at = box.current!;
    if (chosen * ROW < at.scrollTop) at.scrollTop = chosen * ROW;
    else if ((chosen + 1) * ROW > at.scrollTop + at.clientHeight) at.scrollTop = (chosen + 1) * ROW - at.clientHeight;
  }, [chosen]);

  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(view.height / ROW) - 1);
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, PageDown: chosen + page, PageUp: chosen - page, Home: 0, End: total - 1 };
    const summary = list.at(chosen);
    if (moves[event.key] !== undefined && !event.altKey) onChoose(Math.min(total - 1, Math.max(0, moves[event.key]!)));
    else if (event.key === 'Enter' && summary) onOpen(summary);
    else if (event.key === 'Delete' && summary) onRemove(summary);
    else return;
    event.preventDefault();
  };
  const rows: number[] = [];
  for (let index = first; index <= last; index++) rows.push(index);
  return (
    <div className="document-table" role="grid" aria-label={removed ? '回收站' : '文稿'} aria-rowcount={total + 1} ref={ref} tabIndex={0} aria-activedescendant={`line-${chosen}`} onKeyDown={press}>
      <div className="document-row document-heads" role="row" aria-rowindex={1}>
        {['标题', '文种', '发文字号', '主送', '字数', removed ? '移入时间' : '修改时间', '修改人'].map((head) => <span key={head} role="columnheader">{head}</span>)}
      </div>
      <div className="document-lines" ref={box} onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })} role="presentation">
        <div style={{ height: total * ROW, position: 'relative' }} role="presentation">
          {rows.map((index) => (
            <DocumentLine key={index} index={index} summary={list.at(index)} chosen={index === chosen} search={search} removed={removed} onChoose={onChoose} onOpen={onOpen} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface DocumentLineProps {
  readonly index: number;
  readonly summary: DocumentSummary | undefined;
  readonly chosen: boolean;
  readonly search: string;
  readonly removed: boolean;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (summary: DocumentSummary) => void;
}

function DocumentLine({ index, summary, chosen, search, removed, onChoose, onOpen }: DocumentLineProps) {
  const { templates } = useWorkplace();
  const kind = (summary && nameOfTemplate(summary, templates)) ?? '导入稿';
  return (
    <div
      id={`line-${index}`} role="row" aria-rowindex={index + 2} aria-selected={chosen} className={chosen ? 'document-row on' : 'document-row'} style={{ position: 'absolute', top: index * ROW, left: 0, right: 0 }}
      onClick={() => onChoose(index)} onDoubleClick={() => summary && onOpen(summary)}
    >
      {summary ? (
        <>
          <span role="gridcell" className="document-title ellipsis" title={summary.title}><Matched text={summary.title || '（无标题）'} wanted={search} /></span>
          <span role="gridcell" className="ellipsis">{kind}</span>
          <span role="gridcell" className="ellipsis" title={sayNumber(summary.documentNumber)}><Matched text={sayNumber(summary.documentNumber)} wanted={search} /></span>
          <span role="gridcell" className="ellipsis" title={summary.addressee}><Matched text={summary.addressee.replace(/：$/, '')} wanted={search} /></span>
          <span role="gridcell" className="number">{summary.words.toLocaleString('zh-CN')}</span>
          <span role="gridcell">{sayTime((removed ? summary.removedAt : null) ?? summary.changedAt, new Date())}</span>
          <span role="gridcell" className="ellipsis">{summary.changedBy}</span>
        </>
      ) : (
        <span role="gridcell" className="quiet">…</span>
      )}
    </div>
  );
}
