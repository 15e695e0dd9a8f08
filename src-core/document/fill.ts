import { Fragment, Node } from 'prosemirror-model';
import type { Schema } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { fieldsIn, fillPattern, isPatternEmpty } from '../template/pattern.ts';
import type { Element, Field, FieldValue, FieldValues, Template } from '../template/template.ts';
import { CELL } from '../units/length.ts';
import { annexField, changeAnnexNames } from './annex-names.ts';
import { textOf } from './elements.ts';
import { isRole, ROLES } from './roles.ts';
import { schema as coreSchema } from './schema.ts';
import type { MarkName, NodeName } from './schema.ts';

export type DocumentSchema = Schema<NodeName, MarkName>;

/** A fresh document: the template's elements with these field values. Missing values take the fields' defaults, then blanks. */
export function createDocument(template: Template, values: FieldValues): Node {
  const fields = withDefaults(template, values);
  const blocks = template.elements.flatMap((element) => buildElement(coreSchema, template, element, fields));
  const content = blocks.length > 0 ? blocks : [coreSchema.nodes.para.create()];
  return coreSchema.nodes.doc.create({ template: template.id, fields, numbering: template.numbering ?? 'standard' }, content);
}

/** Field values with the template's defaults where none is given. */
export function withDefaults(template: Template, values: FieldValues): FieldValues {
  const defaults = template.fields.filter((field) => field.default !== undefined).map((field) => [field.id, field.default!] as const);
  return { ...Object.fromEntries(defaults), ...values };
}

/**
 * Changes field values of a document: every paragraph a template element built is rewritten to the new values, unless a
 * person has rewritten it since (then it stays as it is). Optional elements appear and vanish with their values.
 * Steps are added to `tr`, so that one undo takes the change back.
 */
export function changeFields(tr: Transform, template: Template, changed: FieldValues): void {
  const before = withDefaults(template, tr.doc.attrs.fields as FieldValues);
  const after = { ...before, ...changed };
  const touched = new Set(Object.keys(changed).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(after[id])));
  if (touched.size === 0) return;
  // The editor's schema is an equal, not the same one; nodes of the two must never meet in one document.
  const schema = tr.doc.type.schema as DocumentSchema;
  const annexes = annexField(template);
  for (const [index, element] of template.elements.entries()) {
    if (annexes !== undefined && element.repeat === annexes) continue;
    const uses = element.repeat === undefined ? fieldsIn(element.text) : [...fieldsIn(element.text), element.repeat];
    if (!uses.some((id) => touched.has(id))) continue;
    rewriteElement(tr, template, index, buildElement(schema, template, element, before), buildElement(schema, template, element, after));
  }
  if (annexes !== undefined && touched.has(annexes)) changeAnnexNames(tr, listOf(after[annexes]));
  tr.setDocAttribute('fields', after);
}

/** Slots whose paragraphs a person has rewritten or removed: a changed field no longer reaches them. */
export function rewrittenSlots(doc: Node, template: Template): string[] {
  const fields = withDefaults(template, doc.attrs.fields as FieldValues);
  const annexes = annexField(template);
  return template.elements
    .filter((element) => element.role !== 'table' && (annexes === undefined || element.repeat !== annexes) && fieldsIn(element.text).length > 0)
    .filter((element) => !sameBlocks(slotNodes(doc, element.slot).map((placed) => placed.node), buildElement(coreSchema, template, element, fields)))
    .map((element) => element.slot);
}

/** The blocks of an element with these values: none where an optional one has nothing to say. */
export function buildElement(schema: DocumentSchema, template: Template, element: Element, fields: FieldValues): Node[] {
  if (element.content !== undefined) return [buildKept(schema, element)];
  if (element.table) return element.optional && isPatternEmpty(element.text, fields) ? [] : [buildTable(schema, element)];
  const blanks = Object.fromEntries(template.fields.filter((field) => field.blank !== undefined).map((field) => [field.id, field.blank!]));
  const attrs = { role: element.role, level: element.level ?? 0, slot: element.slot, landscape: element.landscape ?? false, numbering: element.numbering ?? null };
  const build = (values: FieldValues): Node[] => {
    if (element.optional && isPatternEmpty(element.text, values)) return [];
    const text = fillPattern(element.text, values, blanks);
    return [schema.nodes.para.create(attrs, text === '' ? null : schema.text(text))];
  };
  if (element.repeat === undefined) return build(fields);
  // An annex is a page of its own to write on.
  return listOf(fields[element.repeat]).flatMap((item) => [...build({ ...fields, item }), ...(element.role === 'annex' ? [schema.nodes.para.create()] : [])]);
}

/** A value in the form its field has; undefined where it cannot have it. */
export function fitValue({ input, options }: Field, value: FieldValue | undefined): FieldValue | undefined {
  if (value === undefined) return undefined;
  if (input === 'list') return typeof value === 'string' ? [value] : value;
  const text = typeof value === 'string' ? value : value.join('、');
  return options && !options.some((option) => option.value === text) ? undefined : text;
}

const listOf = (value: FieldValue | undefined): readonly string[] => (typeof value === 'string' ? [value] : (value ?? []));

/** What stands in every document just so. Anchors stay: references among the kept parts go on pointing to them. */
function buildKept(schema: DocumentSchema, element: Element): Node {
  const kept = Node.fromJSON(schema, element.content);
  return kept.type.create({ ...kept.attrs, slot: element.slot }, kept.content);
}

function buildTable(schema: DocumentSchema, element: Element): Node {
  const { heads, widths, rows } = element.table!;
  const row = (texts: readonly string[], header: boolean): Node =>
    schema.nodes.tableRow.create({ header }, texts.map((text, column) =>
      schema.nodes.tableCell.create({ colwidth: [widths[column]! * CELL] }, schema.nodes.para.create(null, text === '' ? null : schema.text(text)))));
  const body = Array.from({ length: rows }, () => row(heads.map(() => ''), false));
  return schema.nodes.table.create({ slot: element.slot }, [row(heads, true), ...body]);
}

/** Paragraphs no element built that read exactly as the template would write them: they may take that element's slot, so that a changed field reaches them. */
export function slotsToClaim(doc: Node, template: Template, fields: FieldValues): ReadonlyMap<Node, string> {
  const built = createDocument(template, fields).children.filter((para) => para.isTextblock && textOf(para) !== '' && slotNodes(doc, para.attrs.slot as string).length === 0);
  const slots = new Map<Node, string>();
  for (const block of doc.children) {
    const index = block.isTextblock && block.attrs.slot === null ? built.findIndex((para) => para.attrs.role === block.attrs.role && textOf(para) === textOf(block)) : -1;
    if (index >= 0) slots.set(block, built.splice(index, 1)[0]!.attrs.slot as string);
  }
  return slots;
}

/** A block of a document and where it stands. */
export interface Placed {
  readonly node: Node;
  readonly pos: number;
}

const slotsOf = new WeakMap<Node, ReadonlyMap<unknown, readonly Placed[]>>();
const NONE: readonly Placed[] = [];

/** The blocks a template element stands in. A document never changes and is asked for each of its slots: it is walked once. */
export function slotNodes(doc: Node, slot: string): readonly Placed[] {
  let slots = slotsOf.get(doc);
  if (!slots) {
    const found = new Map<unknown, Placed[]>();
    doc.forEach((node, pos) => {
      const name: unknown = node.attrs.slot;
      if (typeof name !== 'string') return;
      const same = found.get(name);
      if (same) same.push({ node, pos });
      else found.set(name, [{ node, pos }]);
    });
    slotsOf.set(doc, (slots = found));
  }
  return slots.get(slot) ?? NONE;
}

/** Alike as far as a template goes: the same text, and for a table the very same table. */
export const sameBlocks = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, index) => (node.isTextblock ? textOf(node) === textOf(b[index]!) : node.eq(b[index]!)));

function rewriteElement(tr: Transform, template: Template, index: number, before: readonly Node[], after: readonly Node[]): void {
  const placed = slotNodes(tr.doc, template.elements[index]!.slot);
  if (!sameBlocks(placed.map((item) => item.node), before) || sameBlocks(before, after)) return;
  if (placed.length === 1 && after.length === 1) {
    replaceDifference(tr, placed[0]!, textOf(after[0]!));
    return;
  }
  if (placed.length === 0) {
    tr.insert(insertionPoint(tr.doc, template, index), Fragment.from(after));
    return;
  }
  const first = placed[0]!;
  const last = placed[placed.length - 1]!;
  const contiguous = last.pos + last.node.nodeSize - first.pos === placed.reduce((size, item) => size + item.node.nodeSize, 0);
  if (!contiguous || (after.length === 0 && tr.doc.childCount === placed.length)) return;
  tr.replaceWith(first.pos, last.pos + last.node.nodeSize, withTies(after, placed));
}

/** What points to a paragraph, and what it points to, goes over to the one that takes its place: of the same text, else the same in order. */
function withTies(after: readonly Node[], placed: readonly Placed[]): Node[] {
  const left = [...placed];
  const take = (matches: (old: Node, index: number) => boolean): Node | undefined => {
    const index = left.findIndex(({ node }) => matches(node, placed.findIndex((each) => each.node === node)));
    return index < 0 ? undefined : left.splice(index, 1)[0]!.node;
  };
  const same = after.map((node) => (node.isTextblock ? take((old) => textOf(old) === textOf(node)) : undefined));
  return after.map((node, index) => {
    const old = same[index] ?? (node.isTextblock && after.length === placed.length ? take((_, place) => place === index) : undefined);
    return old ? node.type.create({ ...node.attrs, anchor: old.attrs.anchor as unknown, annex: old.attrs.annex as unknown }, node.content, node.marks) : node;
  });
}

/** Gives a paragraph another text: only the characters that differ are replaced, so that a caret or a comment beside them stays where it is. */
export function replaceDifference(tr: Transform, { node, pos }: Placed, text: string): void {
  const { schema } = node.type;
  const old = textOf(node);
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start++;
  let end = 0;
  while (end < old.length - start && end < text.length - start && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
  const middle = text.slice(start, text.length - end);
  // Line breaks a person put into a title shift positions; then the whole text is rewritten.
  if (node.content.size !== old.length) tr.replaceWith(pos + 1, pos + 1 + node.content.size, text === '' ? Fragment.empty : schema.text(text));
  else tr.replaceWith(pos + 1 + start, pos + 1 + old.length - end, middle === '' ? Fragment.empty : schema.text(middle));
}

/**
 * Before the nearest later element that stands in the document (what a person wrote after an earlier one stays above),
 * else at the end for the 版记, else after the nearest earlier element.
 */
export function insertionPoint(doc: Node, template: Template, index: number): number {
  for (const later of template.elements.slice(index + 1)) {
    const placed = slotNodes(doc, later.slot)[0];
    if (placed) return placed.pos;
  }
  const role = template.elements[index]!.role;
  if (isRole(role) && ROLES[role].part === 'imprint') return doc.content.size;
  for (const earlier of template.elements.slice(0, index).reverse()) {
    const placed = slotNodes(doc, earlier.slot).at(-1);
    if (placed) return placed.pos + placed.node.nodeSize;
  }
  return doc.content.size;
}
