/**
 * Gives a font a name of ours. The Open Font License asks it of every modified version (a subset is one):
 * reserved names may not stay, the copyright and licence notices must.
 */
import { getTable, readTables, writeTables } from './sfnt.ts';

/** Name ids that are kept as the makers wrote them: copyright, licence text, licence address. */
const NOTICES = [0, 13, 14];

/** One line of a font's name table, Windows platform. `language` is a Windows LCID such as 0x409. */
export interface FontName {
  id: number;
  language: number;
  text: string;
}

/** The same font under another family name; `style` is 'Regular' or 'Bold'. Every other name but the notices goes. */
export function renameFont(font: Buffer, family: string, style: 'Regular' | 'Bold'): Buffer {
  const tables = readTables(font);
  const old = readFontNames(font).filter((name) => name.language === 0x409);
  const version = old.find((name) => name.id === 5)?.text ?? 'Version 1.0';
  const full = style === 'Regular' ? family : `${family} ${style}`;
  const postscript = `${family.replaceAll(' ', '')}-${style}`;
  const fresh: [number, string][] = [
    [1, family],
    [2, style],
    [3, `${postscript};${version}`],
    [4, full],
    [5, `${version}; modified subset`],
    [6, postscript],
  ];
  const names = [
    ...old.filter((name) => NOTICES.includes(name.id)),
    ...fresh.map(([id, text]) => ({ id, language: 0x409, text })),
  ].sort((a, b) => a.id - b.id);
  tables.set('name', writeNameTable(names));
  return writeTables(tables);
}

/** Every Windows name record of a font, in table order. */
export function readFontNames(font: Buffer): FontName[] {
  const table = getTable(readTables(font), 'name');
  const storage = table.readUInt16BE(4);
  const names: FontName[] = [];
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const at = 6 + i * 12;
    if (table.readUInt16BE(at) !== 3) continue;
    const start = storage + table.readUInt16BE(at + 10);
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    names.push({
      id: table.readUInt16BE(at + 6),
      language: table.readUInt16BE(at + 4),
      text: bytes.swap16().toString('utf16le'),
    });
  }
  return names;
}

function writeNameTable(names: readonly FontName[]): Buffer {
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  const texts: Buffer[] = [];
  let offset = 0;
  names.forEach((name, i) => {
    const text = Buffer.from(name.text, 'utf16le').swap16();
    [3, 1, name.language, name.id, text.length, offset].forEach((value, field) => {
      header.writeUInt16BE(value, 6 + i * 12 + field * 2);
    });
    texts.push(text);
    offset += text.length;
  });
  return Buffer.concat([header, ...texts]);
}
