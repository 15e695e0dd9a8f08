import { expect, test } from 'vitest';
import type { LayoutDiagnostic } from '../layout/frames.ts';
import { sayMissing } from './layout.ts';

const missing = (page: number, character: string, code: string): LayoutDiagnostic => ({ code: 'glyph-missing', from: 1, to: 2, page, args: { character, code } });

test('字体里没有的字：说有几处、哪一页、什么字，多了只点前五个', () => {
  expect(sayMissing([])).toBe('');
  expect(sayMissing([missing(2, '𪛖', 'U+2A6D6')])).toBe('有 1 处字体里没有的字，文件里空着：第 2 页“𪛖”（U+2A6D6）。换字，或安装有这些字的字体后再导出');
  const many = sayMissing(Array.from({ length: 9 }, (_, index) => missing(index + 1, '𪛖', 'U+2A6D6')));
  expect(many).toContain('有 9 处');
  expect(many).toContain('第 5 页');
  expect(many).not.toContain('第 6 页');
});
