import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';
import { doc, h, p, para, title } from '../support/build.ts';
import { lines, openDraft, paper, paragraph, putCaret, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 1366, height: 768 } });

let host: WebHost;
test.beforeAll(async () => {
  host = await startWebHost();
});
test.afterAll(() => host.stop());

const inDocument = (attrs: object, ...blocks: Node[]): Node => schema.nodes.doc.create(attrs, blocks);

/** The labels and first words of the text, elements of the head left out. */
const text = async (page: Page, from = 2): Promise<string[]> => (await lines(page)).slice(from);
const choose = async (page: Page, menu: string, item: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: menu, exact: true }).click();
  const list = page.getByRole('menu', { name: menu });
  // No hand is as quick as the menu opens.
  await list.evaluate((element) => Promise.all((element.closest('.ant-popover') ?? element).getAnimations({ subtree: true }).map((each) => each.finished)));
  await list.getByRole('menuitemradio', { name: item }).click();
};

/** A piece of a longer opinion: begins with （四） and runs on through its chapters. */
const opinion = (name: string): Node => inDocument({ numbering: 'continuous' },
  title(name), p('现就推进居家照护提出如下意见。'),
  h(2, '完善评估。统一评估标准，结果互认。', { startAt: 4, runIn: true }), h(2, '扩大供给。每个街道至少建一个服务点。', { runIn: true }),
  h(1, '强化要素保障'), h(2, '保障用地。利用闲置场所改造。', { runIn: true }), h(2, '落实补贴。按月足额发放。', { runIn: true }),
  h(1, '加强组织实施'), h(2, '压实责任。一级抓一级。', { runIn: true }));

test('通排的意见片段：插入、移动、升级、删除，序号当即跟上，一次撤销就回来', async ({ page }) => {
  await openDraft(page, host, opinion('关于推进居家照护的意见'));
  const begin = ['（四）完善评估。统一评估标准，结果互认。', '（五）扩大供给。每个街道至少建一个服务点。', '一、强化要素保障', '（六）保障用地。利用闲置场所改造。', '（七）落实补贴。按月足额发放。', '二、加强组织实施', '（八）压实责任。一级抓一级。'];
  expect(await text(page)).toEqual(begin);
  await page.screenshot({ path: test.info().outputPath('continuous.png') });

  await putCaret(page, '扩大供给', 'end');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('培训队伍');
  expect((await text(page)).slice(2, 5)).toEqual(['（六）培训队伍', '一、强化要素保障', '（七）保障用地。利用闲置场所改造。']);
  expect((await text(page)).at(-1)).toBe('（九）压实责任。一级抓一级。');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await text(page)).toEqual(begin);

  await putCaret(page, '保障用地', 'start');
  await page.keyboard.press('Shift+Tab');
  expect((await text(page)).slice(3)).toEqual(['二、保障用地。利用闲置场所改造。', '（六）落实补贴。按月足额发放。', '三、加强组织实施', '（七）压实责任。一级抓一级。']);
  await page.keyboard.press('Control+z');
  expect(await text(page)).toEqual(begin);

  await paragraph(page, '保障用地').click({ clickCount: 3 });
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  expect((await text(page)).slice(2, 4)).toEqual(['一、强化要素保障', '（六）落实补贴。按月足额发放。']);
});

test('编号方式从菜单里换：逐级重编、通排、两级、章节条，各是一步', async ({ page }) => {
  await openDraft(page, host, doc(title('关于试点工作的方案'), p('为做好试点，制定本方案。'), h(1, '目标'), h(2, '范围'), h(2, '时限'), h(1, '任务'), h(2, '摸底'), h(3, '入户')));
  await putCaret(page, '范围', 'end');
  const begin = ['一、目标', '（一）范围', '（二）时限', '二、任务', '（一）摸底', '1.入户'];
  await page.getByRole('button', { name: '编号', exact: true }).click();
  await expect(page.getByRole('menuitemradio', { name: /逐级重编/ })).toHaveAttribute('aria-checked', 'true');
  await page.waitForTimeout(200);
  await page.screenshot({ path: test.info().outputPath('menu.png') });
  await page.getByRole('menuitemradio', { name: /^（一）通排/ }).click();
  expect(await text(page)).toEqual(['一、目标', '（一）范围', '（二）时限', '二、任务', '（三）摸底', '1.入户']);
  await page.keyboard.press('Control+z');
  expect(await text(page)).toEqual(begin);
  await choose(page, '编号', /^两级 /);
  expect(await text(page)).toEqual(['一、目标', '1.范围', '2.时限', '二、任务', '1.摸底', '（1）入户']);
  await page.keyboard.press('Control+z');
  expect(await text(page)).toEqual(begin);
  await choose(page, '编号', /章节条/);
  expect(await text(page)).toEqual(['第一章　目标', '第一条　范围', '第二条　时限', '第二章　任务', '第三条　摸底', '（一）入户']);
  await page.keyboard.press('Control+z');
  expect(await text(page)).toEqual(begin);
});

test('印发办法：正文一、，办法第一章／第一条；键入、回车、退格如文员所想，存下来的也是这样', async ({ page }) => {
  const id = await openDraft(page, host, doc(
    title('关于印发《试点工作办法》的通知'), p('现将《试点工作办法》印发给你们，请认真执行。'), h(1, '加强领导'),
    para('signature', '青川市照护局'), para('date', '2026年8月1日'), para('embedded', '试点工作办法'), p(''),
  ));
  await paper(page).locator('.p').last().click();
  await page.keyboard.type('第一章 总则');
  await page.keyboard.press('Enter');
  await page.keyboard.type('为规范居家照护试点工作，保障服务质量，根据有关规定，制定本办法。');
  await page.keyboard.press('Enter');
  await page.keyboard.type('申请试点的机构应当具备下列条件：');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('有固定服务场所；');
  await page.keyboard.press('Enter');
  await page.keyboard.type('有专职照护人员。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('前款所称专职照护人员，每名服务对象不超过三十人。');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+1');
  await page.keyboard.type('附则');
  await page.keyboard.press('Enter');
  await page.keyboard.type('本办法自印发之日起施行。');
  const rules = [
    '第一章　总则', '第一条　为规范居家照护试点工作，保障服务质量，根据有关规定，制定本办法。', '第二条　申请试点的机构应当具备下列条件：', '（一）有固定服务场所；', '（二）有专职照护人员。',
    '前款所称专职照护人员，每名服务对象不超过三十人。', '第二章　附则', '第三条　本办法自印发之日起施行。',
  ];
  expect(await text(page, 6)).toEqual(rules);
  await paragraph(page, '申请试点').scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
  await page.screenshot({ path: test.info().outputPath('articles.png') });
  await page.getByRole('button', { name: /段落样式/ }).click();
  await page.waitForTimeout(200);
  await page.screenshot({ path: test.info().outputPath('styles.png') });
  await page.keyboard.press('Escape');
  await putCaret(page, '申请试点', 'start');
  await page.keyboard.press('Backspace');
  expect((await text(page, 6))[7]).toBe('第二条　本办法自印发之日起施行。');
  await page.keyboard.press('Control+z');
  expect(await text(page, 6)).toEqual(rules);
  await expect(page.getByRole('navigation', { name: '提纲' })).toContainText('第二条申请试点的机构应当具备下列条件');
  await waitUntilSaved(page);
  const stored = await storedDocument(host, id);
  expect(stored.children.filter((node) => node.attrs.role === 'article').map((node) => node.attrs.level as number)).toEqual([1, 3, 3, 4, 4, 1, 3]);
});

test('句内序次语：键入成序号，整组换写法，点序号也能换，退格变回文字', async ({ page }) => {
  await openDraft(page, host, doc(title('关于督查的通知'), p('要求如下：'), p('另外：')));
  await putCaret(page, '要求如下', 'end');
  await page.keyboard.type('一是抓统筹；二是抓督查；三是抓落实。');
  await expect(paper(page).locator('.marker')).toHaveCount(3);
  await choose(page, '编号', '整组改为第一，第二，');
  expect((await lines(page))[1]).toBe('要求如下：第一，抓统筹；第二，抓督查；第三，抓落实。');
  await page.keyboard.press('Control+z');
  expect((await lines(page))[1]).toBe('要求如下：一是抓统筹；二是抓督查；三是抓落实。');
  await paper(page).locator('.marker').nth(1).click();
  const bubble = page.getByRole('menu', { name: '句内序号' });
  await expect(bubble).toContainText('第 2 项，共 3 项');
  await page.screenshot({ path: test.info().outputPath('bubble.png') });
  await bubble.getByRole('menuitemradio', { name: /①②/ }).click();
  expect((await lines(page))[1]).toBe('要求如下：①抓统筹；②抓督查；③抓落实。');
  await page.keyboard.press('Control+z');
  await paper(page).locator('.marker').nth(2).click({ button: 'right' });
  await bubble.getByRole('menuitem', { name: '从这里另起一组' }).click();
  expect((await lines(page))[1]).toBe('要求如下：一是抓统筹；二是抓督查；一是抓落实。');
  await page.keyboard.press('Control+z');
  await putCaret(page, '抓督查', 'start');
  const marker = paper(page).locator('.marker').nth(1);
  await marker.click({ button: 'right' });
  await bubble.getByRole('menuitem', { name: '变成文字' }).click();
  await expect(paper(page).locator('.marker')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(paper(page).locator('.marker')).toHaveCount(3);

  const ime = await inputMethod(page);
  await putCaret(page, '另外', 'end');
  await ime.show('yi shi');
  await ime.choose('一是');
  await expect(paper(page).locator('.marker')).toHaveCount(4);
  await page.keyboard.press('Backspace');
  await expect(paper(page).locator('.marker')).toHaveCount(3);
  expect((await lines(page))[2]).toBe('另外：一是');
});
