import type { Imported } from '#core/contract/model.ts';
import type { RecognisedElement } from '#core/intake/recognition.ts';
import type { Doubt } from '#core/intake/report.ts';
import type { Span } from '#core/intake/source.ts';
import { DOUBT, REPORT } from '#core/wording/report.ts';
import { lineAt } from './source-lines.ts';

/** What tells one doubt from another, also after the source is read again. */
export const doubtKey = ({ reason, span }: Doubt): string => `${reason}:${span[0]}-${span[1]}`;

/** The element a place of the source went into; undefined for what was left out. */
export const elementAt = (elements: readonly RecognisedElement[], [start, end]: Span): RecognisedElement | undefined =>
  elements.find(({ spans }) => spans.some((span) => span[0] < Math.max(end, start + 1) && start < span[1]));

/** Whether a heading over these places runs on into its text: a sentence ends before the end. */
export function isRunIn(source: string, spans: readonly Span[]): boolean {
  const text = spans.map(([start, end]) => source.slice(start, end)).join('').trim();
  const stop = text.search(/[。！？]/);
  return stop >= 0 && stop < text.length - 1;
}

/** A few words of the source around a place, on one line. */
export function shownAt(source: string, [start, end]: Span): string {
  const words = source.slice(start, Math.min(end, start + 40)).replace(/\s+/g, ' ');
  const before = source.slice(Math.max(source.lastIndexOf('\n', start - 1) + 1, start - 8), start).trimStart();
  const lineEnd = source.indexOf('\n', end);
  const after = source.slice(end, Math.min(lineEnd < 0 ? source.length : lineEnd, end + 8)).trimEnd();
  return `${before}【${words}】${after}`;
}

/** The whole account of an import as a text a person can keep or pass on. */
export function reportText({ name, report, recognition: { source, doubts } }: Imported): string {
  const place = (span: Span): string => `  第 ${lineAt(source, span[0]) + 1} 行　${shownAt(source, span)}`;
  return [
    `导入报告：${name}`, '',
    ...(doubts.length > 0 ? [`待核对 ${doubts.length} 处`, ...doubts.map((doubt) => `${place(doubt.span)}　${DOUBT[doubt.reason]}${doubt.proposal === null ? '' : `，可能是“${doubt.proposal}”`}`), ''] : []),
    ...report.report.flatMap(({ code, count, at }) => [`${REPORT[code]} ${count} 处`, ...(at ?? []).map(place), '']),
  ].join('\n');
}
