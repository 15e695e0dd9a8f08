import { useEffect, useState } from 'react';
import { loadOnce } from './load-once.ts';

/** Where the sought words stand in a text: UTF-16 offsets, `to` behind the last character. */
export interface FoundRange {
  readonly from: number;
  readonly to: number;
}

/** The ranges of `text` that answer `query`, in order; null when it does not. An empty query answers with no range. */
export type FindByPinyin = (text: string, query: string) => readonly FoundRange[] | null;

/** Readings of a character without tones, 绿 as lv. Null until the dictionary is there: then only characters themselves are found. */
let readingsOf: ((character: string) => readonly string[]) | null = null;

/** Fetches the dictionary of readings (300 KB on the same disk), once. */
export const loadPinyin = loadOnce(async () => {
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, readonly string[]>();
  readingsOf = (character) => {
    let readings = known.get(character);
    if (!readings) known.set(character, (readings = isHan(character) ? withSpellings(pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true })) : []));
    return readings;
  };
  spelled.clear();
});

/** The search function, for components: a new one when the dictionary has come. */
export function usePinyinFind(): FindByPinyin {
  const [isReady, setReady] = useState(readingsOf !== null);
  useEffect(() => {
    let isGone = false;
    if (!isReady) loadPinyin().then(() => !isGone && setReady(true), () => undefined);
    return () => {
      isGone = true;
    };
  }, [isReady]);
  return isReady ? findWithReadings : findByPinyin;
}

/**
 * Finds characters, full pinyin, initials, or any mixture of them (国务院: 国务, guowuyuan, gwy, gwyuan; 重 as zhong and chong).
 * Words of the query divided by spaces must all be there. Names of up to 40 characters may be shortened as offices do:
 * 发改委 or fgw finds 国家发展和改革委员会.
 */
export function findByPinyin(text: string, query: string): readonly FoundRange[] | null {
  const words = query.toLowerCase().replaceAll('ü', 'v').split(/\s+/).filter((word) => word !== '');
  const found: FoundRange[] = [];
  for (const word of words) {
    const ranges = findWord(text, word);
    if (!ranges) return null;
    found.push(...ranges);
  }
  return words.length < 2 ? found : merge(found);
}

/** The same under another identity, so that React sees when what it finds has changed. */
const findWithReadings: FindByPinyin = (text, query) => findByPinyin(text, query);

/** For putting the best first: whole before scattered, early before late. */
export const matchCost = (ranges: readonly FoundRange[]): number => (ranges.length === 0 ? 0 : ranges.length * 1000 + ranges[0]!.from);

/** A name one need not see: it is found by its beginning only, or the readings of its every character would find too much. */
export const beginsWith = (find: FindByPinyin, text: string, query: string): boolean => {
  const ranges = find(text, query);
  return ranges?.length === 1 && ranges[0]!.from === 0;
};

interface Letter {
  readonly from: number;
  readonly to: number;
  /** What a query may say for it: itself, lower case, and its readings. */
  readonly self: string;
  readonly readings: readonly string[];
  /** Spaces and punctuation may be left out of a query. */
  readonly isSilent: boolean;
}

/** Most texts are searched again with the next key. */
const spelled = new Map<string, readonly Letter[]>();
const MOST_SPELLED = 5000;
const LONGEST_SHORTENED = 40;

function findWord(text: string, word: string): FoundRange[] | null {
  const folded = text.toLowerCase();
  const at = folded.length === text.length ? folded.indexOf(word) : -1;
  if (at >= 0) return [{ from: at, to: at + word.length }];
  const letters = spell(text);
  const path = walk(letters, word, false) ?? (letters.length <= LONGEST_SHORTENED && word.length >= 3 ? walk(letters, word, true) : null);
  return path && merge(path.map((index) => letters[index]!));
}

function spell(text: string): readonly Letter[] {
  let letters = spelled.get(text);
  if (letters) return letters;
  let from = 0;
  letters = [...text].map((character) => {
    const letter = { from, to: from + character.length, self: character.toLowerCase(), readings: readingsOf?.(character) ?? [], isSilent: !/[\p{L}\p{N}]/u.test(character) };
    from = letter.to;
    return letter;
  });
  if (spelled.size >= MOST_SPELLED) spelled.clear();
  spelled.set(text, letters);
  return letters;
}

/** Indexes of the letters a word names; `leaps` lets letters between be left out. */
function walk(letters: readonly Letter[], word: string, leaps: boolean): number[] | null {
  const dead = new Set<number>();
  const step = (index: number, done: number, path: readonly number[]): number[] | null => {
    if (done === word.length) return [...path];
    const mark = index * (word.length + 1) + done;
    if (index >= letters.length || dead.has(mark)) return null;
    for (const taken of takes(letters[index]!, word, done)) {
      const end = step(index + 1, done + taken, [...path, index]);
      if (end) return end;
    }
    if (path.length > 0 && (leaps || letters[index]!.isSilent)) {
      const end = step(index + 1, done, path);
      if (end) return end;
    }
    dead.add(mark);
    return null;
  };
  for (let start = 0; start < letters.length; start++) {
    const path = takes(letters[start]!, word, 0).length > 0 ? step(start, 0, []) : null;
    if (path) return path;
  }
  return null;
}

/** How many characters of the word from `done` on this letter may stand for, the most first. */
function takes({ self, readings }: Letter, word: string, done: number): number[] {
  if (word.startsWith(self, done)) return [self.length];
  const lengths = new Set<number>();
  for (const reading of readings) {
    let same = 0;
    while (same < reading.length && done + same < word.length && reading[same] === word[done + same]) same++;
    // A syllable is written whole, by its initial, or, as the last one, as far as it has been typed.
    if (same > 0 && (same === reading.length || done + same === word.length)) lengths.add(same);
    if (same >= 2 && /^[zcs]h/.test(reading)) lengths.add(2);
    if (same >= 1) lengths.add(1);
  }
  return [...lengths].sort((a, b) => b - a);
}

function merge(parts: readonly FoundRange[]): FoundRange[] {
  const merged: FoundRange[] = [];
  for (const { from, to } of [...parts].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** 略 is typed lve or lue, 女 nv or nü. */
const withSpellings = (readings: readonly string[]): string[] => [...new Set(readings.flatMap((reading) => (/^[ln]ve$/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading])))];
