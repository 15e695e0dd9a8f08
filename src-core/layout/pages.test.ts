import { describe, expect, test } from 'vitest';
import type { Node } from 'prosemirror-model';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { inkOf, layOut, linesOn, mm, wordsOn } from '../../test/support/layout.ts';
import { textOfLine } from './frame-page.ts';
import type { LineFrame } from './frames.ts';
import type { Layout } from './layout-document.ts';
import { CELL, LINE } from '../units/length.ts';
import { fromTwips } from './unit.ts';

const cell = fromTwips(CELL);
const pitch = fromTwips(LINE);

const lineWith = (layout: Layout, words: string): LineFrame & { readonly page: number } => {
  for (let page = 0; page < layout.pages.length; page++) {
    const line = linesOn(layout, page).find((each) => each.runs.map(({ text }) => text).join('').includes(words));
    if (line) return { ...line, page };
  }
  throw new Error(`no line with ${words}`);
};
/** From the right edge of the text block to the last character, in characters. */
const fromRight = (layout: Layout, words: string): number => {
  const line = lineWith(layout, words);
  const { x, width } = layout.frame(line.page).textBlock;
  return Math.round(((x + width - inkOf(line).right) / cell) * 10) / 10;
};
const rowsBetween = (layout: Layout, upper: string, lower: string): number => (lineWith(layout, lower).y - lineWith(layout, upper).y) / pitch;
const text = (lines: number): Node => p('照'.repeat(28 * lines - 2));

describe('版头（7.2）', () => {
  const masthead = [para('copyNumber', '000001'), para('secrecy', '机密★1年'), para('urgency', '特急'), para('issuerMark', '青川市人民政府文件'), para('documentNumber', '青政发〔2026〕1号')];
  const layout = layOut(doc(...masthead, title('关于防汛的通知'), para('addressee', '各处室：'), p('请做好防汛工作。')));

  test('份号、密级、紧急程度在左上角第 1、2、3 行（7.2.1–7.2.3）', () => {
    expect(linesOn(layout).slice(0, 3).map((line) => [(line.y - layout.frame(0).textBlock.y) / pitch, inkOf(line).left - layout.frame(0).textBlock.x])).toEqual([[0, 0], [1, 0], [2, 0]]);
    expect(linesOn(layout)[1]!.runs.map(({ font }) => font)).not.toContain('fang');
  });

  test('没有红头的答复，办理结果各占一行靠右，发文字号在其下；有红头的信函一项在右上角，两项排在字号之下', () => {
    const results = [para('resultMark', '是否同意公开：是'), para('resultMark', '办理结果：C')];
    const number = para('documentNumber', '建字〔2026〕2号');
    const rowsOf = (format: 'letter' | 'document', ...head: Node[]): string[] => linesOn(layOut(doc(...head, title('关于停车的答复'), p('文')), { format })).toSorted((a, b) => a.y - b.y).slice(0, head.length).map(textOfLine);
    for (const format of ['letter', 'document'] as const) expect(rowsOf(format, ...results, number)).toEqual(['是否同意公开：是', '办理结果：C', '建字〔2026〕2号']);
    const mark = para('issuerMark', '青川市建设局');
    expect(rowsOf('letter', results[1]!, mark, number)).toEqual(['办理结果：C', '青川市建设局', '建字〔2026〕2号']);
    expect(rowsOf('letter', ...results, mark, number)).toEqual(['青川市建设局', '建字〔2026〕2号', '是否同意公开：是', '办理结果：C']);
    expect(rowsOf('document', ...results, mark, number)).toEqual(['是否同意公开：是', '办理结果：C', '青川市建设局', '建字〔2026〕2号']);
  });

  test('发文机关标志上缘距版心上缘 35 mm，不随上面的三项移动（7.2.4）', () => {
    for (const laid of [layout, layOut(doc(...masthead.slice(3), p('文')))]) {
      const mark = lineWith(laid, '青川市人民政府文件');
      const top = mark.baseline - mark.runs[0]!.size * 0.88 - laid.frame(0).textBlock.y;
      expect(Math.abs(mm(top) - 35)).toBeLessThan(0.1);
      expect(mark.runs[0]).toMatchObject({ font: 'biao', color: 'red' });
    }
  });

  test('发文字号在标志下空二行居中，红线在其下 4 mm、与版心等宽（7.2.5、7.2.7）', () => {
    const number = lineWith(layout, '青政发');
    const { textBlock, rules } = layout.frame(0);
    const { left, right } = inkOf(number);
    expect(Math.abs(left + right - 2 * textBlock.x - textBlock.width)).toBeLessThan(600);
    expect(rules).toHaveLength(1);
    expect(Math.abs(mm(rules[0]!.y - number.baseline - 16_000 * 0.12) - 4)).toBeLessThan(0.1);
    expect([rules[0]!.x, rules[0]!.width, rules[0]!.color]).toEqual([textBlock.x, textBlock.width, 'red']);
    const mark = lineWith(layout, '文件');
    const gap = number.baseline - 16_000 * 0.88 - (mark.baseline + mark.runs[0]!.size * 0.12);
    expect(Math.abs(gap - 2 * pitch)).toBeLessThan(300);
  });

  test('几个机关一行一个、同宽，“文件”在右、上下居中（7.2.4）', () => {
    const joint = layOut(doc(para('issuerMark', '青川市照护保障局'), para('issuerMark', '青川市教育局'), para('issuerMark', '文件'), p('文')));
    const [first, second, word] = ['照护', '教育', '文件'].map((each) => lineWith(joint, each)) as LineFrame[];
    expect(inkOf(first!).left).toBe(inkOf(second!).left);
    expect(Math.abs(inkOf(first!).right - inkOf(second!).right)).toBeLessThan(300);
    expect(inkOf(word!).left).toBeGreaterThan(inkOf(first!).right);
    expect(Math.abs(word!.baseline - (first!.baseline + second!.baseline) / 2)).toBeLessThan(60);
  });

  test('签发人居右空一字，每行两人，发文字号在最后一行、左空一字（7.2.6）', () => {
    const upward = layOut(doc(para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教〔2026〕5号'), para('signatory', '林见川'), para('signatory', '沈知秋'), para('signatory', '顾南舟'), p('文')));
    const [a, b, c, number] = ['林见川', '沈知秋', '顾南舟', '青教'].map((each) => lineWith(upward, each)) as LineFrame[];
    expect([b!.y - a!.y, c!.y - a!.y, number!.y - c!.y]).toEqual([0, pitch, 0]);
    expect(a!.runs.map(({ font, text: words }) => [font, words])).toEqual([['fang', '签发人：'], ['kai', '林见川']]);
    expect(fromRight(upward, '沈知秋')).toBeCloseTo(1, 1);
    expect(inkOf(c!).left).toBe(a!.runs[1]!.xs[0]);
    expect(inkOf(number!).left - upward.frame(0).textBlock.x).toBe(cell);
  });
});

describe('标题和正文（7.3）', () => {
  test('标题在红线下空二行，分行不拆词、数字和名称，梯形或菱形（7.3.1）', () => {
    const layout = layOut(doc(para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教〔2026〕5号'), title('青川市教育局关于印发青川市2026年教育事业发展统计公报的通知'), p('文')));
    expect(wordsOn(layout).slice(2, 4).join('')).toBe('青川市教育局关于印发青川市2026年教育事业发展统计公报的通知');
    const first = lineWith(layout, '青川市教育局关于印发');
    const { textBlock, rules } = layout.frame(0);
    expect(Math.abs(inkOf(first).left + inkOf(first).right - 2 * textBlock.x - textBlock.width)).toBeLessThan(600);
    expect(Math.round((first.y - rules[0]!.y - rules[0]!.height) / pitch)).toBe(2);
  });

  test('一级标题黑体、二级楷体、三四级仿宋，序号同字（7.3.3）', () => {
    const layout = layOut(doc(h(1, '总体'), h(2, '目标'), h(3, '任务'), h(4, '分工')));
    expect(linesOn(layout).map((line) => line.runs.map(({ font, text: words }) => `${font} ${words}`).join('|'))).toEqual(['hei 一、|hei 总体', 'kai （一）|kai 目标', 'latin 1.|fang 任务', 'fang （|latin 1|fang ）|fang 分工']);
  });

  test('标题不留在一面的最后一行', () => {
    const layout = layOut(doc(text(21), h(1, '标题'), text(2)));
    expect(lineWith(layout, '标题').page).toBe(1);
  });

  test('附件说明空二字，序号对齐，名称回行与名称首字对齐（7.3.4）', () => {
    const layout = layOut(doc(text(1), para('attachmentNote', '名称很长的一个附件名称很长的一个附件名称很长的一个附件'), para('attachmentNote', '第二个')));
    const [, first, more, second] = linesOn(layout);
    const { x } = layout.frame(0).textBlock;
    expect(rowsBetween(layout, '照照', '附件：')).toBe(2);
    expect(inkOf(first!).left).toBe(x + 2 * cell);
    expect(inkOf(more!).left).toBe(first!.runs.find((run) => !run.isComputed)!.xs[0]);
    expect(inkOf(second!).left).toBe(x + 5 * cell);
  });
});

describe('落款（7.3.5）', () => {
  const body = [title('关于防汛的通知'), text(2)];
  const closing = (look: 'sealed' | 'unsealed' | 'signed', ...blocks: Node[]): Layout => layOut(doc(...body, ...blocks), { closing: look });

  test('盖章的：日期右空四字，署名在上一行以日期居中，正文下空二行（7.3.5.1）', () => {
    const layout = closing('sealed', para('signature', '青川市教育局'), para('date', '2026年8月1日'));
    expect(fromRight(layout, '2026年8月1日')).toBeCloseTo(4, 1);
    const [name, date] = [inkOf(lineWith(layout, '青川市教育局')), inkOf(lineWith(layout, '2026年8月1日'))];
    expect(Math.abs(name.left + name.right - date.left - date.right)).toBeLessThan(300);
    expect(rowsBetween(layout, '照照', '青川市教育局')).toBe(4);
    expect(rowsBetween(layout, '青川市教育局', '2026年8月1日')).toBe(1);
  });

  test('印章 42 mm，居中下压署名和日期，顶端距正文一行之内（7.3.5.1）', () => {
    const layout = closing('sealed', para('signature', '青川市教育局'), para('date', '2026年8月1日'));
    const [seal] = layout.frame(0).seals;
    const { left, right } = inkOf(lineWith(layout, '青川市教育局'));
    const last = linesOn(layout).findLast((line) => line.role === 'body')!;
    expect(mm(2 * seal!.radius)).toBe(42);
    expect(Math.abs(seal!.x * 2 - left - right)).toBeLessThan(10);
    const gap = seal!.y - seal!.radius - last.y - last.height;
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThanOrEqual(pitch);
    const date = lineWith(layout, '2026年8月1日');
    expect(seal!.y).toBeLessThan(date.y);
    expect(seal!.y + seal!.radius).toBeGreaterThan(date.y + date.height);
  });

  test('联合行文：每个署名一个章，互不相交，不出版心（7.3.5.1）', () => {
    const layout = closing('sealed', ...['甲市教育局', '乙市教育局', '丙市教育局', '丁市教育局'].map((name) => para('signature', name)), para('date', '2026年8月1日'));
    const { seals, textBlock } = layout.frame(0);
    expect(seals).toHaveLength(4);
    for (const [index, a] of seals.entries()) {
      expect(a.x - a.radius).toBeGreaterThanOrEqual(textBlock.x);
      expect(a.x + a.radius).toBeLessThanOrEqual(textBlock.x + textBlock.width);
      for (const b of seals.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius);
    }
  });

  test('不盖章的：空一行，署名右空二字，日期首字右移二字，没有章（7.3.5.2）', () => {
    const layout = closing('unsealed', para('signature', '青川市照护保障局办公室文书处'), para('date', '2026年8月1日'));
    expect(fromRight(layout, '文书处')).toBeCloseTo(2, 1);
    expect(inkOf(lineWith(layout, '2026年8月1日')).left - inkOf(lineWith(layout, '文书处')).left).toBeCloseTo(2 * cell, -3);
    expect(rowsBetween(layout, '照照', '文书处')).toBe(3);
    expect(layout.frame(0).seals).toEqual([]);
  });

  test('签名章的：空二行，右空四字，日期再空一行（7.3.5.3）', () => {
    const layout = closing('signed', para('signature', '市长　林见川'), para('date', '2026年8月1日'));
    expect(fromRight(layout, '林见川')).toBeCloseTo(4, 1);
    expect(fromRight(layout, '2026年8月1日')).toBeCloseTo(4, 1);
    expect([rowsBetween(layout, '照照', '林见川'), rowsBetween(layout, '林见川', '2026年')]).toEqual([4, 2]);
  });

  test('签名章的位置是一个框，框住姓名，不框职务，右空四字（7.3.5.3）', () => {
    const layout = closing('signed', para('signature', '市长　林见川'), para('date', '2026年8月1日'));
    const [seal] = layout.frame(0).seals;
    const line = lineWith(layout, '林见川');
    const { textBlock } = layout.frame(0);
    expect(mm(seal!.box!)).toBe(16);
    expect(mm(textBlock.x + textBlock.width - seal!.x - seal!.radius)).toBeCloseTo(mm(4 * cell), 1);
    expect(mm(2 * seal!.radius)).toBeCloseTo(mm(3 * cell), 1);
    expect(Math.abs(seal!.y - line.y - line.height / 2)).toBeLessThan(100);
    // It touches neither the text above nor the date below.
    expect(seal!.y - seal!.box! / 2).toBeGreaterThan(lineWith(layout, '照照').y + pitch);
    expect(seal!.y + seal!.box! / 2).toBeLessThan(lineWith(layout, '2026年8月1日').baseline - 16_000);
  });

  test.each([['市　长：林见川', 3], ['市长　林　川', 3], ['市　长：林　川', 3], ['市长　欧阳见川', 4]])('%s：职务怎样写，框住的都是姓名', (signature, characters) => {
    const [seal] = closing('signed', para('signature', signature), para('date', '2026年8月1日')).frame(0).seals;
    expect(mm(2 * seal!.radius)).toBeCloseTo(mm(characters * cell), 1);
  });

  test('落款所在的一面有正文：先调行距，再把正文带过去（7.3.5.5）', () => {
    for (let lines = 17; lines < 26; lines++) {
      const layout = layOut(doc(text(lines), para('signature', '青川市教育局'), para('date', '2026年8月1日'), para('note', '（此件公开发布）')));
      const sign = lineWith(layout, '青川市教育局');
      expect(lineWith(layout, '2026年').page).toBe(sign.page);
      expect(linesOn(layout, sign.page).some(({ role }) => role === 'body'), `${lines} lines`).toBe(true);
      expect(layout.fit.lines).toBeGreaterThanOrEqual(21);
      expect(layout.fit.lines).toBeLessThanOrEqual(24);
      expect(layout.diagnostics).toEqual([]);
    }
    expect(layOut(doc(text(22), para('signature', '青川市教育局'), para('date', '2026年8月1日'))).fit).toEqual({ lines: 21, characters: 28 });
  });

  test('长文不为落款改全文的行距，带两行正文过去', () => {
    const layout = layOut(doc(text(22 * 30), para('signature', '青川市教育局'), para('date', '2026年8月1日')));
    expect(layout.fit).toEqual({ lines: 22, characters: 28 });
    expect(linesOn(layout, 30).map(({ role }) => role)).toEqual(['body', 'body', 'signature', 'date']);
  });
});

describe('主送移到版记（7.3.2）', () => {
  const layout = layOut(doc(title('关于防汛的通知'), text(2), para('signature', '青川市教育局'), para('date', '2026年8月1日'), para('sentTo', '各区县教育局，各高级中学。'), para('copyTo', '市委办公室。'), para('printer', '青川市教育局办公室'), para('printDate', '2026年8月2日印发')));

  test('写“主送：”，排在抄送上一行，两者之间不加线；与印发机关之间有线', () => {
    const [sent, copied, printed] = ['主送：各区县教育局', '抄送：市委办公室', '青川市教育局办公室'].map((words) => lineWith(layout, words));
    expect(copied!.y).toBeGreaterThan(sent!.y);
    const rules = layout.frame(0).rules.filter(({ kind }) => kind === 'imprint').map(({ y }) => y).sort((a, b) => a - b);
    expect(rules).toHaveLength(3);
    expect(rules[0]).toBeLessThan(sent!.baseline);
    expect(rules[1]).toBeGreaterThan(copied!.baseline);
    expect(rules[1]).toBeLessThan(printed!.baseline);
  });
});

describe('首页和被印发的文件', () => {
  const long = (count: number): Node[] => [...Array.from({ length: count }, (_, index) => para('issuerMark', `青川市${'甲乙丙丁戊己庚辛'[index]}局`)), para('issuerMark', '文件'), para('documentNumber', '青发〔2026〕1号')];
  const titled = title('青川市教育局关于印发《青川市2026年中小学生防汛安全教育和应急演练工作实施方案（试行）》的通知');

  test('首页要有正文，容不下的说出来（7.1、7.3.2）', () => {
    const layout = layOut(doc(...long(4), titled, para('addressee', '各区县教育局、'.repeat(7)), text(8)));
    expect(linesOn(layout, 0).some(({ role }) => role === 'body')).toBe(true);
    const full = layOut(doc(...long(4), titled, para('addressee', '各区县教育局、'.repeat(60)), text(8)));
    expect(full.diagnostics).toEqual([{ code: 'first-page-without-text', from: null, to: null, page: 1, args: {} }]);
  });

  test('机关多、标题长，首页排不下两行正文的，先缩小发文机关标志（7.2.4、7.3.3）', () => {
    const made = doc(...long(6), titled, para('addressee', '各区县教育局、'.repeat(6)), text(8));
    const layout = layOut(made);
    expect(linesOn(layout, 0).filter(({ role }) => role === 'body').length).toBeGreaterThanOrEqual(2);
    expect(layout.fit).toMatchObject({ lines: 22, characters: 28 });
    expect(layout.fit.mark).toBeLessThan(84);
    expect(lineWith(layout, '青川市甲局').runs[0]!.size).toBe(layout.fit.mark! * 500);
    // The upper edge stays where it is.
    const mark = lineWith(layout, '青川市甲局');
    expect(Math.abs(mm(mark.baseline - mark.runs[0]!.size * 0.88 - layout.frame(0).textBlock.y) - 35)).toBeLessThan(0.1);
    expect(layOut(doc(...long(2), titled, text(8))).fit.mark).toBeUndefined();
  });

  test('一句话的通知，附件说明把落款推到下一面：首页留一行正文，落款那一面也有一行（7.1、7.3.5.5）', () => {
    const sentence = '现将《青川市居家照护服务补助资金管理办法（试行）》印发给你们，请结合实际认真贯彻执行。';
    const annexes = ['项目申报表', '2026—2028年全市居家照护服务能力提升重点任务分工及进度安排表', '专家组成员名单'];
    const layout = layOut(doc(para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教发〔2026〕1号'), titled, para('addressee', '各区县教育局：'), p(sentence), ...annexes.map((name) => para('attachmentNote', name)), para('signature', '青川市教育局'), para('date', '2026年8月1日'), para('note', '（此件公开发布）')));
    expect([0, 1].map((page) => linesOn(layout, page).filter(({ role }) => role === 'body').length)).toEqual([1, 1]);
    expect(lineWith(layout, '2026年8月1日').page).toBe(1);
    expect(layout.diagnostics).toEqual([]);
  });

  test('被印发的文件另面起，自己的序号从头编', () => {
    const layout = layOut(doc(h(1, '正文的标题'), text(1), para('embedded', '青川市防汛办法'), h(1, '办法的标题')));
    expect(lineWith(layout, '青川市防汛办法').page).toBe(1);
    expect(lineWith(layout, '一、办法的标题').page).toBe(1);
  });

  test('从来不写“此页无正文”，只有一个署名的页也不会有', () => {
    for (const lines of [18, 19, 20, 21, 22]) {
      const layout = layOut(doc(text(lines), para('attachmentNote', '任务分工表'), para('attachmentNote', '联系人名单'), para('signature', '青川市教育局'), para('date', '2026年8月1日')));
      layout.pages.forEach((_, page) => {
        const roles = linesOn(layout, page).map(({ role }) => role);
        if (roles.includes('signature')) expect(roles, `${lines}`).toContain('body');
        expect(wordsOn(layout, page).join('')).not.toContain('无正文');
      });
    }
  });
});

describe('附件和表格（7.3.7、8）', () => {
  test('附件另面，“附件”黑体顶格在第一行，标题居中在第三行（7.3.7）', () => {
    const layout = layOut(doc(text(2), para('annex', '补贴标准'), text(1)));
    const [mark, name] = linesOn(layout, 1);
    expect([mark, name].map((line) => (line!.y - layout.frame(1).textBlock.y) / pitch)).toEqual([0, 2]);
    expect(mark!.runs.map(({ font, text: words }) => [font, words])).toEqual([['hei', '附件']]);
    expect(inkOf(mark!).left).toBe(layout.frame(1).textBlock.x);
  });

  test('横排的附件，页码仍在纸的下边（8）', () => {
    const layout = layOut(doc(text(2), para('annex', '任务分工表', { landscape: true }), table(['序号', '任务'], ['1', '排查'])));
    const { width, height, textBlock, lines } = layout.frame(1);
    expect([mm(width), mm(height)]).toEqual([297, 210.01]);
    expect([textBlock.x, textBlock.y].map(mm).map(Math.round)).toEqual([35, 28]);
    const folio = lines.at(-1)!;
    expect(folio.role).toBe('pageNumber');
    expect(folio.turn!.x).toBeLessThan(textBlock.x - 19_000);
    expect(layout.frame(0).lines.at(-1)!.turn).toBeNull();
  });

  test('表格跨面重复表头，行不拆开，合并的单元格分在两面（8）', () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`${index + 1}`, `第${index + 1}项工作`]);
    const layout = layOut(doc(table(['序号', '任务'], ...rows)));
    expect(layout.pages.length).toBeGreaterThan(2);
    for (let page = 0; page < layout.pages.length; page++) {
      const frame = layout.frame(page);
      expect(wordsOn(layout, page).slice(0, 2)).toEqual(['序号', '任务']);
      expect(linesOn(layout, page).slice(0, 2).map(({ isRepeated }) => isRepeated)).toEqual(page === 0 ? [false, false] : [true, true]);
      for (const box of frame.cells) expect(box.y + box.height).toBeLessThanOrEqual(frame.textBlock.y + frame.textBlock.height);
    }
  });

  test('要标“续表”的表格，接排的每一面在表头上方右端标，带表题的编号；首面不标（8）', () => {
    const rows = Array.from({ length: 70 }, (_, index) => [`任务${index + 1}`, '市教育局']);
    const long = (continued: boolean): Node => table(['任务', '单位'], ...rows).type.create({ continued }, table(['任务', '单位'], ...rows).content);
    const marked = layOut(doc(p('表2　任务分工表', { align: 'center' }), long(true)));
    const plain = layOut(doc(p('表2　任务分工表', { align: 'center' }), long(false)));
    expect(marked.pages.length).toBeGreaterThan(2);
    expect(wordsOn(marked, 0).join('')).not.toContain('续表');
    for (let page = 1; page < marked.pages.length; page++) {
      const [mark, head] = linesOn(marked, page);
      expect([mark, head].map((line) => textOfLine(line!))).toEqual(['续表2', '任务']);
      expect(mark!.isRepeated).toBe(true);
      // At the right edge of the table, a line above its head.
      const edge = Math.max(...marked.frame(page).cells.map((cell) => cell.x + cell.width));
      expect(inkOf(mark!).right).toBe(edge);
      expect(mark!.y + mark!.height).toBe(Math.min(...marked.frame(page).cells.map((cell) => cell.y)));
    }
    expect(linesOn(plain, 1).map(textOfLine)[0]).toBe('任务');
    const words = (layout: Layout): string => layout.pages.flatMap((_, page) => linesOn(layout, page).filter((line) => !line.isRepeated).map(textOfLine)).join('');
    expect(words(marked)).toBe(words(plain));
    expect(wordsOn(layOut(doc(p('表格如下：'), long(true))), 1)[0]).toBe('续表');
  });

  test('任务表窄格里的日期整个留在一行，放不下才在年、月之后断开（8）', () => {
    const narrow = (width: number, ...words: string[]): string[] => {
      const rows = [['任务', '时限'], ...words.map((each) => ['完善服务网络', each])];
      const made = table(...rows);
      const sized = made.copy(made.content);
      const cells = sized.type.schema.nodes;
      const fixed = cells.table!.create(null, rows.map((row, index) => cells.tableRow!.create({ header: index === 0 }, row.map((each, column) => cells.tableCell!.create({ colwidth: [column === 0 ? 8845 - width : width] }, p(each))))));
      return linesOn(layOut(doc(fixed))).filter(({ role, x }) => role === 'tableCell' && x > 300_000).map((line) => line.runs.map((run) => run.text).join(''));
    };
    expect(narrow(1700, '每年12月5日前', '力争2022年1月')).toEqual(['每年', '12月5日前', '力争', '2022年1月']);
    expect(narrow(1100, '2022年1月')).toEqual(['2022年', '1月']);
    expect(narrow(900, '12月25日')).toEqual(['12月', '25日']);
  });

  test('序号一列的数字居中，别的列照旧（8）', () => {
    const rows = [['序号', '任务'], ['1', '完善网络'], ['12', '3'], ['合计', '两项']];
    const layout = layOut(doc(table(...rows)));
    const { cells } = layout.frame(0);
    const middle = (words: string): number => {
      const line = linesOn(layout).find((each) => each.runs.map((run) => run.text).join('') === words)!;
      const { left, right } = inkOf(line);
      const box = cells.find(({ x, y, width, height }) => line.x >= x && line.x < x + width && line.y >= y - 500 && line.y < y + height)!;
      return Math.abs((left + right) / 2 - box.x - box.width / 2);
    };
    expect(middle('1')).toBeLessThan(10);
    expect(middle('12')).toBeLessThan(10);
    expect(middle('3')).toBeGreaterThan(10_000);
  });

  test('表格之后回到行格上（5.2.3）', () => {
    const layout = layOut(doc(text(1), table(['甲'], ['乙']), p('以后的正文')));
    expect((lineWith(layout, '以后').y - layout.frame(0).textBlock.y) % pitch).toBe(0);
  });

  test('比一面还高的一行拆开，一个字也不丢', () => {
    const long = '照护'.repeat(2000);
    const layout = layOut(doc(table(['任务'], [long])));
    const words = layout.pages.flatMap((_, page) => linesOn(layout, page).filter((line) => !line.isRepeated && line.role === 'tableCell').map((line) => line.runs.map((run) => run.text).join('')));
    expect(words.join('')).toBe(long);
    layout.pages.forEach((_, page) => linesOn(layout, page).forEach((line) => expect(line.y + line.height).toBeLessThanOrEqual(layout.frame(page).textBlock.y + layout.frame(page).textBlock.height + 500)));
  });
});

describe('版记和页码（7.4、7.5）', () => {
  const imprint = [para('copyTo', '市人大常委会办公室，市政协办公室。'), para('printer', '青川市教育局办公室'), para('printDate', '2026年8月2日印发')];

  test('末条线与版心下缘重合，首末 0.35 mm、中间 0.25 mm，四号字左右各空一字（7.4）', () => {
    const layout = layOut(doc(text(3), ...imprint));
    const { rules, textBlock } = layout.frame(0);
    expect(rules.map(({ height }) => mm(height))).toEqual([0.35, 0.25, 0.35]);
    expect(rules.at(-1)!.y + rules.at(-1)!.height).toBe(textBlock.y + textBlock.height);
    expect(inkOf(lineWith(layout, '抄送')).left - textBlock.x).toBe(14_000);
    expect(inkOf(lineWith(layout, '印发')).right).toBe(textBlock.x + textBlock.width - 14_000);
    expect(lineWith(layout, '青川市教育局办公室').y).toBe(lineWith(layout, '印发').y);
  });

  test('表格占满一面，署名和日期落到下一面：只说一处', () => {
    const layout = layOut(doc(text(2), table(...Array.from({ length: 24 }, (_, index) => [`${index + 1}`, '事项'])), para('signature', '青川市教育局'), para('date', '2026年8月1日')));
    expect(layout.diagnostics.filter(({ code }) => code === 'closing-without-text')).toHaveLength(1);
  });

  test('放不下时独占一面，这一面不编页码（7.5）', () => {
    const layout = layOut(doc(text(21), ...imprint));
    expect(layout.pages.map(({ folio }) => folio)).toEqual([1, null]);
    expect(linesOn(layout, 1).every(({ role }) => /^(copyTo|print)/.test(role))).toBe(true);
  });

  test('为落款调行距，不为版记调：版记独占一面时仍是 22 行 28 字，哪里也没有“此页无正文”（7.3.5.5）', () => {
    const alone = layOut(doc(text(21), ...imprint));
    expect(alone.fit).toEqual({ lines: 22, characters: 28 });
    const closing = layOut(doc(text(20), para('signature', '青川市教育局'), para('date', '2026年8月1日'), ...imprint), { closing: 'unsealed' });
    for (const layout of [alone, closing]) for (let page = 0; page < layout.pages.length; page++) expect(wordsOn(layout, page).join('')).not.toContain('此页无正文');
    expect(closing.fit.lines).toBeGreaterThan(22);
  });

  test('双面印的放在偶数页（7.4）', () => {
    const layout = layOut(doc(text(3), ...imprint), null, { isImprintEven: true });
    expect(layout.pages.map(({ folio }) => folio)).toEqual([1, null]);
    expect(lineWith(layout, '抄送').page).toBe(1);
  });

  test('单页码居右空一字，双页码居左空一字，四号宋体，一字线距版心下缘 7 mm（7.5）', () => {
    const layout = layOut(doc(text(30)));
    const [odd, even] = [0, 1].map((page) => layout.frame(page).lines.at(-1)!);
    const { x, y, width, height } = layout.frame(0).textBlock;
    expect(odd!.runs.map(({ text: words, font, size }) => [words, font, size])).toEqual([['— 1 —', 'song', 14_000]]);
    expect(inkOf(odd!).right).toBe(x + width - 14_000);
    expect(inkOf(even!).left).toBe(x + 14_000);
    expect(mm(odd!.baseline - 0.38 * 14_000 - y - height)).toBeCloseTo(7, 1);
  });
});

describe('信函、命令、纪要（10）', () => {
  test('信函：标志上缘距页边 30 mm，双线 170 mm，首页不编页码，文号在右（10.1）', () => {
    const layout = layOut(doc(para('issuerMark', '青川市教育局'), para('documentNumber', '青教函〔2026〕5号'), title('关于防汛的函'), para('addressee', '市水务局：'), text(30)), { format: 'letter' });
    const frame = layout.frame(0);
    const mark = lineWith(layout, '青川市教育局');
    expect(Math.abs(mm(mark.baseline - mark.runs[0]!.size * 0.88) - 30)).toBeLessThan(0.1);
    expect(frame.rules.map(({ width }) => mm(width))).toEqual([170, 170, 170, 170]);
    expect(Math.abs(mm(frame.rules[0]!.y - mark.baseline - mark.runs[0]!.size * 0.12) - 4)).toBeLessThan(0.1);
    expect(Math.abs(mm(frame.height - frame.rules[3]!.y - frame.rules[3]!.height) - 20)).toBeLessThan(0.1);
    expect(fromRight(layout, '青教函')).toBeCloseTo(0, 1);
    expect(layout.pages.map(({ folio }) => folio)).toEqual([null, 2]);
    expect(layout.frame(1).rules).toEqual([]);
  });

  test('命令：标志上缘距版心上缘 20 mm，没有红线（10.2）', () => {
    const layout = layOut(doc(para('issuerMark', '青川市人民政府令'), para('documentNumber', '第5号'), text(3)), { format: 'order' });
    const mark = lineWith(layout, '政府令');
    expect(Math.abs(mm(mark.baseline - mark.runs[0]!.size * 0.88 - layout.frame(0).textBlock.y) - 20)).toBeLessThan(0.1);
    expect(layout.frame(0).rules).toEqual([]);
    expect(rowsBetween(layout, '第5号', '照照')).toBe(3);
  });

  test('纪要：出席、列席黑体，回行与冒号后首字对齐（10.3）', () => {
    const layout = layOut(doc(text(1), para('present', '林见川　沈知秋　顾南舟　许棠　周予安　陆听澜　林远舟　江晚'), para('observing', '江晚')), { format: 'minutes' });
    const [, first, more] = linesOn(layout);
    expect(first!.runs.map(({ font }) => font)).toEqual(['hei', 'fang']);
    expect(inkOf(more!).left).toBe(first!.runs[1]!.xs[0]);
    expect(rowsBetween(layout, '照照', '出席')).toBe(2);
    expect(rowsBetween(layout, '出席', '列席')).toBe(2);
  });
});

describe('表题和表格', () => {
  const above = (lines: number, ...titles: Node[]): Layout => layOut(doc(text(lines), ...titles, table(['区县', '机构数'], ['青川区', '12'])));

  test('表题不和表格分在两面：表格放不下时，表题和单位一起到下一面', () => {
    const layout = above(20, p('各区县照护机构情况'), p('单位：个'));
    expect(wordsOn(layout, 0)).toHaveLength(20);
    expect(wordsOn(layout, 1).slice(0, 2)).toEqual(['各区县照护机构情况', '单位：个']);
  });

  test('一句话不是表题，留在原来的一面', () => {
    const layout = above(21, p('各区县照护机构的情况已经核实。'));
    expect(wordsOn(layout, 0).at(-1)).toBe('各区县照护机构的情况已经核实。');
    expect(wordsOn(layout, 1)[0]).toBe('区县');
  });
});
