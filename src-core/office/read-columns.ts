import type { OfficeUnit, Phrase } from './office.ts';

/** Cells of a table as Excel puts it on the clipboard (tabs), of a CSV file (commas), or plain lines; quoted cells may hold line breaks. */
export function readRows(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : isCommaTable(text) ? ',' : null;
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)!.push(cell.trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++]!;
      else isQuoted = false;
    } else if (character === '"' && cell === '' && separator !== null) isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[at + 1] === '\n') at++;
      endCell();
      rows.push([]);
    } else cell += character === '\u{FEFF}' ? '' : character;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** Every line has as many commas as the first; a sentence with a Latin comma is no table. */
function isCommaTable(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/);
  return text.includes('",') || text.includes(',"') || (first.includes(',') && text.split(/\r?\n/).every((line) => line.trim() === '' || line.split(',').length === first.split(',').length));
}

/** Units from cells: 全称 and 简称 by their heads, else in this order; 国家发展和改革委员会（国家发展改革委） is both in one. */
export function unitsFrom(rows: readonly (readonly string[])[]): OfficeUnit[] {
  const table = withoutSerials(rows);
  const heads = headsOf(table, { full: /全称|单位|机关|名称|部门/, short: /简称/ });
  const units = (heads ? table.slice(1) : table).flatMap((row) => {
    const full = row[heads?.full ?? 0] ?? '';
    const short = row[heads ? (heads.short ?? -1) : 1] ?? '';
    // A whole row of names in one line: 教育部、科技部。
    const names = short === '' ? full.replace(/[。；;]$/, '').split(/[、；;](?![^（(]*[）)])/) : [full];
    return names.map((name) => {
      const both = /^(.{2,}?)[（(](?:简称)?[：:“]?([^（）()”]{2,})”?[）)]$/.exec(name.trim());
      return { kind: 'unit' as const, full: both && short === '' ? both[1]! : name.trim(), short: both && short === '' ? both[2]! : short };
    });
  });
  return units.filter(({ full }) => full !== '');
}

/** Phrases from cells: by their heads; without heads the longest column is the text, the others title, source, group. */
export function phrasesFrom(rows: readonly (readonly string[])[]): Phrase[] {
  const table = withoutSerials(rows);
  const heads = headsOf(table, { text: /口径|内容|表述|正文|文字/, title: /标题|题目|名称|主题/, keywords: /关键词|关键字/, source: /出处|来源|依据/, group: /分组|类别|分类|领域/ });
  const columns = heads?.text !== undefined ? heads : guessColumns(table);
  const at = (row: readonly string[], column: number | undefined): string => (column === undefined ? '' : (row[column] ?? ''));
  return (heads?.text !== undefined ? table.slice(1) : table)
    .map((row) => ({ title: at(row, columns.title), text: at(row, columns.text), keywords: at(row, columns.keywords), group: at(row, columns.group), source: at(row, columns.source) }))
    .filter(({ text }) => text !== '');
}

type Columns<K extends string> = Partial<Record<K, number>>;

/** Which column has which head; undefined when the first row names none. A head is short: a phrase that says 内容 is none. */
function headsOf<K extends string>(rows: readonly (readonly string[])[], known: Readonly<Record<K, RegExp>>): Columns<K> | undefined {
  const first = rows[0] ?? [];
  if (rows.length < 2 || first.some((cell) => cell.length > 8)) return undefined;
  const columns: Columns<K> = {};
  first.forEach((cell, index) => {
    const name = (Object.keys(known) as K[]).findLast((each) => columns[each] === undefined && known[each].test(cell));
    if (name !== undefined) columns[name] = index;
  });
  // 某某单位 alone at the head of a row of names is a name, 单位名称 is a head.
  const isHead = Object.keys(columns).length > 1 || first.some((cell) => /^(单位|机关|部门)?(全称|名称|单位|机关|简称|口径|内容|表述)$/.test(cell));
  return isHead && Object.keys(columns).length > 0 ? columns : undefined;
}

function guessColumns(rows: readonly (readonly string[])[]): Columns<'title' | 'text' | 'keywords' | 'source' | 'group'> {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const lengths = Array.from({ length: count }, (_, column) => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0));
  const text = lengths.indexOf(Math.max(...lengths));
  const after = text + 1 < count ? { source: text + 1, ...(text + 2 < count ? { group: text + 2 } : {}) } : {};
  return { text, ...(text > 0 ? { title: 0 } : {}), ...after };
}

/** Without a first column that only counts: 1, 2, 3 or 序号. */
function withoutSerials(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isCounted = rows.length > 0 && rows.every((row, index) => row.length > 1 && (/^\d+[.、]?$/.test(row[0]!) || (index === 0 && /^序号$/.test(row[0]!))));
  return isCounted ? rows.map((row) => row.slice(1)) : rows;
}
