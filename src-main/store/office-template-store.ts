import type { Query } from './query.ts';

/** Templates of the office, as they were written; nothing here judges them. */
export interface OfficeTemplateStore {
  /** Those not taken away, the oldest first. */
  list(): readonly unknown[];
  /** Also one that was taken away. */
  find(id: string): unknown;
  /** Puts one in place of what bears its id, or beside the others; one that was taken away is back with it. */
  put(id: string, template: unknown, by: string, at: number): void;
  /** Away, or back with null. False where there is none. */
  setRemoved(id: string, at: number | null): boolean;
}

export function createOfficeTemplateStore(query: Query): OfficeTemplateStore {
  const { from } = query;
  const find = (id: string): string | undefined => query.first(from.selectFrom('office_template').select('body').where('id', '=', id))?.body;
  return {
    list: () => query.all(from.selectFrom('office_template').select('body').where('removed_at', 'is', null).orderBy('no')).map(({ body }) => JSON.parse(body) as unknown),
    find(id) {
      const body = find(id);
      return body === undefined ? undefined : (JSON.parse(body) as unknown);
    },
    put(id, template, by, at) {
      const body = JSON.stringify(template);
      query.run(from.insertInto('office_template').values({ id, body, made_at: at, changed_at: at, changed_by: by, removed_at: null })
        .onConflict((clash) => clash.column('id').doUpdateSet({ body, changed_at: at, changed_by: by, removed_at: null })));
    },
    setRemoved(id, at) {
      query.run(from.updateTable('office_template').set({ removed_at: at }).where('id', '=', id));
      return find(id) !== undefined;
    },
  };
}
