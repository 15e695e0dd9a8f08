import type { Page } from '@playwright/test';
import { ask, expect, frontTab, paper, test } from '../support/window-page.ts';

const rows = (page: Page) => page.locator('.document-lines .document-row');

async function fill(page: Page): Promise<void> {
  for (const template of ['notice', 'npc-reply', 'cppcc-reply', 'summary']) await ask(page, 'document.fromExample', { template });
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await expect(rows(page)).toHaveCount(4);
}

test('按 Ctrl K 打两个字就找到文稿，回车打开', async ({ desk }) => {
  await ask(desk, 'document.fromExample', { template: 'notice' });
  await ask(desk, 'document.fromExample', { template: 'npc-reply' });
  await desk.keyboard.press('Control+k');
  await desk.keyboard.type('0412');
  await expect(desk.getByRole('option').first()).toContainText('第0412号');
  await desk.keyboard.press('Enter');
  await expect(paper(desk)).toContainText('现答复如下');
});

test('在清单里用键盘走、打开，右边看印出来的第一页和要素', async ({ desk }) => {
  await fill(desk);
  await expect(desk.getByRole('grid', { name: '文稿' })).toBeFocused();
  await desk.keyboard.press('ArrowDown');
  await expect(rows(desk).nth(1)).toHaveAttribute('aria-selected', 'true');
  const title = await rows(desk).nth(1).locator('.document-title').textContent();
  await expect(desk.getByRole('complementary', { name: '所选文稿' })).toContainText(title!);
  // Page one as it is printed: it ends inside a paragraph, where page two goes on.
  await expect(desk.locator('.document-facts .page-sheet')).toContainText(/我局会同市场秩序总局推$/);
  await desk.keyboard.press('Enter');
  await expect(frontTab(desk)).toContainText(title!.slice(0, 10));
});

test('按文种和文字筛选，没有符合的说明怎么办', async ({ desk }) => {
  await fill(desk);
  await desk.getByLabel('筛选文稿').fill('〕87号');
  await expect(rows(desk)).toHaveCount(1);
  await desk.getByLabel('筛选文稿').fill('没有这几个字');
  await expect(desk.getByText('没有符合的文稿')).toBeVisible();
  await desk.getByRole('button', { name: '去掉筛选' }).click();
  await expect(rows(desk)).toHaveCount(4);
  await desk.getByRole('combobox', { name: '按文种筛选' }).click();
  await desk.getByTitle('部署通知', { exact: true }).click();
  await expect(rows(desk)).toHaveCount(1);
});

test('移入回收站可以撤回，也可以从回收站放回', async ({ desk }) => {
  await fill(desk);
  await desk.keyboard.press('Delete');
  await expect(rows(desk)).toHaveCount(3);
  await desk.getByRole('button', { name: '撤回' }).click();
  await expect(rows(desk)).toHaveCount(4);
  await desk.getByRole('button', { name: '移入回收站' }).click();
  await expect(rows(desk)).toHaveCount(3);
  await desk.getByText('回收站', { exact: true }).click();
  await expect(rows(desk)).toHaveCount(1);
  await desk.getByRole('button', { name: '放回文稿' }).click();
  await expect(desk.getByText('回收站是空的')).toBeVisible();
  expect((await ask(desk, 'document.list', {})).total).toBe(4);
});

test('几百份文稿只画看得见的几行，按 End 到最后一份', async ({ desk }) => {
  test.slow();
  const { summary } = await ask(desk, 'document.fromExample', { template: 'notice' });
  await desk.evaluate(async (id) => {
    const headers = { Authorization: `Bearer ${sessionStorage.getItem('niwen.token')}`, 'Content-Type': 'application/json' };
    for (let i = 0; i < 250; i++) await fetch('/api/call', { method: 'POST', headers, body: JSON.stringify({ method: 'document.duplicate', input: { id } }) });
  }, summary.id);
  await desk.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await expect(desk.getByRole('grid', { name: '文稿' })).toHaveAttribute('aria-rowcount', '252');
  expect(await rows(desk).count()).toBeLessThan(40);
  await desk.keyboard.press('End');
  await expect(desk.locator('#line-250')).toHaveAttribute('aria-selected', 'true');
  await expect(desk.locator('#line-250 .document-title')).toContainText('通知');
});
