import { expect, it } from 'vitest';
import type { Template } from '#core/template/template.ts';
import { lackingInTemplate } from './lacking-in-template.ts';

const field = (id: string, required: boolean) => ({ id, label: id, part: 'main', input: 'text', required });
const base = {
  fields: [field('documentNumber', true), field('addressees', true), field('copyTo', false), field('closing', true)],
  elements: [{ slot: 'a', role: 'documentNumber', text: '{documentNumber}' }, { slot: 'b', role: 'addressee', text: '{item}', repeat: 'addressees' }, { slot: 'c', role: 'copyTo', text: '{copyTo}' }],
} as unknown as Template;
const made = (...roles: string[]) => ({ ...base, elements: roles.map((role) => ({ slot: role, role, text: '原文' })) }) as Template;

it('必填的要素在模板里没有位置，就说缺；照写原文的不缺，选填的、纸面上没有位置的不缺', () => {
  expect(lackingInTemplate(base, made('title')).map(({ id }) => id)).toEqual(['documentNumber', 'addressees']);
  expect(lackingInTemplate(base, made('addressee', 'documentNumber'))).toEqual([]);
});
