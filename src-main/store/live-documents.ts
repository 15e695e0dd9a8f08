import type { Node } from 'prosemirror-model';
import type { ContentSummary } from './summarise.ts';

/** A document as of its newest step. Replaced as a whole, never changed in place. */
export interface LiveDocument {
  readonly no: number;
  readonly doc: Node;
  readonly revision: number;
  /** Hash of the newest step. */
  readonly hash: Buffer;
  /** The newest step as it is kept; null for a document nobody has edited. */
  readonly lastTr: string | null;
  readonly summary: ContentSummary;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export interface LiveDocuments {
  get(id: string): LiveDocument | undefined;
  /** Without counting as a use of it. */
  find(id: string): LiveDocument | undefined;
  put(id: string, live: LiveDocument): void;
  /** After an append: the next snapshot comes nearer. */
  advance(id: string, live: LiveDocument): void;
  forget(id: string): void;
  close(): void;
}

export interface LiveOptions {
  takeSnapshot(live: LiveDocument): void;
  readonly appendsPerSnapshot: number;
  warn(message: string, details: object): void;
}

/** Documents held in memory; each is some megabytes when it is long. */
const MOST_HELD = 8;
const IDLE_MS = 60_000;

interface Held {
  live: LiveDocument;
  appends: number;
  idle: NodeJS.Timeout | undefined;
}

/**
 * The documents written in lately, so that an append need not read 200,000 characters from the disk. A snapshot is taken
 * every so many appends, after a minute's rest, when a document makes room for another, and on closing. One that fails is
 * only told to the log: it makes the next opening faster, the journal has everything.
 */
export function createLiveDocuments({ takeSnapshot, appendsPerSnapshot, warn }: LiveOptions): LiveDocuments {
  const all = new Map<string, Held>();

  const rest = (id: string, held: Held): void => {
    if (held.appends === 0) return;
    clearTimeout(held.idle);
    held.idle = undefined;
    try {
      takeSnapshot(held.live);
      held.appends = 0;
    } catch (error) {
      warn('snapshot failed', { document: id, error: error instanceof Error ? error.message : String(error) });
    }
  };
  const put = (id: string, live: LiveDocument): void => {
    all.set(id, { live, appends: 0, idle: undefined });
    if (all.size <= MOST_HELD) return;
    const [oldest, held] = all.entries().next().value!;
    rest(oldest, held);
    all.delete(oldest);
  };

  return {
    put,
    find: (id) => all.get(id)?.live,
    get(id) {
      const held = all.get(id);
      if (!held) return undefined;
      all.delete(id);
      all.set(id, held);
      return held.live;
    },
    advance(id, live) {
      const held = all.get(id)!;
      held.live = live;
      held.appends += 1;
      if (held.idle) held.idle.refresh();
      else held.idle = setTimeout(rest, IDLE_MS, id, held).unref();
      // After the answer has gone out: a keystroke does not wait for it.
      if (held.appends % appendsPerSnapshot === 0) setImmediate(rest, id, held);
    },
    forget(id) {
      clearTimeout(all.get(id)?.idle);
      all.delete(id);
    },
    close() {
      for (const [id, held] of all) rest(id, held);
      all.clear();
    },
  };
}
