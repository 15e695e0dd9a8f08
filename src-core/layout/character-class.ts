/** What layout knows of a character, as bits. Which marks may not begin or end a line is Word's list for Simplified Chinese, as our .docx names it. */
export const NOT_FIRST = 1;
export const NOT_LAST = 2;
export const HANGS = 4;
/** Takes one whole cell whatever the font says. */
export const CELL_WIDE = 8;
/** An opening mark stands at the right of its cell, a closing one at the left. */
export const OPENS = 16;
export const CLOSES = 32;
export const HAN = 64;
/** A Latin letter or a digit. */
export const ALNUM = 128;
/** Has no width and no glyph: controls, joiners, selectors, combining marks. */
export const NO_WIDTH = 256;
/** A line may break beside it without a space, as beside Han. */
export const BREAKS = 512;

const NO_START = '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
const NO_END = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';
const HANGING = '，。、；：！？';
const WIDE = '“”‘’—…·×÷±≥≤°‰';
const OPENING = '“‘（〔［｛〈《「『【〖';
const CLOSING = '”’）〕］｝〉》」』】〗，。、；：！？';

const NOTHING: readonly (readonly [number, number])[] = [
  [0x00, 0x08], [0x0a, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x300, 0x36f], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfe20, 0xfe2f], [0xfeff, 0xfeff], [0xfff0, 0xfffb],
];

const table = createTable();

function createTable(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  const add = (from: number, to: number, bits: number): void => {
    for (let code = from; code <= to; code++) classes[code]! |= bits;
  };
  const addAll = (characters: string, bits: number): void => {
    for (const character of characters) classes[character.codePointAt(0)!]! |= bits;
  };
  add(0x2010, 0x206f, BREAKS);
  add(0x2100, 0x2e7f, BREAKS);
  add(0x2e80, 0xfffd, CELL_WIDE | BREAKS);
  add(0x3400, 0x9fff, HAN);
  add(0xf900, 0xfaff, HAN);
  add(0x30, 0x39, ALNUM);
  add(0x41, 0x5a, ALNUM);
  add(0x61, 0x7a, ALNUM);
  add(0xc0, 0x24f, ALNUM);
  // × and ÷ stand among the letters there.
  for (const code of [0xd7, 0xf7]) classes[code] = 0;
  addAll(WIDE, CELL_WIDE | BREAKS);
  addAll(OPENING, OPENS);
  addAll(CLOSING, CLOSES);
  addAll(NO_START, NOT_FIRST);
  addAll(NO_END, NOT_LAST);
  addAll(HANGING, HANGS);
  // Half-width forms and what nobody sees.
  for (const [from, to] of [[0xff61, 0xffdc], [0xffe8, 0xffee]] as const) for (let code = from; code <= to; code++) classes[code]! &= ~CELL_WIDE;
  for (const [from, to] of NOTHING) for (let code = from; code <= to; code++) classes[code] = NO_WIDTH | NOT_FIRST;
  // Zero width space: nothing to see, but a line may end after it.
  classes[0x200b] = NO_WIDTH | NOT_FIRST;
  return classes;
}

/** The bits of a code point; beyond the first plane everything but selectors and tags is taken for Han. */
export const classOf = (code: number): number => (code < 0x10000 ? table[code]! : code >= 0xe0000 ? NO_WIDTH | NOT_FIRST : CELL_WIDE | BREAKS | HAN);

/** Nothing a person could see or print: worth naming, because it was most likely pasted by accident. */
export const isControl = (code: number): boolean => code < 0x20 ? code !== 9 : (code >= 0x7f && code <= 0x9f) || (code >= 0x202a && code <= 0x202e) || (code >= 0xfff0 && code <= 0xfffb);
