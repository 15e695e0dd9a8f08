import { AppError } from '#core/contract/failure.ts';
import { list } from '#core/contract/input.ts';
import type { Reader } from '#core/contract/input.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { ExportedFile } from '#core/contract/model.ts';
import { officeEntry, phrase } from '#core/contract/office-input.ts';
import type { Kept, KeptPhrase, OfficeEntry, Phrase } from '#core/office/office.ts';
import { readTable, TABLE_HEADS, writeTable } from '#core/office/office-table.ts';
import type { OfficeTable, TableLine } from '#core/office/office-table.ts';
import { decodeText } from './decode-text.ts';

const FORMAT = 'niwen-office';
const VERSION = 1;

export interface OfficeFile {
  readonly entries: readonly OfficeEntry[];
  readonly phrases: readonly Phrase[];
  readonly unread: readonly string[];
}

const TABLE_NAMES: Readonly<Record<OfficeTable, string>> = { unit: '单位', list: '名单', person: '人员', code: '机关代字', phrase: '口径' };
/** As many entries as one call takes, and as many wrong cells as a sentence can name. */
const MOST_LINES = 10_000;
const MOST_NAMED = 5;

/** Everything the office keeps as one file for the colleagues, without ids and times. */
export function writeOfficeFile(entries: readonly Kept<OfficeEntry>[], phrases: readonly KeptPhrase[]): ExportedFile {
  const file = {
    format: FORMAT,
    version: VERSION,
    entries: entries.map(({ id: _id, ...entry }) => entry),
    // Oldest use first, so that whoever reads the file in has them in this order again.
    phrases: phrases.map(({ id: _id, usedAt: _usedAt, ...each }) => each).reverse(),
  };
  return { name: '机关设置和口径.json', bytes: new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`) };
}

/** The entries of one kind as a table for Excel, which takes a .csv for Chinese only with a byte order mark before it. */
export function writeOfficeTable(as: OfficeTable, entries: readonly Kept<OfficeEntry>[], phrases: readonly KeptPhrase[]): ExportedFile {
  const rows = as === 'phrase' ? phrases : entries.filter(({ kind }) => kind === as);
  return { name: `${TABLE_NAMES[as]}.csv`, bytes: new TextEncoder().encode(`\u{FEFF}${writeTable(as, rows)}`) };
}

/**
 * Reads such a file, or, when `as` says what its lines are, a table or a column of text (.csv, .txt). Throws AppError
 * `file-too-large`, `empty-file`, `binary-file`, `not-an-office`, `newer-office`, `broken-office`, `broken-table`.
 */
export function readOfficeFile(name: string, bytes: Uint8Array, as?: OfficeTable): OfficeFile {
  if (bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new AppError('binary-file', { name });
  const file = /^[\s\u{FEFF}]*\{/u.test(text) ? parse(text.replace(/^\u{FEFF}/u, ''), name) : undefined;
  if (file === undefined && as === undefined) throw new AppError('not-an-office', { name });
  try {
    return file === undefined ? fromTable(as!, text, name) : fromJson(file, name);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-input') throw new AppError('broken-office', { name, where: String(error.details.path) });
    throw error;
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('not-an-office', { name }, { cause });
  }
}

function fromJson(file: unknown, name: string): OfficeFile {
  const { format, version, entries = [], phrases = [] } = (typeof file === 'object' && file !== null ? file : {}) as Record<string, unknown>;
  if (format !== FORMAT || typeof version !== 'number') throw new AppError('not-an-office', { name });
  if (version > VERSION) throw new AppError('newer-office', { name });
  return { entries: list(officeEntry)(entries, 'entries'), phrases: list(phrase)(phrases, 'phrases'), unread: [] };
}

function fromTable(as: OfficeTable, text: string, name: string): OfficeFile {
  const { entries, phrases, unread } = readTable(as, text);
  if (entries.length + phrases.length > MOST_LINES) throw new AppError('broken-table', { name, cells: `${MOST_LINES + 1}\t\t` });
  const wrong: string[] = [];
  const judged = <T>(lines: readonly TableLine<T>[], reader: Reader<T>): T[] => lines.flatMap(({ line, value }) => {
    try {
      return [reader(value, '')];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const key = /\w+/.exec(String(error.details.path))?.[0] ?? '';
      const words = (value as Record<string, unknown>)[key];
      wrong.push([line, TABLE_HEADS[as][key] ?? '', Array.isArray(words) ? words.join('、') : String(words ?? '')].join('\t'));
      return [];
    }
  });
  const read = { entries: judged(entries, officeEntry), phrases: judged(phrases, phrase), unread };
  if (wrong.length > 0) throw new AppError('broken-table', { name, cells: [...wrong.slice(0, MOST_NAMED), ...(wrong.length > MOST_NAMED ? [String(wrong.length)] : [])].join('\n') });
  return read;
}
