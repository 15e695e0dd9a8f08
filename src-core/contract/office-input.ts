import type { OfficeCode, OfficeEntry, OfficeList, OfficeName, OfficePerson, OfficeUnit, Phrase } from '../office/office.ts';
import type { OfficeTable } from '../office/office-table.ts';
import { AppError } from './failure.ts';
import { json, list, object, oneOf, text } from './input.ts';
import type { Reader } from './input.ts';

/** One line without spaces around it. */
const line = (most = 200): Reader<string> => (value, path) => text(most)(value, path).replace(/[\t\r\n]+/g, ' ').trim();

/** Something must be written. */
const needed = (reader: Reader<string>): Reader<string> => (value, path) => {
  const read = reader(value, path);
  if (read === '') throw new AppError('invalid-input', { path });
  return read;
};

/** 许　棠 is set apart to line up with others; the name is 许棠. */
const personName: Reader<string> = (value, path) => needed(line(50))(value, path).replace(/^(\p{Script=Han})\s+(\p{Script=Han})$/u, '$1$2');

const lines = (most: number): Reader<string[]> => (value, path) => list(line(), most)(value, path).filter((each) => each !== '');

const READERS = {
  name: object({ kind: oneOf(['name']), full: needed(line()), short: line() }) satisfies Reader<OfficeName>,
  code: object({ kind: oneOf(['code']), code: needed(line(50)), uses: lines(50) }) satisfies Reader<OfficeCode>,
  person: object({ kind: oneOf(['person']), name: personName, post: line(), unit: line(), phone: line(), duty: oneOf(['signatory', 'contact', '']) }) satisfies Reader<OfficePerson>,
  unit: object({ kind: oneOf(['unit']), full: needed(line()), short: line() }) satisfies Reader<OfficeUnit>,
  list: object({ kind: oneOf(['list']), name: needed(line()), use: oneOf(['addressee', 'copyTo', 'consulted', '']), units: lines(500) }) satisfies Reader<OfficeList>,
};

/** An entry of the office. Words are trimmed; a name that is empty is refused. */
export const officeEntry: Reader<OfficeEntry> = (value, path) => {
  const kind = oneOf(['name', 'code', 'person', 'unit', 'list'])(json(value, path).kind, `${path}.kind`);
  return READERS[kind](value, path);
};

/** What comes and goes as a table. */
export const officeTable: Reader<OfficeTable> = oneOf(['unit', 'list', 'person', 'code', 'phrase']);

const paragraphs: Reader<string> = (value, path) => text(20_000)(value, path).replace(/\r\n?/g, '\n').replace(/\n{2,}/g, '\n').trim();

/** A phrase (口径); its text may have several paragraphs. */
export const phrase: Reader<Phrase> = object({ title: line(), text: needed(paragraphs), keywords: line(), group: line(100), source: line(500) });
