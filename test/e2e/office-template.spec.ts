import { readFileSync, writeFileSync } from 'node:fs';
import { writeDocument } from '#core/document/document-file.ts';
import { readDocx } from '#main/docx/read-docx.ts';
import { doc, h, p, para, title } from '../support/build.ts';
import { openFromLibrary, waitUntilSaved } from '../support/draft-page.ts';
import { ask, expect, paper, test } from '../support/window-page.ts';

const DRAFT = doc(
  para('issuerMark', '甲市教育局文件'), para('documentNumber', '甲教发〔2026〕7号'), title('关于召开安全工作例会的通知'), para('addressee', '各县（市、区）教育局：'),
  p('定于8月3日召开例会，现将有关事项通知如下。'), h(1, '时间地点'), p('8月3日上午9时，局三楼会议室。'), h(1, '有关要求'), p('请按时参加，不得缺席。'),
  para('signature', '甲市教育局'), para('date', '2026年7月30日'),
);

test('从文稿做模板，导出，移除，收下，用它起草，导出 Word', async ({ desk: page }) => {
  test.setTimeout(180_000);
  await ask(page, 'document.add', { file: writeDocument(DRAFT) as unknown as Record<string, unknown> });
  await openFromLibrary(page, '关于召开安全工作例会的通知');
  await waitUntilSaved(page);
  await page.getByRole('button', { name: '其他导出格式' }).click();
  await page.getByRole('menuitem', { name: '存为模板…' }).click();
  const maker = page.getByRole('region', { name: '存为模板' });
  // The name proposed is replaced by what is typed at once.
  await expect(maker.getByRole('textbox', { name: /^名称/ })).toBeFocused();
  await page.keyboard.type('安全例会通知');
  await expect(maker.getByRole('textbox', { name: /^名称/ })).toHaveValue('安全例会通知');
  await maker.getByLabel('归在', { exact: true }).fill('例会');
  await maker.getByLabel('标题的填写项名称').fill('会议事由');
  const demands = maker.getByRole('group', { name: /^一级标题：有关要求/ });
  await demands.getByLabel('一级标题怎样处理').click({ force: true });
  await page.getByTitle('原样保留').last().click();
  const sheet = page.locator('.tab-pane:not([hidden]) .live-paper');
  await expect(sheet).toContainText('请按时参加，不得缺席。');
  await expect(sheet).not.toContainText('局三楼会议室');
  // What the 文种 needs and the template leaves out is said as in the form of a new document, and leads to its part.
  const treatAddressee = async (words: string): Promise<void> => {
    await maker.getByLabel('主送机关怎样处理').click({ force: true });
    await page.getByTitle(words).last().click();
  };
  await treatAddressee('不要');
  const lacking = sheet.locator('..').getByRole('button', { name: '缺主送机关' });
  await lacking.click();
  await expect(maker.getByLabel('主送机关怎样处理')).toBeFocused();
  await treatAddressee('填写项');
  await expect(lacking).toHaveCount(0);
  await page.keyboard.press('Control+Enter');

  const card = page.getByRole('article', { name: '安全例会通知' });
  await expect(card).toContainText('例会 · 通知');
  await expect(card.locator('.thumbnail')).toContainText('有关要求');
  const choose = async (name: string): Promise<void> => {
    await card.getByRole('button', { name: '安全例会通知：更多' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  const downloading = page.waitForEvent('download');
  await choose('导出给同事（.nwt）');
  const exported = await downloading;
  expect(exported.suggestedFilename()).toBe('安全例会通知.nwt');
  const bytes = readFileSync(await exported.path());
  await choose('移除');
  await expect(card).toHaveCount(0);

  // A colleague's file with a broken field is refused with the place; nothing is taken.
  const file = test.info().outputPath('安全例会通知.nwt');
  const broken = JSON.parse(bytes.toString('utf8')) as { template: { fields: { id: string; input?: string }[] } };
  broken.template.fields.find(({ id }) => id === 'date')!.input = 'clock';
  writeFileSync(file, JSON.stringify(broken));
  await page.getByTestId('file-input').setInputFiles(file);
  const refused = page.locator('.ant-message').filter({ hasText: '模板有错，没有收下' });
  await expect(refused).toContainText('填写项“成文日期”');
  await expect(card).toHaveCount(0);
  await page.locator('.ant-message').getByRole('button', { name: '关闭' }).click();
  writeFileSync(file, bytes);
  await page.getByTestId('file-input').setInputFiles(file);
  await expect(card).toBeVisible();

  await card.getByRole('button', { name: '用它起草' }).click();
  await page.locator('#field-topic').fill('召开消防工作例会');
  await page.locator('#field-documentNumber').fill('甲教发〔2026〕8号');
  await page.keyboard.press('Control+Enter');
  await expect(paper(page)).toContainText('关于召开消防工作例会的通知');
  await expect(paper(page)).toContainText('请按时参加，不得缺席。');
  await expect(paper(page)).toContainText('各县（市、区）教育局：');
  const word = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Word 文件' }).click();
  const blocks = JSON.stringify(readDocx(readFileSync(await (await word).path())).blocks);
  for (const text of ['甲教发〔2026〕8号', '关于召开消防工作例会的通知', '有关要求', '请按时参加，不得缺席。']) expect(blocks).toContain(text);

  // The template goes, the draft keeps what it was made with.
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '模板' }).click();
  await choose('移除');
  await expect(card).toHaveCount(0);
  const draft = (await ask(page, 'document.list', { search: '消防' })).items[0]!;
  expect(draft.templateName).toBe('安全例会通知');
  expect((await ask(page, 'document.open', { id: draft.id })).template!.fields.map(({ label }) => label)).toContain('会议事由');
});
