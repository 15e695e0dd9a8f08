/**
 * Makes the bundled faces in resources/fonts from their sources:
 *
 *   node scripts/subset-fonts.ts SOURCE_FOLDER [MORE_FOLDERS …]
 *
 * The sources are named in resources/licences/README.md; a file is taken from the first folder that has it.
 * Each face is renamed, its Chinese marks are widened to one em, and it is cut down to what offices write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { chineseMarks, fallbackCharacters, latinCharacters, textCharacters } from './font-coverage.ts';
import { readFontNames, renameFont } from './rename-font.ts';
import { widenMarks } from './widen-marks.ts';

interface Face {
  file: string;
  source: string;
  family: string;
  style: 'Regular' | 'Bold';
  characters: () => Set<string>;
}

const FACES: readonly Face[] = [
  chinese('niwen-fang', 'LXGWZhuqueFangsong-Regular.ttf', 'Niwen Fang', textCharacters),
  chinese('niwen-kai', 'LXGWWenKaiGBLite-Regular.ttf', 'Niwen Kai', textCharacters),
  chinese('niwen-hei', 'NotoSansSC_500Medium.ttf', 'Niwen Hei', textCharacters),
  chinese('niwen-text', 'NotoSansSC_400Regular.ttf', 'Niwen Text', textCharacters),
  chinese('niwen-biao', 'NotoSerifSC_900Black.ttf', 'Niwen Biao', textCharacters),
  chinese('niwen-song', 'NotoSerifSC_400Regular.ttf', 'Niwen Song', fallbackCharacters),
  latin('niwen-latin', 'LiberationSerif-Regular.ttf', 'Regular'),
  latin('niwen-latin-bold', 'LiberationSerif-Bold.ttf', 'Bold'),
];

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: node scripts/subset-fonts.ts SOURCE_FOLDER [MORE_FOLDERS …]');
const target = join(import.meta.dirname, '../resources/fonts');
mkdirSync(target, { recursive: true });

let total = 0;
for (const face of FACES) {
  const subset = await makeFace(face);
  writeFileSync(join(target, `${face.file}.ttf`), subset);
  total += subset.length;
  console.log(`${face.file}.ttf  ${face.family} ${face.style}  ${(subset.length / 1024).toFixed(0)} KiB`);
}
console.log(`total ${(total / 1024 / 1024).toFixed(2)} MiB`);

async function makeFace(face: Face): Promise<Buffer> {
  const source = readSource(face.source);
  const renamed = renameFont(source, face.family, face.style);
  const widened = face.family === 'Niwen Latin' ? renamed : widenMarks(renamed, chineseMarks());
  return subsetFont(widened, [...face.characters()].join(''), {
    targetFormat: 'truetype',
    preserveNameIds: [13, 14],
    // No kerning, no halved punctuation (halt, chws): every glyph keeps the advance that layout counts with,
    // and the browser's own punctuation trimming has nothing to work with.
    keepFeatures: [],
    noLayoutClosure: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'STAT', 'kern', 'vhea', 'vmtx', 'VORG', 'DSIG', 'FFTM'],
  });
}

function readSource(name: string): Buffer {
  const file = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`${name} is in none of the folders given`);
  const font = readFileSync(file);
  // Liberation 1.x is GPL with an exception for unaltered fonts only; from 2.0 on it is under the OFL.
  const licence = readFontNames(font).find((line) => line.id === 13)?.text ?? '';
  if (!/SIL Open Font License/i.test(licence)) throw new Error(`${file} is not under the SIL Open Font License: ${licence}`);
  return font;
}

function chinese(file: string, source: string, family: string, characters: () => Set<string>): Face {
  return { file, source, family, style: 'Regular', characters };
}

function latin(file: string, source: string, style: 'Regular' | 'Bold'): Face {
  return { file, source, family: 'Niwen Latin', style, characters: latinCharacters };
}
