import { AppError } from '#core/contract/failure.ts';
import { CHAIN_START } from './chain-hash.ts';
import type { LiveDocument } from './live-documents.ts';
import type { Query } from './query.ts';
import { replay } from './replay.ts';
import type { QuarantineReason, Replayed } from './replay.ts';
import { unpackDocument } from './snapshot-body.ts';
import type { DocumentFormat } from './snapshot-body.ts';
import { summarise } from './summarise.ts';
import type { SnapshotKind } from './tables.ts';
import type { Node } from 'prosemirror-model';

type WriteSnapshot = (no: number, seq: number, doc: Node, kind: SnapshotKind, ts: number) => void;

export interface Loaded {
  readonly live: LiveDocument;
  readonly stopped: QuarantineReason | null;
  /** Puts the database right where it and the document do not agree; to run in one commit. Absent when all is well. */
  readonly repair?: (now: number, writeSnapshot: WriteSnapshot) => void;
}

/** A document is its newest intact snapshot plus the steps after it. */
export function loadDocument(query: Query, id: string, format: DocumentFormat): Loaded {
  const row = query.first(query.from.selectFrom('document').selectAll().where('id', '=', id));
  if (!row) throw new AppError('not-found', { id });
  if (row.schema_ver > format.version) throw new AppError('newer-document', { id });
  const isOlder = row.schema_ver < format.version;
  const replayed = replayFrom(query, row.no, id, format, isOlder);
  const summary = summarise(replayed.doc);
  const last = query.first(query.from.selectFrom('step').select('tr').where('doc', '=', row.no).where('seq', '=', replayed.seq));
  const live: LiveDocument = { no: row.no, doc: replayed.doc, revision: replayed.seq, hash: replayed.hash, lastTr: last?.tr ?? null, summary, changedAt: row.changed_at };
  if (!isOlder && !replayed.stopped && replayed.seq === row.revision && row.is_counted === 1) return { live, stopped: null };
  const repair = (now: number, writeSnapshot: WriteSnapshot): void => {
    if (replayed.stopped) setAside(query, row.no, replayed.seq, replayed.stopped, now);
    query.run(query.from.updateTable('document').set({ ...summary, revision: replayed.seq, schema_ver: format.version }).where('no', '=', row.no));
    if (isOlder) writeSnapshot(row.no, replayed.seq, replayed.doc, 'upgrade', now);
  };
  return { live, stopped: replayed.stopped, repair };
}

function replayFrom(query: Query, no: number, id: string, format: DocumentFormat, isOlder: boolean): Replayed {
  const { from } = query;
  const snapshots = query.all(from.selectFrom('snapshot').select(['seq', 'schema_ver']).where('doc', '=', no).orderBy('seq', 'desc').orderBy('schema_ver', 'desc'));
  for (const { seq, schema_ver } of snapshots) {
    const doc = unpackDocument(query.first(from.selectFrom('snapshot').selectAll().where('doc', '=', no).where('seq', '=', seq).where('schema_ver', '=', schema_ver))!, format);
    if (!doc) continue;
    const hash = seq === 0 ? CHAIN_START : query.first(from.selectFrom('step').select('hash').where('doc', '=', no).where('seq', '=', seq))?.hash;
    if (!hash) continue;
    const steps = query.all(from.selectFrom('step').selectAll().where('doc', '=', no).where('seq', '>', seq).orderBy('seq'));
    // Steps of an older format may mean something else upon the upgraded document: they are kept, not played.
    if (isOlder && steps.length > 0) return { doc, seq, hash, stopped: 'older-format' };
    return replay({ doc, seq, hash }, steps);
  }
  throw new AppError('broken-document', { id });
}

/** The steps after `seq` leave the journal, so that it can go on from there, and are kept whole for whoever looks into it. */
function setAside(query: Query, no: number, seq: number, reason: QuarantineReason, now: number): void {
  const after = query.all(query.from.selectFrom('step').selectAll().where('doc', '=', no).where('seq', '>', seq).orderBy('seq'));
  for (const step of after) query.run(query.from.insertInto('quarantine').values({ ...step, kept_at: now, reason }));
  query.run(query.from.deleteFrom('step').where('doc', '=', no).where('seq', '>', seq));
}
