import type { Database } from 'better-sqlite3';

/** One step of the library's form. `up` runs in a transaction with the bump of `user_version`; it must not begin its own. */
export interface Migration {
  readonly number: number;
  up(db: Database): void;
}
