import type { Node } from 'prosemirror-model';
import type { Face } from '#core/template/styles.ts';
import { footnoteText, isFootnote } from '#core/document/footnotes.ts';
import { leadLength } from '#core/document/elements.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { runProperties } from '../properties.ts';
import type { RunProperties } from '../properties.ts';
import { RUN_STYLES } from '../styles/style-names.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { commentMarks } from './comments.ts';
import { imageRun } from './images.ts';
import { annexLink, bookmarked, referenceLink } from './references.ts';
import { formatChange, trackedRun } from './revisions.ts';
import { labelOf } from './writing.ts';
import type { Writing } from './writing.ts';

/**
 * A paragraph's label and text as runs. Labels are literal text in a run style of their own, not Word's automatic numbers:
 * 附件：1. and 段首接排 have no such form, and WPS and LibreOffice number differently (docs/decisions/006-docx-labels-as-text.md).
 */
export function paragraphRuns(writing: Writing, para: Node, pos: number, base: RunProperties = {}): Xml[] {
  const label = labelOf(writing, pos);
  return bookmarked(writing, para, [...(label === '' ? [] : [annexLink(para, labelRun(label, isSetOff(para) ? 'hei' : undefined))]), ...inlineRuns(writing, para, pos, base, [])]);
}

/** The number of a 条 is 黑体, its text 仿宋; so are 出席, 请假, 列席 (10.3). */
const isSetOff = ({ attrs }: Node): boolean => ATTENDANCE.has(attrs.role as string) || (attrs.role === 'article' && attrs.level === 3);
const ATTENDANCE = new Set(['present', 'excused', 'observing']);

export const labelRun = (text: string, face?: Face): Xml => textRun(text, { style: RUN_STYLES.label.id, face });

/** The text of a paragraph without its label; `breaks` are places where a computed line ends, in characters from its start. */
export const textRuns = (writing: Writing, para: Node, pos: number, base: RunProperties = {}, breaks: readonly number[] = []): Xml[] =>
  bookmarked(writing, para, inlineRuns(writing, para, pos, base, breaks));

function inlineRuns(writing: Writing, para: Node, pos: number, base: RunProperties, breaks: readonly number[]): Xml[] {
  const lead = para.attrs.role === 'heading' && para.attrs.runIn ? leadLength(para) : Infinity;
  const runs: Xml[] = [];
  para.forEach((child, offset) => {
    for (const piece of splitAt(child, [lead, ...breaks].map((at) => at - offset))) {
      const after = piece.from + offset >= lead;
      if (breaks.includes(piece.from + offset)) runs.push(run({ style: RUN_STYLES.titleBreak.id }, [xml('w:br')]));
      const marks = markProperties(child);
      const style = base.style ?? (child.type.name === 'marker' ? RUN_STYLES.marker.id : after ? RUN_STYLES.runOn.id : undefined);
      // A marker after the lead sentence looks like the text around it.
      const face = child.type.name === 'marker' && after ? writing.styles.paragraph.body.face : base.face;
      const properties: RunProperties = { ...base, ...marks, style, face };
      if (piece.from === 0) runs.push(...commentMarks(writing.doc, writing.comments.starts.get(pos + 1 + offset), 'start', writing.comments));
      const tracked = trackedRun(writing, child, withFormatChange(childRun(writing, child, para, pos, offset, piece.text, properties), formatChange(writing, child, properties)));
      runs.push(child.type.name === 'reference' ? referenceLink(writing, child, pos + 1 + offset, tracked) : tracked);
    }
    runs.push(...commentMarks(writing.doc, writing.comments.ends.get(pos + 1 + offset), 'end', writing.comments));
  });
  return [...commentMarks(writing.doc, writing.comments.paragraphs.get(pos), 'point', writing.comments), ...runs];
}

/** A run of plain text; tabs and line ends become their elements. */
export function textRun(text: string, properties: RunProperties = {}): Xml {
  const pieces = text.split(/(\t|\r\n|\r|\n)/).filter((piece) => piece !== '');
  return run(properties, pieces.map((piece) => (piece === '\t' ? xml('w:tab') : /^[\r\n]/.test(piece) ? xml('w:br') : xml('w:t', { 'xml:space': 'preserve' }, piece))));
}

export const run = (properties: RunProperties, content: readonly Xml[]): Xml => xml('w:r', {}, runProperties({ ...properties, eastAsian: true }), content);

/** w:rPrChange stands last in w:rPr, which every run of ours has. */
function withFormatChange(written: Xml, formerly: Xml | null): Xml {
  const [properties, ...rest] = written.children;
  return formerly && typeof properties === 'object' ? { ...written, children: [{ ...properties, children: [...properties.children, formerly] }, ...rest] } : written;
}

function childRun(writing: Writing, child: Node, para: Node, paraPos: number, offset: number, text: string, properties: RunProperties): Xml {
  const pos = paraPos + 1 + offset;
  if (child.type.name === 'image') return imageRun(writing, child, para, paraPos, (content) => run(properties, content));
  if (child.type.name === 'lineBreak') return run(properties, [xml('w:br')]);
  if (child.type.name === 'marker') return textRun(writing.numbering.markers.get(pos)?.text ?? '', properties);
  if (isFootnote(child)) return isBoxed(writing, pos) ? textRun(`（注：${footnoteText(child).replaceAll('\n', ' ')}）`, properties) : footnoteMark(writing, child, properties);
  if (child.type.name === 'reference') return textRun(writing.numbering.references.get(pos)?.text ?? '', properties);
  return textRun(text, properties);
}

/** The mark of a footnote, whose words are kept for its own part (footnotes.ts). */
const footnoteMark = (writing: Writing, node: Node, properties: RunProperties): Xml =>
  run({ ...properties, style: RUN_STYLES.footnoteMark.id, position: undefined, underline: undefined }, [xml('w:footnoteReference', { 'w:id': writing.addNote(footnoteText(node)) })]);

/** 版头 and 版记 are set in boxes, where Word allows no footnotes: their words stand in the text. */
function isBoxed({ doc }: Writing, pos: number): boolean {
  const block = doc.resolve(pos).node(1);
  return block.type.name === 'para' && ROLES[block.attrs.role as Role].part !== 'main';
}

function splitAt(child: Node, places: readonly number[]): { text: string; from: number }[] {
  const text = child.text ?? '';
  const inside = child.isText ? places.filter((at) => at > 0 && at < text.length).sort((a, b) => a - b) : [];
  return [0, ...inside].map((from, index) => ({ text: text.slice(from, inside[index]), from }));
}

function markProperties(node: Node): RunProperties {
  const has = (name: string): boolean => node.marks.some((mark) => mark.type.name === name);
  return {
    bold: has('bold') || undefined,
    underline: has('underline') || undefined,
    position: has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : undefined,
  };
}
