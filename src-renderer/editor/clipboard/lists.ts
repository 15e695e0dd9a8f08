/** Levels a 公文 has (GB/T 9704—2012 7.3.3). */
const LEVELS = 4;
const LABELS = [(n: number) => `${CHINESE[n] ?? n}、`, (n: number) => `（${CHINESE[n] ?? n}）`, (n: number) => `${n}.`, (n: number) => `（${n}）`] as const;
const CHINESE = ['', ...'一二三四五六七八九十'];

/** Numbered lists of the web carry no numbers in their text: they are written out, so that they become headings like typed ones. */
export interface FlattenedLists {
  /** How deep the lists went; more than four levels do not exist in a 公文. */
  readonly depth: number;
}

/**
 * Writes the number of each item of `ol` lists before its text, a list of one or two levels as 1. and （1）, a deeper one from 一、 on;
 * what lies below the fourth level joins it. Items of `ul` stay plain paragraphs. Not for Word, which writes numbers itself.
 */
export function numberLists(source: HTMLElement): FlattenedLists {
  let deepest = 0;
  for (const list of source.querySelectorAll<HTMLElement>('ol, ul')) {
    if (list.parentElement?.closest('ol, ul')) continue;
    const depth = depthOf(list);
    deepest = Math.max(deepest, depth);
    const first = depth <= 2 ? 2 : 0;
    const counts = new Array<number>(LEVELS).fill(0);
    // Without recursion, and in the order of the page: below the fourth level all lists count as one.
    for (const item of list.querySelectorAll<HTMLElement>('li')) {
      const own = item.parentElement!;
      if (own.nodeName !== 'OL') continue;
      const level = Math.min(LEVELS - 1, first + levelIn(item, list));
      const start = item === own.firstElementChild ? Number(own.getAttribute('start') ?? 1) - 1 : null;
      if (start !== null && Number.isInteger(start) && start > 0 && levelIn(item, list) < LEVELS - first) counts[level] = start;
      counts[level]!++;
      counts.fill(0, level + 1);
      item.prepend(item.ownerDocument.createTextNode(LABELS[level]!(counts[level]!)));
    }
  }
  return { depth: deepest };
}

function depthOf(list: HTMLElement): number {
  let depth = 0;
  for (const inner of [list, ...list.querySelectorAll<HTMLElement>('ol, ul')]) depth = Math.max(depth, ancestors(inner, list) + 1);
  return depth;
}

const levels = new WeakMap<Element, number>();

/** How many lists stand around one, up to the outermost. */
function ancestors(list: Element, outermost: Element): number {
  const known = levels.get(list);
  if (known !== undefined) return known;
  const around = list === outermost ? null : list.parentElement!.closest('ol, ul');
  const level = around === null ? 0 : ancestors(around, outermost) + 1;
  levels.set(list, level);
  return level;
}

const levelIn = (item: Element, outermost: Element): number => ancestors(item.parentElement!, outermost);

/** What a person is told of lists deeper than a 公文 can be. */
export const deepListNotice = (depth: number): string | null => (depth > LEVELS ? `粘贴的列表有 ${depth} 级，公文只有四级：第四级以下的都并到了第四级，文字一句没少。` : null);
