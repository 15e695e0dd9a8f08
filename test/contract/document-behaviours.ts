import { expect } from 'vitest';
import type { DocumentSnapshot } from '#core/contract/model.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import { doc, p, table, title } from '../support/build.ts';
import { typing } from '../support/test-store.ts';
import type { Behaviour, World } from './world.ts';

const working = (world: World): Promise<unknown> => world.call('person.set', { name: '张三', post: '科员' });
const file = writeDocument(doc(title('关于检查的通知'), p('正文。'))) as unknown as Record<string, unknown>;

function docOf(snapshot: Pick<DocumentSnapshot, 'file'>): ReturnType<typeof doc> {
  const read = readDocument(snapshot.file);
  if (!read.ok) throw new Error(read.detail);
  return read.doc;
}

async function added(world: World): Promise<DocumentSnapshot> {
  await working(world);
  return world.call('document.add', { file });
}

const typed = (snapshot: DocumentSnapshot, text: string): Record<string, unknown>[] => typing(docOf(snapshot), text) as Record<string, unknown>[];

export const documentBehaviours: readonly Behaviour[] = [
  {
    name: '没有登记姓名，不能新建也不能写',
    async run(world) {
      for (const [method, input] of [
        ['document.add', { file }], ['document.fromTemplate', { template: 'notice', fields: {} }], ['document.fromExample', { template: 'notice' }],
        ['document.append', { id: 'd', base: 0, steps: [] }],
      ] as const) expect(await world.refused(method, input)).toMatchObject({ code: 'no-person' });
    },
  },
  {
    name: '按模板新建：字段填进文稿，进目录，署当前的人',
    async run(world) {
      await working(world);
      const [template] = (await world.call('template.list')).filter(({ id }) => id === 'notice');
      const made = await world.call('document.fromTemplate', { template: 'notice', fields: { issuer: '某市教育局' } });
      expect(template!.fields.map(({ id }) => id)).toContain('issuer');
      expect(made.summary).toMatchObject({ template: 'notice', revision: 0, changedBy: '张三', removedAt: null, createdAt: '2026-08-01T00:00:00.000Z' });
      expect(docOf(made).textContent).toContain('某市教育局');
      expect((await world.call('document.list', {})).items).toEqual([made.summary]);
      expect(await world.refused('document.fromTemplate', { template: 'nothing', fields: {} })).toEqual({ code: 'unknown-template', details: { id: 'nothing' } });
    },
  },
  {
    name: '每个模板的范例都能放进文稿库',
    async run(world) {
      await working(world);
      for (const { id } of await world.call('template.list')) {
        const { summary, unknown, quarantined } = await world.call('document.fromExample', { template: id });
        expect([summary.template, summary.title.length > 4, summary.words > 100, unknown, quarantined]).toEqual([id, true, true, [], 0]);
      }
    },
  },
  {
    name: '放入文稿文件，连同来文原件；不是文稿的、更新的、坏的都说得出',
    async run(world) {
      await working(world);
      const source = { name: '来文.doc', bytes: new Uint8Array([208, 207, 0, 255]) };
      const { summary } = await world.call('document.add', { file, source });
      expect(summary).toMatchObject({ title: '关于检查的通知', template: null, words: 10, sourceName: '来文.doc' });
      const again = await world.call('document.source', { id: summary.id });
      expect([again?.name, [...again!.bytes]]).toEqual([source.name, [...source.bytes]]);
      const { summary: copy } = await world.call('document.add', { file });
      expect([copy.sourceName, await world.call('document.source', { id: copy.id })]).toEqual([null, null]);
      expect(await world.refused('document.add', { file: {} })).toMatchObject({ code: 'not-a-document' });
      expect(await world.refused('document.add', { file: { ...file, version: 99 } })).toMatchObject({ code: 'newer-document' });
      expect(await world.refused('document.add', { file: { ...file, doc: { type: 'doc', content: [] } } })).toMatchObject({ code: 'broken-document' });
      expect(await world.refused('document.add', { file, source: { name: '来文.doc', bytes: [1] } })).toEqual({ code: 'invalid-input', details: { path: 'input.source.bytes' } });
    },
  },
  {
    name: '不认识的内容保留并报出来，再打开还在',
    async run(world) {
      await working(world);
      const strange = { format: 'niwen-document', version: 1, doc: { type: 'doc', content: [{ type: 'para', attrs: { role: 'body', seal: '圆' }, content: [{ type: 'text', text: '正文' }] }] } };
      const { summary, unknown } = await world.call('document.add', { file: strange });
      expect(unknown).toEqual([{ kind: 'attribute', name: 'para.seal', count: 1 }]);
      const again = await world.call('document.open', { id: summary.id });
      expect(again.unknown).toEqual(unknown);
      expect(docOf(again).firstChild!.attrs['extra']).toEqual({ seal: '圆' });
    },
  },
  {
    name: '追加改动：版本加一，打开就是改后的样子',
    async run(world) {
      const snapshot = await added(world);
      const { id } = snapshot.summary;
      expect(await world.call('document.append', { id, base: 0, steps: typed(snapshot, '甲市') })).toEqual({ revision: 1, savedAt: '2026-08-01T00:00:00.000Z' });
      const now = await world.call('document.open', { id });
      expect([now.revision, now.summary.revision, now.summary.title, now.summary.words]).toEqual([1, 1, '甲市关于检查的通知', 12]);
      expect(docOf(now).textContent).toBe('甲市关于检查的通知正文。');
      expect(await world.call('document.append', { id, base: 1, steps: [] })).toMatchObject({ revision: 1 });
    },
  },
  {
    name: '两个窗口写同一份：后到的是冲突，先写的不被覆盖',
    async run(world) {
      const snapshot = await added(world);
      const { id } = snapshot.summary;
      const replies = await Promise.all(['甲', '乙'].map((text) => world.refused('document.append', { id, base: 0, steps: typed(snapshot, text) })));
      expect(replies.filter((failure) => failure === null)).toHaveLength(1);
      expect(replies.find((failure) => failure !== null)).toEqual({ code: 'conflict', details: { revision: 1 } });
      expect((await world.call('document.open', { id })).revision).toBe(1);
    },
  },
  {
    name: '不合法的改动被拒绝，文稿不变',
    async run(world) {
      const snapshot = await added(world);
      const { id } = snapshot.summary;
      expect(await world.refused('document.append', { id, base: 0, steps: [{ stepType: 'replace', from: 900, to: 901 }] })).toMatchObject({ code: 'invalid-input', details: { path: 'steps[0]' } });
      expect(await world.refused('document.append', { id, base: 0, steps: ['甲'] })).toEqual({ code: 'invalid-input', details: { path: 'input.steps[0]' } });
      expect(await world.refused('document.append', { id: 'nobody', base: 0, steps: [] })).toMatchObject({ code: 'not-found' });
      expect((await world.call('document.open', { id })).file).toEqual(snapshot.file);
    },
  },
  {
    name: '复制一份：内容相同，各改各的',
    async run(world) {
      const snapshot = await added(world);
      const copy = await world.call('document.duplicate', { id: snapshot.summary.id });
      expect(copy.summary.id).not.toBe(snapshot.summary.id);
      expect(copy.file).toEqual(snapshot.file);
      await world.call('document.append', { id: copy.summary.id, base: 0, steps: typed(copy, '甲') });
      expect((await world.call('document.open', { id: snapshot.summary.id })).file).toEqual(snapshot.file);
      expect(await world.refused('document.duplicate', { id: 'nobody' })).toMatchObject({ code: 'not-found' });
    },
  },
  {
    name: '放进回收站再取回，什么也不少',
    async run(world) {
      const { summary } = await added(world);
      const { id } = summary;
      expect(await world.call('document.remove', { id })).toEqual({ ...summary, removedAt: '2026-08-01T00:00:00.000Z' });
      expect((await world.call('document.list', {})).total).toBe(0);
      expect((await world.call('document.list', { removed: true })).items.map((line) => line.id)).toEqual([id]);
      expect(await world.call('document.restore', { id })).toEqual(summary);
      expect(await world.refused('document.remove', { id: 'nobody' })).toMatchObject({ code: 'not-found' });
    },
  },
  {
    name: '目录可查找、筛选、分页',
    async run(world) {
      await added(world);
      await world.call('document.fromExample', { template: 'npc-reply' });
      await world.call('document.fromExample', { template: 'notice' });
      expect(await world.call('document.list', { search: '检查' })).toMatchObject({ total: 1, items: [{ title: '关于检查的通知' }] });
      expect(await world.call('document.list', { template: 'npc-reply' })).toMatchObject({ total: 1, items: [{ template: 'npc-reply' }] });
      const page = await world.call('document.list', { offset: 1, limit: 1 });
      expect([page.total, page.items.length]).toEqual([3, 1]);
      expect(await world.refused('document.list', { limit: 0 })).toEqual({ code: 'invalid-input', details: { path: 'input.limit' } });
    },
  },
  {
    name: '预览只给开头',
    async run(world) {
      await working(world);
      const long = writeDocument(doc(title('长文'), ...Array.from({ length: 500 }, (_, index) => p(`第${index}段`)))) as unknown as Record<string, unknown>;
      const { summary } = await world.call('document.add', { file: long });
      const preview = docOf(await world.call('document.preview', { id: summary.id }));
      expect([preview.firstChild!.textContent, preview.childCount < 200]).toEqual(['长文', true]);
      expect(await world.refused('document.preview', { id: 'nobody' })).toMatchObject({ code: 'not-found' });
    },
  },
  {
    name: '任务清单：按单位、按时限，Word 和表格各一份',
    async run(world) {
      const tasks = writeDocument(doc(title('任务分工表'), table(['序号', '工作任务', '责任单位', '进度要求'], ['1', '修订目录', '规划处、法规处', '2026年12月底前'], ['2', '开展培训', '规划处', '2026年6月底前'])));
      const wish = { file: tasks as unknown as Record<string, unknown>, by: 'unit' } as const;
      const csv = await world.call('export.tasks', { ...wish, format: 'csv' });
      const text = new TextDecoder().decode(csv.bytes);
      expect(csv.name).toBe('任务分工表任务清单.csv');
      expect(['规划处', '法规处', '修订目录', '2026年12月底前'].filter((word) => !text.includes(word))).toEqual([]);
      expect(text.split('修订目录')).toHaveLength(3);
      const word = await world.call('export.tasks', { ...wish, by: 'deadline', format: 'docx' });
      expect([word.name, String.fromCharCode(...word.bytes.subarray(0, 2))]).toEqual(['任务分工表任务清单.docx', 'PK']);
      expect(await world.refused('export.tasks', { id: 'nobody', by: 'unit', format: 'csv' })).toMatchObject({ code: 'not-found' });
    },
  },
  {
    name: '写了、新建了、改了标题，窗口都会知道',
    async run(world) {
      const { heard, call } = world;
      await working(world);
      let snapshot: DocumentSnapshot | undefined;
      await heard('library.changed', async () => (snapshot = await call('document.add', { file })));
      const { id } = snapshot!.summary;
      const steps = typed(snapshot!, '甲');
      expect(await heard('document.changed', () => call('document.append', { id, base: 0, steps }))).toEqual({ id, revision: 1 });
      await heard('library.changed', () => call('document.append', { id, base: 1, steps }));
      await heard('library.changed', () => call('document.remove', { id }));
    },
  },
];
