import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { doc, p, title } from '../support/build.ts';
import { callHost, lines, openDraft, openFromLibrary, paper, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { startWebHost } from '../support/start-web-host.ts';

test('打完字不用存：一秒之内在库里，重新打开还在', async ({ page }) => {
  const host = await startWebHost();
  const id = await openDraft(page, host, doc(title('关于自动保存的通知'), p('甲')));
  await putCaret(page, '甲', 'end');
  await page.keyboard.type('乙丙丁');
  await page.waitForTimeout(1000);
  expect((await storedDocument(host, id)).child(1).textContent).toBe('甲乙丙丁');
  await expect(page.locator('.status-line')).toContainText(/已保存 \d\d:\d\d/);
  await page.keyboard.type('戊');
  await page.reload();
  await expect.poll(async () => (await storedDocument(host, id)).child(1).textContent).toBe('甲乙丙丁戊');
  // The window comes back with the draft that was in front.
  await paper(page).waitFor();
  await expect(page.locator('.tab-face[aria-selected="true"]')).toContainText('关于自动保存的通知');
  await expect.poll(() => lines(page)).toEqual(['关于自动保存的通知', '甲乙丙丁戊']);
  await host.stop();
});

test('联系断了：大声说，字留在窗口；通了以后自动补存，一步不多一步不少', async ({ page }) => {
  const host = await startWebHost();
  const id = await openDraft(page, host, doc(title('关于断线的通知'), p('甲')));
  await putCaret(page, '甲', 'end');
  await page.keyboard.type('乙');
  await waitUntilSaved(page);
  // The first request is carried out and its answer lost; the next ones do not arrive.
  let nth = 0;
  await page.route('**/api/call', async (route) => {
    if (nth++ === 0) await route.fetch();
    await route.abort();
  });
  await page.keyboard.type('丙');
  await expect(page.locator('.save-banner')).toContainText('联系断了');
  await page.keyboard.type('丁');
  expect(await lines(page)).toEqual(['关于断线的通知', '甲乙丙丁']);
  await page.unroute('**/api/call');
  await expect(page.locator('.save-banner')).toHaveCount(0, { timeout: 20_000 });
  expect((await storedDocument(host, id)).child(1).textContent).toBe('甲乙丙丁');
  await host.stop();
});

test('后台被杀，接着写，后台再启动：窗口自己接上，都存下，一个字不多', async ({ page }) => {
  const data = mkdtempSync(join(tmpdir(), 'niwen-save-'));
  let host = await startWebHost({ data });
  const id = await openDraft(page, host, doc(title('关于断电的通知'), p('甲')));
  await putCaret(page, '甲', 'end');
  await page.keyboard.type('乙');
  await waitUntilSaved(page);
  // The first round ends with an append that was carried out and whose answer was lost, the second in mid-typing.
  for (const [first, second] of ['丙丁', '戊己']) {
    if (first === '丙') await page.route('**/api/call', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
    await page.keyboard.type(first!);
    if (first === '丙') await expect.poll(async () => (await storedDocument(host, id)).child(1).textContent).toBe('甲乙丙');
    await host.kill9();
    await page.keyboard.type(second!);
    await expect(page.locator('.save-banner')).toContainText('联系断了');
    host = await startWebHost({ data });
    await expect(page.locator('.save-banner')).toHaveCount(0, { timeout: 20_000 });
    await expect(page.locator('.connection-banner')).toHaveCount(0, { timeout: 20_000 });
    await waitUntilSaved(page);
  }
  expect((await storedDocument(host, id)).child(1).textContent).toBe('甲乙丙丁戊己');
  expect(await lines(page)).toEqual(['关于断电的通知', '甲乙丙丁戊己']);
  // The window is a window like any other again, over a reload too.
  await page.reload();
  await openFromLibrary(page, '关于断电的通知');
  expect(await lines(page)).toEqual(['关于断电的通知', '甲乙丙丁戊己']);
  await host.stop();
  rmSync(data, { recursive: true, force: true });
});

test('同一份稿子在别处改过：不覆盖，可以另存为新文稿', async ({ page, context }) => {
  const host = await startWebHost();
  const id = await openDraft(page, host, doc(title('关于冲突的通知'), p('甲')));
  const other = await context.newPage();
  await other.goto(host.url);
  await openFromLibrary(other, '关于冲突的通知');
  await putCaret(page, '甲', 'end');
  await putCaret(other, '甲', 'end');
  await Promise.all([page.keyboard.type('这里'), other.keyboard.type('那里')]);
  await expect.poll(async () => (await page.locator('.save-banner').count()) + (await other.locator('.save-banner').count())).toBe(1);
  const loser = (await page.locator('.save-banner').count()) === 1 ? page : other;
  const kept = (await storedDocument(host, id)).child(1).textContent;
  expect(['甲这里', '甲那里']).toContain(kept);
  await loser.getByRole('button', { name: '把这里的内容另存为新文稿' }).click();
  await expect.poll(async () => (await callHost(host, 'document.list', {})).total).toBe(2);
  await expect(paper(loser).locator('.p').nth(1)).toHaveText(kept === '甲这里' ? '甲那里' : '甲这里');
  await host.stop();
});
