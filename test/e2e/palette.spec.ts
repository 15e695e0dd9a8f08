import type { Page } from '@playwright/test';
import { doc, h, p, para, title } from '../support/build.ts';
import { lines, openDraft, putCaret } from '../support/draft-page.ts';
import { ask, expect, frontTab, paper, test } from '../support/window-page.ts';

const draft = (name: string) => doc(title(name), h(1, '总体要求'), p('甲'), h(2, '加强组织领导'), p('乙'), h(1, '保障措施'), p('丙'), para('signature', '某局'));
const box = (page: Page) => page.getByRole('combobox', { name: /^搜索/ });

test('命令面板：首字母就找到插入表格，回车插在光标处，一次撤销退回', async ({ page, host }) => {
  await openDraft(page, host, draft('关于命令面板的通知'));
  await putCaret(page, '甲', 'end');
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('crbg');
  await expect(page.getByRole('option').first()).toContainText('插入表格');
  await page.keyboard.press('Enter');
  await expect(paper(page).locator('td')).toHaveCount(9);
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(paper(page).locator('td')).toHaveCount(0);
  for (const words of ['cbg', 'charubiaoge', '新建表格']) {
    await page.keyboard.press('Alt+q');
    await page.keyboard.type(words);
    await expect(page.getByRole('option').filter({ hasText: '插入表格' }), words).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(paper(page)).toBeFocused();
  }
});

test('做不了的命令不列出来，找它就说用不上：不在表格里，没有合并单元格', async ({ page, host }) => {
  await openDraft(page, host, draft('关于表格命令的通知'));
  await putCaret(page, '甲', 'end');
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('hebingdanyuange');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page.getByText('“合并单元格”眼下用不上')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('qbcz');
  await expect(page.getByText('没有找到。')).toBeVisible();
});

test('定位：Ctrl G 列出本稿标题，打拼音首字母，回车就到', async ({ page, host }) => {
  await openDraft(page, host, draft('关于定位的通知'));
  await putCaret(page, '甲', 'end');
  await page.keyboard.press('Control+g');
  await expect(page.getByRole('option').filter({ hasText: '（一）加强组织领导' })).toHaveCount(1);
  await page.keyboard.type('zzld');
  await page.keyboard.press('Enter');
  await expect(paper(page)).toBeFocused();
  await page.keyboard.type('和统筹');
  expect(await lines(page)).toContain('（一）加强组织领导和统筹');
});

test('键盘走到搜索框，Tab 换过各类就走出去，不困在里面', async ({ desk }) => {
  await desk.keyboard.press('Control+k');
  for (const name of ['搜索命令', '搜索本稿标题', '搜索文稿', '搜索新建']) {
    await desk.keyboard.press('Tab');
    await expect(box(desk)).toHaveAccessibleName(name);
  }
  await desk.keyboard.press('Tab');
  await expect(box(desk)).not.toBeFocused();
  await desk.keyboard.press('Shift+Tab');
  await expect(box(desk)).toBeFocused();
  await expect(box(desk)).toHaveAccessibleName('搜索一切');
  await desk.keyboard.press('Shift+Tab');
  await expect(box(desk)).not.toBeFocused();
});

test('一个框找一切：命令、打开的文稿、库里的文稿、模板；开着的和库里的不列两遍', async ({ desk }) => {
  await ask(desk, 'document.fromExample', { template: 'notice' });
  const { summary: reply } = await ask(desk, 'document.fromExample', { template: 'npc-reply' });
  await desk.keyboard.press('Control+k');
  await box(desk).fill('0412');
  await desk.keyboard.press('Enter');
  await expect(frontTab(desk)).toContainText(reply.title.slice(0, 8));
  await desk.keyboard.press('F1');
  await expect(desk.getByRole('heading', { name: '快捷键一览' })).toBeVisible();
  await desk.keyboard.press('Control+k');
  await box(desk).fill(reply.title.slice(0, 6));
  await expect(desk.getByRole('option').filter({ hasText: '已打开' })).toHaveCount(1);
  await expect(desk.getByRole('option').filter({ hasText: reply.title.slice(0, 6) })).toHaveCount(1);
  await box(desk).fill('tongzhi');
  await expect(desk.getByRole('option').filter({ hasText: '新建：' }).first()).toBeVisible();
  await box(desk).fill('');
  await desk.keyboard.type('》');
  await desk.keyboard.type('shezhi');
  await expect(desk.getByRole('option').first()).toContainText('设置');
});

test('快捷键一览：查得到、按键也查得到，浏览器占着的键不列；打印出来是一张纸', async ({ desk }) => {
  await desk.keyboard.press('F1');
  const page = desk.locator('.shortcuts');
  await expect(page.getByText('Alt N', { exact: true })).toBeVisible();
  await expect(page.getByText('Ctrl N', { exact: true })).toHaveCount(0);
  const sheet = await desk.pdf({ preferCSSPageSize: true });
  expect(sheet.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  await desk.keyboard.type('bt');
  await expect(page.getByText('二级标题')).toBeVisible();
  await expect(page.getByText('下划线')).toHaveCount(0);
  await page.getByLabel('查快捷键').fill('alt shift');
  await expect(page.locator('dt', { hasText: '标题升一级' }).first()).toBeVisible();
  await expect(page.locator('dt', { hasText: '二级标题' })).toHaveCount(0);
});

test('F4 重复上一个命令；Alt Shift 加方向键升降和移动', async ({ page, host }) => {
  await openDraft(page, host, draft('关于键的通知'));
  await putCaret(page, '甲', 'end');
  await page.keyboard.press('Alt+2');
  await putCaret(page, '丙', 'end');
  await page.keyboard.press('F4');
  expect((await lines(page)).slice(1, 7)).toEqual(['一、总体要求', '（一）甲', '（二）加强组织领导', '乙', '二、保障措施', '（一）丙']);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  expect((await lines(page))[6]).toBe('三、丙');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  expect((await lines(page)).slice(5, 7)).toEqual(['二、丙', '三、保障措施']);
  await putCaret(page, '乙', 'end');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  expect((await lines(page)).slice(1, 5)).toEqual(['一、总体要求', '（一）甲', '乙', '（二）加强组织领导']);
});
