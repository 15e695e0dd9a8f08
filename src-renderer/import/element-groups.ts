import type { Role } from '#core/document/roles.ts';
import { ROLES, roleName } from '#core/document/roles.ts';

/** The colours of the import screen: one a kind of element, the same at the left and at the right. */
export type ElementGroup = 'masthead' | 'title' | 'addressee' | 'level1' | 'level2' | 'level3' | 'body' | 'closing' | 'annex' | 'imprint' | 'table';

export function groupOf(role: Role | 'table', level: number): ElementGroup {
  if (role === 'table') return 'table';
  if (role === 'heading' || role === 'article') return level <= 1 ? 'level1' : level === 2 ? 'level2' : 'level3';
  if (role === 'titleNote') return 'title';
  if (role === 'title' || role === 'addressee' || role === 'body') return role;
  if (role === 'annex' || role === 'attachmentNote' || role === 'embedded') return 'annex';
  if (role === 'signature' || role === 'date' || role === 'note') return 'closing';
  const { part } = ROLES[role];
  return part === 'main' ? 'body' : part;
}

/** What stands before a line of the source: two characters, the element's own name in short. */
export function shortName(role: Role | 'table', level: number): string {
  if (role === 'heading') return ['', '一级', '二级', '三级', '四级', '五级'][level] ?? '标题';
  return SHORT[role] ?? roleName(role as Role, level);
}

const SHORT: Partial<Record<Role | 'table', string>> = {
  table: '表格', copyNumber: '份号', secrecy: '密级', urgency: '紧急', resultMark: '结果', issuerMark: '标志', documentNumber: '文号', signatory: '签发', titleNote: '题注', addressee: '主送',
  attachmentNote: '附件', present: '出席', excused: '请假', observing: '列席', signature: '署名', date: '日期', embedded: '原件', copyTo: '抄送', printer: '印发', printDate: '印发', printRun: '印数',
};

/** What a person may say a place is, each with its key; what is asked for rarely has none. */
export interface Choice {
  readonly role: Role | 'left-out';
  readonly level: number;
  readonly key: string | null;
}

const choice = (role: Choice['role'], key: string | null = null, level = 0): Choice => ({ role, level, key });

export const CHOICES: readonly Choice[] = [
  choice('heading', '1', 1), choice('heading', '2', 2), choice('heading', '3', 3), choice('heading', '4', 4), choice('body', '5'),
  choice('title', '6'), choice('addressee', '7'), choice('signature', '8'), choice('date', '9'), choice('left-out', '0'),
];

export const MORE_CHOICES: readonly Choice[] = [
  choice('issuerMark'), choice('documentNumber'), choice('signatory'), choice('copyNumber'), choice('secrecy'), choice('urgency'), choice('titleNote'), choice('heading', null, 5),
  choice('article', null, 1), choice('article', null, 2), choice('article', null, 3), choice('article', null, 4), choice('attachmentNote'), choice('note'), choice('annex'), choice('embedded'),
  choice('present'), choice('excused'), choice('observing'), choice('copyTo'), choice('printer'), choice('printDate'), choice('printRun'),
];

export const choiceName = ({ role, level }: Pick<Choice, 'role' | 'level'>): string =>
  role === 'left-out' ? '不收' : role === 'annex' ? '附件标题' : role === 'signature' ? '署名' : roleName(role, level);
