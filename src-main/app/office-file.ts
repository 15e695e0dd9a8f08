import { AppError } from '#core/contract/failure.ts';
import { list } from '#core/contract/input.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { ExportedFile } from '#core/contract/model.ts';
import { officeEntry, phrase } from '#core/contract/office-input.ts';
import type { Kept, KeptPhrase, OfficeEntry, Phrase } from '#core/office/office.ts';
import { phrasesFrom, readRows, unitsFrom } from '#core/office/read-columns.ts';
import { decodeText } from './decode-text.ts';

const FORMAT = 'niwen-office';
const VERSION = 1;

export interface OfficeFile {
  readonly entries: readonly OfficeEntry[];
  readonly phrases: readonly Phrase[];
}

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

/**
 * Reads such a file, or, when `as` says what its lines are, a column of text (.csv, .txt). Throws AppError `file-too-large`,
 * `empty-file`, `binary-file`, `not-an-office`, `newer-office`, `broken-office`.
 */
export function readOfficeFile(name: string, bytes: Uint8Array, as?: 'unit' | 'phrase'): OfficeFile {
  if (bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  const text = decodeText(bytes)?.text;
  if (text === undefined) throw new AppError('binary-file', { name });
  const file = /^[\s\u{FEFF}]*\{/u.test(text) ? parse(text.replace(/^\u{FEFF}/u, ''), name) : undefined;
  if (file === undefined && as === undefined) throw new AppError('not-an-office', { name });
  try {
    return file === undefined ? fromColumns(text, as!) : fromJson(file, name);
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
  return { entries: list(officeEntry)(entries, 'entries'), phrases: list(phrase)(phrases, 'phrases') };
}

function fromColumns(text: string, as: 'unit' | 'phrase'): OfficeFile {
  const rows = readRows(text);
  return {
    entries: as === 'unit' ? list(officeEntry)(unitsFrom(rows), '行') : [],
    phrases: as === 'phrase' ? list(phrase)(phrasesFrom(rows), '行') : [],
  };
}
