import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { doc, h, p, para, title } from '../support/build.ts';
import { openDraft, paper, paragraph, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => {
  host = await startWebHost();
});
test.afterAll(() => host.stop());

const long = (): Node => doc(
  title('关于办好长文稿的通知'), para('addressee', '各部门：'),
  ...Array.from({ length: 200 }, (_, index) => (index % 20 === 0 ? h(1, `第${index}处标题`) : p(`第${index}段正文，${'要把这项工作摆上重要位置。'.repeat(4)}`))),
  para('signature', '某某局'), para('date', '2026年3月2日'),
);

/** What a person sees at the caret: the words of its paragraph, and whether it is in sight. */
const atCaret = (page: Page): Promise<{ text: string; isInSight: boolean }> => page.evaluate(() => {
  const { focusNode } = getSelection()!;
  const element = focusNode instanceof Element ? focusNode : focusNode!.parentElement!;
  const [place, frame] = [element.getBoundingClientRect(), element.closest('.desk')!.getBoundingClientRect()];
  return { text: element.closest('.p')!.textContent, isInSight: place.bottom > frame.top && place.top < frame.bottom };
});

test('两百段的文稿：首尾来去，提纲直达，跨许多段改写和组字，一步撤销', async ({ page }) => {
  const id = await openDraft(page, host, long());
  const marginOf = (text: string): Promise<string> => paragraph(page, text).evaluate((element) => getComputedStyle(element, '::after').content);
  await page.keyboard.press('Control+End');
  await expect.poll(() => atCaret(page)).toEqual({ text: '2026年3月2日', isInSight: true });
  await page.keyboard.press('Control+Home');
  await expect.poll(() => atCaret(page)).toEqual({ text: '关于办好长文稿的通知', isInSight: true });
  await page.getByRole('navigation', { name: '提纲' }).getByText('第140处标题').click();
  await expect.poll(() => atCaret(page)).toEqual({ text: '第140处标题', isInSight: true });
  expect(await marginOf('第140处标题')).toContain('一级');

  // A word composed at the first and the last paragraph in sight of each group is put there and nowhere else.
  const ime = await inputMethod(page);
  for (const text of ['第31段', '第95段', '第150段']) {
    await putCaret(page, text, text.length);
    await ime.write('gong', '公文');
    await expect(paper(page).getByText(`${text}公文正文`)).toHaveCount(1);
  }
  await expect(paper(page).getByText('公文正文')).toHaveCount(3);
  await waitUntilSaved(page);

  // From one paragraph to another a hundred further on, written over.
  await putCaret(page, '第41段', 3);
  await paragraph(page, '第145段').scrollIntoViewIfNeeded();
  await paragraph(page, '第145段').click({ modifiers: ['Shift'], position: { x: 60, y: 14 } });
  await page.keyboard.type('改');
  await expect(paper(page).getByText('第101段')).toHaveCount(0);
  await waitUntilSaved(page);
  const blocks = (await storedDocument(host, id)).childCount;
  expect(blocks).toBe(204 - 104);
  await page.keyboard.press('Control+z');
  await expect(paper(page).getByText('第101段')).toHaveCount(1);
  await waitUntilSaved(page);
  const stored = await storedDocument(host, id);
  expect(stored.childCount).toBe(204);
  const drawn = await paper(page).locator('.p').evaluateAll((all) => all.map((each) => each.textContent));
  expect(drawn).toEqual(stored.children.map((block) => block.textContent));
});

test('一口气写下几十段：手一歇，纸面自己分好，光标、选区和接着打的字都在原处，一步步撤得回去', async ({ page }) => {
  const id = await openDraft(page, host, long());
  await putCaret(page, '第95段', 3);
  const before = await storedDocument(host, id);
  for (let nth = 0; nth < 60; nth++) {
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(`新写${nth}`);
  }
  const largest = (): Promise<number> => paper(page).locator('.block-group').evaluateAll((groups) => Math.max(...groups.map((group) => group.childElementCount)));
  expect(await largest()).toBeGreaterThan(60);
  const place = (): Promise<number> => page.evaluate(() => getSelection()!.getRangeAt(0).getBoundingClientRect().top);
  const stood = await place();
  await expect.poll(largest).toBeLessThanOrEqual(24);
  expect(Math.abs((await place()) - stood)).toBeLessThan(2);
  const { text, isInSight } = await atCaret(page);
  expect([text.slice(0, 4), isInSight]).toEqual(['新写59', true]);

  const ime = await inputMethod(page);
  await ime.write('gong', '公文');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.type('稿');
  await expect(paper(page).getByText('新写59公稿')).toHaveCount(1);
  await waitUntilSaved(page);
  const stored = await storedDocument(host, id);
  expect(await paper(page).locator('.p').evaluateAll((all) => all.map((each) => each.textContent))).toEqual(stored.children.map((block) => block.textContent));
  await expect(async () => {
    for (let nth = 0; nth < 20; nth++) await page.keyboard.press('Control+z');
    await waitUntilSaved(page);
    expect((await storedDocument(host, id)).eq(before)).toBe(true);
  }).toPass();
});
