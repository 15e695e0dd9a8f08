import type { Transaction } from '@tiptap/pm/state';

const KEY = 'notice';

/** A sentence for the person, carried by a transaction: what a command or a paste did otherwise than asked. The window shows it for a while. */
export const withNotice = (tr: Transaction, text: string): Transaction => tr.setMeta(KEY, text);

export const noticeOf = (tr: Transaction): string | null => (tr.getMeta(KEY) as string | undefined) ?? null;
