import type { Kept, OfficeEntry } from '#core/office/office.ts';
import type { Query } from './query.ts';

/** What the office keeps. Taken away is hidden, never deleted. */
export interface OfficeStore {
  /** By kind in its order. */
  list(): Kept<OfficeEntry>[];
  /** At the end of their kinds. All or nothing. */
  add(entries: readonly Kept<OfficeEntry>[], at: number): void;
  /** False when there is no such entry of this kind. */
  change(id: string, entry: OfficeEntry, at: number): boolean;
  /** Puts an entry before all others of its kind; false when there is none. */
  lead(id: string, at: number): boolean;
  setRemoved(ids: readonly string[], at: number | null): void;
}

export function createOfficeStore(query: Query): OfficeStore {
  const { from } = query;
  const edge = (kind: string): { first: number; last: number } => {
    const found = query.first(from.selectFrom('office_entry').select(({ fn }) => [fn.min('place').as('first'), fn.max('place').as('last')]).where('kind', '=', kind));
    return { first: Number(found?.first ?? 0), last: Number(found?.last ?? 0) };
  };
  const kindOf = (id: string): string | undefined => query.first(from.selectFrom('office_entry').select('kind').where('id', '=', id).where('removed_at', 'is', null))?.kind;
  return {
    list: () =>
      query.all(from.selectFrom('office_entry').select(['id', 'value']).where('removed_at', 'is', null).orderBy('kind').orderBy('place').orderBy('no'))
        .map(({ id, value }) => ({ ...(JSON.parse(value) as OfficeEntry), id })),
    add(entries, at) {
      query.commit(() => {
        const places = new Map<string, number>();
        for (const { id, ...entry } of entries) {
          const place = (places.get(entry.kind) ?? edge(entry.kind).last) + 1;
          places.set(entry.kind, place);
          query.run(from.insertInto('office_entry').values({ id, kind: entry.kind, place, value: JSON.stringify(entry), changed_at: at, removed_at: null }));
        }
      });
    },
    change(id, entry, at) {
      if (kindOf(id) !== entry.kind) return false;
      query.run(from.updateTable('office_entry').set({ value: JSON.stringify(entry), changed_at: at }).where('id', '=', id));
      return true;
    },
    lead(id, at) {
      const kind = kindOf(id);
      if (kind === undefined) return false;
      query.run(from.updateTable('office_entry').set({ place: edge(kind).first - 1, changed_at: at }).where('id', '=', id));
      return true;
    },
    setRemoved(ids, at) {
      query.commit(() => {
        for (const id of ids) query.run(from.updateTable('office_entry').set({ removed_at: at }).where('id', '=', id));
      });
    },
  };
}
