import { inputMethod } from '../support/input-method.ts';
import { ask, expect, paper, test } from '../support/window-page.ts';

test('答复函：两次点击、八个要素，光标停在纸上', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [
    { kind: 'name', full: '国家照护保障局', short: '' }, { kind: 'code', code: '照保发', uses: ['文件'] }, { kind: 'code', code: '照保函', uses: ['函'] },
    { kind: 'person', name: '周予安', post: '', unit: '照护服务司', phone: '010-00001234', duty: 'contact' },
  ] });
  await desk.reload();
  await desk.getByRole('button', { name: /^新建公文/ }).click();
  await desk.getByRole('radio', { name: '人大建议答复' }).click();
  // The first thing that settings do not know has the caret; from here on only the keyboard is used.
  await expect(desk.locator('#field-number')).toBeFocused();
  await desk.keyboard.type('0412');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('林见川等6名代表');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('关于扩大失能老年人居家照护服务供给的建议');
  await desk.keyboard.press('Tab');
  await desk.keyboard.type('社会事务部、国家康养委');
  // What is still being typed into the list is taken along.
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk)).toContainText('对十四届全国人大四次会议第0412号');
  await expect(paper(desk)).toContainText('经商社会事务部、国家康养委，现答复如下：');
  await expect(paper(desk)).toContainText('照护服务司　周予安　010-00001234');
  expect((await ask(desk, 'document.list', {})).items[0]).toMatchObject({ template: 'npc-reply', addressee: '林见川等6名代表：' });
});

test('边填边看：纸面跟着变，正在填的一处有框，缺的数得清', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '人大建议答复' }).click();
  const page = desk.getByRole('region', { name: '纸面' });
  const before = Number(await page.locator('.miniature-head b').textContent());
  await desk.locator('#field-topic').fill('关于加强照护人员培训的建议');
  await expect(page.locator('.field-piece.linked')).toHaveText('关于加强照护人员培训的建议');
  await expect(page.locator('.miniature-head b')).toHaveText(String(before - 1));
  // A place on the paper leads to its field.
  await page.locator('[data-field="contact"]').click();
  await expect(desk.locator('#field-contact')).toBeFocused();
  await page.getByRole('button', { name: '缺建议编号' }).click();
  await expect(desk.locator('#field-number')).toBeFocused();
});

test('换模板时同名的要素带过去', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '人大建议答复' }).click();
  await desk.locator('#field-issuer').fill('国家照护保障局');
  await desk.getByRole('radio', { name: '部署通知', exact: true }).click();
  await expect(desk.locator('#field-issuer')).toHaveValue('国家照护保障局');
  await expect(desk.locator('.live-page .p-issuerMark')).toHaveText('国家照护保障局文件');
});

test('日期按国标写法上纸', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '部署通知', exact: true }).click();
  await desk.locator('#field-date').fill('2026-8-1');
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.live-page .p-date')).toHaveText('2026年8月1日');
});

test('事由写成了整个标题，主送带了冒号：纸上只有一遍', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '部署通知', exact: true }).click();
  await desk.locator('#field-issuer').fill('青川市教育局');
  await desk.locator('#field-matter').fill('关于做好春节期间安全生产工作的通知');
  await expect(desk.locator('.live-page .p-title')).toHaveText('青川市教育局关于做好春节期间安全生产工作的通知');
  await desk.locator('#field-recipients').fill('各区县人民政府：');
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk).locator('.p-title')).toHaveText('青川市教育局关于做好春节期间安全生产工作的通知');
  await expect(paper(desk).locator('.p-addressee')).toHaveText('各区县人民政府：');
});

test('退出来一步一步：先离开输入框，再回工作台，填的都在', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.locator('#field-issuer').fill('国家照护保障局');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('heading', { name: '工作台' })).toBeVisible();
  await desk.keyboard.press('Alt+n');
  await expect(desk.locator('#field-issuer')).toHaveValue('国家照护保障局');
});

test('点了开始起草就打字，纸还没铺开，一个字也不丢；输入法正组着的字组完才到纸上，序号照认', async ({ desk }) => {
  const ime = await inputMethod(desk);
  const begin = async (): Promise<void> => {
    await desk.keyboard.press('Alt+n');
    await desk.getByRole('radio', { name: '部署通知' }).click();
    await desk.keyboard.press('Control+Enter');
  };
  await begin();
  for (const letter of '请各校抓好落实') await desk.keyboard.insertText(letter);
  await expect(paper(desk)).toContainText('请各校抓好落实');
  await begin();
  await ime.show('gong');
  await ime.show('gongzuo');
  // The paper lies there by now, and waits for the words.
  await paper(desk).waitFor();
  await ime.choose('工作目标');
  await expect(paper(desk).locator('.p', { hasText: '工作目标' })).toHaveText('工作目标');
  await expect(paper(desk)).toBeFocused();
  await desk.keyboard.type('和要求');
  await expect(paper(desk).locator('.p', { hasText: '工作目标' })).toHaveText('工作目标和要求');
  await begin();
  await desk.keyboard.insertText('一、工作目标');
  await desk.keyboard.press('Enter');
  await desk.keyboard.insertText('明确底数。');
  await expect(paper(desk).locator('[data-role=heading]')).toHaveText('工作目标');
  await expect(paper(desk).locator('.p', { hasText: '明确底数' })).toHaveText('明确底数。');
});
