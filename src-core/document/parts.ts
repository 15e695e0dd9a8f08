import type { Node } from 'prosemirror-model';
import { isNumberingScheme, isTwoLevel } from '../template/template.ts';
import type { NumberingScheme } from '../template/template.ts';
import { beginsPart } from './roles.ts';
import type { Role } from './roles.ts';

/** How a part of a document counts, as a person chooses it: one of the schemes of its headings, or 章节条. */
export type NumberingMode = NumberingScheme | 'articles';

/** A stretch with a numbering of its own: the main text, an annex, an embedded document. */
export interface NumberedPart {
  /** Position of the paragraph that begins the part (its `numbering` is the part's); null for the main text (the document's). */
  readonly head: number | null;
  readonly from: number;
  readonly to: number;
  readonly scheme: NumberingScheme;
  readonly mode: NumberingMode;
  /** Levels of its headings and of its articles, ascending, each once. */
  readonly headingLevels: readonly number[];
  readonly articleLevels: readonly number[];
}

/** The parts of a document in order; together they reach from its start to its end. */
export function partsOf(doc: Node): NumberedPart[] {
  const parts: NumberedPart[] = [];
  const documentScheme = isNumberingScheme(doc.attrs.numbering) ? doc.attrs.numbering : 'standard';
  let head: number | null = null;
  let scheme: NumberingScheme = documentScheme;
  let from = 0;
  let headings: number[] = [];
  let articles: number[] = [];
  const close = (to: number): void => {
    const isArticles = articles.length > 0 && articles.length >= headings.length;
    parts.push({ head, from, to, scheme, mode: isArticles ? 'articles' : scheme, headingLevels: distinct(headings), articleLevels: distinct(articles) });
  };
  doc.forEach((block, pos) => {
    const { role, level, numbering } = block.attrs as { role?: Role; level?: number; numbering?: unknown };
    if (role === undefined) return;
    if (beginsPart(role)) {
      close(pos);
      head = from = pos;
      scheme = isNumberingScheme(numbering) ? numbering : documentScheme;
      headings = [];
      articles = [];
    } else if (role === 'heading') headings.push(level!);
    else if (role === 'article') articles.push(level!);
  });
  close(doc.content.size);
  return parts;
}

const distinct = (levels: readonly number[]): number[] => [...new Set(levels)].sort((a, b) => a - b);

/** The part a position stands in. */
export function partAt(doc: Node, pos: number): NumberedPart {
  const parts = partsOf(doc);
  return parts.findLast((part) => part.from <= pos) ?? parts[0]!;
}

/**
 * The levels a paragraph of a part steps through, from the highest: two-level parts leave out （一）, and 节 is left out where
 * a part has none. ① lies below the four levels of the standard: it is asked for, never stepped into.
 */
export function levelsIn(part: NumberedPart, role: 'heading' | 'article'): readonly number[] {
  if (role === 'article') return part.articleLevels.includes(2) ? [1, 2, 3, 4, 5] : [1, 3, 4, 5];
  return isTwoLevel(part.scheme) ? [1, 3, 4] : [1, 2, 3, 4];
}


/** What the numbers of a part hang on, as one text: its scheme, and role, level and start of each numbered paragraph. */
export function levelsOf(doc: Node, { from, to, scheme }: NumberedPart): string {
  const rows: string[] = [scheme];
  doc.forEach(({ attrs }, pos) => {
    if (pos >= from && pos < to && (attrs.role === 'heading' || attrs.role === 'article')) rows.push(`${String(attrs.role)}${String(attrs.level)}@${String(attrs.startAt)}`);
  });
  return rows.join(' ');
}
