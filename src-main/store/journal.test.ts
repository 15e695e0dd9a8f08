import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { AttrStep, ReplaceStep, Transform } from 'prosemirror-transform';
import { Slice } from 'prosemirror-model';
import { afterEach, expect, it, vi } from 'vitest';
import { DOCUMENT_VERSION, readDocument } from '#core/document/document-file.ts';
import { schema } from '#core/document/schema.ts';
import { doc, p, para, table, title } from '../../test/support/build.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openTestStore, typing, writing } from '../../test/support/test-store.ts';
import type { TestStore } from '../../test/support/test-store.ts';

const draft = doc(title('关于开展检查的通知'), para('addressee', '各单位：'), p('现将有关事项通知如下。'), table(['序号', '事项'], ['1', '自查']));
const failure = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

afterEach(() => vi.useRealTimers());

async function draftStore(file?: string): Promise<TestStore> {
  const opened = await openTestStore(file);
  await opened.store.journal.create('d1', draft, undefined, writing);
  return opened;
}

async function type({ store }: TestStore, text: string): Promise<number> {
  const { doc: now, revision } = await store.journal.open('d1', writing.at);
  return (await store.journal.append('d1', revision, typing(now, text), writing)).revision;
}

const titleNow = async ({ store }: TestStore): Promise<string> => (await store.documents.summary('d1')).title;

it('追加的步骤立即反映在打开的文稿和目录行里', async () => {
  const opened = await draftStore();
  const at = writing.at + 5000;
  expect(await opened.store.journal.append('d1', 0, typing(draft, '甲市'), { ...writing, at })).toEqual({ revision: 1, savedAt: at, isRenamed: true });
  expect(await opened.store.documents.summary('d1')).toMatchObject({ title: '甲市关于开展检查的通知', addressee: '各单位：', revision: 1, changedAt: new Date(at).toISOString(), changedBy: '张三', words: 33 });
  const { doc: after } = await opened.store.journal.open('d1', at);
  expect(after.textContent).toBe(`甲市${draft.textContent}`);
});

it('基于旧版本的改动是冲突，不覆盖，也不写入', async () => {
  const opened = await draftStore();
  await type(opened, '甲');
  await expect(opened.store.journal.append('d1', 0, typing(draft, '乙'), writing)).rejects.toEqual(failure('conflict'));
  await expect(opened.store.journal.append('d1', 7, typing(draft, '乙'), writing)).rejects.toEqual(failure('conflict'));
  expect(await titleNow(opened)).toBe('甲关于开展检查的通知');
  expect(opened.db.prepare('SELECT count(*) AS steps FROM step').get()).toEqual({ steps: 1 });
});

it('答复丢失后重发同一次改动，不算冲突，也不写两遍', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const opened = await draftStore(file);
  const steps = typing(draft, '甲');
  const saved = await opened.store.journal.append('d1', 0, steps, writing);
  expect(await opened.store.journal.append('d1', 0, steps, { ...writing, at: writing.at + 1000 })).toEqual({ ...saved, isRenamed: false });
  opened.store.close();
  const again = await openTestStore(file);
  expect((await again.store.journal.append('d1', 0, steps, writing)).revision).toBe(1);
  expect(await titleNow(again)).toBe('甲关于开展检查的通知');
  again.store.close();
});

it('空的改动什么也不写', async () => {
  const opened = await draftStore();
  expect((await opened.store.journal.append('d1', 0, [], writing)).revision).toBe(0);
  expect(opened.db.prepare('SELECT count(*) AS steps FROM step').get()).toEqual({ steps: 0 });
});

it.each<[string, object[]]>([
  ['不是步骤', [{ stepType: 'nonsense' }]],
  ['位置在文末之外', [new ReplaceStep(9000, 9001, Slice.empty).toJSON() as object]],
  ['把段落删得只剩半个', [new ReplaceStep(0, 3, Slice.empty).toJSON() as object]],
  ['表格里放进没有单元格的行', [{ stepType: 'replace', from: draft.content.size - 1, to: draft.content.size - 1, slice: { content: [{ type: 'text', text: '字' }] } }]],
  ['没有的要素', [new AttrStep(0, 'role', 'heading9').toJSON() as object]],
  ['字段不是字段', [{ stepType: 'docAttr', attr: 'fields', value: 3 }]],
  ['第二步才错', [...typing(draft, '甲'), { stepType: 'replace', from: -1, to: 0 }]],
])('不能用的改动被拒绝，一字不写：%s', async (_, steps) => {
  const opened = await draftStore();
  await expect(opened.store.journal.append('d1', 0, steps, writing)).rejects.toEqual(failure('invalid-input'));
  expect(opened.db.prepare('SELECT count(*) AS steps FROM step').get()).toEqual({ steps: 0 });
  expect(await type(opened, '甲')).toBe(1);
});

it('没有的文稿', async () => {
  const { store } = await openTestStore();
  await expect(store.journal.open('nobody', 0)).rejects.toEqual(failure('not-found'));
  await expect(store.journal.append('nobody', 0, [], writing)).rejects.toEqual(failure('not-found'));
});

it('磁盘满：说明白，一字不丢已保存的；腾出空间后照常再存', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const opened = await draftStore(file);
  await type(opened, '甲');
  const pages = opened.db.pragma('page_count', { simple: true }) as number;
  opened.db.pragma(`max_page_count = ${pages}`);
  const long = '长'.repeat(20_000);
  await expect(type(opened, long)).rejects.toEqual(failure('disk-full'));
  expect(await titleNow(opened)).toBe('甲关于开展检查的通知');
  expect((await opened.store.journal.open('d1', 0)).revision).toBe(1);
  opened.db.pragma('max_page_count = 1000000');
  expect(await type(opened, long)).toBe(2);
  opened.store.close();
  const again = await openTestStore(file);
  expect(await titleNow(again)).toBe(`${long}甲关于开展检查的通知`);
  again.store.close();
});

it('每二百次追加留一份快照，自动快照只留最近三份，第一份永远在', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'clearTimeout'] });
  const opened = await draftStore();
  for (let i = 0; i < 1000; i++) {
    await type(opened, '字');
    vi.advanceTimersByTime(0);
  }
  expect(opened.db.prepare('SELECT seq, kind FROM snapshot ORDER BY seq').all()).toEqual([
    { seq: 0, kind: 'start' }, { seq: 600, kind: 'auto' }, { seq: 800, kind: 'auto' }, { seq: 1000, kind: 'auto' },
  ]);
});

it('停笔一分钟后留一份快照，之后不再重复', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opened = await draftStore();
  await type(opened, '甲');
  vi.advanceTimersByTime(59_000);
  await type(opened, '乙');
  vi.advanceTimersByTime(59_000);
  const seqs = (): unknown[] => opened.db.prepare('SELECT seq FROM snapshot ORDER BY seq').pluck().all();
  expect(seqs()).toEqual([0]);
  vi.advanceTimersByTime(1_000);
  expect(seqs()).toEqual([0, 2]);
  vi.advanceTimersByTime(600_000);
  expect(seqs()).toEqual([0, 2]);
});

it('快照没存成只记入日志，写作照常', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opened = await draftStore(join(temporaryFolder(), 'niwen.sqlite'));
  await type(opened, '甲'.repeat(3000));
  opened.db.exec('CREATE TRIGGER full BEFORE INSERT ON snapshot BEGIN SELECT RAISE(ABORT, \'full\'); END');
  vi.advanceTimersByTime(60_000);
  expect(opened.warnings).toMatchObject([{ message: 'snapshot failed' }]);
  expect(await type(opened, '乙')).toBe(2);
  opened.store.close();
});

async function closedLibrary(typed: string[]): Promise<string> {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const opened = await draftStore(file);
  for (const text of typed) await type(opened, text);
  opened.db.exec("DELETE FROM snapshot WHERE kind = 'auto'");
  opened.db.close();
  return file;
}

it('步骤被改动过：停在前一步，其余封存并报数，可以接着写', async () => {
  const file = await closedLibrary(['甲', '乙', '丙', '丁']);
  const spoil = await openTestStore(file);
  spoil.db.prepare("UPDATE step SET tr = replace(tr, '丙', '贼') WHERE seq = 3").run();
  spoil.store.close();

  const opened = await openTestStore(file);
  const { doc: now, revision } = await opened.store.journal.open('d1', writing.at);
  expect([revision, now.firstChild!.textContent]).toEqual([2, '乙甲关于开展检查的通知']);
  expect(await opened.store.documents.quarantined('d1')).toBe(2);
  expect(opened.db.prepare('SELECT seq, reason FROM quarantine').all()).toEqual([{ seq: 3, reason: 'broken-chain' }, { seq: 4, reason: 'broken-chain' }]);
  expect(opened.warnings).toMatchObject([{ message: 'steps kept aside', details: { after: 2 } }]);
  expect(await titleNow(opened)).toBe('乙甲关于开展检查的通知');
  expect(await type(opened, '戊')).toBe(3);
  opened.store.close();

  const again = await openTestStore(file);
  expect((await again.store.journal.open('d1', writing.at)).doc.firstChild!.textContent).toBe('戊乙甲关于开展检查的通知');
  expect(await again.store.documents.quarantined('d1')).toBe(2);
  again.store.close();
});

it('中间缺了一步：缺口之后的封存', async () => {
  const file = await closedLibrary(['甲', '乙', '丙']);
  const spoil = await openTestStore(file);
  spoil.db.prepare('DELETE FROM step WHERE seq = 2').run();
  spoil.store.close();
  const opened = await openTestStore(file);
  expect((await opened.store.journal.open('d1', writing.at)).revision).toBe(1);
  expect(await opened.store.documents.quarantined('d1')).toBe(1);
  opened.store.close();
});

it('最新的快照坏了：用更早的快照重放，结果一样', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const first = await draftStore(file);
  await type(first, '甲');
  await type(first, '乙');
  first.store.close();
  const spoil = await openTestStore(file);
  expect(spoil.db.prepare("UPDATE snapshot SET body = x'00' WHERE seq = 2").run().changes).toBe(1);
  spoil.store.close();
  const opened = await openTestStore(file);
  expect(await opened.store.journal.open('d1', writing.at)).toMatchObject({ revision: 2 });
  expect((await opened.store.journal.open('d1', writing.at)).doc.firstChild!.textContent).toBe('乙甲关于开展检查的通知');
  expect(await opened.store.documents.quarantined('d1')).toBe(0);
  opened.store.close();
});

it('一份快照也不剩：文稿已损坏', async () => {
  const file = await closedLibrary(['甲']);
  const spoil = await openTestStore(file);
  spoil.db.prepare("UPDATE snapshot SET sha256 = x'00'").run();
  await expect(spoil.store.journal.open('d1', 0)).rejects.toEqual(failure('broken-document'));
  spoil.store.close();
});

/** A format one newer than ours, in which titles are written in brackets. */
const nextFormat = {
  version: DOCUMENT_VERSION + 1,
  read: (file: unknown) => {
    const { version, doc: json } = file as { version: number; doc: object };
    const read = readDocument({ format: 'niwen-document', version: DOCUMENT_VERSION, doc: json });
    return read.ok && version === DOCUMENT_VERSION ? { ...read, doc: new Transform(read.doc).insert(1, schema.text('〔')).doc, upgradedFrom: version } : read;
  },
};

it('旧格式的文稿打开时升级并留快照，以后从新格式接着写', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const old = await draftStore(file);
  await type(old, '甲');
  old.store.close();
  const upgraded = await openTestStore(file, nextFormat);
  expect(await upgraded.store.journal.open('d1', writing.at)).toMatchObject({ revision: 1 });
  expect(await titleNow(upgraded)).toBe('〔甲关于开展检查的通知');
  expect(upgraded.db.prepare("SELECT seq, schema_ver FROM snapshot WHERE kind = 'upgrade'").all()).toEqual([{ seq: 1, schema_ver: 2 }]);
  expect(await type(upgraded, '乙')).toBe(2);
  upgraded.store.close();
  const again = await openTestStore(file, nextFormat);
  expect((await again.store.journal.open('d1', writing.at)).doc.firstChild!.textContent).toBe('乙〔甲关于开展检查的通知');
  again.store.close();
  const downgraded = await openTestStore(file);
  await expect(downgraded.store.journal.open('d1', writing.at)).rejects.toEqual(failure('newer-document'));
  downgraded.store.close();
});

it('旧格式里还没进快照的步骤不放到新格式上重放：封存并报数', async () => {
  const file = await closedLibrary(['甲', '乙']);
  const upgraded = await openTestStore(file, nextFormat);
  expect(await upgraded.store.journal.open('d1', writing.at)).toMatchObject({ revision: 0 });
  expect(await upgraded.store.documents.quarantined('d1')).toBe(2);
  upgraded.store.close();
});

it('断电（kill -9）之后，答复过的一步不少，文稿能接着写', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  (await draftStore(file)).store.close();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../test/support/append-until-killed.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString();
    if (told.split('\n').length > 250) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const answered = Number(told.trim().split('\n').at(-1));
  const opened = await openTestStore(file);
  const { doc: now, revision } = await opened.store.journal.open('d1', writing.at);
  expect(revision).toBeGreaterThanOrEqual(answered);
  expect(revision).toBeLessThanOrEqual(answered + 1);
  expect(now.firstChild!.textContent).toBe(`${'字'.repeat(revision)}关于开展检查的通知`);
  expect(opened.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(await type(opened, '续')).toBe(revision + 1);
  opened.store.close();
});

it('同时打开许多文稿，各写各的，写过的都在', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  const opened = await openTestStore(file);
  const ids = Array.from({ length: 20 }, (_, index) => `many${index}`);
  for (const id of ids) await opened.store.journal.create(id, draft, undefined, writing);
  for (const round of [0, 1, 2]) for (const id of ids) await opened.store.journal.append(id, round, typing(draft, String(round)), writing);
  for (const id of ids) expect((await opened.store.journal.open(id, 0)).doc.firstChild!.textContent).toBe('210关于开展检查的通知');
  opened.store.close();
  const again = await openTestStore(file);
  for (const id of ids) expect((await again.store.journal.open(id, 0)).doc.firstChild!.textContent).toBe('210关于开展检查的通知');
  again.store.close();
});
