import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { doc, h, p, para, table, title } from '../support/build.ts';
import { openDraft, paper, putCaret } from '../support/draft-page.ts';
import { ask, expect, test } from '../support/window-page.ts';

type Theme = 'light' | 'dark';

/** Fails with what a screen reader or a weak eye would stumble over; the paper's own look is the standard's, not ours. */
async function examine(page: Page, screen: string, theme: Theme = 'light'): Promise<void> {
  await page.waitForTimeout(400);
  const all = new AxeBuilder({ page }).exclude('.paper');
  // The themes differ in their colours alone.
  const { violations } = await (theme === 'light' ? all : all.withRules(['color-contrast'])).analyze();
  const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`));
  expect.soft(found).toEqual([]);
}

const rail = (page: Page, name: string) => page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name }).click();
const draft = (name: string) => doc(title(name), para('addressee', '各司局：'), h(1, '总体要求'), p('甲'), h(2, '加强组织领导'), table(['序号', '事项'], ['1', '摸底']), p('乙'), para('signature', '某局'));

test('第一次打开时的登记页', async ({ start }) => examine(start, '登记'));

for (const theme of ['light', 'dark'] as const satisfies Theme[]) {
  test(`各个页面没有严重的无障碍问题（${theme === 'light' ? '浅色' : '深色'}）`, async ({ desk }) => {
    test.slow();
    await ask(desk, 'settings.set', { theme });
    await ask(desk, 'document.fromExample', { template: 'notice' });
    await desk.reload();
    for (const name of ['工作台', '文稿', '模板', '设置']) {
      await rail(desk, name);
      await examine(desk, name, theme);
    }
    await desk.keyboard.press('Alt+n');
    await examine(desk, '新建', theme);
    await desk.keyboard.press('Control+Shift+v');
    await examine(desk, '导入', theme);
    await desk.keyboard.press('F1');
    await examine(desk, '快捷键', theme);
    await desk.keyboard.press('Control+Shift+p');
    await examine(desk, '命令', theme);
  });

  test(`起草页没有严重的无障碍问题（${theme === 'light' ? '浅色' : '深色'}）`, async ({ page, host }) => {
    test.slow();
    await openDraft(page, host, draft('关于无障碍的通知'));
    await ask(page, 'settings.set', { theme });
    await page.reload();
    await paper(page).waitFor();
    await examine(page, '起草', theme);
    await page.keyboard.press('F7');
    await examine(page, '检查', theme);
    await page.keyboard.press('Control+h');
    await examine(page, '查找', theme);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+s');
    await examine(page, '符号', theme);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+g');
    await examine(page, '字数', theme);
    await page.keyboard.press('Control+p');
    await page.getByRole('complementary', { name: '打印设置' }).waitFor();
    await examine(page, '打印', theme);
  });
}

test('F6 走遍工具栏、提纲、纸面和侧栏；工具栏里方向键走；Esc 回到纸面', async ({ page, host }) => {
  await openDraft(page, host, draft('关于走遍的通知'));
  await putCaret(page, '甲', 'end');
  const region = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset.region);
  const walked: (string | undefined)[] = [];
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('F6');
    walked.push(await region());
  }
  expect(walked).toEqual(['panel', 'status', 'search', 'rail', 'ribbon', 'outline', 'paper']);
  await page.keyboard.press('Shift+F6');
  expect(await region()).toBe('outline');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: '收起侧栏' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: '收起提纲' })).toBeFocused();
  const buttons = await page.getByRole('toolbar', { name: '编辑工具' }).locator('button:not(:disabled)').count();
  for (let i = 1; i < buttons; i++) {
    await page.keyboard.press('ArrowRight');
    expect(await region()).toBe('ribbon');
  }
  await expect(page.getByRole('button', { name: '收起侧栏' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(paper(page)).toBeFocused();
});

test('用键打开的菜单，光标就在第一项上；方向键走，Esc 回到按钮；鼠标打开的，光标留在纸面', async ({ page, host }) => {
  await openDraft(page, host, draft('关于菜单的通知'));
  await putCaret(page, '甲', 'end');
  const numbers = page.getByRole('button', { name: '编号', exact: true });
  await numbers.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: '编号' });
  await expect(menu.getByRole('menuitemradio', { name: /^逐级重编/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('menuitemradio', { name: /^（一）通排/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(numbers).toBeFocused();
  const words = page.getByRole('button', { name: '口径和单位名' });
  await words.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /单位名|口径/ }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(words).toBeFocused();
  await putCaret(page, '甲', 'end');
  await numbers.click();
  await expect(menu).toBeVisible();
  await expect(paper(page)).toBeFocused();
});

test('读屏听到光标所在段落是什么、编号是几', async ({ page, host }) => {
  await openDraft(page, host, draft('关于读屏的通知'));
  await putCaret(page, '加强组织领导', 'end');
  const voice = page.getByRole('status', { name: '光标所在段落' });
  await expect(voice).toHaveText('二级标题，（一）加强组织领导');
  await page.keyboard.press('Alt+1');
  await expect(voice).toHaveText('一级标题，二、加强组织领导');
  await openDraft(page, host, doc(title('关于读句内序号的通知'), p('要求：@建台账；@抓督查。')));
  await putCaret(page, '建台账', 'end');
  await expect(voice).toHaveText('正文，要求：一是建台账；二是抓督查。');
});

test('窗口再小、放大到一半，功能区的钮一个也不落在窗外；焦点走到边上，版面不挪动', async ({ page, host }) => {
  await openDraft(page, host, draft('关于小窗口的通知'));
  for (const [width, height] of [[1240, 768], [1170, 700], [1100, 700], [960, 600], [911, 512], [760, 600]] as const) {
    await page.setViewportSize({ width, height });
    const ribbon = page.getByRole('toolbar', { name: '编辑工具' });
    await expect.poll(() => ribbon.evaluate((bar) => [...bar.querySelectorAll('button')].filter((each) => each.getBoundingClientRect().right > innerWidth).length)).toBe(0);
    await ribbon.getByRole('button', { name: '其他导出格式' }).focus();
    expect(await ribbon.evaluate((bar) => bar.closest('.tab-pane')!.scrollLeft)).toBe(0);
  }
});
