import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { doc, h, p, para, table, title } from '../support/build.ts';
import { lines, openDraft, paper, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { test } from '../support/window-page.ts';

const draft = (name: string) => doc(
  title(name), h(1, '总体要求'), p('甲文'), h(2, '目标'), table(['序号'], ['1']), h(1, '保障措施'), p('乙文'), h(2, '经费'), para('attachmentNote', '清单'), para('attachmentNote', '样表'),
  para('signature', '某局'), para('annex', '清单'), p('清单文'), para('annex', '样表'), p('样表文'),
);
const outline = (page: Page): Locator => page.getByRole('navigation', { name: '提纲' });
const line = (page: Page, text: string): Locator => outline(page).getByRole('button', { name: text });

/** Presses a line, moves to the top edge of another, and keeps holding. */
async function dragTo(page: Page, from: string, to: string): Promise<void> {
  const start = (await line(page, from).boundingBox())!;
  const end = (await line(page, to).boundingBox())!;
  await page.mouse.move(start.x + 40, start.y + 14);
  await page.mouse.down();
  await page.mouse.move(start.x + 44, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x + 44, end.y + 3, { steps: 6 });
  await page.waitForTimeout(150);
}

test('拖动提纲里的标题，整节带着下级、正文和表格走，编号随即重排，一次撤销退回', async ({ page, host }) => {
  const id = await openDraft(page, host, draft('关于拖动的通知'));
  const before = await lines(page);
  await dragTo(page, '二、保障措施', '一、总体要求');
  await expect(outline(page).locator('.drop-line')).toBeVisible();
  await expect(outline(page).locator('.outline-line.held')).toHaveCount(2);
  await page.mouse.up();
  expect((await lines(page)).slice(1, 8)).toEqual(['一、保障措施', '乙文', '（一）经费', '二、总体要求', '甲文', '（一）目标', '序号']);
  await expect(line(page, '一级标题，一、保障措施')).toBeVisible();
  await waitUntilSaved(page);
  expect((await storedDocument(host, id)).child(1).textContent).toBe('保障措施');
  await page.keyboard.press('Control+z');
  expect(await lines(page)).toEqual(before);
  await line(page, '一、总体要求').focus();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(line(page, '二、总体要求')).toBeFocused();
  await page.keyboard.press('Control+z');
  expect(await lines(page)).toEqual(before);
  await expect(outline(page).locator('.outline-line:focus')).toHaveCount(1);
});

test('拖到一半按 Esc，什么也不变；拖到自己原来的地方也不变', async ({ page, host }) => {
  await openDraft(page, host, draft('关于放弃拖动的通知'));
  const before = await lines(page);
  await dragTo(page, '二、保障措施', '一、总体要求');
  await page.keyboard.press('Escape');
  await expect(outline(page).locator('.drop-line')).toHaveCount(0);
  await page.mouse.up();
  await dragTo(page, '一、总体要求', '（一）目标');
  await expect(outline(page).locator('.drop-line')).toHaveCount(0);
  await page.mouse.up();
  expect(await lines(page)).toEqual(before);
});

test('附件拖动换次序，附件说明跟着换', async ({ page, host }) => {
  await openDraft(page, host, draft('关于附件次序的通知'));
  await dragTo(page, '附件2，样表', '附件1，清单');
  await page.mouse.up();
  const after = (await lines(page)).join('|');
  expect(after).toContain('附件：1.样表|2.清单');
  expect(after).toContain('附件1样表|样表文|附件2清单|清单文');
});

test('不用鼠标：提纲里方向键走，Alt Shift 加方向键移动整节、连下级一起升降，焦点跟着走', async ({ page, host }) => {
  await openDraft(page, host, draft('关于键盘移动的通知'));
  await line(page, '二、保障措施').focus();
  await page.keyboard.press('ArrowDown');
  await expect(line(page, '（一）经费')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(line(page, '一级标题，一、保障措施')).toBeFocused();
  expect((await lines(page)).slice(1, 5)).toEqual(['一、保障措施', '乙文', '（一）经费', '二、总体要求']);
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(line(page, '一级标题，二、保障措施')).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(line(page, '二级标题，（二）保障措施')).toBeFocused();
  expect(await lines(page)).toContain('1.经费');
  await page.keyboard.press('Enter');
  await expect(paper(page)).toBeFocused();
});

test('长提纲拖到边上自己滚', async ({ page, host }) => {
  await openDraft(page, host, doc(title('关于长提纲的通知'), ...Array.from({ length: 60 }, (_, i) => h(1, `第${i}项`))));
  const list = outline(page).locator('ul');
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  const last = (await line(page, '六十、第59项').boundingBox())!;
  const box = (await list.boundingBox())!;
  await page.mouse.move(last.x + 40, last.y + 14);
  await page.mouse.down();
  await page.mouse.move(last.x + 40, last.y - 40, { steps: 4 });
  await page.mouse.move(last.x + 40, box.y + 6, { steps: 4 });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
  await page.mouse.up();
  expect((await lines(page)).slice(0, 3)).toEqual(['关于长提纲的通知', '一、第59项', '二、第0项']);
});
