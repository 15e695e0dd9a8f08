import { expect, it } from 'vitest';
import type { Kept, OfficeEntry } from '#core/office/office.ts';
import type { Template } from '#core/template/template.ts';
import { startValues } from './start-values.ts';

const field = (id: string, rest: object = {}) => ({ id, label: id, part: 'main', input: 'text', ...rest });
const template = { name: '答复', wenzhong: '函', format: 'letter', fields: [field('issuer'), field('documentNumber'), field('contact'), field('session', { default: '十四届全国人大四次会议' })] } as unknown as Template;
const entries: Kept<OfficeEntry>[] = [{ id: '1', kind: 'code', code: '照保函', uses: [] }, { id: '2', kind: 'name', full: '国家照护保障局', short: '' }];
const beginning = { entries, person: '周予安', year: 2026 };

it('机关设置里的发文机关和代字先填上，没有的不占位', () => {
  expect(startValues(template, beginning, {})).toEqual({ issuer: '国家照护保障局', documentNumber: '照保函〔2026〕号', session: '十四届全国人大四次会议' });
});

it('键入的盖过机关设置和默认值，别的模板才有的要素不带进来', () => {
  expect(startValues(template, beginning, { issuer: '某局', session: '', topic: '甲' })).toMatchObject({ issuer: '某局', session: '' });
  expect(startValues(template, beginning, { topic: '甲' })).not.toHaveProperty('topic');
});
