import type { ImportReport } from '#core/intake/report.ts';

/** A hand-made annotation of a text; null is what is not in it. */
export interface Annotation {
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly recipients: string | null;
  readonly signOff: string | null;
  readonly date: string | null;
  readonly headings: readonly { readonly level: number; readonly label: string; readonly text: string }[];
  readonly enumerations: number;
  readonly attachments: readonly string[];
  readonly copyTo: string | null;
  readonly publicity: string | null;
  readonly paragraphs: number;
  readonly tables: number;
  readonly quality: 'clean' | 'noisy';
}

/** Each field of a report from 0 to 1: texts are equal or not, lists by what they share in order, counts by how near they are. */
export function scoreReport(report: ImportReport, gold: Annotation): Record<string, number> {
  return {
    title: same(report.title, gold.title),
    documentNumber: same(report.documentNumber, gold.docNumber),
    issuer: same(report.issuer, gold.issuer),
    addressee: same(report.addressee, gold.recipients),
    signature: same(report.signature, gold.signOff),
    date: same(report.date, gold.date),
    headings: shared(report.headings.map(headingKey), gold.headings.map(headingKey)),
    labels: shared(report.headings.map(({ label }) => squash(label)), gold.headings.map(({ label }) => squash(label))),
    enumerations: near(report.enumerations, gold.enumerations),
    attachments: shared(report.attachments.map(squash), gold.attachments.map(squash)),
    copyTo: same(report.copyTo, gold.copyTo),
    publicity: same(report.publicity, gold.publicity),
    paragraphs: near(report.paragraphs, gold.paragraphs),
    tables: near(report.tables, gold.tables),
  };
}

/** Blanks, the width of characters and the kind of brackets do not count. */
const squash = (text: string | null): string => (text ?? '').normalize('NFKC').replace(/\s+/g, '').replace(/[〔[【(]/g, '(').replace(/[〕\]】)]/g, ')');
const same = (a: string | null, b: string | null): number => (squash(a) === squash(b) ? 1 : 0);
const near = (a: number, b: number): number => (a === b ? 1 : 1 - Math.abs(a - b) / Math.max(a, b));
const headingKey = ({ level, text }: Annotation['headings'][number]): string => `${level}|${squash(text)}`;

/** Twice the longest common row over the lengths of both. */
function shared(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!;
      row[j] = x === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!);
      diagonal = above;
    }
  }
  return (2 * row[b.length]!) / (a.length + b.length);
}
