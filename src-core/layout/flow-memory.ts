import type { Composition, Imprint, Item, ParagraphItem } from './items.ts';
import type { LaidPage } from './pages.ts';
import type { Millipoints } from './unit.ts';

/** A place of the flow: an item of a section. */
export interface FlowAt {
  readonly section: number;
  readonly index: number;
}

/** Where an item begins that is the first to begin on its page, and all the flow goes by there: a flow can be taken up again at it. */
export interface FlowMark extends FlowAt {
  readonly page: number;
  readonly y: Millipoints;
  readonly rowTop: Millipoints;
  readonly isTop: boolean;
  readonly isForced: boolean;
  readonly hasText: boolean;
  /** What stands on the page already. */
  readonly pieces: number;
  readonly rules: number;
  readonly cells: number;
  readonly seals: number;
  readonly notes: number;
  /** The last item of the section that anything before has looked at. */
  readonly furthest: number;
}

/** What had to be done to pages, or could not be, and where. */
export interface FlowEvent extends FlowAt {
  readonly kind: 'moved' | 'alone' | 'bare' | 'long';
}

/** A finished flow: the next one of nearly the same document takes over its pages before and behind what has changed. */
export interface FlowMemory {
  readonly composition: Composition;
  readonly pages: readonly LaidPage[];
  readonly marks: readonly FlowMark[];
  readonly events: readonly FlowEvent[];
  /** The 版记 has a page to itself because of footnotes. */
  readonly isImprintApart: boolean;
}

/** What has changed from one composition to the next: its first item, and its last; `last` null where what follows cannot be taken over. */
export interface FlowChange {
  readonly first: FlowAt;
  readonly last: FlowAt | null;
}

export const isBefore = (a: FlowAt, b: FlowAt): boolean => a.section < b.section || (a.section === b.section && a.index < b.index);

/** Compares item by item: nearly all are the very same objects. Null where the whole has to be flowed anew. */
export function findChange(before: Composition, now: Composition): FlowChange | null {
  if (!isSameHead(before, now)) return null;
  const most = Math.min(before.sections.length, now.sections.length);
  let section = 0;
  let index = 0;
  search: for (; section < most; section++) {
    const [a, b] = [before.sections[section]!, now.sections[section]!];
    if (a.isTurned !== b.isTurned) return { first: { section, index: 0 }, last: null };
    for (index = 0; index < Math.max(a.items.length, b.items.length); index++) if (!isSameItem(a.items[index], b.items[index])) break search;
    index = 0;
  }
  const first = { section, index };
  const hasSameShape = before.sections.length === now.sections.length && before.sections.every((each, at) => each.items.length === now.sections[at]!.items.length && each.isTurned === now.sections[at]!.isTurned);
  if (!hasSameShape || !isSameImprint(before.imprint, now.imprint)) return { first, last: null };
  for (let at = now.sections.length - 1; at >= 0; at--) {
    const [a, b] = [before.sections[at]!.items, now.sections[at]!.items];
    for (let each = b.length - 1; each >= 0; each--) if (!isSameItem(a[each], b[each])) return { first, last: { section: at, index: each } };
  }
  return { first, last: { section: 0, index: -1 } };
}

function isSameHead({ head: a }: Composition, { head: b }: Composition): boolean {
  return a.start === b.start && a.items.length === b.items.length && a.rules.length === b.rules.length && a.items.every((each, at) => each.y === b.items[at]!.y && each.item.pos === b.items[at]!.item.pos && isSameItem(each.item, b.items[at]!.item))
    && a.rules.every(({ x, y, width, height }, at) => x === b.rules[at]!.x && y === b.rules[at]!.y && width === b.rules[at]!.width && height === b.rules[at]!.height);
}

function isSameImprint(a: Imprint | null, b: Imprint | null): boolean {
  if (a === null || b === null) return a === b;
  return a.isRuled === b.isRuled && a.rows.length === b.rows.length && a.rows.every((row, at) => row.length === b.rows[at]!.length && row.every((item, column) => isSameItem(item, b.rows[at]![column])));
}

/** Everything the flow goes by but the position in the document. */
function isSameItem(a: Item | undefined, b: Item | undefined): boolean {
  if (a === b) return a !== undefined;
  if (!a || !b || a.kind !== b.kind) return false;
  if (a.kind === 'table') return a.table === (b as typeof a).table && a.continued === (b as typeof a).continued;
  const other = b as ParagraphItem;
  return a.laid === other.laid && a.role === other.role && a.align === other.align && a.x === other.x && a.before === other.before && a.after === other.after && a.pitch === other.pitch
    && a.keepsWithNext === other.keepsWithNext && a.startsPage === other.startsPage && a.isBeside === other.isBeside && a.down === other.down && a.isText === other.isText && a.closes === other.closes
    && a.rule?.gap === other.rule?.gap && a.rule?.weight === other.rule?.weight && a.seal?.radius === other.seal?.radius && a.seal?.down === other.seal?.down && a.seal?.box === other.seal?.box;
}

/** The last mark before a change that nothing of the change had a part in. */
export function markBefore({ marks }: FlowMemory, { first }: FlowChange): FlowMark | undefined {
  return marks.findLast((mark) => mark.section < first.section || (mark.section === first.section && mark.index <= first.index && mark.furthest < first.index));
}

/** A page as it was at a mark, to be gone on with. */
export function pageAt(page: LaidPage, mark: FlowMark): LaidPage {
  const { shift } = page;
  return {
    ...page, shift: 0, range: null, foot: 0, hasText: mark.hasText, rules: page.rules.slice(0, mark.rules),
    pieces: page.pieces.slice(0, mark.pieces).map((piece) => ({ ...piece, pos: piece.pos + shift })),
    cells: page.cells.slice(0, mark.cells).map((cell) => ({ ...cell, from: cell.from + shift, to: cell.to + shift })),
    seals: page.seals.slice(0, mark.seals).map((seal) => ({ ...seal, from: seal.from + shift })),
    notes: page.notes.slice(0, mark.notes).map((note) => ({ ...note, pos: note.pos + shift })),
  };
}

/** The mark of an earlier flow that stands as this one does, with nothing of the change on its page: from there on all is as it was. */
export function sameMark(memory: FlowMemory, mark: FlowMark, page: LaidPage, last: FlowAt): FlowMark | undefined {
  const { marks, pages } = memory;
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.page < mark.page) low = middle + 1;
    else high = middle;
  }
  const old = marks[low];
  if (!old || old.page !== mark.page || old.section !== mark.section || old.index !== mark.index || old.y !== mark.y || old.rowTop !== mark.rowTop || old.isTop !== mark.isTop || old.isForced !== mark.isForced) return undefined;
  if (old.hasText !== mark.hasText || old.pieces !== mark.pieces || old.rules !== mark.rules || old.cells !== mark.cells || old.seals !== mark.seals || old.notes !== mark.notes) return undefined;
  const { pieces, notes } = pages[old.page]!;
  for (let at = 0; at < old.pieces; at++) if (mark.section === last.section && pieces[at]!.item <= last.index) return undefined;
  // Of notes that run on from the page before.
  for (let at = 0; at < old.notes; at++) {
    const [a, b] = [notes[at]!, page.notes[at]!];
    if (mark.section === last.section && a.item <= last.index) return undefined;
    if (a.laid !== b.laid || a.item !== b.item || a.line !== b.line || a.first !== b.first || a.last !== b.last || a.isRunOn !== b.isRunOn || a.number !== b.number) return undefined;
  }
  return old;
}
