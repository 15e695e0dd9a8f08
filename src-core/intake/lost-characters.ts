import type { TracedIntake } from './intake.ts';
import type { Span } from './source.ts';

/** Stretches of a text that stand neither in the document nor under an entry of the account, blanks aside; none, if all is well. */
export function lostCharacters(text: string, { kept, report }: Pick<TracedIntake, 'kept' | 'report'>): Span[] {
  const seen = new Uint8Array(text.length);
  for (const spans of [kept, ...report.report.map(({ at }) => at ?? [])]) for (const [start, end] of spans) seen.fill(1, start, end);
  const lost: [number, number][] = [];
  for (let i = 0; i < text.length; i++) {
    if (seen[i] || /\s/.test(text[i]!)) continue;
    const last = lost[lost.length - 1];
    if (last?.[1] === i) last[1]++;
    else lost.push([i, i + 1]);
  }
  return lost;
}
