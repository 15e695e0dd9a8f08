import type { ImportReport } from '#core/contract/model.ts';
import { formatOfficialDate } from '#core/units/date.ts';
import { KIND } from '#core/wording/report.ts';
import { CheckIcon } from '../ui/icons.tsx';

/** As many as anybody reads here; a text of millions of characters has thousands. */
const MOST_HEADINGS = 1_000;

/** The elements found in a text, in the order of the paper, with those that were not found said plainly. */
export function RecognisedParts({ report }: { readonly report: ImportReport }) {
  const parts: readonly (readonly [string, string | null])[] = [
    ['文种', KIND[report.kind]], ['发文机关', report.issuer], ['发文字号', report.documentNumber], ['标题', report.title], ['主送机关', report.addressee],
    ['附件', report.attachments.length > 0 ? report.attachments.join('；') : null], ['署名', report.signature], ['成文日期', report.date === null ? null : formatOfficialDate(report.date)],
    [report.kind === 'minutes' ? '分送' : '抄送', report.copyTo], ['公开属性', report.publicity],
  ];
  return (
    <div className="parts">
      <dl>
        {parts.map(([name, value]) => (
          <div key={name} className={value ? 'part' : 'part absent'}>
            <dt>{name}</dt>
            <dd>{value ? <><CheckIcon size="tiny" /><span>{value}</span></> : '没有认出'}</dd>
          </div>
        ))}
      </dl>
      <h2>层次标题<span className="quiet small">{report.headings.length}</span></h2>
      {report.headings.length === 0 ? <p className="quiet parts-none">没有认出标题，全部按正文保留。</p> : (
        <ol className="parts-outline">
          {report.headings.slice(0, MOST_HEADINGS).map((heading, index) => <li key={index} className={`level-${heading.level} ellipsis`} title={heading.text}><b>{heading.label}</b>{heading.text}</li>)}
          {report.headings.length > MOST_HEADINGS && <li className="quiet small">后面还有 {report.headings.length - MOST_HEADINGS} 个，收下成稿后在提纲里看全</li>}
        </ol>
      )}
    </div>
  );
}
