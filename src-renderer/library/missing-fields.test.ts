import { expect, it } from 'vitest';
import type { Template } from '#core/template/template.ts';
import { missingFields, sayMissing } from './missing-fields.ts';

const template = {
  fields: [
    { id: 'documentNumber', label: '发文字号', part: 'masthead', input: 'text', required: true },
    { id: 'session', label: '届次会议', part: 'main', input: 'text', required: true, default: '十四届全国人大四次会议' },
    { id: 'proposers', label: '代表', part: 'main', input: 'list', required: true },
    { id: 'consulted', label: '经商单位', part: 'main', input: 'list' },
  ],
} as unknown as Template;
const missing = (values: Record<string, string | string[]>) => missingFields(template, values).map((field) => field.id);

it('必填而空着的算缺项，有默认值的和选填的不算', () => expect(missing({})).toEqual(['documentNumber', 'proposers']));
it('只有代字和年份、没有序号的发文字号算缺项', () => expect(missing({ documentNumber: '照保函〔2026〕号', proposers: ['张三'] })).toEqual(['documentNumber']));
it('填全就不缺', () => expect(missing({ documentNumber: '照保函〔2026〕87号', proposers: ['张三'] })).toEqual([]));
it('缺得少报名称，缺得多报数目', () => {
  expect(sayMissing(missingFields(template, {}))).toBe('缺发文字号、代表');
  expect(sayMissing(template.fields)).toBe('缺发文字号等 4 项');
  expect(sayMissing([])).toBe('');
});
