import { expect, test } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { doc, h, p, para, table, title } from '../support/build.ts';
import { lines, openDraft, paper, paragraph, putCaret, select, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

let nth = 0;
const name = (): string => `关于第${++nth}项工作的函`;

/** An input method at work: letters appear one by one, are replaced by candidates, then by the chosen words. */
async function compose(page: Page, ime: CDPSession, letters: string, words: string): Promise<void> {
  for (let i = 1; i <= letters.length; i++) {
    await ime.send('Input.imeSetComposition', { text: letters.slice(0, i), selectionStart: i, selectionEnd: i });
    await page.waitForTimeout(15);
  }
  await ime.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length });
  await page.waitForTimeout(15);
  await ime.send('Input.insertText', { text: words });
  await page.waitForTimeout(120);
}

/** A composition that the person gives up. */
async function cancel(page: Page, ime: CDPSession, letters: string): Promise<void> {
  await ime.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length });
  await page.waitForTimeout(30);
  await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await page.waitForTimeout(100);
}

const start = async (page: Page, document: Parameters<typeof openDraft>[2]): Promise<{ id: string; ime: CDPSession }> => {
  const id = await openDraft(page, host, document);
  return { id, ime: await page.context().newCDPSession(page) };
};

test('在标题开头、紧挨编号处组字，一字不多一字不少', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(1, '总体要求'), h(2, '统一尺度。印发指南。'), p('正文')));
  await putCaret(page, '总体要求', 'start');
  await compose(page, ime, 'jiaqiang', '加强');
  await compose(page, ime, 'he', '和');
  await putCaret(page, '统一尺度', 'start');
  await compose(page, ime, 'jin', '进');
  expect((await lines(page)).slice(1)).toEqual(['一、加强和总体要求', '（一）进统一尺度。印发指南。', '正文']);
  await waitUntilSaved(page);
  await expect.poll(async () => (await storedDocument(host, id)).child(1).textContent).toBe('加强和总体要求');
});

test('在空标题里组字；空正文里组字也一样', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), h(1, ''), p('')));
  await paper(page).locator('.p').nth(1).click();
  await compose(page, ime, 'zongti', '总体');
  await compose(page, ime, 'yaoqiu', '要求');
  await page.keyboard.press('Enter');
  await compose(page, ime, 'zhengwen', '正文');
  expect((await lines(page)).slice(1)).toEqual(['一、总体要求', '正文']);
});

test('选中几个字组字，换掉的正是它们；放弃组字不留字母', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('甲乙丙丁戊')));
  await putCaret(page, '甲乙丙丁戊', 1);
  await select(page, 3);
  await compose(page, ime, 'baozhang', '保障');
  expect((await lines(page))[1]).toBe('甲保障戊');
  await cancel(page, ime, 'wei');
  expect((await lines(page))[1]).toBe('甲保障戊');
  await compose(page, ime, 'wu', '物');
  expect((await lines(page))[1]).toBe('甲保障物戊');
});

test('选中跨两段标题的字再组字，结构完好', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(1, '甲乙丙'), p('中间'), h(1, '丁戊己'), p('尾')));
  await putCaret(page, '甲乙丙', 1);
  await select(page, 8);
  await compose(page, ime, 'bao', '保');
  await waitUntilSaved(page);
  const shown = await lines(page);
  expect(shown.slice(1)).toEqual(['一、甲保己', '尾']);
  await expect.poll(async () => (await storedDocument(host, id)).childCount).toBe(3);
});

test('单元格里组字，不出格', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), table(['序号', '任务'], ['1', '']), p('尾')));
  await paper(page).locator('td').nth(3).click();
  await compose(page, ime, 'modi', '摸底');
  await compose(page, ime, 'diaocha', '调查');
  await paper(page).locator('td').nth(2).click();
  await page.keyboard.press('End');
  await compose(page, ime, 'hao', '号');
  await expect(paper(page).locator('td')).toHaveText(['序号', '任务', '1号', '摸底调查']);
});

test('紧挨句内序号组字：前面、后面、段首', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('要求：@抓落实；@抓督查。'), p('@甲')));
  await putCaret(page, '要求', 3);
  await compose(page, ime, 'ruxia', '如下');
  await putCaret(page, '要求', 'end');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
  await compose(page, ime, 'hen', '狠');
  await paragraph(page, '甲').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await compose(page, ime, 'hao', '好');
  await page.keyboard.press('Home');
  await compose(page, ime, 'yao', '要');
  expect((await lines(page)).slice(1)).toEqual(['要求：如下一是抓落实；二是狠抓督查。', '要一是好甲']);
});

test('输入法打出的编号成为标题和自动序号', async ({ page }) => {
  const { ime } = await start(page, doc(title(name()), p('')));
  await paper(page).locator('.p').nth(1).click();
  await compose(page, ime, 'yi', '一');
  await compose(page, ime, '、', '、');
  await compose(page, ime, 'zongti', '总体');
  await expect(paper(page).locator('.p-heading1')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await compose(page, ime, 'yaoqiu', '要求：');
  await compose(page, ime, 'yishi', '一是');
  await compose(page, ime, 'zhua', '抓');
  await expect(paper(page).locator('.marker')).toHaveCount(1);
  expect((await lines(page)).slice(1)).toEqual(['一、总体', '要求：一是抓']);
});

test('标题换行处组字；要素面板里组字，纸面不见拼音', async ({ page }) => {
  const { ime } = await start(page, doc(title('关于进一步扩大失能老年人居家照护服务供给工作的通知'), para('addressee', '甲局：'), p('尾')));
  await putCaret(page, '关于进一步', 'end');
  await compose(page, ime, 'zhaiyao', '摘要');
  await putCaret(page, '关于进一步', 14);
  await compose(page, ime, 'de', '的');
  expect((await lines(page))[0]).toBe('关于进一步扩大失能老年人居家的照护服务供给工作的通知摘要');
  const field = page.getByRole('textbox', { name: '主送机关' });
  await field.click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await ime.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
  await page.waitForTimeout(200);
  expect((await lines(page))[1]).toBe('甲局：');
  await ime.send('Input.insertText', { text: '、乙局' });
  await expect.poll(() => lines(page)).toContain('甲局、乙局：');
});
