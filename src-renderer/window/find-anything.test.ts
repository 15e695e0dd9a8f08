import { beforeAll, expect, it } from 'vitest';
import type { Template } from '#core/contract/model.ts';
import { COMMAND_IDS } from '#core/wording/commands.ts';
import { findByPinyin, loadPinyin } from '../ui/pinyin-find.ts';
import { findAnything } from './find-anything.ts';

beforeAll(() => loadPinyin());

const template = (name: string, also: string): Template => ({ id: name, name, wenzhong: '纪要', also }) as Template;
const found = (wanted: string): string[] => findAnything({ commands: COMMAND_IDS, headings: [], tabs: [], documents: [], found: [], templates: [template('纪要', '会议纪要 办公会纪要')] }, wanted, null, findByPinyin).flatMap(({ hits }) => hits.map(({ title }) => title));

it('名称里就有的排在前，只在别的叫法、分组里有的排在后', () => {
  expect(found('文件')[0]).toContain('文件');
  expect(found('kj').slice(0, 3)).toEqual(['快捷键一览', '插入口径、单位名', '把选中的收入口径库']);
});

it('别的叫法从头找得到，半腰的几个读音凑上的不算', () => {
  expect(found('会议纪要')).toEqual(['纪要']);
  expect(found('hyjy')).toContain('纪要');
  expect(found('kj')).not.toContain('纪要');
});
