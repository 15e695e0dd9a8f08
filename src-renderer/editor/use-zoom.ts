import { useCallback, useState } from 'react';
import { useStable } from '../ui/use-stable.ts';

/** Pixels of one millimetre at 100 %, as CSS counts them. */
const PIXELS_PER_MM = 96 / 25.4;
const STEPS = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
/** A sheet upright and across, and what stands beside it on the desk. */
const PAPER_MM = 210;
const ACROSS_MM = 297;
const MARGIN = 36;
const MOST = 300;

export interface Zoom {
  readonly percent: number;
  readonly scale: number;
  change(by: 1 | -1): void;
  set(percent: number): void;
  /** Keeps the paper within a desk of this width until a person chooses. */
  fit(deskWidth: number): void;
  /** 适合页宽: as wide as the desk lets a sheet be, upright or, for the moment only, across. */
  fitWidth(isAcross: boolean): void;
}

/** The size of the paper: as chosen, but until a person chooses in this window never wider than the desk. */
export function useZoom(preferred: number, onChosen: (percent: number) => void): Zoom {
  const [chosen, setChosen] = useState<number | null>(null);
  const [desk, setDesk] = useState<number | null>(null);
  const percent = chosen ?? Math.min(preferred, widest(desk, PAPER_MM));
  const set = useStable((next: number): void => {
    setChosen(next);
    onChosen(next);
  });
  return {
    percent,
    scale: (percent / 100) * PIXELS_PER_MM,
    set,
    change: useStable((by) => set(by === 1 ? (STEPS.find((step) => step > percent) ?? percent) : (STEPS.findLast((step) => step < percent) ?? percent))),
    fitWidth: (isAcross) => (isAcross ? setChosen : set)(widest(desk, isAcross ? ACROSS_MM : PAPER_MM)),
    fit: useCallback((width) => width > 0 && setDesk(width), []),
  };
}

/** Per cent at which a sheet of so many millimetres is as wide as the desk lets it be. */
const widest = (desk: number | null, millimetres: number): number =>
  desk === null ? MOST : Math.min(MOST, Math.max(50, Math.floor(((desk - MARGIN) / millimetres / PIXELS_PER_MM) * 100)));
