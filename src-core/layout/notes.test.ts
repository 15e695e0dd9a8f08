import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { doc, p, para, table } from '../../test/support/build.ts';
import { layOut, linesOn, wordsOn } from '../../test/support/layout.ts';
import { schema } from '../document/schema.ts';
import { LINE } from '../units/length.ts';
import { findPosition } from './find-place.ts';
import type { Layout } from './layout-document.ts';
import { fromTwips } from './unit.ts';

const pitch = fromTwips(LINE);
const text = (lines: number): Node => p('照'.repeat(28 * lines - 2));

describe('脚注', () => {
  const note = (words: string): Node => schema.nodes.footnote.create({ text: words });
  const noted = (...parts: (string | Node)[]): Node => schema.nodes.para.create({ role: 'body' }, parts.map((part) => (typeof part === 'string' ? schema.text(part) : part)));
  const notesOn = (layout: Layout, page = 0): string[] => layout.frame(page).lines.filter((line) => line.note !== null).map((line) => line.runs.map((run) => run.text).join(''));
  const full = (lines: number): string => '照'.repeat(28 * lines - 2);

  test('排在注号所在一面的下端：小五宋体，末行压在版心下边，上面短线占版心四分之一，正文让出整行，行的位置不变', () => {
    const layout = layOut(doc(noted(full(3), note('年末数。'), '完。'), text(21)));
    const { lines, textBlock, rules } = layout.frame(0);
    const notes = lines.filter((line) => line.note !== null);
    expect(notesOn(layout)).toEqual(['① 年末数。']);
    expect(notes[0]!.y + notes[0]!.height).toBe(textBlock.y + textBlock.height);
    expect(notes[0]!.runs.map(({ font, size }) => [font, size])).toEqual([['song', 9000]]);
    const rule = rules.find(({ kind }) => kind === 'note')!;
    expect(rule.width).toBe(Math.floor(textBlock.width / 4));
    const body = linesOn(layout);
    expect(body).toHaveLength(21);
    expect(body.map((line) => (line.y - textBlock.y) / pitch)).toEqual(body.map((_, index) => index));
    expect(rule.y).toBeGreaterThan(body.at(-1)!.y + body.at(-1)!.height);
    const mark = body.flatMap((line) => line.runs).find((run) => run.text === '①')!;
    expect([mark.rise > 0, mark.isComputed]).toEqual([true, true]);
  });

  test('每面从①起编，第 21 条起不带圈；注号不落在行首', () => {
    const layout = layOut(doc(noted('一', note('甲'), '二', note('乙'), full(22)), noted('三', note('丙'))));
    expect([notesOn(layout, 0), notesOn(layout, 1)]).toEqual([['① 甲', '② 乙'], ['① 丙']]);
    const many = layOut(doc(noted(...Array.from({ length: 22 }, (_, index) => ['照', note(String(index + 1))]).flat())));
    expect(notesOn(many).slice(19)).toEqual(['⑳ 20', '21 21', '22 22']);
    expect(linesOn(layOut(doc(noted('照'.repeat(26), note('注'), '完。')))).map((line) => line.runs[0]!.text[0])).not.toContain('①');
  });

  test('放不下的脚注接排到下一面；放不下注号那一行的，那一行和脚注一起到下一面', () => {
    const long = layOut(doc(noted(full(15), note('据公报。'.repeat(300)), '完。'), text(20)));
    expect(notesOn(long, 0)[0]).toMatch(/^①/);
    expect(notesOn(long, 1)[0]).not.toMatch(/^①/);
    expect([...notesOn(long, 0), ...notesOn(long, 1)].join('')).toBe(`① ${'据公报。'.repeat(300)}`);
    const moved = layOut(doc(text(21), noted('末行', note('注。'))));
    expect([wordsOn(moved, 0).length, wordsOn(moved, 1), notesOn(moved, 1)]).toEqual([21, ['末行①'], ['① 注。']]);
  });

  test('表格里的脚注和那一行在同一面，点一下脚注到它的注号', () => {
    const cells = table(['指标', '数'], ...Array.from({ length: 27 }, (_, index) => [`第${index}项`, '1']));
    const last = cells.lastChild!;
    const row = last.copy(Fragment.from([last.firstChild!.copy(Fragment.from(noted('合计', note('含其他。')))), last.child(1)]));
    const layout = layOut(doc(cells.copy(cells.content.replaceChild(cells.childCount - 1, row))));
    const page = layout.pages.findIndex((_, index) => wordsOn(layout, index).includes('合计①'));
    expect(notesOn(layout, page)).toEqual(['① 含其他。']);
    const line = layout.frame(page).lines.find((each) => each.note !== null)!;
    expect(findPosition(layout, page, line.x + 1000, line.y + 1000)).toBe(line.note);
  });

  test('脚注接排占去一面，表头放不下就不在那一面重复', () => {
    const cells = table(['指标'.repeat(20), '数'], ['第一项', '1'], ['第二项', '2']);
    const first = cells.child(1);
    const row = first.copy(Fragment.from([first.firstChild!.copy(Fragment.from(noted('合计', note('据公报。'.repeat(1500))))), first.child(1)]));
    const layout = layOut(doc(cells.copy(cells.content.replaceChild(1, row))));
    const pages = layout.pages.map((_, index) => layout.frame(index).lines);
    for (const lines of pages) {
      const top = Math.min(...lines.filter((line) => line.note !== null).map((line) => line.y));
      for (const line of lines) if (line.role.startsWith('table')) expect(line.y + line.height).toBeLessThanOrEqual(top);
    }
    expect(pages.map((lines) => [lines.some((line) => line.note !== null), lines.some((line) => line.isRepeated), lines.some((line) => line.runs.some((run) => run.text === '第二项'))]))
      .toEqual([[true, false, false], [true, false, true], [true, false, false]]);
  });

  test('并排的一行里最高的一段定下脚注能到多高', () => {
    const number = schema.nodes.para.create({ role: 'documentNumber' }, ['青', schema.nodes.lineBreak.create(), '发〔2026〕1号'].map((part) => (typeof part === 'string' ? schema.text(part) : part)));
    const signatory = schema.nodes.para.create({ role: 'signatory' }, [schema.text('林见川'), note('据公报。'.repeat(900))]);
    const { lines } = layOut(doc(para('issuerMark', '青川市人民政府'), number, signatory, text(2))).frame(0);
    const top = Math.min(...lines.filter((line) => line.note !== null).map((line) => line.y));
    const above = lines.filter((line) => line.role === 'documentNumber');
    expect(above).toHaveLength(2);
    for (const line of above) expect(line.y + line.height).toBeLessThanOrEqual(top);
  });

  test('末页有脚注，版记另起一面，不编页码（7.4、7.5）', () => {
    const layout = layOut(doc(noted('正文', note('注。')), para('printer', '市政府办公室'), para('printDate', '2026年8月1日')));
    expect(layout.pages.map(({ folio }) => folio)).toEqual([1, null]);
  });
});
