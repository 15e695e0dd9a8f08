import { expect, test } from '@playwright/test';
import { openDraft, paper, paragraph, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { sampleOf } from '../support/samples.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

test('改换文种：要素栏里一点，拼音找到模板，标题、结语、版头跟着改，正文不动；一次撤销都回来', async ({ page }) => {
  const request = sampleOf('request');
  const id = await openDraft(page, host, request);
  const panel = page.getByRole('complementary', { name: '要素' });
  await expect(panel.getByText('按“请示”模板')).toBeVisible();
  await putCaret(page, '近年来，我市照护服务需求', 'start');
  await (await inputMethod(page)).write('zongdekan', '总的看，');
  await panel.getByRole('button', { name: '改换文种' }).click();
  const search = page.getByRole('combobox', { name: '搜索改换文种' });
  await expect(search).toBeFocused();
  await expect(page.getByRole('option', { name: /^改为：请示/ })).toHaveCount(0);
  await search.pressSequentially('zzz');
  await expect(page.getByText('没有这样的模板')).toBeVisible();
  await search.fill('hsq');
  await page.screenshot({ path: test.info().outputPath('choose.png') });
  await search.press('Enter');
  await expect(page.getByText('已改用“函（商洽）”，里面没有签发人、印发机关、印发日期，已从纸面上拿下')).toBeVisible();
  await expect(paragraph(page, '关于设立青川市照护人才培训基地的函')).toBeVisible();
  await expect(panel.getByText('按“函（商洽）”模板')).toBeVisible();
  await expect(paragraph(page, '总的看，近年来，我市照护服务需求')).toBeVisible();
  await expect(paper(page).locator('.p', { hasText: /^青川市照护保障局文件$/ })).toHaveCount(0);
  await expect(panel.locator('[data-row="field:signatories"], [data-row="field:signatory"]')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('letter.png') });

  // The form of the new one moves the paper.
  await panel.getByLabel(/^事由/).fill('合作培训照护人员');
  await expect(paragraph(page, '关于合作培训照护人员的函')).toBeVisible();
  await waitUntilSaved(page);
  expect((await storedDocument(host, id)).attrs.template).toBe('letter');

  await paper(page).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(paragraph(page, '关于设立青川市照护人才培训基地的请示')).toBeVisible();
  await expect(panel.getByText('按“请示”模板')).toBeVisible();
  await expect(paragraph(page, '总的看，近年来')).toBeVisible();
  await expect(paper(page).locator('.p', { hasText: /^青川市照护保障局文件$/ })).toBeVisible();
  await waitUntilSaved(page);
  const stored = await storedDocument(host, id);
  expect(stored.attrs.template).toBe('request');
  expect(stored.textContent).toBe(request.textContent.replace('近年来，', '总的看，近年来，'));
  await page.keyboard.press('Control+y');
  await expect(panel.getByText('按“函（商洽）”模板')).toBeVisible();
});

test('没有模板的稿子，命令里也能套上一个，填要素带动纸面', async ({ page }) => {
  const sample = sampleOf('notice');
  const bare = sample.type.create({ numbering: sample.attrs.numbering as string }, sample.children.map((block) => block.type.create({ ...block.attrs, slot: null }, block.content)));
  await openDraft(page, host, bare);
  const panel = page.getByRole('complementary', { name: '要素' });
  await expect(panel.getByText('没有用模板')).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('换模板');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '搜索改换文种' }).fill('部署通知');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('按“部署通知”模板')).toBeVisible();
  await expect(panel.getByLabel(/^发文机关\*?$/)).toHaveValue('青川市照护保障局');
  await panel.getByLabel(/^发文机关\*?$/).fill('青禾县民政局');
  await expect(paragraph(page, '青禾县民政局文件')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('adopted.png') });
});
