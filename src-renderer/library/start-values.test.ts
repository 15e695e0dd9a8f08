import { expect, it } from 'vitest';
import type { Template } from '#core/template/template.ts';
import { startValues } from './start-values.ts';

const field = (id: string, rest: object = {}) => ({ id, label: id, part: 'main', input: 'text', ...rest });
const template = { fields: [field('issuer'), field('documentNumber'), field('contact'), field('session', { default: '十四届全国人大四次会议' })] } as unknown as Template;
const settings = { issuer: '国家照护保障局', agencyCode: '照保函', contact: '' };

it('设置里的发文机关和代字先填上，空着的设置不占位', () => {
  expect(startValues(template, settings, {}, 2026)).toEqual({ issuer: '国家照护保障局', documentNumber: '照保函〔2026〕号', session: '十四届全国人大四次会议' });
});

it('键入的盖过设置和默认值，别的模板才有的要素不带进来', () => {
  expect(startValues(template, settings, { issuer: '某局', session: '', topic: '甲' }, 2026)).toMatchObject({ issuer: '某局', session: '' });
  expect(startValues(template, settings, { topic: '甲' }, 2026)).not.toHaveProperty('topic');
});
