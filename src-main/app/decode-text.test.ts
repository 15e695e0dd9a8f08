import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const TEXT = '国家照护保障局对十四届全国人大二次会议第0412号建议的答复\r\n\r\n林×代表：\r\n您提出的建议收悉。';

test.each([
  ['utf-8', iconv.encode(TEXT, 'utf-8'), 'utf-8'],
  ['带字节序标记的 utf-8', iconv.encode(TEXT, 'utf-8', { addBOM: true }), 'utf-8'],
  ['gb18030', iconv.encode(TEXT, 'gb18030'), 'gb18030'],
  ['带字节序标记的 utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true }), 'utf-16le'],
  ['不带字节序标记的 utf-16le', iconv.encode(TEXT, 'utf-16le'), 'utf-16le'],
  ['带字节序标记的 utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true }), 'utf-16be'],
  ['不带字节序标记的 utf-16be', iconv.encode(TEXT, 'utf-16be'), 'utf-16be'],
])('%s 的文字读得一字不差', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT, encoding });
});

test('只有几个字的 GB18030 文字也读得出', () => {
  expect(decodeText(iconv.encode('照护〔2024〕8号', 'gb18030'))).toEqual({ text: '照护〔2024〕8号', encoding: 'gb18030' });
});

test('不是文字的字节读不出内容', () => {
  expect(decodeText(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBeUndefined();
  expect(decodeText(new Uint8Array(100))).toBeUndefined();
});
