import { doc, p, para, title } from '../support/build.ts';
import { openDraft, paper, paragraph, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { pngFile } from '../support/pictures.ts';
import { expect, test } from '../support/window-page.ts';

test('图片：从文件插入，不宽过版心，改宽度和说明；贴进来一张；一次撤销退回一步，退格像删一个字', async ({ page, host }) => {
  const id = await openDraft(page, host, doc(title('关于现场照片的通知'), p('现场情况如下。'), para('signature', '青川市照护保障局')));
  const pictures = paper(page).locator('.image');
  await putCaret(page, '现场情况如下', 'end');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '插入图片' }).click();
  await (await chooser).setFiles({ name: '全景.png', mimeType: 'image/png', buffer: Buffer.from(pngFile(900, 300)) });
  await expect(pictures).toHaveCount(1);
  await expect.poll(() => pictures.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
  await waitUntilSaved(page);
  const attrs = async () => {
    const found: Record<string, unknown>[] = [];
    (await storedDocument(host, id)).descendants((node) => void (node.type.name === 'image' && found.push(node.attrs)));
    return found[0]!;
  };
  // 28 characters wide, less the two a paragraph of text begins with.
  expect((await attrs()).width).toBeLessThanOrEqual(26 * 316);

  await pictures.click();
  const width = page.getByLabel('图片宽度（毫米）');
  await width.fill('60');
  await page.getByLabel('图片说明').fill('现场全景');
  await page.getByLabel('图片说明').press('Enter');
  await expect.poll(async () => (await attrs()).alt).toBe('现场全景');
  expect(await attrs()).toMatchObject({ width: Math.round((60 * 1440) / 25.4), height: Math.round((20 * 1440) / 25.4) });

  await putCaret(page, '现场情况如下', 4);
  await paper(page).evaluate(async (root, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], '标志.png', { type: 'image/png' }));
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...pngFile(20, 20)]);
  await expect(pictures).toHaveCount(2);
  await page.keyboard.press('Backspace');
  await expect(pictures).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(pictures).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(pictures).toHaveCount(1);
  await expect(paragraph(page, '现场情况如下')).toHaveText('现场情况如下。');
});
