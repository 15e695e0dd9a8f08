import { hasLevels, ROLES } from '../document/roles.ts';
import { block } from './block.ts';
import type { Block, Part } from './block.ts';
import type { Elements } from './build/build-document.ts';
import type { Ledger } from './ledger.ts';
import { isLine } from './lines.ts';
import type { Line, Piece } from './lines.ts';
import { readItemNumber } from './recognise/enumerations.ts';
import type { TypedLabel } from './recognise/label.ts';
import { slice } from './spelled.ts';

/**
 * The elements of a source that says of every paragraph what it is: a Word file we wrote. It is believed as it stands, nothing is
 * cleaned or guessed; only the labels of headings and articles are taken off, to be computed again. Undefined for any other source.
 */
export function readKnownElements(pieces: readonly Piece[], ledger: Ledger): Elements | undefined {
  const lines = pieces.filter(isLine);
  if (lines.length === 0 || !lines.every(({ source }) => source?.role !== undefined && !source.hinted && (!hasLevels(source.role) || source.level !== undefined))) return undefined;
  const masthead: Block[] = [];
  const main: Part[] = [];
  const imprint: Block[] = [];
  for (const piece of pieces) {
    if (!isLine(piece)) {
      main.push(piece);
      continue;
    }
    const read = readKnownLine(piece, ledger);
    const { part } = ROLES[read.role];
    (part === 'masthead' ? masthead : part === 'imprint' ? imprint : main).push(read);
  }
  return { masthead, main, imprint };
}

function readKnownLine(line: Line, ledger: Ledger): Block {
  const { role, level = 0, runIn = false, align } = line.source!;
  const known = { line, ...(align ? { align } : {}) };
  if (!hasLevels(role!)) return block(role!, line, known);
  const label = readPlainLabel(role, line.text, level);
  if (!label) return block(role, line, { ...known, level, runIn });
  ledger.note('computed-label', slice(line, 0, label.length));
  return block(role, slice(line, label.length), { ...known, level, runIn, label });
}

/** Labels in the one form we write; a digit may follow 「1.」 here, for it is certain where the label ends. */
const CHINESE = '([一二三四五六七八九十百千零万]+)';
const PLAIN_LABELS = {
  heading: [new RegExp(`^${CHINESE}、`), new RegExp(`^（${CHINESE}）`), /^(\d+)\./, /^（(\d+)）/, /^([①-⑳㉑-㉟㊱-㊿])/],
  article: [new RegExp(`^第${CHINESE}章(?:\\u3000|$)`), new RegExp(`^第${CHINESE}节(?:\\u3000|$)`), new RegExp(`^第${CHINESE}条(?:\\u3000|$)`), new RegExp(`^（${CHINESE}）`), /^(\d+)\./],
} as const;

function readPlainLabel(role: 'heading' | 'article', text: string, level: number): TypedLabel | undefined {
  const match = PLAIN_LABELS[role][level - 1]?.exec(text);
  const number = match && readItemNumber(match[1]!);
  return number ? { level, number, length: match[0].length, isPlain: true } : undefined;
}
