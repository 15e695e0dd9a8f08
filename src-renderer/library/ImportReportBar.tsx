import type { ImportReport } from '#core/contract/model.ts';
import { REPORT } from '#core/wording/report.ts';
import { fateOf } from './source-text.ts';
import type { Fate } from './source-text.ts';

const HEADS: readonly (readonly [Exclude<Fate, 'kept'>, string])[] = [['changed', '改正'], ['dropped', '丢弃'], ['doubtful', '待核对']];

/** What an import did, in numbers and words: 认出, 改正, 丢弃, 待核对. */
export function ImportReportBar({ report }: { readonly report: ImportReport }) {
  const levels = new Set(report.headings.map((heading) => heading.level)).size;
  return (
    <dl className="report" aria-label="导入报告">
      <div>
        <dt>正文 <b>{report.paragraphs} 段</b></dt>
        <dd>{[`标题 ${report.headings.length} 个${levels > 1 ? `、${levels} 级` : ''}`, report.tables > 0 ? `表格 ${report.tables} 张` : '', report.enumerations > 0 ? `“一是”类列举 ${report.enumerations} 处` : ''].filter((part) => part !== '').join('　')}</dd>
      </div>
      {HEADS.map(([fate, name]) => {
        const entries = report.report.filter((entry) => fateOf(entry.code) === fate);
        const count = entries.reduce((sum, entry) => sum + entry.count, 0);
        const words = entries.map((entry) => `${REPORT[entry.code]} ${entry.count}`).join('　');
        return (
          <div key={fate} className={count > 0 ? fate : ''}>
            <dt>{name} <b>{count} 处</b></dt>
            <dd className="ellipsis" title={words}>{words || (fate === 'dropped' ? '一字未丢' : '没有')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
