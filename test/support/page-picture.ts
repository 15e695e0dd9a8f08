import { execFileSync } from 'node:child_process';

/** A rendered page, ten dots a millimetre. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  isDark(x: number, y: number): boolean;
}

/** A horizontal line: its upper and lower edge, left and right end, in millimetres from the upper left corner of the page. */
export interface SeenLine {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const DOTS = 10;

/** A page of a PDF as poppler draws it, in grey. */
export function renderPage(file: string, page: number): PagePicture {
  const bytes = execFileSync('pdftoppm', ['-gray', '-r', String(25.4 * DOTS), '-f', String(page), '-l', String(page), file], { maxBuffer: 64 * 1024 * 1024 });
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))! as unknown as [string, string, string];
  const start = head.length;
  return { width: Number(width), height: Number(height), isDark: (x, y) => bytes[start + y * Number(width) + x]! < 160 };
}

/** Lines at least so many millimetres long, from top to bottom. */
export function horizontalLines(picture: PagePicture, length: number): SeenLine[] {
  const rows: { y: number; left: number; right: number }[] = [];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; ) {
      const left = x;
      while (x < picture.width && picture.isDark(x, y)) x++;
      if (x - left >= length * DOTS) rows.push({ y, left, right: x });
      x++;
    }
  }
  const lines: SeenLine[] = [];
  rows.forEach(({ y, left, right }, index) => {
    const before = rows[index - 1];
    if (before?.y === y - 1) lines[lines.length - 1] = { ...lines.at(-1)!, bottom: (y + 1) / DOTS };
    else lines.push({ top: y / DOTS, bottom: (y + 1) / DOTS, left: left / DOTS, right: right / DOTS });
  });
  return lines;
}

/** Upper and lower edge of what is drawn between two heights of the page, in millimetres. */
export function inkBetween(picture: PagePicture, top: number, bottom: number): { top: number; bottom: number; left: number; right: number } {
  let ink = { top: Infinity, bottom: -Infinity, left: Infinity, right: -Infinity };
  for (let y = Math.round(top * DOTS); y < bottom * DOTS; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (picture.isDark(x, y)) ink = { top: Math.min(ink.top, y / DOTS), bottom: (y + 1) / DOTS, left: Math.min(ink.left, x / DOTS), right: Math.max(ink.right, (x + 1) / DOTS) };
    }
  }
  return ink;
}
