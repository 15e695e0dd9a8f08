import { CELL, LINE, SIZES, SMALL_CELL } from '../units/length.ts';
import type { HalfPoints, Twips } from '../units/length.ts';
import type { Closing, Format, Template } from './template.ts';

/** Typefaces by role: 仿宋, 楷体, 黑体, 宋体, 小标宋. Which font stands for each is a host's matter. */
export type Face = 'fang' | 'kai' | 'hei' | 'song' | 'biao';

/** How a paragraph is set. Lengths in twips, sizes in half-points; screen, docx and layout read the same numbers. */
export interface ParagraphStyle {
  readonly face: Face;
  readonly size: HalfPoints;
  /** Added to every character's advance; −5 makes 16 pt characters stand 28 to a line. */
  readonly spacing: Twips;
  readonly color: 'black' | 'red';
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** Exact line pitch. */
  readonly line: Twips;
  /** Indent of the first line relative to `left`; negative hangs. */
  readonly firstLine: Twips;
  readonly left: Twips;
  readonly right: Twips;
  /** Empty space above, in twips; dropped at the top of a page. */
  readonly before: Twips;
  readonly after: Twips;
  readonly keepWithNext: boolean;
  /** 1–5 for headings, as word processors count outline levels. */
  readonly outline: 0 | 1 | 2 | 3 | 4 | 5;
}

/** Page geometry in twips (GB/T 9704—2012 5.1, 5.2.1). */
export interface PageGeometry {
  readonly width: Twips;
  readonly height: Twips;
  readonly top: Twips;
  readonly bottom: Twips;
  readonly left: Twips;
  readonly right: Twips;
}

export const PAGE: PageGeometry = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1587, right: 1474 };

/** Width of the text block (版心), 156 mm. */
export const TEXT_WIDTH: Twips = PAGE.width - PAGE.left - PAGE.right;

/** A style for every role of the document model, for the five heading and article levels, and for what stands in tables. */
export const STYLE_KEYS = [
  'copyNumber', 'secrecy', 'urgency', 'resultMark', 'issuerMark', 'documentNumber', 'signatory', 'title', 'titleNote', 'addressee',
  'heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'article1', 'article2', 'article3', 'article4', 'article5', 'body', 'attachmentNote', 'present', 'excused', 'observing', 'signature', 'date', 'note', 'annex', 'annexMark', 'embedded',
  'sentTo', 'copyTo', 'printer', 'printDate', 'printRun', 'tableHead', 'tableCell', 'footnote', 'pageNumber',
] as const;
export type StyleKey = (typeof STYLE_KEYS)[number];

export interface ResolvedStyles {
  readonly format: Format;
  readonly closing: Closing;
  readonly page: PageGeometry;
  readonly paragraph: Readonly<Record<StyleKey, ParagraphStyle>>;
  /** A first level that runs on (一、同意……。): where a kind's 一、 are provisions (批复, 公告), all of it is set as body text. */
  readonly clause: ParagraphStyle;
}

/** The style key of a paragraph: its role, with the level for a heading or an article. */
export const styleKey = (role: string, level: number): StyleKey =>
  role === 'heading' || role === 'article' ? (`${role}${Math.min(Math.max(level, 1), 5)}` as StyleKey) : (role as StyleKey);

/** How a paragraph is set by what it is; `attrs` are those of a paragraph node. */
export function paragraphStyleOf({ paragraph, clause }: Pick<ResolvedStyles, 'paragraph' | 'clause'>, attrs: Readonly<Record<string, unknown>>): ParagraphStyle {
  const { role, level, runIn } = attrs as { role: string; level: number; runIn: boolean };
  return role === 'heading' && level === 1 && runIn ? clause : paragraph[styleKey(role, level)];
}

const BODY: ParagraphStyle = {
  face: 'fang', size: SIZES.三号, spacing: -5, color: 'black', bold: false, align: 'justify', line: LINE,
  firstLine: 2 * CELL, left: 0, right: 0, before: 0, after: 0, keepWithNext: false, outline: 0,
};
const FLUSH: ParagraphStyle = { ...BODY, firstLine: 0, align: 'left' };
const TITLE: ParagraphStyle = { ...BODY, face: 'biao', size: SIZES.二号, spacing: 0, align: 'center', firstLine: 0, before: 2 * LINE, after: LINE, keepWithNext: true };
const IMPRINT: ParagraphStyle = { ...FLUSH, size: SIZES.四号, spacing: 0, left: SMALL_CELL, right: SMALL_CELL };
const heading = (outline: 1 | 2 | 3 | 4 | 5, face: Face): ParagraphStyle => ({ ...BODY, face, outline, keepWithNext: true });

/** The paragraph styles of the common format (clauses of GB/T 9704—2012). */
const STANDARD: Record<StyleKey, ParagraphStyle> = {
  copyNumber: FLUSH, // 7.2.1
  secrecy: { ...FLUSH, face: 'hei' }, // 7.2.2
  urgency: { ...FLUSH, face: 'hei' }, // 7.2.3
  resultMark: { ...FLUSH, align: 'right' },
  issuerMark: { ...FLUSH, face: 'biao', size: 84, spacing: 0, color: 'red', align: 'center', line: 1000, keepWithNext: true }, // 7.2.4
  documentNumber: { ...FLUSH, align: 'center' }, // 7.2.5
  signatory: { ...FLUSH, align: 'right', right: CELL }, // 7.2.6; the name itself is 楷体
  title: TITLE, // 7.3.1
  titleNote: { ...FLUSH, face: 'kai', align: 'center' },
  addressee: { ...FLUSH, align: 'justify' }, // 7.3.2
  heading1: heading(1, 'hei'), // 7.3.3
  heading2: heading(2, 'kai'),
  heading3: heading(3, 'fang'),
  heading4: heading(4, 'fang'),
  heading5: heading(5, 'fang'),
  // 章节条: 法规 are set so by custom, the standard says nothing; the label of a 条 is 黑体, its text 仿宋.
  article1: { ...heading(1, 'hei'), align: 'center', firstLine: 0, before: Math.floor(LINE / 2), after: Math.floor(LINE / 2) },
  article2: { ...heading(2, 'kai'), align: 'center', firstLine: 0 },
  article3: { ...BODY, outline: 3 },
  article4: BODY,
  article5: BODY,
  body: BODY,
  attachmentNote: { ...BODY, left: 6 * CELL, firstLine: -4 * CELL, align: 'left' }, // 7.3.4; before: one line above the first
  present: { ...BODY, left: 5 * CELL, firstLine: -3 * CELL, align: 'left' }, // 10.3; its label is 黑体
  excused: { ...BODY, left: 5 * CELL, firstLine: -3 * CELL, align: 'left' },
  observing: { ...BODY, left: 5 * CELL, firstLine: -3 * CELL, align: 'left' },
  signature: { ...FLUSH, align: 'right', right: 4 * CELL, keepWithNext: true }, // 7.3.5
  date: { ...FLUSH, align: 'right', right: 4 * CELL }, // 7.3.5.4
  note: BODY, // 7.3.6
  annex: { ...TITLE, before: LINE, after: LINE }, // 7.3.7: mark on line 1, title on line 3
  annexMark: { ...FLUSH, face: 'hei', keepWithNext: true },
  embedded: { ...TITLE, before: LINE },
  sentTo: { ...IMPRINT, left: 4 * SMALL_CELL, firstLine: -3 * SMALL_CELL }, // 7.3.2
  copyTo: { ...IMPRINT, left: 4 * SMALL_CELL, firstLine: -3 * SMALL_CELL }, // 7.4.2
  printer: IMPRINT, // 7.4.3
  printDate: { ...IMPRINT, align: 'right' },
  printRun: { ...IMPRINT, align: 'right' },
  tableHead: { ...FLUSH, face: 'hei', size: SIZES.四号, spacing: 0, align: 'center', line: 440 },
  tableCell: { ...FLUSH, size: SIZES.四号, spacing: 0, align: 'left', line: 440 },
  footnote: { ...FLUSH, face: 'song', size: SIZES.小五, spacing: 0, align: 'justify', line: 260 },
  pageNumber: { ...FLUSH, face: 'song', size: SIZES.四号, spacing: 0, line: 280 }, // 7.5
};

/** What a format changes. 信函格式 (10.1): the number flush right under the double rule. 命令格式 (10.2): the text two lines below the number. */
const BY_FORMAT: Readonly<Record<Format, Partial<Record<StyleKey, Partial<ParagraphStyle>>>>> = {
  document: {},
  letter: { documentNumber: { align: 'right' } },
  order: { documentNumber: { after: 2 * LINE } },
  minutes: {},
};

/** Fills every default of a template's look. Unknown keys of `styles` are ignored. */
export function resolveStyles(template: Pick<Template, 'format' | 'closing' | 'styles'> | null): ResolvedStyles {
  const format = template?.format ?? 'document';
  const paragraph = {} as Record<StyleKey, ParagraphStyle>;
  for (const key of STYLE_KEYS) {
    paragraph[key] = { ...STANDARD[key], ...BY_FORMAT[format][key], ...(template?.styles?.[key] as Partial<ParagraphStyle> | undefined) };
  }
  return { format, closing: template?.closing ?? (format === 'order' ? 'signed' : 'sealed'), page: PAGE, paragraph, clause: { ...paragraph.heading1, ...(template?.styles?.clause as Partial<ParagraphStyle> | undefined) } };
}
