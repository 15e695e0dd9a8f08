import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Compilable } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Queries are written with Kysely and run at once on the same connection, so that no other request's commit can come
 * between two statements, nor into a transaction that is open.
 */
export interface Query {
  readonly from: Kysely<Tables>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  run(query: Compilable): void;
  /** Commits all that `work` does, or nothing. */
  commit<T>(work: () => T): T;
}

export function createQuery(db: Database): Query {
  const from = new Kysely<Tables>({ dialect: new SqliteDialect({ database: db }) });
  return {
    from,
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return db.prepare(sql).all(...parameters) as Row[];
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return db.prepare(sql).get(...parameters) as Row | undefined;
    },
    run(query) {
      const { sql, parameters } = query.compile();
      db.prepare(sql).run(...parameters);
    },
    commit: (work) => db.transaction(work).immediate(),
  };
}
