import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { moveBorder, UPRIGHT_MEASURE } from '#core/document/table/widths.ts';
import { doc, p, table } from '../../../test/support/build.ts';
import { gridOf, keepCells } from './edit-table.ts';

test.each([3, 400])('%i 行的表，改了列宽，光标还在原来的字后面', (rows) => {
  const before = doc(table(...Array.from({ length: rows }, (_, row) => [`${row}号`, `第${row}行的内容`])), p('后文'));
  let at = 0;
  before.descendants((node, pos) => void (node.isText && node.text === `第${rows - 1}行的内容` && (at = pos + 2)));
  const state = EditorState.create({ doc: before, selection: TextSelection.create(before, at) });
  const tr = keepCells(state.tr, 0, moveBorder(gridOf(before.child(0)), 0, -500, UPRIGHT_MEASURE));
  expect(tr.docChanged).toBe(true);
  expect(tr.selection.head).toBe(at);
  expect(tr.doc.resolve(at).parent.textContent).toBe(`第${rows - 1}行的内容`);
});
