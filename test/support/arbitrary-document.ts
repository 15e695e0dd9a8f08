import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { MARKER_STYLES } from '#core/document/numbering.ts';
import { REFERENCE_FORMS } from '#core/document/references.ts';
import type { Role } from '#core/document/roles.ts';
import { schema } from '#core/document/schema.ts';
import { NUMBERING_SCHEMES } from '#core/template/template.ts';

/** Texts as people write them, with what XML, file names and word processors stumble over. */
export const officialText = (minLength = 0): fc.Arbitrary<string> => fc.array(fc.constantFrom(
  '关于', '做好', '照护', '保障工作', '的', '通知', '，', '、', '：', '；', '“引号”', '《办法》', '（试行）', '〔2026〕12号', '2026年8月1日', '31.2%', 'ABC', ' ', '　', '<b>&amp;', "'\"", '𠮷', '……', '——', '·',
), { minLength, maxLength: 12 }).map((pieces) => pieces.join(''));

const marks = fc.subarray(['bold', 'underline'] as const).chain((plain) => fc.constantFrom([], ['superscript'], ['subscript']).map((raised) => [...plain, ...raised]));

const inline: fc.Arbitrary<Node> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(officialText(1), marks).map(([text, names]) => schema.text(text, names.map((name) => schema.mark(name)))) },
  { weight: 1, arbitrary: fc.record({ style: fc.constantFrom(...MARKER_STYLES), restart: fc.boolean() }).map((attrs) => schema.nodes.marker.create(attrs)) },
  { weight: 1, arbitrary: fc.constant(schema.nodes.lineBreak.create()) },
  { weight: 1, arbitrary: fc.record({ target: fc.constantFrom('a0', 'a1', 'a2', 'gone'), form: fc.constantFrom(...REFERENCE_FORMS), was: fc.constantFrom(null, '附件3') }).map((attrs) => schema.nodes.reference.create(attrs)) },
);

const content = (minLength: number): fc.Arbitrary<Node[]> => fc.array(inline, { minLength, maxLength: 4 });

const para = (role: Role, attrs: fc.Arbitrary<object> = fc.constant({}), minLength = 1): fc.Arbitrary<Node> =>
  fc.tuple(content(minLength), attrs).map(([children, given]) => schema.nodes.para.create({ role, ...given }, children));

const align = fc.constantFrom(null, null, null, 'left', 'center', 'right');

const heading = para('heading', fc.record({
  level: fc.integer({ min: 1, max: 5 }), runIn: fc.boolean(), startAt: fc.constantFrom(null, null, null, 1, 3, 12), align,
}));

const article = para('article', fc.record({ level: fc.integer({ min: 1, max: 5 }), startAt: fc.constantFrom(null, null, null, 1, 3, 102), align }));

const table: fc.Arbitrary<Node> = fc.record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }), header: fc.boolean() }).chain(({ rows, columns, header }) =>
  fc.tuple(
    fc.array(fc.record({ colspan: fc.integer({ min: 1, max: 2 }), rowspan: fc.integer({ min: 1, max: 2 }) }), { minLength: rows * columns, maxLength: rows * columns }),
    fc.array(fc.array(para('body', fc.record({ align }), 0), { minLength: 1, maxLength: 2 }), { minLength: rows * columns, maxLength: rows * columns }),
    fc.array(fc.constantFrom(null, 1000, 2500), { minLength: columns, maxLength: columns }),
  ).map(([spans, texts, widths]) => buildTable(rows, columns, header, spans, texts, widths)));

/** Cells are laid on the grid one after the other; a span is cut where it would overlap or leave the table. */
function buildTable(rows: number, columns: number, header: boolean, spans: readonly { colspan: number; rowspan: number }[], texts: readonly Node[][], widths: readonly (number | null)[]): Node {
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  return schema.nodes.table.create(null, taken.map((row, r) => {
    const cells: Node[] = [];
    for (let c = 0; c < columns; c++) {
      if (row[c]) continue;
      const index = r * columns + c;
      const colspan = row[c + 1] === false && spans[index]!.colspan === 2 ? 2 : 1;
      const rowspan = Math.min(spans[index]!.rowspan, rows - r);
      for (let y = r; y < r + rowspan; y++) for (let x = c; x < c + colspan; x++) taken[y]![x] = true;
      const own = widths.slice(c, c + colspan);
      cells.push(schema.nodes.tableCell.create({ colspan, rowspan, colwidth: own.every((width) => width !== null) ? own : null }, texts[index]));
    }
    return schema.nodes.tableRow.create({ header: header && r === 0 }, cells);
  }));
}

const block = fc.oneof(
  { weight: 5, arbitrary: para('body', fc.record({ align }), 0) },
  { weight: 4, arbitrary: heading },
  { weight: 2, arbitrary: article },
  { weight: 1, arbitrary: table },
);
const some = (arbitrary: fc.Arbitrary<Node>, maxLength: number): fc.Arbitrary<Node[]> => fc.array(arbitrary, { maxLength });

const main = fc.tuple(some(para('title'), 2), some(para('titleNote'), 1), some(para('addressee'), 1), fc.array(block, { minLength: 1, maxLength: 10 }), some(para('attachmentNote'), 12), some(para('present'), 1), some(para('observing'), 1), some(para('signature'), 4), some(para('date'), 1), some(para('note'), 1));
const scheme = fc.constantFrom(null, null, ...NUMBERING_SCHEMES);
const annex = fc.tuple(para('annex', fc.record({ landscape: fc.boolean(), numbering: scheme })), fc.array(block, { maxLength: 4 })).map(([first, rest]) => [first, ...rest]);
const embedded = fc.tuple(para('embedded', fc.record({ numbering: scheme })), fc.array(block, { maxLength: 4 })).map(([first, rest]) => [first, ...rest]);
const masthead = fc.tuple(...(['copyNumber', 'secrecy', 'urgency', 'resultMark', 'issuerMark', 'documentNumber'] as const).map((role) => some(para(role), role === 'issuerMark' ? 4 : role === 'resultMark' ? 3 : 1)), some(para('signatory'), 5));
const imprint = fc.tuple(some(para('copyTo'), 2), some(para('printer'), 1), some(para('printDate'), 1), some(para('printRun'), 1));

/** Whole documents of every element, in the order of the paper. */
export const arbitraryDocument: fc.Arbitrary<Node> = fc.tuple(masthead, main, fc.array(fc.oneof(annex, embedded), { maxLength: 3 }), imprint, fc.constantFrom(...NUMBERING_SCHEMES))
  .map(([head, middle, parts, foot, numbering]) => schema.nodes.doc.create({ numbering }, anchored([...head, ...middle, ...parts, ...foot].flat())));

/** Some paragraphs can be pointed to. */
const anchored = (blocks: readonly Node[]): Node[] =>
  blocks.map((block, index) => (index % 3 === 1 && block.isTextblock ? block.type.create({ ...block.attrs, anchor: `a${(index - 1) / 3}` }, block.content) : block));
