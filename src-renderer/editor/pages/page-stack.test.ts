import { expect, it } from 'vitest';
import type { Layout } from '#core/layout/layout-document.ts';
import { pagesBetween, stackPages } from './page-stack.ts';

const upright = { geometry: { width: 11906, height: 16838 } };
const wide = { geometry: { width: 16838, height: 11906 } };
const stack = stackPages({ pages: [upright, wide, upright] } as unknown as Layout, 0.1, 10);

it('一页接一页，横排页宽而矮', () => {
  expect(stack.tops.map(Math.round)).toEqual([10, 104, 174]);
  expect(stack.widths.map(Math.round)).toEqual([60, 84, 60]);
  expect(Math.round(stack.height)).toBe(268);
});

it('只画看得见的几页', () => {
  expect(pagesBetween(stack, 0, 50)).toEqual([0, 0]);
  expect(pagesBetween(stack, 99, 120)).toEqual([1, 1]);
  expect(pagesBetween(stack, 60, 200)).toEqual([0, 2]);
  expect(pagesBetween(stack, 900, 1000)).toEqual([2, 2]);
});
