import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Template } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { rewrittenSlots } from '#core/document/fill.ts';
import { createApp } from '#main/app/create-app.ts';
import { dispatch } from '#main/app/dispatch.ts';
import type { Ports } from '#main/app/ports.ts';
import { openDatabase } from '#main/store/open-database.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Behaviour } from './world.ts';

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
  const ports = { databaseFile: join(folder, 'niwen.sqlite'), folders: { data: folder, resources: folder, templates: join(folder, 'templates') } };
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

export const templateBehaviours: readonly Behaviour[] = [
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
