import type { EditorState } from '@tiptap/pm/state';
import { numberDocument } from '#core/document/numbering.ts';
import { partAt } from '#core/document/parts.ts';
import { hasLevels, HEADING_LEVELS, roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { setRole } from '../commands/set-role.ts';
import { findPlace } from '../paragraphs.ts';
import { isInTable } from '../tables/edit-table.ts';

/** A paragraph kind as the style menu offers it, with the number it would have here. */
export interface StyleChoice {
  readonly role: Role;
  readonly level: number;
  readonly name: string;
  readonly label: string;
  readonly keys: string | null;
}

export const STYLE_GROUPS: readonly (readonly [string, readonly Role[]])[] = [
  ['主体', ['title', 'titleNote', 'addressee', 'attachmentNote', 'present', 'excused', 'observing', 'signature', 'date', 'note', 'annex', 'embedded']],
  ['版头', ['copyNumber', 'secrecy', 'urgency', 'resultMark', 'issuerMark', 'documentNumber', 'signatory']],
  ['版记', ['sentTo', 'copyTo', 'printer', 'printDate', 'printRun']],
];

/**
 * 一级…五级 and 正文, then 章 节 条 项 目, each with the label the paragraph at hand would get; in a part of articles those come
 * first, and the keys are theirs.
 */
export function levelChoices(state: EditorState): { readonly first: readonly StyleChoice[]; readonly others: readonly StyleChoice[]; readonly name: string } {
  const isArticles = partAt(state.doc, state.selection.from).mode === 'articles';
  const choices = (role: 'heading' | 'article', hasKeys: boolean): StyleChoice[] =>
    HEADING_LEVELS.map((level) => ({ role, level, name: roleName(role, level), label: labelAs(state, role, level).trim(), keys: hasKeys ? `Alt ${level}` : null }));
  const body: StyleChoice = { role: 'body', level: 0, name: isArticles ? '款（正文）' : roleName('body'), label: '', keys: 'Alt 0' };
  const [headings, articles] = [choices('heading', !isArticles), choices('article', isArticles)];
  return isArticles ? { first: [...articles, body], others: headings, name: '层次标题' } : { first: [...headings, body], others: articles, name: '章节条' };
}

function labelAs(state: EditorState, role: 'heading' | 'article', level: number): string {
  const place = findPlace(state.selection.$from);
  if (!place || place.inTable) return '';
  let label = numberDocument(state.doc).paragraphs.get(place.pos)?.text ?? '';
  if (place.node.attrs.role !== role || place.node.attrs.level !== level) {
    setRole(role, level)(state, (tr) => (label = numberDocument(tr.doc).paragraphs.get(place.pos)?.text ?? ''));
  }
  return label;
}

/** What the paragraph at hand is, for the closed menu. */
export function choiceAt(state: EditorState, numbering: ReturnType<typeof numberDocument>): StyleChoice {
  const plain = { role: 'body', level: 0, label: '', keys: null } as const;
  // Selected cells have their ends between paragraphs.
  if (isInTable(state)) return { ...plain, name: '表格文字' };
  const place = findPlace(state.selection.$head);
  if (!place) return { ...plain, name: '' };
  const { role, level } = place.node.attrs as { role: Role; level: number };
  const keys = hasLevels(role) ? `Alt ${level}` : role === 'body' ? 'Alt 0' : null;
  return { role, level, name: roleName(role, level), label: numbering.paragraphs.get(place.pos)?.text.trim() ?? '', keys };
}
