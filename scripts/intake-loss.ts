/**
 * `node scripts/intake-loss.ts FOLDER`: imports every text file of a folder and shows each character that stands neither in the
 * document nor under an entry of the report. Exit 1 when there is one, or when a file could not be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceText } from '#core/intake/intake.ts';
import { lostCharacters } from '#core/intake/lost-characters.ts';
import { decodeText } from '#main/app/decode-text.ts';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: node scripts/intake-loss.ts FOLDER');
  process.exit(2);
}
let files = 0;
let characters = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt')).sort()) {
  const text = decodeText(readFileSync(join(folder, name)))?.text;
  if (text === undefined) {
    console.error(`${name}: not a text`);
    process.exitCode = 1;
    continue;
  }
  files++;
  characters += text.length;
  const lost = lostCharacters(text, traceText(text));
  if (lost.length > 0) process.exitCode = 1;
  for (const [start, end] of lost) console.log(`${name} ${start}–${end}: ${text.slice(Math.max(0, start - 10), start)}[${text.slice(start, end)}]${text.slice(end, end + 10)}`);
}
console.log(`${files} files, ${characters} characters: ${process.exitCode === 1 ? 'not all accounted for' : 'each stands in the document or in the report'}`);
