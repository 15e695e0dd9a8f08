import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { doc, h, p, para, title } from '../support/build.ts';
import { callHost, openDraft, paper, paragraph, putCaret, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());
// The window remembers that the pages are shown.
test.beforeEach(() => callHost(host, 'settings.set', { showPages: false }).then(() => undefined));

const long = (name: string, paragraphs: number) => doc(
  title(`关于${name}的通知`), para('addressee', '各科室'),
  ...Array.from({ length: paragraphs }, (_, index) => (index % 6 === 0 ? h(1, `第${index}项工作`) : p(`第${index}段：${'各地要统筹安排，压实责任，抓好落实，'.repeat(5)}确保任务按期完成。`))),
  para('signature', '某市教育局'), para('date', '2026年8月1日'),
);
const status = (page: Page) => page.getByRole('contentinfo', { name: '状态' });
const pane = (page: Page) => page.getByRole('complementary', { name: '版面' });

test('版面是真页：页数与导出一致，点页上一处光标到稿里，光标到哪页面跟到哪，打字接着排', async ({ page }) => {
  const id = await openDraft(page, host, long('版面', 40));
  const { pages } = await callHost(host, 'layout.run', { id });
  await expect(status(page)).toContainText(`/ ${pages.length} 页`);
  await page.keyboard.press('Control+Alt+p');
  await expect(pane(page)).toContainText(`共 ${pages.length} 页`);
  await expect(pane(page).getByRole('img', { name: '第 1 页' })).toContainText('关于版面的通知');
  await page.locator('.tab-pane:not([hidden]) .desk').evaluate((desk) => desk.scrollTo(0, 450));
  await expect(page.locator('.tab-pane:not([hidden]) .page-edge-word').first()).toHaveText('第 2 页');

  await putCaret(page, '第37段', 'end');
  await expect(status(page)).not.toContainText('第 1 /');
  const here = pane(page).locator('.page-place.is-here');
  await expect(here).toContainText('第37段');

  // Digits are a run of their own on the page: what follows them begins with 段.
  await here.locator('text', { hasText: /^段：/ }).first().click({ position: { x: 1, y: 6 } });
  await page.keyboard.insertText('甲');
  await expect(paper(page)).toContainText(/第\d+甲段：/);
  await expect(pane(page)).toContainText('甲');

  await page.getByRole('tab', { name: '页面' }).click();
  await page.getByRole('group', { name: '页面缩略图' }).evaluate((list) => list.scrollTo(0, 0));
  await page.getByRole('group', { name: '页面缩略图' }).getByRole('img', { name: '第 1 页' }).click();
  await expect(status(page)).toContainText(`第 1 / ${pages.length} 页`);

  // 版式: the same as layout.run says; a row shows its place on the pages.
  await pane(page).getByRole('button', { name: '版式报告' }).click();
  const report = page.getByRole('tabpanel', { name: '版式' });
  await expect(report.getByRole('status')).toHaveText(/^量了 \d+ 项，都合 GB\/T 9704—2012$/);
  const right = report.getByRole('button', { name: '成文日期右空' });
  await expect(right).toContainText(/要求 4 字实测 4 字第 \d+ 页/);
  await right.click();
  await expect(pane(page).locator('.page-place', { has: page.locator('.page-mark') })).toContainText('2026年8月1日');
  await waitUntilSaved(page);
});

test('开着版面用输入法：组字不断，组完版面跟上', async ({ page }) => {
  await openDraft(page, host, long('组字', 12));
  await page.keyboard.press('Control+Alt+p');
  await expect(pane(page).getByRole('img', { name: '第 1 页' })).toBeVisible();
  await putCaret(page, '第1段', 'start');
  const ime = await inputMethod(page);
  await ime.write('beizhu', '备注');
  await page.waitForTimeout(300);
  await ime.write('shuoming', '说明');
  await expect(paragraph(page, '第1段')).toHaveText(/^备注说明第1段/);
  await expect(pane(page)).toContainText('备注说明');
});
