import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { footnotesOf } from '#core/document/footnotes.ts';
import { schema } from '#core/document/schema.ts';
import { intakeWord } from '#core/intake/intake.ts';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { arbitraryAnnotatedDocument } from '../../test/support/arbitrary-notes.ts';
import { doc, p, para, table, title } from '../../test/support/build.ts';
import { metrics } from '../../test/support/layout.ts';
import { runs } from '../../test/support/runs.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

const note = (text: string): Node => schema.nodes.footnote.create({ text });
const noted = (...parts: (string | Node)[]): Node => schema.nodes.para.create({ role: 'body' }, parts.map((part) => (typeof part === 'string' ? schema.text(part) : part)));
const write = (document: Node): Promise<Uint8Array> => writeDocx(document, resolveStyles(null), { title: '', author: '张三', created: new Date('2026-08-01T08:00:00Z') });
const back = async (document: Node): Promise<Node> => intakeWord(readDocx(await write(document))).doc;
const notesIn = (document: Node): string[] => footnotesOf(document).map(({ node }) => node.attrs.text as string);

const cell = (content: Node): Node => schema.nodes.tableCell.create(null, content);
const annexed = doc(
  title('关于印发统计口径的通知'), para('addressee', '各科室：'), p('现印发给你们。'), para('annex', '统计口径'),
  noted('全县常住人口', note('年末数。'), '稳步增长', note('据统计公报。\n尚未最后核定。'), '。'),
  schema.nodes.table.create(null, [schema.nodes.tableRow.create(null, [cell(noted('人口', note('表内的注'))), cell(p('12万'))])]),
  noted('附则由办公室解释。', note('联系电话另行通知。')),
);

describe('Word 里的脚注', () => {
  test('写成真的脚注，带圈编号、每页重新起，没有脚注的文稿里一点不提', async () => {
    const files = unzipSync(await write(annexed));
    const part = (name: string): string => strFromU8(files[`word/${name}.xml`]!);
    expect([...part('document').matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(part('document')).toContain('<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:numRestart w:val="eachPage"/></w:footnotePr>');
    expect(part('footnotes').match(/<w:footnote w:id="2".*?<\/w:footnote>/)![0].match(/<w:p>/g)).toHaveLength(2);
    expect(part('settings')).toContain('<w:footnote w:id="-1"/>');
    const without = unzipSync(await write(doc(p('没有脚注。'))));
    expect(Object.keys(without)).not.toContain('word/footnotes.xml');
    expect(strFromU8(without['word/document.xml']!) + strFromU8(without['word/settings.xml']!)).not.toContain('footnote');
  });

  test('读回来还是那份文稿，脚注在原来的地方', async () => {
    const read = await back(annexed);
    const places = (document: Node): unknown[] => footnotesOf(document).map(({ node, pos }) => [node.attrs.text, document.resolve(pos).parent.textBetween(0, document.resolve(pos).parentOffset)]);
    expect(places(read)).toEqual(places(annexed));
    expect(read.textContent).toBe(annexed.textContent);
  });

  test('任何公文里的脚注，导出再导入一条不少，文字都不变', async () => {
    await fc.assert(fc.asyncProperty(arbitraryAnnotatedDocument, async (document) => {
      const expected = notesIn(document).map((text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n'));
      expect(notesIn(await back(document)).toSorted()).toEqual(expected.toSorted());
    }), runs(40));
  });

  test('修订里插入、删去的脚注还是修订', async () => {
    const rev = { id: 'r1', a: '王处长', s: 1, t: 1 };
    const tracked = doc(title('关于印发口径的通知'), noted('人口', schema.nodes.footnote.create({ text: '新加的' }, null, [schema.mark('ins', { rev })]), '增长', schema.nodes.footnote.create({ text: '不要的' }, null, [schema.mark('del', { rev })]), '较快。'));
    const marks: string[] = [];
    (await back(tracked)).descendants((node) => void (node.type.name === 'footnote' && marks.push(`${String(node.attrs.text)} ${node.marks.map((mark) => mark.type.name).join()}`)));
    expect(marks).toEqual(['新加的 ins', '不要的 del']);
  });

  test('版头版记在文本框里，Word 的脚注进不去：注的话留在文中', async () => {
    const read = await back(doc(title('通知'), p('正文。'), schema.nodes.para.create({ role: 'copyTo' }, [schema.text('市委办'), note('各一份'), schema.text('。')])));
    expect(read.textContent).toContain('市委办（注：各一份）。');
  });

  test('有版记的文稿末页有脚注：版记另起一面，版面和 Word 文件一样', async () => {
    const document = doc(title('通知'), noted('正文。', note('注。')), para('copyTo', '市委办。'), para('printer', '办公室'), para('printDate', '2026年8月1日'));
    const { pages, fit } = createLayoutEngine(metrics).layout(document, resolveStyles(null));
    expect([pages.length, pages[1]!.folio, fit.isImprintApart]).toEqual([2, null, true]);
    const written = strFromU8(unzipSync(await writeDocx(document, resolveStyles(null), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') }, fit))['word/document.xml']!);
    expect(written.match(/<w:sectPr>/g)).toHaveLength(2);
  });

  test('自己引用自己、互相引用、上千条脚注、没有的脚注：都读得出，每条的字只有一处', () => {
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const file = (ids: readonly number[], inside: (id: number) => string): Uint8Array => wordFile(wordPara(wordRun('关于统计工作的通知')) + wordPara(wordRun('正文') + ids.map(mark).join('') + mark(99_999) + wordRun('到此。')), {
      footnotes: ids.map((id) => `<w:footnote w:id="${id}">${wordPara(wordRun(`注${id}`) + inside(id))}</w:footnote>`).join(''),
    });
    expect(notesIn(intakeWord(readDocx(file([1], () => mark(1)))).doc)).toEqual(['注1']);
    expect(notesIn(intakeWord(readDocx(file([1, 2], (id) => mark(3 - id)))).doc)).toEqual(['注1\n注2']);
    const many = Array.from({ length: 3_000 }, (_, index) => index + 1);
    expect(notesIn(intakeWord(readDocx(file(many, () => ''))).doc)).toHaveLength(3_000);
    expect(notesIn(intakeWord(readDocx(file(many, (id) => mark(id + 1)))).doc)[0]!.split('\n')).toHaveLength(3_000);
  });

  test('表格里的脚注读回在它的格里', async () => {
    const read = await back(doc(title('通知'), table(['项目', '数量'], ['人口', '12']), schema.nodes.table.create(null, [schema.nodes.tableRow.create(null, [cell(noted('面积', note('平方公里'))), cell(p('5'))])])));
    const [found] = footnotesOf(read);
    expect(read.resolve(found!.pos).node(-1).type.name).toBe('tableCell');
  });
});
