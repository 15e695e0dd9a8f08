import { EditorState, TextSelection } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';
import { afterEach, expect, test, vi } from 'vitest';
import { doc, p, table } from '../../../test/support/build.ts';
import { enter } from '../commands/enter.ts';
import { tableEditing } from './table-editing.ts';
import { sortBy } from './table-commands.ts';

const open = (): EditorState => {
  const state = EditorState.create({ doc: doc(p('前'), table(['序号', '任务'], ['1', '乙'], ['2', '甲'])), plugins: [tableEditing()] });
  let cell = 0;
  state.doc.descendants((node, pos) => {
    if (node.isText && node.text === '乙') cell = pos;
  });
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, cell)));
};

afterEach(() => vi.restoreAllMocks());

test('打字、格内回车、排序不把整张表重数一遍；行里少了格的，照样补齐', () => {
  const counts = vi.spyOn(TableMap, 'get');
  let state = open();
  const run = (command: typeof enter): boolean => command(state, (tr) => (state = state.apply(tr)));
  state = state.apply(state.tr.insertText('新'));
  expect(run(enter)).toBe(true);
  expect(run(sortBy(-1))).toBe(true);
  expect(counts).not.toHaveBeenCalled();

  const rowStart = state.doc.firstChild!.nodeSize + 1 + state.doc.child(1).child(0).nodeSize + 1;
  state = state.apply(state.tr.delete(rowStart, rowStart + state.doc.child(1).child(1).child(0).nodeSize));
  expect(counts).toHaveBeenCalled();
  expect(state.doc.child(1).children.map((row) => row.childCount)).toEqual([2, 2, 2]);
});
