import type { Node } from '@tiptap/pm/model';
import type { Numbering } from '#core/document/numbering.ts';
import { paragraphWords } from '#core/document/paragraph-words.ts';
import { roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

/** A line of the outline: a heading with its number, or an element by its short name. */
export interface OutlineItem {
  readonly pos: number;
  readonly role: Role;
  /** 1–5 for headings, 1–3 for 章 节 条, 0 for elements. */
  readonly level: number;
  /** 一、 for a heading, 标题 or 附件1 for an element. */
  readonly label: string;
  readonly text: string;
}

const SHORT: Partial<Record<Role, string>> = {
  documentNumber: '版头', title: '标题', addressee: '主送', attachmentNote: '附件', signature: '落款', annex: '附件', embedded: '附文', sentTo: '版记', copyTo: '版记', printer: '版记',
};

/** The skeleton of a document in the order of the paper; of elements that repeat, the first stands for all. */
export function outlineOf(doc: Node, numbering: Numbering): OutlineItem[] {
  const items: OutlineItem[] = [];
  const seen = new Set<string>();
  const hasAnnex = doc.content.content.some((node) => node.attrs.role === 'annex');
  doc.forEach((node, pos) => {
    if (node.type.name !== 'para') return;
    const role = node.attrs.role as Role;
    const number = numbering.paragraphs.get(pos)?.text ?? '';
    const words = (): string => paragraphWords(node, pos, { markers: numbering.markers, references: numbering.references });
    if (role === 'heading') {
      const whole = words();
      items.push({ pos, role, level: node.attrs.level as number, label: number, text: node.attrs.runIn ? whole.slice(0, whole.indexOf('。')) : whole });
      return;
    }
    if (role === 'article') {
      if (node.attrs.level <= 3) items.push({ pos, role, level: node.attrs.level as number, label: number.trim(), text: opening(words()) });
      return;
    }
    const short = SHORT[role];
    if (short === undefined || (role === 'attachmentNote' && hasAnnex)) return;
    const repeats = role === 'annex' || role === 'embedded' || role === 'attachmentNote';
    if (!repeats && seen.has(short)) return;
    seen.add(short);
    items.push({ pos, role, level: 0, label: role === 'annex' ? number : short, text: words() || `（${roleName(role)}）` });
  });
  return items;
}

/** The first words of a 条, which has no title of its own. */
function opening(text: string): string {
  const end = text.search(/[，。；：]/);
  return end > 0 && end < LONGEST_OPENING ? text.slice(0, end) : text.slice(0, LONGEST_OPENING);
}

const LONGEST_OPENING = 24;

/** Index of the item the caret stands in: the last one at or before it; −1 above the first. */
export function currentItem(items: readonly OutlineItem[], pos: number): number {
  let current = -1;
  for (const [index, item] of items.entries()) if (item.pos <= pos) current = index;
  return current;
}

/** The same line to look at, wherever its block stands now. */
export const sameLine = (a: OutlineItem, b: OutlineItem): boolean => a.level === b.level && a.label === b.label && a.text === b.text && a.role === b.role;
export const sameItems = (a: readonly OutlineItem[], b: readonly OutlineItem[]): boolean => a === b || (a.length === b.length && a.every((item, index) => item.pos === b[index]!.pos && sameLine(item, b[index]!)));
