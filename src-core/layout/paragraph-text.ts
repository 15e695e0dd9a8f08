import type { Node } from 'prosemirror-model';
import { breakTitle } from '../document/break-title.ts';
import { leadLength, textOf } from '../document/elements.ts';
import { footnoteText, isFootnote } from '../document/footnotes.ts';
import type { Numbering } from '../document/numbering.ts';
import type { Face, ParagraphStyle } from '../template/styles.ts';
import type { HalfPoints, Twips } from '../units/length.ts';
import { fitImage } from './fit-image.ts';
import type { ImageRoom, LaidImage } from './fit-image.ts';

/** How a stretch of characters looks; `isWhole`: Latin letters and digits come from the face too. */
export interface TextLook {
  readonly face: Face;
  readonly isWhole: boolean;
  readonly size: HalfPoints;
  readonly spacing: Twips;
  readonly color: 'black' | 'red';
  readonly bold: boolean;
  readonly underline: boolean;
  readonly raised: -1 | 0 | 1;
}

/** A stretch of a paragraph: its words, an image, or the end of a line. `at` is its place in the paragraph's content; `note`: it is the mark of a footnote of these words. */
export type TextPiece =
  | { readonly text: string; readonly look: TextLook; readonly at: number; readonly isComputed: boolean; readonly note?: string }
  | { readonly image: LaidImage; readonly look: TextLook; readonly at: number }
  | { readonly end: 'person' | 'title'; readonly at: number };

/** What a paragraph says and looks like beyond its node: what its neighbours and its label decide. */
export interface TextForm {
  readonly style: ParagraphStyle;
  readonly isWhole: boolean;
  readonly label: string;
  /** The face of the label, where it is another than the text's. */
  readonly labelFace: Face | null;
  /** The face after the lead sentence of a run-in heading. */
  readonly body: ParagraphStyle;
  /** Added to the spacing of every character but the last (分散对齐). */
  readonly spread: Twips;
  /** Full characters to a line, where the lines are to be balanced as a title's; 0 for none. */
  readonly titleWidth: number;
  /** The most an image of it may take. */
  readonly images: ImageRoom;
}

/** Stands for the number of a footnote, which its page decides (frame-page.ts): all numbers are as wide, so that no line hangs on it. */
export const NOTE_MARK = '①';

/** A paragraph as pieces in order; labels, markers and references with the words they have now. */
export function paragraphText(para: Node | null, pos: number, form: TextForm, numbering: Numbering): TextPiece[] {
  const { style, label, labelFace } = form;
  const base = lookOf(style, form.isWhole);
  const pieces: TextPiece[] = [];
  if (label !== '') pieces.push({ text: label, look: labelFace === null ? base : { ...base, face: labelFace }, at: 0, isComputed: true });
  if (!para || para.childCount === 0) return pieces;
  const isRunIn = para.attrs.role === 'heading' && para.attrs.runIn === true;
  const lead = isRunIn ? leadLength(para) : Infinity;
  const after = isRunIn ? { ...lookOf(form.body, form.isWhole), size: style.size, spacing: style.spacing } : base;
  const ends = form.titleWidth > 0 ? titleEnds(para, form.titleWidth) : [];
  para.forEach((child, offset) => {
    if (child.type.name === 'lineBreak') {
      pieces.push({ end: 'person', at: offset });
      return;
    }
    const look = marked(child, offset >= lead ? after : base);
    if (isFootnote(child)) {
      pieces.push({ text: NOTE_MARK, look: { ...look, raised: 1, underline: false }, at: offset, isComputed: true, note: footnoteText(child) });
      return;
    }
    if (child.type.name === 'image') {
      pieces.push({ image: fitImage(child, form.images), look, at: offset });
      return;
    }
    if (!child.isText) {
      const words = child.type.name === 'marker' ? numbering.markers.get(pos + 1 + offset) : numbering.references.get(pos + 1 + offset);
      if (words && words.text !== '') pieces.push({ text: words.text, look, at: offset, isComputed: true });
      return;
    }
    let from = 0;
    const text = child.text!;
    for (const place of [lead - offset, ...ends.map((end) => end - offset)].filter((each) => each >= 0 && each < text.length).sort((a, b) => a - b)) {
      if (place > from) pieces.push({ text: text.slice(from, place), look: marked(child, offset + from >= lead ? after : base), at: offset + from, isComputed: false });
      if (ends.includes(offset + place)) pieces.push({ end: 'title', at: offset + place });
      from = place;
    }
    pieces.push({ text: text.slice(from), look: marked(child, offset + from >= lead ? after : base), at: offset + from, isComputed: false });
  });
  return form.spread === 0 ? pieces : spreadOut(pieces, form.spread);
}

export const lookOf = (style: ParagraphStyle, isWhole: boolean): TextLook => ({
  face: style.face, isWhole: isWhole || style.face === 'biao' || style.face === 'song', size: style.size, spacing: style.spacing, color: style.color, bold: style.bold, underline: false, raised: 0,
});

function marked(node: Node, look: TextLook): TextLook {
  if (node.marks.length === 0) return look;
  const has = (name: string): boolean => node.marks.some((mark) => mark.type.name === name);
  return { ...look, bold: look.bold || has('bold'), underline: has('underline'), raised: has('superscript') ? 1 : has('subscript') ? -1 : 0 };
}

/** Where the lines of a title end (7.3.1), unless a person has ended them. */
function titleEnds(para: Node, perLine: number): number[] {
  let isPlain = true;
  para.forEach((child) => {
    isPlain &&= child.isText;
  });
  const text = textOf(para);
  if (!isPlain) return [];
  let at = 0;
  return breakTitle(text, perLine).slice(0, -1).map((line) => (at += line.length));
}

/** The last character is not spread: the air behind it would push the name out of its middle. */
function spreadOut(pieces: readonly TextPiece[], spread: Twips): TextPiece[] {
  const last = pieces.findLastIndex((piece) => 'text' in piece);
  return pieces.flatMap((piece, index): TextPiece[] => {
    if (!('text' in piece)) return [piece];
    const wide = { ...piece, look: { ...piece.look, spacing: piece.look.spacing + spread } };
    if (index !== last) return [wide];
    const end = [...piece.text].at(-1)!.length;
    const before = piece.text.length - end;
    return [...(before > 0 ? [{ ...wide, text: piece.text.slice(0, before) }] : []), { ...piece, text: piece.text.slice(before), at: piece.isComputed ? piece.at : piece.at + before }];
  });
}
