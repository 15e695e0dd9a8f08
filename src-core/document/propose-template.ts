import type { Node } from 'prosemirror-model';
import { fieldsIn } from '../template/pattern.ts';
import type { Element, Template } from '../template/template.ts';
import { textOf, roleOf } from './elements.ts';
import { rewrittenSlots, slotNodes } from './fill.ts';
import { roleName } from './roles.ts';
import type { Role } from './roles.ts';
import { offerField } from './template-fields.ts';
import type { OfferedField } from './template-fields.ts';

/** What becomes of a part of the draft: as its own template has it, a field, kept word by word, left for writing, left out. */
export type Treatment = 'template' | 'field' | 'fixed' | 'free' | 'out';

/** A piece of a draft about which one thing is decided when a template is made from it. */
export interface TemplatePart {
  /** Blocks of the document, `to` not included; none for an element that is waiting for its field. */
  readonly from: number;
  readonly to: number;
  /** 标题, 主送机关, 一级标题 …: what a person calls it. */
  readonly name: string;
  /** Depth of a section in the outline, 0 for what is none. */
  readonly level: number;
  readonly text: string;
  readonly choices: readonly Treatment[];
  readonly treatment: Treatment;
  /** The element of its own template, for `template`. */
  readonly element?: Element;
  /** For `field`. */
  readonly field?: OfferedField;
}

const SECTION: ReadonlySet<Role | null> = new Set<Role | null>(['body', null]);
const EXCERPT = 60;

/**
 * Takes a draft apart for a template: its elements one by one, its text by headings. What a field of its own template still
 * keeps stays so; an element that names this one document is offered as a field, a heading stays, the text below it is to be written.
 */
export function proposeTemplate(doc: Node, template: Template | null): TemplatePart[] {
  const rewritten = new Set(template ? rewrittenSlots(doc, template) : []);
  const living = new Map((template?.elements ?? []).filter((each) => each.role !== 'table' && fieldsIn(each.text).length > 0 && !rewritten.has(each.slot)).map((each) => [each.slot, each]));
  const settled = new Set((template?.elements ?? []).filter((each) => fieldsIn(each.text).length === 0).map((each) => each.slot));
  const standing = new Set((template?.elements ?? []).filter((each) => isStanding(doc, each)).map((each) => each.slot));
  const parts: TemplatePart[] = [];
  const issuer = doc.children.find((block) => roleOf(block) === 'issuerMark');
  for (let at = 0; at < doc.childCount; ) {
    const block = doc.child(at);
    const role = roleOf(block);
    const own = living.get(block.attrs.slot as string);
    let to = at + 1;
    const isOwnWords = (next: Node): boolean => living.has(next.attrs.slot as string) || standing.has(next.attrs.slot as string);
    const joins = (next: Node): boolean => own !== undefined ? next.attrs.slot === own.slot : role === 'heading' || SECTION.has(role) ? !standing.has(block.attrs.slot as string) && SECTION.has(roleOf(next)) && !isOwnWords(next) : roleOf(next) === role;
    while (to < doc.childCount && joins(doc.child(to))) to++;
    if (own?.role === 'annex') to = endOfAnnexes(doc, own.slot, to);
    const blocks = doc.children.slice(at, to);
    const place = { from: at, to, text: excerpt(blocks) };
    if (own) parts.push({ ...place, name: nameOf(own), level: 0, choices: ['template', 'fixed', 'out'], treatment: 'template', element: own });
    else if (role === 'heading') parts.push({ ...place, name: roleName('heading', block.attrs.level as number), level: block.attrs.level as number, text: textOf(block), choices: to > at + 1 ? ['free', 'fixed', 'out'] : ['fixed', 'out'], treatment: to > at + 1 ? 'free' : 'fixed' });
    else if (SECTION.has(role)) parts.push({ ...place, name: role === null ? '表格' : roleName(role), level: 0, choices: ['free', 'fixed', 'out'], treatment: role === 'body' && !standing.has(block.attrs.slot as string) ? 'free' : 'fixed' });
    else {
      const field = blocks.length === 1 ? offerField(role!, textOf(block), issuer ? textOf(issuer) : '') : undefined;
      parts.push({ ...place, name: roleName(role!), level: 0, choices: field ? ['field', 'fixed', 'out'] : ['fixed', 'out'], treatment: field && !settled.has(block.attrs.slot as string) ? 'field' : 'fixed', ...(field && { field }) });
    }
    at = to;
  }
  return template ? withWaiting(parts, doc, template, living) : parts;
}

/** A sentence of the template's own (妥否，请批示。) that stands as it was written: it stays, whatever is written around it. */
function isStanding(doc: Node, { slot, role, text, content }: Element): boolean {
  if (role !== 'body' || text === '' || content !== undefined || fieldsIn(text).length > 0) return false;
  const there = slotNodes(doc, slot);
  return there.length === 1 && textOf(there[0]!.node) === text;
}

/** Several annexes of one field are one part, with what stands on their pages; a single one's page is a part of its own. */
function endOfAnnexes(doc: Node, slot: string, from: number): number {
  const last = doc.children.findLastIndex((block) => block.attrs.slot === slot);
  if (last < from) return from;
  let to = last + 1;
  while (to < doc.childCount && (roleOf(doc.child(to)) === 'heading' || SECTION.has(roleOf(doc.child(to))))) to++;
  return to;
}

/** Optional elements whose field was empty stand nowhere in the draft; they belong to the template all the same, each in its place. */
function withWaiting(parts: readonly TemplatePart[], doc: Node, template: Template, living: ReadonlyMap<string, Element>): TemplatePart[] {
  const all = [...parts];
  for (const [index, element] of template.elements.entries()) {
    if (!living.has(element.slot) || doc.children.some((block) => block.attrs.slot === element.slot)) continue;
    const earlier = new Set(template.elements.slice(0, index).map((each) => each.slot));
    const after = all.findLastIndex((part) => (part.element ? earlier.has(part.element.slot) : doc.children.slice(part.from, part.to).some((block) => earlier.has(block.attrs.slot as string))));
    const at = all[after]?.to ?? 0;
    all.splice(after + 1, 0, { from: at, to: at, name: nameOf(element), level: 0, text: '', choices: ['template', 'out'], treatment: 'template', element });
  }
  return all;
}

const nameOf = (element: Element): string => roleName(element.role as Role, element.level ?? 0);

function excerpt(blocks: readonly Node[]): string {
  const text = blocks.map((block) => (block.isTextblock ? textOf(block) : '［表格］')).join('　');
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}

