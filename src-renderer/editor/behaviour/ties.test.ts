import fc from 'fast-check';
import { history, redo, undo, undoDepth } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command, Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { attachmentPairs, endOfPart, isTied } from '#core/document/attachments.ts';
import { findParagraphs, textOf } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import { plainText } from '#core/document/plain-text.ts';
import { schema } from '#core/document/schema.ts';
import { arbitraryDocument } from '../../../test/support/arbitrary-document.ts';
import { doc, h, p, para, title } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { enter } from '../commands/enter.ts';
import { insertAttachment } from '../commands/insert-attachment.ts';
import { setRole } from '../commands/set-role.ts';
import { ties } from './ties.ts';

const open = (document: Node): EditorState => EditorState.create({ doc: document, plugins: [history(), ties()] });
const change = (state: EditorState, make: (tr: Transaction) => unknown): EditorState => {
  const { tr } = state;
  make(tr);
  return state.apply(tr);
};
const run = (state: EditorState, command: Command): EditorState => {
  command(state, (tr) => (state = state.apply(tr)));
  return state;
};
const ref = (target: string, form = 'full'): Node => schema.nodes.reference.create({ target, form });
const says = (...pieces: (string | Node)[]): Node => schema.nodes.para.create(null, pieces.map((piece) => (typeof piece === 'string' ? schema.text(piece) : piece)));
const lines = (state: EditorState): string[] => plainText(state.doc).split('\n');
const at = (state: EditorState, role: 'attachmentNote' | 'annex' | 'heading', text: string): { from: number; to: number } => {
  const { node, pos } = findParagraphs(state.doc, role).find((each) => textOf(each.node) === text)!;
  return { from: pos, to: pos + node.nodeSize };
};

const two = (): EditorState => open(doc(title('通知'), says('见', ref('b'), '。'), para('attachmentNote', '甲表', { annex: 'a' }), para('attachmentNote', '乙表', { annex: 'b' }), para('signature', '某局'),
  para('annex', '甲表', { anchor: 'a' }), p('甲文'), para('annex', '乙表', { anchor: 'b' }), p('乙文')));

test('改附件说明里的名称，附件标题跟着改，反过来也一样；一次撤销都回来', () => {
  const before = two();
  const note = change(before, (tr) => tr.insertText('新', at(before, 'attachmentNote', '甲表').from + 1));
  expect(lines(note)).toContain('附件：1.新甲表');
  expect(lines(note)).toContain('新甲表');
  expect(undoDepth(note)).toBe(1);
  expect(run(note, undo).doc.eq(before.doc)).toBe(true);
  const annex = change(before, (tr) => tr.insertText('丙', at(before, 'annex', '乙表').from + 1, at(before, 'annex', '乙表').from + 2));
  expect(lines(annex)).toContain('2.丙表');
  expect(run(run(annex, undo), redo).doc.eq(annex.doc)).toBe(true);
});

test('没有连过的旧稿，名称相同就连上；名称本来不同的，互不改写', () => {
  const old = open(doc(p('文'), para('attachmentNote', '甲表'), para('annex', '甲表')));
  expect(lines(change(old, (tr) => tr.insertText('新', at(old, 'attachmentNote', '甲表').from + 1)))).toEqual(['文', '附件：新甲表', '附件', '新甲表']);
  const other = open(doc(p('文'), para('attachmentNote', '甲'), para('annex', '乙')));
  expect(lines(change(other, (tr) => tr.insertText('新', at(other, 'attachmentNote', '甲').from + 1)))).toEqual(['文', '附件：新甲', '附件', '乙']);
});

test('加一个附件：说明里添一行，没有附件说明就在落款前新写；编号、引用跟着变', () => {
  const none = run(open(doc(title('通知'), p('文'), para('signature', '某局'), para('copyTo', '某办'))), insertAttachment);
  expect(lines(none)).toEqual(['通知', '文', '附件：附件名称', '某局', '附件', '附件名称', '', '抄送：某办']);
  const before = two();
  const pasted = change(before, (tr) => tr.insert(at(before, 'annex', '乙表').from, [para('annex', '中表'), p('中文')]));
  expect(lines(pasted).slice(1, 5)).toEqual(['见附件3。', '附件：1.甲表', '2.中表', '3.乙表']);
  expect(run(pasted, undo).doc.eq(before.doc)).toBe(true);
  const empty = change(before, (tr) => tr.setSelection(TextSelection.create(tr.doc, before.doc.content.size - 1)));
  const made = run(run(empty, enter), setRole('annex'));
  expect(findParagraphs(made.doc, 'attachmentNote')).toHaveLength(3);
  expect(lines(change(made, (tr) => tr.insertText('丙表')))).toContain('3.丙表');
});

test('删附件，说明里那一行一起删；删那一行，有内容的附件留下，空附件一起删', () => {
  const before = two();
  const gone = change(before, (tr) => tr.delete(at(before, 'annex', '甲表').from, endOfPart(tr.doc, at(before, 'annex', '甲表').from)));
  expect(lines(gone)).toEqual(['通知', '见附件。', '附件：乙表', '某局', '附件', '乙表', '乙文']);
  expect(run(gone, undo).doc.eq(before.doc)).toBe(true);
  const { from, to } = at(before, 'attachmentNote', '甲表');
  expect(findParagraphs(change(before, (tr) => tr.delete(from, to)).doc, 'annex')).toHaveLength(2);
  const fresh = run(open(doc(p('文'), para('signature', '某局'))), insertAttachment);
  const line = at(fresh, 'attachmentNote', '附件名称');
  expect(lines(change(fresh, (tr) => tr.delete(line.from, line.to)))).toEqual(['文', '某局']);
});

test('移动附件，说明的次序跟着变；移动说明里的一行，附件跟着变', () => {
  const before = two();
  const wanted = ['通知', '见附件1。', '附件：1.乙表', '2.甲表', '某局', '附件1', '乙表', '乙文', '附件2', '甲表', '甲文'];
  const moved = change(before, (tr) => {
    const { from } = at(before, 'annex', '乙表');
    const part = tr.doc.slice(from, tr.doc.content.size).content;
    tr.delete(from, tr.doc.content.size).insert(at(before, 'annex', '甲表').from, part);
  });
  expect(lines(moved)).toEqual(wanted);
  expect(run(moved, undo).doc.eq(before.doc)).toBe(true);
  const line = change(before, (tr) => {
    const { from, to } = at(before, 'attachmentNote', '乙表');
    const node = tr.doc.nodeAt(from)!;
    tr.delete(from, to).insert(at(before, 'attachmentNote', '甲表').from, node);
  });
  expect(lines(line)).toEqual(wanted);
});

test('说明里的一行拖进了附件的正文里，附件说明与附件的次序仍然一致', () => {
  const before = two();
  const dropped = change(before, (tr) => {
    const { from, to } = at(before, 'attachmentNote', '甲表');
    const node = tr.doc.nodeAt(from)!;
    tr.delete(from, to).insert(tr.doc.content.size, node);
  });
  const inOrder = (role: 'attachmentNote' | 'annex'): string[] => findParagraphs(dropped.doc, role).map(({ node }) => node.textContent);
  expect(inOrder('attachmentNote')).toEqual(inOrder('annex'));
});

test('说明里的一行复制成两行，再移动附件：两行都在，次序跟着附件，编号按第一行', () => {
  const before = two();
  const note = at(before, 'attachmentNote', '甲表');
  const copied = change(before, (tr) => tr.insert(note.from, before.doc.nodeAt(note.from)!));
  const annex = at(copied, 'annex', '乙表');
  const part = copied.doc.slice(annex.from, copied.doc.content.size).content;
  const moved = change(copied, (tr) => tr.delete(annex.from, tr.doc.content.size).insert(at(copied, 'annex', '甲表').from, part));
  expect(lines(moved).slice(2)).toEqual(['附件：1.乙表', '2.甲表', '3.甲表', '某局', '附件1', '乙表', '乙文', '附件2', '甲表', '甲文']);
});

test('另发的附件只在说明里，编号仍数它', () => {
  const before = open(doc(p('文'), para('attachmentNote', '甲', { annex: 'a' }), para('attachmentNote', '另发'), para('attachmentNote', '丙', { annex: 'c' }), para('annex', '甲', { anchor: 'a' }), p('甲文'), para('annex', '丙', { anchor: 'c' })));
  expect(lines(change(before, (tr) => tr.insertText('新', 1)))).toEqual(['新文', '附件：1.甲', '2.另发', '3.丙', '附件1', '甲', '甲文', '附件3', '丙']);
});

test('剪切附件再粘贴到别处，引用断了又接上；删去不粘贴，引用记住最后的字，撤销复原', () => {
  const before = two();
  const { from } = at(before, 'annex', '乙表');
  const part = before.doc.slice(from, before.doc.content.size).content;
  const cut = change(before, (tr) => tr.delete(from, tr.doc.content.size));
  expect(lines(cut)[1]).toBe('见附件2。');
  expect([...numberDocument(cut.doc).references.values()][0]).toMatchObject({ text: '附件2', isBroken: true });
  expect(run(cut, undo).doc.eq(before.doc)).toBe(true);
  const back = change(cut, (tr) => tr.insert(at(cut, 'annex', '甲表').from, part));
  expect(lines(back).slice(1, 4)).toEqual(['见附件1。', '附件：1.乙表', '2.甲表']);
});

test('连同指处一起复制，副本指副本；原来的还指原来的', () => {
  const before = open(doc(h(1, '甲', { anchor: 'x' }), says('按', ref('x'), '办。')));
  const pasted = change(before, (tr) => tr.insert(tr.doc.content.size, tr.doc.content));
  expect(lines(pasted)).toEqual(['一、甲', '按第一部分办。', '二、甲', '按第二部分办。']);
  const above = change(before, (tr) => tr.insert(0, tr.doc.content));
  expect(lines(above)).toEqual(['一、甲', '按第一部分办。', '二、甲', '按第二部分办。']);
  expect(above.doc.child(2).attrs.anchor).toBe('x');
});

test('任意改动，锚不重复，附件说明与附件次序一致，撤销到底复原', () => {
  const place = fc.nat({ max: 1000 });
  const edit = fc.record({ kind: fc.constantFrom('delete', 'copy', 'move', 'role', 'type', 'annex', 'split'), a: place, b: place, role: fc.constantFrom('annex' as const, 'attachmentNote' as const, 'heading' as const, 'body' as const) });
  fc.assert(fc.property(arbitraryDocument, fc.array(edit, { maxLength: 12 }), (document, edits) => {
    let state = open(document);
    for (const { kind, a, b, role } of edits) {
      const index = a % state.doc.childCount;
      const pos = (at: number): number => state.doc.children.slice(0, at).reduce((sum, node) => sum + node.nodeSize, 0);
      const node = state.doc.child(index);
      const from = pos(index);
      const to = pos(b % (state.doc.childCount + 1));
      if (kind === 'annex') state = run(state, insertAttachment);
      else state = change(state, (tr) => {
        tr.setMeta('addToHistory', true).setTime(tr.time + 10_000);
        if (kind === 'delete' && tr.doc.childCount > 1) tr.delete(from, from + node.nodeSize);
        else if (kind === 'copy') tr.insert(to, node);
        else if (kind === 'move' && tr.doc.childCount > 1) tr.delete(from, from + node.nodeSize).insert(tr.mapping.map(to), node);
        else if (node.type.name !== 'para') return;
        else if (kind === 'role') tr.setNodeMarkup(from, null, { ...node.attrs, role, level: role === 'heading' ? 1 : 0 });
        else if (kind === 'type') tr.insertText('新', from + 1);
        else if (kind === 'split' && node.content.size > 1) tr.split(from + 2);
      });
      state.doc.check();
      const anchors = state.doc.children.map((block) => block.attrs.anchor as unknown).filter((anchor) => typeof anchor === 'string');
      expect(new Set(anchors).size).toBe(anchors.length);
      const tied = attachmentPairs(state.doc).filter(({ note, annex }) => isTied(note.node, annex.node)).toSorted((x, y) => x.note.pos - y.note.pos);
      expect(tied.map(({ annex }) => annex.pos)).toEqual(tied.map(({ annex }) => annex.pos).toSorted((x, y) => x - y));
    }
    while (undoDepth(state) > 0) state = run(state, undo);
    expect(state.doc.eq(document)).toBe(true);
  }), runs(150));
});

test('标题剪走剩个空段，贴到别处：引用跟着标题走，撤销都回来', () => {
  const before = open(doc(title('通知'), h(1, '甲', { anchor: 'a' }), p('甲文'), h(1, '乙'), says('按', ref('a'), '办。'), p('末')));
  const heading = before.doc.child(1);
  const cut = change(before, (tr) => tr.delete(at(before, 'heading', '甲').from + 1, at(before, 'heading', '甲').to - 1));
  expect(lines(cut)).toEqual(['通知', '一、', '甲文', '二、乙', '按第一部分办。', '末']);
  const pasted = change(cut, (tr) => tr.insert(tr.doc.content.size, heading));
  expect(lines(pasted)).toEqual(['通知', '一、', '甲文', '二、乙', '按第三部分办。', '末', '三、甲']);
  expect(run(run(pasted, undo), undo).doc.eq(before.doc)).toBe(true);
  // A copy of a heading that still stands is another heading.
  expect(lines(change(before, (tr) => tr.insert(tr.doc.content.size, heading)))).toContain('按第一部分办。');
});
