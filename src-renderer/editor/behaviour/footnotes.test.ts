import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { footnotesOf } from '#core/document/footnotes.ts';
import { plainText } from '#core/document/plain-text.ts';
import { schema } from '#core/document/schema.ts';
import { doc, p, para } from '../../../test/support/build.ts';
import { backspace } from '../commands/backspace.ts';
import { deleteForward } from '../commands/delete-forward.ts';
import { closeNote, footnotes, keepNote, openNote, writeFootnote } from './footnotes.ts';
import { replaceAll, replaceMatch, search, searchFor, searchOf } from './search.ts';

const note = (text: string): Node => schema.nodes.footnote.create({ text });
const noted = (...parts: (string | Node)[]): Node => schema.nodes.para.create(null, parts.map((part) => (typeof part === 'string' ? schema.text(part) : part)));
const stateOf = (document: Node, caret: number): EditorState =>
  EditorState.create({ doc: document, selection: TextSelection.create(document, caret), plugins: [history(), footnotes(), search()] });
const run = (state: EditorState, ...commands: Command[]): EditorState => commands.reduce((now, command) => {
  let next = now;
  command(now, (tr) => (next = now.apply(tr)));
  return next;
}, state);
const texts = (state: EditorState): unknown[] => footnotesOf(state.doc).map(({ node }) => node.attrs.text);

test('插入、分几次写下、写完，一次撤销都回去；在注号后面再按，打开的是这一条', () => {
  const start = stateOf(doc(p('人口稳步增长。')), 3);
  const written = run(start, writeFootnote, keepNote('年末'), keepNote('年末数。'), closeNote);
  expect([texts(written), openNote(written)]).toEqual([['年末数。'], null]);
  expect(openNote(run(written, writeFootnote))).toMatchObject({ pos: 3 });
  expect(run(written, undo).doc.eq(start.doc)).toBe(true);
  const again = run(written, writeFootnote, keepNote('改了'), closeNote);
  expect(texts(run(again, undo))).toEqual(['年末数。']);
});

test('版头版记里不插；写着的一条在别处改动以后还是它，删了就关上', () => {
  expect(writeFootnote(stateOf(doc(para('copyTo', '市委办。')), 2))).toBe(false);
  const open = run(stateOf(doc(p('人口增长。')), 3), writeFootnote);
  const moved = open.apply(open.tr.insertText('全县', 1));
  expect(openNote(moved)!.pos).toBe(5);
  expect(openNote(moved.apply(moved.tr.delete(5, 6)))).toBeNull();
});

test('退格、删除像一个字', () => {
  const document = doc(noted('人口', note('年末数。'), '增长。'));
  expect(texts(run(stateOf(document, 4), backspace))).toEqual([]);
  expect(texts(run(stateOf(document, 3), deleteForward))).toEqual([]);
});

test('查找替换也到脚注里：按注号的次序，一条里有几处都换', () => {
  const document = doc(noted('统计局报', note('统计局数，统计局核。'), '统计局发。'));
  const found = run(stateOf(document, 1), searchFor('统计局'));
  expect(searchOf(found).matches.map(({ from, note: span }) => [from, span ?? null])).toEqual([[1, null], [5, [0, 3]], [5, [5, 8]], [6, null]]);
  const replaced = run(found, replaceMatch('统计处'), replaceMatch('统计处'), replaceMatch('统计处'));
  expect(plainText(replaced.doc)).toBe('统计处报①统计局发。\n①统计处数，统计处核。');
  expect(plainText(run(found, replaceAll('局')).doc)).toBe('局报①局发。\n①局数，局核。');
});
