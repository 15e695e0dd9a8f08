import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { schema } from '#core/document/schema.ts';
import type { MarkName, NodeName } from '#core/document/schema.ts';
import { elements } from '#renderer/editor/extensions/elements.ts';

const editor = getSchema([...elements]);

/** What decides which documents are valid; looks (parseDOM, toDOM) are the editor's own. */
const STRUCTURE = [
  'content', 'marks', 'group', 'inline', 'atom', 'selectable', 'draggable', 'code', 'whitespace', 'defining', 'isolating', 'tableRole', 'leafText',
  'inclusive', 'excludes', 'spanning',
];

const structure = (type: { spec: object }): object => {
  const spec = type.spec as Record<string, unknown>;
  const attrs = Object.fromEntries(Object.entries((spec.attrs ?? {}) as Record<string, { default?: unknown }>).map(([name, attr]) => [
    name, Object.hasOwn(attr, 'default') ? { default: attr.default } : {},
  ]));
  return { ...Object.fromEntries(STRUCTURE.filter((field) => spec[field] !== undefined).map((field) => [field, spec[field]])), attrs };
};

test('编辑器的节点与文稿模型一一对应，次序相同', () => {
  expect(Object.keys(editor.nodes)).toEqual(Object.keys(schema.nodes));
  expect(editor.topNodeType.name).toBe('doc');
});

test('编辑器的标记与文稿模型一一对应，次序相同', () => {
  expect(Object.keys(editor.marks)).toEqual(Object.keys(schema.marks));
});

test.each(Object.keys(schema.nodes))('节点 %s 的内容、属性和默认值相同', (name) => {
  expect(structure(editor.nodes[name]!)).toEqual(structure(schema.nodes[name as NodeName]!));
});

test.each(Object.keys(schema.marks))('标记 %s 的属性、默认值和互斥关系相同', (name) => {
  const [ours, theirs] = [editor.marks[name]!, schema.marks[name as MarkName]!];
  expect(structure(ours)).toEqual(structure(theirs));
  for (const other of Object.keys(schema.marks)) {
    expect(ours.excludes(editor.marks[other]!)).toBe(theirs.excludes(schema.marks[other as MarkName]!));
  }
});
