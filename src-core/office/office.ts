/** What a named list of units is usually for; '' for any. */
export const LIST_USES = ['addressee', 'copyTo', 'consulted', ''] as const;
export type ListUse = (typeof LIST_USES)[number];

/** What a person is named for on the paper: 签发人, 联系人; '' for both. */
export const DUTIES = ['signatory', 'contact', ''] as const;
export type Duty = (typeof DUTIES)[number];

/** 机关名称: 全称 and 规范化简称 ('' when there is none). */
export interface OfficeName { readonly kind: 'name'; readonly full: string; readonly short: string }
/** 机关代字 and what it is used for: 文种, 函, 文件, the name of a template or a part of it. No use = for all. */
export interface OfficeCode { readonly kind: 'code'; readonly code: string; readonly uses: readonly string[] }
export interface OfficePerson { readonly kind: 'person'; readonly name: string; readonly post: string; readonly unit: string; readonly phone: string; readonly duty: Duty }
/** Another office one writes to or consults. */
export interface OfficeUnit { readonly kind: 'unit'; readonly full: string; readonly short: string }
/** A row of units used together, as they are written on the paper. */
export interface OfficeList { readonly kind: 'list'; readonly name: string; readonly use: ListUse; readonly units: readonly string[] }

export type OfficeEntry = OfficeName | OfficeCode | OfficePerson | OfficeUnit | OfficeList;
export type OfficeKind = OfficeEntry['kind'];

/** An entry or a phrase as the store keeps it. */
export type Kept<T> = T & { readonly id: string };

/** 口径: words that were agreed on once and may be used again. */
export interface Phrase {
  readonly title: string;
  readonly text: string;
  readonly keywords: string;
  readonly group: string;
  /** Where the words come from: document, number, date. */
  readonly source: string;
}

export interface KeptPhrase extends Kept<Phrase> {
  /** ISO time; null when it has not been used yet. */
  readonly usedAt: string | null;
}

/** The same for two entries that mean the same thing: such a one is not added twice. */
export function entryKey(entry: OfficeEntry): string {
  switch (entry.kind) {
    case 'name':
    case 'unit':
      return `${entry.kind} ${entry.full}`;
    case 'code':
      return `code ${entry.code}`;
    case 'person':
      return `person ${entry.name} ${entry.unit} ${entry.duty}`;
    case 'list':
      return `list ${entry.name}`;
  }
}

export const entriesOf = <K extends OfficeKind>(entries: readonly Kept<OfficeEntry>[], kind: K): Kept<Extract<OfficeEntry, { kind: K }>>[] =>
  entries.filter((entry): entry is Kept<Extract<OfficeEntry, { kind: K }>> => entry.kind === kind);

/** 照护服务司　周予安　010-00001234, as a person is named for answering questions. */
export const contactLine = ({ unit, name, phone }: OfficePerson): string => [unit, name, phone].filter((part) => part !== '').join('　');
