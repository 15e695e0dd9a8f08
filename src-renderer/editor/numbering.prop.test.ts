import fc from 'fast-check';
import { closeHistory, history, redo, undo } from '@tiptap/pm/history';
import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { MARKER_STYLES, numberDocument } from '#core/document/numbering.ts';
import { NUMBERING_SCHEMES } from '#core/template/template.ts';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { runs } from '../../test/support/runs.ts';
import { fit } from './behaviour/clipboard.ts';
import { labels } from './behaviour/labels.ts';
import { recognise } from './behaviour/typed-numbers.ts';
import { backspace } from './commands/backspace.ts';
import { changeLevel } from './commands/change-level.ts';
import { deleteForward } from './commands/delete-forward.ts';
import { enter } from './commands/enter.ts';
import { insertMarker, toggleRestart } from './commands/insert-marker.ts';
import { restyle } from './commands/restyle-series.ts';
import { setNumbering } from './commands/set-numbering.ts';
import { setLevel, setRole } from './commands/set-role.ts';
import { startAt } from './commands/start-at.ts';

/**
 * A person's keys and menus in any order: what the paper shows as numbers is always what a fresh numbering of the same
 * document gives, and taking everything back gives the very document the person began with.
 */
const START = doc(
  title('关于印发试点办法的通知'), para('addressee', '各区：'), h(1, '总体要求'), h(2, '目标。各区要落实。', { runIn: true }), h(3, '任务'), p('要求：@甲；@乙。'), h(1, '组织实施'), h(2, '分工'),
  p('@抓统筹。'), p('@抓督查。'), table(['序号', '任务'], ['1', '@摸底']), para('attachmentNote', '名单'), para('signature', '某局'),
  para('embedded', '试点办法'), para('article', '总则', { level: 1 }), para('article', '为规范试点，制定本办法。', { level: 3 }), para('article', '申请条件：', { level: 3 }), para('article', '有场地；', { level: 4 }), p('前款所称场地，包括租用的。'),
  para('annex', '名单', { numbering: 'continuous' }), h(1, '城区'), h(2, '东区'), h(1, '郊区'), h(2, '西区'), para('copyTo', '某部。'),
);

const TEXTS = ['要', '。', '；', '一是', '二是', '第一，', '一、', '（一）', '（二）', '2.甲', '①', '②', '第一章　', '第二条　', '落实'];
const MODES = [...NUMBERING_SCHEMES, 'articles'] as const;

const type = (text: string): Command => (state, dispatch) => {
  dispatch?.(state.tr.insertText(text));
  return true;
};

/** The whole block at hand with the next `count` ones, moved before the block at `to`. */
const moveSection = (count: number, to: number): Command => (state, dispatch) => {
  const first = state.selection.$from.index(0);
  const blocks = state.doc.children.slice(first, first + count + 1);
  if (to % state.doc.childCount >= first && to % state.doc.childCount <= first + blocks.length) return false;
  const before = (index: number): number => state.doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0);
  const { tr } = state;
  tr.insert(before(to % state.doc.childCount), blocks);
  const from = tr.mapping.map(before(first), 1);
  tr.delete(from, from + blocks.reduce((sum, node) => sum + node.nodeSize, 0));
  dispatch?.(tr);
  return true;
};

/** Blocks of the document itself, as our own copy brings them. */
const paste = (index: number, count: number): Command => (state, dispatch) => {
  const from = index % state.doc.childCount;
  const slice = fit(new Slice(state.doc.slice(0, state.doc.content.size).content, 0, 0), state, true);
  const blocks: Node[] = slice.content.content.slice(from, from + count + 1);
  dispatch?.(state.tr.replaceSelection(new Slice(blocks.length > 0 ? START.type.create(null, blocks).content : slice.content, 0, 0)));
  return true;
};

const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
const command: fc.Arbitrary<{ name: string; run: Command }> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS).map((text) => ({ name: `键入${text}`, run: type(text) })) },
  { weight: 3, arbitrary: fc.constant({ name: '回车', run: enter }) },
  { weight: 3, arbitrary: fc.constantFrom({ name: '退格', run: backspace }, { name: '删除', run: deleteForward }) },
  { weight: 3, arbitrary: fc.constantFrom({ name: '降级', run: changeLevel(1) }, { name: '升级', run: changeLevel(-1) }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 5 }).map((level) => ({ name: `Alt${level}`, run: setLevel(level) })) },
  { weight: 1, arbitrary: fc.constantFrom({ name: '正文', run: setRole('body') }, { name: '附件', run: setRole('annex') }, { name: '从五起', run: startAt(5) }, { name: '接着编', run: startAt(null) }) },
  { weight: 3, arbitrary: fc.constantFrom(...MODES).map((mode) => ({ name: `编号方式${mode}`, run: setNumbering(mode) })) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKER_STYLES).map((style) => ({ name: `整组${style}`, run: restyle(style) })) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKER_STYLES).map((style) => ({ name: `插入${style}`, run: insertMarker(style) })) },
  { weight: 1, arbitrary: fc.constant({ name: '从头编', run: toggleRestart }) },
  { weight: 2, arbitrary: fc.tuple(number(4), number(40)).map(([count, to]) => ({ name: `移${count}段到${to}`, run: moveSection(count, to) })) },
  { weight: 2, arbitrary: fc.tuple(number(40), number(3)).map(([from, count]) => ({ name: `粘贴${from}起${count}段`, run: paste(from, count) })) },
  { weight: 2, arbitrary: fc.constantFrom({ name: '撤销', run: undo }, { name: '重做', run: redo }) },
);
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), wide: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: number(40) }), command });

const plugin = labels();

/** The numbers the paper shows, as `position text`. */
function painted(state: EditorState): string[] {
  const shown: string[] = [];
  const look = (node: Node, set: Decorations, start: number): void => {
    for (const { from, type } of set.localsInner(node)) if (type.attrs['data-label'] !== undefined) shown.push(`${start + from} ${type.attrs['data-label']}`);
    node.forEach((child, offset) => look(child, set.forChild(offset, child), start + offset + 1));
  };
  look(state.doc, plugin.props.decorations!.call(plugin, state) as unknown as Decorations, 0);
  return shown.sort();
}

/** What ProseMirror's view reads of decorations and its types leave out. */
interface Decorations {
  localsInner(node: Node): readonly { readonly from: number; readonly type: { readonly attrs: Readonly<Record<string, string>> } }[];
  forChild(offset: number, node: Node): Decorations;
}

function fresh(document: Node): string[] {
  const { paragraphs, markers } = numberDocument(document);
  return [...paragraphs.values(), ...markers.values()].map(({ pos, text }) => `${pos} ${text}`).sort();
}

function place(state: EditorState, at: number, wide: number): EditorState {
  const { size } = state.doc.content;
  const from = Math.floor(at * size);
  const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(Math.min(size, from + wide)));
  return state.apply(state.tr.setSelection(selection));
}

test('怎样改，显示的序号都等于重新编一遍的序号；全部撤销，还是原来的文稿', () => {
  fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 30 }), (edits) => {
    let state = EditorState.create({ doc: START, plugins: [history({ depth: 500 }), plugin] });
    for (const { at, wide, command: { run } } of edits) {
      state = place(state, at, wide);
      const since = state.selection.from;
      run(state, (tr) => (state = state.apply(tr)));
      const made = recognise(state, since);
      if (made) state = state.apply(made);
      state = state.apply(closeHistory(state.tr));
      state.doc.check();
      expect(painted(state)).toEqual(fresh(state.doc));
    }
    while (undo(state, (tr) => (state = state.apply(tr))));
    expect(state.doc.toJSON()).toEqual(START.toJSON());
    expect(painted(state)).toEqual(fresh(START));
  }), runs(150));
}, 60_000);

test('一次撤销，收回一次改动', () => {
  fc.assert(fc.property(edit, ({ at, wide, command: { run } }) => {
    let state = place(EditorState.create({ doc: START, plugins: [history({ depth: 500 }), plugin] }), at, wide);
    run(state, (tr) => (state = state.apply(tr)));
    if (state.doc.eq(START)) return;
    undo(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.toJSON()).toEqual(START.toJSON());
  }), runs(300));
});
