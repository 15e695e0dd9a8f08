import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { mapTable } from '#core/document/table-map.ts';
import { doc, p, para, table, title } from '../support/build.ts';
import { openDraft, paper, putCaret, settle, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

let nth = 0;
/** A title of its own, so that each test finds its draft. */
const name = (): string => `关于第${++nth}张表的通知`;

/** A real paste: the event a browser makes of a clipboard with these forms. */
const paste = async (page: Page, data: Readonly<Record<string, string>>): Promise<void> => {
  // No hand pastes in the very moment of a click: the window knows where the caret is by then.
  await settle(page);
  await paper(page).evaluate((element, forms) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(forms)) transfer.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
};

/** What a copy puts on the clipboard. */
const copied = (page: Page): Promise<{ html: string; text: string }> => paper(page).evaluate((element) => {
  const transfer = new DataTransfer();
  element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: transfer, bubbles: true, cancelable: true }));
  return { html: transfer.getData('text/html'), text: transfer.getData('text/plain') };
});

/** The rows of the n-th table as a person sees them, drawn numbers included; spans as ×rows·columns. */
const rows = (page: Page, index = 0): Promise<string[]> => paper(page).locator('table').nth(index).evaluate((element) => [...(element as HTMLTableElement).rows].map((row) => [...row.cells].map((cell) => {
  const numbers = [...cell.querySelectorAll<HTMLElement>('.marker')].map((each) => each.dataset.label).join('');
  const span = cell.rowSpan > 1 || cell.colSpan > 1 ? `×${cell.rowSpan}·${cell.colSpan}` : '';
  return numbers + [...cell.querySelectorAll('.p')].map((each) => each.textContent.replaceAll('\u{FEFF}', '')).join('/') + span;
}).join('|')));

const cell = (page: Page, row: number, column: number, index = 0) => paper(page).locator('table').nth(index).locator('tr').nth(row).locator('td').nth(column);
const menu = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: '表格', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const said = (page: Page): Promise<string> => page.locator('.ant-message-notice').last().innerText();
const stored = async (page: Page, id: string): Promise<Node> => {
  await waitUntilSaved(page);
  return storedDocument(host, id);
};

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><style><!-- p.MsoNormal {mso-style-parent:""; font-family:仿宋_GB2312} --></style></head><body lang=ZH-CN><!--StartFragment-->
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=57 style='width:42.55pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'><p class=MsoNormal align=center><b><span lang=EN-US>序号<o:p></o:p></span></b></p></td><td width=170 style='width:127.6pt'><p class=MsoNormal><b>工作任务</b></p></td><td width=113 style='width:3.0cm'><p class=MsoNormal><b>责任单位</b></p></td></tr></thead>
 <tr style='mso-yfti-irow:1'><td width=57 rowspan=2 style='width:42.55pt'><p class=MsoNormal>1<span lang=EN-US><o:p></o:p></span></p></td><td width=170><p class=MsoNormal>建立台账<span style='mso-spacerun:yes'>&nbsp;</span></p><p class=MsoNormal>按月更新</p></td><td width=113><p class=MsoNormal>县教育局</p></td></tr>
 <tr style='mso-yfti-irow:2'><td width=170><p class=MsoNormal>通报进度</p></td><td width=113><p class=MsoNormal>县财政局</p></td></tr>
 <tr style='mso-yfti-irow:3;mso-yfti-lastrow:yes'><td width=57><p class=MsoNormal>2</p></td><td width=283 colspan=2 style='width:212.65pt'><p class=MsoNormal>年底总结</p></td></tr>
</table><!--EndFragment--></body></html>`;

const EXCEL = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Excel.Sheet><style>.xl65 {mso-style-parent:style0; mso-number-format:"\\@";}</style></head><body link="#0563C1">
<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:collapse;width:216pt'><!--StartFragment--><col width=72 style='width:54pt'><col width=144 style='mso-width-source:userset;mso-width-alt:4608;width:108pt'><col width=72 style='width:54pt'>
 <tr height=19 style='height:14.25pt'><td height=19 class=xl65 width=72 style='height:14.25pt;width:54pt'>单位</td><td width=144>金额（万元）</td><td width=72>备注</td></tr>
 <tr height=19><td height=19 align=left>县教育局</td><td align=right x:num="1200.5">1,200.5</td><td></td></tr>
 <tr height=19><td height=19 colspan=2 style='height:14.25pt;mso-ignore:colspan'>这句话很长，越过了右边的空格子</td><td>第一行<br style='mso-data-placement:same-cell'>第二行</td></tr><!--EndFragment-->
</table></body></html>`;

const WPS = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name="Generator" content="Kingsoft WPS Spreadsheets"><style>tr{mso-height-source:auto;}</style></head><body><!--StartFragment--><table width="216" border="0" cellpadding="0" cellspacing="0" style='width:162.00pt;border-collapse:collapse;table-layout:fixed;'><col width="72" span="3" style='width:54.00pt;'/><tr height="18"><td class="xl65" height="36" width="72" rowspan="2" x:str>合并</td><td x:num>3</td><td x:num>4</td></tr><tr><td x:num>5</td><td x:num>6</td></tr></table><!--EndFragment--></body></html>`;

test('从 Word 粘贴：跨行跨列、表头、列宽都在，打好的序号变成算出来的', async ({ page }) => {
  const id = await openDraft(page, host, doc(title(name()), p('前文'), p('')));
  await putCaret(page, '前文', 'end');
  await page.keyboard.press('ArrowDown');
  await paste(page, { 'text/html': WORD, 'text/plain': '序号\t工作任务\t责任单位\r\n' });
  expect(await rows(page)).toEqual(['序号|工作任务|责任单位', '1×2·1|建立台账/按月更新|县教育局', '通报进度|县财政局', '2|年底总结×1·2']);
  const made = (await stored(page, id)).children.find((node) => node.type.name === 'table')!;
  expect(made.child(0).attrs.header).toBe(true);
  const [narrow, wide] = made.child(0).children.map((each) => (each.attrs.colwidth as number[])[0]!);
  expect(wide! / narrow!).toBeCloseTo(3, 0);
  await page.keyboard.press('Control+z');
  await expect(paper(page).locator('table')).toHaveCount(0);
});

test('从 Excel、WPS 表格粘贴：文字越格不当合并，格内换行成段；只有纯文字时按制表符分格', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('前文')));
  await putCaret(page, '前文', 'end');
  await paste(page, { 'text/html': EXCEL, 'text/plain': 'x' });
  expect(await rows(page)).toEqual(['单位|金额（万元）|备注', '县教育局|1,200.5|', '这句话很长，越过了右边的空格子||第一行/第二行']);
  await page.keyboard.press('Control+z');
  await paste(page, { 'text/html': WPS });
  expect(await rows(page)).toEqual(['合并×2·1|3|4', '5|6']);
  await page.keyboard.press('Control+z');
  await paste(page, { 'text/plain': '姓名\t职务\r\n张三\t"科长\n兼办公室主任"\r\n' });
  expect(await rows(page)).toEqual(['姓名|职务', '张三|科长/兼办公室主任']);
});

test('别处各样的表：两行表头、隐藏的行列、百分数列宽、跨过头的格子、套着的表，该留的留，没带来的说明白', async ({ page }) => {
  const id = await openDraft(page, host, doc(title(name()), p('前文')));
  const tables = paper(page).locator('table');
  let shares: number[] = [];
  const word = (body: string): string => `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>${body}</body></html>`;
  /** Pastes, waits for what is said (null: nothing is looked for), answers the rows, their head marked H, and takes it back. */
  const intake = async (html: string, notice: string | null): Promise<string[]> => {
    await putCaret(page, '前文', 'end');
    await paste(page, { 'text/html': html });
    await expect(tables).toHaveCount(1);
    if (notice !== null) await expect.poll(() => said(page)).toContain(notice);
    const seen = await rows(page);
    const made = (await stored(page, id)).children.find((node) => node.type.name === 'table')!;
    const heads = made.children.map((row) => row.attrs.header === true);
    shares = made.firstChild!.children.flatMap((each) => (each.attrs.colwidth as number[]).map((width) => Math.round((width / 8820) * 100)));
    await page.keyboard.press('Control+z');
    await expect(tables).toHaveCount(0);
    return seen.map((row, index) => `${heads[index] ? 'H' : ''}${row}`);
  };

  const head = '<tr><td rowspan=2 style="width:30.0pt">序号</td><td rowspan=2>任务</td><td colspan=2 style="width:150.0pt">责任单位</td></tr><tr><td style="width:75.0pt">牵头</td><td>配合</td></tr>';
  // Word holds up its columns by an empty row without height.
  const prop = '<![if !supportMisalignedColumns]><tr height=0><td width=40></td><td width=300></td><td width=100></td><td width=100></td></tr><![endif]>';
  expect(await intake(word(`<table>${head}<tr><td>1</td><td style="width:225.0pt">建台账</td><td>甲局</td><td>乙局</td></tr><tr><td>2</td><td>报进度</td><td colspan=2>乙局</td></tr>${prop}</table>`), null))
    .toEqual(['H序号×2·1|任务×2·1|责任单位×1·2', 'H牵头|配合', '1|建台账|甲局|乙局', '2|报进度|乙局×1·2']);
  expect(shares).toEqual([7, 56, 19, 19]);

  const sheet = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><col width=72><col style="display:none"><col width=72 span=2><tr><td colspan=4>台账</td></tr><tr><td>甲</td><td>码</td><td>一</td><td>二</td></tr>
    <tr style="display:none"><td rowspan=2>乙</td><td>码</td><td>藏</td><td>藏</td></tr><tr><td>码</td><td>三</td><td>四</td></tr></table></body></html>`;
  expect(await intake(sheet, '隐藏的 1 行、1 列没有贴进来')).toEqual(['H台账×1·3', 'H甲|一|二', '乙|三|四']);

  const web = '<table><tbody><tr><td style="width:20%" rowspan=0>西部</td><td style="width:80%" colspan=100>1丙</td></tr><tr></tr><tr><td>丁<pre>一\n二</pre></td></tr></tbody><tfoot><tr><td>合计</td><td>2</td></tr></tfoot></table>';
  expect(await intake(web, null)).toEqual(['西部×2·1|1丙', '丁/一/二', '合计|2']);
  expect(shares).toEqual([20, 80]);

  expect(await intake('<table><tr><td>导航</td><td><table><caption>表题</caption><tr><td>甲1</td><td>乙</td></tr></table></td></tr></table>', '里面的表格还是表格')).toEqual(['甲1|乙']);
  expect(await intake(word('<table><tr><td>项目1</td><td>甲<table><tr><td>内</td><td>外</td></tr></table><p style="mso-hide:all">隐藏</p></td></tr></table>'), '隐藏的 1 处文字没有贴进来')).toEqual(['项目1|甲/内　外']);
});

test('往表里粘贴一片格子，从光标所在的格填起，不够就加行；序号接着编', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), table(['序号', '单位', '数'], ['', '甲', '1'], ['', '乙', '2']), p('后文')));
  await cell(page, 1, 0).click();
  await menu(page, '本列自动编序号');
  expect(await rows(page)).toEqual(['序号|单位|数', '1|甲|1', '2|乙|2']);
  await cell(page, 2, 1).click();
  await paste(page, { 'text/plain': '丙\t3\n丁\t4\n戊\t5' });
  expect(await rows(page)).toEqual(['序号|单位|数', '1|甲|1', '2|丙|3', '3|丁|4', '4|戊|5']);
  await page.keyboard.press('Control+z');
  expect(await rows(page)).toEqual(['序号|单位|数', '1|甲|1', '2|乙|2']);
});

test('拖选几格复制出去，Word 和 Excel 得到格子：合并还在，文字版用制表符', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('前文')));
  await putCaret(page, '前文', 'end');
  await paste(page, { 'text/html': WORD });
  await cell(page, 1, 0).hover();
  await page.mouse.down();
  await cell(page, 2, 1).hover();
  await page.mouse.up();
  await expect(paper(page).locator('.selectedCell')).toHaveCount(5);
  await expect(page.getByRole('button', { name: '段落样式：表格文字' })).toBeVisible();
  const { html, text } = await copied(page);
  expect(text).toBe('1\t"建立台账\n按月更新"\t县教育局\n\t通报进度\t县财政局');
  expect(html).toMatch(/<td[^>]*rowspan="2"/);
  expect(html).toContain('border-collapse: collapse');
  await page.keyboard.press('Delete');
  expect(await rows(page)).toEqual(['序号|工作任务|责任单位', '×2·1||', '|', '1|年底总结×1·2']);
  await cell(page, 3, 0).click();
  await paste(page, { 'text/html': html, 'text/plain': text });
  expect((await rows(page)).slice(3)).toEqual(['1×2·1|建立台账/按月更新|县教育局', '通报进度|县财政局']);
});

test('行列命令、右键菜单和键盘：插入、移动、合并、拆分、删除，一步撤销一步', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), table(['事项', '单位'], ['甲', '1'], ['乙', '2'], ['丙', '3']), p('后文')));
  await cell(page, 2, 0).click();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  expect(await rows(page)).toEqual(['事项|单位', '乙|2', '甲|1', '丙|3']);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(() => said(page)).toContain('到头');
  await page.keyboard.press('Control+z');
  await cell(page, 3, 1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '在下方插入行' }).click();
  await page.keyboard.type('新');
  expect(await rows(page)).toEqual(['事项|单位', '甲|1', '乙|2', '丙|3', '|新']);
  await page.keyboard.press('Tab');
  await page.keyboard.type('末');
  expect((await rows(page)).at(-1)).toBe('末|');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('回');
  expect((await rows(page)).at(-2)).toBe('|回');
  await cell(page, 1, 0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(paper(page).locator('.selectedCell').first()).toBeVisible();
  const many = await paper(page).locator('.selectedCell').count();
  await menu(page, '合并单元格');
  expect((await rows(page))[1]).toContain(`×${many}·1`);
  await page.keyboard.press('Control+z');
  expect((await rows(page)).slice(0, 3)).toEqual(['事项|单位', '甲|1', '乙|2']);
  await cell(page, 1, 1).click();
  await menu(page, '删除列');
  expect((await rows(page)).slice(0, 2)).toEqual(['事项', '甲']);
});

test('按列排序：时限按日子；首列合并的按组内部排；错开的合并说明白，不动；列也能移', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), table(['事项', '时限'], ['甲', '持续推进'], ['乙', '2025年3月底前'], ['丙', '2024年12月31日前']), p('后文')));
  await cell(page, 1, 1).click();
  await menu(page, '按本列升序');
  expect(await rows(page)).toEqual(['事项|时限', '丙|2024年12月31日前', '乙|2025年3月底前', '甲|持续推进']);
  await cell(page, 1, 0).click();
  await menu(page, '按本列降序');
  expect((await rows(page)).slice(1).map((row) => row[0])).toEqual(['乙', '甲', '丙'].sort((a, b) => b.localeCompare(a, 'zh-CN')));
  // Columns move as rows do, the cells that are selected with them.
  await cell(page, 0, 1).click();
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(async () => (await rows(page))[0]).toBe('时限|事项');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect.poll(() => said(page)).toContain('这一列已经到头');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rows(page))[0]).toBe('事项|时限');
});

test('拖动列边：拖的时候跟着走，放开是一步；总宽不变', async ({ page }) => {
  const id = await openDraft(page, host, doc(title(name()), table(['甲', '乙', '丙'], ['1', '2', '3']), p('后文')));
  const before = (await cell(page, 0, 0).boundingBox())!;
  const whole = (await paper(page).locator('table').boundingBox())!.width;
  await page.mouse.move(before.x + before.width, before.y + before.height / 2);
  await expect(paper(page).locator('.table-frame')).toHaveClass(/on-border/);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width - 60, before.y + 5, { steps: 4 });
  await expect(paper(page).locator('.column-guide')).toBeVisible();
  expect((await cell(page, 0, 0).boundingBox())!.width).toBeLessThan(before.width - 40);
  await page.mouse.up();
  const after = (await cell(page, 0, 0).boundingBox())!.width;
  expect(after).toBeGreaterThan(before.width - 70);
  expect(after).toBeLessThan(before.width - 50);
  expect((await paper(page).locator('table').boundingBox())!.width).toBeCloseTo(whole, 0);
  const widths = (await stored(page, id)).child(1).child(0).children.map((each) => (each.attrs.colwidth as number[])[0]!);
  expect(widths.reduce((sum, each) => sum + each, 0)).toBe(8820);
  await cell(page, 1, 1).click();
  await page.keyboard.press('Control+z');
  expect((await cell(page, 0, 0).boundingBox())!.width).toBeCloseTo(before.width, 0);
  await cell(page, 1, 1).click();
  await menu(page, '平均分布各列');
  await menu(page, '按内容调列宽');
  await expect(paper(page).locator('td')).toHaveCount(6);
});

test('按格子或按数目插入表格；附件改成横排页，纸面变宽', async ({ page }) => {
  const id = await openDraft(page, host, doc(title(name()), p('正文'), ...Array.from({ length: 24 }, () => p('另有一段')), para('annex', '任务分工表'), p('')));
  await paper(page).locator('.p').last().click();
  await page.getByRole('button', { name: '表格', exact: true }).click();
  await page.getByRole('spinbutton', { name: '行数' }).fill('2');
  await page.getByRole('spinbutton', { name: '列数' }).fill('12');
  await page.getByRole('spinbutton', { name: '列数' }).press('Enter');
  await expect(paper(page).locator('td')).toHaveCount(24);
  const narrow = (await paper(page).locator('table').boundingBox())!.width;
  await menu(page, '本附件改为横排页');
  await expect(paper(page).locator('.p-annex')).toHaveAttribute('data-landscape', '');
  const wide = (await paper(page).locator('table').boundingBox())!.width;
  expect(wide / narrow).toBeCloseTo(225 / 156, 1);
  expect((await stored(page, id)).child(26).attrs.landscape).toBe(true);
  // From beside the landscape sheet back to the upright one: the desk is as before, at its left edge and as large.
  const desk = page.locator('.tab-pane:not([hidden]) .desk');
  const size = await page.getByRole('button', { name: '显示比例' }).textContent();
  const beside = (): Promise<number> => desk.evaluate((element) => element.scrollLeft);
  await paper(page).locator('td').last().scrollIntoViewIfNeeded();
  await desk.evaluate((element) => element.scrollTo(element.scrollWidth, element.scrollTop));
  await expect.poll(beside).toBeGreaterThan(100);
  // 适合页宽 with the landscape sheet in sight: all of it stands on the desk.
  await paper(page).locator('td').last().click();
  await page.keyboard.press('Control+Alt+f');
  await expect.poll(() => desk.evaluate((element) => {
    const [sheet, place] = [element.querySelector('.p-annex.on-wide')!, element].map((each) => each.getBoundingClientRect());
    return sheet!.left >= place!.left && sheet!.right <= place!.right + 1;
  })).toBe(true);
  await desk.evaluate((element) => (element.scrollTop = 0));
  await expect.poll(beside).toBe(0);
  await page.keyboard.press('Control+Alt+f');
  await expect(page.getByRole('button', { name: '显示比例' })).toHaveText(size!);
  await paper(page).locator('td').last().click();
  await page.keyboard.press('Control+Alt+h');
  await expect.poll(async () => Math.round((await paper(page).locator('table').boundingBox())!.width)).toBe(Math.round(narrow));
  // The main text has no landscape pages: the key says so.
  await putCaret(page, '正文', 'end');
  await page.keyboard.press('Control+Alt+h');
  await expect(page.getByText('横排页只用于附件')).toBeVisible();
});

test('五千行的表贴得进来，还能接着写；过大的说清楚，文稿不动', async ({ page }) => {
  test.setTimeout(180_000);
  const id = await openDraft(page, host, doc(title(name()), p('前文')));
  await putCaret(page, '前文', 'end');
  // One unit for the rows 2510 to 2549, as task tables have it.
  const unit = (index: number): string => (index === 2510 ? '<td rowspan="40">县教育局</td>' : index > 2510 && index < 2550 ? '' : '<td>县教育局</td>');
  const row = (index: number): string => `<tr><td>${index}</td><td>第${index}项工作任务</td>${unit(index)}<td>持续推进</td></tr>`;
  const html = (count: number): string => `<table><tr><td>序号</td><td>任务</td><td>单位</td><td>时限</td></tr>${Array.from({ length: count }, (_, index) => row(index + 1)).join('')}</table>`;
  await paste(page, { 'text/html': html(5000) });
  await expect(paper(page).locator('tr')).toHaveCount(5001, { timeout: 60_000 });
  await page.keyboard.insertText('接着写');
  // Each row, or group of rows, is laid out for itself, and still all columns stand under their heads.
  const middle = paper(page).locator('tr').nth(2500).locator('td');
  await middle.first().evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const edges = (row: number): Promise<number[]> => paper(page).locator('tr').nth(row).locator('td').evaluateAll((cells) => cells.map((element) => Math.round(element.getBoundingClientRect().right)));
  await expect.poll(() => edges(2500)).toEqual(await edges(0));
  const bottom = (row: number, cell: number): Promise<number> => paper(page).locator('tr').nth(row).locator('td').nth(cell).evaluate((element) => Math.round(element.getBoundingClientRect().bottom));
  await paper(page).locator('tr').nth(2549).evaluate((element) => element.lastElementChild!.scrollIntoView({ block: 'center' }));
  await expect.poll(async () => (await bottom(2510, 2)) - (await bottom(2549, 2))).toBe(0);
  await expect.poll(() => edges(2510)).toEqual(await edges(0));
  expect((await edges(2549)).at(-1)).toBe((await edges(0)).at(-1));
  await middle.first().evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await putCaret(page, '第2500项工作任务', 'end');
  await (await inputMethod(page)).write('gong', '公文');
  await expect(middle.nth(1)).toHaveText('第2500项工作任务公文');
  await waitUntilSaved(page);
  const stored = await storedDocument(host, id);
  expect(mapTable(stored.children.find((node) => node.type.name === 'table')!).height).toBe(5001);
  expect(stored.textContent).toContain('接着写');
  expect(stored.textContent).toContain('第2500项工作任务公文');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await paste(page, { 'text/html': html(16_000) });
  await expect.poll(() => said(page)).toContain('一次最多 60,000 格');
});

test('网页上很深的列表压成四级，有话说明，字一个不少', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('')));
  await paper(page).locator('.p').nth(1).click();
  const deep = `${Array.from({ length: 300 }, (_, index) => `<ol><li>第${index + 1}层`).join('')}${'</li></ol>'.repeat(300)}`;
  await paste(page, { 'text/html': deep });
  await expect.poll(() => said(page)).toContain('公文只有四级');
  // Not innerText: what is out of sight is not laid out, and has none.
  const text = await paper(page).textContent();
  for (const level of [1, 2, 4, 5, 150, 255]) expect(text).toContain(`第${level}层`);
  await expect(paper(page).locator('.p-heading1')).toHaveCount(1);
});

test('任务清单：按单位、按时限列出，点一下到那一行，能筛选，能导出 Word', async ({ page }) => {
  await openDraft(page, host, doc(title(name()), p('前文'), table(['工作任务', '责任单位', '进度要求'], ['建台账', '甲局牵头，乙局配合', '2025年12月底前'], ['报进度', '乙局', '每季度末']), p('后文')));
  await page.getByRole('tab', { name: '任务' }).click();
  const list = page.locator('.tasks-list');
  await expect(list.locator('section')).toHaveCount(2);
  await expect(list.getByRole('region', { name: '乙局' }).locator('.task')).toHaveCount(2);
  await page.getByText('按时限').click();
  await expect(list.locator('h4').first()).toContainText('2025年12月31日前');
  await page.getByRole('textbox', { name: '筛选任务' }).fill('报进度');
  await expect(list.locator('.task')).toHaveCount(1);
  await list.locator('.task').click();
  await expect(paper(page).locator('.is-framed')).toHaveText('报进度');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 Word', exact: true }).click();
  expect((await saving).suggestedFilename()).toMatch(/任务清单\.docx$/);
});
