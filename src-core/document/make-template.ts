import type { Node } from 'prosemirror-model';
import type { WrittenTemplate } from '../template/inherit.ts';
import { fieldsIn, isPlainPattern } from '../template/pattern.ts';
import { TEMPLATE_VERSION } from '../template/template.ts';
import type { Element, Field, Template } from '../template/template.ts';
import { roleOf, textOf } from './elements.ts';
import type { TemplatePart } from './propose-template.ts';
import { paragraphAttributes } from './schema.ts';

/** What a template is called and where it stands. */
export interface TemplateFacts {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly description: string;
}

/**
 * A template from a draft, written as what it changes in `base` (inherit.ts): 文种, look and whatever stands there unchanged are
 * taken over. `own` is the template the draft was made with, whose elements the parts treated as `template` keep.
 */
export function makeTemplate(doc: Node, own: Template | null, base: Template, parts: readonly TemplatePart[], facts: TemplateFacts): WrittenTemplate {
  const elements: Element[] = [];
  const fields = new Map<string, Field>();
  const slots = new Set<string>();
  const add = (element: Omit<Element, 'slot'>, wanted: string): void => {
    let slot = wanted;
    for (let n = 2; slots.has(slot); n++) slot = `${wanted}${n}`;
    slots.add(slot);
    elements.push({ slot, ...element });
  };
  const keep = (block: Node): void => add(fixedElement(block), (block.attrs.slot as string | null) ?? roleOf(block) ?? 'table');
  for (const part of parts) {
    const blocks = doc.children.slice(part.from, part.to);
    if (part.treatment === 'template' && part.element) {
      const { slot, ...element } = part.element;
      add(element, slot);
      const used = new Set([...fieldsIn(element.text), ...(element.repeat === undefined ? [] : [element.repeat])]);
      for (const field of own?.fields ?? []) if (used.has(field.id)) fields.set(field.id, field);
    } else if (part.treatment === 'field' && part.field) {
      const { field, pattern, optional } = part.field;
      if (!fields.has(field.id)) fields.set(field.id, field);
      add({ role: roleOf(blocks[0]!)!, text: pattern, ...(optional && { optional }) }, field.id);
    } else if (part.treatment === 'fixed') blocks.forEach(keep);
    else if (part.treatment === 'free') {
      if (roleOf(blocks[0]!) === 'heading') keep(blocks[0]!);
      add({ role: 'body', text: '' }, 'draft');
    }
  }
  // 落款 and the like stand in no element: they say how the paper looks.
  const written = new Set((own?.elements ?? []).flatMap((element) => [...fieldsIn(element.text), ...(element.repeat === undefined ? [] : [element.repeat])]));
  for (const field of own?.fields ?? []) if (!written.has(field.id)) fields.set(field.id, field);
  // In the order of the form, which is that of the template it comes from; what is new follows in the order of the paper.
  const ordered = [...(own?.fields ?? []).filter((field) => fields.has(field.id)), ...[...fields.values()].filter((field) => !own?.fields.some((each) => each.id === field.id))];
  const numbering = doc.attrs.numbering as Template['numbering'];
  return {
    id: facts.id, version: TEMPLATE_VERSION, extends: base.id, name: facts.name, group: facts.group, description: facts.description, order: null,
    ...(numbering !== (base.numbering ?? 'standard') && { numbering }),
    fields: changes(base.fields, ordered, 'id'), elements: changes(base.elements, elements, 'slot'),
  };
}

/** A paragraph that is nothing but plain words is written as such; any other, and a table, as the document has it. */
function fixedElement(block: Node): Omit<Element, 'slot'> {
  const role = roleOf(block) ?? 'table';
  const level = block.isTextblock ? (block.attrs.level as number) : 0;
  const isPlain = block.isTextblock && isPlainPattern(block.textContent) && block.children.every((child) => child.isText && child.marks.length === 0) && !hasOwnAttributes(block);
  if (isPlain) return { role, text: textOf(block), ...(level > 0 && { level }), ...(block.attrs.landscape === true && { landscape: true }) };
  return { role, text: '', ...(level > 0 && { level }), content: withoutReview(block).toJSON() as unknown };
}

const WRITTEN = new Set(['role', 'level', 'landscape', 'slot']);

function hasOwnAttributes(para: Node): boolean {
  return Object.entries(paragraphAttributes).some(([name, { default: usual }]) => !WRITTEN.has(name) && JSON.stringify(para.attrs[name]) !== JSON.stringify(usual));
}

/** Without comments, and with tracked changes as if accepted: they belong to the draft, not to the template. */
function withoutReview(node: Node): Node {
  if (node.isText) return node.mark(node.marks.filter((mark) => !REVIEW.has(mark.type.name)));
  const children = node.children.filter((child) => !child.marks.some((mark) => mark.type.name === 'del')).map(withoutReview);
  const attrs = { ...node.attrs, ...('slot' in node.attrs && { slot: null }), ...('commentIds' in node.attrs && { commentIds: null }), ...('tc' in node.attrs && { tc: null }) };
  return node.type.create(attrs, children);
}

const REVIEW = new Set(['ins', 'fmt', 'comment']);

type Entry = Readonly<Record<string, unknown>>;

/** Entries as `inherit` merges them back: what the base has and we have not is removed, members it has alike are not said again. */
function changes(base: readonly (Field | Element)[], own: readonly (Field | Element)[], key: 'id' | 'slot'): Entry[] {
  const plain = (entry: Field | Element): Entry => entry as unknown as Entry;
  const removed = base.filter((entry) => !own.some((each) => plain(each)[key] === plain(entry)[key])).map((entry) => ({ [key]: plain(entry)[key], remove: true }));
  return [...removed, ...own.map((entry, index) => {
    const above = base.find((each) => plain(each)[key] === plain(entry)[key]);
    const said = Object.entries(plain(entry)).filter(([name, value]) => name !== key && (!above || JSON.stringify(plain(above)[name]) !== JSON.stringify(value)));
    const taken = above ? Object.keys(above).filter((name) => !(name in entry)).map((name) => [name, null] as const) : [];
    return { [key]: plain(entry)[key], after: index === 0 ? null : plain(own[index - 1]!)[key], ...Object.fromEntries([...said, ...taken]) };
  })];
}
