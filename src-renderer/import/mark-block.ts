/** Frames what was made of a block, and with `isShown` brings the first of it into view. Done beside React: a long text is not drawn anew for it. */
export function markBlock(root: HTMLElement, block: number | null, isShown: boolean): void {
  for (const old of root.querySelectorAll('.in-hand')) old.classList.remove('in-hand');
  if (block === null) return;
  const found = root.querySelectorAll(`[data-block="${block}"]`);
  for (const each of found) each.classList.add('in-hand');
  if (found[0] && isShown) bringIntoView(found[0]);
}

/** Scrolls only when the place is not to be seen already. */
export function bringIntoView(element: Element): void {
  const box = element.closest('.source, .import-desk')?.getBoundingClientRect();
  const { top, bottom } = element.getBoundingClientRect();
  if (box && top >= box.top && bottom <= box.bottom) return;
  element.scrollIntoView({ block: 'center' });
}
