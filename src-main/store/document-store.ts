import { sql } from 'kysely';
import { AppError } from '#core/contract/failure.ts';
import type { DocumentList, DocumentSummary } from '#core/contract/model.ts';
import type { Query } from './query.ts';

export interface ListWish {
  readonly ids?: readonly string[] | undefined;
  readonly search?: string | undefined;
  readonly removed?: boolean | undefined;
  readonly template?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/** The library's lines: what is known of a document without opening it. */
export interface DocumentStore {
  /** The newest change first; `search` is looked for in title, 发文字号 and 主送机关. */
  list(wish: ListWish): DocumentList;
  /** Throws `not-found`. */
  summary(id: string): DocumentSummary;
  /** Into the bin, or out of it with null. Throws `not-found`. */
  setRemoved(id: string, at: number | null): DocumentSummary;
  /** How many steps of a document are kept aside. */
  quarantined(id: string): number;
  /** The untouched original a document was made from. */
  source(id: string): { name: string; bytes: Uint8Array } | undefined;
  /** The oldest document outside the bin that was made from an original of this digest (SHA-256). */
  madeFrom(digest: Uint8Array): { id: string; title: string } | undefined;
}

const PAGE = 100;
const COUNTING_MS = 100;

/** `countWords` reads a document of before its 字数 were counted; undefined where it cannot be read. */
export function createDocumentStore(query: Query, countWords: (id: string) => number | undefined): DocumentStore {
  const { from } = query;
  const lines = from.selectFrom('document').innerJoin('person', 'person.id', 'document.changed_by').leftJoin('template_in_use', 'template_in_use.hash', 'document.template_hash').leftJoin('source', 'source.doc', 'document.no').select([
    'document.id', 'template', 'template_in_use.name as template_name', 'title', 'document_number', 'addressee', 'words', 'is_counted', 'revision', 'document.created_at', 'changed_at', 'removed_at', 'person.name as changed_by', 'source.name as source_name',
  ]);
  const summary = (id: string): DocumentSummary => {
    const row = query.first(lines.where('document.id', '=', id));
    if (!row) throw new AppError('not-found', { id });
    return toSummary(row);
  };

  // For a moment at a time: a page of the list is shown at once, the rest is counted when it is asked for again.
  const counted = (rows: readonly Line[]): Line[] => {
    const until = performance.now() + COUNTING_MS;
    return rows.map((row) => {
      if (row.is_counted === 1 || performance.now() > until) return row;
      const words = countWords(row.id) ?? row.words;
      query.run(from.updateTable('document').set({ words, is_counted: 1 }).where('id', '=', row.id));
      return { ...row, words };
    });
  };

  return {
    summary,
    list({ ids, search, removed = false, template, offset = 0, limit = PAGE }) {
      let wanted = from.selectFrom('document').where('removed_at', removed ? 'is not' : 'is', null);
      if (ids) wanted = wanted.where('id', 'in', ids);
      if (template !== undefined) wanted = wanted.where('template', '=', template);
      for (const word of (search ?? '').split(/\s+/).filter((each) => each !== '')) {
        const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
        wanted = wanted.where(sql<boolean>`(title LIKE ${pattern} ESCAPE '\\' OR document_number LIKE ${pattern} ESCAPE '\\' OR addressee LIKE ${pattern} ESCAPE '\\')`);
      }
      // The page's keys first: only its own lines are then read and joined.
      const page = wanted.select('no').orderBy('changed_at', 'desc').orderBy('no', 'desc').offset(offset).limit(limit);
      const rows = query.all(lines.where('document.no', 'in', page).orderBy('changed_at', 'desc').orderBy('no', 'desc'));
      const { total } = query.first(wanted.select(({ fn }) => fn.countAll<number>().as('total')))!;
      return { items: counted(rows).map(toSummary), total };
    },
    setRemoved(id, at) {
      query.run(from.updateTable('document').set({ removed_at: at }).where('id', '=', id));
      return summary(id);
    },
    quarantined(id) {
      const row = query.first(from.selectFrom('quarantine').innerJoin('document', 'document.no', 'quarantine.doc').where('document.id', '=', id).select(({ fn }) => fn.countAll<number>().as('steps')));
      return row!.steps;
    },
    source(id) {
      const row = query.first(from.selectFrom('source').innerJoin('document', 'document.no', 'source.doc').where('document.id', '=', id).select(['source.name', 'source.bytes']));
      // Plain bytes: the database's own kind would write itself out as JSON on the wire.
      return row && { name: row.name, bytes: new Uint8Array(row.bytes) };
    },
    madeFrom: (digest) => query.first(from.selectFrom('source').innerJoin('document', 'document.no', 'source.doc').where('source.sha256', '=', Buffer.from(digest)).where('document.removed_at', 'is', null).orderBy('document.no').select(['document.id', 'document.title'])),
  };
}

interface Line {
  id: string; template: string | null; template_name: string | null; title: string; document_number: string; addressee: string; words: number; is_counted: number;
  revision: number; created_at: number; changed_at: number; changed_by: string; removed_at: number | null; source_name: string | null;
}

const iso = (ms: number): string => new Date(ms).toISOString();

const toSummary = (line: Line): DocumentSummary => ({
  id: line.id,
  title: line.title,
  template: line.template,
  templateName: line.template_name,
  documentNumber: line.document_number,
  addressee: line.addressee,
  words: line.words,
  revision: line.revision,
  createdAt: iso(line.created_at),
  changedAt: iso(line.changed_at),
  changedBy: line.changed_by,
  removedAt: line.removed_at === null ? null : iso(line.removed_at),
  sourceName: line.source_name,
});
