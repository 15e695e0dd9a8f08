import { useEffect, useState } from 'react';
import { createMeasurer } from '#core/layout/measure/measure-layout.ts';
import type { Measurement } from '#core/layout/measure/measurement.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import type { LaidOut } from './use-layout.ts';

/** Pages are measured in the pauses, so long at a time: typing goes on beside it. */
const SLICE_MS = 8;

/** The pages of a draft measured against the standard; null until the first time. What was measured before stays until all is measured anew. */
export function useMeasurements(laid: LaidOut | null, styles: ResolvedStyles): readonly Measurement[] | null {
  const [measured, setMeasured] = useState<readonly Measurement[] | null>(null);
  useEffect(() => {
    if (!laid) return;
    const { layout, doc } = laid;
    const measurer = createMeasurer(layout, doc, styles);
    let page = 0;
    let idle = requestIdleCallback(function measure() {
      const end = performance.now() + SLICE_MS;
      while (page < layout.pages.length && performance.now() < end) measurer.add(layout.frame(page++));
      if (page === layout.pages.length) setMeasured(measurer.results());
      else idle = requestIdleCallback(measure, { timeout: 500 });
    }, { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [laid, styles]);
  return measured;
}
