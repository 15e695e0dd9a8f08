import type { Node } from 'prosemirror-model';
import { commentsOf } from '#core/document/revisions.ts';
import type { DocumentComment } from '#core/document/revisions.ts';
import { roleOf } from '#core/document/elements.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Part } from '../package/relationships.ts';
import { w3cTime } from '../package/document-properties.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** Where the comments of a document are anchored: before and after which inline nodes (by position), at which paragraphs. */
export interface CommentAnchors {
  readonly starts: ReadonlyMap<number, readonly string[]>;
  readonly ends: ReadonlyMap<number, readonly string[]>;
  readonly paragraphs: ReadonlyMap<number, readonly string[]>;
}

/** Ids as Word wants them: whole numbers. */
const numbered = (comments: readonly DocumentComment[]): Map<string, number> => new Map(comments.map(({ id }, index) => [id, index]));

/** One that has lost its text, or answers another without a text of its own, stands where that one does, else at the first paragraph. */
export function anchorComments(doc: Node): CommentAnchors {
  const comments = commentsOf(doc);
  const starts = new Map<number, string[]>();
  const ends = new Map<number, string[]>();
  const paragraphs = new Map<number, string[]>();
  const anchors = { starts, ends, paragraphs };
  if (comments.length === 0) return anchors;
  const known = new Set(comments.map(({ id }) => id));
  const spans = new Map<string, { from: number; to: number; block: number }>();
  const own = new Map<string, number>();
  let firstPara = -1;
  doc.forEach((block, blockPos) => {
    // 版头 and 版记 are set in an order of their own: a range must not begin in one line of them and end in another.
    const role = roleOf(block);
    const isApart = role !== null && ROLES[role].part !== 'main';
    const visit = (node: Node, pos: number): void => {
      if (node.type.name === 'para') {
        if (firstPara < 0) firstPara = pos;
        for (const id of (node.attrs.commentIds as readonly string[] | null) ?? []) if (known.has(id) && !own.has(id)) own.set(id, pos);
      }
      for (const mark of node.marks) {
        const id = String(mark.attrs.id);
        if (mark.type.name !== 'comment' || !known.has(id)) continue;
        const span = spans.get(id);
        if (!span) spans.set(id, { from: pos, to: pos, block: isApart ? blockPos : -1 });
        else if (isApart ? span.block === blockPos : span.block < 0) span.to = pos;
      }
    };
    visit(block, blockPos);
    block.descendants((node, offset) => visit(node, blockPos + 1 + offset));
  });
  const push = (map: Map<number, string[]>, at: number, id: string): void => void map.set(at, [...(map.get(at) ?? []), id]);
  for (const { id, parent } of comments) {
    const span = spans.get(id);
    const beside = parent === null ? undefined : spans.get(parent);
    if (span) {
      push(starts, span.from, id);
      push(ends, span.to, id);
    } else if (beside && !own.has(id)) push(ends, beside.to, id);
    else push(paragraphs, own.get(id) ?? (parent === null ? undefined : own.get(parent)) ?? firstPara, id);
  }
  return anchors;
}

/** Runs and range ends around an inline node; those of a paragraph with `paragraphs`. */
export function commentMarks(doc: Node, ids: readonly string[] | undefined, kind: 'start' | 'end' | 'point', anchors: CommentAnchors): Xml[] {
  if (!ids) return [];
  const numbers = numbered(commentsOf(doc));
  const started = kind === 'end' ? new Set([...anchors.starts.values()].flat()) : new Set<string>();
  return ids.flatMap((id) => {
    const number = { 'w:id': numbers.get(id)! };
    if (kind === 'start') return [xml('w:commentRangeStart', number)];
    return [...(started.has(id) ? [xml('w:commentRangeEnd', number)] : []), xml('w:r', {}, xml('w:commentReference', number))];
  });
}

/** word/comments.xml and, for answers and what is settled, word/commentsExtended.xml; none for a document without comments. */
export function commentParts(doc: Node): Part[] {
  const comments = commentsOf(doc);
  if (comments.length === 0) return [];
  const numbers = numbered(comments);
  const paraId = (comment: number, paragraph: number): string => (0x10000000 + comment * 0x100 + paragraph).toString(16).toUpperCase();
  const last = (comment: DocumentComment): string => paraId(numbers.get(comment.id)!, Math.max(0, comment.paragraphs.length - 1));
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const root = xml('w:comments', { 'mc:Ignorable': 'w14' }, comments.map((comment, index) => xml('w:comment', {
    'w:id': index, 'w:author': comment.author, 'w:date': comment.at === null ? undefined : w3cTime(new Date(comment.at * 60_000)), 'w:initials': comment.initials === '' ? undefined : comment.initials,
  }, (comment.paragraphs.length > 0 ? comment.paragraphs : ['']).map((text, paragraph) => xml('w:p', { 'w14:paraId': paraId(index, paragraph) }, textRuns(text))))));
  const extended = xml('w15:commentsEx', { 'mc:Ignorable': 'w15' }, comments.map((comment) => {
    const parent = comment.parent === null ? undefined : byId.get(comment.parent);
    return xml('w15:commentEx', { 'w15:paraId': last(comment), 'w15:paraIdParent': parent && last(parent), 'w15:done': comment.done ? 1 : 0 });
  }));
  return [{ id: 'rIdComments', file: 'comments.xml', type: 'comments', root }, { id: 'rIdCommentsExtended', file: 'commentsExtended.xml', type: 'commentsExtended', root: extended }];
}

const textRuns = (text: string): Xml[] => text.split(/(\n|\t)/).filter((piece) => piece !== '').map((piece) =>
  xml('w:r', {}, piece === '\n' ? xml('w:br') : piece === '\t' ? xml('w:tab') : xml('w:t', { 'xml:space': 'preserve' }, piece)));
