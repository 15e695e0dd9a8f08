import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { mapTable } from '#core/document/table-map.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import { paragraphWords } from '#core/document/paragraph-words.ts';
import { plainText } from '#core/document/plain-text.ts';
import { intakeText } from '#core/intake/intake.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../support/samples.ts';

/*
 * A text keeps words and lines and nothing else. What it cannot carry, and therefore need not come back:
 * - merged cells: the text of one stands in its first place, the others are empty;
 * - that a numbered sentence (二、培训基地每年培训护理员不少于800人次。) was set as a heading run into its text: without a title sentence
 *   nothing tells it from a numbered sentence, so its number stays typed;
 * - page, fonts, alignment and widths of columns; who changed what; comments.
 * Beside the export the user is told of those a document holds (textLosses); on import nothing is told, for none is in the text read.
 */
interface Seen {
  readonly template: unknown;
  readonly numbering: unknown;
  readonly blocks: readonly unknown[];
}

function seenOf(doc: Node): Seen {
  const numbering = numberDocument(doc);
  const blocks: unknown[] = [];
  doc.forEach((block, pos) => {
    if (block.type.name === 'table') {
      const rows = Array.from({ length: block.childCount }, (): string[] => []);
      for (const cell of mapTable(block).cells) rows[cell.row]![cell.column] = wordsOf(cell.node, pos + 1 + cell.pos + 1, numbering);
      const width = mapTable(block).width;
      blocks.push({ table: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')) });
      return;
    }
    const { role, level, runIn, startAt, landscape } = block.attrs;
    const words = paragraphWords(block, pos, numbering);
    const label = numbering.paragraphs.get(pos)?.text ?? '';
    blocks.push(isNumbered(block, words) ? { sentence: label + words } : { role, level, runIn, startAt, landscape, label, words });
  });
  return { template: doc.attrs.template, numbering: doc.attrs.numbering, blocks };
}

/** The paragraphs of a cell whose content begins at `start`, numbers computed. */
function wordsOf(cell: Node, start: number, numbering: Numbering): string {
  const words: string[] = [];
  cell.forEach((para, offset) => words.push(paragraphWords(para, start + offset, numbering)));
  return words.join(' ');
}

/** A heading that is or begins a sentence, or text with a typed number. */
const isNumbered = (block: Node, words: string): boolean => isSentence(block) || (block.attrs.role === 'body' && /^(?:[一二三四五]、|（[一二三四五]）|\d\.)/.test(words));

const isSentence = (block: Node): boolean => block.attrs.role === 'heading' && (block.attrs.runIn === true || block.textContent.endsWith('。'));
const sentencesIn = (doc: Node): number => doc.children.filter(isSentence).length;

/** How many numbered sentences without a title sentence a sample has set as headings. */
const NUMBERED_SENTENCES: Readonly<Record<string, number>> = { announcement: 3, approval: 3, criticism: 2, 'letter-answer': 3, notice: 2, 'notice-meeting': 3, proclamation: 4 };

/** Merged cells come back as several: empty ones at the end of a row are blanks there. */
const withoutEmptyEnds = (text: string): string => text.replace(/\t+$/gm, '');

describe('范例导出成文字，再导入', () => {
  test.each(TEMPLATE_IDS)('%s：模板、要素、层次、字句、编号和表格都回来', (id) => {
    const sample = sampleOf(id);
    const back = intakeText(plainText(sample), { find: (name) => (TEMPLATE_IDS.includes(name) ? templateOf(name) : undefined) }).doc;
    expect(withoutEmptyEnds(plainText(back))).toBe(withoutEmptyEnds(plainText(sample)));
    expect(seenOf(back)).toEqual(seenOf(sample));
    expect(sentencesIn(sample) - sentencesIn(back)).toBe(NUMBERED_SENTENCES[id] ?? 0);
  });
});
