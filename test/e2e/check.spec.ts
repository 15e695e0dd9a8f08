import { expect, test } from '@playwright/test';
import { doc, h, p, para, title } from '../support/build.ts';
import { lines, openDraft, paper } from '../support/draft-page.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

const draft = doc(
  para('documentNumber', '照保函[2026]第087号'), title('关于做好申报工作的通知'), para('addressee', '各区县照护保障局：'),
  p('现将有关事项通知如下：'), h(1, '申报范围。'), p('常住失能老年人。'), para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);

test('检查列出问题，F7 逐处到位，能改的一键改正，一次撤销退回', async ({ page }) => {
  await openDraft(page, host, draft);
  await expect(page.getByRole('button', { name: /处待看/ })).toBeVisible();
  await page.keyboard.press('F7');
  const panel = page.getByRole('complementary', { name: '检查' });
  const first = panel.getByRole('listitem').filter({ hasText: '改用六角括号' });
  await expect(first).toBeVisible();
  await first.getByRole('button', { name: /^改正/ }).click();
  await expect.poll(() => lines(page)).toContainEqual(expect.stringContaining('〔2026〕'));
  await expect(first).toHaveCount(0);
  await paper(page).press('Control+z');
  await expect.poll(() => lines(page)).toContainEqual(expect.stringContaining('[2026]'));
  await expect(first).toBeVisible();
});

test('没有问题的文稿说没有问题，要素仍在旁边一页', async ({ page }) => {
  await openDraft(page, host, doc(title('关于做好年度评估工作的通知'), para('addressee', '各区县照护保障局：'), p('请认真执行。'), para('signature', '青川市照护保障局'), para('date', '2026年11月16日')));
  await page.getByRole('tab', { name: '检查' }).click();
  await expect(page.getByText('没有查出问题')).toBeVisible();
  await page.getByRole('tab', { name: '要素' }).click();
  await expect(page.getByRole('complementary', { name: '要素' }).getByLabel('标题')).toHaveValue('关于做好年度评估工作的通知');
});

test('F7 走到一处，Alt F7 改正它，再按 F7 是下一处；同类的一并改正，一次撤销全部退回', async ({ page }) => {
  await openDraft(page, host, doc(
    para('documentNumber', '照保函〔2026〕087号'), title('关于做好核对工作的通知'), para('addressee', '各区县照护保障局：'),
    p('1、查台账'), p('逐册核对。'), p('2、查现场'), p('3、查整改'), p('第一、全面。'), para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
  ));
  const panel = page.getByRole('complementary', { name: '检查' });
  const inHand = panel.locator('[aria-current=true]');
  await expect(page.getByRole('button', { name: /处待看/ })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(inHand).toContainText('虚位');
  await page.keyboard.press('Alt+F7');
  await expect.poll(() => lines(page)).toContainEqual(expect.stringContaining('〔2026〕87号'));
  await page.keyboard.press('F7');
  await expect(inHand).toContainText('“1、”写法不规范');
  // The last one lies below the panel's edge, and comes into sight with the key.
  await page.keyboard.press('Shift+F7');
  await expect(panel.getByRole('listitem').last().locator('[aria-current=true]')).toBeInViewport({ ratio: 1 });
  await panel.getByRole('button', { name: '同类 3 处一并改正' }).click();
  const body = (all: string[]): string[] => all.slice(3, 7);
  await expect.poll(async () => body(await lines(page))).toEqual(['1.查台账', '逐册核对。', '2.查现场', '3.查整改']);
  await paper(page).press('Control+z');
  await expect.poll(async () => body(await lines(page))).toEqual(['1、查台账', '逐册核对。', '2、查现场', '3、查整改']);
});
