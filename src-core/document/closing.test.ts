import { expect, test } from 'vitest';
import { TEXT_WIDTH } from '../template/styles.ts';
import { CELL, LINE } from '../units/length.ts';
import { placeClosing, signatureRows } from './closing.ts';

const cells = (...counts: number[]): number[] => counts.map((count) => count * CELL);
const middle = ({ left, right }: { left: number; right: number }): number => (left + TEXT_WIDTH - right) / 2;

test('盖章：日期右空四字，署名以日期为准居中（7.3.5.1）', () => {
  const { signatures: [signature], date } = placeClosing('sealed', cells(8), 6 * CELL);
  expect(date).toMatchObject({ align: 'right', right: 4 * CELL, before: 0 });
  expect(middle(signature!)).toBe(TEXT_WIDTH - 4 * CELL - 3 * CELL);
  expect(signature!.before).toBe(2 * LINE);
});

test('署名太长：右空二字，日期以署名为准居中', () => {
  const { signatures: [signature], date } = placeClosing('sealed', cells(20), 6 * CELL);
  expect(TEXT_WIDTH - middle(signature!)).toBe(2 * CELL + 10 * CELL);
  expect(middle(date)).toBe(middle(signature!));
});

test('联合行文盖章：每排至多三个，长名少排，最后一个署名下排日期', () => {
  expect(signatureRows(cells(6, 6, 6))).toEqual([3]);
  expect(signatureRows(cells(6, 6, 6, 6))).toEqual([2, 2]);
  expect(signatureRows(cells(6, 6, 6, 6, 6))).toEqual([3, 2]);
  expect(signatureRows(cells(6, 12, 6))).toEqual([2, 1]);
  expect(signatureRows(cells(6, 20))).toEqual([1, 1]);
  const { signatures, date } = placeClosing('sealed', cells(6, 6, 6, 6, 6), 6 * CELL);
  expect(signatures.map(({ column }) => column)).toEqual([0, 1, 2, 0, 1]);
  expect(signatures[3]!.before).toBe(4 * LINE);
  expect(middle(date)).toBe(middle(signatures[4]!));
});

test('不盖章：署名右空二字，日期首字比署名首字右移二字；日期较长时日期右空二字（7.3.5.2）', () => {
  const long = placeClosing('unsealed', cells(9), 6 * CELL);
  expect(placeClosing('unsealed', cells(8), 7 * CELL)).toMatchObject({ signatures: [{ right: 3 * CELL }], date: { right: 2 * CELL } });
  expect(long.signatures[0]).toMatchObject({ right: 2 * CELL, before: LINE });
  expect(long.date.left).toBe(TEXT_WIDTH - 2 * CELL - 9 * CELL + 2 * CELL);
  const short = placeClosing('unsealed', cells(3), 6 * CELL);
  expect(short.date).toMatchObject({ align: 'right', right: 2 * CELL });
  // The signature's first character two characters left of the date's.
  expect(short.signatures[0]!.right + 3 * CELL).toBe(2 * CELL + 6 * CELL + 2 * CELL);
});

test('签名章：下空二行，右空四字；其下空一行是日期（7.3.5.3）', () => {
  const { signatures, date } = placeClosing('signed', cells(7), 6 * CELL);
  expect(signatures[0]).toMatchObject({ before: 2 * LINE, right: 4 * CELL, align: 'right' });
  expect(date).toMatchObject({ before: LINE, right: 4 * CELL });
});
