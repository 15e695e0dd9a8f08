import type { Page } from '@playwright/test';
import { doc, h, p, para, title } from '../support/build.ts';
import { lines, openDraft, paper, putCaret, select } from '../support/draft-page.ts';
import { ask, expect, test } from '../support/window-page.ts';

const draft = (name: string) => doc(para('documentNumber', '某函〔2026〕1号'), title(name), h(1, '总体要求'), p('到2027年达到85.5以上。'), para('annex', '清单'), p('附件文'), para('printer', '某办'));
const panel = (page: Page) => page.getByRole('dialog', { name: '插入符号' });

test('符号：Alt S 打开，拼音首字母找到，回车插入，下次按一个数字键就是它', async ({ page, host }) => {
  await openDraft(page, host, draft('关于符号的通知'));
  await putCaret(page, '到2027年', 14);
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('ssd');
  await expect(panel(page).getByRole('option', { name: '摄氏度' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(paper(page)).toBeFocused();
  await expect(panel(page)).toHaveCount(0);
  expect(await lines(page)).toContain('到2027年达到85.5以上℃。');
  await page.keyboard.press('Alt+s');
  await expect(panel(page).getByText('最近用过')).toBeVisible();
  await page.keyboard.press('1');
  expect(await lines(page)).toContain('到2027年达到85.5以上℃℃。');
  expect((await ask(page, 'settings.get')).recentSymbols).toEqual(['℃']);
  await page.keyboard.press('Alt+s');
  await page.keyboard.press('Escape');
  await expect(paper(page)).toBeFocused();
});

test('成对的括号括住选中的字，没有选中就把光标放在中间；一次撤销退回', async ({ page, host }) => {
  await openDraft(page, host, draft('关于括号的通知'));
  await putCaret(page, '到2027年', 1);
  await select(page, 4);
  await page.keyboard.press('Alt+s');
  await page.keyboard.type('六角');
  await page.keyboard.press('Enter');
  expect(await lines(page)).toContain('到〔2027〕年达到85.5以上。');
  await page.keyboard.press('Control+z');
  expect(await lines(page)).toContain('到2027年达到85.5以上。');
  await putCaret(page, '附件文', 'end');
  await page.getByRole('button', { name: '插入符号' }).click();
  await panel(page).getByRole('option', { name: '书名号', exact: true }).click();
  await page.keyboard.type('办法');
  expect(await lines(page)).toContain('附件文《办法》');
});

test('字数：状态栏写全文和选中，点开分版头、主体、附件、版记', async ({ page, host }) => {
  await openDraft(page, host, draft('关于字数的通知'));
  const status = page.getByRole('contentinfo', { name: '状态' });
  // 某函〔2026〕1号 7，标题 7，总体要求 4，到2027年达到85.5以上。 9，清单 2，附件文 3，某办 2。
  await expect(status.getByRole('button', { name: '34 字' })).toBeVisible();
  await putCaret(page, '到2027年', 'start');
  await page.keyboard.press('Shift+End');
  await expect(status.getByRole('button', { name: '34 字，选中 9 字' })).toBeVisible();
  await page.keyboard.press('Control+Shift+g');
  const counts = page.getByRole('dialog', { name: '字数统计' });
  await expect(counts.getByRole('row', { name: /^主体/ })).toHaveText('主体20263');
  await expect(counts.getByRole('row', { name: /^附件/ })).toHaveText('附件552');
  await page.keyboard.press('Escape');
  await expect(counts).toHaveCount(0);
  await expect(paper(page)).toBeFocused();
});

test('缩放：Ctrl 加滚轮、Ctrl 0、菜单里选，下次打开还是这样大', async ({ page, host }) => {
  await openDraft(page, host, draft('关于缩放的通知'));
  const value = page.getByRole('button', { name: /^显示比例/ });
  await page.keyboard.press('Control+0');
  await expect(value).toHaveText('100 %');
  await paper(page).hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect(value).toHaveText('110 %');
  await page.keyboard.press('Control+-');
  await expect(value).toHaveText('100 %');
  await value.click();
  await page.getByRole('menuitem', { name: '75 %' }).click();
  await expect(value).toHaveText('75 %');
  await expect.poll(async () => (await ask(page, 'settings.get')).zoom).toBe(75);
  await value.click();
  await page.getByRole('menuitem', { name: '适合页宽' }).click();
  await expect(value).not.toHaveText('75 %');
});
