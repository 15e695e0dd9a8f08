import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { doc, h, p, para, table, title } from '../support/build.ts';
import { callHost, lines, openDraft, paper, paragraph, putCaret, select, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import type { InputMethod } from '../support/input-method.ts';
import { sampleOf } from '../support/samples.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());
// Many compositions a draft: opening one takes longer than composing in it.
test.setTimeout(180_000);

let nth = 0;
const name = (): string => `关于第${++nth}类组字的函`;

const start = async (page: Page, document: Node): Promise<{ id: string; ime: InputMethod }> => {
  const id = await openDraft(page, host, document);
  return { id, ime: await inputMethod(page) };
};

/** The texts of all paragraphs, cells included, inline numbers as @. */
const textsOf = (document: Node): string[] => {
  const texts: string[] = [];
  document.descendants((node) => {
    if (node.isTextblock) texts.push(node.textBetween(0, node.content.size, '', (leaf) => (leaf.type.name === 'marker' ? '@' : '\n')));
    return !node.isTextblock;
  });
  return texts;
};

/** What the store holds once all is saved. */
const saved = async (page: Page, id: string): Promise<string[]> => {
  await waitUntilSaved(page);
  return textsOf(await storedDocument(host, id));
};

test('拼音改来改去：退字母、移光标、换候选、放弃、直接上屏字母，纸上只有选定的字', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), p('甲乙'), p('丙')));
  await putCaret(page, '甲乙', 1);
  for (const step of ['g', 'go', 'gon', 'gong', 'gongw', 'gong', 'gon', 'gong', 'gongwen']) await ime.show(step);
  await ime.show('gongwen', 4);
  await ime.show('gonghwen', 5);
  await ime.show('gongwen', 4);
  for (const candidate of ['公文', '工文', '公温', '公文']) await ime.show(candidate);
  await ime.choose('公文');
  await expect.poll(() => lines(page)).toEqual([expect.anything(), '甲公文乙', '丙']);
  await ime.show('fa');
  await ime.show('fawen');
  await ime.giveUp();
  await ime.write('nihao', 'nihao');
  await expect.poll(() => lines(page)).toEqual([expect.anything(), '甲公文nihao乙', '丙']);
  // Straight after the words stand, one undo; then on writing at the same place.
  await ime.write('ban', '办');
  await page.keyboard.press('Control+z');
  expect((await lines(page))[1]).not.toContain('办');
  await page.keyboard.press('Control+y');
  expect((await lines(page))[1]).toBe('甲公文nihao办乙');
  expect((await saved(page, id)).slice(1)).toEqual(['甲公文nihao办乙', '丙']);
});

test('各要素的段首组字：标签还是标签，字落在标签之后', async ({ page }) => {
  const { id, ime } = await start(page, doc(
    title(name()), para('addressee', '局：'), h(1, '要求'), p('正文'), para('attachmentNote', '名单'), para('attachmentNote', '表格'),
    para('signature', '某办公室'), para('annex', '清单'), p('附件正文'), para('copyTo', '委办。'),
  ));
  for (const [text, letters, words] of [['局：', 'ge', '各'], ['要求', 'zongti', '总体'], ['正文', 'xia', '下'], ['名单', 'renyuan', '人员'], ['表格', 'fenjie', '分解'], ['某办公室', 'shi', '市'], ['清单', 'renwu', '任务'], ['委办', 'shi', '市']] as const) {
    await putCaret(page, text, 'start');
    await ime.write(letters, words);
  }
  expect((await lines(page)).slice(1)).toEqual(['各局：', '一、总体要求', '下正文', '附件：1.人员名单', '2.分解表格', '市某办公室', '附件1任务清单', '附件正文', '抄送：市委办。']);
  expect((await saved(page, id)).slice(1)).toEqual(['各局：', '总体要求', '下正文', '人员名单', '分解表格', '市某办公室', '任务清单', '附件正文', '市委办。']);
});

test('选中着组字：跨句内序号、整个标题、标题里一段、跨段，换掉的正是选中的', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(1, '旧标题'), p('要求：@抓落实；@抓督查。'), h(2, '统一尺度。印发指南。', { runIn: true }), p('尾一'), p('尾二')));
  await putCaret(page, '旧标题', 'start');
  await select(page, 3);
  await ime.write('xinde', '新的');
  await putCaret(page, '要求', 1);
  await select(page, 5);
  await ime.write('hao', '好');
  await putCaret(page, '统一尺度', 2);
  await select(page, 5);
  await ime.write('zhi', '制');
  await putCaret(page, '尾一', 1);
  await select(page, 3);
  await ime.write('he', '合');
  const shown = (await lines(page)).slice(1);
  expect(shown).toEqual(['一、新的', '要好实；一是抓督查。', '（一）统一制指南。', '尾合二']);
  expect((await saved(page, id)).slice(1)).toEqual(['新的', '要好实；@抓督查。', '统一制指南。', '尾合二']);
});

test('全选后直接打字：字母不重复，选定的字换掉整篇；放弃组字，纸是空的', async ({ page }) => {
  const sample = sampleOf('consultation');
  const { id, ime } = await start(page, sample);
  await paper(page).locator('.p').nth(3).click();
  await page.keyboard.press('Control+a');
  await ime.show('y');
  await ime.show('yi');
  await ime.giveUp();
  expect(await lines(page)).toEqual(['']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+a');
  await ime.write('congtou', '从头写');
  expect(await lines(page)).toEqual(['从头写']);
  expect(await saved(page, id)).toEqual(['从头写']);
});

test('段首接排的首个句号前后组字；组字打出句号，组完才接排', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), h(2, '统一尺度。印发指南。', { runIn: true }), h(2, '健全机制'), p('尾')));
  await putCaret(page, '统一尺度', 4);
  await ime.write('biaozhun', '标准');
  await putCaret(page, '统一尺度', 7);
  await ime.write('jishi', '及时');
  await expect(paper(page).locator('.run-in-lead')).toHaveText('统一尺度标准。');
  await putCaret(page, '健全机制', 'end');
  await ime.show('。');
  await ime.show('。mei');
  await page.waitForTimeout(300);
  // Still composing: nothing may change the paragraph under the input method.
  await expect(paper(page).locator('.p[data-run-in]')).toHaveCount(1);
  await ime.show('。每季');
  await ime.choose('。每季');
  await ime.write('tongbao', '通报');
  await expect(paper(page).locator('.p[data-run-in]')).toHaveCount(2);
  expect((await lines(page)).slice(1)).toEqual(['（一）统一尺度标准。及时印发指南。', '（二）健全机制。每季通报', '尾']);
  expect((await saved(page, id)).slice(1)).toEqual(['统一尺度标准。及时印发指南。', '健全机制。每季通报', '尾']);
});

test('单元格里：空格、有字的、选中几格，字只进一格', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), table(['序号', '任务', '单位'], ['1', '', '甲局'], ['2', '检查', '乙局']), p('尾')));
  const cell = (index: number) => paper(page).locator('td').nth(index);
  await cell(4).click();
  await ime.write('modi', '摸底');
  await cell(7).click();
  await page.keyboard.press('Home');
  await ime.write('duban', '督办');
  await ime.show('x');
  await ime.giveUp();
  const [from, to] = [(await cell(5).boundingBox())!, (await cell(8).boundingBox())!];
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(paper(page).locator('.selectedCell')).toHaveCount(2);
  await ime.write('bing', '丙');
  const cells = ['序号', '任务', '单位', '1', '摸底', '丙', '2', '督办检查', ''];
  await expect(paper(page).locator('td')).toHaveText(cells);
  expect((await saved(page, id)).slice(1)).toEqual([...cells, '尾']);
  await page.keyboard.press('Control+z');
  await expect(paper(page).locator('td')).toHaveText(['序号', '任务', '单位', '1', '摸底', '甲局', '2', '督办检查', '乙局']);
});

test('组字拖得很久：其间存盘、要素照抄、别的窗口改了文稿，字都不丢不重', async ({ page }) => {
  const { id, ime } = await start(page, doc(title(name()), para('addressee', '甲局：'), p('正文')));
  await putCaret(page, '甲局', 2);
  await ime.show('y');
  // Longer than saving, counting and the fields wait for a pause.
  await page.waitForTimeout(1300);
  await ime.show('yi');
  await page.waitForTimeout(700);
  await ime.show('、乙局');
  await page.waitForTimeout(1300);
  await ime.choose('、乙局');
  expect((await lines(page)).slice(1)).toEqual(['甲局、乙局：', '正文']);
  expect((await saved(page, id)).slice(1)).toEqual(['甲局、乙局：', '正文']);

  await putCaret(page, '正文', 'end');
  await ime.show('bu');
  await waitUntilSaved(page);
  const { revision } = await callHost(host, 'document.open', { id });
  const fields = { stepType: 'docAttr', attr: 'fields', value: { ...(await storedDocument(host, id)).attrs.fields as object, reason: '补' } };
  await callHost(host, 'document.append', { id, base: revision, steps: [fields] });
  await page.waitForTimeout(2500);
  // The composition goes on: the letters are still what the input method holds.
  expect((await lines(page))[2]).toBe('正文bu');
  await ime.show('补');
  await ime.choose('补');
  await page.waitForTimeout(300);
  expect(await paragraph(page, '正文').textContent()).toContain('正文补');
});
