import { expect, it } from 'vitest';
import { decodeSource, sourceLines } from './source-text.ts';

it('原文按行显示，改过和丢弃的字标出来', () => {
  const lines = sourceLines('关于甲\n- 2 -\n一. 乙', [{ code: 'dropped-page-number', count: 1, at: [[4, 9]] }, { code: 'computed-label', count: 1, at: [[10, 12]] }]);
  expect(lines).toEqual([
    [{ text: '关于甲', fate: 'kept' }],
    [{ text: '- 2 -', fate: 'dropped' }],
    [{ text: '一.', fate: 'changed' }, { text: ' 乙', fate: 'kept' }],
  ]);
});

it('同一处既改又丢，按丢弃显示', () => {
  expect(sourceLines('ab', [{ code: 'removed-blank', count: 1, at: [[0, 2]] }, { code: 'dropped-tag', count: 1, at: [[0, 1]] }])[0]).toEqual([{ text: 'a', fate: 'dropped' }, { text: 'b', fate: 'changed' }]);
});

it('空行也是一行', () => expect(sourceLines('甲\n\n乙', [])).toHaveLength(3));

it('Word 文件没有原文可显示', () => expect(decodeSource(new Uint8Array([1]), 'docx')).toBeNull());
