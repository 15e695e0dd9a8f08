import type { Person } from '#core/contract/model.ts';
import type { Query } from './query.ts';

/** Everybody who ever wrote in this library. Nobody is removed: the journal names them. */
export interface PersonStore {
  /** The newest first. */
  list(): Person[];
  find(id: string): Person | undefined;
  /** The person of this name and post, entered under `id` when they are new. */
  enter(id: string, name: string, post: string, at: number): Person;
}

export function createPersonStore(query: Query): PersonStore {
  const { from } = query;
  const persons = from.selectFrom('person').select(['id', 'name', 'post']);
  return {
    list: () => query.all(persons.orderBy('created_at', 'desc').orderBy('id')),
    find: (id) => query.first(persons.where('id', '=', id)),
    enter(id, name, post, at) {
      query.run(from.insertInto('person').values({ id, name, post, created_at: at }).onConflict((conflict) => conflict.columns(['name', 'post']).doNothing()));
      return query.first(persons.where('name', '=', name).where('post', '=', post))!;
    },
  };
}
