import type { Ledger } from '../ledger.ts';
import { lineOf, withText } from '../lines.ts';
import type { Line } from '../lines.ts';
import { replace, slice, trim } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { HEADING_MARK, dropFrontMatter, dropMarkdown, markdownOf } from './markdown.ts';

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

/** Remains of HTML and Markdown in lines: block tags end a line, cell tags become tabs, all others go. */
export function dropTags(all: readonly Line[], ledger: Ledger): Line[] {
  const lines = dropFrontMatter(all, ledger);
  const marks = markdownOf(lines);
  return lines.flatMap((line) => {
    if (line.text.includes('\t') || !(/[<&#*_\]\\]/.test(line.text) || (marks.isMarkdown && /^[>=+-]/.test(line.text)))) return [line];
    const cells = replace(line, CELL_TAG, () => '\t', (gone) => ledger.note('dropped-tag', gone));
    return splitAt(cells, BLOCK_TAG, ledger).map((part, index) => {
      const clean = lineOf(dropInlineTags(part, ledger), { gap: line.gap || index > 0, page: line.page && index === 0, ...(line.source ? { source: line.source } : {}) });
      return { ...withText(clean, dropMarkdown(clean, marks, ledger)), indent: index === 0 ? line.indent : clean.indent, marked: HEADING_MARK.test(clean.text) };
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
