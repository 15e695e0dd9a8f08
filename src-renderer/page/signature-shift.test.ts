import { describe, expect, it } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { signatureShift } from './signature-shift.ts';

const para = (role: string, text: string) => schema.nodes.para.create({ role }, schema.text(text));
const signed = (signature: string) => schema.nodes.doc.create(null, [para('signature', signature), para('date', '2026年8月1日')]);

describe('发文机关署名以成文日期为准居中（GB/T 9704—2012 7.3.5.1）', () => {
  it('比日期长一字的署名右移半字', () => {
    expect(signatureShift(signed('国家照护保障局'))).toBe(158);
  });

  it('比日期短的署名左移', () => {
    expect(signatureShift(signed('财政部'))).toBeLessThan(0);
  });

  it('很长的署名不越出版心', () => {
    expect(signatureShift(signed('某某省某某市某某区人民政府办公厅秘书处'))).toBe(4 * 315);
  });

  it('没有日期时不移', () => {
    expect(signatureShift(schema.nodes.doc.create(null, [para('signature', '财政部')]))).toBe(0);
  });
});
