import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeDocument } from '#core/document/document-file.ts';
import type { PrintWish } from '#core/print/print-wish.ts';
import { doc, p, para, title } from '../../test/support/build.ts';
import { horizontalLines, inkBetween, renderPage } from '../../test/support/page-picture.ts';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { sampleOf } from '../../test/support/samples.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { findTool } from '../../test/support/tools.ts';
import { createApp } from '../app/create-app.ts';

// What is sent to the printer, read back by poppler: its words, its colours, its millimetres.
const sees = test.skipIf(!findTool('pdftoppm') || !findTool('pdftotext'));

async function printed(node: Parameters<typeof writeDocument>[0], wish: Partial<PrintWish>): Promise<string> {
  const app = createApp(quietPorts());
  const { bytes } = await app.handlers['print.write']({ file: { ...writeDocument(node) }, wish });
  app.close();
  const file = join(temporaryFolder(), 'print.pdf');
  writeFileSync(file, bytes);
  return file;
}
const poppler = (tool: 'pdftotext' | 'pdfinfo', ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });
const textOf = (file: string): string[] => poppler('pdftotext', '-raw', file, '-').split('\f').slice(0, -1);

/** Whether poppler draws any dot of a file in another colour than grey. */
function hasColour(file: string): boolean {
  const bytes = execFileSync('pdftoppm', ['-r', '40', file], { maxBuffer: 256 * 1024 * 1024 });
  for (let at = 0; at < bytes.length; ) {
    const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(at, at + 40).toString('latin1'))! as unknown as [string, string, string];
    const end = at + head.length + Number(width) * Number(height) * 3;
    for (let dot = at + head.length; dot < end; dot += 3) if (Math.abs(bytes[dot]! - bytes[dot + 1]!) > 40) return true;
    at = end;
  }
  return false;
}

const numbered = doc(
  para('copyNumber', '000001'), para('secrecy', '机密★1年'), para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照发〔2026〕12号'), title('关于做好有关工作的通知'), para('addressee', '各区县：'),
  ...Array.from({ length: 9 }, () => p('各地要统筹安排，压实责任，抓好落实，'.repeat(6))), para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);

sees('份号一份一号印在版头，别的页每份都一样；双面时每份从新的一张纸起', async () => {
  const pages = textOf(await printed(numbered, { copies: 3, firstNumber: 28, sides: 'two', range: '1' }));
  expect(pages.map((page) => page.split('\n')[0])).toEqual(['000028', '', '000029', '', '000030']);
  const whole = textOf(await printed(numbered, { copies: 3, firstNumber: 28 }));
  const count = whole.length / 3;
  expect(count).toBeGreaterThan(1);
  expect(whole.filter((page) => /^0000(28|29|30)\n/u.test(page))).toHaveLength(3);
  expect(whole[count + 1]).toBe(whole[1]);
});

sees('套打不见一点红；偏移印准，不差十分之一毫米', async () => {
  const notice = sampleOf('notice');
  const plain = await printed(notice, { range: '1' });
  const over = await printed(notice, { range: '1', overprint: true, offsetX: 23, offsetY: -14 });
  expect([hasColour(plain), hasColour(over)]).toEqual([true, false]);
  expect(textOf(over)[0]).toContain('青照发〔2026〕12号');
  expect(textOf(over)[0]).not.toContain('文件');
  const placeOf = (file: string): [number, number] => {
    const [, x, y] = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>[^<]*关于做好/u.exec(poppler('pdftotext', '-bbox', file, '-'))!;
    return [Number(x), Number(y)].map((points) => (points / 72) * 25.4) as [number, number];
  };
  const [before, after] = [placeOf(plain), placeOf(over)];
  expect(Math.abs(after[0] - before[0] - 2.3)).toBeLessThan(0.1);
  expect(Math.abs(after[1] - before[1] + 1.4)).toBeLessThan(0.1);
});

sees('校准页的十字在所说的地方，标尺一格一毫米', async () => {
  for (const [offsetX, offsetY] of [[0, 0], [12, -6]] as const) {
    const sheet = renderPage(await printed(sampleOf('notice'), { paper: 'test', offsetX, offsetY }), 1);
    const [across, , ruler] = horizontalLines(sheet, 15);
    expect(Math.abs((across!.left + across!.right) / 2 - 20 - offsetX / 10)).toBeLessThan(0.15);
    expect(Math.abs((across!.top + across!.bottom) / 2 - 20 - offsetY / 10)).toBeLessThan(0.15);
    expect(Math.abs(ruler!.right - ruler!.left - 140)).toBeLessThan(0.25);
    const down = inkBetween(sheet, 13 + offsetY / 10, 19 + offsetY / 10);
    expect(Math.abs(down.left - 20 - offsetX / 10)).toBeLessThan(0.15);
  }
});

sees('横排的一面竖着印，表头在左；纸的大小全是 A4', async () => {
  const file = await printed(sampleOf('notice'), { sides: 'two' });
  const sizes = [...poppler('pdfinfo', '-f', '1', '-l', '99', file).matchAll(/^Page +\d+ size: +(.*)$/gm)].map(([, size]) => size);
  expect(new Set(sizes)).toEqual(new Set(['595.3 x 841.9 pts (A4)']));
  // Turned, the head is a column of words at the left edge of the text block.
  const boxes = [...poppler('pdftotext', '-bbox', '-f', '4', '-l', '4', file, '-').matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/gu)];
  const head = boxes.filter(([, , , , , word]) => /责任单位|工作任务/u.test(word!));
  const cells = boxes.filter(([, , , , , word]) => /照护保障局/u.test(word!));
  expect(head.length * cells.length).toBeGreaterThan(0);
  for (const box of head) for (const cell of cells) expect(Number(box[3])).toBeLessThanOrEqual(Number(cell[3]) + 0.5);
});

test('二十份同一页只写一遍，换了份号的首页才各写各的', async () => {
  const file = readFileSync(await printed(numbered, { copies: 20, firstNumber: 1 }), 'latin1');
  const contents = [...file.matchAll(/\/Contents (\d+) 0 R/g)].map(([, object]) => object);
  const pages = contents.length / 20;
  expect(pages).toBeGreaterThan(1);
  expect(new Set(contents).size).toBe(20 + pages - 1);
});
