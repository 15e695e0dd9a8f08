import { expect, it } from 'vitest';
import type { Template } from '#core/template/template.ts';
import { fieldPieces, paintedValues } from './field-pieces.ts';

const template = {
  fields: [
    { id: 'topic', label: '题名', part: 'main', input: 'text', required: true, blank: '关于××××的建议' },
    { id: 'consulted', label: '经商单位', part: 'main', input: 'list' },
    { id: 'contact', label: '联系人', part: 'main', input: 'text', required: true },
  ],
  elements: [
    { slot: 'opening', role: 'body', text: '《{topic}》收悉。[经商{consulted}，]答复如下：' },
    { slot: 'note', role: 'note', text: '（联系人：{contact}）', optional: true },
  ],
} as unknown as Template;

const piecesOf = (slot: string, values: Record<string, string | string[]>) => fieldPieces(template, values, paintedValues(template, values))(slot, 0);

it('纸面上的每一段文字知道来自哪个要素', () => {
  expect(piecesOf('opening', { topic: '关于甲的建议', consulted: ['教育部', '财政部'] })!.map(({ text, field }) => [text, field])).toEqual([
    ['《', null], ['关于甲的建议', 'topic'], ['》收悉。', null], ['经商', null], ['教育部、财政部', 'consulted'], ['，', null], ['答复如下：', null],
  ]);
});

it('必填的一串姓名空着时，纸面上留一个位置：签发人', () => {
  const upward = { fields: [{ id: 'signatories', label: '签发人', part: 'masthead', input: 'list', required: true, blank: '×××' }], elements: [{ slot: 'signatory', role: 'signatory', text: '{item}', repeat: 'signatories' }] } as unknown as Template;
  expect(paintedValues(upward, {})).toEqual({ signatories: ['×××'] });
  expect(fieldPieces(upward, {}, paintedValues(upward, {}))('signatory', 0)).toEqual([{ text: '×××', field: 'signatories', state: 'missing' }]);
  expect(paintedValues(upward, { signatories: ['林见川'] })).toEqual({ signatories: ['林见川'] });
});

it('空着的必填要素在纸面上标为缺', () => {
  expect(piecesOf('opening', {})![1]).toEqual({ text: '关于××××的建议', field: 'topic', state: 'missing' });
});

it('必填要素所在的可省段落，空着时也留出位置', () => {
  expect(piecesOf('note', {})!.map((piece) => piece.state)).toEqual(['filled', 'missing', 'filled']);
});
