import { expect, test } from 'vitest';
import { TEXT_WIDTH } from '../template/styles.ts';
import { CELL } from '../units/length.ts';
import { layoutMark, layoutSignatories } from './masthead.ts';

test('短机关名疏排，不过半字；长的缩小字号，不加空', () => {
  const short = layoutMark(['财政部文件']);
  expect(short).toMatchObject({ size: 84, names: [{ spacing: 420, left: null }] });
  const long = layoutMark(['青川市人民政府办公室文件']);
  expect(long.size).toBeLessThan(84);
  expect(long.names[0]!.spacing).toBe(0);
});

test('联合行文：机关名一行一个，同宽；“文件”在右（7.2.4）', () => {
  const { size, names, word } = layoutMark(['青川市教育局', '青川市人力资源局', '文件']);
  const width = (text: string, spacing: number): number => text.length * size * 10 + (text.length - 1) * spacing;
  expect(word).toBe(2);
  expect(Math.abs(width('青川市教育局', names[0]!.spacing) - width('青川市人力资源局', names[1]!.spacing))).toBeLessThan(10);
  expect(names[0]!.left).toBe(names[1]!.left);
  expect(names[2]!.left! + 2 * size * 10).toBeLessThanOrEqual(TEXT_WIDTH);
});

test('签发人每行两个，回行与上一行对齐，右空一字（7.2.6）', () => {
  const { rows, names } = layoutSignatories([3 * CELL, 2 * CELL, 3 * CELL]);
  expect(rows).toBe(2);
  expect(names[2]!.left).toBe(names[0]!.left);
  expect(names[1]!.left + 3 * CELL + CELL).toBe(TEXT_WIDTH);
  expect(layoutSignatories([3 * CELL]).names[0]!.left).toBe(TEXT_WIDTH - 4 * CELL);
});
