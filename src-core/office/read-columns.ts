import type { OfficeUnit, Phrase } from './office.ts';

/** A line of a table: the number of its first line in the text, from 1, and its cells. */
export interface Line { readonly line: number; readonly cells: readonly string[] }

/**
 * Cells of a table as Excel puts it on the clipboard (tabs), of a CSV file (commas), or plain lines; quoted cells may hold line
 * breaks. Commas divide where every line has as many of them, or where the text `isTable` for certain.
 */
export function readLines(text: string, isTable = false): Line[] {
  const separator = withoutQuoted(text).includes('\t') ? '\t' : isTable || isCommaTable(text) ? ',' : null;
  const rows: { line: number; cells: string[] }[] = [{ line: 1, cells: [] }];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  const endCell = (): void => {
    rows.at(-1)!.cells.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line++;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++]!;
      else isQuoted = false;
    } else if (character === '"' && cell === '' && separator !== null) isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') {
        at++;
        line++;
      }
      endCell();
      rows.push({ line, cells: [] });
    } else cell += character === '\u{FEFF}' ? '' : character;
  }
  endCell();
  return rows.filter(({ cells }) => cells.some((each) => each !== '') && !cells.some((each) => /^(?:合|小|总|共)\s*计[：:]?$/.test(each)));
}

/** What stands outside quotes; all of it where a quote is left open. */
function withoutQuoted(text: string): string {
  const outside = text.replace(/"(?:[^"]|"")*"/g, '');
  return outside.includes('"') ? text : outside;
}

/** Every line has as many commas as the first; a sentence with a Latin comma is no table. */
function isCommaTable(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/);
  return text.includes('",') || text.includes(',"') || (first.includes(',') && text.split(/\r?\n/).every((line) => line.trim() === '' || line.split(',').length === first.split(',').length));
}

/** Units from lines: 全称 and 简称 by their heads, else in this order; 国家发展和改革委员会（国家发展改革委） is both in one. */
export function unitLines(lines: readonly Line[]): { line: number; value: OfficeUnit }[] {
  const table = withoutSerials(lines);
  const heads = headsOf(table, { full: /全称|单位|机关|名称|部门/, short: /简称/ });
  // Under these two heads a name is written as it is to stay.
  const isExact = heads !== undefined && table[0]!.cells.includes('全称') && table[0]!.cells.includes('规范化简称');
  return (heads ? table.slice(1) : table).flatMap(({ line, cells }) => {
    const full = cells[heads?.full ?? 0] ?? '';
    const short = cells[heads ? (heads.short ?? -1) : 1] ?? '';
    // A whole row of names in one line: 教育部、科技部。
    const names = isExact || short !== '' ? [full] : full.replace(/[。；;]$/, '').replace(NUMBERED, '').split(/[、；;](?![^（(]*[）)])/);
    return names.map((name) => {
      const both = isExact || short !== '' ? null : bothIn(name.trim());
      return { line, value: { kind: 'unit' as const, full: both ? both[1]! : name.trim(), short: both ? both[3]! : short } };
    });
  }).filter(({ value }) => value.full !== '');
}

/** 一、市委各部门, 3.市财政局: the number is the list's. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,3}[.．、](?!\d))\s*/;

/** 国家发展和改革委员会（国家发展改革委）: both in one. 市财政局（市国资委） is one office with two names. */
function bothIn(name: string): RegExpExecArray | null {
  const both = /^(.{2,}?)[（(](简称)?[：:“]?([^（）()”]{2,})”?[）)]$/.exec(name);
  if (!both) return null;
  let found = 0;
  for (const character of both[1]!) if (character === both[3]![found]) found++;
  return both[2] !== undefined || found === both[3]!.length ? both : null;
}

/** Phrases from lines: by their heads; without heads the longest column is the text, the others title, source, group. */
export function phraseLines(lines: readonly Line[]): { line: number; value: Phrase }[] {
  const table = withoutSerials(lines);
  const heads = headsOf(table, { text: /口径|内容|表述|正文|文字/, title: /标题|题目|名称|主题/, keywords: /关键词|关键字/, source: /出处|来源|依据/, group: /分组|类别|分类|领域/ });
  const columns = heads?.text !== undefined ? heads : guessColumns(table);
  const at = (cells: readonly string[], column: number | undefined): string => (column === undefined ? '' : (cells[column] ?? ''));
  return (heads?.text !== undefined ? table.slice(1) : table)
    .map(({ line, cells }) => ({ line, value: { title: at(cells, columns.title), text: at(cells, columns.text), keywords: at(cells, columns.keywords), group: at(cells, columns.group), source: at(cells, columns.source) } }))
    .filter(({ value }) => value.text !== '');
}

/** Phrases from pasted columns or lines. */
export const phrasesFrom = (text: string): Phrase[] => phraseLines(readLines(text)).map(({ value }) => value);

type Columns<K extends string> = Partial<Record<K, number>>;

/** Which column has which head; undefined when the first row names none. A head is short: a phrase that says 内容 is none. */
export function headsOf<K extends string>(lines: readonly Line[], known: Readonly<Record<K, RegExp>>): Columns<K> | undefined {
  const first = lines[0]?.cells ?? [];
  if (lines.length < 2 || first.some((cell) => cell.length > 8)) return undefined;
  const columns: Columns<K> = {};
  first.forEach((cell, index) => {
    const name = (Object.keys(known) as K[]).findLast((each) => columns[each] === undefined && known[each].test(cell));
    if (name !== undefined) columns[name] = index;
  });
  // 某某单位 alone at the head of a row of names is a name, 单位名称 is a head.
  const isHead = Object.keys(columns).length > 1 || first.some((cell) => /^(单位|机关|部门)?(全称|名称|单位|机关|简称|口径|内容|表述|姓名|名单|代字)$/.test(cell));
  return isHead && Object.keys(columns).length > 0 ? columns : undefined;
}

function guessColumns(lines: readonly Line[]): Columns<'title' | 'text' | 'keywords' | 'source' | 'group'> {
  const count = Math.max(1, ...lines.map(({ cells }) => cells.length));
  const lengths = Array.from({ length: count }, (_, column) => lines.reduce((sum, { cells }) => sum + (cells[column]?.length ?? 0), 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const after = text + 1 < count ? { source: text + 1, ...(text + 2 < count ? { group: text + 2 } : {}) } : {};
  return { text, ...(text > 0 ? { title: 0 } : {}), ...after };
}

/** Without a first column that only counts: 1, 2, 3 or 序号. */
export function withoutSerials(lines: readonly Line[]): readonly Line[] {
  const isCounted = lines.length > 0 && lines.every(({ cells }, index) => cells.length > 1 && (/^\d+[.、]?$/.test(cells[0]!) || (index === 0 && /^序号$/.test(cells[0]!))));
  return isCounted ? lines.map(({ line, cells }) => ({ line, cells: cells.slice(1) })) : lines;
}
