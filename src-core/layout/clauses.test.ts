import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { doc, p, para, table, title } from '../../test/support/build.ts';
import { inkOf, layOut, linesOn, mm } from '../../test/support/layout.ts';
import { CELL, LINE, SMALL_CELL } from '../units/length.ts';
import type { LineFrame } from './frames.ts';
import type { Layout } from './layout-document.ts';
import { fromTwips } from './unit.ts';

/** Clauses of GB/T 9704—2012 that pages.test.ts and lines.test.ts do not name; the frames are looked at as data. */
const cell = fromTwips(CELL);
const smallCell = fromTwips(SMALL_CELL);
const pitch = fromTwips(LINE);

const wordsOf = (line: LineFrame): string => line.runs.map(({ text }) => text).join('');
const of = (layout: Layout, role: string, page = 0): LineFrame[] => linesOn(layout, page).filter((line) => line.role === role);
const leftOf = (layout: Layout, line: LineFrame, page = 0): number => inkOf(line).left - layout.frame(page).textBlock.x;
const rightOf = (layout: Layout, line: LineFrame, page = 0): number => {
  const { x, width } = layout.frame(page).textBlock;
  return x + width - inkOf(line).right;
};
const rowOf = (layout: Layout, line: LineFrame, page = 0): number => (line.y - layout.frame(page).textBlock.y) / pitch + 1;
const text = (lines: number): Node => p('照'.repeat(28 * lines - 2));

describe('版头（7.2.2、7.2.3、7.2.5）', () => {
  test('密级和保密期限三号黑体，数字也是黑体（7.2.2）', () => {
    const [line] = of(layOut(doc(para('secrecy', '机密★1年'), para('issuerMark', '青川市教育局文件'), p('照'))), 'secrecy');
    expect(line!.runs.filter(({ text: words }) => /[机密1年]/.test(words)).map(({ font, size }) => [font, size])).toEqual(expect.arrayContaining([['hei', 16_000]]));
    expect(line!.runs.some(({ font }) => font === 'latin' || font === 'fang')).toBe(false);
  });

  test('紧急程度三号黑体顶格；上面什么也没有的排第一行（7.2.3）', () => {
    const layout = layOut(doc(para('urgency', '特急'), para('issuerMark', '青川市教育局文件'), p('照')));
    const [line] = of(layout, 'urgency');
    expect([rowOf(layout, line!), leftOf(layout, line!), line!.runs[0]!.font, line!.runs[0]!.size]).toEqual([1, 0, 'hei', 16_000]);
  });

  test('发文字号三号仿宋，年份用六角括号，整个不拆开（7.2.5）', () => {
    const [line, ...more] = of(layOut(doc(para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教发〔2026〕12号'), p('照'))), 'documentNumber');
    expect(more).toEqual([]);
    expect(line!.runs.map(({ font, size, text: words }) => [font, size, words])).toEqual([['fang', 16_000, '青教发〔'], ['latin', 16_000, '2026'], ['fang', 16_000, '〕'], ['latin', 16_000, '12'], ['fang', 16_000, '号']]);
  });
});

describe('主体（7.3.2、7.3.5、7.3.6）', () => {
  test('主送机关在标题下空一行，三号仿宋，顶格，回行仍顶格（7.3.2）', () => {
    const layout = layOut(doc(title('关于防汛的通知'), para('addressee', `${'各区县教育局、'.repeat(6)}市直各学校：`), p('照')));
    const lines = of(layout, 'addressee');
    const [heading] = of(layout, 'title');
    expect(lines.length).toBe(2);
    expect((lines[0]!.y - heading!.y) / pitch).toBe(2);
    expect(lines.map((line) => [leftOf(layout, line), line.runs[0]!.font, line.runs[0]!.size])).toEqual([[0, 'fang', 16_000], [0, 'fang', 16_000]]);
  });

  test('日期比署名长的，日期右空二字，署名往左让出二字（7.3.5.2）', () => {
    const layout = layOut(doc(text(2), para('signature', '青川市'), para('date', '2026年12月31日')), { closing: 'unsealed' });
    const [signature] = of(layout, 'signature');
    const [date] = of(layout, 'date');
    expect(rightOf(layout, date!) / cell).toBeCloseTo(2, 1);
    const widthOf = (line: LineFrame): number => inkOf(line).right - inkOf(line).left;
    expect(rightOf(layout, signature!) / cell).toBeCloseTo(4 + (widthOf(date!) - widthOf(signature!)) / cell, 1);
  });

  test('几位签名的，先主办机关，一行一个，职务和签名章上下对齐（7.3.5.3）', () => {
    const layout = layOut(doc(text(2), para('signature', '市长　林见川'), para('signature', '局长　许知远'), para('date', '2026年8月1日')), { format: 'order', closing: 'signed' });
    const [first, second] = of(layout, 'signature');
    expect(inkOf(first!)).toEqual(inkOf(second!));
    expect((second!.y - first!.y) / pitch).toBe(2);
    const { seals } = layout.frame(0);
    expect(seals.map(({ x }) => x)).toEqual([seals[0]!.x, seals[0]!.x]);
    expect(seals[1]!.y - seals[0]!.y).toBeGreaterThan(seals[0]!.box!);
  });

  test('成文日期用阿拉伯数字，整个在一行上（7.3.5.4）', () => {
    const [date, ...more] = of(layOut(doc(text(2), para('signature', '青川市教育局'), para('date', '2026年12月31日'))), 'date');
    expect([wordsOf(date!), more]).toEqual(['2026年12月31日', []]);
    expect(date!.runs.filter(({ text: words }) => /\d/.test(words)).map(({ font }) => font)).toEqual(['latin', 'latin', 'latin']);
  });

  test('附注在日期下一行，左空二字（7.3.6）', () => {
    const layout = layOut(doc(text(2), para('signature', '青川市教育局'), para('date', '2026年8月1日'), para('note', '（此件公开发布）')));
    const [note] = of(layout, 'note');
    const [date] = of(layout, 'date');
    expect(note!.y - date!.y).toBe(pitch);
    // The bracket stands at the right of its cell.
    expect(Math.floor(leftOf(layout, note!) / cell)).toBe(2);
    expect(note!.x - layout.frame(0).textBlock.x).toBe(2 * cell);
  });
});

describe('附件、版记、页码（7.3.7、7.4.2、7.4.3、7.5、8）', () => {
  test('附件的页码和正文连着编（7.5）', () => {
    const layout = layOut(doc(text(30), para('annex', '任务分工表'), text(30)));
    expect(layout.pages.map(({ folio }) => folio)).toEqual([1, 2, 3, 4]);
  });

  test('抄送四号仿宋，左右各空一字，回行和冒号后的首字对齐（7.4.2）', () => {
    const layout = layOut(doc(p('照'), para('copyTo', `${'市委办公室，'.repeat(12)}市政协办公室。`), para('printer', '青川市教育局办公室'), para('printDate', '2026年8月2日')));
    const lines = of(layout, 'copyTo');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines[0]!.runs[0]!.size).toBe(14_000);
    expect(leftOf(layout, lines[0]!)).toBe(smallCell);
    for (const line of lines.slice(1)) expect(leftOf(layout, line)).toBe(4 * smallCell);
    for (const line of lines) expect(rightOf(layout, line)).toBeGreaterThanOrEqual(smallCell - 14_000);
  });

  test('印发机关左空一字、印发日期右空一字，在同一行，末条线之上（7.4.3）', () => {
    const layout = layOut(doc(p('照'), para('printer', '青川市教育局办公室'), para('printDate', '2026年8月2日印发')));
    const [printer] = of(layout, 'printer');
    const [date] = of(layout, 'printDate');
    const { textBlock } = layout.frame(0);
    expect([leftOf(layout, printer!), rightOf(layout, date!), printer!.y - date!.y]).toEqual([smallCell, smallCell, 0]);
    expect(wordsOf(date!)).toBe('2026年8月2日印发');
    expect(printer!.y + printer!.height).toBe(textBlock.y + textBlock.height);
  });

  test('横排的表，表头朝订口：上边是 28 mm，表在每一面都从头排（8）', () => {
    const layout = layOut(doc(para('annex', '任务分工表', { landscape: true }), table(['序号', '任务'], ...Array.from({ length: 40 }, (_, index) => [String(index + 1), '照护']))));
    const turned = layout.pages.map((_, index) => layout.frame(index)).filter(({ width, height }) => width > height);
    expect(turned.length).toBeGreaterThan(1);
    for (const { textBlock, number, lines } of turned) {
      expect(mm(textBlock.y)).toBeCloseTo(28, 0);
      expect([mm(textBlock.width), mm(textBlock.height)]).toEqual([225, 156.02]);
      expect(lines.some((line) => wordsOf(line) === '序号'), `page ${number}`).toBe(true);
      expect(lines.at(-1)!.turn).not.toBeNull();
    }
  });
});

describe('信函、命令、纪要（10.1–10.3）', () => {
  const letter = layOut(doc(para('issuerMark', '青川市教育局'), para('secrecy', '秘密★5年'), para('documentNumber', '青教函〔2026〕1号'), title('关于防汛的函'), para('addressee', '青川市财政局：'), p('照'), para('copyTo', '市审计局。')), { format: 'letter' });

  test('信函：第一个要素距首条双线 7/8 字，密级顶格在左，文号顶格在右，标题与上一要素相距二行（10.1）', () => {
    const [secrecy] = of(letter, 'secrecy');
    const [number] = of(letter, 'documentNumber');
    const [heading] = of(letter, 'title');
    const upper = letter.frame(0).rules.filter(({ kind }) => kind === 'letter').sort((a, b) => a.y - b.y)[1]!;
    expect(secrecy!.baseline - 16_000 * 0.88 - upper.y - upper.height).toBeCloseTo(14_000, -2);
    expect([leftOf(letter, secrecy!), rightOf(letter, number!), secrecy!.y]).toEqual([0, 0, number!.y]);
    expect((heading!.y - number!.y) / pitch).toBe(3);
  });

  test('信函：版记没有线，在版心最下面（10.1）', () => {
    const { rules, textBlock } = letter.frame(0);
    expect(rules.some(({ kind }) => kind === 'imprint')).toBe(false);
    const [copy] = of(letter, 'copyTo');
    expect(copy!.y + copy!.height).toBe(textBlock.y + textBlock.height);
  });

  test('命令：令号在标志下空二行居中，令号下空二行是正文（10.2）', () => {
    const layout = layOut(doc(para('issuerMark', '青川市人民政府令'), para('documentNumber', '第12号'), p('现予公布。')), { format: 'order' });
    const [number] = of(layout, 'documentNumber');
    const [body] = of(layout, 'body');
    expect(Math.abs(leftOf(layout, number!) - rightOf(layout, number!))).toBeLessThan(600);
    expect((body!.y - number!.y) / pitch).toBe(3);
  });

  test('纪要：标志上缘距版心上缘 35 mm，请假、列席依次另起一行，与出席对齐（10.3）', () => {
    const layout = layOut(doc(para('issuerMark', '青川市人民政府专题会议纪要'), p('照'), para('present', '林见川'), para('excused', '许棠'), para('observing', '顾南舟')), { format: 'minutes' });
    const [mark] = of(layout, 'issuerMark');
    expect(mm(mark!.baseline - mark!.runs[0]!.size * 0.88 - layout.frame(0).textBlock.y)).toBeCloseTo(35, 0);
    const rows = ['present', 'excused', 'observing'].map((role) => of(layout, role)[0]!);
    expect(rows.map((line) => Math.round(leftOf(layout, line) / cell))).toEqual([2, 2, 2]);
    expect(rows.map((line) => line.runs[0]!.font)).toEqual(['hei', 'hei', 'hei']);
    expect([rows[1]!.y - rows[0]!.y, rows[2]!.y - rows[1]!.y]).toEqual([pitch, pitch]);
    expect(rows[0]!.y - of(layout, 'body')[0]!.y).toBe(2 * pitch);
  });
});

test('转发的文件：标题居中，主送顶格，落款不盖章、右空二字；本机关的落款照样盖章（7.3.2、7.3.5.2）', () => {
  const layout = layOut(doc(
    title('关于转发通知的通知'), para('addressee', '各乡镇人民政府：'), text(1), para('signature', '青禾县人民政府办公室'), para('date', '2026年3月2日'),
    para('embedded', '关于加强山塘管理的通知'), para('addressee', '各县人民政府：'), text(1), para('signature', '东临省水利厅山塘处'), para('date', '2026年2月10日'),
  ), { closing: 'sealed' });
  const [heading, addressee, signature, date] = ['embedded', 'addressee', 'signature', 'date'].map((role) => of(layout, role, 1)[0]!);
  expect(Math.abs(leftOf(layout, heading!, 1) - rightOf(layout, heading!, 1))).toBeLessThan(600);
  expect([leftOf(layout, addressee!, 1), Math.round(rightOf(layout, signature!, 1) / cell), Math.round((inkOf(date!).left - inkOf(signature!).left) / cell)]).toEqual([0, 2, 2]);
  expect([layout.frame(0).seals.length, layout.frame(1).seals.length]).toEqual([1, 0]);
});
