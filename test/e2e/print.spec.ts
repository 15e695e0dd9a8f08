import { execFileSync } from 'node:child_process';
import { writeDocument } from '#core/document/document-file.ts';
import { doc, p, para, title } from '../support/build.ts';
import { openFromLibrary } from '../support/draft-page.ts';
import { findTool } from '../support/tools.ts';
import { ask, expect, paper, test } from '../support/window-page.ts';

const NAME = '关于做好有关工作的通知';
const DRAFT = doc(
  para('copyNumber', '000001'), para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照发〔2026〕12号'), title(NAME), para('addressee', '各区县：'),
  ...Array.from({ length: 9 }, () => p('各地要统筹安排，压实责任，抓好落实，'.repeat(6))), p('生僻字\u{2a6d6}在此。'), para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);

test('打印：预览就是印出来的，份号一份一号，双面、套打、偏移记在打印机上，页码写错说得明白', async ({ desk: page }) => {
  // The dialogue of a browser stops everything until a person answers it; without a viewer the same file is a download.
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => false }));
  await ask(page, 'document.add', { file: writeDocument(DRAFT) as unknown as Record<string, unknown> });
  await openFromLibrary(page, NAME);
  await paper(page).click();
  await page.keyboard.press('Control+p');
  const side = page.getByRole('complementary', { name: '打印设置' });
  const preview = page.getByRole('region', { name: '预览' });
  const copies = side.getByLabel('份数', { exact: true });
  await expect(preview.getByRole('img', { name: '第 1 页' })).toContainText('000001');
  await expect(preview.getByRole('img', { name: '第 1 页' })).toContainText('青川市照护保障局文件');
  await expect(side.getByRole('status', { name: '打印前请看' })).toContainText('现有的字体里都没有，印不出来');

  await expect(copies).toBeFocused();
  await copies.fill('3');
  await expect(side).toContainText('到 000003');
  await side.getByText('双面', { exact: true }).click();
  await expect(preview).toContainText('第 1 张背面 · 第 2 页');
  await side.getByRole('switch', { name: '套打' }).click();
  await expect(preview.getByRole('img', { name: '第 1 页' })).not.toContainText('青川市照护保障局文件');
  await side.getByLabel('向右偏移').fill('1.5');

  await side.getByLabel('页码', { exact: true }).fill('1-9');
  await expect(side).toContainText('页码范围里的“1-9”超出了，一共只有 3 页，没有打印。请改在 1 到 3 之间。');
  await expect(side.getByRole('button', { name: '打印' })).toBeDisabled();
  await side.getByLabel('页码', { exact: true }).fill('1');
  await expect(preview).toContainText('3 份 × 1 页，双面，共 3 张纸');

  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+p');
  const file = await (await downloading).path();
  if (findTool('pdftotext')) {
    const pages = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    expect(pages.map((text) => text.split('\n')[0])).toEqual(['000001', '', '000002', '', '000003']);
  }
  await expect(side.getByRole('button', { name: '打印' })).toBeEnabled();

  await page.keyboard.press('Escape');
  await expect(side).toBeHidden();
  await expect(paper(page)).toBeVisible();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '文稿' }).click();
  await expect(page.getByRole('complementary', { name: '所选文稿' })).toContainText(NAME);
  await page.keyboard.press('Control+p');
  await expect(side.getByLabel('向右偏移')).toHaveValue('1.5');
  await expect(side.getByRole('radio', { name: '双面', exact: true })).toBeChecked();
  await expect(copies).toHaveValue('1');
  await side.getByText('发文稿纸', { exact: true }).click();
  await expect(preview.getByRole('img', { name: '第 1 页' })).toContainText('青川市照护保障局发文稿纸');
});
