import fc from 'fast-check';
import { Editor } from '@tiptap/core';
import { undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { CellSelection } from '@tiptap/pm/tables';
import { canJoin } from '@tiptap/pm/transform';
import { afterEach, describe, expect, test } from 'vitest';
import { MARKER_STYLES } from '#core/document/numbering.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { schema } from '#core/document/schema.ts';
import { doc, h, p, para, table, title } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { setRole } from '../commands/set-role.ts';
import { editorOptions } from '../editor-options.ts';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

const open = (document: Node): Editor => {
  const editor = new Editor({ ...editorOptions(document, resolveStyles(null)), element: window.document.createElement('div') });
  editors.push(editor);
  return editor;
};

/** The paper as drawn, without what ProseMirror adds for the caret, and without the groups its blocks stand in. */
const drawn = (editor: Editor): string => {
  const copy = editor.view.dom.cloneNode(true) as HTMLElement;
  for (const here of copy.querySelectorAll('.is-here')) here.classList.remove('is-here');
  for (const rows of copy.querySelectorAll('.row-group')) rows.replaceWith(...rows.childNodes);
  for (const element of copy.querySelectorAll('.p')) sortAttributes(element);
  return [...copy.children].map((group) => group.innerHTML).join('');
};

/** A paragraph that became another element has got its attributes later than its label. */
function sortAttributes(element: Element): void {
  const attributes = [...element.attributes].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name } of attributes) element.removeAttribute(name);
  for (const { name, value } of attributes) element.setAttribute(name, value);
}

const long = (): Node => doc(...Array.from({ length: 150 }, (_, index) => [h((1 + (index % 3)) as 1 | 2 | 3, `标题${index}`), p(`@甲；第${index}段。`), p('正文'), table(['序号', '任务'], ['1', '要求'])][index % 7] ?? p(`第${index}段。`)));

const labelsOf = (editor: Editor): string[] => [...editor.view.dom.querySelectorAll('[data-label]')].map((element) => element.getAttribute('data-label')!);

/** A paragraph that refers to an anchor. */
const see = (target: string): Node => schema.nodes.para.create(null, [schema.text('按照'), schema.nodes.reference.create({ target, form: 'relative' }), schema.text('办理')]);

const sample = (): Node => doc(
  para('issuerMark', '某某局文件'), title('关于进一步扩大失能老年人居家照护服务供给工作的通知'), h(1, '总体要求'), p('@甲；@乙。'), p('@丙'),
  h(2, '加强领导。各单位照办。', { runIn: true }), table(['序号', '任务'], ['1', '要求：@摸底；@调查']), h(1, '措施'), h(2, '一', { anchor: 'a' }), para('article', '第一', { level: 3 }), p('尾', { anchor: 'b' }),
  see('a'), see('b'),
  para('attachmentNote', '名单'), para('attachmentNote', '表格'), para('annex', '名单'), h(1, '甲'), para('copyTo', '乙局'), para('copyTo', '丙局'),
);

describe('labels on the paper', () => {
  test('a word typed before a computed number moves it and changes nothing', () => {
    const editor = open(sample());
    const before = labelsOf(editor);
    editor.view.dispatch(editor.state.tr.insertText('各级', editor.state.doc.child(0).nodeSize + 1));
    expect(labelsOf(editor)).toEqual(before);
    expect(before).toContain('二是');
  });

  test('words typed in one cell leave the other cells’ drawing as it is', () => {
    const editor = open(sample());
    const cells = [...editor.view.dom.querySelectorAll('td')];
    editor.view.dispatch(editor.state.tr.insertText('全面', positionOf(editor.state.doc, '摸底')));
    expect([...editor.view.dom.querySelectorAll('td')]).toEqual(cells);
    expect(editor.view.dom.querySelectorAll('td')[3]!.textContent).toContain('全面摸底');
    expect(labelsOf(editor)).toEqual(labelsOf(open(editor.state.doc)));
  });

  test('段落升为标题、降回正文，还是纸上那一段：字与光标都不重画', () => {
    const editor = open(sample());
    const [paragraph, text] = [editor.view.dom.querySelectorAll('.p')[4]!, editor.view.dom.querySelectorAll('.p')[4]!.lastChild];
    const at = positionOf(editor.state.doc, '丙');
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
    setRole('heading', 2)(editor.state, editor.view.dispatch);
    expect(editor.view.dom.querySelectorAll('.p')[4]).toBe(paragraph);
    expect(paragraph.lastChild).toBe(text);
    expect([paragraph.className, paragraph.getAttribute('data-label'), paragraph.getAttribute('aria-level')]).toEqual(['p p-heading2 is-here', '（一）', '3']);
    setRole('body')(editor.state, editor.view.dispatch);
    expect([paragraph.className, paragraph.hasAttribute('data-label'), paragraph.hasAttribute('role'), paragraph.hasAttribute('data-level')]).toEqual(['p p-body is-here', false, false, false]);
    expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
  });

  test('whatever is done, the paper is drawn as the same document opened afresh', () => {
    const edit = fc.record({ kind: fc.constantFrom('type', 'type', 'delete', 'split', 'join', 'level', 'role', 'marker', 'copy', 'undo'), at: fc.nat(10_000), more: fc.nat(30) });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const editor = open(sample());
      for (const { kind, at, more } of edits) {
        if (kind === 'undo') undo(editor.state, editor.view.dispatch);
        else editor.view.dispatch(change(editor.state.tr, kind, at, more));
      }
      expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
      for (const used of editors.splice(0)) used.destroy();
    }), runs(20));
  });

  test('in a long document too, whose blocks stand in groups; and every block is found where it stands', () => {
    const edit = fc.record({ kind: fc.constantFrom('type', 'cut', 'cut', 'paste', 'split', 'join', 'level', 'role', 'copy', 'undo'), at: fc.nat(10_000), more: fc.nat(30) });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const editor = open(long());
      for (const { kind, at, more } of edits) {
        const { tr } = editor.state;
        const { size } = tr.doc.content;
        if (kind === 'undo') undo(editor.state, editor.view.dispatch);
        else if (kind === 'cut') editor.view.dispatch(tr.deleteRange(at % size, Math.min(size, (at % size) + 40 * more)));
        else if (kind === 'paste') editor.view.dispatch(tr.insert(tr.doc.resolve(at % size).depth > 0 ? tr.doc.resolve(at % size).before(1) : at % size, long().children.slice(0, 3 * more)));
        else editor.view.dispatch(change(tr, kind, at, more));
      }
      const { view } = editor;
      expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
      const blocks: globalThis.Node[] = [];
      editor.state.doc.forEach((_, pos) => blocks.push(view.nodeDOM(pos)!));
      expect([...view.dom.children].flatMap((group) => [...group.children])).toEqual(blocks);
      editor.state.doc.forEach((_, pos, index) => expect(view.posAtDOM(blocks[index]!, 0)).toBe(pos + 1));
      for (const used of editors.splice(0)) used.destroy();
    }), runs(12));
  });
});

describe('typed numbers of rows', () => {
  const numbers = (editor: Editor): string[] => [...editor.view.dom.querySelectorAll('.p-number')].map(({ textContent }) => textContent);

  test('stand in the middle under 序号 only, beside cells over several rows too, and follow the head', () => {
    const document = doc(title('通知'), table(['序号', '任务'], ['1', '2'], ['合计', '3'], ['4', '5']));
    const editor = open(document);
    expect(numbers(editor)).toEqual(['1', '4']);
    const head = positionOf(editor.state.doc, '序号');
    editor.view.dispatch(editor.state.tr.insertText('批次', head, head + 2));
    expect(numbers(editor)).toEqual([]);
    undo(editor.state, editor.view.dispatch);
    expect(numbers(editor)).toEqual(['1', '4']);
    const last = positionOf(editor.state.doc, '4');
    editor.view.dispatch(editor.state.tr.insertText('第', last));
    expect(numbers(editor)).toEqual(['1']);
    const first = positionOf(editor.state.doc, '1') - 2;
    editor.view.dispatch(editor.state.tr.setNodeAttribute(first, 'rowspan', 2).delete(...cellAround(editor.state.doc, '合计')));
    expect(numbers(editor)).toEqual(['1']);
  });

  const cellAround = (document: Node, text: string): [number, number] => {
    const $pos = document.resolve(positionOf(document, text));
    return [$pos.before(3), $pos.after(3)];
  };
});

describe('a long table', () => {
  const rows = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`${index}`, `要求：@摸底${index}；@调查`]);
  const list = (count: number): Node => doc(title('通知'), p('前文'), table(['序号', '任务'], ...rows(count)), p('尾'));
  const tableAt = (document: Node): number => document.child(0).nodeSize + document.child(1).nodeSize;

  test('has its rows in groups, and a key in a cell draws no row but its own', () => {
    const editor = open(list(300));
    const groups = [...editor.view.dom.querySelectorAll('tbody > .row-group')];
    expect(groups.length).toBeGreaterThan(20);
    const drawnRows = [...editor.view.dom.querySelectorAll('tr')];
    editor.view.dispatch(editor.state.tr.insertText('全面', positionOf(editor.state.doc, '摸底200')));
    expect([...editor.view.dom.querySelectorAll('tr')]).toEqual(drawnRows);
    expect([...editor.view.dom.querySelectorAll('tbody > .row-group')]).toEqual(groups);
    expect(drawnRows[201]!.textContent).toContain('全面摸底200');
    expect([...drawnRows[201]!.querySelectorAll('[data-label]')].map((each) => each.getAttribute('data-label'))).toEqual(['一是', '二是']);
  });

  test('shows which of its cells are selected', () => {
    const editor = open(list(150));
    const cells = [...editor.view.dom.querySelectorAll('td')];
    const at = (index: number): number => editor.view.posAtDOM(cells[index]!, 0) - 1;
    editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.state.doc, at(240), at(245))));
    expect([...editor.view.dom.querySelectorAll('.selectedCell')]).toEqual(cells.slice(240, 246));
    editor.view.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.state.doc, at(2), at(2))));
    expect([...editor.view.dom.querySelectorAll('.selectedCell')]).toEqual([cells[2]]);
  });

  const cellAt = (editor: Editor, index: number): number => editor.view.posAtDOM(editor.view.dom.querySelectorAll('td')[index]!, 0) - 1;
  const cut = (tr: Transaction, cell: number): Transaction => tr.delete(cell, cell + tr.doc.nodeAt(cell)!.nodeSize);
  const isLaidInGroups = (editor: Editor): boolean => editor.view.dom.querySelector('table')!.classList.contains('by-group');

  test('keeps rows that one cell reaches over in one group, which says so', () => {
    const editor = open(list(150));
    const spanning = (): Element[] => [...editor.view.dom.querySelectorAll('.row-group.holds-spans')];
    expect(spanning()).toHaveLength(0);
    // The first column of the tenth to the fiftieth row becomes one cell.
    const { tr } = editor.state;
    for (let row = 50; row > 10; row--) cut(tr, cellAt(editor, 2 * row));
    editor.view.dispatch(tr.setNodeAttribute(cellAt(editor, 20), 'rowspan', 41));
    expect(isLaidInGroups(editor)).toBe(true);
    expect(spanning()).toHaveLength(1);
    expect(spanning()[0]!.textContent).toContain('摸底9');
    expect(spanning()[0]!.textContent).toContain('摸底49');
    const groups = [...editor.view.dom.querySelectorAll('.row-group')];
    editor.view.dispatch(editor.state.tr.insertText('全面', positionOf(editor.state.doc, '摸底30')));
    expect([...editor.view.dom.querySelectorAll('.row-group')]).toEqual(groups);
    expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
    while (undo(editor.state, editor.view.dispatch));
    expect(spanning()).toHaveLength(0);
    expect(isLaidInGroups(editor)).toBe(true);
  });

  test('is laid out as a whole where a file’s cells over several rows leave places empty', () => {
    const whole = list(150).child(2);
    const reaching = (row: Node): Node => row.copy(row.content.replaceChild(0, schema.nodes.tableCell.create({ rowspan: 2 }, row.child(0).content)));
    const uneven = whole.copy(whole.content.replaceChild(10, reaching(whole.child(10))));
    expect(isLaidInGroups(open(doc(p('前文'), uneven)))).toBe(false);
    // Without such cells each row stands for itself, short ones too.
    const short = whole.child(10).copy(whole.child(10).content.cut(0, whole.child(10).child(0).nodeSize));
    expect(isLaidInGroups(open(doc(p('前文'), whole.copy(whole.content.replaceChild(10, short)))))).toBe(true);
  });

  test('has groups from the row on with which it grows long', () => {
    const editor = open(list(99));
    expect(isLaidInGroups(editor)).toBe(false);
    const start = tableAt(editor.state.doc);
    const whole = editor.state.doc.nodeAt(start)!;
    editor.view.dispatch(editor.state.tr.insert(start + whole.nodeSize - 1, whole.lastChild!));
    expect(isLaidInGroups(editor)).toBe(true);
    expect(editor.view.dom.querySelectorAll('tbody > .row-group').length).toBeGreaterThan(5);
    expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
  });

  test('whatever is done to its rows, it is drawn as when opened afresh, and every row is found where it stands', () => {
    const edit = fc.record({ kind: fc.constantFrom('type', 'cut', 'paste', 'split', 'undo'), at: fc.nat(100_000), more: fc.nat(40) });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const editor = open(list(110));
      for (const { kind, at, more } of edits) {
        const { tr } = editor.state;
        const start = tableAt(tr.doc);
        const whole = tr.doc.nodeAt(start)!;
        const first = at % whole.childCount;
        const rowAt = (index: number): number => whole.children.slice(0, index).reduce((sum, row) => sum + row.nodeSize, start + 1);
        if (kind === 'undo') undo(editor.state, editor.view.dispatch);
        else if (kind === 'cut') editor.view.dispatch(first > 0 ? tr.delete(rowAt(first), rowAt(Math.min(whole.childCount, first + more))) : tr);
        else if (kind === 'paste') editor.view.dispatch(tr.insert(rowAt(first), whole.children.slice(1, more)));
        else editor.view.dispatch(change(tr, kind, start + 1 + (at % (whole.content.size - 2)), more));
      }
      const { view } = editor;
      expect(drawn(editor)).toBe(drawn(open(editor.state.doc)));
      const start = tableAt(editor.state.doc);
      const found: globalThis.Node[] = [];
      editor.state.doc.nodeAt(start)!.forEach((_, pos) => {
        const row = view.nodeDOM(start + 1 + pos)!;
        expect(view.posAtDOM(row, 0)).toBe(start + pos + 2);
        found.push(row);
      });
      expect([...view.dom.querySelectorAll('tr')]).toEqual(found);
      for (const used of editors.splice(0)) used.destroy();
    }), runs(6));
  });
});

/** Where a text stands in a document. */
function positionOf(document: Node, text: string): number {
  let found = -1;
  document.descendants((node, pos) => {
    if (node.isText && found < 0 && node.text!.includes(text)) found = pos + node.text!.indexOf(text);
  });
  return found;
}

/** One edit somewhere, as far as it can be done there. */
function change(tr: Transaction, kind: string, at: number, more: number): Transaction {
  const { doc: document } = tr;
  const pos = at % document.content.size;
  const $pos = document.resolve(pos);
  const { nodes } = document.type.schema;
  const block = $pos.depth > 0 ? $pos.node(1) : null;
  const start = block ? $pos.before(1) : pos;
  switch (kind) {
    case 'type':
      return $pos.parent.isTextblock ? tr.insertText('要求。'.slice(0, 1 + (more % 3)), pos) : tr;
    case 'delete':
      return tr.deleteRange(pos, Math.min(document.content.size, pos + more));
    case 'split':
      return $pos.parent.isTextblock ? tr.split(pos) : tr;
    case 'join':
      return canJoin(document, start) ? tr.join(start) : tr;
    case 'level':
      return block?.attrs.role === 'heading' ? tr.setNodeAttribute(start, 'level', 1 + (more % 4)) : tr;
    case 'role':
      return block?.isTextblock ? tr.setNodeMarkup(start, null, { ...block.attrs, role: ['heading', 'body', 'annex', 'attachmentNote', 'copyTo', 'title'][more % 6], level: more % 6 === 0 ? 1 : 0 }) : tr;
    case 'marker':
      return $pos.parent.isTextblock ? tr.insert(pos, nodes.marker!.create({ style: MARKER_STYLES[more % MARKER_STYLES.length], restart: more % 7 === 0 })) : tr;
    case 'copy':
      return block ? tr.insert(start, block) : tr;
    default:
      return tr;
  }
}
