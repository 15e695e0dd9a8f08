import { contactLine, entriesOf } from '#core/office/office.ts';
import { matchCost } from '../ui/pinyin-find.ts';
import type { FindByPinyin, FoundRange } from '../ui/pinyin-find.ts';
import type { Office } from './use-office.ts';

/** Something that can be put into a text. */
export interface Word {
  readonly key: string;
  /** What is put in. */
  readonly text: string;
  /** The first line of its row, and the second: 口径 with a title show both. */
  readonly name: string;
  readonly more: string;
  /** Where the words come from, or what they are. */
  readonly note: string;
  /** Searched, but not shown. */
  readonly keywords: string;
  /** Set for a phrase (口径), whose use is noted. */
  readonly phrase?: string;
}

export interface WordHit {
  readonly word: Word;
  readonly name: readonly FoundRange[];
  readonly more: readonly FoundRange[];
}

/** Everything the office has words for: phrases, units, lists, own names, people. */
export function wordsOf({ entries, phrases }: Office): Word[] {
  const plain = { more: '', keywords: '' };
  const names = (kind: 'name' | 'unit', label: string): Word[] =>
    entriesOf(entries, kind).flatMap(({ id, full, short }) => [
      { ...plain, key: id, text: full, name: full, note: label },
      ...(short === '' ? [] : [{ ...plain, key: `${id} short`, text: short, name: short, note: `${full}的简称` }]),
    ]);
  return [
    ...phrases.map(({ id, title, text, keywords, group, source }) => ({
      key: id, text, name: title === '' ? text : title, more: title === '' ? '' : text, keywords: `${keywords} ${group}`, phrase: id,
      note: [source === '' ? '口径，未注明出处' : source, group].filter((part) => part !== '').join('　'),
    })),
    ...names('unit', '单位'),
    ...entriesOf(entries, 'list').filter(({ units }) => units.length > 0).map(({ id, name, units }) => ({ key: id, text: units.join('、'), name, more: units.join('、'), keywords: '', note: `名单，${units.length} 个单位` })),
    ...names('name', '本机关'),
    ...entriesOf(entries, 'person').map((person) => ({ ...plain, key: person.id, text: contactLine(person), name: contactLine(person), note: person.post === '' ? '人员' : person.post })),
  ];
}

/** The best of them for what has been typed; with nothing typed, the phrases used last. */
export function findWords(words: readonly Word[], query: string, find: FindByPinyin, most: number): WordHit[] {
  const wanted = query.trim();
  if (wanted === '') return words.slice(0, most).map((word) => ({ word, name: [], more: [] }));
  const found: { hit: WordHit; cost: number }[] = [];
  for (const word of words) {
    const name = find(word.name, wanted);
    const more = name ? null : find(word.more, wanted);
    if (!name && !more && !(word.keywords.trim() !== '' && find(word.keywords, wanted))) continue;
    // A name before what is written under it, and that before a keyword.
    found.push({ hit: { word, name: name ?? [], more: more ?? [] }, cost: name ? matchCost(name) : more ? 100_000 + matchCost(more) : 200_000 });
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, most).map(({ hit }) => hit);
}
