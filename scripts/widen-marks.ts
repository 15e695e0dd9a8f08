/**
 * Makes Chinese marks take one full cell. The open Chinese faces carry “ ” ‘ ’ · × ° and others with Western,
 * narrow advances; on the character grid of GB/T 9704 (每行 28 字) a narrow mark would set the rest of the line off.
 */
import { componentGlyphs, readContours, readGlyphs, writeContours, writeGlyphs } from './glyph-outline.ts';
import { advanceWidth, getTable, readCharacterMap, readTables, unitsPerEm, writeTables } from './sfnt.ts';

const OPENING = '“‘';
const CLOSING = '”’';
const DASHES = '—―';

/**
 * The same font with every listed mark one em wide: opening quotes stand at the right of the cell, closing ones at
 * the left, dashes are stretched so that two of them join (破折号), everything else is centred.
 */
export function widenMarks(font: Buffer, marks: Iterable<string>): Buffer {
  const tables = readTables(font);
  const em = unitsPerEm(tables);
  const characters = readCharacterMap(tables);
  const originals = readGlyphs(tables);
  const glyphs = [...originals];
  const changed = new Map<number, string>();
  for (const mark of marks) {
    const glyph = characters.get(mark.codePointAt(0)!);
    if (glyph !== undefined && advanceWidth(tables, glyph) !== em && !changed.has(glyph)) changed.set(glyph, mark);
  }
  // A composite that borrows a changed glyph must keep its look: dissolve it, from the outlines as they were.
  originals.forEach((glyph, index) => {
    if (componentGlyphs(glyph).some((part) => changed.has(part))) {
      glyphs[index] = writeContours(readContours(originals, index));
    }
  });
  for (const [index, mark] of changed) {
    const width = advanceWidth(tables, index);
    const contours = readContours(originals, index);
    const place = placement(em, mark, width, contours.flat().map((point) => point.x));
    glyphs[index] = writeContours(
      contours.map((contour) => contour.map((point) => ({ ...point, x: Math.round(place(point.x)) }))),
    );
  }
  writeGlyphs(tables, glyphs);
  tables.set('hmtx', widenAdvances(getTable(tables, 'hmtx'), getTable(tables, 'hhea'), glyphs, changed.keys(), em));
  const hhea = Buffer.from(getTable(tables, 'hhea'));
  hhea.writeUInt16BE(glyphs.length, 34);
  tables.set('hhea', hhea);
  return writeTables(tables);
}

function placement(em: number, mark: string, width: number, inked: readonly number[]): (x: number) => number {
  if (OPENING.includes(mark)) return (x) => x + em - width;
  if (CLOSING.includes(mark)) return (x) => x;
  if (DASHES.includes(mark)) {
    const [left, right] = [Math.min(...inked), Math.max(...inked)];
    return (x) => ((x - left) * em) / (right - left);
  }
  return (x) => x + (em - width) / 2;
}

/** A full `hmtx`: one record a glyph, so that any glyph may have a width of its own. */
function widenAdvances(old: Buffer, hhea: Buffer, glyphs: Buffer[], changed: Iterable<number>, em: number): Buffer {
  const records = hhea.readUInt16BE(34);
  const table = Buffer.alloc(glyphs.length * 4);
  for (let i = 0; i < glyphs.length; i++) {
    table.writeUInt16BE(old.readUInt16BE(Math.min(i, records - 1) * 4), i * 4);
    table.writeInt16BE(old.readInt16BE(i < records ? i * 4 + 2 : records * 4 + (i - records) * 2), i * 4 + 2);
  }
  for (const index of changed) {
    const glyph = glyphs[index]!;
    table.writeUInt16BE(em, index * 4);
    table.writeInt16BE(glyph.length === 0 ? 0 : glyph.readInt16BE(2), index * 4 + 2);
  }
  return table;
}
