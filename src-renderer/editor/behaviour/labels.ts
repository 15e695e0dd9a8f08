import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { breakTitle } from '#core/document/break-title.ts';
import { leadLength } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import type { Role } from '#core/document/roles.ts';

const key = new PluginKey<DecorationSet>('labels');
const numbered = new WeakMap<Node, Numbering>();

/** The computed numbers of a document; documents are immutable, so each is numbered once. */
export function numberingFor(doc: Node): Numbering {
  let numbering = numbered.get(doc);
  if (numbering === undefined) numbered.set(doc, (numbering = numberDocument(doc)));
  return numbering;
}

/** The computed numbers of the document as it stands now. */
export const numberingOf = (state: EditorState): Numbering => numberingFor(state.doc);

/**
 * Numbers the document after every change and shows the numbers as attributes, drawn by CSS: no label is ever text of the
 * page, so an input method cannot eat it. A key inside one paragraph changes no number: then only that paragraph is looked at.
 */
export const labels = (): Plugin<DecorationSet> => new Plugin<DecorationSet>({
  key,
  state: {
    init: (_, { doc }) => DecorationSet.create(doc, wanted(doc).map(toDecoration)),
    apply: (tr, before) => {
      if (!tr.docChanged) return before;
      const mapped = before.map(tr.mapping, tr.doc);
      const only = changedParagraph(tr.before, tr.doc);
      if (only === null) return redraw(mapped, tr.doc, wanted(tr.doc), mapped.find());
      const inside = mapped.find(only.pos, only.pos + only.node.nodeSize, ({ kind }: { kind?: string }) => kind === 'rest' || kind === 'line');
      return redraw(mapped, tr.doc, ownDecorations(only.node, only.pos), inside);
    },
  },
  props: { decorations: (state) => key.getState(state)! },
});

/** The one top-level paragraph in which two documents differ, where that difference cannot touch any number; else null. */
function changedParagraph(old: Node, doc: Node): { node: Node; pos: number } | null {
  if (old.childCount !== doc.childCount) return null;
  let index = 0;
  let pos = 0;
  while (index < doc.childCount && old.child(index) === doc.child(index)) pos += doc.child(index++).nodeSize;
  if (index === doc.childCount) return null;
  for (let last = doc.childCount - 1; last > index; last--) if (old.child(last) !== doc.child(last)) return null;
  const node = doc.child(index);
  return node.type.name === 'para' && old.child(index).sameMarkup(node) && markersIn(old.child(index)) === markersIn(node) ? { node, pos } : null;
}

/** What the numbers in a paragraph hang on: its markers, whether it opens with one, its references. */
function markersIn(para: Node): string {
  let markers = '';
  para.forEach((child, _, index) => {
    if (child.type.name === 'marker') markers += `${index === 0 ? '^' : ''}${String(child.attrs.style)}${child.attrs.restart ? '!' : ''} `;
    else if (child.type.name === 'reference') markers += `→${Object.values(child.attrs).join()} `;
  });
  return markers;
}

/** A decoration that should be there. `content` is what it shows; two with the same place and content are the same. */
interface Wanted {
  readonly kind: 'block' | 'marker' | 'reference' | 'broken' | 'rest' | 'line';
  readonly from: number;
  readonly to: number;
  readonly content: string;
}

function wanted(doc: Node): Wanted[] {
  const { paragraphs, markers, references } = numberingFor(doc);
  const all: Wanted[] = [];
  for (const { pos, text } of markers.values()) all.push({ kind: 'marker', from: pos, to: pos + 1, content: text });
  for (const { pos, text, isBroken } of references.values()) all.push({ kind: isBroken ? 'broken' : 'reference', from: pos, to: pos + 1, content: text });
  doc.forEach((node, pos) => {
    const label = paragraphs.get(pos);
    if (label) all.push({ kind: 'block', from: pos, to: pos + node.nodeSize, content: label.text });
    all.push(...ownDecorations(node, pos));
  });
  return all;
}

/** What a paragraph is drawn with beside its number: the run-in rest, the lines of a title. */
function ownDecorations(node: Node, pos: number): Wanted[] {
  if (node.attrs.runIn === true) {
    const lead = leadOf(node);
    return lead < node.content.size ? [{ kind: 'rest', from: pos + 1 + lead, to: pos + 1 + node.content.size, content: '' }] : [];
  }
  if (TITLES.has(node.attrs.role as Role)) {
    let from = pos + 1;
    return titleLines(node).map((line) => ({ kind: 'line', from, to: (from += line), content: '' }));
  }
  return [];
}

/** Elements whose lines are chosen for sense and shape (7.3.1), unless a person has broken them. */
const TITLES: ReadonlySet<Role> = new Set(['title', 'annex', 'embedded']);
const broken = new WeakMap<Node, readonly number[]>();

/** Lengths of the lines of a title that needs several. */
function titleLines(node: Node): readonly number[] {
  let lines = broken.get(node);
  if (lines === undefined) {
    const isPlain = node.content.size === node.textContent.length && node.content.size > 0;
    const texts = isPlain ? breakTitle(node.textContent) : [];
    broken.set(node, (lines = texts.length > 1 ? texts.map((text) => text.length) : []));
  }
  return lines;
}

const leads = new WeakMap<Node, number>();

/** Paragraphs are immutable, so each is measured once. */
function leadOf(node: Node): number {
  let lead = leads.get(node);
  if (lead === undefined) leads.set(node, (lead = leadLength(node)));
  return lead;
}

function toDecoration({ kind, from, to, content }: Wanted): Decoration {
  const spec = { kind, content };
  if (kind === 'rest') return Decoration.inline(from, to, { class: 'run-in-rest' }, { ...spec, inclusiveEnd: true });
  if (kind === 'line') return Decoration.inline(from, to, { class: 'title-line', nodeName: 'span' }, spec);
  if (kind === 'broken') return Decoration.node(from, to, { 'data-label': content, class: 'broken', title: `“${content}”指的那一处已不在文中` }, spec);
  return Decoration.node(from, to, { 'data-label': content }, spec);
}

const sign = (kind: string, from: number, to: number, content: string): string => `${kind} ${from} ${to} ${content}`;

/** Of the decorations `there`, those not wanted any more go; those wanted and not there come. */
function redraw(mapped: DecorationSet, doc: Node, all: readonly Wanted[], there: readonly Decoration[]): DecorationSet {
  const missing = new Map(all.map((each) => [sign(each.kind, each.from, each.to, each.content), each]));
  const stale = there.filter((each) => {
    const { kind, content } = each.spec as { kind: string; content: string };
    return !missing.delete(sign(kind, each.from, each.to, content));
  });
  if (stale.length > 0) mapped = mapped.remove(stale);
  return missing.size > 0 ? mapped.add(doc, [...missing.values()].map(toDecoration)) : mapped;
}
