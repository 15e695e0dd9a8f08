import type { Page } from '@playwright/test';
import { ask, expect, paper, test } from '../support/window-page.ts';

const start = async (desk: Page, name: string): Promise<void> => {
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name, exact: true }).click();
};

test('按首字母找模板，回车就用', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  await desk.getByLabel('找模板').fill('zqyj');
  await expect(desk.getByRole('radio').first()).toHaveAccessibleName('征求意见函');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: '征求意见函', level: 1 })).toBeVisible();
});

test('按平常的叫法也找得到模板：会议纪要、任命、实施方案', async ({ desk }) => {
  await desk.keyboard.press('Alt+n');
  for (const [words, name] of [['会议纪要', '纪要'], ['任命', '任免通知'], ['实施方案', '印发方案'], ['年终总结', '报送工作总结的函'], ['sqh', '函（商洽）']] as const) {
    await desk.getByLabel('找模板').fill(words);
    await expect(desk.getByRole('radio').first(), words).toHaveAccessibleName(name);
  }
  await desk.keyboard.press('Control+k');
  await desk.getByRole('combobox', { name: /^搜索/ }).fill('会议纪要');
  await expect(desk.getByRole('option').filter({ hasText: '新建：纪要' })).toHaveCount(1);
});

test('请示：缩样说明缺签发人，点它就到填的地方；发文字号与签发人同一行', async ({ desk }) => {
  await start(desk, '请示');
  const page = desk.getByRole('region', { name: '纸面' });
  await expect(page.locator('.miniature-needs')).toHaveText('请示：主送一个上级机关，注明签发人。');
  await page.getByRole('button', { name: '缺签发人' }).click();
  await desk.keyboard.type('林远舟、许棠、顾南舟');
  await desk.locator('#field-documentNumber').fill('青照〔2026〕3号');
  const names = page.locator('.p-signatory');
  await expect(names).toHaveCount(3);
  const [number, first, second, last] = await Promise.all([page.locator('.p-documentNumber'), ...[0, 1, 2].map((index) => names.nth(index))].map(async (each) => (await each.boundingBox())!));
  expect(Math.abs(first!.y - second!.y)).toBeLessThan(2);
  expect(last!.y).toBeGreaterThan(first!.y + 10);
  // The number stands on the line of the last name (7.2.6).
  expect(Math.abs(number!.y - last!.y)).toBeLessThan(2);
});

test('联合通知：机关标志同宽，文件在右，落款一排，日期在最后一个之下', async ({ desk }) => {
  const { summary } = await ask(desk, 'document.fromExample', { template: 'joint-notice' });
  await desk.reload();
  await desk.getByText(summary.title).first().dblclick();
  const marks = paper(desk).locator('.p-issuerMark');
  await expect(marks).toHaveCount(4);
  const boxes = await Promise.all([0, 1, 2, 3].map(async (index) => (await marks.nth(index).boundingBox())!));
  expect(boxes[3]!.y).toBeCloseTo(boxes[0]!.y, -1);
  // 文件 lies over none of the names: each takes the click in its middle.
  for (const index of [0, 1, 2]) {
    await marks.nth(index).click();
    await expect(marks.nth(index)).toHaveClass(/is-here/);
  }
  const signatures = paper(desk).locator('.p-signature');
  const rows = await Promise.all([0, 1, 2].map(async (index) => (await signatures.nth(index).boundingBox())!));
  expect(Math.abs(rows[0]!.y - rows[2]!.y)).toBeLessThan(2);
  expect(rows[2]!.x).toBeGreaterThan(rows[0]!.x + 100);
  const date = (await paper(desk).locator('.p-date').boundingBox())!;
  expect(Math.abs(date.x + date.width / 2 - (rows[2]!.x + rows[2]!.width / 2))).toBeLessThan(6);
});

test('公告上多出主送机关，要素栏的缩样指出来', async ({ desk }) => {
  const { file } = await ask(desk, 'document.fromExample', { template: 'announcement' });
  const document = structuredClone(file) as { doc: { content: { attrs?: { role?: string } }[] } };
  const title = document.doc.content.findIndex((block) => block.attrs?.role === 'title');
  document.doc.content.splice(title + 1, 0, { type: 'para', attrs: { role: 'addressee' }, content: [{ type: 'text', text: '各单位：' }] } as never);
  const { summary } = await ask(desk, 'document.add', { file: document } as never);
  await desk.reload();
  await desk.getByText(summary.title).first().dblclick();
  await desk.locator('.elements .miniature').getByRole('button', { name: '不写主送机关' }).click();
  await expect(paper(desk)).toBeFocused();
  await expect(paper(desk).locator('.p-addressee.is-here')).toHaveCount(1);
});
