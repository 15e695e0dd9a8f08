import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { advanceOf, glyphOf } from '#main/fonts/face.ts';
import type { Face } from '#main/fonts/face.ts';
import { openFace } from '#main/fonts/open-faces.ts';
import { chineseMarks, commonHan, latinCharacters } from './font-coverage.ts';
import { readFontNames, renameFont } from './rename-font.ts';

const CHINESE = ['fang', 'kai', 'hei', 'text', 'biao', 'song'];

const readFile = (file: string): Buffer => readFileSync(join(import.meta.dirname, `../resources/fonts/niwen-${file}.ttf`));

describe.each([...CHINESE, 'latin', 'latin-bold'])('bundled face niwen-%s', (file) => {
  let face: Face;
  beforeAll(() => {
    face = openFace(readFile(file));
  });

  it('carries our name and the makers’ licence, and no reserved name', () => {
    const names = readFontNames(readFile(file));
    const shown = names.filter(({ id }) => ![0, 13, 14].includes(id)).map(({ text }) => text);
    expect(shown.join('\n')).toMatch(/^Niwen /);
    expect(shown.join('\n')).not.toMatch(/LXGW|霞鹜|Source|Noto|Zhuque|朱雀|Liberation|Tinos/i);
    expect(names.find(({ id }) => id === 13)?.text).toMatch(/SIL Open Font License/);
    expect(names.find(({ id }) => id === 0)?.text).toMatch(/copyright|\(c\)/i);
  });

  it('汉字和标点占一字，数字占半字', () => {
    const width = (char: string) => {
      const glyph = glyphOf(face, char.codePointAt(0)!);
      return glyph === 0 ? undefined : advanceOf(face, glyph) / face.unitsPerEm;
    };
    if (CHINESE.includes(file)) {
      expect(commonHan().filter((char) => width(char) !== 1)).toEqual([]);
      expect([...chineseMarks()].filter((mark) => ![undefined, 1].includes(width(mark)))).toEqual([]);
      expect([...'“”‘’—…·《》〔〕，。'].filter((mark) => width(mark) !== 1)).toEqual([]);
    } else {
      expect([...'0123456789'].map(width)).toEqual(Array(10).fill(0.5));
      expect([...'“”‘’—…·°×§‐‑–'].filter((mark) => width(mark) !== undefined)).toEqual([]);
      expect([...latinCharacters()].slice(0, 95).filter((char) => width(char) === undefined)).toEqual([]);
    }
  });
});

describe('renameFont', () => {
  it('replaces the family and keeps the notices', () => {
    const renamed = renameFont(readFile('latin-bold'), 'Other Name', 'Bold');
    const texts = new Map(readFontNames(renamed).map(({ id, text }) => [id, text]));
    expect([1, 2, 4, 6].map((id) => texts.get(id))).toEqual(['Other Name', 'Bold', 'Other Name Bold', 'OtherName-Bold']);
    expect(texts.get(13)).toMatch(/SIL Open Font License/);
  });
});
