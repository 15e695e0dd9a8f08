import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { doc, p, para, table, title } from '../support/build.ts';
import { callHost, lines, openDraft, paper, putCaret, settle, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

const BEDS = '截至去年底，已建成家庭照护床位二十万张。';

let host: WebHost;
test.beforeAll(async () => {
  host = await startWebHost();
  await callHost(host, 'office.add', { entries: [{ kind: 'unit', full: '国家康养委员会', short: '国家康养委' }, { kind: 'unit', full: '社会事务部', short: '' }] });
  await callHost(host, 'phrase.add', { phrases: [
    { title: '', text: '扩大普惠照护服务供给。', keywords: '', group: '', source: '' }, { title: '床位', text: BEDS, keywords: '', group: '照护', source: '照保函〔2025〕8号，2025年6月1日' },
  ] });
});
test.afterAll(() => host.stop());

let nth = 0;
const name = (): string => `关于第${++nth}类口径的函`;
const menu = (page: Page) => page.getByRole('listbox', { name: '口径和单位' });
const atHand = (page: Page) => menu(page).getByRole('option', { selected: true });

test('打“、、”和首字母，回车插入，连出处一起看得到；一次撤销回到打的样子', async ({ page }) => {
  const id = await openDraft(page, host, doc(title(name()), p('现答复如下：')));
  await putCaret(page, '现答复如下', 'end');
  await page.keyboard.type('、、jtzhcw');
  await expect(atHand(page)).toContainText(BEDS);
  await expect(atHand(page)).toContainText('照保函〔2025〕8号，2025年6月1日');
  await expect(atHand(page).locator('.matched')).toHaveText('家庭照护床位');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeHidden();
  expect((await lines(page))[1]).toBe(`现答复如下：${BEDS}`);
  await page.keyboard.type('又');
  await waitUntilSaved(page);
  await expect.poll(async () => (await storedDocument(host, id)).child(1).textContent).toBe(`现答复如下：${BEDS}又`);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect((await lines(page))[1]).toBe('现答复如下：、、jtzhcw');
  // What was used last stands first the next time.
  await expect.poll(async () => (await callHost(host, 'phrase.list'))[0]!.title).toBe('床位');
});

test('单位名：全称、简称各一行，下移选简称；Esc 收起，打的字留着，回车照常换段', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('经商')));
  await putCaret(page, '经商', 'end');
  await page.keyboard.press('Control+;');
  await page.keyboard.type('gjky');
  await expect(menu(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(atHand(page)).toContainText('国家康养委员会的简称');
  await page.keyboard.press('Enter');
  expect((await lines(page))[1]).toBe('经商国家康养委');
  await page.keyboard.type('、、shsw');
  await expect(atHand(page)).toContainText('社会事务部');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await page.keyboard.press('Enter');
  expect((await lines(page)).slice(1)).toEqual(['经商国家康养委、、shsw', '']);
});

test('输入法组字：边组边找，组字时回车归输入法；上屏以后回车才插入', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('一要')));
  const ime = await inputMethod(page);
  await putCaret(page, '一要', 'end');
  await ime.write('、', '、');
  await ime.write('、', '、');
  await expect(menu(page)).toBeVisible();
  for (let i = 2; i <= 5; i++) await ime.show('kuoda'.slice(0, i));
  await expect(atHand(page)).toContainText('扩大普惠照护服务供给');
  // A key that the input method swallows is none of ours.
  await page.evaluate(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true })));
  expect((await lines(page))[1]).toBe('一要、、kuoda');
  await ime.choose('扩大');
  expect((await lines(page))[1]).toBe('一要、、扩大');
  await expect(atHand(page)).toContainText('扩大普惠照护服务供给');
  await page.keyboard.press('Enter');
  expect((await lines(page))[1]).toBe('一要扩大普惠照护服务供给。');
  await ime.write('tongshi', '同时');
  expect((await lines(page))[1]).toBe('一要扩大普惠照护服务供给。同时');
});

test('单元格里一样用，不出格；斜线在句中只是斜线', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), table(['责任单位', '标准'], ['', '']), p('尾')));
  await paper(page).locator('td').nth(2).click();
  await page.keyboard.type('/shsw');
  await expect(atHand(page)).toContainText('社会事务部');
  await page.keyboard.press('Enter');
  await paper(page).locator('td').nth(3).click();
  await page.keyboard.type('100元/人');
  await expect(menu(page)).toBeHidden();
  await expect(paper(page).locator('td')).toHaveText(['责任单位', '标准', '社会事务部', '100元/人']);
});

test('鼠标点一条也插入；点到别处就收起', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('甲段'), p('乙段')));
  await putCaret(page, '甲段', 'end');
  await page.keyboard.press('Control+;');
  await menu(page).getByRole('option').filter({ hasText: '国家康养委员会的简称' }).click();
  expect((await lines(page))[1]).toBe('甲段国家康养委');
  await page.keyboard.press('Control+;');
  await expect(menu(page)).toBeVisible();
  await putCaret(page, '乙段', 'start');
  await expect(menu(page)).toBeHidden();
});

test('选中一段话收入口径库，出处是这份文稿；再收不重复；一点撤回', async ({ page }) => {
  const called = name();
  await openDraft(page, host, doc(para('documentNumber', '照保函〔2026〕87号'), title(called), p('健全失能老年人照护保障机制。'), para('date', '2026年8月1日')));
  await putCaret(page, '健全失能', 'start');
  await page.keyboard.press('Shift+End');
  await settle(page);
  await page.keyboard.press('Control+Shift+;');
  await expect(page.getByText('已收入口径库')).toBeVisible();
  const kept = async () => (await callHost(host, 'phrase.list')).filter(({ text }) => text === '健全失能老年人照护保障机制。');
  expect(await kept()).toMatchObject([{ source: `《${called}》（照保函〔2026〕87号，2026年8月1日）` }]);
  const panel = page.getByRole('group', { name: '收入口径库' });
  await expect(panel.getByRole('textbox', { name: '标题' })).toBeFocused();
  await page.keyboard.type('照护保障');
  await page.keyboard.press('Tab');
  await page.keyboard.type('居家照护');
  await page.screenshot({ path: test.info().outputPath('kept.png') });
  await page.keyboard.press('Enter');
  await expect(panel).toBeHidden();
  await expect.poll(kept).toMatchObject([{ title: '照护保障', group: '居家照护', text: '健全失能老年人照护保障机制。' }]);
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+;');
  await expect(page.getByText('没有重复收')).toBeVisible();
  expect((await kept()).length).toBe(1);
  // From the ribbon as well; the way back is one click.
  await callHost(host, 'phrase.remove', { ids: (await kept()).map(({ id }) => id) });
  await page.getByRole('button', { name: '口径和单位名' }).click();
  await page.getByRole('menuitem', { name: /收入口径库/ }).click();
  // The sentence before it goes, and the panel takes its place.
  await expect(page.getByText('没有重复收')).toBeHidden();
  await page.getByRole('button', { name: '撤回' }).click();
  await expect.poll(async () => (await kept()).length).toBe(0);
});
