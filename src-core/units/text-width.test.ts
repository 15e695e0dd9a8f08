import { expect, test } from 'vitest';
import { textWidth, typedWidth } from './text-width.ts';

test('汉字和全角标点宽一字，数字和小写字母半字，大写字母约四分之三字，半角点号四分之一字', () => {
  expect(textWidth('关于，')).toBe(3);
  expect(textWidth('2026')).toBe(2);
  expect(textWidth('AB')).toBe(1.5);
  expect(textWidth('1.')).toBe(0.75);
  expect(textWidth('张·李×')).toBe(4);
});

test('扩展区的字占两个编码，只算一字', () => {
  expect(textWidth('𠮷')).toBe(1);
  expect(typedWidth('𠮷')).toBe(1);
});

test('纯文本里西文一律半字：排成列的空格、字母、标点同宽', () => {
  expect(typedWidth('AB.·')).toBe(2);
  expect(typedWidth('  二〇二六年')).toBe(6);
});
