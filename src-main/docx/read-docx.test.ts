import { AlignmentType, Document, Header, HeadingLevel, LevelFormat, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, DeletedTextRun, InsertedTextRun, VerticalMergeType } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import type { SourceBlock } from '#core/intake/source.ts';
import { readDocx } from './read-docx.ts';

type Sections = ConstructorParameters<typeof Document>[0]['sections'];

/** A file of another program: the npm package `docx`. */
const foreign = async (sections: Sections, more: object = {}): Promise<readonly SourceBlock[]> => readDocx(new Uint8Array(await Packer.toBuffer(new Document({ sections, ...more })))).blocks;
const body = async (children: Sections[number]['children'], more: object = {}): Promise<readonly SourceBlock[]> => foreign([{ children }], more);
const texts = (blocks: readonly SourceBlock[]): string[] => blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.rows.flat().flatMap((cell) => cell.paragraphs)));

/** A file whose document.xml has this body. */
const raw = (xml: string, parts: Record<string, string> = {}): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(`<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>${xml}</w:body></w:document>`),
  ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
});

test('别家文件的标题样式和大纲级别作为提示', async () => {
  const blocks = await body([
    new Paragraph({ text: '关于做好工作的通知', heading: HeadingLevel.TITLE }),
    new Paragraph({ text: '一、总体要求', heading: HeadingLevel.HEADING_1 }),
    new Paragraph({ text: '居中的标题', heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER }),
    new Paragraph({ text: '正文。' }),
  ]);
  expect(blocks).toMatchObject([{ text: '关于做好工作的通知', role: 'title' }, { text: '一、总体要求', role: 'heading', level: 1 }, { text: '居中的标题', align: 'center' }, { text: '正文。' }]);
  expect(blocks[2]).not.toHaveProperty('role');
  expect(blocks[3]).not.toHaveProperty('role');
});

test('自动编号按纸面所见补成文字，中文数字也算得出', async () => {
  const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({ level: index, format, text });
  const numbering = { config: [{ reference: 'list', levels: [level(0, LevelFormat.CHINESE_COUNTING, '%1、'), level(1, LevelFormat.CHINESE_COUNTING, '（%2）'), level(2, LevelFormat.DECIMAL, '%3.')] }] };
  const item = (text: string, at: number): Paragraph => new Paragraph({ text, numbering: { reference: 'list', level: at } });
  expect(texts(await body([item('要求', 0), item('原则', 1), item('目标', 1), item('任务', 2), item('措施', 0), item('分工', 1)], { numbering })))
    .toEqual(['一、要求', '（一）原则', '（二）目标', '1.任务', '二、措施', '（一）分工']);
});

test('表格的合并、表头和列宽', async () => {
  const cell = (text: string, options: object = {}): TableCell => new TableCell({ children: [new Paragraph(text)], ...options });
  const table = new Table({ columnWidths: [1000, 2000, 3000], rows: [
    new TableRow({ tableHeader: true, children: [cell('甲'), cell('乙丙', { columnSpan: 2 })] }),
    new TableRow({ children: [cell('纵', { verticalMerge: VerticalMergeType.RESTART }), cell('一'), cell('二')] }),
    new TableRow({ children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('三'), cell('四')] }),
  ] });
  expect((await body([table])).find((block) => block.kind === 'table')).toEqual({ kind: 'table', headerRows: 1, widths: [1000, 2000, 3000], rows: [
    [{ paragraphs: ['甲'], colspan: 1, rowspan: 1 }, { paragraphs: ['乙丙'], colspan: 2, rowspan: 1 }],
    [{ paragraphs: ['纵'], colspan: 1, rowspan: 2 }, { paragraphs: ['一'], colspan: 1, rowspan: 1 }, { paragraphs: ['二'], colspan: 1, rowspan: 1 }],
    [{ paragraphs: ['三'], colspan: 1, rowspan: 1 }, { paragraphs: ['四'], colspan: 1, rowspan: 1 }],
  ] });
});

test('修订按全部接受来读', async () => {
  const by = { author: '李四', date: '2026-08-01T08:00:00Z' };
  expect(texts(await body([new Paragraph({ children: [new TextRun('同意'), new DeletedTextRun({ text: '不', id: 1, ...by }), new InsertedTextRun({ text: '办理', id: 2, ...by })] })]))).toEqual(['同意办理']);
  const deletedMark = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p><w:p><w:r><w:t>后</w:t></w:r></w:p>';
  const moved = '<w:p><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>';
  expect(texts(readDocx(raw(deletedMark + moved)).blocks)).toEqual(['前后', '新处']);
});

test('首页页眉、文本框、脚注里的字都不丢，页脚页码不算正文', async () => {
  const blocks = await foreign([{
    properties: { titlePage: true }, headers: { first: new Header({ children: [new Paragraph('青川市照护保障局')] }), default: new Header({ children: [new Paragraph('内部资料')] }) },
    children: [new Paragraph('正文。')],
  }]);
  expect(texts(blocks)).toEqual(['青川市照护保障局', '正文。']);
  const box = (text: string): string => `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const p = (inside: string): string => `<w:p>${inside}</w:p>`;
  const t = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  expect(texts(readDocx(raw(p(box('红头') + t('标题')) + p(t('正文')) + p(t('结尾') + box('抄送：某局。')))).blocks)).toEqual(['红头', '标题', '正文', '结尾', '抄送：某局。']);
});

test('横向页、字形、换行、制表、符号、内容控件、域结果', () => {
  const inside = '<w:sdt><w:sdtContent><w:p><w:r><w:rPr><w:b/><w:u w:val="single"/></w:rPr><w:t>粗</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>上</w:t></w:r><w:r><w:br/><w:tab/><w:sym w:char="F0FE"/></w:r>'
    + '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r></w:p></w:sdtContent></w:sdt>';
  const section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
  expect(readDocx(raw(inside + section)).blocks).toEqual([{
    kind: 'line', text: '粗上\n\t☑', whole: true, landscape: true,
    formats: [{ mark: 'bold', span: [0, 1] }, { mark: 'underline', span: [0, 1] }, { mark: 'superscript', span: [1, 2] }],
  }]);
});

test('纵横混排的各节分得清', async () => {
  const turned = { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 } } };
  const blocks = await foreign([{ children: [new Paragraph('纵')] }, { properties: turned, children: [new Paragraph('横')] }]);
  expect(blocks.map((block) => block.kind === 'line' && [block.text, block.landscape ?? false])).toEqual([['纵', false], ['横', true]]);
});

function failureOf(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'read';
}

test('不是 Word 文件、加密的、坏的、撑大的，各有各的说法', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  // One that is whole, and what is said of it, stands in decrypt.test.ts.
  expect(failureOf(new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('not-a-docx');
  expect(failureOf(new Uint8Array([...ole, ...Buffer.from('WordDocument', 'utf16le')]))).toBe('not-a-docx');
  expect(failureOf(strToU8('只是一段文字'))).toBe('not-a-docx');
  expect(failureOf(new Uint8Array())).toBe('not-a-docx');
  expect(failureOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-docx');
  expect(failureOf(zipSync({ 'word/document.xml': strToU8('<w:document xmlns:w="w"><w:body>') }))).toBe('not-a-docx');
  expect(failureOf(zipSync({ 'word/document.xml': strToU8('<html/>') }))).toBe('not-a-docx');
  expect(failureOf(zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 }))).toBe('too-much-inside');
  const good = raw('<w:p/>');
  expect(failureOf(good.slice(0, good.length - 30))).toBe('not-a-docx');
});
