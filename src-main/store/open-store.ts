import type { Database } from 'better-sqlite3';
import type { DocumentSummary } from '#core/contract/model.ts';
import { createDocumentStore } from './document-store.ts';
import type { DocumentStore } from './document-store.ts';
import { createImageStore } from './image-store.ts';
import type { ImageStore } from './image-store.ts';
import { createJournal } from './journal.ts';
import type { Journal, JournalOptions, Opened } from './journal.ts';
import { createOfficeTemplateStore } from './office-template-store.ts';
import type { OfficeTemplateStore } from './office-template-store.ts';
import { openDatabase } from './open-database.ts';
import { createOfficeStore } from './office-store.ts';
import type { OfficeStore } from './office-store.ts';
import { createPersonStore } from './person-store.ts';
import type { PersonStore } from './person-store.ts';
import { createPhraseStore } from './phrase-store.ts';
import type { PhraseStore } from './phrase-store.ts';
import { loadDocument } from './load-document.ts';
import { createQuery } from './query.ts';
import type { Query } from './query.ts';
import { createSettingStore } from './setting-store.ts';
import type { SettingStore } from './setting-store.ts';
import { documentFormat } from './snapshot-body.ts';
import type { DocumentFormat } from './snapshot-body.ts';
import { storageFailure } from './storage-failure.ts';
import { createTemplateStore } from './template-store.ts';
import type { TemplateStore } from './template-store.ts';

/** The library of one data folder. What the disk refuses arrives as AppError (`disk-full`, `damaged-database` …). */
export interface Store {
  readonly documents: Repository<DocumentStore>;
  readonly journal: Repository<OpeningJournal>;
  readonly templates: Repository<TemplateStore>;
  readonly officeTemplates: Repository<OfficeTemplateStore>;
  readonly images: Repository<ImageStore>;
  readonly people: Repository<PersonStore>;
  readonly settings: Repository<SettingStore>;
  readonly office: Repository<OfficeStore>;
  readonly phrases: Repository<PhraseStore>;
  /** Takes the snapshots that are due and gives the folder free. */
  close(): void;
}

/** A journal whose `open` also tells what the library knows of the document, all of the same moment. */
interface OpeningJournal extends Omit<Journal, 'open' | 'close'> {
  open(id: string, now: number): Opened & { readonly summary: DocumentSummary; readonly quarantined: number };
}

/** Asynchronous to whoever calls, though this store answers at once: a library shared by an office could not. */
export type Repository<T> = { readonly [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never };

/** Throws AppError `folder-in-use`, `read-only-folder`, `newer-database`, `damaged-database`, `disk-full`. */
export const openStore = (file: string, now: Date, options: Pick<JournalOptions, 'warn'>): Store => createStore(openDatabase(file, now), { ...options, format: documentFormat });

/** The store over an open database, which it closes. */
export function createStore(db: Database, options: JournalOptions): Store {
  const query = createQuery(db);
  const documents = createDocumentStore(query, (id) => wordsOf(query, id, options.format));
  const { open, close, ...journal } = createJournal(db, query, options);
  return {
    documents: repository(db, documents),
    journal: repository<OpeningJournal>(db, {
      ...journal,
      open: (id, now) => ({ ...open(id, now), summary: documents.summary(id), quarantined: documents.quarantined(id) }),
    }),
    templates: repository(db, createTemplateStore(query)),
    officeTemplates: repository(db, createOfficeTemplateStore(query)),
    images: repository(db, createImageStore(query)),
    people: repository(db, createPersonStore(query)),
    settings: repository(db, createSettingStore(query)),
    office: repository(db, createOfficeStore(query)),
    phrases: repository(db, createPhraseStore(query)),
    close() {
      close();
      db.close();
    },
  };
}

/** 字数 of a document as it is kept; what cannot be read is told when it is opened. */
function wordsOf(query: Query, id: string, format: DocumentFormat): number | undefined {
  try {
    return loadDocument(query, id, format).live.summary.words;
  } catch {
    return undefined;
  }
}

function repository<T extends object>(db: Database, functions: T): Repository<T> {
  const wrapped = Object.entries(functions).map(([name, run]: [string, (...args: unknown[]) => unknown]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return run(...args);
      } catch (error) {
        throw storageFailure(error, db.name);
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Repository<T>;
}
