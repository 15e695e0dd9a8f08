/** Which characters each bundled face carries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';

/** Faces for text: ASCII, the symbols and Han of GB 2312, the 8105 characters of 通用规范汉字表, marks of official use. */
export function textCharacters(): Set<string> {
  return new Set([...ascii(), ...doubleByte('gb2312', 0xa1, 0xa1), ...commonHan(), ...officialMarks()]);
}

/** The fallback face (宋体): the above and all of GBK, so that a rare name or a traditional form shows. */
export function fallbackCharacters(): Set<string> {
  return new Set([...textCharacters(), ...doubleByte('gbk', 0x81, 0x40), ...range(0x4e00, 0x9fff), ...'☐☑☒✓✔✗㎡㎥㏑']);
}

/**
 * Latin letters and digits. What GB 2312 also has as a mark (“ ” ‘ ’ — … · ° × § …) is left out, and with it all of
 * U+2010–2027: in a list of families with Latin first, these have to come from the Chinese face.
 */
export function latinCharacters(): Set<string> {
  const marks = chineseMarks();
  return new Set([...ascii(), ...range(0xa0, 0x24f), '€', '™'].filter((char) => !marks.has(char)));
}

/** The marks of GB 2312 rows 1 and 2 (no letters): each takes one full cell in a Chinese face. */
export function chineseMarks(): Set<string> {
  const rows = doubleByte('gb2312', 0xa1, 0xa1, 0xa2);
  return new Set([...rows].filter((char) => char.trim() !== ''));
}

/** 通用规范汉字表 (2013), 8105 characters in its order. */
export function commonHan(): string[] {
  const file = join(import.meta.dirname, '../resources/dictionaries/tgh-8105.txt');
  return [...readFileSync(file, 'utf8').replaceAll('\n', '')];
}

function ascii(): string[] {
  return range(0x20, 0x7e);
}

function officialMarks(): string[] {
  const fullWidth = [...range(0xff01, 0xff5e), ...range(0xffe0, 0xffe6)];
  const circled = [...range(0x2460, 0x249b), ...range(0x3220, 0x3229), ...range(0x3251, 0x325f)];
  return [...fullWidth, ...circled, ...range(0x2160, 0x217b), ...range(0x3000, 0x3017), ...'§°±²³·×÷–—―‖•…‰′″※℃℉№㎡㎥￥￦□☐☑✓√'];
}

function doubleByte(encoding: string, firstLead: number, firstTrail: number, lastLead = 0xfe): Set<string> {
  const characters = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= 0xfe; trail++) {
      const char = iconv.decode(Buffer.from([lead, trail]), encoding);
      // Unassigned pairs decode to U+FFFD or to two characters; user-defined ones to the private area.
      if ([...char].length === 1 && char !== '\ufffd' && !/\p{Co}/u.test(char)) characters.add(char);
    }
  }
  return characters;
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
