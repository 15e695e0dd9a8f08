import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { bareName } from '#core/document/attachments.ts';
import { mapTable } from '#core/document/table-map.ts';
import { eachReference } from '#core/document/references.ts';
import type { ReferenceForm } from '#core/document/references.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import { hasLevels, ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import type { SourceBlock, SourceCell, SourceDetail, SourceLine } from '#core/intake/source.ts';
import { plainText } from '#core/document/plain-text.ts';
import { intakeWord } from '#core/intake/intake.ts';
import { schema } from '#core/document/schema.ts';
import { FORMATS } from '#core/template/template.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { arbitraryDocument } from '../../test/support/arbitrary-document.ts';
import { createEngine } from '../../test/support/layout.ts';
import { runs } from '../../test/support/runs.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

/** Roles whose alignment the layout decides, whatever a person chose. */
const ALIGNED_BY_LAYOUT = new Set(['signature', 'date', 'attachmentNote', 'copyTo', 'printer', 'printDate', 'printRun']);

function textOf(para: Node, pos: number, numbering: Numbering): string {
  let text = hasLevels(para.attrs.role as Role) ? (numbering.paragraphs.get(pos)?.text ?? '') : '';
  para.forEach((child, offset) => {
    text += child.isText ? child.text : child.type.name === 'lineBreak' ? '\n' : wordsOf(numbering, pos + 1 + offset);
  });
  return text;
}

const wordsOf = ({ markers, references }: Numbering, pos: number): string => (markers.get(pos) ?? references.get(pos))?.text ?? '';

/** What must come back of a document: the text people read but for computed labels, roles, formats, tables. */
function expectedBlocks(doc: Node): SourceBlock[] {
  const numbering = numberDocument(doc);
  const blocks: SourceBlock[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === 'table') {
      const rows: SourceCell[][] = Array.from({ length: node.childCount }, () => []);
      for (const cell of mapTable(node).cells) {
        const paragraphs: string[] = [];
        const details: NonNullable<SourceCell['details']>[number][] = [];
        cell.node.forEach((para, offset) => {
          const at = pos + 1 + cell.pos + 1 + offset;
          paragraphs.push(textOf(para, at, numbering));
          details.push({ ...formatsOf(para, at, numbering), ...referencesOf(para, at, numbering), ...(para.attrs.align ? { align: para.attrs.align as 'left' } : {}) });
        });
        rows[cell.row]!.push({ paragraphs, ...(details.some((each) => Object.keys(each).length > 0) ? { details } : {}), colspan: cell.colspan, rowspan: cell.rowspan });
      }
      blocks.push({ kind: 'table', rows, headerRows: node.firstChild!.attrs.header ? 1 : 0 });
      return;
    }
    const { role, level, runIn, align, landscape } = node.attrs;
    blocks.push({
      kind: 'line', text: textOf(node, pos, numbering), whole: true, role,
      ...(hasLevels(role as Role) ? { level } : {}), ...(runIn ? { runIn } : {}),
      ...(align && !ALIGNED_BY_LAYOUT.has(role) ? { align } : {}), ...(landscape ? { landscape } : {}),
      ...formatsOf(node, pos, numbering), ...markersOf(node, pos, numbering), ...referencesOf(node, pos, numbering), ...(isPointedTo(node, pos, numbering) ? { anchor: node.attrs.anchor as string } : {}),
    });
  });
  return blocks;
}

function formatsOf(para: Node, pos: number, numbering: Numbering): Pick<SourceLine, 'formats'> {
  let start = hasLevels(para.attrs.role as Role) ? (numbering.paragraphs.get(pos)?.text ?? '').length : 0;
  const spans = new Map<string, [number, number][]>();
  para.forEach((child, offset) => {
    const end = start + (child.isText ? child.text!.length : child.type.name === 'lineBreak' ? 1 : wordsOf(numbering, pos + 1 + offset).length);
    for (const mark of child.marks) {
      const known = spans.get(mark.type.name) ?? [];
      if (known.at(-1)?.[1] === start) known.at(-1)![1] = end;
      else known.push([start, end]);
      spans.set(mark.type.name, known);
    }
    start = end;
  });
  const formats = [...spans].flatMap(([mark, all]) => all.map((span) => ({ mark, span }))) as NonNullable<SourceLine['formats']>;
  return formats.length > 0 ? { formats } : {};
}

function markersOf(para: Node, pos: number, numbering: Numbering): Pick<SourceLine, 'markers'> {
  let at = hasLevels(para.attrs.role as Role) ? (numbering.paragraphs.get(pos)?.text ?? '').length : 0;
  const markers: (readonly [number, number])[] = [];
  para.forEach((child, offset) => {
    const label = numbering.markers.get(pos + 1 + offset)?.text;
    const length = child.isText ? child.text!.length : child.type.name === 'lineBreak' ? 1 : wordsOf(numbering, pos + 1 + offset).length;
    if (label !== undefined) markers.push([at, at + length]);
    at += length;
  });
  const isText = para.attrs.role === 'body' || hasLevels(para.attrs.role as Role);
  return isText && markers.length > 0 ? { markers } : {};
}

/** Nothing points into 版头 and 版记, and a paragraph without a character has no place a bookmark could stand at. */
function isPointedTo(para: Node, pos: number, numbering: Numbering): boolean {
  return typeof para.attrs.anchor === 'string' && ROLES[para.attrs.role as Role].part === 'main' && (para.content.size > 0 || (numbering.paragraphs.get(pos)?.text ?? '') !== '');
}

function referencesOf(para: Node, pos: number, numbering: Numbering): Pick<SourceLine, 'references'> {
  let at = hasLevels(para.attrs.role as Role) ? (numbering.paragraphs.get(pos)?.text ?? '').length : 0;
  const references: NonNullable<SourceLine['references']>[number][] = [];
  para.forEach((child, offset) => {
    const length = child.isText ? child.text!.length : child.type.name === 'lineBreak' ? 1 : wordsOf(numbering, pos + 1 + offset).length;
    const { target, form } = child.attrs as { target: string; form: ReferenceForm };
    if (child.type.name === 'reference') references.push({ target, form, written: wordsOf(numbering, pos + 1 + offset), span: [at, at + length] });
    at += length;
  });
  return references.length > 0 ? { references } : {};
}

const sorted = <T extends SourceDetail>(detail: T): T => (detail.formats ? { ...detail, formats: detail.formats.toSorted((a, b) => a.mark.localeCompare(b.mark) || a.span[0] - b.span[0]) } : detail);

const bySpan = (block: SourceBlock): SourceBlock => {
  if (block.kind === 'line') {
    const { anchor, ...line } = block;
    return sorted(block.role && ROLES[block.role].part !== 'main' ? line : block);
  }
  return { ...block, rows: block.rows.map((row) => row.map((cell) => (cell.details ? { ...cell, details: cell.details.map(sorted) } : cell))) };
};

const withoutWidths = (block: SourceBlock): SourceBlock => {
  if (block.kind === 'line') return bySpan(block);
  const { kind, rows, headerRows } = block;
  return bySpan({ kind, rows, headerRows });
};

test('任何公文导出再读回，文字、要素、层次、字形和表格都不变', async () => {
  await fc.assert(fc.asyncProperty(arbitraryDocument, fc.constantFrom(...FORMATS), async (doc, format) => {
    const bytes = await writeDocx(doc, resolveStyles({ format }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
    expect(readDocx(bytes).blocks.map(withoutWidths)).toEqual(expectedBlocks(doc).map(bySpan));
  }), runs(60));
});

/** What a person sees of a document, but for blanks and blank paragraphs, which the intake takes away. */
function seen(doc: Node): { text: string[]; roles: string[] } {
  const roles: string[] = [];
  doc.forEach((node) => {
    if (node.type.name === 'table') roles.push('table');
    else if (!isBlank(node)) roles.push(`${node.attrs.role} ${node.attrs.level} ${node.attrs.runIn} ${node.attrs.landscape}`);
  });
  return { text: plainText(doc).split('\n').map((line) => line.replace(/\s/g, '')).filter((line) => line !== ''), roles };
}

function isBlank(para: Node): boolean {
  let blank = para.textContent.trim() === '';
  para.forEach((child) => {
    if (child.type.name === 'marker' || child.type.name === 'reference') blank = false;
  });
  return blank;
}

/** An annex that has the name of a line of the 附件说明, with or without 附件 before it, is that line's annex in an import, whether or not the document had said so. */
function namesAnnexByChance(doc: Node): boolean {
  const numbering = numberDocument(doc);
  const names: Partial<Record<Role, string[]>> = {};
  doc.forEach((node, pos) => {
    if (node.isTextblock) (names[node.attrs.role as Role] ??= []).push(bareName(textOf(node, pos, numbering)).replace(/^附件\d*/, ''));
  });
  return (names.annex ?? []).some((name) => names.attachmentNote?.includes(name));
}

test('任何公文导出成 Word 再导入，看到的文字和要素都不变', async () => {
  await fc.assert(fc.asyncProperty(arbitraryDocument, fc.constantFrom(...FORMATS), async (doc, format) => {
    fc.pre(doc.children.every((node) => node.type.name === 'table' || node.attrs.role === 'body' || !isBlank(node)));
    fc.pre(!namesAnnexByChance(doc));
    const bytes = await writeDocx(doc, resolveStyles({ format }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
    expect(seen(intakeWord(readDocx(bytes)).doc)).toEqual(seen(doc));
  }), runs(40));
});

/** Every reference: what it says, in which form, and which paragraph it points to. */
function referencesIn(doc: Node): unknown[] {
  const { references } = numberDocument(doc);
  const roles = new Map(doc.children.map((block) => [block.attrs.anchor as string, block.attrs.role as Role]));
  const found: unknown[] = [];
  doc.forEach((block, pos) => eachReference(block, ({ attrs, marks }, offset) => {
    const { text, isBroken } = references.get(pos + 1 + offset)!;
    found.push({ text, isBroken, form: attrs.form, target: attrs.target, role: isBroken ? null : roles.get(attrs.target as string), marks: marks.map(({ type }) => type.name) });
  }));
  return found;
}

test('任何公文里的引用，导出成 Word 再导入还是引用，指处、写法、字样都不变', async () => {
  await fc.assert(fc.asyncProperty(arbitraryDocument, fc.constantFrom(...FORMATS), async (doc, format) => {
    // Blank paragraphs go in an import; one of blanks counts as a 款 until then.
    fc.pre(doc.children.every((node) => node.type.name === 'table' || !isBlank(node) || (node.attrs.role === 'body' && node.content.size === 0)));
    const bytes = await writeDocx(doc, resolveStyles({ format }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
    const back = intakeWord(readDocx(bytes)).doc;
    expect(referencesIn(back)).toEqual(referencesIn(doc));
  }), runs(30));
}, 120_000);

test('编号方式、章节条、句内序次语都读得回来', async () => {
  const article = (level: number, text: string): Node => para('article', text, { level });
  const marker = (style: string): Node => schema.nodes.marker.create({ style });
  const original = schema.nodes.doc.create({ numbering: 'continuous' }, [
    title('关于印发《试点办法》的通知'), h(1, '总体要求'), h(2, '目标'), h(2, '时限'), h(1, '组织实施'), h(2, '压实责任。一级抓一级。', { runIn: true }), h(3, '明确分工'), h(4, '定人'), h(5, '定岗'),
    schema.nodes.para.create(null, [schema.text('包括：'), marker('circled'), schema.text('场地；'), marker('circled'), schema.text('人员。'), marker('paren'), schema.text('其他')]),
    para('embedded', '试点办法'), article(1, '总则'), article(2, '一般规定'), article(3, '为规范试点，制定本办法。'), article(3, '申请试点应当：'), article(4, '有场地；'), article(5, '自有的；'), p('前款所称场地，包括租用的。'), article(1, '附则'), article(3, '本办法自印发之日起施行。'),
    para('annex', '要点', { numbering: 'twoLevel' }), h(1, '城区'), h(3, '东区'), h(3, '西区'),
  ]);
  const bytes = await writeDocx(original, resolveStyles({ format: 'document' }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
  const back = intakeWord(readDocx(bytes)).doc;
  expect(seen(back)).toEqual(seen(original));
  expect(back.attrs.numbering).toBe('continuous');
  expect(back.content.toJSON()).toEqual(original.content.toJSON());
});

test('竖排的附件里有五列的表，导出成 Word 再导入还是竖排', async () => {
  const upright = schema.nodes.doc.create(null, [title('关于工作的通知'), p('正文'), para('annex', '清单'), table(['甲', '乙', '丙', '丁', '戊'], ['1', '2', '3', '4', '5'])]);
  const back = intakeWord(readDocx(await writeDocx(upright, resolveStyles({ format: 'document' }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') }))).doc;
  expect(back.child(2).attrs).toMatchObject({ role: 'annex', landscape: false });
});

test('只有一两个标题的文稿，编号方式也读得回来；在 Word 里改过编号的，照改过的认', async () => {
  const properties = { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') };
  const few = schema.nodes.doc.create({ numbering: 'continuousAll' }, [title('关于工作的通知'), h(1, '总体要求'), h(2, '目标'), para('annex', '要点', { numbering: 'twoLevel' }), h(1, '城区'), h(3, '东区'), para('annex', '清单'), p('一项')]);
  const source = readDocx(await writeDocx(few, resolveStyles({ format: 'document' }), properties));
  const schemesOf = (doc: Node): unknown[] => [doc, ...doc.children.filter(({ attrs }) => attrs.role === 'annex')].map(({ attrs }) => attrs.numbering as string | null);
  expect(schemesOf(intakeWord(source).doc)).toEqual(['continuousAll', 'twoLevel', null]);
  const many = schema.nodes.doc.create({ numbering: 'continuous' }, [title('关于工作的通知'), h(1, '甲'), h(2, '子'), h(2, '丑'), h(1, '乙'), h(2, '寅'), h(2, '卯')]);
  const { blocks, ...rest } = readDocx(await writeDocx(many, resolveStyles({ format: 'document' }), properties));
  const renumbered = blocks.map((block) => (block.kind === 'line' ? { ...block, text: block.text.replace('（三）', '（一）').replace('（四）', '（二）') } : block));
  expect(schemesOf(intakeWord({ ...rest, blocks: renumbered }).doc)).toEqual(['standard']);
});

test.each(TEMPLATE_IDS)('范例 %s 导出成 Word 再导入，全文和要素都不变', async (name) => {
  const sample = sampleOf(name);
  const bytes = await writeDocx(sample, resolveStyles(templateOf(name)), { title: name, author: '张三', created: new Date('2026-08-01T08:00:00Z') });
  expect(seen(intakeWord(readDocx(bytes)).doc)).toEqual(seen(sample));
});

test('横排附件里跨行跨列、转页标续表的任务表，导出 Word 再导入一格不差', async () => {
  const cell = (text: string, span: { colspan?: number; rowspan?: number } = {}): Node => schema.nodes.tableCell.create(span, p(text));
  const number = (span: { rowspan?: number } = {}): Node => schema.nodes.tableCell.create(span, schema.nodes.para.create(null, schema.nodes.marker.create({ style: 'rowChinese' })));
  const row = (cells: Node[], header = false): Node => schema.nodes.tableRow.create({ header }, cells);
  const tasks = schema.nodes.table.create({ continued: true }, [
    row(['序号', '主要内容', '工作任务', '责任单位', '进度要求'].map((head) => cell(head)), true),
    row([number({ rowspan: 2 }), cell('夯实基础', { rowspan: 2 }), cell('建立工作台账'), cell('县教育局'), cell('2025年3月底前')]),
    row([cell('按月通报进度'), cell('县财政局', { colspan: 2 })]),
    row([number(), cell('总结提高'), cell('年底前开展评估'), cell('县政府办公室'), cell('持续推进')]),
  ]);
  const original = schema.nodes.doc.create(null, [title('关于分解重点任务的通知'), p('现将任务分解如下。'), para('annex', '任务分工表', { landscape: true }), tasks]);
  const bytes = await writeDocx(original, resolveStyles({ format: 'document' }), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
  const read = intakeWord(readDocx(bytes)).doc;
  const shape = (doc: Node): unknown => mapTable(doc.children.find((node) => node.type.name === 'table')!).cells.map(({ node, row: at, column, rowspan, colspan }) => [at, column, rowspan, colspan, node.textContent, node.firstChild!.firstChild!.attrs.style ?? null]);
  expect(shape(read)).toEqual(shape(original));
  expect(read.children.find((node) => node.type.name === 'table')!.children.map((each) => each.attrs.header)).toEqual([true, false, false, false]);
  expect(read.children.find((node) => node.type.name === 'table')!.attrs.continued).toBe(true);
  expect(read.children.find((node) => node.attrs.role === 'annex')!.attrs.landscape).toBe(true);
});

test('紧挨着的两个表在 Word 里不连成一个；比一面还高的行可以拆开', async () => {
  const original = doc(title('关于分解重点任务的通知'), p('现将任务分解如下。'), table(['任务', '单位'], ['照护'.repeat(900), '县教育局']), table(['序号', '时限'], ['1', '3月底前']));
  const styles = resolveStyles({ format: 'document' });
  const { fit, loose } = createEngine().layout(original, styles);
  const bytes = await writeDocx(original, styles, { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') }, fit, new Map(), loose);
  expect(intakeWord(readDocx(bytes)).doc.children.map(({ type, textContent }) => [type.name, textContent])).toEqual(original.children.map(({ type, textContent }) => [type.name, textContent]));
  const body = strFromU8(unzipSync(bytes)['word/document.xml']!);
  expect(body).toMatch(/<\/w:tbl>\s*<w:p>/);
  expect([...body.matchAll(/<w:tr>(.*?)<w:tc>/gs)].map(([, row]) => row!.includes('w:cantSplit'))).toEqual([true, false, true, true]);
});
