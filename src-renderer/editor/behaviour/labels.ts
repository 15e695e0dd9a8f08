import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { breakTitle } from '#core/document/break-title.ts';
import { leadLength } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import type { Role } from '#core/document/roles.ts';
import { issuerMarkSize } from '#core/template/styles.ts';
import { paperSize } from '../../page/paragraph-css.ts';

interface Labels {
  readonly numbering: Numbering;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Labels>('labels');

/** The computed numbers of the document as it stands now; before the editor is in the page its plugins hold no state yet. */
export const numberingOf = (state: EditorState): Numbering => key.getState(state)?.numbering ?? numberDocument(state.doc);

/**
 * Numbers the document after every change and shows the numbers as attributes, drawn by CSS: no label is ever text of the
 * page, so an input method cannot eat it. Only decorations whose label has changed are replaced (docs/decisions/003).
 */
export const labels = (): Plugin<Labels> => new Plugin<Labels>({
  key,
  state: {
    init: (_, { doc }) => {
      const numbering = numberDocument(doc);
      return { numbering, decorations: DecorationSet.create(doc, wanted(doc, numbering).map(toDecoration)) };
    },
    apply: (tr, before) => {
      if (!tr.docChanged) return before;
      const numbering = numberDocument(tr.doc);
      return { numbering, decorations: redraw(before.decorations.map(tr.mapping, tr.doc), tr.doc, wanted(tr.doc, numbering)) };
    },
  },
  props: { decorations: (state) => key.getState(state)!.decorations },
});

/** A decoration that should be there. `content` is what it shows; two with the same place and content are the same. */
interface Wanted {
  readonly kind: 'block' | 'marker' | 'rest' | 'line';
  readonly from: number;
  readonly to: number;
  readonly content: string;
}

function wanted(doc: Node, numbering: Numbering): Wanted[] {
  const all: Wanted[] = [];
  for (const { pos, text } of numbering.paragraphs.values()) all.push({ kind: 'block', from: pos, to: pos + doc.nodeAt(pos)!.nodeSize, content: text });
  for (const { pos, text } of numbering.markers.values()) all.push({ kind: 'marker', from: pos, to: pos + 1, content: text });
  doc.forEach((node, pos) => {
    if (node.attrs.runIn === true) {
      const lead = leadOf(node);
      if (lead < node.content.size) all.push({ kind: 'rest', from: pos + 1 + lead, to: pos + 1 + node.content.size, content: '' });
    } else if (TITLES.has(node.attrs.role as Role)) {
      let from = pos + 1;
      for (const line of titleLines(node)) all.push({ kind: 'line', from, to: (from += line), content: '' });
    } else if (node.attrs.role === 'issuerMark') {
      all.push({ kind: 'block', from: pos, to: pos + node.nodeSize, content: `size ${issuerMarkSize(node.textContent)}` });
    }
  });
  return all;
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
  const size = content.startsWith('size ') ? Number(content.slice(5)) : null;
  return Decoration.node(from, to, size === null ? { 'data-label': content } : { style: `--mark-size: ${paperSize(size)}` }, spec);
}

const sign = (kind: string, from: number, to: number, content: string): string => `${kind} ${from} ${to} ${content}`;

function redraw(mapped: DecorationSet, doc: Node, all: readonly Wanted[]): DecorationSet {
  const missing = new Map(all.map((each) => [sign(each.kind, each.from, each.to, each.content), each]));
  const stale = mapped.find().filter((each) => {
    const { kind, content } = each.spec as { kind: string; content: string };
    return !missing.delete(sign(kind, each.from, each.to, content));
  });
  if (stale.length > 0) mapped = mapped.remove(stale);
  return missing.size > 0 ? mapped.add(doc, [...missing.values()].map(toDecoration)) : mapped;
}
