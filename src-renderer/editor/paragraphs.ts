import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state';
import { continuesAfterLead } from '#core/document/elements.ts';
import { changeOf } from '#core/document/revisions.ts';
import { beginsPart, hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

/** A paragraph of the document with what stands around it. */
export interface Place {
  readonly node: Node;
  /** Position before the paragraph. */
  readonly pos: number;
  readonly inTable: boolean;
  readonly index: number;
  readonly parent: Node;
}

/** The paragraph a position lies in; undefined between blocks. */
export function findPlace($pos: ResolvedPos): Place | undefined {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const node = $pos.node(depth);
    if (node.type.name === 'para') {
      return { node, pos: $pos.before(depth), inTable: depth > 1, index: $pos.index(depth - 1), parent: $pos.node(depth - 1) };
    }
  }
  return undefined;
}

/** The paragraphs a selection touches, in order. */
export function selectedPlaces(state: EditorState): Place[] {
  const places: Place[] = [];
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos, parent, index) => {
      if (node.type.name !== 'para') return true;
      places.push({ node, pos, inTable: parent!.type.name !== 'doc', index, parent: parent! });
      return false;
    });
  }
  return places;
}

export const roleAt = (place: Place): Role => place.node.attrs.role as Role;

/** Role and level of a paragraph changed in place; what belonged to being a heading, an article, an annex goes. */
export function giveRole(tr: Transaction, place: Pick<Place, 'pos' | 'node'>, role: Role, level: number): void {
  const { attrs } = place.node;
  if (attrs.role === role && attrs.level === level) return;
  const isLeveled = hasLevels(role);
  tr.setNodeMarkup(place.pos, null, {
    ...attrs, role, level: isLeveled ? level : 0, runIn: role === 'heading' && continuesAfterLead(place.node), startAt: isLeveled && attrs.level === level ? attrs.startAt : null,
    align: attrs.role === role ? attrs.align : null, landscape: role === 'annex' && attrs.landscape, numbering: beginsPart(role) ? attrs.numbering : null,
  });
}

/** Attributes of a paragraph that begins anew: nothing is inherited but what is given. */
export const freshAttributes = (role: Role = 'body', level = 0): Record<string, unknown> => ({ role, level });

/**
 * Ends the paragraph around `at` there; the rest begins one with these attributes, or with the same. The end it had goes with the
 * rest: where that is inserted or deleted (修订), the end made now is neither.
 */
export function splitParagraph(tr: Transaction, at: number, attrs?: Readonly<Record<string, unknown>>): void {
  const $at = tr.doc.resolve(at);
  const pos = $at.before();
  const { parent } = $at;
  tr.split(at, 1, attrs ? [{ type: parent.type, attrs }] : undefined);
  moveEnd(tr, pos, at + 1);
}

/** Begins a paragraph behind the one at `pos`, which takes over its end: see `splitParagraph`. */
export function beginBehind(tr: Transaction, pos: number, attrs: Readonly<Record<string, unknown>>): void {
  const node = tr.doc.nodeAt(pos)!;
  const after = pos + node.nodeSize;
  tr.insert(after, node.type.create(attrs));
  moveEnd(tr, pos, after);
  placeCaret(tr, after + 1, 'start');
}

/** What was changed about the attributes stays with them. */
function moveEnd(tr: Transaction, from: number, to: number): void {
  const { ins, del, ...rest } = changeOf(tr.doc.nodeAt(from)!);
  if (!ins && !del) return;
  tr.setNodeAttribute(from, 'tc', Object.keys(rest).length > 0 ? rest : null);
  tr.setNodeAttribute(to, 'tc', { ...changeOf(tr.doc.nodeAt(to)!), ...(ins ? { ins } : {}), ...(del ? { del } : {}) });
}

/** Puts the caret at the end (or start) of what lies at a position. */
export function placeCaret(tr: Transaction, pos: number, side: 'start' | 'end'): void {
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos), side === 'start' ? 1 : -1));
}

/** A caret or a selection of text, not of cells. */
export const isTextSelection = (selection: Selection): selection is TextSelection => selection instanceof TextSelection;
