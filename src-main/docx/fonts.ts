import type { Face } from '#core/template/styles.ts';

/** The fonts a .docx names. They are the office's own and none is embedded. */
export const FONT_NAMES: Readonly<Record<Face, string>> = {
  fang: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  biao: '方正小标宋简体',
};

/** Latin letters and digits beside Han text. The standard leaves them to the office, except for page numbers (7.5, 宋体). */
export const LATIN_FONT = 'Times New Roman';

/** What a machine that lacks a font may take instead. */
export const FONT_ALTERNATIVES: Readonly<Record<Face, string>> = {
  fang: '仿宋',
  kai: '楷体',
  hei: 'SimHei',
  song: 'SimSun',
  biao: '华文中宋',
};

/** The font of Latin letters and digits in text of this face: a title or a page number takes all its characters from one face. */
export const latinFont = (face: Face): string => (face === 'biao' || face === 'song' ? FONT_NAMES[face] : LATIN_FONT);
