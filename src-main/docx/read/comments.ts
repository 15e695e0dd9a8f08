import type { Element } from './parse-xml.ts';
import type { DocumentComment } from '#core/document/revisions.ts';
import { attribute, elements } from './dom.ts';
import { readPlain } from './plain.ts';

/** The comments of a file in their order; ids are their places in it, for those of the file mean nothing outside it. */
export interface FileComments {
  readonly list: readonly DocumentComment[];
  /** Our id of the comment with this w:id. */
  idOf(fileId: string): string | undefined;
}

/** `extended` is word/commentsExtended.xml: answers and what is settled, by the id of a comment's last paragraph. */
export function readComments(root: Element | undefined, extended: Element | undefined): FileComments {
  const found = root ? elements(root, 'comment') : [];
  const ids = new Map(found.map((each, index) => [attribute(each, 'id') ?? '', String(index)]));
  const byParagraph = new Map(found.flatMap((each, index) => elements(each, 'p').map((para): [string, string] => [attribute(para, 'paraId') ?? '', String(index)])));
  byParagraph.delete('');
  const more = new Map((extended ? elements(extended, 'commentEx') : []).map((each) => [byParagraph.get(attribute(each, 'paraId') ?? ''), each]));
  const list = found.map((each, index): DocumentComment => {
    const time = Date.parse(attribute(each, 'date') ?? '');
    const parent = byParagraph.get(attribute(more.get(String(index)), 'paraIdParent') ?? '') ?? null;
    return {
      id: String(index), author: attribute(each, 'author') ?? '', initials: attribute(each, 'initials') ?? '', at: Number.isNaN(time) ? null : Math.floor(time / 60_000),
      paragraphs: elements(each, 'p').map(readPlain), parent, done: ['1', 'true'].includes(attribute(more.get(String(index)), 'done') ?? ''),
    };
  });
  return { list, idOf: (fileId) => ids.get(fileId) };
}
