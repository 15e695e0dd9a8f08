import { expect, it } from 'vitest';
import { lineAt, showLines } from './source-lines.ts';

const nothing = { elements: [], doubts: [] };

it('原文按行显示，改过和丢弃的字标出来', () => {
  const lines = showLines({ source: '关于甲\n- 2 -\n一. 乙', ...nothing }, [{ code: 'dropped-page-number', count: 1, at: [[4, 9]] }, { code: 'computed-label', count: 1, at: [[10, 12]] }]);
  expect(lines.map((line) => line.stretches)).toEqual([
    [{ text: '关于甲', fate: 'kept' }],
    [{ text: '- 2 -', fate: 'dropped' }],
    [{ text: '一.', fate: 'changed' }, { text: ' 乙', fate: 'kept' }],
  ]);
});

it('同一处既改又丢，按丢弃显示', () => {
  const [line] = showLines({ source: 'ab', ...nothing }, [{ code: 'removed-blank', count: 1, at: [[0, 2]] }, { code: 'dropped-tag', count: 1, at: [[0, 1]] }]);
  expect(line!.stretches).toEqual([{ text: 'a', fate: 'dropped' }, { text: 'b', fate: 'changed' }]);
});

it('一行归它大半的字所在的段；空行和丢弃的行不归任何段', () => {
  const elements = [
    { block: 0, role: 'title' as const, level: 0, runIn: false, spans: [[0, 3]] as const, told: false },
    { block: 1, role: 'body' as const, level: 0, runIn: false, spans: [[5, 6], [7, 9]] as const, told: false },
  ];
  expect(showLines({ source: '关于甲\n\n文\n续写\n丢弃', elements, doubts: [] }, []).map((line) => line.block)).toEqual([0, null, 1, 1, null]);
});

it('待核对的字在原文里标出来', () => {
  const [line] = showLines({ source: '冉次强调', elements: [], doubts: [{ reason: 'word', span: [0, 2], text: '冉次', proposal: '再次' }] }, []);
  expect(line!.stretches[0]).toEqual({ text: '冉次', fate: 'doubtful' });
});

it('字在第几行', () => expect([0, 3, 4, 5].map((offset) => lineAt('关于甲\n\n乙', offset))).toEqual([0, 0, 1, 2]));
