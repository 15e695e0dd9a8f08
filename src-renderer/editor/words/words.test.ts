import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { history, redo, undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import { doc, h, p, para, table, title } from '../../../test/support/build.ts';
import { collectPhrase, sourceOf } from './collect-phrase.ts';
import { insertWords } from './insert-words.ts';
import { closeWordMenu, openWordMenu, wordMenu, wordMenuOf } from './word-menu.ts';

type Doc = ReturnType<typeof doc>;

/** A draft with the caret behind a text. */
function at(document: Doc, text: string): { state: EditorState; type(words: string): void; run(command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): boolean } {
  let position = 0;
  document.descendants((node, pos) => {
    if (node.isText && node.text!.includes(text)) position = pos + node.text!.indexOf(text) + text.length;
  });
  const start = EditorState.create({ doc: document, plugins: [history(), wordMenu()] });
  const writer = {
    state: start.apply(start.tr.setSelection(TextSelection.create(document, position))),
    type: (words: string) => [...words].forEach((character) => void (writer.state = writer.state.apply(writer.state.tr.insertText(character)))),
    run: (command: Parameters<ReturnType<typeof at>['run']>[0]) => command(writer.state, (tr) => void (writer.state = writer.state.apply(tr))),
  };
  return writer;
}

const texts = (state: EditorState): string[] => state.doc.children.map((node) => node.textContent);

test('、、在哪里都打得开，接着打的就是要找的', () => {
  const writer = at(doc(title('题'), p('现经商')), '经商');
  writer.type('、、');
  expect(wordMenuOf(writer.state)).toMatchObject({ lead: '、、', query: '' });
  writer.type('gjky');
  expect(wordMenuOf(writer.state)).toMatchObject({ query: 'gjky' });
  writer.run((state, dispatch) => (dispatch(state.tr.delete(state.selection.from - 5, state.selection.from)), true));
  expect(wordMenuOf(writer.state)).toBeNull();
});

test('斜线只在句首打得开：元/人、2025/2026 照写', () => {
  for (const [before, isOpen] of [['每人每月100元', false], ['2025', false], ['各地要抓好落实。', true], ['经商：', true]] as const) {
    const writer = at(doc(title('题'), p(before)), before);
    writer.type('/');
    expect(wordMenuOf(writer.state) !== null, before).toBe(isOpen);
  }
});

test('粘贴来的、撤销回来的、光标不在那里的，都不打开；光标走开就收起', () => {
  const writer = at(doc(title('题'), p('甲乙')), '甲');
  writer.run((state, dispatch) => (dispatch(state.tr.insertText('、、').setMeta('paste', true)), true));
  expect(wordMenuOf(writer.state)).toBeNull();
  writer.run(undo);
  writer.run(redo);
  expect(wordMenuOf(writer.state)).toBeNull();
  writer.type('、、b');
  expect(wordMenuOf(writer.state)).toBeNull();
  const other = at(doc(title('题'), p('甲乙')), '甲');
  other.type('、、b');
  expect(wordMenuOf(other.state)).not.toBeNull();
  other.run((state, dispatch) => (dispatch(state.tr.setSelection(TextSelection.create(state.doc, 1))), true));
  expect(wordMenuOf(other.state)).toBeNull();
});

test('收起后已打的字还在，接着打也不再打开', () => {
  const writer = at(doc(title('题'), p('甲')), '甲');
  writer.type('、、b');
  writer.run(closeWordMenu);
  writer.type('g');
  expect([wordMenuOf(writer.state), texts(writer.state)[1]]).toEqual([null, '甲、、bg']);
});

test('插入是一步：撤销回到打的样子，字的格式随所在之处', () => {
  const { schema } = title('题').type;
  const bold = schema.nodes.para!.create({ role: 'body' }, schema.text('要', [schema.marks.bold!.create()]));
  const writer = at(doc(title('题'), bold), '要');
  writer.type('、、kj');
  const { from, to } = wordMenuOf(writer.state)!;
  writer.run(insertWords(from, to, '扩大供给'));
  expect(texts(writer.state)[1]).toBe('要扩大供给');
  expect(writer.state.doc.child(1).childCount).toBe(1);
  writer.run(undo);
  expect(texts(writer.state)[1]).toBe('要、、kj');
});

test('几段的口径：正文里成几段，标题里连成一行，单元格里不出格', () => {
  const body = at(doc(title('题'), p('甲乙')), '甲');
  body.run(insertWords(body.state.selection.from, body.state.selection.from, '一段。\n二段。'));
  expect(texts(body.state).slice(1)).toEqual(['甲一段。', '二段。乙']);
  const heading = at(doc(title('题'), h(1, '甲')), '甲');
  heading.run(insertWords(heading.state.selection.from, heading.state.selection.from, '一段\n二段'));
  expect(texts(heading.state).slice(1)).toEqual(['甲一段二段']);
  const cell = at(doc(title('题'), table(['序号', '任务']), p('尾')), '任务');
  cell.run(insertWords(cell.state.selection.from, cell.state.selection.from, '一段\n二段'));
  expect(cell.state.doc.childCount).toBe(3);
  expect(() => cell.state.doc.check()).not.toThrow();
  expect(cell.state.doc.child(1).textContent).toContain('任务一段二段');
});

test('选着一段字时按键，找的就是它', () => {
  const writer = at(doc(title('题'), p('经商康养委')), '经商');
  writer.run((state, dispatch) => (dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.selection.from, state.selection.from + 3))), true));
  expect(writer.run(openWordMenu)).toBe(true);
  expect(wordMenuOf(writer.state)).toMatchObject({ lead: '', query: '康养委' });
});

test('收入口径库：带着标题、文号、日期作出处；没编号的文号不算', () => {
  const document = doc(para('documentNumber', '照保函〔2026〕87号'), title('关于扩大供给的函'), p('第一段。'), p('第二段。'), para('date', '2026年8月1日'));
  const state = EditorState.create({ doc: document });
  expect(collectPhrase(state)).toBeNull();
  const from = document.child(0).nodeSize + document.child(1).nodeSize;
  const all = state.apply(state.tr.setSelection(TextSelection.create(document, from + 1, from + document.child(2).nodeSize + 3)));
  expect(collectPhrase(all)).toMatchObject({ text: '第一段。\n第二', source: '《关于扩大供给的函》（照保函〔2026〕87号，2026年8月1日）' });
  expect(sourceOf(doc(para('documentNumber', '照保函〔2026〕号'), title('关于扩大供给的函')))).toBe('《关于扩大供给的函》');
});
