import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { findTool } from '../../test/support/tools.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { convertToDocx } from './convert-to-docx.ts';
import { readImport } from './read-import.ts';

const RTF = strToU8('{\\rtf1\\ansi\\ansicpg936\\uc1 {\\pard\\qc \\u20851?\\u20110?\\u20570?\\u22909?\\u38450?\\u27739?\\u24037?\\u20316?\\u30340?\\u36890?\\u30693?\\par}{\\pard \\u21508?\\u20065?\\u38215?\\u65306?\\par}}');
const refusal = async (name: string, bytes: Uint8Array, office?: string | null): Promise<unknown> =>
  convertToDocx(name, 'doc', bytes, office).then(() => 'read', (error: unknown) => (error instanceof AppError ? [error.code, error.details.name] : error));

test('没有装 LibreOffice 时说明怎么办；叫 .doc 的 .docx 不用它也读', async () => {
  expect(await refusal('旧稿.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), null)).toEqual(['needs-office', '旧稿.doc']);
  expect(await refusal('旧稿.wps', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), '/no/such/program')).toEqual(['not-converted', '旧稿.wps']);
  const { report } = await readImport('其实是docx.doc', wordFile(wordPara(wordRun('关于做好工作的通知'))));
  expect(report.title).toBe('关于做好工作的通知');
});

test.skipIf(!findTool('soffice'))('装了 LibreOffice，.rtf 也读得出来', { timeout: 120_000 }, async () => {
  // 改了后缀的也认得。
  for (const name of ['通知.rtf', '通知.docx']) {
    const { report, encoding } = await readImport(name, RTF);
    expect([report.title, report.addressee, encoding]).toEqual(['关于做好防汛工作的通知', '各乡镇', 'docx']);
  }
});

test.skipIf(!findTool('soffice'))('坏了的 .doc、.wps 不会读成一堆乱码，而是说没有转成', { timeout: 120_000 }, async () => {
  for (const name of ['旧稿.wps', '旧稿.doc']) {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0x30)]);
    expect(await readImport(name, bytes).then(() => 'read', (error: unknown) => (error instanceof AppError ? [error.code, error.details.name] : error))).toEqual(['not-converted', name]);
  }
});

test.skipIf(!findTool('soffice'))('邢台市的 .doc 头一个字就是“邢”，照样读得出来', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.docx'), wordFile(wordPara(wordRun('邢台市社区食堂管理办法')) + wordPara(wordRun('第一条　为规范社区食堂管理，制定本办法。'))));
  execFileSync(findTool('soffice')!, ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'doc', '--outdir', folder, join(folder, 'a.docx')], { stdio: 'ignore' });
  const { report } = await readImport('办法.doc', new Uint8Array(readFileSync(join(folder, 'a.doc'))));
  expect(report.title).toBe('邢台市社区食堂管理办法');
});
