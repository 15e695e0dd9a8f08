import { flushSync } from 'react-dom';

/** The first block of a landscape sheet that shows on the desk. */
export function landscapeInSight(desk: HTMLElement): Element | undefined {
  const { top, bottom } = desk.getBoundingClientRect();
  return [...desk.querySelectorAll('.on-wide')].find((block) => {
    const place = block.getBoundingClientRect();
    return place.bottom > top && place.top < bottom;
  });
}

/** 适合页宽 for what is in sight: where a landscape sheet shows it is that one, and it comes whole onto the desk at the height where it stood. */
export function fitSheet(desk: HTMLElement, fit: (isAcross: boolean) => void): void {
  const across = landscapeInSight(desk);
  const stood = across?.getBoundingClientRect().top ?? 0;
  flushSync(() => fit(across !== undefined));
  if (!across) return;
  desk.scrollTop += across.getBoundingClientRect().top - stood;
  // It reaches out at the right of where an upright sheet stands.
  desk.scrollLeft = desk.scrollWidth;
}
