import type { SourceLine } from '#core/intake/source.ts';
import type { Piece } from './inline.ts';

type Format = NonNullable<SourceLine['formats']>[number];

/** Pieces as one line, neighbouring formats of a kind joined. Line breaks are \n. */
export function lineOf(pieces: readonly Piece[], hint: Omit<SourceLine, 'kind' | 'text' | 'formats'>): SourceLine {
  let text = '';
  const formats: Format[] = [];
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    for (const mark of piece.marks) {
      const last = formats.findLast((format) => format.mark === mark);
      if (last && last.span[1] === start) formats[formats.indexOf(last)] = { mark, span: [last.span[0], text.length] };
      else formats.push({ mark, span: [start, text.length] });
    }
  }
  return { kind: 'line', text, ...hint, ...(formats.length > 0 ? { formats } : {}) };
}
