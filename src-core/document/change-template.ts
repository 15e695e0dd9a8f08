import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { fieldsIn, isEmpty } from '../template/pattern.ts';
import { WENZHONG } from '../template/template.ts';
import type { Element, FieldValue, FieldValues, Template } from '../template/template.ts';
import { annexField, annexNames } from './annex-names.ts';
import { findOwn, findParagraphs, placeOfRole, roleOf, textOf } from './elements.ts';
import { buildElement, fitValue, insertionPoint, replaceDifference, sameBlocks, slotNodes, slotsToClaim, withDefaults } from './fill.ts';
import type { DocumentSchema, Placed } from './fill.ts';
import type { Role } from './roles.ts';

/** What a change of template took off the paper: elements the new one has no place for. Their values stay among the fields. */
export interface TemplateChange {
  readonly taken: readonly Role[];
}

/**
 * Puts a draft under another template (改换文种), in steps of one undo. What stands as the old template wrote it is written as the new one has it, or goes where the
 * new one has no place for it; its value stays among the fields, so that changing back brings it again. What a person has written stays, but for the 文种 the title
 * ends in. `read` is what the text says of the new template's fields; what was filled in goes before it.
 */
export function changeTemplate(tr: Transform, from: Template | null, to: Template, read: FieldValues): TemplateChange {
  const stored = tr.doc.attrs.fields as FieldValues;
  const before = from ? withDefaults(from, stored) : stored;
  const isBlank = from !== null && isUnwritten(tr.doc, from, before);
  const values = valuesFor(to, stored, read, isBlank ? [] : annexNames(tr.doc));
  const { fates, partners } = fatesOf(tr.doc, from, to, { before, values, isBlank });
  // From the back: places before a change stay where they are.
  for (const fate of fates.toSorted((a, b) => b.placed.pos - a.placed.pos)) settle(tr, fate);
  rewordTitle(tr, from, to);
  const claims = slotsToClaim(tr.doc, to, values);
  tr.doc.forEach((block, pos) => claims.has(block) && tr.setNodeAttribute(pos, 'slot', claims.get(block)!));
  const rest = tr.doc;
  for (const [index, element] of to.elements.entries()) {
    if (partners.has(element) || slotNodes(tr.doc, element.slot).length > 0 || !mayAppear(rest, from, element, isBlank, values)) continue;
    const blocks = build(tr.doc, to, element, values);
    if (blocks.length > 0) tr.insert(isBlank ? insertionPoint(tr.doc, to, index) : placeOfRole(tr.doc, element.role as Role), blocks);
  }
  if (tr.doc.attrs.numbering === (from?.numbering ?? 'standard') && !tr.doc.children.some(isNumbered)) tr.setDocAttribute('numbering', to.numbering ?? 'standard');
  tr.setDocAttribute('fields', { ...stored, ...values });
  tr.setDocAttribute('template', to.id);
  return { taken: fates.flatMap(({ taken }) => (taken === undefined ? [] : [taken])) };
}

/** What becomes of a block the old template built. */
interface Fate {
  readonly placed: Placed;
  /** The element it stands for from now on; null for none. */
  readonly slot: string | null;
  /** Its new words; null where it keeps those it has, none where it goes. */
  readonly blocks: readonly Node[] | null;
  /** Named among what went. */
  readonly taken?: Role | undefined;
}

interface Known {
  readonly before: FieldValues;
  readonly values: FieldValues;
  readonly isBlank: boolean;
}

function fatesOf(doc: Node, from: Template | null, to: Template, { before, values, isBlank }: Known): { fates: Fate[]; partners: ReadonlySet<Element> } {
  const partners = new Set<Element>();
  const used = new Set(to.elements.flatMap(fieldsOf));
  const isDefault = (id: string): boolean => from!.fields.some((field) => field.id === id && JSON.stringify(field.default) === JSON.stringify(before[id]));
  const isSaidOnlyHere = (element: Element): boolean => fieldsOf(element).some((id) => !isEmpty(before[id]) && !isDefault(id) && !used.has(id));
  const fates = (from?.elements ?? []).flatMap((element): Fate[] => {
    const placed = slotNodes(doc, element.slot);
    if (placed.length === 0) return [];
    const left = to.elements.filter((each) => !partners.has(each) && each.role === element.role);
    const partner = left.find(({ slot }) => slot === element.slot) ?? left.find(({ role }) => role !== 'body' && role !== 'table');
    if (partner) partners.add(partner);
    const keep = (slot: string | null | undefined): Fate[] => placed.map((each) => ({ placed: each, slot: slot ?? null, blocks: null }));
    // What stands below the name of an annex or of a document sent along is a person's; each of several is on its own.
    if (!isBlank && isBelow(element)) return keep(placed.length > 1 && annexField(to) === undefined ? null : partner?.slot);
    const isOurs = sameBlocks(placed.map(({ node }) => node), build(doc, from!, element, before)) && textOf(placed[0]!.node) !== '';
    if (!isOurs) return keep(partner?.slot);
    const isTied = placed.some(({ node }) => (node.attrs.anchor ?? node.attrs.commentIds ?? null) !== null);
    const isFilled = isSaidOnlyHere(element);
    if (!partner) {
      // A sentence with what was filled in is the text's, as are headings over it and all that neither opens nor closes it; a 签发人 is no longer wanted.
      const isOfText = isNumbered(placed[0]!.node) || (element.role === 'body' && (isFilled || !/^(?:opening|closing)$/.test(element.slot)));
      if (isTied || (isOfText && !isBlank)) return keep(null);
      return placed.map((each, index) => ({ placed: each, slot: null, blocks: [], ...(isFilled && index === 0 ? { taken: element.role as Role } : {}) }));
    }
    // Words are not given up for blanks.
    const isKnown = fieldsOf(partner).every((id) => !isEmpty(values[id]));
    const after = isKnown || !isFilled ? build(doc, to, partner, values) : [];
    if (after.length === 0 || (isTied && after.length !== placed.length)) return keep(partner.optional ? null : partner.slot);
    return placed.map((each, index) => ({ placed: each, slot: partner.slot, blocks: index < placed.length - 1 ? after.slice(index, index + 1) : after.slice(index) }));
  });
  return { fates, partners };
}

function settle(tr: Transform, { placed: { node, pos }, slot, blocks }: Fate): void {
  const [first, ...more] = blocks ?? [];
  if (blocks !== null && !first) {
    if (tr.doc.childCount > 1) tr.delete(pos, pos + node.nodeSize);
    return;
  }
  tr.setNodeAttribute(pos, 'slot', slot);
  if (!first) return;
  if (!node.isTextblock || !first.isTextblock) {
    tr.replaceWith(pos, pos + node.nodeSize, blocks!);
    return;
  }
  tr.setNodeAttribute(pos, 'level', first.attrs.level);
  if (more.length > 0) tr.insert(pos + node.nodeSize, more);
  replaceDifference(tr, { node, pos }, textOf(first));
}

const build = (doc: Node, template: Template, element: Element, values: FieldValues): Node[] => buildElement(doc.type.schema as DocumentSchema, template, element, values);
/** What stands for an empty field: ××××年×月×日, 第×号. */
const isBlankWords = (text: string): boolean => /××|[^\u4e00-\u9fff]×|第×/.test(text);
const isBelow = ({ role }: Element): boolean => role === 'annex' || role === 'attachmentNote' || role === 'embedded';
const isNumbered = (block: Node): boolean => roleOf(block) === 'heading' || roleOf(block) === 'article';
const fieldsOf = ({ text, repeat }: Element): string[] => [...fieldsIn(text).filter((id) => id !== 'item'), ...(repeat === undefined ? [] : [repeat])];

/** What the fields of the new template hold: what was filled in, else what the text says; its own defaults where neither is. */
function valuesFor(to: Template, stored: FieldValues, read: FieldValues, names: readonly string[]): FieldValues {
  const annexes = annexField(to);
  const known = to.fields.flatMap((field): [string, FieldValue][] => {
    if (field.id === annexes && names.length > 0) return [[field.id, names]];
    const value = [stored[field.id], read[field.id]].map((each) => fitValue(field, each)).find((each) => !isEmpty(each) && !isBlankWords(String(each)));
    return value === undefined ? [] : [[field.id, value]];
  });
  return withDefaults(to, Object.fromEntries(known));
}

/** Nothing of the text is a person's: it stands as the template wrote it. */
function isUnwritten(doc: Node, from: Template, fields: FieldValues): boolean {
  const ours = new Set(from.elements.flatMap((element) => {
    const placed = slotNodes(doc, element.slot).map(({ node }) => node);
    return sameBlocks(placed, build(doc, from, element, fields)) ? placed : [];
  }));
  return doc.children.every((block) => ours.has(block) || (roleOf(block) === 'body' ? textOf(block) === '' : roleOf(block) !== null && !isNumbered(block)));
}

/** An element the draft has not: what belongs to the text comes while nobody has written in it, others where the old template had none such, or where their words are known. */
function mayAppear(doc: Node, from: Template | null, element: Element, isBlank: boolean, values: FieldValues): boolean {
  if (element.slot === 'closing' && from !== null && !from.elements.some(({ slot }) => slot === 'closing')) return isBlank || !isClosing(textOf(findOwn(doc, 'body').at(-1)?.node ?? doc));
  if (element.role === 'body' || element.role === 'table' || element.content !== undefined) return isBlank;
  if (isBelow(element)) return isBlank;
  if (findParagraphs(doc, element.role as Role).length > 0) return false;
  const ids = fieldsOf(element);
  if (from === null) return ids.length > 0 && ids.every((id) => !isEmpty(values[id]));
  // What the old template had and is not there, a person has taken away.
  return !from.elements.some(({ role }) => role === element.role);
}

/** A 结语 of whatever 文种. */
const isClosing = (text: string): boolean => text.length <= 24 && /^(?:特此|专此|此复|此令|妥否|当否|可否|是否|以上|现提请|请予|请批|请审|感谢)/.test(text);

/** 关于……的请示 → 关于……的报告, where a person has written the title. */
function rewordTitle(tr: Transform, from: Template | null, to: Template): void {
  const wanted = endingOf(to);
  const last = findParagraphs(tr.doc, 'title').at(-1);
  if (wanted === null || !last) return;
  const text = textOf(last.node);
  if (!text.includes('关于')) return;
  const ending = [from && endingOf(from), ...WENZHONG.map((name) => `的${name}`)].find((each) => each && text.endsWith(each));
  const words = last.node.lastChild;
  if (!ending || ending === wanted || !words?.isText || !words.text!.endsWith(ending)) return;
  const end = last.pos + 1 + last.node.content.size;
  // Only these words: line breaks a person put into the title stay.
  tr.replaceWith(end - ending.length + 1, end, tr.doc.type.schema.text(wanted.slice(1), words.marks));
}

const endingOf = ({ elements }: Template): string | null => /的[^{}[\]的]+$/.exec(elements.find(({ role }) => role === 'title')?.text ?? '')?.[0] ?? null;
