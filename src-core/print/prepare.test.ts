import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { createEngine } from '../../test/support/layout.ts';
import { sampleOf, templateOf } from '../../test/support/samples.ts';
import { schema } from '../document/schema.ts';
import { textOfLine } from '../layout/frame-page.ts';
import type { PageFrame } from '../layout/frames.ts';
import { fromMillimetres } from '../layout/unit.ts';
import { resolveStyles } from '../template/styles.ts';
import { layOutToPrint, pageWish, prepareToPrint } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { PRINT_WISH } from './print-wish.ts';
import type { PrintWish } from './print-wish.ts';

const engine = createEngine();
const BY = { name: '周予安', post: '二级主任科员', day: '2026年11月22日' };
const prepare = (node: Node, asked: Partial<PrintWish> = {}, template: string | null = null): Prepared => {
  const wish = { ...PRINT_WISH, ...asked };
  return prepareToPrint(engine, layOutToPrint(engine, node, resolveStyles(template === null ? null : templateOf(template)), pageWish(wish)), wish, BY);
};
const words = (frame: PageFrame): string => frame.lines.map(textOfLine).join('\n');
const framesOf = (prepared: Prepared): PageFrame[] => (prepared.job.ok ? prepared.job.sides.map(prepared.frame) : []);

const numbered = doc(
  para('copyNumber', '000001'), para('secrecy', '机密★1年'), para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照发〔2026〕12号'), title('关于做好有关工作的通知'), para('addressee', '各区县：'),
  ...Array.from({ length: 14 }, () => p('各地要统筹安排，压实责任，抓好落实，'.repeat(6))), para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);
const cascade = sampleOf('notice');

test('7.2.1 份号从所定的一号起，一份一号，补足六位，只换首页上的数字', () => {
  const printed = prepare(numbered, { copies: 3, firstNumber: 28 });
  expect(printed.facts).toMatchObject({ isNumbered: true, ownNumber: 1 });
  const firsts = framesOf(printed).filter(({ number }) => number === 1);
  expect(firsts.map((frame) => words(frame).split('\n')[0])).toEqual(['000028', '000029', '000030']);
  const seconds = framesOf(printed).filter(({ number }) => number === 2);
  expect(new Set(seconds).size).toBe(1);
  // Nothing else moves: the head lies where it lay.
  const place = (frame: PageFrame) => frame.lines.slice(1).map(({ x, baseline }) => [x, baseline]);
  expect(place(firsts[2]!)).toEqual(place(framesOf(prepare(numbered))[0]!));
});

test('没有份号的公文不编份号', () => {
  const printed = prepare(cascade, { copies: 2, firstNumber: 5 }, 'notice');
  expect(printed.facts.isNumbered).toBe(false);
  expect(words(framesOf(printed)[0]!)).not.toContain('000005');
});

test('套打：红的都不印，黑的一字不少，按打印机的偏移移动', () => {
  const plain = framesOf(prepare(cascade, {}, 'notice'));
  const over = framesOf(prepare(cascade, { overprint: true, offsetX: 12, offsetY: -3 }, 'notice'));
  const isRed = (frame: PageFrame): boolean => frame.rules.some(({ color }) => color === 'red') || frame.lines.some(({ runs }) => runs.some(({ color }) => color === 'red'));
  expect(plain.some(isRed)).toBe(true);
  expect(over.some(isRed)).toBe(false);
  const black = (frame: PageFrame) => frame.lines.flatMap(({ baseline, runs }) => runs.filter(({ color }) => color === 'black').map(({ text, xs }) => ({ text, baseline, x: xs[0]! })));
  expect(over.flatMap(black)).toEqual(plain.flatMap((frame) => black(frame).map(({ text, baseline, x }) => ({ text, baseline: expect.any(Number) as number, x: expect.any(Number) as number, ...(frame.width < frame.height && { baseline: baseline + fromMillimetres(-0.3), x: x + fromMillimetres(1.2) }) }))));
});

test('双面时附件、所印发的文件从正面起，空白的一面不编页码', () => {
  const parts = doc(title('通知'), p('正文。'), para('annex', '附表一'), p('一。'), para('annex', '附表二', { landscape: true }), p('二。'), para('printer', '办公室'), para('printDate', '2026年11月16日印发'));
  const usual = prepare(parts, { sides: 'two' });
  const front = prepare(parts, { sides: 'two', partsOnFront: true, imprintOnBack: true });
  const begin = (prepared: Prepared): number[] => framesOf(prepared).filter((frame) => /附件/u.test(words(frame))).map(({ number }) => number);
  expect(begin(usual)).toEqual([2, 3]);
  expect(begin(front)).toEqual([3, 5]);
  expect(framesOf(front).map(({ folio }) => folio)).toEqual([1, null, 3, null, 5, null]);
  expect([2, 3, 4].map(front.isEmpty)).toEqual([true, false, true]);
  expect(words(framesOf(front)[5]!)).toContain('2026年11月16日印发');
  // Single-sided paper has no fronts and backs.
  expect(begin(prepare(parts, { partsOnFront: true }))).toEqual([2, 3]);
});

test('清稿不见删去的字；花脸稿删去的划线、新加的加底线，行旁有竖线', () => {
  const rev = { id: 'a', a: '处长', s: 1, t: null };
  const body = schema.nodes.para.create(null, [schema.text('各地要'), schema.text('认真', [schema.marks.del.create({ rev })]), schema.text('切实', [schema.marks.ins.create({ rev })]), schema.text('落实。')]);
  const clean = prepare(doc(body));
  expect(clean.facts.hasChanges).toBe(true);
  expect(words(framesOf(clean)[0]!)).toContain('各地要切实落实。');
  const [marked] = framesOf(prepare(doc(body), { isMarked: true }));
  expect(words(marked!)).toContain('各地要认真切实落实。');
  const line = marked!.lines[0]!;
  const [bar, struck, added] = marked!.rules.filter(({ kind }) => kind === 'mark');
  const xs = line.runs[0]!.xs;
  expect(bar!.x).toBeLessThan(marked!.textBlock.x);
  expect([struck!.x, struck!.x + struck!.width]).toEqual([xs[3], xs[5]]);
  expect([added!.x, added!.x + added!.width]).toEqual([xs[5], xs[7]]);
  expect(struck!.y).toBeLessThan(line.baseline);
  expect(added!.y).toBeGreaterThan(line.baseline);
});

test('校样：每面从 1 数行号，页眉写着标题、谁印的、共几页', () => {
  const [first, second] = framesOf(prepare(numbered, { paper: 'proof' }));
  const numbers = (frame: PageFrame): string[] => frame.lines.filter(({ x, width }) => x + width < frame.textBlock.x).map(textOfLine);
  expect(numbers(second!)).toEqual(Array.from({ length: numbers(second!).length }, (_, index) => String(index + 1)));
  expect(numbers(first!).length).toBeGreaterThan(10);
  expect(words(first!)).toContain('校样　关于做好有关工作的通知');
  const heads = framesOf(prepare(doc(title('关于'.repeat(60)), p('正文。')), { paper: 'proof' }))[0]!.lines.filter(({ baseline }) => baseline === fromMillimetres(14));
  const [left, right] = heads.map(({ runs }) => [runs[0]!.xs[0]!, runs.at(-1)!.xs.at(-1)! + runs.at(-1)!.advances.at(-1)!] as const);
  expect(left![1]).toBeLessThan(right![0]);
  expect(words(first!)).toContain('周予安　2026年11月22日　第 1 页，共 ');
});

test('发文稿纸：公文里有的都填上，签批处空着；主送再多也不丢字', () => {
  const [form] = framesOf(prepare(numbered, { paper: 'form' }));
  const text = words(form!);
  for (const each of ['青川市照护保障局发文稿纸', '机密★1年', '关于做好有关工作的通知', '各区县', '青照发〔2026〕12号', '2026年11月16日', '周予安（二级主任科员）', '签发', '会签', '核稿', '正文附后']) expect(text).toContain(each);
  const many = '各区县人民政府、'.repeat(400);
  const long = framesOf(prepare(doc(title('通知'), para('addressee', `${many}各单位：`), h(1, '要求')), { paper: 'form' }));
  expect(long.length).toBeGreaterThan(1);
  expect(long.flatMap((frame) => frame.lines.map(textOfLine)).filter((line) => /^[各区县人民政府、单位]+$/u.test(line)).join('')).toBe(`${many}各单位`);
  for (const { lines, height } of long) for (const { baseline } of lines) expect(baseline).toBeLessThan(height - fromMillimetres(5));
});

test('校准页：十字正在所说的地方，加上偏移', () => {
  const [sheet] = framesOf(prepare(cascade, { paper: 'test', offsetX: 5, offsetY: -10 }, 'notice'));
  const [across, down] = sheet!.rules;
  expect(across!.y + across!.height / 2).toBeCloseTo(fromMillimetres(20) + fromMillimetres(-1), -2);
  expect(down!.x + down!.width / 2).toBeCloseTo(fromMillimetres(20) + fromMillimetres(0.5), -2);
  expect(words(sheet!)).toContain('本页按横向 +0.5 mm、纵向 −1.0 mm 印出');
  expect(words(sheet!)).toContain('预印红线应距纸上边');
});
