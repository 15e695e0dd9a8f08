import type { ResolvedStyles } from '../template/styles.ts';
import { baselineIn } from './baseline.ts';
import { markLabel, notePieces, noteRule } from './frame-notes.ts';
import { layFolio } from './folio.ts';
import { heightOfLine } from './line-heights.ts';
import type { LineFrame, PageFrame, RunFrame } from './frames.ts';
import type { Setting } from './lay-paragraph.ts';
import type { LaidPage, Piece } from './pages.ts';
import { bottomOf, leftOf, topOf, widthOf } from './pages.ts';
import { placeCharacters } from './place-characters.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** A page with every character in its place. */
export function framePage(setting: Setting, styles: ResolvedStyles, page: LaidPage): PageFrame {
  const { shift } = page;
  const lines = page.pieces.flatMap((piece) => linesOf(page, piece));
  // Several elements share a line of the 版头 and the 版记; to copy and to read aloud they are in the document's order.
  lines.sort((a, b) => Number(b.isRepeated) - Number(a.isRepeated) || a.from - b.from || a.y - b.y);
  for (const { piece, pos } of notePieces(page)) {
    const at = pos + shift;
    lines.push(...linesOf(page, piece).map((line) => ({ ...line, paragraph: null, note: at, from: at, to: at + 1, runs: line.runs.map((run) => ({ ...run, positions: run.positions.map(() => at) })) })));
  }
  const rule = noteRule(page);
  const folio = layFolio(setting, styles, page);
  if (folio) {
    const { item, x, baseline, turn } = folio;
    lines.push(...linesOf(page, { laid: item.laid, pos: -1 - shift, role: item.role, align: item.align, x, y: baseline - baselineIn(item.pitch), pitch: item.pitch, first: 0, last: 1, isRepeated: false, isText: false, item: -1 }).map((line) => ({ ...line, paragraph: null, turn })));
  }
  return {
    number: page.number, width: fromTwips(page.geometry.width), height: fromTwips(page.geometry.height),
    textBlock: { x: leftOf(page), y: topOf(page), width: widthOf(page), height: bottomOf(page) - topOf(page) },
    folio: page.folio, lines, rules: rule ? [...page.rules, rule] : page.rules, cells: shift === 0 ? page.cells : page.cells.map((cell) => ({ ...cell, from: cell.from + shift, to: cell.to + shift })), seals: shift === 0 ? page.seals : page.seals.map((seal) => ({ ...seal, from: seal.from + shift })),
  };
}

/** The lines of a piece, with their characters; positions are those of the document, so the page's shift is added. */
function linesOf(page: LaidPage, piece: Piece): LineFrame[] {
  const { laid, pitch } = piece;
  const pos = piece.pos + page.shift;
  const start = pos + 1;
  let next = piece.y;
  return laid.lines.slice(piece.first, piece.last).map((line, index) => {
    const y = next;
    const height = heightOfLine(laid, line, pitch);
    next += height;
    return {
      x: piece.x + line.indent, y, width: Math.max(0, laid.form.measure - line.indent), height, baseline: next - pitch + baselineIn(pitch),
      role: piece.role, paragraph: pos, from: start + line.from, to: start + line.to,
      isFirst: piece.first + index === 0, isLast: piece.first + index === laid.lines.length - 1, isRepeated: piece.isRepeated, note: null, turn: null,
      runs: runsOf(page, piece, piece.first + index),
    };
  });
}

function runsOf(page: LaidPage, piece: Piece, at: number): RunFrame[] {
  const { laid, align, x } = piece;
  const start = piece.pos + page.shift + 1;
  const { text, form } = laid;
  const isMark = (index: number): boolean => text.marks.some((mark) => mark.index === index);
  const line = laid.lines[at]!;
  const places = placeCharacters(text, line, form.measure, align);
  const runs: RunFrame[] = [];
  for (let from = line.start; from < line.end; ) {
    const look = text.lookOf[from]!;
    const image = text.images?.get(from);
    if (image) {
      runs.push({ ...text.looks[look]!, text: '', xs: [x + places[from - line.start]!], advances: [image.width], positions: [start + text.places[from]!], image });
      from++;
      continue;
    }
    let to = from;
    let words = '';
    const xs: Millipoints[] = [];
    const advances: Millipoints[] = [];
    const positions: number[] = [];
    for (; to < line.end && text.lookOf[to] === look && !text.images?.has(to); to++) {
      const place = text.places[to]!;
      const left = x + places[to - line.start]!;
      const advance = text.advances[to]!;
      const label = text.marks.length > 0 && isMark(to) ? markLabel(page, piece, place) : null;
      words += label ?? String.fromCodePoint(text.codes[to]!);
      // A number without a ring shares the room of one with it.
      const parts = label?.length ?? 1;
      for (let part = 0; part < parts; part++) {
        const from = Math.floor((advance * part) / parts);
        xs.push(left + from);
        advances.push(Math.floor((advance * (part + 1)) / parts) - from);
        positions.push(start + place);
      }
    }
    runs.push({ ...text.looks[look]!, text: words, xs, advances, positions });
    from = to;
  }
  return runs;
}

/** The words of a line, its computed label included. */
export const textOfLine = (line: LineFrame): string => line.runs.map((run) => run.text).join('');
