import type { Ledger } from '../ledger.ts';
import { lineOf, withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { replace, slice, trim } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';

const BLOCK_TAG = /<\/?(?:p|br|div|li|ul|ol|tr|table|tbody|thead|h[1-6]|section|article|center|blockquote|header|footer|main|nav|aside|dl|dt|dd|form)(?:\s[^<>]{0,300})?\/?>/gi;
const CELL_TAG = /<\/(?:td|th)>\s*(?:<(?:td|th)(?:\s[^<>]{0,300})?>)?/gi;
const ANY_TAG = /<\/?(?:p|br|div|span|a|b|i|u|em|strong|font|img|td|th|tr|table|tbody|thead|ul|ol|li|h[1-6]|sup|sub|center|section|article|header|footer|main|nav|aside|dl|dt|dd|form|button|select|option|textarea|o:p|st1:\w+|script|style|iframe|input|label|hr|blockquote|html|body|head|title|meta|link)(?:\s[^<>]{0,300})?\/?>|<!--[^<>]{0,500}-->/gi;
/** A part of a page that its makers named: <SubTitle>. */
const COMPONENT_TAG = /<\/?[A-Z][a-z]+(?:[A-Z][a-z]+)*(?:\s[^<>]{0,300})?\/?>/g;
/** &amp;nbsp;: a page that was written out twice has its entities written out too. */
const ENTITY = /&(?:amp;){0,3}(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi;
const NAMED: Record<string, string> = {
  nbsp: ' ', ensp: ' ', emsp: '　', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’',
  mdash: '—', ndash: '–', hellip: '…', middot: '·', times: '×', copy: '©', reg: '®', bull: '•', yen: '¥',
};
/** Where a link of Markdown leads: an address, a place in the site, a file beside the page. */
const TARGET = String.raw`\((?:<[^<>]{0,500}>|(?:https?:|mailto:|javascript:|[./#])[^()\s<>]{0,500}|[\w%-]{1,80}\.[a-z]{2,5})(?:\s+"[^"]{0,200}")?\)`;
/** ![Scan me!](…): a picture of the page. [文字](https://…): a link, of which the words stay. */
const PICTURE = new RegExp(String.raw`!\[[^\[\]]{0,200}\]${TARGET}`, 'g');
const LINK_OPEN = new RegExp(String.raw`(?<!\\)\[(?=[^\[\]]{1,200}\]${TARGET})`, 'g');
const LINK_CLOSE = new RegExp(String.raw`(?<!\\)\]${TARGET}`, 'g');
/** \[打印\], 1\.: a mark that would say something in Markdown and is to stand for itself. */
const ESCAPE = /\\(?=[[\]()*_#`~>|.+\-!{}])/g;
const HEADING_MARK = /^#{1,6}\s*(?=\S)/;
/** ****人民政府, 4376****: stars in the place of names and figures. Where some stand, no two of them are a mark of Markdown. */
const MASK = /\*{4}(?=\S)|\S\*{4}/;
const STRESS_MARK = /\*\*|__(?=[\u4e00-\u9fff])/g;

/** Remains of HTML and Markdown in lines: block tags end a line, cell tags become tabs, all others go. */
export function dropTags(lines: readonly Line[], ledger: Ledger): Line[] {
  const masked = lines.some(({ text }) => MASK.test(text));
  return lines.flatMap((line) => {
    if (line.text.includes('\t') || !/[<&#*_\]\\]/.test(line.text)) return [line];
    const cells = replace(line, CELL_TAG, () => '\t', (gone) => ledger.note('dropped-tag', gone));
    return splitAt(cells, BLOCK_TAG, ledger).map((part, index) => {
      const clean = lineOf(dropInlineTags(part, ledger), { gap: line.gap || index > 0, page: line.page && index === 0, ...(line.source ? { source: line.source } : {}) });
      return { ...withText(clean, dropMarks(clean, masked, ledger)), indent: index === 0 ? line.indent : clean.indent, marked: HEADING_MARK.test(clean.text) };
    }).filter((each) => each.text !== '');
  });
}

/** The paragraphs of a table cell that still holds its HTML. */
export function cellParagraphs(cell: Spelled, ledger: Ledger): Spelled[] {
  return splitAt(cell, BLOCK_TAG, ledger).map((part) => trim(dropInlineTags(part, ledger))).filter((part) => part.text !== '');
}

function dropInlineTags(spelled: Spelled, ledger: Ledger): Spelled {
  const note = (gone: Spelled): void => ledger.note('dropped-tag', gone);
  return replace(replace(replace(spelled, ANY_TAG, () => '', note), COMPONENT_TAG, () => '', note), ENTITY, readEntity, note);
}

function readEntity(match: RegExpExecArray): string | undefined {
  const [, decimal, hex, name] = match;
  if (name !== undefined) return NAMED[name.toLowerCase()];
  const code = decimal !== undefined ? Number(decimal) : parseInt(hex!, 16);
  return code >= 32 && code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : undefined;
}

function dropMarks(spelled: Spelled, masked: boolean, ledger: Ledger): Spelled {
  const note = (gone: Spelled): void => ledger.note('dropped-tag', gone);
  const bare = replace(dropLinks(spelled, note), new RegExp(HEADING_MARK, 'g'), () => '', note);
  const plain = masked || (bare.text.match(STRESS_MARK)?.length ?? 0) % 2 === 1 ? bare : replace(bare, STRESS_MARK, () => '', note);
  return trim(replace(plain, ESCAPE, () => '', note));
}

function dropLinks(spelled: Spelled, note: (gone: Spelled) => void): Spelled {
  if (!spelled.text.includes('](')) return spelled;
  return [PICTURE, LINK_OPEN, LINK_CLOSE].reduce((text, pattern) => replace(text, pattern, () => '', note), spelled);
}

function splitAt(spelled: Spelled, pattern: RegExp, ledger: Ledger): Spelled[] {
  const parts: Spelled[] = [];
  let done = 0;
  for (const match of spelled.text.matchAll(pattern)) {
    parts.push(slice(spelled, done, match.index));
    done = match.index + match[0].length;
    ledger.note('dropped-tag', slice(spelled, match.index, done));
  }
  return [...parts, slice(spelled, done)];
}
