import type { Transaction } from '@tiptap/pm/state';
import { beginBehind, freshAttributes, giveRole, placeCaret, splitParagraph } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';

const ARTICLE = 3;

/** What an empty article becomes on Enter, by its level: a step up, and an empty 条 the next 款 of the one before. */
const LEAVES: Readonly<Record<number, { readonly role: 'article' | 'body'; readonly level: number }>> = {
  5: { role: 'article', level: 4 }, 4: { role: 'article', level: ARTICLE },
};

/** Enter among articles (章节条项目): after a 章 or 节 comes a 条, after a 条 the next one, and so with 项 and 目. */
export function enterInArticle(tr: Transaction, place: Place, offset: number): void {
  const { node, pos } = place;
  const level = node.attrs.level as number;
  const next = freshAttributes('article', Math.max(level, ARTICLE));
  if (node.content.size === 0) {
    const { role, level: up } = LEAVES[level] ?? { role: 'body', level: 0 };
    return giveRole(tr, place, role, up);
  }
  if (offset === 0) return beginAbove(tr, place, level);
  if (offset < node.content.size) return splitParagraph(tr, pos + 1 + offset, next);
  const after = pos + node.nodeSize;
  const below = tr.doc.nodeAt(after);
  const isWaiting = level < ARTICLE && below?.type.name === 'para' && below.content.size === 0 && (below.attrs.role === 'article' || below.attrs.role === 'body');
  if (!isWaiting) return beginBehind(tr, pos, next);
  if (below.attrs.role === 'body') giveRole(tr, { pos: after, node: below }, 'article', ARTICLE);
  placeCaret(tr, after + 1, 'start');
}

/** A fresh one of the same level comes above, and with it the number the row begins with; above a 章 comes a 款 of the last 条. */
function beginAbove(tr: Transaction, { node, pos }: Place, level: number): void {
  if (level < ARTICLE) return void tr.insert(pos, node.type.create(freshAttributes()));
  tr.setNodeAttribute(pos, 'startAt', null);
  tr.insert(pos, node.type.create({ ...freshAttributes('article', level), startAt: node.attrs.startAt as number | null }));
}
