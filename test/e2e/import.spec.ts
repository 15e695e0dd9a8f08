import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import officeCrypto from 'officecrypto-tool';
import { startWebHost } from '../support/start-web-host.ts';
import { wordFile, wordPara, wordRun } from '../support/word-file.ts';
import { ask, expect, frontTab, paper, test } from '../support/window-page.ts';

const NOTICE = `国家照护保障局文件
照保发[2026]12号

关于规范失能等级评估工作的通知

各省、自治区、直辖市照护保障局:
    为进一步规范失能等级评估,统一操作尺度,现将有关事项通知如下:
    一. 明确评估范围
    因年老、疾病、伤残导致失能,病情基本稳定的参保人员,可以申请评估。
- 1 -
    二. 规范评估流程
    (一)统一受理。参保人员可在居住地提出申请。

                         国家照护保障局
                         二〇二六年十一月二十日`;

const choose = (page: Page, name: string, buffer: Buffer) => page.getByTestId('file-input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('粘贴整篇旧稿：认出要素，说清改了什么，收下成稿', async ({ desk }) => {
  await desk.getByRole('button', { name: /^粘贴文字成稿/ }).first().click();
  await desk.getByLabel('要识别的文字').fill(NOTICE);
  await desk.keyboard.press('Control+Enter');
  const parts = desk.getByRole('region', { name: '认出的要素' });
  await expect(parts).toContainText('照保发〔2026〕12号');
  await expect(parts).toContainText('2026年11月20日');
  await expect(parts).toContainText('（一）统一受理');
  await expect(desk.getByRole('region', { name: '原文' })).toContainText('照保发[2026]12号');
  await expect(desk.locator('.source .dropped')).toContainText('- 1 -');
  await expect(desk.getByRole('region', { name: '成稿' }).locator('.paper')).toContainText('各省、自治区、直辖市照护保障局：');
  await expect(desk.getByLabel('导入报告')).toContainText('半角标点改为全角');
  expect((await ask(desk, 'document.list', {})).total).toBe(0);
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk)).toContainText('统一受理');
  expect((await ask(desk, 'document.list', {})).items[0]).toMatchObject({ title: '关于规范失能等级评估工作的通知', documentNumber: '照保发〔2026〕12号' });
});

test('先看存疑处：一个键改要素，同样写法一并改，可以撤回；两边同色，点一处到另一处；报告列出各处', async ({ desk }) => {
  await desk.getByRole('button', { name: /^粘贴文字成稿/ }).first().click();
  await desk.getByLabel('要识别的文字').fill(NOTICE.replace('可以申请评估', '可以冉次申请评估').replace('(一)统一受理', '(一)统一受理。参保人员可在居住地提出申请。\n    (三)压缩时限'));
  await desk.keyboard.press('Control+Enter');
  const [parts, source, result] = ['认出的要素', '原文', '成稿'].map((name) => desk.getByRole('region', { name }));
  await expect(parts!.locator('[aria-current="true"]')).toContainText('疑似错字');
  await desk.keyboard.press('g');
  await expect(result!).toContainText('可以再次申请');
  await expect(source!).toContainText('冉次');
  await expect(parts!.locator('[aria-current="true"]')).toContainText('序号与前后不连续');
  await expect(result!).toContainText('标题里有「通知」');
  const line = source!.locator('li', { hasText: '压缩时限' });
  await expect(line).toHaveClass(/is-level2.*in-hand/);
  await expect(result!.locator('.in-hand')).toContainText('压缩时限');

  await desk.keyboard.press('5');
  await expect(line).toHaveClass(/is-body/);
  await expect(source!.locator('li', { hasText: '统一受理' })).toHaveClass(/is-body/);
  await expect(desk.getByText('同样写法的另 1 处一并改了')).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(line).toHaveClass(/is-level2/);
  // 撤回的一处又待核对，仍在手上；可撤回的话也收起。
  await expect(parts!.locator('[aria-current="true"]')).toContainText('序号与前后不连续');
  await expect(line).toHaveClass(/in-hand/);
  await expect(desk.getByText('同样写法的另 1 处一并改了')).toBeHidden();

  await result!.locator('p', { hasText: '因年老、疾病' }).click();
  await expect(source!.locator('li.in-hand')).toHaveCount(1);
  await desk.keyboard.press('0');
  await expect(source!.locator('li', { hasText: '因年老、疾病' })).toContainText('不收');
  await expect(result!.locator('.paper')).not.toContainText('因年老、疾病');
  await desk.getByRole('button', { name: /^丢弃/ }).click();
  await expect(desk.getByRole('region', { name: '丢弃的各处' })).toContainText('按您的指定略去');
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk)).toContainText('压缩时限');
  await expect(paper(desk)).not.toContainText('因年老、疾病');
});

test('粘贴带表格的网页：表格连同合并读出，收下后是表格', async ({ desk }) => {
  await desk.getByRole('button', { name: /^粘贴文字成稿/ }).first().click();
  const html = `<p>关于报送自查情况的通知</p><p>各科室：</p><p>　　${'请按下表如实填报自查情况。'.repeat(5)}</p><table><tr><th>序号</th><th>任务</th></tr><tr><td rowspan="2">1</td><td>自查</td></tr><tr><td>整改</td></tr></table>`;
  await desk.getByLabel('要识别的文字').evaluate((area, page) => {
    const data = new DataTransfer();
    data.setData('text/html', page);
    data.setData('text/plain', page.replace(/<[^>]+>/g, '\n'));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(desk.getByRole('region', { name: '成稿' }).locator('td[rowspan="2"]')).toHaveText('1');
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk).locator('table')).toContainText('整改');
});

test('打开 GBK 编码的文本文件，模板可以一点就换', async ({ desk }) => {
  // 关于做好工作的通知 in GBK.
  const gbk = Buffer.from([0xb9, 0xd8, 0xd3, 0xda, 0xd7, 0xf6, 0xba, 0xc3, 0xb9, 0xa4, 0xd7, 0xf7, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa]);
  await choose(desk, '通知.txt', gbk);
  await expect(desk.getByRole('region', { name: '原文' })).toContainText('关于做好工作的通知');
  await desk.locator('#import-template').click();
  await desk.getByTitle('不套模板').click();
  await expect(desk.locator('.import-paper .paper')).toContainText('关于做好工作的通知');
});

test('自己导出的 Word 文件读得回来', async ({ desk }) => {
  const { summary } = await ask(desk, 'document.fromExample', { template: 'npc-reply' });
  const { name, bytes } = await ask(desk, 'export.write', { id: summary.id, format: 'docx' });
  await choose(desk, name, Buffer.from(bytes));
  await expect(desk.locator('.import-paper .paper')).toContainText('现答复如下');
  await desk.getByRole('button', { name: /^收下成稿/ }).click();
  await expect(paper(desk)).toContainText('现答复如下');
  expect((await ask(desk, 'document.list', {})).total).toBe(2);
});

test('带修订的 Word 文件：收下以前，成稿里就看得出哪些是插入、哪些是删去', async ({ desk }) => {
  const by = 'w:author="王" w:date="2026-01-01T00:00:00Z"';
  const body = wordPara(`${wordRun('请各科室')}<w:ins w:id="1" ${by}>${wordRun('四月')}</w:ins><w:del w:id="2" ${by}><w:r><w:delText>三月</w:delText></w:r></w:del>${wordRun('底前报送材料。')}`);
  await choose(desk, '修订.docx', Buffer.from(wordFile(wordPara(wordRun('关于报送材料的通知')) + wordPara(wordRun('各科室：')) + body)));
  const paper = desk.locator('.import-paper .paper');
  await expect(paper.locator('del')).toHaveText('三月');
  await expect(paper.locator('ins')).toHaveText('四月');
});

test('设了密码的 Word 文件：密码不对说明白，对了就读进来', async ({ desk }) => {
  // The password is hashed a hundred thousand times, and all the browsers of the run share two cores.
  test.slow();
  const plain = wordFile(wordPara(wordRun('关于加强保密工作的通知')) + wordPara(wordRun('各科室要严格执行保密制度。')));
  await choose(desk, '加密.docx', officeCrypto.encrypt(Buffer.from(plain), { password: '密码Ab1' }));
  const box = desk.getByLabel('打开文件的密码');
  await box.fill('密码ab1');
  await box.press('Enter');
  await expect(desk.getByRole('alert').filter({ hasText: '密码不对' })).toBeVisible({ timeout: 40_000 });
  await box.fill('密码Ab1');
  await box.press('Enter');
  await expect(desk.locator('.import-paper .paper')).toContainText('严格执行保密制度', { timeout: 40_000 });
});

test('读不了的文件说清原因和办法，话不会自己消失', async ({ desk }) => {
  await choose(desk, '扫描件.pdf', Buffer.from('%PDF-1.7'));
  const alert = desk.getByRole('alert').filter({ hasText: '还不能读取这种文件' });
  await expect(alert).toContainText('另存为');
  await expect(desk.getByText('没有读成“扫描件.pdf”')).toBeVisible();
  await desk.waitForTimeout(5000);
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: '关闭' }).click();
  await expect(alert).toBeHidden();
});

test('文件拖进窗口任何地方都能导入', async ({ desk }) => {
  const transfer = await desk.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '拖来的通知.txt', { type: 'text/plain' }));
    return data;
  }, NOTICE);
  await desk.locator('.window').dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(desk.getByText('松开就导入')).toBeVisible();
  await desk.locator('.window').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(frontTab(desk)).toContainText('关于规范失能等级评估工作的通知');
});

test('整个文件夹批量导入：逐份报告，读不成的说原因，点开就是文稿；停下来可以接着', async ({ desk }, info) => {
  const folder = join(info.outputPath(), '往年来文');
  mkdirSync(join(folder, '2025'), { recursive: true });
  for (let n = 1; n <= 8; n++) writeFileSync(join(folder, n > 4 ? '2025' : '.', `${n}.txt`), NOTICE.replace('失能等级评估工作', `第${n}项评估工作`));
  writeFileSync(join(folder, '照片.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  writeFileSync(join(folder, '~$1.docx'), 'lock');
  writeFileSync(join(folder, '密件.docx'), officeCrypto.encrypt(Buffer.from(wordFile(wordPara(wordRun('关于加强保密工作的通知')))), { password: '密' }));
  await desk.getByTestId('folder-input').setInputFiles(folder);
  await expect(desk.getByRole('status').filter({ hasText: '全部读完' })).toContainText('8 份已在文稿里；2 份没有读成');
  const list = desk.getByRole('list', { name: '各个文件' });
  await expect(list.locator('li')).toHaveCount(10);
  await expect(list.locator('li.failed', { hasText: '照片.png' })).toContainText('这是图片');
  await list.locator('li.failed', { hasText: '密件.docx' }).getByRole('button', { name: '输入密码' }).click();
  await expect(desk.getByLabel('打开文件的密码')).toBeVisible();
  await desk.getByRole('tab', { name: /批量导入/ }).click();
  expect((await ask(desk, 'document.list', {})).total).toBe(8);
  await desk.getByTestId('folder-input').setInputFiles(folder);
  await expect(desk.getByRole('status').filter({ hasText: '其中 8 份原来就有，没有重复导入' })).toBeVisible();
  expect((await ask(desk, 'document.list', {})).total).toBe(8);
  await desk.getByRole('list', { name: '各个文件' }).filter({ visible: true }).getByRole('button', { name: '关于规范第7项评估工作的通知' }).click();
  await expect(paper(desk)).toContainText('统一受理');

  await ask(desk, 'import.begin', { name: '往年来文', total: 3 });
  await desk.getByRole('tab', { name: /工作台|文稿/ }).first().click();
  await desk.keyboard.press('Control+Shift+V');
  await expect(desk.getByRole('note').filter({ hasText: '没有做完：0 / 3' })).toBeVisible();
});

test('批量导入中途后台没有了：话说清楚，回来以后接着导入，断线的话收起', async ({ page }, info) => {
  test.slow();
  const folder = join(info.outputPath(), '往年来文');
  const data = join(info.outputPath(), 'data');
  mkdirSync(folder, { recursive: true });
  for (let n = 1; n <= 200; n++) writeFileSync(join(folder, `${n}.txt`), NOTICE.replace('失能等级评估工作', `第${n}项评估工作`));
  let host = await startWebHost({ data });
  await page.goto(host.url);
  await page.getByLabel('姓名').fill('周予安');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '工作台' })).toBeVisible();
  await page.getByTestId('folder-input').setInputFiles(folder);
  await expect(page.getByText(/正在导入，已读 [1-9]/)).toBeVisible();
  await host.kill9();
  const lost = page.getByRole('alert').filter({ hasText: '与程序后台的联系断了' });
  await expect(lost.first()).toBeVisible();
  host = await startWebHost({ data });
  await expect(lost).toHaveCount(0, { timeout: 25_000 });
  await page.getByRole('button', { name: '接着导入' }).click();
  await expect(page.getByRole('status').filter({ hasText: '全部读完，200 份已在文稿里' })).toBeVisible({ timeout: 30_000 });
  expect((await ask(page, 'document.list', {})).total).toBe(200);
  await host.stop();
});
