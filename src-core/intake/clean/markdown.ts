import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { replace, trim } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

/** How a text uses the marks of Markdown. */
export interface Markdown {
  /** Some of its lines can be nothing else: what is a mark only beside others is one too. */
  readonly isMarkdown: boolean;
  /** ****人民政府, 4376****: stars in the place of names and figures. Where some stand, no two of them are a mark. */
  readonly masked: boolean;
}

/** Where a link leads: an address, a place in the site, a file beside the page. */
const TARGET = String.raw`\((?:<[^<>]{0,500}>|(?:https?:|mailto:|javascript:|[./#])(?:[^()\s<>]|\([^()\s<>]{0,100}\)){0,500}|[\w%-]{1,80}\.[a-z]{2,5})(?:\s+"[^"]{0,200}")?\)`;
/** ![Scan me!](…): a picture of the page. [文字](https://…): a link, of which the words stay. */
const PICTURE = new RegExp(String.raw`!\[[^\[\]]{0,200}\]\((?:<[^<>]{0,500}>|(?:[^()\s<>]|\([^()\s<>]{0,100}\)){0,500})(?:\s+"[^"]{0,200}")?\)`, 'g');
const LINK_OPEN = new RegExp(String.raw`(?<!\\)\[(?=[^\[\]]{1,200}\]${TARGET})`, 'g');
const LINK_CLOSE = new RegExp(String.raw`(?<!\\)\]${TARGET}`, 'g');
/** \[打印\], 1\.: a mark that is to stand for itself; one at the end breaks the line. */
const ESCAPE = /\\(?=[[\]()*_#`~>|.+\-!{}]|$)/g;
export const HEADING_MARK = /^#{1,6}\s*(?=\S)/;
const MASK = /\*{4}(?=\S)|\S\*{4}/;
const STRESS = /\*\*|__(?=[\u4e00-\u9fff])/g;
const HEADING = /^#{1,6}\s+\S/;
/** **一、总体要求**, **坚持预防。**逐校排查…… */
const STRONG = /^(?:[-*+]\s+)?\*\*[^*\s][^*]{0,60}\*\*(?!\*)/;
const LINK = new RegExp(String.raw`\]${TARGET}`);
/** The line below a title, the one between parts. */
const RULE = /^(?:={3,}|(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/g;
/** > before what is quoted, - or * before an item; - 3 - is a page number. */
const LEAD = /^(?:>\s?)+|^[-*+]\s+(?=\S)(?!\d{1,4}\s*-$)/g;
/** *青禾县照护局*: a line set in italics. */
const SLANTED = /^\*(?=[^*\s][^*]*[^*\s]\*$)|(?<=^\*[^*]+)\*$/g;

export const markdownOf = (lines: readonly Line[]): Markdown => ({
  isMarkdown: lines.some(({ text }) => HEADING.test(text) || LINK.test(text) || STRONG.test(text)),
  masked: lines.some(({ text }) => MASK.test(text)),
});

/** What a program that keeps pages writes above them, between two lines of ---; the title among it is told by the page. */
export function dropFrontMatter(lines: readonly Line[], ledger: Ledger): readonly Line[] {
  if (lines[0]?.text !== '---') return lines;
  const end = lines.slice(1, MOST_OF_FRONT).findIndex(({ text }) => text === '---') + 1;
  if (end === 0 || !lines.slice(1, end).every(({ text }) => /^(?:[\w-]{1,30}\s?:|- )/.test(text))) return lines;
  const front = lines.slice(0, end + 1);
  const told = front.filter(({ text }) => text.startsWith('title:'));
  for (const line of front) if (!told.includes(line)) ledger.note('dropped-website-remains', line);
  return [...told, ...lines.slice(end + 1)];
}

const MOST_OF_FRONT = 40;

/** A line without its marks. */
export function dropMarkdown(line: Spelled, { isMarkdown, masked }: Markdown, ledger: Ledger): Spelled {
  const drop = (text: Spelled, pattern: RegExp): Spelled => replace(text, pattern, () => '', (gone) => ledger.note('dropped-tag', gone));
  const links = line.text.includes('](') ? [PICTURE, LINK_OPEN, LINK_CLOSE].reduce(drop, line) : line;
  const bare = drop(isMarkdown ? [RULE, LEAD].reduce(drop, links) : links, new RegExp(HEADING_MARK, 'g'));
  if (masked) return trim(drop(bare, ESCAPE));
  const plain = (bare.text.match(STRESS)?.length ?? 0) % 2 === 0 ? drop(bare, STRESS) : bare;
  return trim(drop(isMarkdown ? drop(plain, SLANTED) : plain, ESCAPE));
}
