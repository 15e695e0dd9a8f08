import { describe, expect, test } from 'vitest';
import { doc, h, p, para, table } from '../../test/support/build.ts';
import { layOut } from '../../test/support/layout.ts';
import { findCaret, findPage, findPosition } from './find-place.ts';

const document = doc(h(1, '总体要求'), p('照'.repeat(28 * 30)), table(['任务'], ['排查']), para('signature', '市教育局'), para('date', '2026年8月1日'));
const layout = layOut(document);

describe('光标和纸上的位置', () => {
  test('点在一个字的前半，光标在它前面；再找回来是同一处', () => {
    for (let page = 0; page < layout.pages.length; page++) {
      for (const line of layout.frame(page).lines) {
        if (line.paragraph === null || line.isRepeated) continue;
        for (const run of line.runs) {
          if (run.isComputed) continue;
          run.xs.forEach((x, index) => {
            const pos = findPosition(layout, page, x + 10, line.y + line.height / 2)!;
            expect(pos).toBe(run.positions[index]!);
            expect(findCaret(layout, pos)).toMatchObject({ page, x, y: line.y });
          });
        }
      }
    }
  });

  test('点在序号上，光标在标题前面；点在行外，到最近的一行', () => {
    const first = layout.frame(0).lines[0]!;
    expect(findPosition(layout, 0, first.runs[0]!.xs[0]!, first.baseline)).toBe(1);
    expect(findPosition(layout, 0, 590_000, first.baseline)).toBe(5);
    expect(findPosition(layout, 0, 0, 0)).toBe(1);
  });

  test('一段跨两面，每处在它那一面', () => {
    const body = document.child(0).nodeSize + 1;
    expect(findPage(layout, body)).toBe(0);
    expect(findPage(layout, body + 28 * 30)).toBe(1);
  });

  test('第几行照眼睛往下数：并排的单元格同在一行，高的一格有几行数几行', () => {
    const rows = doc(p('甲'), table(['序号', '任务', '单位'], ['1', '照'.repeat(30), '局'], ['2', '乙', '局']), p('丙'));
    const laid = layOut(rows);
    const lineOf = (text: string): number => {
      let at = -1;
      rows.descendants((node, pos) => void (node.isText && node.text === text && (at = pos)));
      return findCaret(laid, at)!.line;
    };
    const tall = lineOf('乙') - lineOf('任务') - 1;
    expect(['甲', '序号', '任务', '单位'].map(lineOf)).toEqual([0, 1, 1, 1]);
    expect(tall).toBeGreaterThan(1);
    expect([lineOf('2'), lineOf('丙')]).toEqual([2 + tall, 3 + tall]);
  });
});
