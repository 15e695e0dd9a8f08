import { Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import type { SystemPrinter } from '#core/contract/model.ts';
import type { LayoutDiagnostic } from '#core/layout/frames.ts';
import type { PrintFacts } from '#core/print/prepare.ts';
import { writeCopyNumber } from '#core/print/print-frame.ts';
import { LAST_COPY_NUMBER, MOST_COPIES, sidesOf } from '#core/print/print-wish.ts';
import type { Paper, Parity, PrintWish, Sides } from '#core/print/print-wish.ts';
import { LAYOUT_DIAGNOSTICS } from '#core/wording/layout.ts';
import { CheckIcon, ChevronDownIcon, WarnIcon } from '../ui/icons.tsx';
import { OverprintSettings } from './OverprintSettings.tsx';

interface PrintPanelProps {
  readonly wish: PrintWish;
  readonly change: (patch: Partial<PrintWish>) => void;
  readonly facts: PrintFacts;
  /** Null where the host cannot reach them. */
  readonly printers: readonly SystemPrinter[] | null;
  readonly printer: string;
  readonly onPrinter: (name: string) => void;
  readonly diagnostics: readonly LayoutDiagnostic[];
  readonly onPage: (page: number) => void;
  /** What is wrong with the pages asked for, in Chinese; '' where nothing is. */
  readonly problem: string;
  readonly isBusy: boolean;
  readonly onTestSheet: () => void;
  readonly children: ReactNode;
}

const PAPER_NAMES: readonly { readonly value: Paper; readonly label: string }[] = [{ value: 'document', label: '公文' }, { value: 'proof', label: '校样' }, { value: 'form', label: '发文稿纸' }];
const SIDE_NAMES: readonly { readonly value: Sides; readonly label: string }[] = [{ value: 'one', label: '单面' }, { value: 'two', label: '双面' }, { value: 'manual', label: '手动双面' }];
const PARITY_NAMES: readonly { readonly value: Parity; readonly label: string }[] = [{ value: 'all', label: '单双页都印' }, { value: 'odd', label: '只印单页' }, { value: 'even', label: '只印双页' }];

/** Everything that can be asked for, most used first; what a document has not is not offered. */
export function PrintPanel({ wish, change, facts, printers, printer, onPrinter, diagnostics, onPage, problem, isBusy, onTestSheet, children }: PrintPanelProps) {
  const isForm = wish.paper === 'form';
  const isDouble = sidesOf(wish) !== 'one';
  return (
    <aside className="print-panel" aria-label="打印设置" data-region="panel">
      <div className="pane-head">打印</div>
      <div className="print-settings">
        <Findings diagnostics={diagnostics} onPage={onPage} />
        <section className="print-group">
          <div className="print-row"><span className="print-label">印什么</span><Segmented aria-label="印什么" value={wish.paper} options={[...PAPER_NAMES]} onChange={(paper) => change({ paper })} /></div>
          {facts.hasChanges && !isForm && (
            <div className="print-row"><span className="print-label">修订</span><Segmented aria-label="修订" value={wish.isMarked ? 'marked' : 'clean'} options={[{ value: 'clean', label: '清稿' }, { value: 'marked', label: '花脸稿' }]} onChange={(view) => change({ isMarked: view === 'marked' })} /></div>
          )}
          <div className="print-row"><label htmlFor="print-printer" className="print-label">打印机</label>{printers === null
            ? <span className="small">由浏览器打印</span>
            : <Select id="print-printer" suffixIcon={<ChevronDownIcon size="tiny" />} value={printer} onChange={onPrinter} notFoundContent="没有找到打印机" options={printers.map(({ name, label }) => ({ value: name, label }))} />}
          </div>
          {printers === null && <p className="small quiet print-note">按“打印”后弹出浏览器的打印对话框，在那里选打印机。纸张选 A4，缩放选“实际大小”（100%）{sidesOf(wish) === 'two' ? '，勾上双面、沿长边翻转' : '，不勾双面'}，份数留 1：份数已经排在里面。</p>}
          {printers?.length === 0 && <p className="small print-error" role="alert">没有找到打印机。请在系统里装好打印机再打开这一页，或者先“存为 PDF”。</p>}
        </section>
        <section className="print-group">
          <div className="print-row"><label htmlFor="print-copies" className="print-label">份数</label>
            <InputNumber id="print-copies" autoFocus value={wish.copies} min={1} max={MOST_COPIES} precision={0} onFocus={(event) => event.target.select()} onChange={(copies) => change({ copies: copies ?? 1 })} />
          </div>
          {facts.isNumbered && wish.paper === 'document' && (
            <div className="print-row"><label htmlFor="print-number" className="print-label">份号</label>
              从<InputNumber id="print-number" className="print-number" value={wish.firstNumber} min={1} max={LAST_COPY_NUMBER + 1 - wish.copies} precision={0} formatter={(value) => (value === undefined ? '' : String(value).padStart(6, '0'))} onChange={(firstNumber) => change({ firstNumber: firstNumber ?? 1 })} />
              {wish.copies > 1 && <span>到 {writeCopyNumber((wish.firstNumber ?? 1) + wish.copies - 1)}</span>}
            </div>
          )}
          {!isForm && (
            <>
              <div className="print-row"><label htmlFor="print-range" className="print-label">页码</label>
                <Input id="print-range" value={wish.range} maxLength={200} placeholder="全部；或 1-3,5" status={problem === '' ? '' : 'error'} aria-describedby="print-problem" onChange={(event) => change({ range: event.target.value })} />
                <Select aria-label="单双页" className="print-parity" suffixIcon={<ChevronDownIcon size="tiny" />} value={wish.parity} options={[...PARITY_NAMES]} onChange={(parity) => change({ parity })} />
              </div>
              <p id="print-problem" className="small print-error" aria-live="polite">{problem}</p>
            </>
          )}
        </section>
        {!isForm && (
          <section className="print-group">
            <div className="print-row"><span className="print-label">纸面</span><Segmented aria-label="纸面" value={sidesOf(wish)} disabled={wish.parity !== 'all'} options={[...SIDE_NAMES]} onChange={(sides) => change({ sides, pass: null })} /></div>
            {isDouble && (
              <div className="print-checks">
                <Checkbox checked={wish.partsOnFront} onChange={(event) => change({ partsOnFront: event.target.checked })}>附件、所印发的文件从正面起</Checkbox>
                <Checkbox checked={wish.imprintOnBack} onChange={(event) => change({ imprintOnBack: event.target.checked })}>版记排在背面（双页）</Checkbox>
                {wish.sides === 'manual' && <Checkbox checked={wish.backsReversed} onChange={(event) => change({ backsReversed: event.target.checked })}>背面从最后一张印起</Checkbox>}
              </div>
            )}
            {wish.sides === 'manual' && isDouble && <p className="small quiet print-note">先印全部正面；把整叠纸翻过来放回纸盒，再印背面。背面配错了张，就改上面这一项。</p>}
          </section>
        )}
        {facts.hasRedHead && wish.paper === 'document' && <OverprintSettings wish={wish} change={change} isBusy={isBusy} onTestSheet={onTestSheet} />}
      </div>
      <div className="print-foot">{children}</div>
    </aside>
  );
}

/** What a person should know before paper is spent. */
function Findings({ diagnostics, onPage }: { readonly diagnostics: readonly LayoutDiagnostic[]; readonly onPage: (page: number) => void }) {
  if (diagnostics.length === 0) return <p className="print-fine small"><CheckIcon size="tiny" />版面没有问题</p>;
  return (
    <section className="print-findings" role="status" aria-label="打印前请看">
      <h2 className="small"><WarnIcon size="tiny" />打印前请看：{diagnostics.length} 处</h2>
      <ul>
        {diagnostics.slice(0, 20).map(({ code, page, args }, index) => (
          <li key={index}><button type="button" onClick={() => onPage(page)}><b>第 {page} 页</b>{LAYOUT_DIAGNOSTICS[code](args).message}</button></li>
        ))}
      </ul>
    </section>
  );
}
