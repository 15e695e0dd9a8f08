import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { annexField, annexNames } from '#core/document/annex-names.ts';
import { textOf } from '#core/document/elements.ts';
import { changeFields, rewrittenSlots, slotNodes, withDefaults } from '#core/document/fill.ts';
import { fieldsIn, fillPattern, isEmpty } from '#core/template/pattern.ts';
import type { Element, Field, FieldValue, FieldValues, Template } from '#core/template/template.ts';
import { readOfficialDate } from '#core/units/date.ts';

/**
 * The values of a template's fields as the paper shows them now: where a person has written a new 发文字号 or 成文日期 straight
 * onto the paper, the field follows, if its element holds nothing but that one field and no other element uses it.
 */
export function currentValues(doc: Node, template: Template): FieldValues {
  const known = read.get(doc);
  if (known?.template === template) return known.values;
  const values = readValues(doc, template);
  read.set(doc, { template, values });
  return values;
}

/** What was read from a document last: the panel asks for each of its rows. */
const read = new WeakMap<Node, { readonly template: Template; readonly values: FieldValues }>();

function readValues(doc: Node, template: Template): FieldValues {
  const stored = withDefaults(template, doc.attrs.fields as FieldValues);
  const values: Record<string, FieldValue> = { ...stored };
  for (const slot of rewrittenSlots(doc, template)) {
    const element = template.elements.find((each) => each.slot === slot)!;
    const back = readBack(doc, template, element);
    if (back) values[back.field.id] = back.value;
  }
  const annexes = annexField(template);
  if (annexes !== undefined) {
    const names = annexNames(doc);
    if (names.length > 0 || !isEmpty(values[annexes])) values[annexes] = names;
  }
  return values;
}

function readBack(doc: Node, template: Template, element: Element): { field: Field; value: FieldValue } | null {
  const [id, ...more] = fieldsIn(element.text);
  const field = template.fields.find((each) => each.id === id);
  const match = /^([^{}[\]]*)\{[A-Za-z0-9]+(\|date)?\}([^{}[\]]*)$/.exec(element.text);
  if (!field || more.length > 0 || element.repeat !== undefined || !match) return null;
  // The name of an annex stands in the 附件说明 and above the annex: what both say alike is the field's.
  const others = template.elements.filter((each) => each !== element && each.role !== 'table' && fieldsIn(each.text).includes(field.id));
  const paras = slotParagraphs(doc, element.slot);
  if (paras.length !== 1) return null;
  const says = (each: Element): boolean => each.text === element.text && slotParagraphs(doc, each.slot).length === 1 && textOf(slotParagraphs(doc, each.slot)[0]!.node) === textOf(paras[0]!.node);
  if (!others.every(says)) return null;
  const text = textOf(paras[0]!.node);
  const [, before, date, after] = match as unknown as [string, string, string | undefined, string];
  if (text.length <= before.length + after.length || !text.startsWith(before) || !text.endsWith(after)) return null;
  const inside = text.slice(before.length, text.length - after.length);
  const value = date ? readOfficialDate(inside) : field.input === 'list' ? inside.split('、') : inside;
  if (value === undefined || (field.input === 'choice' && !field.options?.some((option) => option.value === value))) return null;
  return fillPattern(element.text, { [field.id]: value }) === text ? { field, value } : null;
}

/** Writes field values into the document and every element they stand in; what a person has rewritten stays. */
export function setFields(tr: Transaction, template: Template, changed: FieldValues): Transaction {
  syncFields(tr, template);
  changeFields(tr, template, changed);
  return tr;
}

/** Makes the stored values agree with the paper. Adds no step when they do. */
export function syncFields(tr: Transaction, template: Template): Transaction {
  const current = currentValues(tr.doc, template);
  const stored = withDefaults(template, tr.doc.attrs.fields as FieldValues);
  const differs = Object.keys(current).some((id) => JSON.stringify(current[id]) !== JSON.stringify(stored[id]));
  return differs ? tr.setDocAttribute('fields', current) : tr;
}

/** The paragraphs a template element stands in. */
export const slotParagraphs = (doc: Node, slot: string): { readonly node: Node; readonly pos: number }[] => slotNodes(doc, slot).filter(({ node }) => node.type.name === 'para');

/** A number whose digits are still to come: 照保函〔2026〕号. */
const UNNUMBERED = /〔\d{4}〕\s*号$/;

/** Whether a required field is empty or only begun. */
export function isMissing(field: Field, value: FieldValue | undefined): boolean {
  if (!field.required) return false;
  return isEmpty(value) || (typeof value === 'string' && UNNUMBERED.test(value));
}
