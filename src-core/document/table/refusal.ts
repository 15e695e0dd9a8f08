/** Why a table command cannot be done; core/wording has the sentence. */
export const TABLE_REFUSALS = ['sort-across-merges', 'sort-needs-rows', 'move-across-merges', 'move-past-edge', 'move-across-columns', 'move-past-side', 'merge-one-cell', 'split-nothing', 'too-many-columns', 'landscape-elsewhere'] as const;
export type TableRefusal = (typeof TABLE_REFUSALS)[number];

/** What a command makes of a table, or why not. */
export type TableEdit<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: TableRefusal };

export const done = <T>(value: T): TableEdit<T> => ({ ok: true, value });
export const refused = (refusal: TableRefusal): TableEdit<never> => ({ ok: false, refusal });
