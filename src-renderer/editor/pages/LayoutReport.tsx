import type { MeasuredPlace, Measurement } from '#core/layout/measure/measurement.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { LAYOUT_RULE_NAMES, sayMeasured, sayQuantity, sayRequired } from '#core/wording/layout-rules.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CheckIcon, WarnIcon } from '../../ui/icons.tsx';
import type { LaidOut } from './use-layout.ts';
import { useMeasurements } from './use-measurements.ts';
import './layout-report.css';

interface LayoutReportProps {
  readonly laid: LaidOut | null;
  readonly styles: ResolvedStyles;
  /** The row whose place on the pages is shown now. */
  readonly shown: string | null;
  readonly onShow: (row: string, place: MeasuredPlace) => void;
}

const STATE_NAMES = { broken: '不合', fitted: '已调', kept: '' } as const;
const STATE_ORDER = ['broken', 'fitted', 'kept'] as const;

/** 版式: the pages measured clause by clause of GB/T 9704—2012, what is not kept first; a click shows the place on its page. */
export function LayoutReport({ laid, styles, shown, onShow }: LayoutReportProps) {
  const measured = useMeasurements(laid, styles);
  if (!measured) return <p className="measure-sum quiet" role="status">正在量各面的版式…</p>;
  if (laid!.doc.textContent === '') return <EmptyState title="还没有版面可量" text="写下标题和正文，这里就逐条量：版心、行数字数、版头、标题、落款、版记、页码，要求多少、实际多少、在哪一面。" />;
  const isBroken = measured.some(({ state }) => state === 'broken');
  const rows = STATE_ORDER.flatMap((state) => measured.filter((each) => each.state === state));
  return (
    <div className="measure" role="tabpanel" aria-label="版式">
      <p className={`measure-sum ${isBroken ? 'broken' : 'kept'}`} role="status">{isBroken ? <WarnIcon /> : <CheckIcon />}{sayMeasured(measured)}</p>
      <ol className="measure-list" aria-label="逐条量得的版式">
        {rows.map((each) => {
          const row = `${each.rule} ${each.clause}`;
          return <li key={row}><MeasureRow measurement={each} isShown={row === shown} onShow={() => onShow(row, each.place)} /></li>;
        })}
      </ol>
    </div>
  );
}

function MeasureRow({ measurement, isShown, onShow }: { readonly measurement: Measurement; readonly isShown: boolean; readonly onShow: () => void }) {
  const { rule, clause, measured, state, place, count } = measurement;
  return (
    <button type="button" className={isShown ? 'measure-row on' : 'measure-row'} data-state={state} aria-current={isShown} onClick={onShow}>
      <span className="measure-name">{STATE_NAMES[state] !== '' && <b className="measure-state">{STATE_NAMES[state]}</b>}{LAYOUT_RULE_NAMES[rule]}</span>
      <span className="measure-clause">{clause}</span>
      <span className="measure-value">要求 {sayRequired(measurement)}<i>实测 <b>{sayQuantity(measured)}</b></i></span>
      <span className="measure-place">第 {place.page} 页{count > 1 && ` · ${count} 处`}</span>
      {state === 'fitted' && <span className="measure-why">为使落款与正文同面而调（7.3.5.5）</span>}
    </button>
  );
}
