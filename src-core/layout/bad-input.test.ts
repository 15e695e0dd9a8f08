import { describe, expect, test } from 'vitest';
import { doc, p, para, table, title } from '../../test/support/build.ts';
import { createEngine, layOut, wordsOn } from '../../test/support/layout.ts';
import { resolveStyles } from '../template/styles.ts';
import type { Layout } from './layout-document.ts';

const timed = (lay: () => Layout): { layout: Layout; seconds: number } => {
  const start = performance.now();
  const layout = lay();
  return { layout, seconds: (performance.now() - start) / 1000 };
};
const wordsOf = (layout: Layout): string => layout.pages.flatMap((_, page) => layout.frame(page).lines.filter((line) => line.paragraph !== null && !line.isRepeated).flatMap((line) => line.runs.filter((run) => !run.isComputed).map((run) => run.text))).join('');

// Each takes a fraction of a second; ten of them are what a machine under load may need.
const LIMIT = 10;

describe('不像公文的文稿也很快排完，一个字不少', () => {
  test('二十万字的一段', () => {
    const text = '照护服务，2026年'.repeat(20_000);
    const { layout, seconds } = timed(() => layOut(doc(p(text))));
    expect(seconds).toBeLessThan(LIMIT);
    expect(layout.pages.length).toBeGreaterThan(250);
    expect(wordsOf(layout)).toBe(text);
  });

  test('一万行的表格，改一处只重排那一处', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`${index}`, '排查隐患', '市教育局', '2026年底']);
    const document = doc(p('甲'), table(['序号', '任务', '单位', '时限'], ...rows));
    const engine = createEngine();
    const { layout, seconds } = timed(() => engine.layout(document, resolveStyles(null)));
    expect(seconds).toBeLessThan(LIMIT);
    expect(layout.pages.length).toBeGreaterThan(300);
    expect(wordsOf(layout).length).toBe(document.textContent.length);
    const again = timed(() => engine.layout(document.replace(1, 1, doc(p('乙')).slice(1, 2)), resolveStyles(null)));
    expect(again.seconds).toBeLessThan(LIMIT / 4);
  });

  test('四千字的标题、机关标志、签发人、署名、抄送', () => {
    const long = '青川市人民政府'.repeat(572);
    for (const format of ['document', 'letter', 'order', 'minutes'] as const) {
      const document = doc(para('resultMark', long), para('issuerMark', long), para('documentNumber', long), para('signatory', long), para('signatory', '林见川'), title(long), p('正文'), para('attachmentNote', long), para('signature', long), para('date', long), para('copyTo', long), para('printer', long), para('printDate', long));
      const { layout, seconds } = timed(() => layOut(document, { format }));
      expect(seconds).toBeLessThan(LIMIT);
      expect([...wordsOf(layout)].sort().join('')).toBe([...document.textContent].sort().join(''));
      for (let page = 0; page < layout.pages.length; page++) {
        const { textBlock, lines } = layout.frame(page);
        for (const line of lines) if (line.paragraph !== null) expect(line.y + line.height, `${format} ${line.role}`).toBeLessThanOrEqual(textBlock.y + textBlock.height);
      }
    }
  });

  test('四千个字母的网址和一串空格、制表符', () => {
    const text = `https://example.cn/${'a'.repeat(4000)}${' '.repeat(300)}\t${'\t'.repeat(100)}完`;
    expect(wordsOf(layOut(doc(p(text))))).toBe(text);
  });

  test('空的文稿是一张白纸', () => {
    const layout = layOut(doc(p('')));
    expect([layout.pages.length, wordsOn(layout)]).toEqual([1, ['']]);
  });
});

test('第一行就比一面还高的表格接着标题排，不把标题单独留在一面', () => {
  const layout = layOut(doc(para('annex', '任务分工表'), table(['任务', '要求'], ['排查', '照护'.repeat(600)], ['整改', '按期'])));
  expect(wordsOn(layout, 0)).toEqual(expect.arrayContaining(['附件', '任务', '排查']));
  expect(wordsOn(layout, 0).length).toBeGreaterThan(20);
});
