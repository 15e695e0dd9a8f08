import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { plainText } from '#core/document/plain-text.ts';
import { schema } from '#core/document/schema.ts';
import { doc, h, p, para, title } from '../support/build.ts';
import { callHost, lines, openDraft, openFromLibrary, paper, putCaret, settle, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

let nth = 0;
const named = (...blocks: Node[]): Node => doc(title(`关于第${++nth}件引用的通知`), ...blocks, para('signature', '某局'), para('date', '2026年8月1日'));
const twoAnnexes = [para('annex', '任务分工表'), p('分工如下。'), para('annex', '报送格式'), p('格式如下。')];
const notes = [para('attachmentNote', '任务分工表'), para('attachmentNote', '报送格式')];
const withAnnexes = (...blocks: Node[]): Node => schema.nodes.doc.create(null, [...named(...blocks, ...notes).children, ...twoAnnexes]);

const picker = (page: Page) => page.getByRole('dialog', { name: '插入引用' });
async function refer(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+r');
  await picker(page).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(picker(page)).toHaveCount(0);
}

test('从列表选附件和标题，编号变了引用跟着变；删了就标出，撤销复原；导出和存下的都是同样的字', async ({ page }) => {
  const id = await openDraft(page, host, withAnnexes(h(1, '总体要求'), p('具体见，按要求办。'), h(1, '工作安排')));
  await putCaret(page, '具体见', 3);
  await refer(page, '报送');
  await putCaret(page, '要求办', 'end');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await settle(page);
  await refer(page, 'gzap');
  expect((await lines(page))[2]).toBe('具体见附件2，按要求第二部分办。');

  await putCaret(page, '总体要求', 'end');
  await page.keyboard.press('Enter');
  await page.keyboard.type('一、背景');
  await expect.poll(async () => (await lines(page)).find((line) => line.includes('按要求'))).toBe('具体见附件2，按要求第三部分办。');

  // The first annex goes with its line; the other is the only one now.
  const annex = paper(page).locator('.p-annex', { hasText: '任务分工表' });
  await annex.click();
  await settle(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+Home');
  await settle(page);
  await page.keyboard.press('Delete');
  await waitUntilSaved(page);
  expect((await lines(page)).join('\n')).not.toContain('任务分工表');
  expect((await lines(page)).find((line) => line.includes('按要求'))).toBe('具体见附件，按要求第三部分办。');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page)).find((line) => line.includes('按要求'))).toBe('具体见附件2，按要求第三部分办。');
  expect((await lines(page)).join('\n')).toContain('附件：1.任务分工表');

  // The heading goes: the reference keeps its words and says so.
  await putCaret(page, '工作安排', 'end');
  await page.keyboard.press('Shift+Home');
  await settle(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(paper(page).locator('.reference.broken')).toHaveAttribute('data-label', '第三部分');
  await page.getByRole('button', { name: '检查：到下一处' }).click();
  await expect(page.getByText('指的那一处已不在文中').first()).toBeVisible();
  await waitUntilSaved(page);
  const stored = plainText(await storedDocument(host, id));
  expect(stored).toContain('具体见附件2，按要求第三部分办。');
  const { file } = await callHost(host, 'document.open', { id });
  const { bytes } = await callHost(host, 'export.write', { id, file, format: 'txt' } as never) as unknown as { bytes: Uint8Array };
  expect(new TextDecoder().decode(bytes)).toContain('具体见附件2，按要求第三部分办。');
});

test('改附件说明里的名称，附件标题同时变；组字时不动，组完才变；一次撤销都回来', async ({ page }) => {
  await openDraft(page, host, withAnnexes(p('正文')));
  const ime = await inputMethod(page);
  await paper(page).locator('.p-attachmentNote').nth(1).click();
  await page.keyboard.press('End');
  for (const text of ['y', 'ya', 'yang']) await ime.show(text);
  await page.waitForTimeout(150);
  await expect(paper(page).locator('.p-annex').nth(1)).toHaveText('报送格式');
  await ime.choose('样');
  await expect(paper(page).locator('.p-annex').nth(1)).toHaveText('报送格式样');
  await ime.choose('本');
  await expect(paper(page).locator('.p-annex').nth(1)).toHaveText('报送格式样本');
  expect((await lines(page)).filter((line) => line.includes('样本'))).toEqual(['2.报送格式样本', '报送格式样本'].map((line, index) => (index === 0 ? line : `附件2${line}`)));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page)).filter((line) => line.includes('报送格式')).map((line) => line.slice(-4)).join()).toMatch(/^(.{4}),\1$/);
  await paper(page).locator('.p-annex').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.type('Q');
  await expect(paper(page).locator('.p-attachmentNote').first()).toHaveText('Q任务分工表');
});

test('引用贴到别的文稿成为文字，贴回本文仍是引用', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const source = withAnnexes(p('见。'), p('末段'));
  await openDraft(page, host, source);
  await putCaret(page, '见。', 1);
  await refer(page, '附件1');
  await settle(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await settle(page);
  await page.keyboard.press('Control+c');
  await putCaret(page, '末段', 'end');
  await page.keyboard.press('Control+v');
  await expect.poll(() => lines(page)).toContain('末段见附件1。');
  await expect(paper(page).locator('.reference')).toHaveCount(2);
  await waitUntilSaved(page);
  const other = named(p('另一篇'));
  await callHost(host, 'document.add', { file: { format: 'niwen-document', version: 1, doc: other.toJSON() } as never });
  await openFromLibrary(page, other.child(0).textContent);
  await putCaret(page, '另一篇', 'end');
  await page.keyboard.press('Control+v');
  await expect.poll(() => lines(page)).toContain('另一篇见附件1。');
  await expect(paper(page).locator('.reference')).toHaveCount(0);
});

test('按住 Ctrl 点引用，转到所指之处；退格整个删去', async ({ page }) => {
  await openDraft(page, host, withAnnexes(p('见。')));
  await putCaret(page, '见。', 1);
  await refer(page, '附件2');
  await paper(page).locator('.reference').click({ modifiers: ['Control'] });
  await expect(paper(page).locator('.p-annex.is-here')).toHaveText('报送格式');
  await putCaret(page, '见', 'end');
  await page.keyboard.press('ArrowLeft');
  await settle(page);
  await page.keyboard.press('Backspace');
  await expect.poll(async () => (await lines(page))[1]).toBe('见。');
});

test('键入见附件2，后面的字一到就成引用，撤销还是原来键入的字；没有的附件不变', async ({ page }) => {
  await openDraft(page, host, withAnnexes(p('正文')));
  const ime = await inputMethod(page);
  await putCaret(page, '正文', 'end');
  await ime.show('jian');
  await ime.choose('（见附件');
  await page.keyboard.type('2');
  await page.waitForTimeout(150);
  await expect(paper(page).locator('.reference')).toHaveCount(0);
  await ime.choose('）');
  await expect(paper(page).locator('.reference')).toHaveAttribute('data-label', '附件2');
  expect(await lines(page)).toContain('正文（见附件2）');
  await page.keyboard.press('Control+z');
  await expect(paper(page).locator('.reference')).toHaveCount(0);
  expect(await lines(page)).toContain('正文（见附件2）');
  await page.keyboard.type('见附件7，');
  await page.waitForTimeout(150);
  await expect(paper(page).locator('.reference')).toHaveCount(0);
});

test('脚注：Ctrl+Alt+N 写在注号旁边，一次撤销，点注号再改，随复制走，退格删去，排在版面下端', async ({ page }) => {
  const id = await openDraft(page, host, withAnnexes(p('具体见附件。')));
  const marks = paper(page).locator('.footnote');
  const box = page.getByRole('dialog', { name: /^脚注/ });
  const notesOf = async (): Promise<string[]> => {
    const found: string[] = [];
    (await storedDocument(host, id)).descendants((node) => void (node.type.name === 'footnote' && found.push(String(node.attrs.text))));
    return found;
  };
  await putCaret(page, '分工如下', 4);
  await page.keyboard.press('Control+Alt+n');
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('以本年度计划为准。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('另有规定的除外。');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(marks).toHaveCount(1);
  await expect(marks).toHaveAttribute('data-label', '①');
  await expect.poll(notesOf).toEqual(['以本年度计划为准。\n另有规定的除外。']);
  await page.keyboard.press('Control+z');
  await expect(marks).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(marks).toHaveCount(1);

  await marks.click();
  await expect(box.getByRole('textbox')).toHaveValue('以本年度计划为准。\n另有规定的除外。');
  await box.getByRole('textbox').fill('见工作方案。');
  await page.keyboard.press('Control+Enter');
  await expect.poll(notesOf).toEqual(['见工作方案。']);

  await paper(page).locator('.p', { hasText: '分工如下' }).click({ clickCount: 3 });
  await settle(page);
  await page.keyboard.press('Control+c');
  await putCaret(page, '格式如下', 'end');
  await page.keyboard.press('Control+v');
  await expect(marks).toHaveCount(2);
  await expect.poll(notesOf).toEqual(['见工作方案。', '见工作方案。']);
  await page.keyboard.press('Control+z');
  await expect(marks).toHaveCount(1);

  await page.keyboard.press('Control+Alt+p');
  await expect(page.getByRole('complementary', { name: '版面' })).toContainText('见工作方案。');
  await putCaret(page, '分工如下', 4);
  await page.keyboard.press('Delete');
  await expect(marks).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(marks).toHaveCount(1);
});
