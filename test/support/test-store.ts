import type { Database } from 'better-sqlite3';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { schema } from '#core/document/schema.ts';
import { openDatabase } from '#main/store/open-database.ts';
import { createStore } from '#main/store/open-store.ts';
import type { Store } from '#main/store/open-store.ts';
import { documentFormat } from '#main/store/snapshot-body.ts';
import type { DocumentFormat } from '#main/store/snapshot-body.ts';

export interface TestStore {
  readonly db: Database;
  readonly store: Store;
  readonly warnings: { message: string; details: object }[];
}

export const writing = { author: 'p1', at: Date.UTC(2026, 7, 1) };

/** A store with one person, 张三 (p1), in it; in memory without a file. */
export async function openTestStore(file = ':memory:', format: DocumentFormat = documentFormat): Promise<TestStore> {
  const db = openDatabase(file, new Date(writing.at));
  const warnings: TestStore['warnings'] = [];
  const store = createStore(db, { format, warn: (message, details) => void warnings.push({ message, details }) });
  await store.people.enter('p1', '张三', '科员', writing.at);
  return { db, store, warnings };
}

/** The steps that type `text` at a position, as they cross the wire. */
export const typing = (doc: Node, text: string, at = 1): object[] => new Transform(doc).insert(at, schema.text(text)).steps.map((step) => step.toJSON() as object);
