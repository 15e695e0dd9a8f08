/** What F6 walks through: parts of the window marked `data-region`, in the order of the page; hidden ones are passed over. */
const shownRegions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null || region.getClientRects().length > 0);

const FOCUSABLE = 'button:not(:disabled):not([tabindex="-1"]), input:not(:disabled):not([type="file"]), select, textarea, a[href], [contenteditable="true"], [tabindex="0"]';

/** Where the focus was in a region when it was left. */
const left = new WeakMap<HTMLElement, HTMLElement>();

/** Takes the focus to the next (1) or previous (−1) region, around the end, to where it was there before. */
export function stepRegion(by: 1 | -1): void {
  const regions = shownRegions();
  if (regions.length === 0) return;
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const at = regions.findIndex((region) => region.contains(active));
  if (at >= 0 && active) left.set(regions[at]!, active);
  for (let step = 1; step <= regions.length; step++) {
    const from = at < 0 ? (by === 1 ? -1 : 0) : at;
    if (enter(regions[(from + by * step + regions.length * 2) % regions.length]!)) return;
  }
}

function enter(region: HTMLElement): boolean {
  const before = left.get(region);
  const target = before?.isConnected && before.getClientRects().length > 0 ? before
    : region.querySelector<HTMLElement>('[contenteditable="true"]') ?? region.querySelector<HTMLElement>('[aria-current="location"], [aria-current="page"], [role="tab"][aria-selected="true"]')
      ?? [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((each) => each.getClientRects().length > 0);
  if (!target) return false;
  target.focus();
  return document.activeElement === target;
}
