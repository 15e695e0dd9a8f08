import { readOfficialDate } from '../units/date.ts';

/**
 * Field values read back out of a text that was written by a pattern (template/pattern.ts): 甲局关于做好申报的通知 by
 * {issuer}关于{matter}的通知. Nothing where the text does not read so. A piece in brackets may be missing, and so may {issuer} at
 * the beginning, which many titles leave out. Fields through a filter other than `date` are passed over.
 */
export function readPattern(pattern: string, text: string): Record<string, string> {
  const fields: { readonly id: string; readonly filter: string | undefined }[] = [];
  const source = pattern.split(/(\[|\]|\{[A-Za-z][A-Za-z0-9]*(?:\|[^{}]+)?\})/).map((piece, index) => {
    if (piece === '[') return '(?:';
    if (piece === ']') return ')?';
    const field = /^\{([A-Za-z][A-Za-z0-9]*)(?:\|([^{}]+))?\}$/.exec(piece);
    if (!field) return piece.replace(/[.*+?^${}()|\\]/g, '\\$&');
    fields.push({ id: field[1]!, filter: field[2] });
    return index === 1 && field[1] === 'issuer' ? '(.{2,60}?)??' : '(.+?)';
  }).join('');
  if (fields.length === 0) return {};
  const match = new RegExp(`^${source}$`, 's').exec(text.replace(/\s+$/, ''));
  const values: Record<string, string> = {};
  for (const [index, { id, filter }] of fields.entries()) {
    const value = match?.[index + 1];
    if (value === undefined || value === '' || value.includes('×') || (filter !== undefined && filter !== 'date')) continue;
    const read = filter === 'date' ? readOfficialDate(value) : value;
    if (read !== undefined) values[id] ??= read;
  }
  return values;
}
