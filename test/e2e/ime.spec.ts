import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { doc, h, p, para, table, title } from '../support/build.ts';
import { lines, openDraft, paper, paragraph, putCaret, select, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import type { InputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

let nth = 0;
const name = (): string => `关于第${++nth}项工作的函`;

const start = async (page: Page, document: Parameters<typeof openDraft>[2]): Promise<{ id: string; ime: InputMethod }> => {
  const id = await openDraft(page, host, document);
  return { id, ime: await inputMethod(page) };
};

test('在标题开头、紧挨编号处组字，一字不多一字不少', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(1, '总体要求'), h(2, '统一尺度。印发指南。'), p('正文')));
  await putCaret(page, '总体要求', 'start');
  await ime.write('jiaqiang', '加强');
  await ime.write('he', '和');
  await putCaret(page, '统一尺度', 'start');
  await ime.write('jin', '进');
  expect((await lines(page)).slice(1)).toEqual(['一、加强和总体要求', '（一）进统一尺度。印发指南。', '正文']);
  await waitUntilSaved(page);
  await expect.poll(async () => (await storedDocument(host, id)).child(1).textContent).toBe('加强和总体要求');
});

test('在空标题里组字；空正文里组字也一样', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), h(1, ''), p('')));
  await paper(page).locator('.p').nth(1).click();
  await ime.write('zongti', '总体');
  await ime.write('yaoqiu', '要求');
  await page.keyboard.press('Enter');
  await ime.write('zhengwen', '正文');
  expect((await lines(page)).slice(1)).toEqual(['一、总体要求', '正文']);
});

test('选中几个字组字，换掉的正是它们；放弃组字不留字母', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('甲乙丙丁戊')));
  await putCaret(page, '甲乙丙丁戊', 1);
  await select(page, 3);
  await ime.write('baozhang', '保障');
  expect((await lines(page))[1]).toBe('甲保障戊');
  await ime.show('wei');
  await ime.giveUp();
  expect((await lines(page))[1]).toBe('甲保障戊');
  await ime.write('wu', '物');
  expect((await lines(page))[1]).toBe('甲保障物戊');
  // Past the half second in which the history joins what is typed: the given-up letters are a step of their own, and are passed over.
  await page.waitForTimeout(700);
  await ime.show('wei');
  await ime.giveUp();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page))[1]).not.toBe('甲保障物戊');
});

test('选中跨两段标题的字再组字，结构完好', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(1, '甲乙丙'), p('中间'), h(1, '丁戊己'), p('尾')));
  await putCaret(page, '甲乙丙', 1);
  await select(page, 8);
  await ime.write('bao', '保');
  await waitUntilSaved(page);
  const shown = await lines(page);
  expect(shown.slice(1)).toEqual(['一、甲保己', '尾']);
  await expect.poll(async () => (await storedDocument(host, id)).childCount).toBe(3);
});

test('单元格里组字，不出格', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), table(['序号', '任务'], ['1', '']), p('尾')));
  await paper(page).locator('td').nth(3).click();
  await ime.write('modi', '摸底');
  await ime.write('diaocha', '调查');
  await paper(page).locator('td').nth(2).click();
  await page.keyboard.press('End');
  await ime.write('hao', '号');
  await expect(paper(page).locator('td')).toHaveText(['序号', '任务', '1号', '摸底调查']);
});

test('紧挨句内序号组字：前面、后面、段首', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('要求：@抓落实；@抓督查。'), p('@甲')));
  await putCaret(page, '要求', 3);
  await ime.write('ruxia', '如下');
  await putCaret(page, '要求', 'end');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await ime.write('hen', '狠');
  await paragraph(page, '甲').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await ime.write('hao', '好');
  await page.keyboard.press('Home');
  await ime.write('yao', '要');
  expect((await lines(page)).slice(1)).toEqual(['要求：如下一是抓落实；二是狠抓督查。', '要一是好甲']);
});

test('输入法打出的编号成为标题和自动序号', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('')));
  await paper(page).locator('.p').nth(1).click();
  await ime.write('yi', '一');
  await ime.write('、', '、');
  await ime.write('zongti', '总体');
  await expect(paper(page).locator('.p-heading1')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await ime.write('yaoqiu', '要求：');
  await ime.write('yishi', '一是');
  await ime.write('zhua', '抓');
  await expect(paper(page).locator('.marker')).toHaveCount(1);
  expect((await lines(page)).slice(1)).toEqual(['一、总体', '要求：一是抓']);
});

test('标题换行处组字；要素面板里组字，纸面不见拼音', async ({ page }) => {
  const { ime } = await start(page, doc(title('关于进一步扩大失能老年人居家照护服务供给工作的通知'), para('addressee', '甲局：'), p('尾')));
  await putCaret(page, '关于进一步', 'end');
  await ime.write('zhaiyao', '摘要');
  await putCaret(page, '关于进一步', 14);
  await ime.write('de', '的');
  expect((await lines(page))[0]).toBe('关于进一步扩大失能老年人居家的照护服务供给工作的通知摘要');
  const field = page.getByRole('textbox', { name: '主送机关' });
  await field.click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await ime.show('yi');
  await page.waitForTimeout(200);
  expect((await lines(page))[1]).toBe('甲局：');
  await ime.choose('、乙局');
  await expect.poll(() => lines(page)).toContain('甲局、乙局：');
});
