import { execFileSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textOfLine } from '#core/layout/frame-page.ts';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { sampleOf } from '../../test/support/samples.ts';
import { findTool } from '../../test/support/tools.ts';
import { writePdfFile, writeSamplePdf } from '../../test/support/write-pdf-file.ts';
import { pdfDetails } from '../app/pdf-details.ts';

const poppler = (tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', ...args: string[]): string => execFileSync(tool, args, { encoding: 'utf8' });
const hasPoppler = findTool('pdftotext') !== undefined;
const bare = (text: string): string => text.replace(/[\s\u3000\p{Cf}]/gu, '');

const draft = doc(
  title('关于２０２６年第12号决定的通知'), para('addressee', '各单位：'), h(1, '日月长大'), p('一十二 〇○，“甲”‘乙’——……·①㈠※★＋＝ A-b‑c 100%℃㎡，㐂䶮。'), p('上 下\u00a0空'),
  para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);

test('同一篇公文写两遍，一个字节不差', async () => {
  expect(Buffer.compare((await writePdfFile(draft)).bytes, (await writePdfFile(draft)).bytes)).toBe(0);
});

test('每个字在文件里记的就是写下的那个字：没有康熙部首，全角半角不混', async () => {
  const { bytes, frames } = await writePdfFile(draft);
  const wanted = new Set(frames.flatMap((frame) => frame.lines.flatMap((line) => [...textOfLine(line)])).filter((character) => !/\p{Cf}/u.test(character)));
  expect([...wanted].filter((character) => /[２２1２①＋\u00a0‑]/u.test(character)).length).toBeGreaterThan(4);
  expect(unicodesOf(bytes)).toEqual(wanted);
});

test.skipIf(!hasPoppler)('读出来的文字同版面上的一样，一面对一面', async () => {
  for (const { frames, file } of [await writePdfFile(draft), await writeSamplePdf('notice'), await writeSamplePdf('order')]) {
    const read = poppler('pdftotext', '-raw', file, '-').split('\f').slice(0, -1);
    expect(read.map(bare)).toEqual(frames.map((frame) => bare(frame.lines.map(textOfLine).join(''))));
  }
});

test.skipIf(!hasPoppler)('标了结构：标题分级、段落、表格一行一格，跨面的段落是一段；线、页码、重复的表头不读', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => [`任务${index + 1}`, '市教育局']);
  const { bytes, file } = await writePdfFile(doc(title('通知'), h(1, '要求'), h(2, '压实责任。各地要抓好落实。', { runIn: true }), p('照'.repeat(28 * 25)), table(['任务', '单位'], ...rows), para('signature', '市教育局'), para('date', '2026年8月1日')));
  const [tree] = [poppler('pdfinfo', '-struct-text', file)];
  expect(bare(tree)).toContain(bare(`Document H1 (block) "通知" H2 (block) "一、要求" P (block) "（一）压实责任。各地要抓好落实。" P (block)`));
  const paragraph = /"照[^P]*照"(?=\s+Table)/.exec(tree)![0];
  expect(paragraph.match(/照/g)).toHaveLength(28 * 25);
  expect(tree.match(/^ +TR$/gm)).toHaveLength(41);
  expect(tree.match(/^ +TH:$/gm)).toHaveLength(2);
  expect(tree.match(/"任务"/g)).toHaveLength(1);
  expect(tree).not.toMatch(/—\s*1/);
  expect(bare(tree.slice(tree.lastIndexOf('任务40')))).toBe(bare('任务40" TD "市教育局" P (block) "市教育局" P (block) "2026年8月1日"'));
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang \(zh-CN\)/);
});

test.skipIf(!hasPoppler)('字体嵌入而且只带用到的字；A4，横排的一面横着；标题、发文机关、成文日期写在属性里', async () => {
  const { frames, file } = await writeSamplePdf('notice');
  const fonts = poppler('pdffonts', file).trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThan(3);
  for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+Niwen.*CID TrueType +Identity-H +yes yes yes/);
  const info = poppler('pdfinfo', '-isodates', '-f', '1', '-l', '99', file);
  expect(info).toMatch(/^Title: +青川市照护保障局关于做好2027年居家照护服务项目申报工作的通知$/m);
  expect(info).toMatch(/^Author: +青川市照护保障局$/m);
  expect(info).toMatch(/^CreationDate: +2026-11-16T/m);
  const sizes = [...info.matchAll(/^Page +\d+ size: +(.*)$/gm)].map(([, size]) => size);
  expect(sizes).toEqual(frames.map(({ width, height }) => (width > height ? '841.9 x 595.3 pts (A4)' : '595.3 x 841.9 pts (A4)')));
  expect(new Set(sizes).size).toBe(2);
});

test('没有字体的字不画方框：占一格空白，照样能复制', async () => {
  const { bytes } = await writePdfFile(doc(p('生僻字\u{2a6d6}在此。')));
  expect(unicodesOf(bytes)).toContain('\u{2a6d6}');
});

test('书签一级套一级，点到所在的一面', async () => {
  const node = sampleOf('notice');
  const { bookmarks } = pdfDetails(node);
  expect(bookmarks.map(({ level, text }) => `${level} ${text}`).slice(0, 3)).toEqual(['0 青川市照护保障局关于做好2027年居家照护服务项目申报工作的通知', '1 一、申报范围', '2 （一）基本生活照护']);
  const file = Buffer.from((await writeSamplePdf('notice')).bytes).toString('latin1');
  expect([...file.matchAll(/\/XYZ 0 [\d.]+ 0/g)]).toHaveLength(bookmarks.length);
  expect(file).toMatch(new RegExp(`/Count ${bookmarks.length}\\b`));
});

test('公文没有署名、标题里有 & < > 也写得成', async () => {
  const file = Buffer.from((await writePdfFile(doc(title('A<B>&C'), p('正文。')))).bytes).toString('utf8');
  expect(file).toContain('<rdf:li xml:lang="x-default">A＜B＞＆C</rdf:li>');
  expect(file).not.toContain('dc:creator');
});

/** The characters that ToUnicode maps of a file name, .notdef left out. */
function unicodesOf(bytes: Uint8Array): Set<string> {
  const file = Buffer.from(bytes);
  const found = new Set<string>();
  for (const match of file.toString('latin1').matchAll(/\bstream\n/g)) {
    let text: string;
    try {
      text = inflateSync(file.subarray(match.index + 7)).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('beginbfrange')) continue;
    for (const [, list] of text.matchAll(/> \[(.*)\]/g)) {
      for (const [, code] of list!.matchAll(/<([0-9a-f ]+)>/g)) found.add(String.fromCharCode(...code!.split(' ').map((unit) => parseInt(unit, 16))));
    }
  }
  found.delete('\0');
  return found;
}
