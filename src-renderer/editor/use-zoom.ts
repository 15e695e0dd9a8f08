import { useCallback, useState } from 'react';
import { useStable } from '../ui/use-stable.ts';

/** Pixels of one millimetre at 100 %, as CSS counts them. */
const PIXELS_PER_MM = 96 / 25.4;
const STEPS = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
/** The paper and what stands beside it on the desk. */
const PAPER_MM = 210;
const MARGIN = 36;

export interface Zoom {
  readonly percent: number;
  readonly scale: number;
  change(by: 1 | -1): void;
  set(percent: number): void;
  /** Keeps the paper within a desk of this width until a person chooses. */
  fit(deskWidth: number): void;
  /** 适合页宽: as wide as the desk lets it be. */
  fitWidth(): void;
}

/** The size of the paper: as chosen, but until a person chooses in this window never wider than the desk. */
export function useZoom(preferred: number, onChosen: (percent: number) => void): Zoom {
  const [chosen, setChosen] = useState<number | null>(null);
  const [widest, setWidest] = useState(400);
  const percent = chosen ?? Math.min(preferred, widest);
  const set = useStable((next: number): void => {
    setChosen(next);
    onChosen(next);
  });
  return {
    percent,
    scale: (percent / 100) * PIXELS_PER_MM,
    set,
    change: useStable((by) => set(by === 1 ? (STEPS.find((step) => step > percent) ?? percent) : (STEPS.findLast((step) => step < percent) ?? percent))),
    fitWidth: () => set(Math.min(300, widest)),
    fit: useCallback((width) => width > 0 && setWidest(Math.max(50, Math.floor(((width - MARGIN) / PAPER_MM / PIXELS_PER_MM) * 100))), []),
  };
}
