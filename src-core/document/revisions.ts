import { Fragment } from 'prosemirror-model';
import type { Mark, Node } from 'prosemirror-model';
import { mapTable } from './table-map.ts';

/**
 * Where one change comes from (修订): `a` who made it, by the name the source gives; `s` its 环节, 0 for changes that came with a file;
 * `t` when, in minutes since 1970, null where that is not known. Changes of one `id` are decided on together.
 */
export interface Rev {
  readonly id: string;
  readonly a: string;
  readonly s: number;
  readonly t: number | null;
}

/** What a value was before a change; a stack, the oldest first. */
export interface Layer {
  readonly rev: Rev;
  readonly from: unknown;
}

/** `tc` of a paragraph: its end was inserted or deleted (so that it joins the next), its attributes were changed. */
export interface ParagraphChange {
  readonly ins?: Rev;
  readonly del?: Rev;
  readonly pPr?: Readonly<Record<string, readonly Layer[]>>;
}

/** `tc` of a table row. */
export interface RowChange {
  readonly ins?: Rev;
  readonly del?: Rev;
}

/** A comment of a document: what a `comment` mark or a paragraph's `commentIds` points to by `id`. */
export interface DocumentComment {
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  /** Minutes since 1970. */
  readonly at: number | null;
  readonly paragraphs: readonly string[];
  /** The comment this one answers. */
  readonly parent: string | null;
  readonly done: boolean;
}

export const commentsOf = (doc: Node): readonly DocumentComment[] => (doc.attrs.comments as readonly DocumentComment[] | null) ?? [];

const markNamed = (node: Node, name: string): Mark | undefined => node.marks.find((mark) => mark.type.name === name);

/** Deleted in a revision, but still there until somebody decides. */
export const isStruck = (node: Node): boolean => markNamed(node, 'del') !== undefined;

/** The `rev` of a node's mark, when it is of the form above. */
export function revOf(node: Node, name: 'ins' | 'del'): Rev | null {
  const rev = markNamed(node, name)?.attrs.rev as unknown;
  return isRev(rev) ? rev : null;
}

export const isRev = (value: unknown): value is Rev => typeof value === 'object' && value !== null && typeof (value as Rev).a === 'string' && typeof (value as Rev).id === 'string';

export const changeOf = (node: Node): ParagraphChange => (node.attrs.tc as ParagraphChange | null) ?? {};

/** The end of the paragraph is deleted: it and the next one read as one. */
export const joinsNext = (para: Node): boolean => changeOf(para).del !== undefined;

/** Something of it stays when every change is accepted. */
export const hasLiveContent = (para: Node): boolean => para.childCount > 0 && para.children.some((child) => !isStruck(child));

/** A paragraph deleted whole, with its end. */
export const isGone = (para: Node): boolean => joinsNext(para) && !hasLiveContent(para);

export const isGoneRow = (row: Node): boolean => (row.attrs.tc as RowChange | null)?.del !== undefined;

/** Whether anything in the document waits for a decision. */
export function hasRevisions(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= isChanged(node);
    return !found;
  });
  return found;
}

const CHANGES = new Set(['ins', 'del', 'fmt']);
const isChanged = (node: Node): boolean => (node.attrs.tc ?? null) !== null || node.marks.some((mark) => CHANGES.has(mark.type.name));

/**
 * 清稿: the document with every change accepted, for what reads it and gives nothing back (text, count, account). The same object
 * where nothing waits. A paragraph whose end is deleted goes on into the next, which keeps its own attributes (ECMA-376 17.13.5.15).
 */
export function acceptAll(doc: Node): Node {
  if (!hasRevisions(doc)) return doc;
  const blocks = acceptBlocks(doc.children);
  return doc.copy(Fragment.from(blocks.length > 0 ? blocks : [doc.type.schema.nodes.para!.create()]));
}

function acceptBlocks(blocks: readonly Node[]): Node[] {
  const accepted: Node[] = [];
  let carried: Node[] = [];
  let open: Node | null = null;
  const close = (): void => {
    // Nothing follows that it could join: it stays as far as it has text.
    if (open && carried.length > 0) accepted.push(open.type.create({ ...open.attrs, tc: null }, carried));
    carried = [];
    open = null;
  };
  for (const block of blocks) {
    if (block.type.name !== 'para') {
      close();
      const table = acceptTable(block);
      if (table) accepted.push(table);
      continue;
    }
    const live = block.children.filter((child) => !isStruck(child)).map(withoutChange);
    if (joinsNext(block)) {
      carried.push(...live);
      open = block;
      continue;
    }
    accepted.push(block.type.create({ ...block.attrs, tc: null }, [...carried, ...live]));
    carried = [];
    open = null;
  }
  close();
  return accepted;
}

const withoutChange = (node: Node): Node => (isChanged(node) ? node.mark(node.marks.filter((mark) => !CHANGES.has(mark.type.name))) : node);

function acceptTable(table: Node): Node | null {
  const kept = table.children.map((row) => !isGoneRow(row));
  if (!kept.includes(true)) return null;
  const rows: { column: number; cell: Node }[][] = table.children.map(() => []);
  for (const { node, row, column, rowspan } of mapTable(table).cells) {
    const first = kept.indexOf(true, row);
    const span = kept.slice(row, row + rowspan).filter(Boolean).length;
    if (span === 0) continue;
    const content = first === row ? acceptBlocks(node.children) : [];
    rows[first]!.push({ column, cell: node.type.create({ ...node.attrs, rowspan: span, tc: null }, content.length > 0 ? content : [table.type.schema.nodes.para!.create()]) });
  }
  return table.type.create({ ...table.attrs, tc: null }, table.children.flatMap((row, index) =>
    kept[index] ? [row.type.create({ ...row.attrs, tc: null }, rows[index]!.toSorted((a, b) => a.column - b.column).map(({ cell }) => cell))] : []));
}
