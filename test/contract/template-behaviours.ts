import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Template } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { rewrittenSlots } from '#core/document/fill.ts';
import { createApp } from '#main/app/create-app.ts';
import { dispatch } from '#main/app/dispatch.ts';
import { programPlaces } from '#main/app/places.ts';
import type { Ports } from '#main/app/ports.ts';
import { openDatabase } from '#main/store/open-database.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Behaviour, World } from './world.ts';

const before: Template = {
  id: 'own', version: 1, name: '检查通知', group: '通知', wenzhong: '通知', kind: 'notice', format: 'document', description: '',
  fields: [{ id: 'topic', label: '事由', part: 'main', input: 'text', required: true }],
  elements: [{ slot: 'title', role: 'title', text: '关于{topic}的通知' }, { slot: 'body', role: 'body', text: '请遵照执行。' }],
};
const after: Template = {
  ...before, name: '检查通知（新）', format: 'letter',
  fields: [...before.fields, { id: 'unit', label: '署名', part: 'main', input: 'text', required: true }],
  elements: [{ slot: 'title', role: 'title', text: '转发关于{topic}的通知' }, { slot: 'body', role: 'body', text: '请认真执行。' }, { slot: 'unit', role: 'signature', text: '{unit}', optional: true }],
};

/** A library in which 'old' and 'older' were written with `before`; of the second no template was kept yet. The shelf now has `after`. */
async function libraryOfBefore(): Promise<Partial<Ports>> {
  const folder = temporaryFolder();
  const put = (template: Template): void => writeFileSync(join(folder, 'templates/own/template.json'), JSON.stringify(template));
  mkdirSync(join(folder, 'templates/own'), { recursive: true });
  put(before);
  const ids = ['p', 'old', 'older'];
  const ports = { databaseFile: join(folder, 'niwen.sqlite'), folders: { data: folder, resources: programPlaces.resources, templates: join(folder, 'templates'), fonts: [] } };
  const app = createApp(quietPorts({ ...ports, newId: () => ids.shift()! }));
  await dispatch(app, { method: 'person.set', input: { name: '张三', post: '科员' } });
  for (const topic of ['安全检查', '消防检查']) await dispatch(app, { method: 'document.fromTemplate', input: { template: 'own', fields: { topic } } });
  app.close();
  const db = openDatabase(ports.databaseFile, new Date(0));
  db.prepare("UPDATE document SET template_hash = NULL WHERE id = 'older'").run();
  db.close();
  put(after);
  return ports;
}

const office = { version: 1, extends: 'notice', name: '例会通知', group: '本局', description: '每周例会', fields: [{ id: 'matter', label: '议题', blank: '××' }] };
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const working = (world: World): Promise<unknown> => world.call('person.set', { name: '张三', post: '科员' });

export const templateBehaviours: readonly Behaviour[] = [
  {
    name: '本机关的模板：做、用、改名、拿走、放回；拿走以后旧稿照旧',
    async run(world) {
      const { call, refused, heard } = world;
      expect(await refused('template.save', { template: office })).toMatchObject({ code: 'no-person' });
      await working(world);
      let made: Template | undefined;
      await heard('templates.changed', async () => (made = await call('template.save', { template: office })));
      const { id } = made!;
      const [notice] = (await call('template.list')).filter((each) => each.id === 'notice');
      expect(made).toMatchObject({ id: expect.stringMatching(/^office-/), name: '例会通知', wenzhong: notice!.wenzhong, elements: notice!.elements });
      expect((await call('template.list')).at(-1)).toEqual(made);
      expect(await call('template.sample', { template: id })).toMatchObject({ format: 'niwen-document' });
      const draft = await call('document.fromTemplate', { template: id, fields: { matter: '安全生产' } });
      expect([draft.summary.template, draft.summary.templateName]).toEqual([id, '例会通知']);
      expect(await call('template.describe', { id, name: '月度例会通知', group: '例会', description: '' })).toMatchObject({ id, name: '月度例会通知', group: '例会' });
      expect(await call('template.save', { template: { ...office, name: '例会' }, replaces: id })).toMatchObject({ id, name: '例会' });
      await heard('templates.changed', () => call('template.remove', { id }));
      expect((await call('template.list')).some((each) => each.id === id)).toBe(false);
      expect(await refused('document.fromTemplate', { template: id, fields: {} })).toMatchObject({ code: 'unknown-template' });
      expect((await call('document.open', { id: draft.summary.id })).template).toEqual(made);
      expect(await call('template.restore', { id })).toBeNull();
      expect((await call('template.list')).at(-1)!.name).toBe('例会');
      for (const method of ['template.remove', 'template.restore', 'template.export'] as const) expect(await refused(method, { id: 'notice' })).toEqual({ code: 'unknown-template', details: { id: 'notice' } });
      expect(await refused('template.describe', { id: 'office-none', name: 'a', group: 'b', description: '' })).toMatchObject({ code: 'unknown-template' });
    },
  },
  {
    name: '模板导出成文件，同事收下就能用；再收一次不变两份，内容不同的另立一份',
    async run(world) {
      const { call } = world;
      await working(world);
      const { id } = await call('template.save', { template: office });
      const file = await call('template.export', { id });
      expect(file.name).toBe('例会通知.nwt');
      await call('template.remove', { id });
      const back = await call('template.import', file);
      expect([back.id, back.name, back.fields.find((each) => each.id === 'matter')!.label]).toEqual([id, '例会通知', '议题']);
      await call('template.import', file);
      const count = (await call('template.list')).length;
      const other = JSON.parse(new TextDecoder().decode(file.bytes)) as { template: object };
      const beside = await call('template.import', { name: '例会.nwt', bytes: bytesOf({ ...other, template: { ...other.template, name: '别处的例会' } }) });
      expect([beside.id === id, (await call('template.list')).length]).toEqual([false, count + 1]);
    },
  },
  {
    name: '坏的、新版本的模板文件：说出哪里不对，什么也不存',
    async run(world) {
      const { call, refused } = world;
      await working(world);
      const before = await call('template.list');
      const wrap = (template: object, more: object = {}): Uint8Array => bytesOf({ format: 'niwen-template', version: 1, base: '通知', template: { id: 'office-x', ...office, ...template }, ...more });
      const given = (bytes: Uint8Array): Promise<unknown> => refused('template.import', { name: '来的.nwt', bytes });
      const details = { name: '来的.nwt' };
      expect(await given(new Uint8Array())).toEqual({ code: 'empty-file', details });
      expect(await given(bytesOf('{"format":'))).toEqual({ code: 'not-a-template', details });
      expect(await given(bytesOf({ format: 'niwen-document', version: 1 }))).toEqual({ code: 'not-a-template', details });
      expect(await given(wrap({}, { version: 99 }))).toEqual({ code: 'newer-template', details });
      expect(await given(wrap({ version: 99 }))).toMatchObject({ code: 'newer-template' });
      expect(await given(wrap({ extends: 'unheard-of' }))).toEqual({ code: 'template-without-base', details: { ...details, base: '通知' } });
      expect(await given(wrap({ fields: [{ id: 'when', label: '时间', part: 'main', input: 'clock' }] }))).toEqual({ code: 'broken-template', details: { ...details, where: 'fields.when', label: '时间' } });
      expect(await given(wrap({ elements: [{ slot: 'extra', role: 'body', text: '{nobody}' }] }))).toEqual({ code: 'broken-template', details: { ...details, where: 'elements.extra.text', label: '正文' } });
      expect(await given(wrap({ elements: [{ slot: 'extra', role: 'seal', text: '' }] }))).toMatchObject({ code: 'broken-template', details: { where: 'elements.extra.role' } });
      expect(await given(wrap({ wenzhong: '条子' }))).toMatchObject({ code: 'broken-template', details: { where: 'wenzhong' } });
      expect(await refused('template.save', { template: { ...office, fields: [{ id: 'x' }] } })).toMatchObject({ code: 'broken-template', details: { where: 'fields.x' } });
      expect(await call('template.list')).toEqual(before);
    },
  },
  {
    name: '程序升级改了模板：旧稿的样子、要素和“没改过的部分”照旧，新稿用新的',
    ports: libraryOfBefore,
    async run({ call }) {
      expect(await call('template.list')).toEqual([after]);
      const old = await call('document.open', { id: 'old' });
      expect([old.template, old.summary.templateName]).toEqual([before, '检查通知']);
      const read = readDocument(old.file);
      expect(read.ok && rewrittenSlots(read.doc, old.template!)).toEqual([]);
      expect((await call('document.preview', { id: 'old' })).template).toEqual(before);
      const file = old.file as unknown as Record<string, unknown>;
      const word = async (input: { id?: string; file?: typeof file }): Promise<string> => Buffer.from((await call('export.write', { ...input, format: 'docx' })).bytes).toString('latin1');
      const asBefore = await word({ id: 'old' });
      expect(await word({ id: 'old', file })).toBe(asBefore);
      expect(await word({ file })).not.toBe(asBefore);
      const lacks = async (input: { id?: string; file?: typeof file }): Promise<string[]> => (await call('check.run', input)).filter(({ code }) => code === 'field-empty').map(({ args }) => String(args['label']));
      expect([await lacks({ id: 'old' }), await lacks({ id: 'old', file }), await lacks({ file })]).toEqual([[], [], ['署名']]);
      const fresh = await call('document.fromTemplate', { template: 'own', fields: { topic: '用电检查' } });
      expect([fresh.template, fresh.summary.title]).toEqual([after, '转发关于用电检查的通知']);
    },
  },
  {
    name: '复制的、另存的，模板跟着原稿；文稿文件用程序现有的',
    ports: libraryOfBefore,
    async run({ call }) {
      const { file } = await call('document.open', { id: 'old' });
      const json = file as unknown as Record<string, unknown>;
      const kept = [await call('document.duplicate', { id: 'old' }), await call('document.add', { file: json, like: 'old' }), await call('document.add', { file: json })];
      expect(kept.map(({ template }) => template!.name)).toEqual(['检查通知', '检查通知', '检查通知（新）']);
    },
  },
  {
    name: '升级以前没留下模板的旧稿，第一次打开时定下',
    ports: libraryOfBefore,
    async run({ call }) {
      const nameOf = async (): Promise<string | null> => (await call('document.list', { search: '消防' })).items[0]!.templateName;
      expect(await nameOf()).toBeNull();
      const opened = await call('document.open', { id: 'older' });
      expect([opened.template, opened.summary.templateName, await nameOf()]).toEqual([after, '检查通知（新）', '检查通知（新）']);
    },
  },
];
