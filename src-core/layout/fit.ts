import type { ParagraphStyle, ResolvedStyles, StyleKey } from '../template/styles.ts';
import { STYLE_KEYS, TEXT_WIDTH } from '../template/styles.ts';
import { LINE, SIZES } from '../units/length.ts';
import type { HalfPoints, Twips } from '../units/length.ts';

/** How a document was fitted to its pages (7.3.5.5): lines to a page and characters to a line; 22 and 28 as the standard has it. */
export interface Fit {
  readonly lines: number;
  readonly characters: number;
  /** The 发文机关标志 is no larger than this, so that the first page shows text (7.2.4); not there where it is as its style has it. */
  readonly mark?: HalfPoints;
  /** The 版记 begins a page of its own, because footnotes stand where it would; not there where it does not. */
  readonly isImprintApart?: true;
}

export const STANDARD_FIT: Fit = { lines: 22, characters: 28 };

/** What is tried, mildest first: line pitch between 26 and 30.5 pt, then one character more on a line. */
export const LADDER: readonly Fit[] = [
  { lines: 23, characters: 28 }, { lines: 21, characters: 28 }, { lines: 24, characters: 28 }, { lines: 22, characters: 29 },
];

/** Sizes of the 发文机关标志 that are tried, largest first: 36 to 16 pt. */
export const MARK_LADDER: readonly Fit[] = [72, 60, 52, 44, 36, 32].map((mark) => ({ ...STANDARD_FIT, mark }));

/** Closer than anyone would set a whole text; only where a word processor would else leave the 落款 alone. */
export const WORD_LADDER: readonly Fit[] = [{ lines: 23, characters: 29 }, { lines: 21, characters: 29 }, { lines: 24, characters: 29 }];

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
    const { issuerMark } = paragraph;
    fits.set(fit, (fitted = { ...styles, clause: fitStyle(styles.clause, line, spacing), paragraph: fit.mark === undefined ? paragraph : { ...paragraph, issuerMark: { ...issuerMark, size: Math.min(issuerMark.size, fit.mark) } } }));
  }
  return fitted;
}

const fitStyle = (style: ParagraphStyle, line: Twips, spacing: Twips | null): ParagraphStyle => ({
  ...style,
  line: style.line === LINE ? line : style.line,
  spacing: spacing !== null && style.size === SIZES.三号 ? spacing : style.spacing,
});
