import type { ImportReport } from '#core/contract/model.ts';
import { REPORT } from '#core/wording/report.ts';
import { fateOf } from './source-lines.ts';
import type { Fate } from './source-lines.ts';

type Head = Exclude<Fate, 'kept'>;
const HEADS: readonly (readonly [Head, string])[] = [['changed', '改正'], ['dropped', '丢弃'], ['doubtful', '待核对']];

interface ImportReportBarProps {
  readonly report: ImportReport;
  readonly doubts: number;
  /** The head whose places are shown. */
  readonly open: Head | null;
  readonly onOpen: (head: Head | null) => void;
}

/** What an import did, in numbers and words: 认出, 改正, 丢弃, 待核对; a head opens its places. */
export function ImportReportBar({ report, doubts, open, onOpen }: ImportReportBarProps) {
  const levels = new Set(report.headings.map((heading) => heading.level)).size;
  return (
    <div className="report" role="group" aria-label="导入报告">
      <div>
        <p>正文 <b>{report.paragraphs} 段</b></p>
        <p className="report-words">{[`标题 ${report.headings.length} 个${levels > 1 ? `、${levels} 级` : ''}`, report.tables > 0 ? `表格 ${report.tables} 张` : '', report.enumerations > 0 ? `“一是”类列举 ${report.enumerations} 处` : ''].filter((part) => part !== '').join('　')}</p>
      </div>
      {HEADS.map(([head, name]) => {
        const entries = report.report.filter((entry) => fateOf(entry.code) === head);
        const count = Math.max(entries.reduce((sum, entry) => sum + entry.count, 0), head === 'doubtful' ? doubts : 0);
        const words = entries.map((entry) => `${REPORT[entry.code]} ${entry.count}`).join('　');
        return (
          <button key={head} type="button" className={count > 0 ? head : ''} disabled={entries.length === 0} aria-expanded={open === head} onClick={() => onOpen(open === head ? null : head)}>
            <span>{name} <b>{count} 处</b></span>
            <span className="report-words ellipsis">{words || (head === 'dropped' ? '一字未丢' : head === 'doubtful' && count > 0 ? '见左栏' : '没有')}</span>
          </button>
        );
      })}
    </div>
  );
}
