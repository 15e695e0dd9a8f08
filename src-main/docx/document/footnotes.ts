import type { Part } from '../package/relationships.ts';
import { PARAGRAPH_STYLE_NAMES } from '../styles/style-names.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { paragraph } from './paragraph.ts';
import { run, textRun } from './runs.ts';
import type { Writing } from './writing.ts';

// Footnotes are Word's own (ECMA-376 17.11): Word numbers them, ① ② on every page anew, and puts them at its foot.

/** How they are numbered, in the settings and in every section; ids of the two rules Word wants are named in the settings only. */
export const footnoteProperties = (...rules: Xml[]): Xml => xml('w:footnotePr', {}, value('w:numFmt', 'decimalEnclosedCircleChinese'), value('w:numRestart', 'eachPage'), rules);

export const FOOTNOTE_RULES: readonly Xml[] = [-1, 0].map((id) => xml('w:footnote', { 'w:id': id }));

/** word/footnotes.xml with what marks have been written for so far; nothing where there is none. */
export function footnoteParts(writing: Writing): Part[] {
  const notes = writing.notes();
  if (notes.length === 0) return [];
  const rule = (type: 'separator' | 'continuationSeparator', id: number): Xml => xml('w:footnote', { 'w:type': type, 'w:id': id }, paragraph({ line: RULE_LINE, before: 0, after: 0, left: 0, firstLine: 0 }, xml('w:r', {}, xml(`w:${type}`))));
  const root = xml('w:footnotes', {}, rule('separator', -1), rule('continuationSeparator', 0), notes.map((text, index) => xml('w:footnote', { 'w:id': index + 1 }, noteParagraphs(text))));
  return [{ id: 'rIdFootnotes', file: 'footnotes.xml', type: 'footnotes', root }];
}

/** The line the rule above the notes stands in. */
const RULE_LINE = 120;

const noteParagraphs = (text: string): Xml[] => text.split('\n').map((line, index) => paragraph({ style: PARAGRAPH_STYLE_NAMES.footnote.id },
  index === 0 ? [run({}, [xml('w:footnoteRef')]), textRun(` ${line}`)] : textRun(line)));
