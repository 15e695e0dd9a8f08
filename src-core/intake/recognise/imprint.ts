import { readOfficialDate, formatOfficialDate } from '../../units/date.ts';
import { block } from '../block.ts';
import type { Block } from '../block.ts';
import type { Ledger } from '../ledger.ts';
import { isLine, lineOf } from '../lines.ts';
import type { Line, Piece } from '../lines.ts';
import { join, slice, trim, written } from '../spelled.ts';
import type { Spelled } from '../spelled.ts';
import { COPY_TO, ORGANISATION_LINE, PRINT_DATE, PRINT_RUN, SENT_TO, SUBJECT_WORDS, TYPED_BY } from './patterns.ts';

const MOST_LINES = 12;

/** 版记 from the line at `start`: 主送 and 抄送 over their lines, 印发机关, 印发日期, 印数. Undefined when none begins here. */
export function readImprint(pieces: readonly Piece[], start: number, { closed, copied }: { readonly closed: boolean; readonly copied: boolean }, ledger: Ledger): { blocks: Block[]; next: number } | undefined {
  const line = pieces[start] as Line;
  if (PRINT_RUN.test(line.text)) return { blocks: [block('printRun', line)], next: start + 1 };
  if ((closed || copied) && (SUBJECT_WORDS.test(line.text) || TYPED_BY.test(line.text))) return readObsolete(line, start, ledger);
  if (PRINT_DATE.test(line.text) && line.text.length < 80) return { blocks: readPrintLine(line, ledger), next: start + 1 };
  const after = pieces[start + 1];
  if ((closed || copied) && ORGANISATION_LINE.test(line.text) && isLine(after) && PRINT_DATE.exec(after.text)?.[1] === '') return { blocks: [block('printer', line)], next: start + 1 };
  // Minutes name the office that printed them without a date.
  if (copied && ORGANISATION_LINE.test(line.text) && (after === undefined || (isLine(after) && PRINT_RUN.test(after.text)))) return { blocks: [block('printer', line)], next: start + 1 };
  // 主送 that found no room on the first page stand above 抄送 (GB/T 9704—2012 7.3.2).
  const sent = closed ? SENT_TO.exec(line.text) : null;
  if (sent) return readOffices(pieces, start, sent[0].length, 'sentTo', ledger);
  const lead = COPY_TO.exec(line.text);
  return lead ? readOffices(pieces, start, lead[0].length, 'copyTo', ledger) : undefined;
}

/** What a 版记 no longer bears is told of and left out; the number of copies, which may stand in the same line, stays. */
function readObsolete(line: Line, start: number, ledger: Ledger): { blocks: Block[]; next: number } {
  const run = RUN_BEHIND.exec(line.text);
  const end = run ? run.index : line.text.length;
  ledger.note('unsupported-part', slice(line, 0, end));
  return { blocks: run ? [block('printRun', trim(slice(line, end)))] : [], next: start + 1 };
}

const RUN_BEHIND = /[（(]?共印\s*\d+\s*份[）)]?$/;

function readOffices(pieces: readonly Piece[], start: number, lead: number, role: 'sentTo' | 'copyTo', ledger: Ledger): { blocks: Block[]; next: number } {
  const first = pieces[start] as Line;
  ledger.note('computed-label', slice(first, 0, lead));
  const parts: Spelled[] = [slice(first, lead)];
  let next = start + 1;
  for (; next < pieces.length && next < start + MOST_LINES; next++) {
    const line = pieces[next];
    if (!isLine(line) || line.said || !continuesOffices(line, parts[parts.length - 1]!, pieces[next + 1])) break;
    ledger.note('joined-line', slice(line, 0, 1));
    parts.push(line);
  }
  return { blocks: [block(role, trim(join(parts)))], next };
}

function continuesOffices(line: Line, above: Spelled, after: Piece | undefined): boolean {
  if (PRINT_DATE.test(line.text) || PRINT_RUN.test(line.text) || COPY_TO.test(line.text) || line.text.length > 120) return false;
  if (ORGANISATION_LINE.test(line.text) && isLine(after) && PRINT_DATE.test(after.text)) return false;
  // Set apart, and neither the list nor a sentence goes on: something else.
  if (line.gap && !/[，、]$/.test(above.text) && !/[，、。]/.test(line.text)) return false;
  return /[，、]$/.test(above.text) || /。$/.test(line.text) || !/。$/.test(above.text);
}

/** ××办公室　2022年5月17日印发. */
function readPrintLine(line: Line, ledger: Ledger): Block[] {
  const match = PRINT_DATE.exec(line.text)!;
  const name = trim(slice(line, 0, match[1]!.length));
  const start = line.text.indexOf(match[2]!, match[1]!.length);
  const whole = slice(line, start);
  const text = `${formatOfficialDate(readOfficialDate(match[2]!) ?? '')}印发`;
  const date = text === whole.text || text === '印发' ? whole : written(text);
  if (date !== whole) ledger.note('normalised-date', whole);
  return [...(name.text === '' ? [] : [block('printer', name)]), block('printDate', date, { line: lineOf(whole) })];
}
