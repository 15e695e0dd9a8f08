import type { Node } from 'prosemirror-model';
import type { Numbering } from '../document/numbering.ts';
import type { ParagraphStyle } from '../template/styles.ts';
import type { BrokenLine } from './break-lines.ts';
import { breakLines } from './break-lines.ts';
import type { MetricsPack } from './metrics.ts';
import { lookOf, NOTE_MARK, paragraphText } from './paragraph-text.ts';
import type { TextForm, TextPiece } from './paragraph-text.ts';
import type { Profile } from './profile.ts';
import { shapeText } from './shape.ts';
import type { ShapedText } from './shape.ts';
import type { Millipoints } from './unit.ts';

/** How a paragraph is set: everything its lines hang on but its own words. */
export interface ParagraphForm extends TextForm {
  /** Width from its left to its right edge. */
  readonly measure: Millipoints;
  readonly firstIndent: Millipoints;
  readonly align: ParagraphStyle['align'];
  /** How its footnotes are set; null where it can have none. */
  readonly notes: ParagraphForm | null;
  /** A mark may hang outside the measure; never in a cell of a table, where it would stand on the line, nor in what is centred or large. */
  readonly mayHang: boolean;
}

/** A paragraph broken into lines. It knows no page and no position in the document, so it serves until its words or its form change. */
export interface LaidParagraph {
  readonly form: ParagraphForm;
  readonly text: ShapedText;
  readonly lines: readonly BrokenLine[];
  /** Its footnotes in order. */
  readonly notes: readonly LaidNote[];
}

/** A footnote as it is set at the foot of a page: which line its mark stands on, and where in the paragraph's content. */
export interface LaidNote {
  readonly line: number;
  readonly at: number;
  readonly laid: LaidParagraph;
}

const NO_NOTES: readonly LaidNote[] = [];

/** What paragraphs are laid with; one for as long as metrics and profile stay, so that a keystroke lays one paragraph only. */
export interface Setting {
  readonly metrics: MetricsPack;
  readonly profile: Profile;
  readonly profileInCells: Profile;
  readonly cache: WeakMap<Node, CachedParagraph[]>;
  readonly words: Map<string, LaidParagraph>;
}

interface CachedParagraph {
  readonly words: string;
  readonly laid: LaidParagraph;
}

export const createSetting = (metrics: MetricsPack, profile: Profile): Setting => ({ metrics, profile, profileInCells: { ...profile, hangs: false, bindsDates: profile.bindsUnits, loss: profile.lossInCells }, cache: new WeakMap(), words: new Map() });

/** The overflow ladder tries a few forms of every paragraph. */
const FORMS_KEPT = 4;

/** The lines of a paragraph, from the cache where neither its node nor its form nor its computed words have changed. */
export function layParagraph(setting: Setting, para: Node | null, pos: number, form: ParagraphForm, numbering: Numbering): LaidParagraph {
  if (!para) return layWords(setting, pos, form, numbering);
  const words = inlineWords(para, pos, numbering);
  const kept = setting.cache.get(para);
  if (kept) for (const each of kept) if (each.words === words && isSameForm(each.laid.form, form)) return each.laid;
  const laid = lay(setting, para, pos, form, numbering);
  setting.cache.set(para, [{ words, laid }, ...(kept ?? []).slice(0, FORMS_KEPT - 1)]);
  return laid;
}

/** Labels and page numbers belong to no node: they are known by their words. */
function layWords(setting: Setting, pos: number, form: ParagraphForm, numbering: Numbering): LaidParagraph {
  const kept = setting.words.get(form.label);
  if (kept && isSameForm(kept.form, form)) return kept;
  const laid = lay(setting, null, pos, form, numbering);
  if (setting.words.size >= WORDS_KEPT) setting.words.clear();
  setting.words.set(form.label, laid);
  return laid;
}

/** Numbers of the pages of a long document. */
const WORDS_KEPT = 4000;

function lay(setting: Setting, para: Node | null, pos: number, form: ParagraphForm, numbering: Numbering): LaidParagraph {
  const text = shapeText(paragraphText(para, pos, form, numbering), para?.content.size ?? 0, setting.metrics, setting.profile);
  const lines = breakLines(text, form.measure, form.firstIndent, form.mayHang ? setting.profile : setting.profileInCells);
  return { form, text, lines, notes: text.marks.length > 0 && form.notes ? layNotes(setting, text, lines, form.notes) : NO_NOTES };
}

function layNotes(setting: Setting, text: ShapedText, lines: readonly BrokenLine[], form: ParagraphForm): LaidNote[] {
  let line = 0;
  return text.marks.map(({ index, note }) => {
    while (line < lines.length - 1 && index >= lines[line]!.end) line++;
    return { line, at: text.places[index]!, laid: layNote(setting, note, form) };
  });
}

/** A note: its number, which its page decides, then its words. Like labels it is known by them. */
function layNote(setting: Setting, words: string, form: ParagraphForm): LaidParagraph {
  const key = `\n${words}`;
  const kept = setting.words.get(key);
  if (kept && isSameForm(kept.form, form)) return kept;
  const look = lookOf(form.style, form.isWhole);
  const pieces: TextPiece[] = [{ text: NOTE_MARK, look: setting.profile.raisesNoteNumbers ? { ...look, raised: 1 } : look, at: 0, isComputed: true, note: '' }, { text: ' ', look, at: 0, isComputed: true }];
  words.split('\n').forEach((each, index) => {
    if (index > 0) pieces.push({ end: 'person', at: 0 });
    if (each !== '') pieces.push({ text: each, look, at: 0, isComputed: true });
  });
  const text = shapeText(pieces, 0, setting.metrics, setting.profile);
  const laid: LaidParagraph = { form, text, lines: breakLines(text, form.measure, form.firstIndent, setting.profileInCells), notes: NO_NOTES };
  if (setting.words.size >= WORDS_KEPT) setting.words.clear();
  setting.words.set(key, laid);
  return laid;
}

/** The words of markers and references: they change without their paragraph. */
export function inlineWords(para: Node, pos: number, numbering: Numbering): string {
  let words = '';
  for (let index = 0, offset = pos + 1; index < para.childCount; index++) {
    const child = para.child(index);
    if (child.type.name === 'marker') words += `\n${numbering.markers.get(offset)?.text ?? ''}`;
    else if (child.type.name === 'reference') words += `\n${numbering.references.get(offset)?.text ?? ''}`;
    offset += child.nodeSize;
  }
  return words;
}

const isSameForm = (a: ParagraphForm, b: ParagraphForm): boolean =>
  a === b || (isSameLook(a.style, b.style) && a.label === b.label && a.measure === b.measure && a.firstIndent === b.firstIndent && a.align === b.align && a.mayHang === b.mayHang &&
    a.titleWidth === b.titleWidth && a.spread === b.spread && a.labelFace === b.labelFace && a.isWhole === b.isWhole && a.images.height === b.images.height && a.images.isCell === b.images.isCell && isSameLook(a.body, b.body) && (a.notes === b.notes || (a.notes !== null && b.notes !== null && isSameForm(a.notes, b.notes))));

/** Line pitch and spaces above are left out: they move lines, they do not break them. */
const isSameLook = (a: ParagraphStyle, b: ParagraphStyle): boolean =>
  a === b || (a.face === b.face && a.size === b.size && a.spacing === b.spacing && a.color === b.color && a.bold === b.bold);

/** The width of words on one line in a style. */
export function widthOfWords(setting: Setting, para: Node, pos: number, form: ParagraphForm, numbering: Numbering): Millipoints {
  const { lines } = layParagraph(setting, para, pos, { ...form, measure: Number.MAX_SAFE_INTEGER, firstIndent: 0 }, numbering);
  return Math.max(0, ...lines.map((line) => line.width));
}
