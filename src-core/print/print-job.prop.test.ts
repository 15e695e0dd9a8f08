import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/runs.ts';
import { readPageRange } from './page-range.ts';
import { planPrintJob } from './print-job.ts';
import type { PrintJob, PrintSide } from './print-job.ts';
import { PARITIES, PRINT_WISH, SIDES, sidesOf } from './print-wish.ts';
import type { PrintWish } from './print-wish.ts';

const jobs = fc.record({
  count: fc.integer({ min: 1, max: 40 }), copies: fc.integer({ min: 1, max: 9 }), sides: fc.constantFrom(...SIDES), parity: fc.constantFrom(...PARITIES), backsReversed: fc.boolean(),
  first: fc.integer({ min: 1, max: 40 }), last: fc.integer({ min: 1, max: 40 }), isAll: fc.boolean(),
}).map(({ count, first, last, isAll, ...rest }) => ({ count, wish: { ...PRINT_WISH, ...rest, range: isAll ? '' : `${Math.min(first, last, count)}-${Math.min(Math.max(first, last), count)}` } }));

const planned = (count: number, wish: PrintWish): PrintJob | null => {
  const job = planPrintJob(count, wish);
  return job.ok ? job : null;
};
const key = ({ copy, page }: PrintSide): string => `${copy}:${page}`;
const written = (sides: readonly PrintSide[]): string[] => sides.filter(({ page }) => page !== null).map(key);

function wanted(count: number, wish: PrintWish): string[] {
  const range = readPageRange(wish.range, count);
  const pages = range.ok ? range.pages.filter((page) => wish.parity === 'all' || (page % 2 === 1) === (wish.parity === 'odd')) : [];
  return Array.from({ length: wish.copies }, (_, index) => pages.map((page) => `${index + 1}:${page}`)).flat();
}

test('要印的每一份每一页都印一次，一页不多一页不少', () => {
  fc.assert(fc.property(jobs, ({ count, wish }) => {
    const job = planned(count, wish);
    const expected = wanted(count, wish);
    if (!job) {
      expect(expected).toEqual([]);
      return;
    }
    expect(written(job.sides).toSorted()).toEqual(expected.toSorted());
    expect(written(job.sheets.flatMap(({ front, back }) => (back ? [front, back] : [front])))).toEqual(expected);
  }), runs(100));
});

test('双面时单页在正面、双页在背面，一份不压着另一份', () => {
  fc.assert(fc.property(jobs, ({ count, wish }) => {
    const job = planned(count, wish);
    if (!job || sidesOf(wish) === 'one') return;
    for (const { copy, front, back } of job.sheets) {
      expect([front.copy, back!.copy]).toEqual([copy, copy]);
      expect(front.page === null || front.page % 2 === 1).toBe(true);
      expect(back!.page === null || back!.page % 2 === 0).toBe(true);
      expect(front.page === null && back!.page === null).toBe(false);
      if (front.page !== null && back!.page !== null) expect(back!.page).toBe(front.page + 1);
    }
    // As the printer turns sheets: the first, third, fifth side it gets are fronts.
    if (sidesOf(wish) === 'two') job.sides.forEach(({ page }, index) => page !== null && expect(page % 2).toBe(index % 2 === 0 ? 1 : 0));
  }), runs(100));
});

test('手动双面：第二遍每张纸都遇到自己的背面，倒着出纸就倒着印', () => {
  fc.assert(fc.property(jobs, ({ count, wish }) => {
    const manual = { ...wish, sides: 'manual', parity: 'all' } as const;
    const fronts = planned(count, { ...manual, pass: 'fronts' })!;
    const backs = planned(count, { ...manual, pass: 'backs' })!;
    expect(fronts.sides).toEqual(fronts.sheets.map(({ front }) => front));
    expect(backs.sides).toHaveLength(fronts.sides.length);
    const stack = manual.backsReversed ? backs.sides.toReversed() : backs.sides;
    expect(stack).toEqual(fronts.sheets.map(({ back }) => back));
  }), runs(100));
});

test('什么也没有可印的、多得印不完的，都说出来', () => {
  expect(planPrintJob(1, { ...PRINT_WISH, parity: 'even' })).toMatchObject({ ok: false, problem: 'nothing' });
  expect(planPrintJob(900, { ...PRINT_WISH, copies: 999 })).toMatchObject({ ok: false, problem: 'too-much' });
  expect(planPrintJob(3, { ...PRINT_WISH, range: '2-7' })).toEqual({ ok: false, problem: 'beyond', piece: '2-7', pages: 3 });
});
