import { expect, test } from 'vitest';
import { readPageRange } from './page-range.ts';

test('页码范围：逗号、顿号、全角、一字线都认，重的只算一次，按页码排', () => {
  expect(readPageRange('1-3，5', 8)).toEqual({ ok: true, pages: [1, 2, 3, 5] });
  expect(readPageRange('第７—８页、２', 8)).toEqual({ ok: true, pages: [2, 7, 8] });
  expect(readPageRange('3,1-3', 8)).toEqual({ ok: true, pages: [1, 2, 3] });
  expect(readPageRange('6-', 8)).toEqual({ ok: true, pages: [6, 7, 8] });
  expect(readPageRange(' ', 2)).toEqual({ ok: true, pages: [1, 2] });
});

test('写错的范围说出是哪一段、错在哪里', () => {
  expect(readPageRange('1-3,一', 8)).toEqual({ ok: false, piece: '一', problem: 'unreadable' });
  expect(readPageRange('2,9', 8)).toEqual({ ok: false, piece: '9', problem: 'beyond' });
  expect(readPageRange('0', 8)).toEqual({ ok: false, piece: '0', problem: 'beyond' });
  expect(readPageRange('5-2', 8)).toEqual({ ok: false, piece: '5-2', problem: 'backwards' });
  expect(readPageRange('，', 8)).toMatchObject({ ok: false, problem: 'unreadable' });
  expect(readPageRange('-', 8)).toMatchObject({ ok: false, problem: 'unreadable' });
});
