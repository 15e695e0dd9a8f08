import fc from 'fast-check';
import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { acceptAll } from '#core/document/revisions.ts';
import type { ParagraphChange, Rev } from '#core/document/revisions.ts';
import type { Role } from '#core/document/roles.ts';
import { doc, p, para, table, title } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { enter } from './enter.ts';

const rev = (id: string): Rev => ({ id, a: '李四', s: 0, t: 29_000_000 });
const change: fc.Arbitrary<ParagraphChange> = fc.record({ ins: fc.constant(rev('w1')), del: fc.constant(rev('w2')), pPr: fc.constant({ align: [{ rev: rev('w3'), from: 'right' }] }) }, { requiredKeys: [] });
const ends = ({ ins, del }: ParagraphChange): ParagraphChange | null => (ins || del ? { ...(ins ? { ins } : {}), ...(del ? { del } : {}) } : null);
const texts = (document: Node): string[] => acceptAll(document).children.map((block) => block.textContent);

/** Enter behind the first `at` characters of the block at `index`. */
function pressed(document: Node, index: number, at: number): { before: EditorState; after: EditorState } {
  const pos = document.children.slice(0, index).reduce((sum, block) => sum + block.nodeSize, 0) + 1 + at;
  const before = EditorState.create({ doc: document, plugins: [history()], selection: TextSelection.create(document, pos) });
  let after = before;
  enter(before, (tr) => (after = before.apply(tr)));
  return { before, after };
}

test('段末标着插入、删除的段落里回车：原来的段末归后一半，新的段末没有修订；一次撤销回来', () => {
  const role = fc.constantFrom<Role>('body', 'note', 'attachmentNote', 'copyTo');
  fc.assert(fc.property(role, change, fc.integer({ min: 1, max: 4 }), (kind, tc, at) => {
    const document = doc(title('通知'), para(kind, '甲乙丙丁', { tc: Object.keys(tc).length > 0 ? tc : null }), para(kind, '戊己'));
    const { before, after } = pressed(document, 1, at);
    after.doc.check();
    expect(after.doc.child(1).attrs.tc).toEqual(tc.pPr ? { pPr: tc.pPr } : null);
    expect(after.doc.child(2).attrs.tc).toEqual(ends(tc));
    // What is read when all is accepted: the same words, with one end more where Enter was pressed.
    const rest = '甲乙丙丁'.slice(at);
    expect(texts(after.doc)).toEqual(['通知', '甲乙丙丁'.slice(0, at), ...(tc.del ? [`${rest}戊己`] : [rest, '戊己'])]);
    let undone = after;
    undo(after, (tr) => (undone = after.apply(tr)));
    expect(undone.doc.eq(before.doc)).toBe(true);
  }), runs(200));
});

test('条款和表格里一样', () => {
  const tc = { del: rev('w1') };
  const article = pressed(doc(title('办法'), para('article', '为规范试点，制定本办法。', { level: 3, tc }), p('施行。')), 1, 6).after.doc;
  expect(article.children.slice(1).map(({ attrs, textContent }) => [textContent, attrs.tc as unknown])).toEqual([['为规范试点，', null], ['制定本办法。', tc], ['施行。', null]]);
  const end = pressed(doc(title('办法'), para('article', '为规范试点。', { level: 3, tc }), p('施行。')), 1, 6).after.doc;
  expect(end.children.slice(1).map(({ attrs, textContent }) => [textContent, attrs.tc as unknown])).toEqual([['为规范试点。', null], ['', tc], ['施行。', null]]);
  const sheet = table(['甲乙']);
  const cell = sheet.firstChild!.firstChild!;
  const revised = sheet.copy(sheet.content.replaceChild(0, sheet.firstChild!.copy(sheet.firstChild!.content.replaceChild(0, cell.copy(cell.content.replaceChild(0, p('甲乙', { tc })))))));
  const state = EditorState.create({ doc: doc(revised, p()) });
  const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 5)));
  let after = placed;
  enter(placed, (tr) => (after = placed.apply(tr)));
  expect(after.doc.firstChild!.firstChild!.firstChild!.children.map(({ attrs, textContent }) => [textContent, attrs.tc as unknown])).toEqual([['甲', null], ['乙', tc]]);
});
