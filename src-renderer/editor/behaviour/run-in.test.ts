import { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resolveStyles } from '#core/template/styles.ts';
import { doc, h, p, title } from '../../../test/support/build.ts';
import { editorOptions } from '../editor-options.ts';
import { asPartOfLastChange } from './last-change.ts';

const COMMON = resolveStyles(null);
const APPROVAL = { ...COMMON, clause: { ...COMMON.clause, face: 'fang' as const } };

const editors: Editor[] = [];
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
  vi.useRealTimers();
});

const open = (document: Node, styles = COMMON): Editor => {
  const editor = new Editor({ ...editorOptions(document, styles), element: window.document.createElement('div') });
  editors.push(editor);
  return editor;
};

/** Text at a place, with the caret behind it, and the moment after it. */
function write(editor: Editor, text: string, at: number, end = at): void {
  const tr = editor.state.tr.insertText(text, at, end);
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + text.length)));
  vi.advanceTimersByTime(500);
}

const runsOn = (editor: Editor, index: number): boolean => editor.state.doc.child(index).attrs.runIn as boolean;
const behind = (editor: Editor, index: number): number => [...editor.state.doc.children].slice(0, index + 1).reduce((sum, node) => sum + node.nodeSize, 0) - 1;

test('标题后面接着写，就是段首接排；接排的话删了又是标题', () => {
  const editor = open(doc(title('通知'), h(2, '加强领导'), p('尾')));
  write(editor, '。各地要落实', behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(true);
  write(editor, '', behind(editor, 1) - 6, behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(false);
});

test('文稿里原有的样子，撤销回来还是原有的样子', () => {
  const before = doc(title('通知'), h(2, '加强领导', { runIn: true }), p('尾'));
  const editor = open(before);
  write(editor, '组织', behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(false);
  undo(editor.state, editor.view.dispatch);
  vi.advanceTimersByTime(500);
  expect(editor.state.doc.toJSON()).toEqual(before.toJSON());
  redo(editor.state, editor.view.dispatch);
  vi.advanceTimersByTime(500);
  expect(runsOn(editor, 1)).toBe(false);
});

test('批复的条款从第一个字起就是正文；光标离开时没有句号的，是标题', () => {
  const editor = open(doc(title('批复'), h(1, ''), p('尾')), APPROVAL);
  write(editor, '同意设立培训基地', behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(false);
  write(editor, '', behind(editor, 1) - 8, behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(true);
  write(editor, '同意设立', behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(true);
  write(editor, '培训基地。', behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(true);
  write(editor, '', behind(editor, 1) - 1, behind(editor, 1));
  expect(runsOn(editor, 1)).toBe(true);
  editor.commands.setTextSelection(behind(editor, 2));
  vi.advanceTimersByTime(500);
  expect(runsOn(editor, 1)).toBe(false);
  write(editor, '关于', behind(editor, 1) - 8);
  expect(runsOn(editor, 1)).toBe(false);
});

test('整句成条的小标题改了又撤销，一点不差；重做也是', () => {
  const before = doc(title('通报'), h(2, '责成作出书面检查。', { runIn: true }), h(2, '限期整改。', { runIn: true }), p('尾'));
  const editor = open(before);
  write(editor, '', behind(editor, 1) - 1, behind(editor, 1));
  editor.view.dispatch(editor.state.tr.insertText('抄送各区', 1));
  vi.advanceTimersByTime(500);
  const after = editor.state.doc;
  while (undo(editor.state, editor.view.dispatch)) vi.advanceTimersByTime(500);
  expect(editor.state.doc.toJSON()).toEqual(before.toJSON());
  while (redo(editor.state, editor.view.dispatch)) vi.advanceTimersByTime(500);
  expect(editor.state.doc.toJSON()).toEqual(after.toJSON());
});

test('过一会儿才跟上的改动，和引起它的改动一起撤销、一起重做；撤销之后才跟上的，不占一次撤销', () => {
  const editor = open(doc(title('通知'), p('文')));
  const before = editor.state.doc;
  write(editor, '新', 1);
  vi.advanceTimersByTime(5000);
  editor.view.dispatch(asPartOfLastChange(editor.state, editor.state.tr.setDocAttribute('fields', { matter: '新通知' })));
  const after = editor.state.doc;
  undo(editor.state, editor.view.dispatch);
  expect(editor.state.doc.eq(before)).toBe(true);
  expect(editor.state.doc.attrs.fields).toEqual(before.attrs.fields);
  redo(editor.state, editor.view.dispatch);
  expect(editor.state.doc.attrs.fields).toEqual(after.attrs.fields);
  undo(editor.state, editor.view.dispatch);
  editor.view.dispatch(asPartOfLastChange(editor.state, editor.state.tr.setDocAttribute('fields', { matter: '通知' })));
  expect(undo(editor.state)).toBe(false);
});
