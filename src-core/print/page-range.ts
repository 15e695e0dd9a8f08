/** Pages a range names, from 1 and in their order, or what is wrong with it. */
export type PageRange = { readonly ok: true; readonly pages: readonly number[] } | { readonly ok: false; readonly piece: string; readonly problem: 'unreadable' | 'beyond' | 'backwards' };

/**
 * Reads `1-3，5` of a document of so many pages; '' means all. Digits, commas and dashes may be full-width, as an input method leaves
 * them; `3-` runs to the end, `-3` from the beginning.
 */
export function readPageRange(written: string, count: number): PageRange {
  const text = written.normalize('NFKC').replace(/[\s第页]/gu, '').replace(/[—–－~～至到‐‑−]+/gu, '-');
  if (text === '') return { ok: true, pages: Array.from({ length: count }, (_, index) => index + 1) };
  const wanted = new Set<number>();
  for (const piece of text.split(/[,、;]/u).filter((each) => each !== '')) {
    const match = /^(\d{0,6})(-?)(\d{0,6})$/.exec(piece);
    if (!match || (match[1] === '' && match[3] === '')) return { ok: false, piece, problem: 'unreadable' };
    const [, from = '', dash = '', to = ''] = match;
    const first = from === '' ? 1 : Number(from);
    const last = dash === '' ? first : to === '' ? count : Number(to);
    if (first < 1 || first > count || last < 1 || last > count) return { ok: false, piece, problem: 'beyond' };
    if (last < first) return { ok: false, piece, problem: 'backwards' };
    for (let page = first; page <= last; page++) wanted.add(page);
  }
  if (wanted.size === 0) return { ok: false, piece: written.trim(), problem: 'unreadable' };
  return { ok: true, pages: [...wanted].sort((a, b) => a - b) };
}
