import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, it } from 'vitest';
import { roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { doc, p, para, title } from '../../../test/support/build.ts';
import { recognise, typedNumbers } from './typed-numbers.ts';

it('回车来得比看一眼还早：键入的“一、”照样成为一级标题', () => {
  const plugin = typedNumbers();
  let state = EditorState.create({ doc: doc(title('关于试点的通知'), p('')), plugins: [plugin] });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  const view = {
    isDestroyed: false,
    composing: false,
    get state() { return state; },
    dispatch: (tr: Transaction) => { state = state.apply(tr); },
  } as unknown as EditorView;
  const { handleTextInput, handleDOMEvents } = plugin.props;
  for (const letter of '一、') {
    const at = state.selection.from;
    handleTextInput!.call(plugin, view, at, at, letter, () => state.tr);
    state = state.apply(state.tr.insertText(letter));
  }
  expect(handleDOMEvents!.keydown!.call(plugin, view, { key: 'Enter' } as KeyboardEvent)).toBe(false);
  expect(state.doc.lastChild!.attrs).toMatchObject({ role: 'heading', level: 1 });
  expect(state.doc.lastChild!.textContent).toBe('');
});

it.each([['1、领', 3], ['12.建', 3], ['1、2', null], ['1.5', null], ['1、', null]])('段首打“%s”：级别是 %s', (text, level) => {
  let state = EditorState.create({ doc: doc(title('关于试点的通知'), p('')) });
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.doc.content.size - 1)));
  const since = state.selection.from;
  state = state.apply(state.tr.insertText(text));
  expect(recognise(state, since)?.doc.lastChild!.attrs.level ?? null).toBe(level);
});

it.each([
  ['附件：', '附件说明', ''], ['附件:1.分工表', '附件说明', '分工表'], ['附件：2026年计划', '附件说明', '2026年计划'], ['附件：1.5万亩地块图', '附件说明', '1.5万亩地块图'], ['附件', '正文', '附件'],
])('正文之后打“%s”：成为%s', (typed, name, left) => {
  const node = typedInto([title('关于试点的通知'), p('请抓好落实。'), p(''), para('signature', '县教育局')], 2, typed);
  expect([roleName(node.attrs.role as Role), node.textContent]).toEqual([name, left]);
});

it('后面还有正文，“附件：”是文中的话；附件说明里打的序号让给自动的', () => {
  const node = typedInto([title('关于试点的通知'), p(''), p('请抓好落实。')], 1, '附件：一份');
  expect(node.attrs.role).toBe('body');
  const second = typedInto([title('关于试点的通知'), p('请抓好落实。'), para('attachmentNote', '分工表'), para('attachmentNote', '')], 3, '2、报表');
  expect(second.textContent).toBe('报表');
});

/** Types into a block (by index) of a document, and gives the block back as it is afterwards. */
function typedInto(blocks: readonly Node[], index: number, typed: string): Node {
  let state = EditorState.create({ doc: doc(...blocks) });
  const at = blocks.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 1);
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)));
  state = state.apply(state.tr.insertText(typed));
  return (recognise(state, at)?.doc ?? state.doc).child(index);
}
