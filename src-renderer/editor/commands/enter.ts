import type { Command, Transaction } from '@tiptap/pm/state';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { beginBehind, findPlace, freshAttributes, giveRole, isTextSelection, placeCaret, roleAt, splitParagraph } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';
import { enterInArticle } from './enter-article.ts';

/** What follows an element when its last line is done: the caret goes on to it where it stands already, else it is begun. */
const NEXT: Partial<Record<Role, { readonly reuse: readonly Role[]; readonly begin: Role | null }>> = {
  title: { reuse: ['titleNote', 'addressee'], begin: 'body' },
  titleNote: { reuse: ['addressee'], begin: 'body' },
  addressee: { reuse: [], begin: 'body' },
  heading: { reuse: [], begin: 'body' },
  annex: { reuse: [], begin: 'body' },
  embedded: { reuse: ['addressee'], begin: 'body' },
  signature: { reuse: ['date'], begin: 'date' },
  date: { reuse: ['note'], begin: 'note' },
  sentTo: { reuse: ['copyTo', 'printer', 'printDate'], begin: 'sentTo' },
  copyTo: { reuse: ['printer', 'printDate'], begin: 'copyTo' },
  printer: { reuse: ['printDate'], begin: 'printDate' },
  printDate: { reuse: ['printRun'], begin: null },
  printRun: { reuse: [], begin: null },
};

/** Elements whose lines belong together: Enter in the middle breaks the line and nothing else. */
const ONE_TEXT: readonly Role[] = ['title', 'annex', 'embedded', 'issuerMark'];

/** Elements of which several follow each other: Enter begins one more, on an empty one it leaves the row. */
const REPEATED: readonly Role[] = ['attachmentNote', 'note'];

/** Enter, at every place of a document, as a clerk expects it. */
export const enter: Command = (state, dispatch) => {
  if (!isTextSelection(state.selection)) return true;
  const { tr } = state;
  if (!tr.selection.empty) tr.deleteSelection();
  const place = findPlace(tr.selection.$from);
  if (!place) return false;
  if (!dispatch) return true;
  act(tr, place, tr.selection.$from.parentOffset);
  dispatch(tr.scrollIntoView());
  return true;
};

function act(tr: Transaction, place: Place, offset: number): void {
  const role = roleAt(place);
  const size = place.node.content.size;
  const at = place.pos + 1 + offset;
  if (place.inTable) return splitParagraph(tr, at, freshAttributes());
  if (role === 'article') return enterInArticle(tr, place, offset);
  if (ROLES[role].part === 'masthead' && role !== 'issuerMark') return goOn(tr, place, [], null);
  if (size === 0 && (role === 'heading' || REPEATED.includes(role))) return giveRole(tr, place, 'body', 0);
  if (offset === 0 && size > 0 && role !== 'title') {
    // The paragraph stays what it is, with all that hangs on it; an empty one comes above.
    const above = REPEATED.includes(role) ? role : 'body';
    if (ROLES[role].part === 'main') tr.insert(place.pos, place.node.type.create(freshAttributes(above)));
    return;
  }
  if (offset < size) return splitInside(tr, role, at);
  if (role === 'body' || REPEATED.includes(role)) return begin(tr, place, role);
  const next = NEXT[role];
  goOn(tr, place, next?.reuse ?? [], role === 'issuerMark' ? null : (next?.begin ?? 'body'));
}

function splitInside(tr: Transaction, role: Role, at: number): void {
  if (ONE_TEXT.includes(role)) return void tr.replaceSelectionWith(tr.doc.type.schema.nodes.lineBreak!.create());
  const rest: Role = role === 'heading' || role === 'addressee' || role === 'titleNote' ? 'body' : role;
  splitParagraph(tr, at, freshAttributes(rest));
}

/** To the next element if it is one of `reuse` or an empty body paragraph, else a fresh paragraph of the role `begin`. */
function goOn(tr: Transaction, place: Place, reuse: readonly Role[], role: Role | null): void {
  const next = place.index + 1 < place.parent.childCount ? place.parent.child(place.index + 1) : null;
  const after = place.pos + place.node.nodeSize;
  const nextRole = next?.type.name === 'para' ? (next.attrs.role as Role) : null;
  const waiting = role === 'body' && nextRole === 'body' && next!.content.size === 0;
  if (waiting || (nextRole !== null && (reuse.includes(nextRole) || role === null))) return placeCaret(tr, after + 1, 'start');
  if (role !== null) begin(tr, place, role);
}

const begin = (tr: Transaction, place: Place, role: Role): void => beginBehind(tr, place.pos, freshAttributes(role));
