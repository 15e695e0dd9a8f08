import { AlignmentType, Document, Footer, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType } from 'docx';

interface ListFacts {
  readonly title: string;
  readonly author: string;
  /** Heads first; rows of one group follow each other and share their first cell. */
  readonly rows: readonly (readonly string[])[];
}

/** Widths of the five columns on landscape A4, in twips: group, 主要内容, 工作任务, 责任单位, 进度要求. */
const WIDTHS = [2000, 2100, 4700, 2400, 1800] as const;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312', cs: 'Times New Roman' };
const HEAD_FONT = { ...FONT, eastAsia: '黑体' };
const TITLE_FONT = { ...FONT, eastAsia: '方正小标宋简体' };

/** 任务清单 as a .docx: landscape A4, the heads repeated on every page, no row split over two. */
export async function writeTaskList({ title, author, rows }: ListFacts): Promise<Uint8Array> {
  const [heads, ...body] = rows;
  const table = new Table({
    columnWidths: [...WIDTHS],
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heads!.map((text, column) => cell(text, column, { head: true })) }),
      ...body.map((row, index) => new TableRow({
        cantSplit: true,
        children: row.map((text, column) => (column > 0 ? cell(text, column, {}) : cell(text, column, { merge: mergeOf(body, index) }))),
      })),
    ],
  });
  const number = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: '宋体', size: 24, children: ['— ', PageNumber.CURRENT, ' —'] })] });
  const file = new Document({
    title, creator: author,
    sections: [{
      properties: { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 }, margin: { top: 1440, bottom: 1300, left: 1900, right: 1900 } } },
      footers: { default: new Footer({ children: [number] }) },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: title, font: TITLE_FONT, size: 36 })] }),
        table,
      ],
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function mergeOf(rows: readonly (readonly string[])[], index: number): 'start' | 'on' | null {
  const same = (other: number): boolean => rows[other]?.[0] === rows[index]![0];
  return same(index - 1) ? 'on' : same(index + 1) ? 'start' : null;
}

function cell(text: string, column: number, { head = false, merge = null }: { readonly head?: boolean; readonly merge?: 'start' | 'on' | null }): TableCell {
  const font = head || column === 0 ? HEAD_FONT : FONT;
  const alignment = head || column === 0 || column === 4 ? AlignmentType.CENTER : AlignmentType.LEFT;
  const lines = merge === 'on' ? [''] : text.split('\n');
  return new TableCell({
    width: { size: WIDTHS[column]!, type: WidthType.DXA },
    verticalAlign: 'center',
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    ...(merge === null ? {} : { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    children: lines.map((line) => new Paragraph({ alignment, children: [new TextRun({ text: line, font, size: 24 })] })),
  });
}
