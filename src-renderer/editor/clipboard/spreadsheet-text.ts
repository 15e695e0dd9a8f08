/**
 * Rows of a table that came as text: cells parted by tabs, a cell with line ends or quotation marks in quotes, as Excel, WPS and
 * Numbers write it. Null for a text that is no such table: no tab, or rows of unequal length, or prose with a stray tab.
 */
export function readSpreadsheetText(text: string): string[][] | null {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  let at = 0;
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  while (at <= clean.length) {
    const cell = readCell(clean, at);
    rows.at(-1)!.push(cell.text);
    if (clean[cell.end] === '\n') rows.push([]);
    at = cell.end + 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  const whole = rows.filter((row) => row.length === width).length;
  // Programs that drop empty cells at the end leave a few rows short; more than that is no table.
  if (width < 2 || whole * 4 < rows.length * 3) return null;
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

function readCell(text: string, start: number): { text: string; end: number } {
  if (text[start] === '"') {
    let end = start + 1;
    while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
    const after = text[end + 1];
    if (text[end] === '"' && (after === undefined || after === '\t' || after === '\n')) return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
  }
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { text: text.slice(start, end), end };
}

/** Rows as spreadsheets read them from the clipboard. */
export const writeSpreadsheetText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
