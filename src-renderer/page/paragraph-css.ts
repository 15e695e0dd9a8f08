import { STYLE_KEYS } from '#core/template/styles.ts';
import type { Face, ParagraphStyle, ResolvedStyles, StyleKey } from '#core/template/styles.ts';
import { millimetresFromTwips } from '#core/units/length.ts';

/** Font stacks of the faces: the office's own first where installed is a matter of export; the screen uses the bundled ones. */
const FACES: Readonly<Record<Face, string>> = { fang: 'var(--face-fang)', kai: 'var(--face-kai)', hei: 'var(--face-hei)', song: 'var(--face-song)', biao: 'var(--face-biao)' };

/** Twips as a CSS length on the paper: millimetres times --u, the pixels of one millimetre. */
export const paperLength = (twips: number): string => (twips === 0 ? '0' : `calc(${round(millimetresFromTwips(twips))} * var(--u))`);

/** Half-points as a CSS length on the paper. */
export const paperSize = (halfPoints: number): string => `calc(${round((halfPoints / 144) * 25.4)} * var(--u))`;

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A paragraph style as CSS declarations, every length in --u. */
export function paragraphCss(style: ParagraphStyle): Readonly<Record<string, string>> {
  return {
    'font-family': FACES[style.face],
    'font-size': paperSize(style.size),
    'font-weight': style.bold ? '700' : '400',
    'letter-spacing': paperLength(style.spacing),
    'line-height': paperLength(style.line),
    color: style.color === 'red' ? 'var(--paper-red)' : 'var(--paper-black)',
    'text-align': style.align,
    'text-indent': paperLength(style.firstLine),
    'padding-left': paperLength(style.left),
    'padding-right': paperLength(style.right),
    'margin-top': paperLength(style.before),
    'margin-bottom': paperLength(style.after),
  };
}

/**
 * Rules for `.p-KEY` inside `.SCOPE`, for every style key: what one template's paper looks like. They weigh one class, so
 * that the rules of page.css, which say how elements stand to one another, win.
 */
export function paperRules(styles: ResolvedStyles, scope: string): string {
  const rule = (selectors: readonly string[], style: ParagraphStyle): string => {
    const declarations = Object.entries(paragraphCss(style)).map(([name, value]) => `${name}:${value}`);
    return `${selectors.map((selector) => `:where(.${scope}) ${selector}`).join(',')}{${declarations.join(';')}}`;
  };
  const lead = (key: StyleKey, { face }: ParagraphStyle): string => `:where(.${scope}) .p-${key}.goes-on::before,:where(.${scope}) .p-${key} .run-in-lead{font-family:${FACES[face]}}`;
  return [
    ...STYLE_KEYS.map((key) => rule(selectorsOf(key), styles.paragraph[key])), rule(['.p-heading1:where([data-run-in])'], styles.clause),
    lead('heading1', styles.clause), lead('heading2', styles.paragraph.heading2),
  ].join('\n');
}

/** In the editor a paragraph does not know that it stands in a table; there the cell says it. */
function selectorsOf(key: StyleKey): readonly string[] {
  if (key === 'tableCell') return ['.p-tableCell', 'td .p-body'];
  if (key === 'tableHead') return ['.p-tableHead', 'tr[data-header] .p-body'];
  return [`.p-${key}`];
}
