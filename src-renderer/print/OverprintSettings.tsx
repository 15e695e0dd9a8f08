import { Button, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import type { PrintWish } from '#core/print/print-wish.ts';
import { WIDEST_OFFSET } from '#core/print/print-wish.ts';
import { CROSS } from '#core/print/test-sheet.ts';

interface OverprintSettingsProps {
  readonly wish: PrintWish;
  readonly change: (patch: Partial<PrintWish>) => void;
  readonly isBusy: boolean;
  readonly onTestSheet: () => void;
}

const bounded = (tenths: number): number => Math.max(-WIDEST_OFFSET, Math.min(WIDEST_OFFSET, Math.round(tenths)));

/** 套打: on or off, the offset of this printer, and how it is found: a test sheet, measured with a ruler. */
export function OverprintSettings({ wish, change, isBusy, onTestSheet }: OverprintSettingsProps) {
  const [measured, setMeasured] = useState<{ x: number | null; y: number | null }>({ x: null, y: null });
  const settle = (): void => {
    change({
      offsetX: measured.x === null ? wish.offsetX : bounded(wish.offsetX + (CROSS.x - measured.x) * 10),
      offsetY: measured.y === null ? wish.offsetY : bounded(wish.offsetY + (CROSS.y - measured.y) * 10),
    });
    setMeasured({ x: null, y: null });
  };
  const offset = (name: string, value: number, set: (tenths: number) => void) => (
    <InputNumber
      size="small" aria-label={name} value={value / 10} step={0.1} precision={1} min={-WIDEST_OFFSET / 10} max={WIDEST_OFFSET / 10} suffix="mm"
      onChange={(next) => next !== null && set(bounded(next * 10))}
    />
  );
  const measure = (name: string, value: number | null, set: (mm: number | null) => void) => (
    <InputNumber size="small" aria-label={name} value={value} step={0.1} precision={1} min={0} max={60} placeholder={CROSS.x.toFixed(1)} suffix="mm" onChange={set} onPressEnter={settle} />
  );
  return (
    <section className="print-group">
      <div className="print-row">
        <label htmlFor="print-overprint">套打</label>
        <Switch id="print-overprint" size="small" checked={wish.overprint} onChange={(overprint) => change({ overprint })} />
        <span className="small quiet">{wish.overprint ? '红头、红线已在纸上，不再印' : '印在预印红头的纸上时打开'}</span>
      </div>
      {wish.overprint && (
        <>
          <div className="print-row"><span className="print-label">偏移</span>向右{offset('向右偏移', wish.offsetX, (offsetX) => change({ offsetX }))}向下{offset('向下偏移', wish.offsetY, (offsetY) => change({ offsetY }))}</div>
          <div className="print-row"><span className="print-label">量得</span>距左{measure('十字距纸左边', measured.x, (x) => setMeasured({ ...measured, x }))}距上{measure('十字距纸上边', measured.y, (y) => setMeasured({ ...measured, y }))}</div>
          <p className="small quiet print-note">先印校准页，量左上角十字到纸边的距离，填在“量得”里换算。偏移按打印机记住。</p>
          <div className="print-row print-buttons">
            <Button size="small" loading={isBusy} onClick={onTestSheet}>印校准页</Button>
            <Button size="small" disabled={measured.x === null && measured.y === null} onClick={settle}>按量得换算</Button>
          </div>
        </>
      )}
    </section>
  );
}
