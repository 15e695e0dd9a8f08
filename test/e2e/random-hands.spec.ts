import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';
import { numberDocument } from '#core/document/numbering.ts';
import { schema } from '#core/document/schema.ts';
import { COMMANDS } from '#core/wording/commands.ts';
import type { CommandId } from '#core/wording/commands.ts';
import { openDraft, paper, settle, storedDocument, waitUntilSaved } from '../support/draft-page.ts';
import { inputMethod } from '../support/input-method.ts';
import { sampleOf } from '../support/samples.ts';
import { startWebHost } from '../support/start-web-host.ts';
import type { WebHost } from '../support/start-web-host.ts';

/** NIWEN_SEED takes other steps (they are told when it fails), NIWEN_HANDS is how many steps a document gets, NIWEN_SAMPLES whose. */
const SEED = Number(process.env.NIWEN_SEED ?? 20260801);
const STEPS = Number(process.env.NIWEN_HANDS ?? 30);
const SAMPLES = (process.env.NIWEN_SAMPLES ?? 'npc-reply,notice').split(',');

let host: WebHost;
test.beforeAll(async () => void (host = await startWebHost()));
test.afterAll(() => host.stop());

/** Numbers from 0 up to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TEXTS = ['要', '。', '，', '：', '、', '；', '一是', '二是', '一、', '（一）', '2.', '①', '第一，', '见附件1', '附件：', '2026年3月', 'API', '65%', '“', '”', '𠮷', '落实'];
const WORDS = [['gongzuo', '工作'], ['yishi', '一是'], ['juhao', '。'], ['dierzhang', '第二章'], ['fujian', '附件'], ['tong', '同']] as const;
const KEYS = ['Enter', 'Enter', 'Backspace', 'Backspace', 'Delete', 'Tab', 'Shift+Tab', 'Shift+Enter', 'Control+a'];
const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Control+Home', 'Control+End', 'Control+ArrowLeft', 'Control+ArrowRight', 'PageDown', 'PageUp'];
const COMMAND_NAMES: readonly CommandId[] = [
  'undo', 'undo', 'redo', 'bold', 'heading-1', 'heading-2', 'heading-3', 'body', 'promote', 'demote', 'move-up', 'move-down', 'marker-shi', 'marker-circled', 'restart', 'attachment', 'landscape',
  'insert-table', 'row-above', 'row-below', 'column-left', 'column-right', 'merge-cells', 'split-cell', 'header-row', 'continued-table', 'sort-up', 'sort-down', 'number-rows', 'even-columns', 'fit-columns', 'delete-row', 'delete-column',
];
const PASTES = [
  { 'text/html': '<table><thead><tr><th>序号</th><th>任务</th></tr></thead><tr><td rowspan="2">1</td><td>摸底</td></tr><tr><td>汇总</td></tr></table>', 'text/plain': '序号\t任务\n1\t摸底\n\t汇总' },
  { 'text/plain': '一、总体要求\n各区要落实。\n（一）目标。到年底见效。\n附件：名单' },
  { 'text/html': '<p>一是抓统筹；</p><p>二是抓督查。</p>', 'text/plain': '一是抓统筹；\n二是抓督查。' },
];

type Hands = { readonly page: Page; readonly roll: () => number; readonly ime: Awaited<ReturnType<typeof inputMethod>> };
/** One thing a person may do; returns what was done, in words. */
type Deed = (hands: Hands) => Promise<string>;
const pick = <T>(list: readonly T[], roll: () => number): T => list[Math.floor(roll() * list.length)]!;

const clicks: Deed = async ({ page, roll }) => {
  const [part, across, down, shift] = [roll(), roll(), roll(), roll() < 0.3];
  const place = await paper(page).evaluate((root, [which, right, below]) => {
    const all = [...root.querySelectorAll('.p')];
    const at = Math.floor(which! * all.length);
    all[at]!.scrollIntoView({ block: 'nearest' });
    const box = all[at]!.getBoundingClientRect();
    const [x, y] = [box.x + Math.max(2, right! * (box.width - 4)), box.y + Math.max(2, below! * (box.height - 4))];
    // An empty paper offers other ways to begin, in the middle of it.
    return document.elementFromPoint(x, y)?.closest('.ProseMirror') ? { at, x, y } : null;
  }, [part, across, down]);
  if (!place) return '不点';
  if (shift) await page.keyboard.down('Shift');
  await page.mouse.click(place.x, place.y);
  if (shift) await page.keyboard.up('Shift');
  return `${shift ? 'Shift 点' : '点'}第${place.at}段`;
};

const presses = (keys: readonly string[]): Deed => async ({ page, roll }) => {
  const key = (roll() < 0.3 && keys === MOVES ? 'Shift+' : '') + pick(keys, roll);
  const times = keys === MOVES ? 1 + Math.floor(roll() * 4) : 1;
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  return `${key}×${times}`;
};

const types: Deed = async ({ page, roll }) => {
  const text = Array.from({ length: 1 + Math.floor(roll() * 3) }, () => pick(TEXTS, roll)).join('');
  for (const character of text) await page.keyboard.insertText(character);
  await page.waitForTimeout(120); // numbers typed by hand are looked at a moment later
  return `键入${text}`;
};

const composes: Deed = async ({ roll, ime }) => {
  const [letters, words] = pick(WORDS, roll);
  if (roll() < 0.8) {
    await ime.write(letters, words);
    return `组字${words}`;
  }
  await ime.show(letters.slice(0, 2));
  await ime.giveUp();
  return `组字${letters}，放弃`;
};

const commands: Deed = async ({ page, roll }) => {
  const { name, keys } = COMMANDS[pick(COMMAND_NAMES, roll)];
  if (keys) await page.keyboard.press(keys[0]!.replace('Ctrl', 'Control'));
  else {
    await page.keyboard.press('Control+Shift+p');
    await page.keyboard.insertText(name);
    await settle(page);
    // A command that can do nothing here is not listed.
    const isFirst = (await page.getByRole('option').allInnerTexts())[0]?.includes(name);
    await page.keyboard.press(isFirst ? 'Enter' : 'Escape');
    if (!isFirst) await page.keyboard.press('Escape');
  }
  return name;
};

const pastes: Deed = async ({ page, roll }) => {
  const nth = Math.floor(roll() * PASTES.length);
  await settle(page);
  await paper(page).evaluate((element, forms) => {
    const transfer = new DataTransfer();
    for (const [type, text] of Object.entries(forms)) if (text) transfer.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, PASTES[nth]!);
  return `粘贴第${nth}样`;
};

const changesTemplate: Deed = async ({ page, roll }) => {
  const name = pick(['请示', '部署通知', '函（商洽）', '纪要', '人大建议答复', '公告', '命令（令）', '印发通知'], roll);
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.insertText('改换文种');
  await settle(page);
  await page.keyboard.press('Enter');
  const search = page.getByRole('combobox', { name: '搜索改换文种' });
  await search.fill(name);
  await settle(page);
  // The template it follows already is not listed.
  const isFound = (await page.getByRole('option').count()) > 0;
  for (let times = 0; times < (isFound ? 1 : 2); times++) await search.press(isFound ? 'Enter' : 'Escape');
  await expect(paper(page)).toBeFocused();
  return `改换文种 ${name}`;
};

const DEEDS: readonly Deed[] = [clicks, clicks, presses(MOVES), presses(MOVES), presses(KEYS), presses(KEYS), types, types, composes, commands, commands, commands, pastes, changesTemplate];

/** The document in the window, all numbers that stand on the paper, in their order, and whether an input method is held to be at work. */
const look = (page: Page) => paper(page).evaluate((element) => ({
  json: (element as HTMLElement & { editor: Editor }).editor.state.doc.toJSON() as unknown,
  isComposing: (element as HTMLElement & { editor: Editor }).editor.view.composing,
  drawn: [...element.querySelectorAll<HTMLElement>('.p[data-label], .marker[data-label]')].map(({ dataset }) => dataset.label),
}));

/** What must hold after whatever was done: a valid document without a letter of the input method, and on the paper the numbers of a fresh numbering. */
async function expectSound(page: Page, done: string): Promise<unknown> {
  const { json, drawn, isComposing } = await look(page);
  const document = schema.nodeFromJSON(json);
  expect([isComposing, /[a-z]+/.exec(document.textContent)?.[0]], done).toEqual([false, undefined]);
  expect(() => document.check(), done).not.toThrow();
  const { paragraphs, markers } = numberDocument(document);
  expect(drawn, done).toEqual([...paragraphs.values(), ...markers.values()].toSorted((a, b) => a.pos - b.pos).map(({ text }) => text));
  return json;
}

/** Presses a key until the document stays as it is. */
async function pressToTheEnd(page: Page, key: string): Promise<unknown> {
  let { json } = await look(page);
  for (;;) {
    const before = JSON.stringify(json);
    await page.keyboard.press(key);
    await settle(page);
    json = (await look(page)).json;
    if (JSON.stringify(json) === before) return json;
  }
}

for (const [index, sample] of SAMPLES.entries()) {
  test(`随手乱改 ${sample} ${STEPS} 步：序号总是对的，存下的就是纸上的，全部撤销回到原样，全部重做又是改后`, async ({ page }) => {
    test.setTimeout(60_000 + STEPS * 3_000);
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    const id = await openDraft(page, host, sampleOf(sample));
    const roll = dice(SEED + index);
    const hands: Hands = { page, roll, ime: await inputMethod(page) };
    await paper(page).locator('.p').first().click();
    await settle(page);
    const start = (await look(page)).json;
    const done = [`NIWEN_SEED=${SEED + index} NIWEN_HANDS=${STEPS} NIWEN_SAMPLES=${sample}`];
    for (let step = 0; step < STEPS; step++) {
      done.push(await pick(DEEDS, roll)(hands));
      await settle(page);
      await expectSound(page, done.join(' | '));
      expect(failures, done.join(' | ')).toEqual([]);
    }
    const told = done.join(' | ');
    // Whatever lies over it by now (a 机关标志 over text that came before it) takes the click as well.
    await paper(page).locator('.p').first().click({ force: true });
    await settle(page);
    // Fields follow what was written on the paper once it rests.
    await page.waitForTimeout(1000);
    await waitUntilSaved(page);
    const end = await expectSound(page, told);
    expect((await storedDocument(host, id)).toJSON(), told).toEqual(end);
    // A redo is left from the last steps, perhaps: the end is where nothing can be done again.
    const last = await pressToTheEnd(page, 'Control+y');
    expect(await pressToTheEnd(page, 'Control+z'), told).toEqual(start);
    expect(await pressToTheEnd(page, 'Control+y'), told).toEqual(last);
    await expectSound(page, told);
  });
}
