import { join } from 'node:path';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { runs } from '../../test/support/runs.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openTestStore, writing } from '../../test/support/test-store.ts';
import { summarise } from './summarise.ts';

const draft = doc(title('关于检查的通知'), para('documentNumber', '〔2026〕1号'), para('addressee', '各单位：'), h(1, '总体要求'), p('一二三 四五 abc'), table(['序号', '事项'], ['1', '自查']), p('末段'));

type Edit = (tr: Transform) => void;

/** A place in the document, whatever its size is by then. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const inText = (node: Node, at: number): number | undefined => {
  const spots: number[] = [];
  node.descendants((child, pos) => {
    // Nobody's caret stands within a character (𠀀 takes two places).
    if (child.isTextblock) for (let offset = 0; offset <= child.content.size; offset++) if (!/[\uD800-\uDBFF]/.test(child.textBetween(Math.max(0, offset - 1), offset))) spots.push(pos + 1 + offset);
  });
  return spots[Math.floor(at * spots.length)];
};
const block = (node: Node, at: number): { pos: number; node: Node } => {
  const index = Math.floor(at * node.childCount);
  let pos = 0;
  for (let i = 0; i < index; i++) pos += node.child(i).nodeSize;
  return { pos, node: node.child(index) };
};

/** An edit a person could make; one that does not fit the document at hand makes no step. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.string({ minLength: 1, maxLength: 5, unit: fc.constantFrom('甲', '乙', ' ', 'a', '，', '𠀀') })).map(([at, text]): Edit => (tr) => void tr.insert(inText(tr.doc, at)!, schema.text(text))),
  fc.tuple(place, place).map(([a, b]): Edit => (tr) => {
    const [from, to] = [inText(tr.doc, a)!, inText(tr.doc, b)!].sort((x, y) => x - y);
    tr.deleteRange(from!, to!);
  }),
  place.map((at): Edit => (tr) => void tr.split(inText(tr.doc, at)!)),
  fc.tuple(place, fc.constantFrom('title', 'body', 'addressee', 'documentNumber', 'heading')).map(([at, role]): Edit => (tr) => {
    const { pos, node } = block(tr.doc, at);
    if (node.type === schema.nodes.para) tr.setNodeAttribute(pos, 'role', role);
  }),
  fc.tuple(place, place).map(([a, b]): Edit => (tr) => void tr.addMark(Math.min(inText(tr.doc, a)!, inText(tr.doc, b)!), Math.max(inText(tr.doc, a)!, inText(tr.doc, b)!), schema.marks.bold.create())),
  place.map((at): Edit => (tr) => {
    const { pos, node } = block(tr.doc, at);
    if (tr.doc.childCount > 1) tr.delete(pos, pos + node.nodeSize);
  }),
  fc.string({ maxLength: 5 }).map((subject): Edit => (tr) => void tr.setDocAttribute('fields', { subject })),
);

it('任意编辑逐次追加后：重新打开等于眼前的文稿，目录行等于重新统计', async () => {
  const file = join(temporaryFolder(), 'niwen.sqlite');
  let scripts = 0;
  await fc.assert(fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }), async (script) => {
    const id = `script${scripts++}`;
    const writer = await openTestStore(file);
    await writer.store.journal.create(id, draft, undefined, writing);
    let live = draft;
    let revision = 0;
    for (const edits of script) {
      const tr = new Transform(live);
      for (const each of edits) each(tr);
      ({ revision } = await writer.store.journal.append(id, revision, tr.steps.map((step) => step.toJSON() as object), writing));
      live = tr.doc;
    }
    const told = await writer.store.documents.summary(id);
    // Half of the scripts leave as if killed: what is read then is the first snapshot and every step.
    if (scripts % 2 === 0) writer.db.close();
    else writer.store.close();
    const reader = await openTestStore(file);
    const read = await reader.store.journal.open(id, writing.at);
    const { title: name, document_number, addressee, words } = summarise(live);
    const quarantined = await reader.store.documents.quarantined(id);
    reader.store.close();
    expect(read.doc.toJSON()).toEqual(live.toJSON());
    expect([read.revision, quarantined]).toEqual([revision, 0]);
    expect(told).toMatchObject({ title: name, documentNumber: document_number, addressee, words, revision });
  }), runs(120));
}, 60_000);
