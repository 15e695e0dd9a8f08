import type { Item } from '../recognise/enumerations.ts';

/** An item that becomes a marker; `restart` where its number is 1 though one went before. */
export interface PlacedItem extends Item {
  readonly restart: boolean;
}

/**
 * Follows the numbering of a document (document/numbering.ts) paragraph by paragraph and says which items may become markers:
 * only those whose computed label equals the source's. The others stay text.
 */
export function createMarkerPlacer(): { place(items: readonly Item[]): PlacedItem[]; reset(): void } {
  let series = new Map<string, number>();
  return {
    reset() {
      series = new Map();
    },
    place(items) {
      const here = new Map<string, number>();
      const placed: PlacedItem[] = [];
      let opens = false;
      for (const item of items) {
        const first = item.start === 0;
        const before = first ? (series.get(item.style) ?? 0) : (here.get(item.style) ?? 0);
        if (item.number !== before + 1 && item.number !== 1) continue;
        if (first) opens = true;
        placed.push({ ...item, restart: item.number !== before + 1 });
        here.set(item.style, item.number);
      }
      if (!opens) series = new Map();
      else series = new Map([...series, [placed[0]!.style, here.get(placed[0]!.style)!]]);
      return placed;
    },
  };
}
