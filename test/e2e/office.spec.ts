import { readFile } from 'node:fs/promises';
import { ask, expect, paper, test } from '../support/window-page.ts';
import type { OfficeEntry } from '#core/contract/model.ts';
import { fontFile } from '../support/font-file.ts';
import type { Page } from '@playwright/test';

const unit = (full: string, short = ''): OfficeEntry => ({ kind: 'unit', full, short });
const unitsOf = async (page: Page): Promise<string[]> => (await ask(page, 'office.list')).flatMap((entry) => (entry.kind === 'unit' ? [entry.full] : []));
const showSettings = async (page: Page, tab: string): Promise<void> => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('button', { name: '设置' }).click();
  await page.getByRole('tab', { name: tab, exact: true }).click();
};
/** As Ctrl+V of what Excel put on the clipboard. */
const paste = (page: Page, text: string): Promise<void> => page.evaluate((words) => {
  const data = new DataTransfer();
  data.setData('text/plain', words);
  document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);

test('机关、代字、联系人写进设置，新公文就都填好了', async ({ desk }) => {
  await showSettings(desk, '机关');
  const names = desk.getByRole('table', { name: '机关名称' });
  await names.getByLabel('全称').first().fill('国家照护保障局');
  await desk.keyboard.press('Enter');
  await expect(names.getByRole('row', { name: '国家照护保障局' })).toContainText('默认');
  // The caret waits in the empty row for the next one, at once.
  await desk.keyboard.type('国家照护保障局办公室');
  await desk.keyboard.press('Enter');
  const codes = desk.getByRole('table', { name: '机关代字' });
  await codes.getByLabel('代字', { exact: true }).first().fill('照保建复');
  await codes.getByRole('combobox', { name: '用于' }).first().fill('建议答复');
  await codes.getByRole('combobox', { name: '用于' }).first().press('Enter');
  await codes.getByRole('button', { name: '加入' }).click();
  await expect(codes.getByRole('row', { name: '照保建复' })).toBeVisible();
  await expect(names.getByRole('row', { name: '国家照护保障局办公室' })).toBeVisible();
  // The host takes its time: what is written meanwhile, here or elsewhere, stays and keeps its caret.
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await desk.route('**/api/call', async (route) => {
    if (route.request().postData()?.includes('"office.add"')) await held;
    await route.continue();
  });
  const full = names.getByLabel('全称').first();
  const code = codes.getByLabel('代字', { exact: true }).first();
  await full.fill('某局');
  await full.press('Enter');
  await full.pressSequentially('某局机关党委');
  await code.focus();
  await desk.keyboard.type('照保');
  letGo();
  await expect(names.getByRole('row', { name: '某局', exact: true })).toBeVisible();
  await desk.keyboard.type('办');
  await expect(code).toHaveValue('照保办');
  await expect(full).toHaveValue('某局机关党委');
  await desk.unroute('**/api/call');
  await desk.getByRole('tab', { name: '人员' }).click();
  const person = desk.getByRole('row', { name: '加一条人员' });
  await person.getByLabel('姓名').fill('周予安');
  await person.getByLabel('司局、处室').fill('照护服务司');
  await person.getByLabel('电话').fill('010-00001234');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('row', { name: '周予安' })).toBeVisible();
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '人大建议答复' }).click();
  await expect(desk.locator('#field-issuer')).toHaveValue('国家照护保障局');
  await expect(desk.locator('#field-documentNumber')).toHaveValue(/^照保建复〔\d{4}〕号$/);
  await expect(desk.locator('#field-contact')).toHaveValue('照护服务司　周予安　010-00001234');
});

test('第一个机关名是默认的：换一个移到最前，新公文就用它', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [{ kind: 'name', full: '国家照护保障局', short: '' }, { kind: 'name', full: '国家照护保障局办公室', short: '' }] });
  await showSettings(desk, '机关');
  await desk.getByRole('row', { name: '国家照护保障局办公室' }).hover();
  await desk.getByRole('button', { name: '把“国家照护保障局办公室”移到最前' }).click();
  await expect(desk.getByRole('row', { name: '国家照护保障局办公室' })).toContainText('默认');
  await desk.keyboard.press('Alt+n');
  await expect(desk.locator('#field-issuer')).toHaveValue('国家照护保障局办公室');
});

test('从 Excel 粘贴一列单位，一次加完，一下撤回', async ({ desk }) => {
  await showSettings(desk, '单位与名单');
  await desk.getByRole('row', { name: '加一条单位' }).getByLabel('全称').focus();
  await paste(desk, '单位名称\t简称\r\n国家康养委员会\t国家康养委\r\n社会事务部\t\r\n');
  await expect(desk.getByText('加了 2 条')).toBeVisible();
  expect(await unitsOf(desk)).toEqual(['国家康养委员会', '社会事务部']);
  await desk.getByRole('button', { name: '撤回' }).click();
  await expect.poll(() => unitsOf(desk)).toEqual([]);
});

test('改在原处，离开就存，Esc 不改；删了撤回，次序还在', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [unit('甲部'), unit('乙部'), unit('丙部')] });
  await showSettings(desk, '单位与名单');
  const row = desk.getByRole('row', { name: '甲部' });
  await row.getByLabel('规范化简称').fill('甲');
  await desk.keyboard.press('Escape');
  await expect(row.getByLabel('规范化简称')).toHaveValue('');
  await row.getByLabel('全称').fill('甲甲部');
  await desk.getByRole('row', { name: '丙部' }).getByLabel('全称').focus();
  await expect.poll(() => unitsOf(desk)).toEqual(['甲甲部', '乙部', '丙部']);
  await desk.getByRole('row', { name: '乙部' }).hover();
  await desk.getByRole('button', { name: '删去“乙部”' }).click();
  await expect.poll(() => unitsOf(desk)).toEqual(['甲甲部', '丙部']);
  await desk.getByRole('button', { name: '撤回' }).click();
  await expect.poll(() => unitsOf(desk)).toEqual(['甲甲部', '乙部', '丙部']);
  // A row without its name comes back as it was.
  await desk.getByRole('row', { name: '丙部' }).getByLabel('全称').fill('');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('row', { name: '丙部' }).getByLabel('全称')).toHaveValue('丙部');
});

test('搜单位：字、全拼、首字母、简称', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [...Array.from({ length: 10 }, (_, index) => unit(`第${index}厅`)), unit('国家康养委员会', '国家康养委'), unit('重庆市照护局')] });
  await showSettings(desk, '单位与名单');
  const search = desk.getByLabel('搜单位');
  for (const [query, name] of [['gjky', '国家康养委员会'], ['chongqing', '重庆市照护局'], ['cqszhj', '重庆市照护局'], ['康养委', '国家康养委员会']] as const) {
    await search.fill(query);
    await expect(desk.getByRole('table', { name: '单位', exact: true }).getByRole('row').last()).toHaveAccessibleName(name);
  }
  await search.fill('wuciren');
  await expect(desk.getByText('没有找到“wuciren”')).toBeVisible();
});

test('要素里打拼音选单位、整串名单；打全的字照写', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [unit('国家康养委员会', '国家康养委'), unit('社会事务部'), { kind: 'list', name: '常用会办', use: 'consulted', units: ['民生统计局', '社会事务部'] }] });
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '人大建议答复' }).click();
  const field = desk.locator('#field-consulted');
  await field.click();
  await desk.keyboard.type('gjkyw');
  await expect(desk.getByRole('option', { name: /国家康养委/ }).first()).toBeAttached();
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('cyhb');
  await desk.keyboard.press('Enter');
  await desk.keyboard.type('某新单位');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk)).toContainText('经商国家康养委员会、民生统计局、社会事务部、某新单位，现答复如下：');
  // The panel beside the paper offers the same.
  const consulted = desk.getByRole('combobox', { name: /经商单位/ });
  await consulted.click();
  await desk.keyboard.type('guojiaky');
  await expect(desk.locator('.names-popup .ant-select-item-option-active')).toContainText('国家康养委');
  await desk.keyboard.press('Enter');
  await expect(paper(desk)).toContainText('某新单位、国家康养委，现答复如下：');
  // A quick hand writes the next name before the paper has told of the last.
  for (const name of ['甲局', '乙局', '丙局']) {
    await desk.keyboard.type(name);
    await desk.keyboard.press('Enter');
  }
  await expect(paper(desk)).toContainText('国家康养委、甲局、乙局、丙局，现答复如下：');
});

test('主送里分类的逗号照写，顿号分开的各是一个；名单写完再按一次回车就加上', async ({ desk }) => {
  await showSettings(desk, '单位与名单');
  const row = desk.getByRole('row', { name: '加一条名单' });
  await row.getByLabel('名单', { exact: true }).fill('各区各部门');
  await row.getByRole('combobox', { name: '单位，依次' }).click();
  await desk.keyboard.type('各区、县人民政府，市政府各部门');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('row', { name: '各区各部门', exact: true })).toBeVisible();
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '部署通知', exact: true }).click();
  await desk.locator('#field-recipients').click();
  await desk.keyboard.type('gqgbm');
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Control+Enter');
  await expect(paper(desk)).toContainText('各区、县人民政府，市政府各部门：');
  const panel = desk.getByRole('combobox', { name: /主送机关/ });
  await panel.click();
  await desk.keyboard.type('各高校，各直属单位，');
  await desk.keyboard.press('Enter');
  await expect(paper(desk)).toContainText('各区、县人民政府，市政府各部门、各高校，各直属单位：');
});

test('一行文字的要素也有：签发人、发文机关，回车取用，Esc 收起不丢字', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [{ kind: 'name', full: '国家照护保障局', short: '照保局' }, { kind: 'name', full: '国家照护保障局办公室', short: '' }] });
  await desk.keyboard.press('Alt+n');
  await desk.getByRole('radio', { name: '部署通知', exact: true }).click();
  const issuer = desk.locator('#field-issuer');
  await issuer.fill('bgs');
  await expect(desk.getByRole('listbox', { name: '机关设置里的' })).toBeVisible();
  await issuer.press('Escape');
  await expect(desk.getByRole('listbox', { name: '机关设置里的' })).toBeHidden();
  await expect(issuer).toHaveValue('bgs');
  await expect(issuer).toBeFocused();
  await issuer.press('ArrowDown');
  await issuer.press('Enter');
  await expect(issuer).toHaveValue('国家照护保障局办公室');
});

test('导出给同事，同事导入：有的不动，没有的加上；坏文件什么也不加', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [unit('甲部')] });
  await ask(desk, 'phrase.add', { phrases: [{ title: '', text: '扩大服务供给。', keywords: '', group: '', source: '某文' }] });
  await showSettings(desk, '单位与名单');
  const [saved] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: '导出', exact: true }).click()]);
  const file = await saved.path();
  expect(saved.suggestedFilename()).toBe('机关设置和口径.json');
  await ask(desk, 'office.remove', { ids: (await ask(desk, 'office.list')).map(({ id }) => id) });
  const input = desk.locator('.screen-head input[type=file]');
  await input.setInputFiles(file);
  await expect(desk.getByText('加了 1 条；1 条原来就有，没有动')).toBeVisible();
  expect(await unitsOf(desk)).toEqual(['甲部']);
  await input.setInputFiles({ name: '坏的.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"niwen-office","version":1,"entries":[{"kind":"unit","full":"乙部","short":""},{"kind":"unit"}]}') });
  await expect(desk.getByText(/机关设置文件里有一处不对（entries\[1\]\.full）/)).toBeVisible();
  expect(await unitsOf(desk)).toEqual(['甲部']);
});

test('人员成表格：导出，改一行再读进来；读不懂的说出哪一行，一条也不加', async ({ desk }) => {
  await ask(desk, 'office.add', { entries: [{ kind: 'person', name: '周予安', post: '处长', unit: '照护服务司', phone: '010-00001234', duty: '' }] });
  await showSettings(desk, '人员');
  const [saved] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: '把人员导出为表格' }).click()]);
  expect(saved.suggestedFilename()).toBe('人员.csv');
  const table = await readFile(await saved.path(), 'utf8');
  expect(table).toBe('\u{FEFF}姓名,职务,单位,电话,用作\r\n周予安,处长,照护服务司,010-00001234,都可以\r\n');
  const input = desk.getByRole('region', { name: '人员' }).locator('input[type=file]');
  const bring = (text: string): Promise<void> => input.setInputFiles({ name: '人员.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await bring(`${table}林知远,,某司,,领导\r\n`);
  await expect(desk.getByText('第 3 行的“用作”写着“领导”，不认得')).toBeVisible();
  await bring(`${table}林知远,,某司,,签发人\r\n`);
  await expect(desk.getByText('加了 1 条；1 条原来就有，没有动')).toBeVisible();
  await expect(desk.getByRole('row', { name: '林知远' })).toBeVisible();
  // As a block from Excel.
  await desk.getByRole('row', { name: '加一条人员' }).getByLabel('姓名').focus();
  await paste(desk, '何清\t科员\t某司\r\n沈禾\t科员\t某司\r\n');
  await expect(desk.getByRole('row', { name: '沈禾' })).toBeVisible();
});

test('口径库：加、改、按拼音找、删了撤回、粘贴多条', async ({ desk }) => {
  await showSettings(desk, '口径库');
  await desk.getByRole('button', { name: '加一条' }).click();
  await desk.getByLabel('内容').fill('扩大普惠照护服务供给。');
  await desk.getByLabel('出处').fill('照保函〔2025〕8号');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('list', { name: '口径' })).toContainText('照保函〔2025〕8号');
  await desk.getByRole('button', { name: '粘贴多条' }).click();
  await desk.getByLabel('粘贴口径').fill('床位\t截至去年底，已建成家庭照护床位二十万张。\t年度总结\n队伍\t加强照护人员队伍建设，健全培训体系。\t年度总结');
  await expect(desk.getByRole('status')).toContainText('读出 2 条');
  await desk.getByRole('button', { name: '加入 2 条' }).click();
  await expect(desk.getByRole('list', { name: '口径' }).getByRole('listitem')).toHaveCount(3);
  await desk.getByLabel('搜口径').fill('jtzhcw');
  await expect(desk.getByRole('list', { name: '口径' }).getByRole('listitem')).toHaveCount(1);
  await expect(desk.locator('.phrase-list .matched')).toHaveText('家庭照护床位');
  await desk.getByRole('button', { name: '改“床位”' }).click();
  await desk.getByLabel('标题').fill('家庭床位');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('button', { name: '改“家庭床位”' })).toBeVisible();
  await desk.getByRole('button', { name: '删去“家庭床位”' }).click();
  await expect.poll(async () => (await ask(desk, 'phrase.list')).length).toBe(2);
  await desk.getByRole('button', { name: '撤回' }).last().click();
  await expect.poll(async () => (await ask(desk, 'phrase.list')).length).toBe(3);
});

test('添加自己的仿宋，设置里说用着它，纸面就换成它；坏的字体不收，说得出为什么', async ({ desk }) => {
  await showSettings(desk, '字体');
  const section = desk.getByRole('region', { name: '公文字体' });
  await expect(section.getByText('自动：', { exact: false }).first()).toBeVisible();
  const file = section.locator('input[type=file]');
  await file.setInputFiles({ name: '坏的.ttf', mimeType: 'font/ttf', buffer: Buffer.from('不是字体') });
  await expect(desk.getByText('这个字体文件读不了，可能已损坏，没有收下')).toBeVisible();
  await file.setInputFiles({ name: '仿宋.ttf', mimeType: 'font/ttf', buffer: await fontFile({ family: '仿宋_GB2312', characters: '关于做好年工作的通知各区县照护保障局' }) });
  await expect(section.getByText('自动：仿宋_GB2312')).toBeVisible();
  const { roles } = await ask(desk, 'font.inUse');
  // The sample beside the choice is painted in it: Chromium has taken the file.
  await expect.poll(() => desk.evaluate((family) => [...document.fonts].filter((face) => face.family === family).map((face) => face.status), roles.fang!)).toEqual(['loaded']);
  await expect.poll(() => desk.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--own-fang'))).toContain(roles.fang!);

  await desk.getByRole('region', { name: '自己添加的字体' }).getByRole('button', { name: '删去“仿宋_GB2312”' }).click();
  await expect(section.getByText('自动：仿宋_GB2312')).toHaveCount(0);
  await expect.poll(() => desk.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--own-fang'))).toBe('');
  await desk.getByRole('button', { name: '撤回' }).last().click();
  await expect(section.getByText('自动：仿宋_GB2312')).toBeVisible();
});
