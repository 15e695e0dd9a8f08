import { useCallback, useState } from 'react';
import type { UIEvent } from 'react';

/** Lines or blocks of a long source that stand on the screen, from `from` up to `to`; the rest comes when one scrolls there. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** For the box that scrolls. */
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

/** What is drawn at once: a few screens. Drawing all of a text of millions of characters would stop the window for half a minute. */
const STEP = 600;
/** Pixels from an end of the box at which more is drawn, before it is reached. */
const NEAR = 1_500;

/** Shows the beginning first, and whatever is `wanted` (places a person goes to) as soon as it changes. */
export function useStretch(total: number, ...wanted: readonly (number | null | undefined)[]): Stretch {
  const [shown, setShown] = useState({ from: 0, to: STEP, wanted });
  let { from, to } = shown;
  if (wanted.some((at, index) => at !== shown.wanted[index])) {
    for (const [index, at] of wanted.entries()) {
      if (at == null || at === shown.wanted[index] || (at >= from && at < to)) continue;
      from = Math.max(0, at - STEP / 2);
      to = at + STEP / 2;
    }
    setShown({ from, to, wanted });
  }
  const onScroll = useCallback(({ currentTarget: box }: UIEvent<HTMLElement>): void => {
    const up = box.scrollTop < NEAR;
    const down = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    if (up || down) setShown((now) => (up && now.from > 0) || (down && now.to < total) ? { ...now, from: up ? Math.max(0, now.from - STEP) : now.from, to: down ? now.to + STEP : now.to } : now);
  }, [total]);
  return { from, to: Math.min(to, total), onScroll };
}
