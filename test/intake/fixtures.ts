import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation } from './score-report.ts';

const folder = join(import.meta.dirname, 'fixtures');

export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly gold: Annotation;
}

/** Every text with its annotation, by name. */
export const FIXTURES: readonly Fixture[] = readdirSync(folder).filter((file) => file.endsWith('.txt')).sort().map((file) => {
  const name = file.slice(0, -'.txt'.length);
  return { name, text: readFileSync(join(folder, file), 'utf8'), gold: JSON.parse(readFileSync(join(folder, `${name}.gold.json`), 'utf8')) as Annotation };
});
