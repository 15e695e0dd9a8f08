import fc from 'fast-check';
import { deleteSelection } from '@tiptap/pm/commands';
import { history, undo } from '@tiptap/pm/history';
import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { expect, test } from 'vitest';
import { doc, p, table, title } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { CrossingSelection, crossingSelection, selectRowAbove } from './crossing-selection.ts';
import { tableEditing } from './table-editing.ts';

const open = (document: Node): EditorState => EditorState.create({ doc: document, plugins: [history(), crossingSelection(), tableEditing()] });
const SAMPLE = doc(title('题'), p('正文第一段'), table(['甲一', '甲二', '甲三'], ['乙一', '乙二', '乙三'], ['丙一', '丙二', '丙三']), p('末段文字'), table(['丁一', '丁二']), p('尾'));

function select(state: EditorState, from: string, to: string): EditorState {
  const at = (text: string): number => {
    let found = -1;
    state.doc.descendants((node, pos) => {
      if (node.isText && node.text!.startsWith(text)) found = pos + 1;
    });
    return found;
  };
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(from), at(to))));
}

const shape = (document: Node): string => document.children.map((node) => (node.type.name === 'table' ? `[${node.children.map((row) => row.children.map((cell) => cell.textContent).join('|')).join(' / ')}]` : node.textContent)).join('¶');

function remove(state: EditorState): EditorState {
  deleteSelection(state, (tr) => (state = state.apply(tr)));
  return state;
}

test('从正文选到单元格里删除：只去掉选中的字，行列都在；一次撤销都回来', () => {
  const after = remove(select(open(SAMPLE), '正文', '乙二'));
  expect(shape(after.doc)).toBe('题¶正¶[|| / |二|乙三 / 丙一|丙二|丙三]¶末段文字¶[丁一|丁二]¶尾');
  expect(after.selection.$from.parent.textContent).toBe('正');
  let back = after;
  undo(after, (tr) => (back = after.apply(tr)));
  expect(back.doc.eq(SAMPLE)).toBe(true);
});

test('从单元格选到表格后面：后面的文字不进单元格；中间整张的表格一起去掉', () => {
  expect(shape(remove(select(open(SAMPLE), '丙二', '末段')).doc)).toBe('题¶正文第一段¶[甲一|甲二|甲三 / 乙一|乙二|乙三 / 丙一|丙|]¶段文字¶[丁一|丁二]¶尾');
  expect(shape(remove(select(open(SAMPLE), '丙三', '丁二')).doc)).toBe('题¶正文第一段¶[甲一|甲二|甲三 / 乙一|乙二|乙三 / 丙一|丙二|丙]¶¶[|二]¶尾');
  expect(shape(remove(select(open(SAMPLE), '正文', '丁一')).doc)).toBe('题¶正¶¶[一|丁二]¶尾');
});

test('同一张表里从一格选到另一格，选中的是单元格', () => {
  const state = select(open(SAMPLE), '甲二', '乙三');
  expect(state.selection).toBeInstanceOf(CellSelection);
  expect(shape(remove(state).doc)).toContain('[甲一|| / 乙一|| / 丙一|丙二|丙三]');
});

test('表格下一段开头按 Shift+左箭头，选中最后一行，不碰别的格', () => {
  let state = open(SAMPLE);
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 73)));
  expect(state.selection.$from.parent.textContent).toBe('末段文字');
  expect(selectRowAbove(state, (tr) => (state = state.apply(tr)))).toBe(true);
  expect(shape(remove(state).doc)).toContain('[甲一|甲二|甲三 / 乙一|乙二|乙三 / ||]¶末段文字');
  expect(selectRowAbove(open(SAMPLE))).toBe(false);
});

test('打字、粘贴顶替跨出单元格的选区，字落在选区开头', () => {
  const state = select(open(SAMPLE), '乙三', '末段');
  expect(state.selection).toBeInstanceOf(CrossingSelection);
  expect(shape(state.apply(state.tr.insertText('新')).doc)).toContain('乙一|乙二|乙新 / ||]¶段文字');
  const pasted = state.apply(state.tr.replaceSelection(new Slice(p('贴').content, 0, 0)));
  expect(shape(pasted.doc)).toContain('乙一|乙二|乙贴 / ||]¶段文字');
});

test('任选一段删掉：没有一张表少一格，没选中的字一个不少', () => {
  const texts: number[] = [];
  SAMPLE.descendants((node, pos) => {
    if (node.isText) for (let at = 0; at <= node.text!.length; at++) texts.push(pos + at);
  });
  fc.assert(fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (anchor, head) => {
    const before = open(SAMPLE);
    const state = before.apply(before.tr.setSelection(TextSelection.create(SAMPLE, anchor, head)));
    const after = remove(state);
    after.doc.check();
    const { from, to } = state.selection;
    const tables = (document: Node, isKept = (_from: number, _to: number): boolean => true): number[][] => {
      const found: number[][] = [];
      document.forEach((node, pos) => node.type.name === 'table' && isKept(pos, pos + node.nodeSize) && found.push(node.children.map((row) => row.childCount)));
      return found;
    };
    expect(tables(after.doc)).toEqual(tables(SAMPLE, (start, end) => from > start || to < end));
    if (!(state.selection instanceof CellSelection)) {
      const text = (start: number, end: number): string => SAMPLE.textBetween(start, end);
      expect(after.doc.textContent).toBe(text(0, from) + text(to, SAMPLE.content.size));
    }
  }), runs(100));
});
