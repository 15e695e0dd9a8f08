import type { Correction } from '../intake/correct.ts';
import type { WordFix } from '../intake/fix-words.ts';
import type { Known, Span } from '../intake/source.ts';
import { flag, integer, list, object, text } from './input.ts';
import type { Reader } from './input.ts';

/** Readers for what a person said of an import. That a role is one of ours is for the core to judge. */
const span: Reader<Span> = (value, path) => {
  const [start, end] = list(integer(), 2)(value, path);
  return [start ?? 0, end ?? 0];
};
const role: Reader<Known['role']> = (value, path) => text(20)(value, path) as Known['role'];
const said = { spans: list(span), role, level: integer(0, 5), runIn: flag };

export const known: Reader<Known> = object(said);
export const correction: Reader<Correction> = object({ ...said, alike: flag });
export const wordFix: Reader<WordFix> = object({ span, text: text(200) });
