import { isLine, lineOf } from './lines.ts';
import type { Line, Piece } from './lines.ts';
import type { Known, Span } from './source.ts';
import { firstOffset, lastOffset, offsetAt, slice } from './spelled.ts';

/** Takes the stretches a person spoke of out of their lines, each a line of its own that carries what was said. */
export function markKnown(pieces: readonly Piece[], known: readonly Known[]): Piece[] {
  const claims = known.flatMap((said) => said.spans.map((span) => ({ span, said }))).sort((a, b) => a.span[0] - b.span[0]);
  let passed = 0;
  return pieces.flatMap((piece): Piece[] => {
    if (!isLine(piece)) return [piece];
    const end = lastOffset(piece);
    const start = firstOffset(piece);
    while (passed < claims.length && claims[passed]!.span[1] <= start) passed++;
    const here: typeof claims = [];
    for (let i = passed; i < claims.length && claims[i]!.span[0] <= end; i++) here.push(claims[i]!);
    return here.length === 0 ? [piece] : cut(piece, here);
  });
}

function cut(line: Line, claims: readonly { readonly span: Span; readonly said: Known }[]): Line[] {
  const parts: Line[] = [];
  let done = 0;
  const take = (end: number, said: Known | undefined): void => {
    const part = lineOf(slice(line, done, end), { gap: done === 0 && line.gap, page: done === 0 && line.page, marked: line.marked, ...(line.source ? { source: line.source } : {}) });
    const indent = done === 0 ? line.indent : part.indent;
    if (part.text !== '') parts.push(said ? { ...part, indent, said, ...(line.source ? { source: tell(line.source, said) } : {}) } : { ...part, indent });
    done = end;
  };
  for (const { span, said } of claims) {
    const from = indexOf(line, span[0], done);
    const to = indexOf(line, span[1], from);
    if (from >= to) continue;
    if (from > done) take(from, undefined);
    take(to, said);
  }
  if (done < line.text.length) take(line.text.length, undefined);
  return parts;
}

/** The index of the first character from `from` on that stands at `offset` or behind it. */
function indexOf(line: Line, offset: number, from: number): number {
  for (let i = from; i < line.text.length; i++) if (offsetAt(line, i) >= offset) return i;
  return line.text.length;
}

/** A file of ours says of itself what its paragraphs are; a person overrules it. */
const tell = (source: NonNullable<Line['source']>, said: Known): NonNullable<Line['source']> =>
  source.role === undefined || said.role === 'left-out' ? source : { ...source, role: said.role, level: said.level, runIn: said.runIn };
