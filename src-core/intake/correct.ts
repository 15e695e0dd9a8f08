import type { Intake } from './intake.ts';
import type { RecognisedElement, Recognition } from './recognition.ts';
import type { Known, Span } from './source.ts';

/** One word of a person on a result: the text at these places is one paragraph of this role, or no part of the document. */
export interface Correction extends Known {
  /** Places of the same look are meant too. */
  readonly alike: boolean;
}

export interface Corrected {
  readonly intake: Intake;
  /** How many other places were changed with it. */
  readonly changed: number;
}

/**
 * Reads the source again with what a person said. `again` reads the same source with the given knowledge; `before` is the result
 * the person looked at. Undone by reading again with `before.recognition.known`.
 */
export function correct(before: Intake, correction: Correction, again: (known: readonly Known[]) => Intake): Corrected {
  const { recognition } = before;
  const { spans, role, level, runIn } = correction;
  const others = correction.alike ? placesLike(recognition, spans) : [];
  const known = [{ spans, role, level, runIn }, ...others.map((each): Known => ({ spans: each.spans, role, level, runIn }))];
  const kept = recognition.known.filter((old) => !known.some((said) => overlap(old.spans, said.spans)));
  return { intake: again([...kept, ...known]), changed: others.length };
}

/** The elements that look like the one at `spans` and were taken for the same; none for running text without a label, which has no look of its own. */
export function placesLike({ elements, source }: Pick<Recognition, 'elements' | 'source'>, spans: readonly Span[]): RecognisedElement[] {
  const own = elements.find((element) => overlap(element.spans, spans));
  const look = own && lookOf(own, source);
  if (own === undefined || look === undefined) return [];
  return elements.filter((each) => each !== own && !each.told && each.role === own.role && each.level === own.level && !overlap(each.spans, spans) && lookOf(each, source) === look);
}

/** The form of the label, and whether the text is a line of its own or a sentence: （一）·line. */
function lookOf({ role, spans, runIn }: RecognisedElement, source: string): string | undefined {
  if (role === 'table' || spans.length === 0) return undefined;
  const text = spans.map(([start, end]) => source.slice(start, end)).join('').trim();
  const label = LABEL.exec(text)?.[0].replace(/[\s\u3000]/g, '').replace(/[一二三四五六七八九十百零〇]+/, '一').replace(/\d+/, '1').replace(/[①-⑳]/, '①').replace(/[⑴-⒇]/, '⑴').replace(/[⒈-⒛]/, '⒈').replace(/[㈠-㈩]/, '㈠') ?? '';
  const isSentence = /[。；！？]/.test(text);
  if (label === '' && (/[。；！？，：]/.test(text) || text.length > 40)) return undefined;
  return `${label}${isSentence ? (runIn ? '接' : '句') : '行'}`;
}

const LABEL = /^(?:第[一二三四五六七八九十百零〇\d]{1,5}[编章节条]|[（(][\s\u3000]*[一二三四五六七八九十百\d]{1,4}[\s\u3000]*[）)]|[一二三四五六七八九十百]{1,4}[\s\u3000]*[、．.，]|[一二三四五六七八九十]{1,3}是|\d{1,3}[\s\u3000]*[、．.）)]|[①-⑳⑴-⒇⒈-⒛㈠-㈩])/;

const overlap = (a: readonly Span[], b: readonly Span[]): boolean => a.some(([start, end]) => b.some((other) => start < other[1] && other[0] < end));
