import type { Page } from '@playwright/test';
import { doc, p, para, title } from '../support/build.ts';
import { openDraft, paper, paragraph, putCaret, settle, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { pngFile, sourceOf } from '../support/pictures.ts';
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

/** A paste of several forms at once, as a browser makes of what Word, WPS and other pages put on the clipboard. */
const paste = async (page: Page, forms: Readonly<Record<string, string>>): Promise<void> => {
  await settle(page);
  await paper(page).evaluate((root, data) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, forms);
};
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const dataAddress = (bytes: Uint8Array): string => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
/** The paragraphs of a stored draft, a picture as ［宽 毫米］. */
const storedLines = async (page: Page, host: Parameters<typeof openDraft>[1], id: string): Promise<string[]> => {
  await waitUntilSaved(page);
  const millimetres = (twips: unknown): number => Math.round((Number(twips) / 1440) * 25.4);
  return (await storedDocument(host, id)).children.map((block) => {
    let line = '';
    block.descendants((node) => void (line += node.isText ? node.text : node.type.name === 'image' ? `［${millimetres(node.attrs.width)}］` : ''));
    return line;
  });
};

test('贴进来的内容里有图片：自带的、Word 放在一旁的都跟着来，别处的说清楚；拖进来的落在指针下；组字贴着图片不丢字', async ({ page, host }) => {
  const id = await openDraft(page, host, doc(title('关于图文的通知'), p('开头。'), p('结尾。')));
  const pictures = paper(page).locator('.image');
  const said = page.locator('.ant-message-notice').last();

  // A web page: one picture in it, one on the net, one broken; the dot that counts readers is none.
  await putCaret(page, '开头', 'end');
  const web = `<p>网页文字<img width="96" src="${dataAddress(pngFile(192, 96))}" alt="图一">在中间。</p><p><img src="https://example.cn/a.png"></p><p><img src="data:image/png;base64,AAAA">末段<img width=1 height=1 src="https://example.cn/dot.gif"></p>`;
  await paste(page, { 'text/html': web, 'text/plain': '网页文字在中间。' });
  await expect(pictures).toHaveCount(1);
  await expect(said).toContainText('另外 1 张图片没有：它们存在网上或别的程序里');
  await expect(said).toContainText('1 张图片已损坏或不是图片');
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。网页文字［25］在中间。', '末段', '结尾。']);
  await page.keyboard.press('Control+z');
  await expect(pictures).toHaveCount(0);
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结尾。']);

  // Word names its pictures by files of its own; their bytes are in the RTF. Also in a cell of a table.
  const shape = (bytes: Uint8Array): string => `{\\*\\shppict{\\pict\\picw10\\pich10\\pngblip\\bliptag1 ${hex(bytes)}}}{\\nonshppict{\\pict\\wmetafile8 0100}}`;
  const file = (n: number, width: number): string => `<!--[if gte vml 1]><v:shape/><![endif]--><![if !vml]><img width=${width} height=${width / 2} src="file:///C:/Users/x/AppData/Local/Temp/msohtmlclip1/01/clip_image00${n}.png" v:shapes="图片_x0020_${n}"><![endif]>`;
  await putCaret(page, '开头', 'end');
  await paste(page, {
    'text/html': `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word"><body><p class=MsoNormal>来自文档。</p><p class=MsoNormal><span lang=EN-US>${file(1, 240)}</span></p><table class=MsoTableGrid><tr><td width=200><p class=MsoNormal>甲</p></td><td width=200><p class=MsoNormal>${file(2, 48)}</p></td></tr></table></body></html>`,
    'text/rtf': `{\\rtf1\\ansi ${shape(pngFile(480, 240))}\\par ${shape(pngFile(96, 48, [0, 0, 200, 255]))}}`, 'text/plain': '来自文档。',
  });
  await expect(pictures).toHaveCount(2);
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。来自文档。', '［64］', '甲［13］', '结尾。']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结尾。']);

  // Dropped: under the pointer, wherever the caret is.
  const place = await paragraph(page, '结尾').evaluate((element) => {
    const range = document.createRange();
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
    range.setStart(text, 1);
    range.setEnd(text, 2);
    const { left, top, height } = range.getBoundingClientRect();
    return { x: left + 1, y: top + height / 2 };
  });
  await paper(page).evaluate((root, { bytes, x, y }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], '现场.png', { type: 'image/png' }));
    document.elementFromPoint(x, y)!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, clientX: x, clientY: y, bubbles: true, cancelable: true }));
    return root.nodeName;
  }, { bytes: [...pngFile(48, 48)], ...place });
  await expect(pictures).toHaveCount(1);
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结［13］尾。']);

  // Composing right before, right after, and over the picture that is selected.
  const ime = await inputMethod(page);
  await putCaret(page, '结', 1);
  await ime.write('qian', '前');
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结前［13］尾。']);
  // The picture is a stop on the way of the arrow keys.
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('图片说明')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByLabel('图片说明')).toBeHidden();
  await settle(page);
  await ime.write('hou', '后');
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结前［13］后尾。']);
  await pictures.click();
  await expect(page.getByLabel('图片说明')).toBeVisible();
  await ime.write('tu', '图');
  await expect(pictures).toHaveCount(0);
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。', '结前图后尾。']);

  // Of our own paper on another machine: the picture comes along and is here from now on; copied alone, it is pasted as it is.
  const strange = pngFile(40, 20, [0, 120, 0, 255]);
  await putCaret(page, '开头', 'end');
  await paste(page, { 'text/html': `<p data-pm-slice="1 1 []" data-role="body" class="p">外来<img class="image" data-image="${sourceOf(strange)}" data-type="image/png" data-width="1440" data-height="720" alt="" src="${dataAddress(strange)}"></p>`, 'text/plain': '外来' });
  await expect.poll(() => pictures.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(40);
  await pictures.click();
  await expect(page.getByLabel('图片说明')).toBeVisible();
  const html = await paper(page).evaluate((root) => {
    const transfer = new DataTransfer();
    root.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
    return transfer.getData('text/html');
  });
  expect(html).toContain(dataAddress(strange));
  await putCaret(page, '结前图后尾', 'end');
  await paste(page, { 'text/html': html });
  await expect(pictures).toHaveCount(2);
  await expect.poll(() => storedLines(page, host, id)).toEqual(['关于图文的通知', '开头。外来［25］', '结前图后尾。［25］']);
});
