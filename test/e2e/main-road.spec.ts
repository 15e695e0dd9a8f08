import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { plainText } from '#core/document/plain-text.ts';
import { readDocument } from '#core/document/document-file.ts';
import { callHost, lines, paper, paragraph, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

const LETTER = `对十四届全国人大四次会议第0412号建议的答复

林见川代表：
您提出的《关于扩大居家照护服务供给的建议》收悉。经商社会事务部，现答复如下：
一、关于服务范围
（一）统一评估尺度。印发评估操作指南，明确15个工作日内办结。
（二）下沉服务力量。支持乡镇设立服务站，一是延伸专业力量；二是培训家庭成员。
二、关于队伍建设
将照护纳入培训目录。
感谢您对我们工作的关心和支持。

国家照护保障局
2026年8月17日`;

test('从模板新建：填要素，写正文，改标题编号跟着变，导出 Word 再打开，结构一样', async ({ page }) => {
  await callHost(host, 'person.set', { name: '周予安', post: '主任科员' });
  const { summary } = await callHost(host, 'document.fromTemplate', {
    template: 'npc-reply', fields: { issuer: '国家照护保障局', documentNumber: '照保函〔2026〕87号', number: '0412', proposers: ['林见川'], topic: '关于扩大居家照护服务供给的建议', date: '2026-08-17', contact: '照护司　周予安　010-00001234' },
  });
  await page.goto(host.url);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await page.getByText(summary.title).first().dblclick();
  await paper(page).waitFor();
  // The caret waits in the empty first paragraph of the draft.
  await page.keyboard.type('一、关于服务范围');
  await page.keyboard.press('Enter');
  await page.keyboard.type('（一）统一评估尺度。印发指南。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('要做到：一是快；二是准。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('二、关于队伍建设');
  const body = ['一、关于服务范围', '（一）统一评估尺度。印发指南。', '要做到：一是快；二是准。', '二、关于队伍建设'];
  await expect.poll(async () => (await lines(page)).slice(5, 9)).toEqual(body);
  await putCaret(page, '关于服务范围', 'end');
  await page.keyboard.press('Enter');
  await page.keyboard.type('一、新的一节');
  await expect.poll(() => lines(page)).toContain('三、关于队伍建设');
  await page.getByRole('complementary').getByLabel('建议编号').fill('0999');
  await expect(paper(page).locator('.p-title')).toHaveText('对十四届全国人大四次会议第0999号建议的答复');
  await waitUntilSaved(page);
  await sameAfterWord(page, summary.id);
});

test('粘贴去年的稿子：认出结构，改一处，导出 Word 再打开，结构一样', async ({ page }) => {
  await callHost(host, 'person.set', { name: '周予安', post: '主任科员' });
  const { file } = await callHost(host, 'import.read', { name: '粘贴的文字.txt', bytes: new TextEncoder().encode(LETTER) });
  const { summary } = await callHost(host, 'document.add', { file: file as unknown as Record<string, unknown> });
  await page.goto(host.url);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await page.getByText(summary.title).first().dblclick();
  await paper(page).waitFor();
  const shown = await lines(page);
  expect(shown).toContain('一、关于服务范围');
  expect(shown).toContain('（一）统一评估尺度。印发评估操作指南，明确15个工作日内办结。');
  await putCaret(page, '关于队伍建设', 'start');
  await page.keyboard.press('Tab');
  await expect.poll(() => lines(page)).toContain('（三）关于队伍建设');
  await waitUntilSaved(page);
  await sameAfterWord(page, summary.id);
});

test('导出的名字和进度：导出按钮给出 .docx，菜单里有 PDF、文字和文稿；字体里没有的字点名', async ({ page }) => {
  await callHost(host, 'person.set', { name: '周予安', post: '主任科员' });
  const { summary } = await callHost(host, 'document.fromExample', { template: 'notice' });
  await page.goto(host.url);
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await page.getByText(summary.title).first().dblclick();
  await paper(page).waitFor();
  await page.getByRole('button', { name: '其他导出格式' }).click();
  const waiting = page.waitForEvent('download');
  await page.getByText('纯文字（.txt）').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.txt$/);
  expect(readFileSync(await download.path(), 'utf8')).toContain('一、');
  await expect(paragraph(page, '附件')).toBeAttached();

  // A character that no font has: the person is told which and where, and has the file only by saying so.
  await putCaret(page, '规范项目申报和管理', 'end');
  await page.keyboard.insertText('\u{2a6d6}');
  await expect.poll(async () => (await lines(page)).join('')).toContain('\u{2a6d6}');
  await page.getByRole('button', { name: '其他导出格式' }).click();
  await page.getByText('导出 PDF 文件').click();
  const told = page.getByRole('alert').getByText('第 1 页“\u{2a6d6}”');
  await expect(told).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('list', { name: '查出的问题' })).toContainText('（U+2A6D6）哪种字体里都没有');
  expect(await told.evaluate((element) => getComputedStyle(element).color)).not.toBe(await told.evaluate((element) => getComputedStyle(element.closest('[role=alert]')!).backgroundColor));
  const paged = page.waitForEvent('download');
  await page.getByRole('button', { name: '仍要导出' }).click();
  const pdf = await paged;
  expect(pdf.suggestedFilename()).toBe(`${summary.title}.pdf`);
  expect(readFileSync(await pdf.path(), 'latin1')).toMatch(/^%PDF-1\.4[\s\S]*%%EOF\s*$/);
});

/** Exports by the button, reads the .docx back as an import would, and compares as people read it. */
async function sameAfterWord(page: Page, id: string): Promise<void> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Word 文件' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const read = readDocument((await callHost(host, 'import.read', { name: download.suggestedFilename(), bytes })).file);
  if (!read.ok) throw new Error(read.problem);
  const original = await storedDocument(host, id);
  expect(plainText(read.doc).split('\n')).toEqual(plainText(original).split('\n').filter((line) => line !== ''));
  expect(rolesOf(read.doc)).toEqual(rolesOf(original));
}

const rolesOf = (document: { forEach(visit: (node: { attrs: Record<string, unknown>; content: { size: number } }) => void): void }): string[] => {
  const roles: string[] = [];
  document.forEach((node) => node.content.size > 0 && roles.push(`${String(node.attrs.role)}${String(node.attrs.level)}`));
  return roles;
};
