import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { doc, p } from '../../test/support/build.ts';
import { horizontalLines, inkBetween, renderPage } from '../../test/support/page-picture.ts';
import { findTool } from '../../test/support/tools.ts';
import { writePdfFile, writeSamplePdf } from '../../test/support/write-pdf-file.ts';

// What poppler draws and reads, in millimetres; a dot of the picture is a tenth.
const sees = test.skipIf(!findTool('pdftoppm') || !findTool('pdftotext'));
const near = (value: number, wanted: number): void => expect(Math.abs(value - wanted), `${value} for ${wanted}`).toBeLessThan(0.11);

sees('5.2 版心 156×225 mm：一面二十二行，首行、行距、左右边都在国标的地方', async () => {
  const { frames, file } = await writePdfFile(doc(...Array.from({ length: 12 }, () => p('版心内每面排二十二行每行排二十八个字并撑满版心'.repeat(8)))));
  const lines = frames[1]!.lines.filter((line) => line.paragraph !== null);
  expect(lines).toHaveLength(22);
  const read = execFileSync('pdftotext', ['-bbox', '-f', '2', '-l', '2', file, '-'], { encoding: 'utf8' });
  const words = [...read.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"/g)].map((match) => match.slice(1).map((points) => (Number(points) / 72) * 25.4) as [number, number, number]);
  // Niwen Fang reaches 1.05 of its size above the baseline.
  const baselines = [...new Set(words.map(([, top]) => Math.round((top + (1.05 * 16 * 25.4) / 72) * 100) / 100))].slice(0, 22);
  baselines.forEach((baseline, index) => near(baseline, (lines[0]!.baseline / 72_000) * 25.4 + (index * 28.95 * 25.4) / 72));
  // The first line's box begins with the text block: pitch above, letters in its lower part.
  near((lines[0]!.y / 72_000) * 25.4, 37);
  near(Math.min(...words.map(([left]) => left)), 28);
  near(Math.max(...words.map(([, , right]) => right)), 184);
});

sees('7.2.4、7.2.7、7.5 通用格式：红线与版心等宽；一字线在版心下 7 mm，单页居右空一字', async () => {
  const { file } = await writeSamplePdf('notice');
  const first = renderPage(file, 1);
  const [red] = horizontalLines(first, 100);
  near(red!.left, 28);
  near(red!.right, 184);
  const folio = inkBetween(first, 263, 275);
  near((folio.top + folio.bottom) / 2, 269);
  near(folio.right, 184 - (14 * 25.4) / 72);
});

sees('7.4 版记：末条线压在版心下边，首末线 0.35 mm，中线 0.25 mm', async () => {
  const { file, frames } = await writeSamplePdf('notice');
  const lines = horizontalLines(renderPage(file, frames.length), 100);
  expect(lines).toHaveLength(3);
  near(lines[2]!.bottom, 262);
  lines.forEach(({ top, bottom }, index) => near(bottom - top, index === 1 ? 0.25 : 0.35));
});

sees('10.1 信函：双线长 170 mm 居中，上双线上粗下细，下双线上细下粗，距下页边 20 mm', async () => {
  const lines = horizontalLines(renderPage((await writeSamplePdf('letter')).file, 1), 100);
  expect(lines).toHaveLength(4);
  for (const { left, right } of lines) {
    near(left, 20);
    near(right, 190);
  }
  const [a, b, c, d] = lines.map(({ top, bottom }) => bottom - top) as [number, number, number, number];
  expect(a > b && d > c).toBe(true);
  near(lines[3]!.bottom, 277);
});

sees('10.3 纪要：标志上边距上页边 72 mm', async () => {
  const mark = inkBetween(renderPage((await writeSamplePdf('minutes')).file, 1), 40, 90);
  // The face leaves a little above its strokes.
  expect(mark.top).toBeGreaterThanOrEqual(71.9);
  expect(mark.top).toBeLessThan(72.5);
});

sees('脚注在版心下端，文字照写的抄得出，标记说它是脚注', async () => {
  const noted = schema.nodes.para.create({ role: 'body' }, [schema.text('全县常住人口'), schema.nodes.footnote.create({ text: '年末数，含暂住人口。' }), schema.text('稳步增长。')]);
  const { bytes, file } = await writePdfFile(doc(p('首段。'), noted));
  const read = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(read).toContain('全县常住人口①稳步增长。');
  expect(read).toContain('① 年末数，含暂住人口。');
  expect(Buffer.from(bytes).toString('latin1')).toContain('/S /Note');
  // A rule of a quarter of the text block, and the note down to its lower edge.
  const [rule] = horizontalLines(renderPage(file, 1), 30);
  near(rule!.left, 28);
  near(rule!.right, 28 + 156 / 4);
});
