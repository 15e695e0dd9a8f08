/** The parts of a document (GB/T 9704—2012 7.1): 版头, 主体, 版记. */
export type Part = 'masthead' | 'main' | 'imprint';

interface RoleFacts {
  readonly part: Part;
  readonly name: string;
}

/**
 * The elements (要素) a paragraph can be, in the order of the paper. Only `heading` (一、（一）1.（1）①) and `article` (章 节 条 项 目) use `level`;
 * `annex` and `embedded` begin a part of their own that runs to the next such paragraph or to the 版记.
 */
export const ROLES = {
  copyNumber: { part: 'masthead', name: '份号' },
  secrecy: { part: 'masthead', name: '密级和保密期限' },
  urgency: { part: 'masthead', name: '紧急程度' },
  resultMark: { part: 'masthead', name: '办理结果' },
  issuerMark: { part: 'masthead', name: '发文机关标志' },
  documentNumber: { part: 'masthead', name: '发文字号' },
  signatory: { part: 'masthead', name: '签发人' },
  title: { part: 'main', name: '标题' },
  titleNote: { part: 'main', name: '题注' },
  addressee: { part: 'main', name: '主送机关' },
  heading: { part: 'main', name: '层次标题' },
  article: { part: 'main', name: '条款' },
  body: { part: 'main', name: '正文' },
  attachmentNote: { part: 'main', name: '附件说明' },
  present: { part: 'main', name: '出席人员' },
  excused: { part: 'main', name: '请假人员' },
  observing: { part: 'main', name: '列席人员' },
  signature: { part: 'main', name: '发文机关署名' },
  date: { part: 'main', name: '成文日期' },
  note: { part: 'main', name: '附注' },
  annex: { part: 'main', name: '附件' },
  embedded: { part: 'main', name: '被印发文件' },
  sentTo: { part: 'imprint', name: '主送（版记）' },
  copyTo: { part: 'imprint', name: '抄送机关' },
  printer: { part: 'imprint', name: '印发机关' },
  printDate: { part: 'imprint', name: '印发日期' },
  printRun: { part: 'imprint', name: '印数' },
} as const satisfies Record<string, RoleFacts>;

export type Role = keyof typeof ROLES;

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Heading levels of GB/T 9704—2012 7.3.3: 一、（一）1.（1）, and ①, which offices add below them. */
export const HEADING_LEVELS = [1, 2, 3, 4, 5] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** Levels of 法规 and 办法: 第一章, 第一节, 第一条, （一） (项), 1. (目); a 款 is an unnumbered body paragraph. */
export const ARTICLE_NAMES = ['', '章', '节', '条', '项', '目'] as const;

/** Roles whose paragraphs have levels and a computed number. */
export const hasLevels = (role: Role): role is 'heading' | 'article' => role === 'heading' || role === 'article';

export const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);

/** 标题, 二级标题, 条, 抄送机关 …: what a person calls such a paragraph. */
export function roleName(role: Role, level = 0): string {
  if (role === 'article') return ARTICLE_NAMES[level] || ROLES.article.name;
  return role === 'heading' ? `${['', '一', '二', '三', '四', '五'][level] ?? ''}级标题` : ROLES[role].name;
}

/** True where a paragraph of this role begins a new part with its own numbering: an annex or an embedded document. */
export const beginsPart = (role: Role): boolean => role === 'annex' || role === 'embedded';
