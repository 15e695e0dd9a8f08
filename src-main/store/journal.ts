import type { Database } from 'better-sqlite3';
import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import type { Template } from '#core/template/template.ts';
import { applySteps, keptForm } from './apply-steps.ts';
import { CHAIN_START, chainHash, sha256 } from './chain-hash.ts';
import { createLiveDocuments } from './live-documents.ts';
import type { LiveDocument } from './live-documents.ts';
import { loadDocument } from './load-document.ts';
import type { Query } from './query.ts';
import { prepareDocument } from './prepared-document.ts';
import type { PreparedDocument } from './prepared-document.ts';
import { packDocument } from './snapshot-body.ts';
import type { DocumentFormat } from './snapshot-body.ts';
import { keepTemplate } from './template-store.ts';
import { summariseChange } from './summarise.ts';
import type { SnapshotKind } from './tables.ts';

/** Who writes, and when (milliseconds since 1970). */
export interface Writing {
  readonly author: string;
  readonly at: number;
}

export interface Opened {
  readonly doc: Node;
  readonly revision: number;
}

export interface Appended {
  readonly revision: number;
  readonly savedAt: number;
  /** True when the library's line reads differently now, beyond its count and time. */
  readonly isRenamed: boolean;
}

export interface Journal {
  /** `template` is the one the document stays with, whatever becomes of it later. */
  create(id: string, doc: Node, source: { name: string; bytes: Uint8Array } | undefined, writing: Writing, template?: Template | null): void;
  /** The same of a document nobody is about to write in: nothing of it is held in memory. */
  keep(id: string, prepared: PreparedDocument, source: { name: string; bytes: Uint8Array } | undefined, writing: Writing, template?: Template | null): void;
  /** The document as its newest intact snapshot and the steps after it say. Throws `not-found`, `broken-document`, `newer-document`. */
  open(id: string, now: number): Opened;
  /** The same only to be looked at: it makes no room for it among the documents being written in, and repairs nothing. */
  peek(id: string): Node;
  /** One durable commit. Throws `conflict` when `base` is not the newest revision, `invalid-input`, `not-found`, `disk-full`. */
  append(id: string, base: number, steps: readonly unknown[], writing: Writing): Appended;
  /** Takes the snapshots that are due on leaving. */
  close(): void;
}

/** Appends between two snapshots of a document that is being written in. */
const APPENDS_PER_SNAPSHOT = 200;
/** `auto` snapshots kept of a document, so that a damaged newest one costs a longer replay and nothing else. */
const AUTO_SNAPSHOTS_KEPT = 3;

export interface JournalOptions {
  readonly format: DocumentFormat;
  warn(message: string, details: object): void;
}

export function createJournal(db: Database, query: Query, { format, warn }: JournalOptions): Journal {
  const insertStep = db.prepare<[number, number, number, string, string, Buffer, Buffer]>(
    'INSERT INTO step (doc, seq, ts, stage, author, rev, tr, prev, hash) VALUES (?, ?, ?, 0, ?, NULL, ?, ?, ?)',
  );
  const updateDocument = db.prepare<[string | null, string, string, string, number, number, number, number, string, number]>(
    `UPDATE document SET template = ?, title = ?, document_number = ?, addressee = ?, words = ?, is_counted = 1, revision = ?,
     schema_ver = ?, changed_at = ?, changed_by = ? WHERE no = ?`,
  );
  const commitStep = db.transaction((live: LiveDocument, next: LiveDocument, tr: string, { author, at }: Writing) => {
    const { template, title, document_number, addressee, words } = next.summary;
    insertStep.run(live.no, next.revision, at, author, tr, live.hash, next.hash);
    updateDocument.run(template, title, document_number, addressee, words, next.revision, format.version, at, author, live.no);
  });

  const writeSnapshot = (no: number, seq: number, doc: Node, kind: SnapshotKind, ts: number): void => {
    query.run(query.from.replaceInto('snapshot').values({ doc: no, seq, schema_ver: format.version, kind, ts, ...packDocument(doc) }));
  };
  const takeSnapshot = (live: LiveDocument): void => {
    query.commit(() => {
      writeSnapshot(live.no, live.revision, live.doc, 'auto', live.changedAt);
      const old = query.all(query.from.selectFrom('snapshot').select('seq').where('doc', '=', live.no).where('kind', '=', 'auto').orderBy('seq', 'desc').offset(AUTO_SNAPSHOTS_KEPT).limit(1000));
      if (old.length > 0) query.run(query.from.deleteFrom('snapshot').where('doc', '=', live.no).where('kind', '=', 'auto').where('seq', '<=', old[0]!.seq));
    });
  };
  const lives = createLiveDocuments({ takeSnapshot, appendsPerSnapshot: APPENDS_PER_SNAPSHOT, warn });

  const liveOf = (id: string, now: number): LiveDocument => {
    const known = lives.get(id);
    if (known) return known;
    const loaded = loadDocument(query, id, format);
    if (loaded.stopped) warn('steps kept aside', { document: id, after: loaded.live.revision, reason: loaded.stopped });
    if (loaded.repair) query.commit(() => loaded.repair!(now, writeSnapshot));
    lives.put(id, loaded.live);
    return loaded.live;
  };

  /** Answers its row. */
  const keep = (id: string, { summary, body, sha256: bodyHash }: PreparedDocument, source: { name: string; bytes: Uint8Array } | undefined, { author, at }: Writing, template: Template | null = null): number => query.commit(() => {
    query.run(query.from.insertInto('document').values({
      id, ...summary, revision: 0, schema_ver: format.version, created_at: at, created_by: author, changed_at: at, changed_by: author, removed_at: null,
      template_hash: template && keepTemplate(query, template, at),
    }));
    const { no } = query.first(query.from.selectFrom('document').select('no').where('id', '=', id))!;
    query.run(query.from.insertInto('snapshot').values({ doc: no, seq: 0, schema_ver: format.version, kind: 'start', ts: at, body: bufferOf(body), sha256: bufferOf(bodyHash) }));
    if (source) query.run(query.from.insertInto('source').values({ doc: no, name: source.name, bytes: bufferOf(source.bytes), sha256: sha256(source.bytes) }));
    return no;
  });

  return {
    keep: (...of) => void keep(...of),
    create(id, doc, source, writing, template) {
      const prepared = prepareDocument(doc);
      const no = keep(id, prepared, source, writing, template);
      lives.put(id, { no, doc, revision: 0, hash: CHAIN_START, lastTr: null, summary: prepared.summary, changedAt: writing.at });
    },
    open(id, now) {
      const { doc, revision } = liveOf(id, now);
      return { doc, revision };
    },
    peek: (id) => (lives.find(id) ?? loadDocument(query, id, format).live).doc,
    append(id, base, steps, writing) {
      const live = liveOf(id, writing.at);
      if (base !== live.revision) return repeated(live, base, steps);
      if (steps.length === 0) return { revision: live.revision, savedAt: live.changedAt, isRenamed: false };
      const applied = applySteps(live.doc, steps);
      const next: LiveDocument = {
        no: live.no, doc: applied.doc, revision: live.revision + 1, hash: chainHash(live.hash, applied.tr), lastTr: applied.tr,
        summary: summariseChange(live.summary, applied), changedAt: writing.at,
      };
      try {
        commitStep.immediate(live, next, applied.tr, writing);
      } catch (error) {
        // Whether a failed commit reached the disk is for the disk to say: read it again next time.
        lives.forget(id);
        throw error;
      }
      lives.advance(id, next);
      return { revision: next.revision, savedAt: writing.at, isRenamed: isRenamed(live, next) };
    },
    close: lives.close,
  };
}

/** The newest append sent once more because its answer was lost is answered again; every other stale base is a conflict. */
function repeated(live: LiveDocument, base: number, steps: readonly unknown[]): Appended {
  if (base !== live.revision - 1 || live.lastTr === null || live.lastTr !== keptForm(steps)) throw new AppError('conflict', { revision: live.revision });
  return { revision: live.revision, savedAt: live.changedAt, isRenamed: false };
}

const isRenamed = (one: LiveDocument, other: LiveDocument): boolean =>
  (['template', 'title', 'document_number', 'addressee'] as const).some((name) => one.summary[name] !== other.summary[name]);

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
