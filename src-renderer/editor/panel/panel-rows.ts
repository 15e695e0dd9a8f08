import type { Node } from '@tiptap/pm/model';
import { findOwn, textOf } from '#core/document/elements.ts';
import { rewrittenSlots } from '#core/document/fill.ts';
import { hasLevels, ROLE_NAMES, ROLES } from '#core/document/roles.ts';
import type { Part, Role } from '#core/document/roles.ts';
import { fieldsIn, fillPieces } from '#core/template/pattern.ts';
import type { Field, FieldValue, FieldValues, Template } from '#core/template/template.ts';
import type { Framed } from '../behaviour/places.ts';
import { currentValues, isMissing, slotParagraphs } from './field-values.ts';

export interface FieldRow {
  readonly kind: 'field';
  readonly key: string;
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly isMissing: boolean;
  /** Every place this field would reach has been rewritten by a person. */
  readonly isRewritten: boolean;
}

/** An element of the paper that no field stands for: its paragraph, seen from the panel. */
export interface ElementRow {
  readonly kind: 'element';
  readonly key: string;
  readonly role: Role;
  readonly text: string;
}

export type PanelRow = FieldRow | ElementRow;
export interface PanelGroup {
  readonly part: Part;
  readonly name: string;
  readonly rows: readonly PanelRow[];
  readonly missing: number;
}

const PARTS: readonly (readonly [Part, string])[] = [['masthead', '版头'], ['main', '主体'], ['imprint', '版记']];

/** Elements that a panel shows even where the document has none yet. */
const ALWAYS: readonly Role[] = ['documentNumber', 'title', 'addressee', 'signature', 'date', 'copyTo'];
/** Elements whose text belongs to the paper alone. */
const NEVER: readonly Role[] = ['heading', 'article', 'body', 'annex', 'embedded', 'attachmentNote'];

/** The 要素 panel of a document: its template's fields, and as two-way views the elements no field stands for. */
export function panelGroups(doc: Node, template: Template | null): PanelGroup[] {
  const values: FieldValues = template ? currentValues(doc, template) : {};
  const settled = template ? doc.type.create({ ...doc.attrs, fields: values }, doc.content) : doc;
  const rewritten = new Set(template ? rewrittenSlots(settled, template) : []);
  const fields = (template?.fields ?? []).map((field): FieldRow & { part: Part } => {
    const slots = slotsOf(template!, field.id);
    const isRewritten = slots.length > 0 && slots.every((slot) => rewritten.has(slot) && slotParagraphs(doc, slot).length > 0);
    return { kind: 'field', key: `field:${field.id}`, part: field.part, field, value: values[field.id], isRewritten, isMissing: !isRewritten && isMissing(field, values[field.id]) };
  });
  const elements = ROLE_NAMES.filter((role) => !NEVER.includes(role) && !isCovered(template, role, rewritten)).flatMap((role): (ElementRow & { part: Part })[] => {
    const place = findOwn(doc, role)[0];
    if (!place && !(template === null && ALWAYS.includes(role))) return [];
    return [{ kind: 'element', key: `element:${role}`, part: ROLES[role].part, role, text: place ? textOf(place.node) : '' }];
  });
  return PARTS.map(([part, name]) => {
    const own = fields.filter((row) => row.part === part);
    return { part, name, rows: [...own, ...elements.filter((row) => row.part === part)], missing: own.filter((row) => row.isMissing).length };
  }).filter((group) => group.rows.length > 0);
}

/**
 * The panel of each document in turn; the same one again while only the text proper has changed, where most keys fall: nothing in the
 * panel hangs on its words.
 */
export function followPanelGroups(template: Template | null): (doc: Node) => PanelGroup[] {
  let known: { readonly attrs: Node['attrs']; readonly elements: readonly Node[]; readonly groups: PanelGroup[] } | null = null;
  return (doc) => {
    const elements = doc.children.filter((block) => !isTextProper(block));
    const isKnown = known?.attrs === doc.attrs && known.elements.length === elements.length && elements.every((block, index) => block === known!.elements[index]);
    if (!isKnown) known = { attrs: doc.attrs, elements, groups: panelGroups(doc, template) };
    return known!.groups;
  };
}

/** Headings, articles and body paragraphs that no element of a template put there. */
const isTextProper = ({ type, attrs }: Node): boolean => type.name === 'para' && attrs.slot === null && (attrs.role === 'body' || hasLevels(attrs.role as Role));

const slotsOf = (template: Template, id: string): string[] =>
  template.elements.filter((element) => fieldsIn(element.text).includes(id) || element.repeat === id).map((element) => element.slot);

/** Whether one field alone says what this element holds, and still reaches it. */
function isCovered(template: Template | null, role: Role, rewritten: ReadonlySet<string>): boolean {
  return template?.elements.some((element) => element.role === role && fieldsIn(element.text).length === 1 && !rewritten.has(element.slot)) ?? false;
}

/** Where a row stands on the paper: the very characters a field filled, where they can be told apart, else the paragraphs. */
export function placesOf(doc: Node, template: Template | null, row: PanelRow): Framed[] {
  if (row.kind === 'element') return findOwn(doc, row.role).map(({ node, pos }) => ({ from: pos + 1, to: pos + 1 + node.content.size }));
  const values = currentValues(doc, template!);
  const blanks = Object.fromEntries(template!.fields.filter((field) => field.blank !== undefined).map((field) => [field.id, field.blank!]));
  return template!.elements.filter((element) => fieldsIn(element.text).includes(row.field.id)).flatMap((element) =>
    slotParagraphs(doc, element.slot).flatMap(({ node, pos }) => {
      const pieces = fillPieces(element.text, values, blanks);
      if (pieces.map((piece) => piece.text).join('') !== textOf(node) || textOf(node).length !== node.content.size) return [{ from: pos + 1, to: pos + 1 + node.content.size }];
      let at = pos + 1;
      return pieces.flatMap((piece) => {
        const from = at;
        at += piece.text.length;
        return piece.field === row.field.id ? [{ from, to: at }] : [];
      });
    })).filter(({ from, to }) => from < to);
}

/** The row that stands for the place of the caret; null where it is in the body. */
export function rowAt(doc: Node, template: Template | null, groups: readonly PanelGroup[], pos: number): string | null {
  const index = doc.childCount > 0 ? doc.resolve(pos).index(0) : 0;
  const para = doc.maybeChild(index);
  if (para?.type.name !== 'para' || isTextProper(para) || hasLevels(para.attrs.role as Role)) return null;
  for (const row of groups.flatMap((group) => group.rows)) if (placesOf(doc, template, row).some(({ from, to }) => from <= pos && pos <= to)) return row.key;
  return null;
}
