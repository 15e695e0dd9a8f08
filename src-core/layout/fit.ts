import type { ParagraphStyle, ResolvedStyles, StyleKey } from '../template/styles.ts';
import { STYLE_KEYS, TEXT_WIDTH } from '../template/styles.ts';
import { LINE, SIZES } from '../units/length.ts';
import type { Twips } from '../units/length.ts';

/** How a document was fitted to its pages (7.3.5.5): lines to a page and characters to a line; 22 and 28 as the standard has it. */
export interface Fit {
  readonly lines: number;
  readonly characters: number;
}

export const STANDARD_FIT: Fit = { lines: 22, characters: 28 };

/** What is tried, mildest first: line pitch between 26 and 30.5 pt, then one character more on a line. */
export const LADDER: readonly Fit[] = [
  { lines: 23, characters: 28 }, { lines: 21, characters: 28 }, { lines: 24, characters: 28 }, { lines: 22, characters: 29 },
];

/** Closer than anyone would set a whole text; only where a word processor would else part the 落款. */
export const CLOSEST: Fit = { lines: 24, characters: 29 };

/** What is set in lines of the grid: the text between 版头 and 版记. */
const FITTED: ReadonlySet<StyleKey> = new Set(STYLE_KEYS.filter((key) => /^(titleNote|addressee|heading|article|body|attachmentNote|present|excused|observing|signature|date|note)/.test(key)));

const made = new WeakMap<ResolvedStyles, Map<Fit, ResolvedStyles>>();

/** The styles with the line and character pitch of a fit: what layout, page and .docx all read. */
export function fitStyles(styles: ResolvedStyles, fit: Fit): ResolvedStyles {
  if (fit === STANDARD_FIT) return styles;
  let fits = made.get(styles);
  if (!fits) made.set(styles, (fits = new Map()));
  let fitted = fits.get(fit);
  if (!fitted) {
    const { page } = styles;
    const line = fit.lines === STANDARD_FIT.lines ? LINE : Math.floor((page.height - page.top - page.bottom) / fit.lines);
    const spacing = fit.characters === STANDARD_FIT.characters ? null : Math.floor(TEXT_WIDTH / fit.characters) - SIZES.三号 * 10;
    const paragraph = Object.fromEntries(STYLE_KEYS.map((key) => [key, FITTED.has(key) ? fitStyle(styles.paragraph[key], line, spacing) : styles.paragraph[key]])) as Record<StyleKey, ParagraphStyle>;
    fits.set(fit, (fitted = { ...styles, paragraph }));
  }
  return fitted;
}

const fitStyle = (style: ParagraphStyle, line: Twips, spacing: Twips | null): ParagraphStyle => ({
  ...style,
  line: style.line === LINE ? line : style.line,
  spacing: spacing !== null && style.size === SIZES.三号 ? spacing : style.spacing,
});
