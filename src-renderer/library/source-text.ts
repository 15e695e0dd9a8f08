import type { ReportEntry } from '#core/intake/report.ts';

/** The text a file was read from, in the encoding found; null for a Word file or when it cannot be shown. */
export function decodeSource(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === 'docx') return null;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}

/** What happened to a stretch of the source. */
export type Fate = 'kept' | 'changed' | 'dropped' | 'doubtful';

export const fateOf = (code: ReportEntry['code']): Fate => (code.startsWith('dropped-') || code.startsWith('un') ? 'dropped' : code.startsWith('doubtful-') || code === 'kept-as-body' ? 'doubtful' : 'changed');

export interface Stretch {
  readonly text: string;
  readonly fate: Fate;
}

/** The source by lines, each cut where the report says something was changed, dropped or left in doubt. */
export function sourceLines(text: string, report: readonly ReportEntry[]): Stretch[][] {
  const weight: Record<Fate, number> = { kept: 0, changed: 1, doubtful: 2, dropped: 3 };
  const fates: Fate[] = [];
  for (const entry of report) {
    const fate = fateOf(entry.code);
    for (const [from, to] of entry.at ?? []) for (let i = from; i < to && i < text.length; i++) if (weight[fate] > weight[fates[i] ?? 'kept']) fates[i] = fate;
  }
  const lines: Stretch[][] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const stretches: Stretch[] = [];
    let from = 0;
    for (let i = 1; i <= line.length; i++) {
      if (i < line.length && (fates[at + i] ?? 'kept') === (fates[at + from] ?? 'kept')) continue;
      stretches.push({ text: line.slice(from, i), fate: fates[at + from] ?? 'kept' });
      from = i;
    }
    lines.push(stretches);
    at += line.length + 1;
  }
  return lines;
}
