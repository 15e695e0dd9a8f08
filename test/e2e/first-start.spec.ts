import { ask, expect, frontTab, paper, test } from '../support/window-page.ts';

test('第一次打开只问姓名和职务，没有姓名不放行', async ({ start }) => {
  await expect(start.getByRole('heading', { name: '写一份合乎国标的公文' })).toBeVisible();
  await expect(start.getByLabel('姓名')).toBeFocused();
  await start.keyboard.press('Enter');
  await expect(start.getByRole('alert')).toHaveText('请填写姓名');
  await start.getByLabel('姓名').fill('周予安');
  await start.keyboard.press('Enter');
  await expect(start.getByRole('heading', { name: '工作台' })).toBeVisible();
  expect(await ask(start, 'person.current')).toMatchObject({ name: '周予安', post: '' });
});

test('空的工作台教人怎样开始：每个模板有范例，还能粘贴和打开', async ({ desk }) => {
  const templates = await ask(desk, 'template.list');
  for (const template of templates) await expect(desk.getByRole('article', { name: template.name, exact: true })).toBeVisible();
  await expect(desk.getByRole('heading', { name: '粘贴去年的稿子' })).toBeVisible();
  await expect(desk.getByRole('heading', { name: '打开 Word 或文本文件' })).toBeVisible();
  await desk.getByRole('article', { name: '人大建议答复' }).getByRole('button', { name: '看范例' }).click();
  await expect(paper(desk)).toContainText('现答复如下');
  await expect(frontTab(desk)).toContainText('建议的答复');
});

test('重开以后还是这个人，右上角可以换人', async ({ desk }) => {
  await desk.reload();
  await desk.getByRole('button', { name: /当前人员：周予安/ }).click();
  await desk.getByText('换一个人…').click();
  await desk.getByRole('dialog').getByLabel('姓名').fill('沈书衡');
  await desk.getByRole('dialog').getByLabel('职务').fill('处长');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: '当前人员：沈书衡 处长' })).toBeVisible();
  await desk.getByRole('button', { name: /当前人员/ }).click();
  await desk.getByRole('menuitem', { name: /周予安/ }).click();
  await expect(desk.getByRole('button', { name: /当前人员：周予安/ })).toBeVisible();
});

test('深色只变窗口，纸还是白的；设置重开后还在', async ({ desk }) => {
  await desk.getByRole('button', { name: '设置', exact: true }).click();
  await desk.getByRole('tab', { name: '外观与本机' }).click();
  await desk.getByText('深色', { exact: true }).click();
  await expect(desk.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await ask(desk, 'settings.get')).theme).toBe('dark');
  await desk.reload();
  await expect(desk.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(desk.locator('.thumbnail').first()).toHaveCSS('background-color', 'rgb(255, 255, 255)');
});

test('后台没有了，窗口说清楚并等它回来', async ({ desk, host }) => {
  await host.kill9();
  await desk.getByRole('button', { name: '文稿', exact: true }).click();
  await expect(desk.getByRole('alert').filter({ hasText: '与程序后台的联系断了' }).first()).toBeVisible();
});

for (const [width, height] of [[1366, 768], [1920, 1080], [911, 512]] as const) {
  test(`${width}×${height} 的窗口里没有横向溢出`, async ({ desk }) => {
    await desk.setViewportSize({ width, height });
    for (const screen of ['工作台', '文稿', '模板', '设置']) {
      await desk.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: screen }).click();
      const over = await desk.evaluate(() => [...document.querySelectorAll('.home-pane *')].filter((each) => each.closest('.thumbnail') === null && each.getBoundingClientRect().right > innerWidth + 1).length);
      expect(over, screen).toBe(0);
    }
  });
}
