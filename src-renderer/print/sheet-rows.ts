import type { Prepared } from '#core/print/prepare.ts';
import type { PlannedJob, PrintSide } from '#core/print/print-job.ts';

/** One page of the preview, and what is said below it. */
export interface ShownSide {
  readonly side: PrintSide;
  readonly caption: string;
}

/** The sheets of one copy as rows of pages: a sheet printed on both sides is a row of its own, front and back; single pages stand side by side. */
export function sheetRows({ job, isEmpty }: Pick<Prepared, 'job' | 'isEmpty'>, copy: number, columns: 1 | 2): ShownSide[][] {
  const sayPage = ({ page }: PrintSide): string => (page === null || isEmpty(page) ? '空白' : `第 ${page} 页`);
  if (!job.ok) return [];
  const sheets = job.sheets.filter((sheet) => sheet.copy === copy);
  const sides = sheets.flatMap(({ front, back }, index): ShownSide[] => {
    if (back === null) return [{ side: front, caption: sayPage(front) }];
    return [{ side: front, caption: `第 ${index + 1} 张正面 · ${sayPage(front)}` }, { side: back, caption: `第 ${index + 1} 张背面 · ${sayPage(back)}` }];
  });
  const rows: ShownSide[][] = [];
  for (let at = 0; at < sides.length; at += columns) rows.push(sides.slice(at, at + columns));
  return rows;
}

/** What a job takes: 30 份 × 4 页，双面，共 60 张纸. */
export function sayJob(job: PlannedJob, copies: number): string {
  if (!job.ok) return '';
  const printed = job.sheets.flatMap(({ front, back }) => [front, back]).filter((side) => side !== null && side.page !== null).length;
  const isDouble = job.sheets.some(({ back }) => back !== null);
  return `${copies} 份 × ${printed / copies} 页${isDouble ? '，双面' : ''}，共 ${job.sheets.length} 张纸`;
}
