import { describe, expect, it } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { CELL } from '#core/units/length.ts';
import { closingShift } from './closing-shift.ts';

const para = (role: string, text: string) => schema.nodes.para.create({ role }, schema.text(text));
const signed = (signature: string) => closingShift(schema.nodes.doc.create(null, [para('signature', signature), para('date', '2026年8月1日')]));

describe('发文机关署名以成文日期为准居中（GB/T 9704—2012 7.3.5.1）', () => {
  it('比日期长一字的署名右移半字', () => expect(signed('国家照护保障局')).toEqual({ signature: Math.round(CELL / 2), date: 0 }));

  it('比日期短的署名左移', () => expect(signed('财政部')).toEqual({ signature: Math.round(-1.5 * CELL), date: 0 }));

  it('很长的署名右空二字，日期以署名为准居中', () => {
    const { signature, date } = signed('某某省某某市某某区人民政府办公厅秘书处');
    expect(signature).toBe(2 * CELL);
    // 19 characters end two from the edge: their middle is 11.5 from it, that of the date 7 before it moves.
    expect(date).toBe(Math.round(-4.5 * CELL));
  });

  it('没有日期时不移', () => {
    expect(closingShift(schema.nodes.doc.create(null, [para('signature', '财政部')]))).toEqual({ signature: 0, date: 0 });
  });
});
