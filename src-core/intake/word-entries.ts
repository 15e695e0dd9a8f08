import type { Node } from 'prosemirror-model';
import { isImage } from '../document/image.ts';
import type { DocumentComment, Rev } from '../document/revisions.ts';
import { isRev } from '../document/revisions.ts';
import type { ReportCode, ReportEntry } from './report.ts';
import type { WordNote, WordPart, WordSource } from './source.ts';

const CODE: Partial<Record<WordPart, ReportCode>> = {
  pageField: 'dropped-page-number', pageNumber: 'dropped-page-number', contents: 'dropped-contents', header: 'dropped-running-head', footer: 'dropped-running-head',
  floatingImage: 'moved-image', footnote: 'kept-footnote', endnote: 'kept-footnote', noteChange: 'kept-footnote', noteFormat: 'kept-footnote', hiddenText: 'dropped-hidden-text',
};

/** The account of a text, with what is to be said of the Word file it came in. */
export function wordEntries(entries: readonly ReportEntry[], word: WordSource, doc: Node): ReportEntry[] {
  const items = new Map<ReportCode, WordNote[]>();
  const add = (note: WordNote): void => {
    const code = CODE[note.what] ?? 'unsupported-part';
    const known = items.get(code);
    if (known) known.push(note);
    else items.set(code, [note]);
  };
  word.notes.forEach(add);
  const found = inDocument(doc);
  for (const comment of word.comments.filter(({ id, parent }) => parent === null && !found.comments.has(id))) add({ what: 'commentAside', text: sayComment(comment), near: '' });
  const kept: ReportEntry[] = [
    ...(found.revisions.size > 0 ? [{ code: 'kept-revision' as const, count: found.revisions.size }] : []),
    ...(found.images > 0 ? [{ code: 'kept-image' as const, count: found.images }] : []),
    ...(word.comments.length > 0 ? [{ code: 'kept-comment' as const, count: word.comments.length }] : []),
  ];
  const told = entries.map((entry): ReportEntry => {
    const more = items.get(entry.code);
    items.delete(entry.code);
    return more ? { ...entry, count: entry.count + more.length, items: more } : entry;
  });
  return [...kept, ...told, ...[...items].map(([code, notes]): ReportEntry => ({ code, count: notes.length, items: notes }))];
}

const sayComment = ({ author, paragraphs }: DocumentComment): string => `${author}：${paragraphs.join(' ')}`;

/** The changes, the pictures and the anchors of comments a document holds. */
function inDocument(doc: Node): { revisions: ReadonlySet<string>; comments: ReadonlySet<string>; images: number } {
  const revisions = new Set<string>();
  const comments = new Set<string>();
  let images = 0;
  const gather = (value: unknown): void => {
    if (isRev(value)) revisions.add((value satisfies Rev).id);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) gather(each);
  };
  doc.descendants((node) => {
    if (isImage(node)) images++;
    gather(node.attrs.tc);
    for (const id of (node.attrs.commentIds as readonly string[] | null | undefined) ?? []) comments.add(id);
    for (const mark of node.marks) {
      if (mark.type.name === 'comment') comments.add(String(mark.attrs.id));
      else if (['ins', 'del', 'fmt'].includes(mark.type.name)) gather(mark.attrs);
    }
    return true;
  });
  return { revisions, comments, images };
}
