import { expect, test } from 'vitest';
import fc from 'fast-check';
import { runs } from '../../test/support/runs.ts';
import { decodeWire, encodeWire } from './wire.ts';

test('任何字节过线都原样', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 10_000 }), fc.string(), (bytes, text) => {
    expect(decodeWire(encodeWire({ name: text, bytes, list: [bytes, null] }))).toEqual({ name: text, bytes, list: [bytes, null] });
  }), runs(60));
});

test('与标准的 base64 写法一致', () => {
  expect(encodeWire(new TextEncoder().encode('拟文公文'))).toBe('{"$bytes":"5ouf5paH5YWs5paH"}');
  expect(() => decodeWire('{"$bytes":"坏"}')).toThrow(SyntaxError);
});
