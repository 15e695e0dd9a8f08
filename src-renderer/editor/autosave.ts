import type { FailureCode } from '#core/contract/failure.ts';
import type { Saved } from '#core/contract/model.ts';

/** A step of a transaction as JSON. */
export type StepJson = Record<string, unknown>;

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  /** Not reached the disk; the text is in the window and is sent again by itself. */
  | { readonly kind: 'failed'; readonly code: FailureCode }
  /** Somebody else has written to this document: nothing more is sent. */
  | { readonly kind: 'conflict' };

/** What saving needs of the outside. `D` is the document as the editor holds it. */
export interface AutosavePorts<D> {
  /** Appends steps to the journal. Rejects with an error that has a failure `code`. */
  append(base: number, steps: readonly StepJson[]): Promise<Saved>;
  /** Revision and document as the store has them now. */
  look(): Promise<{ readonly revision: number; isSame(doc: D): boolean }>;
  onState(state: SaveState): void;
  /** Calls back when what a key has changed stands on the screen: no moment is farther from the next key of a quick hand. */
  afterDrawing(run: () => void): void;
}

/** Steps are sent so long after the key that made the first of them. */
export const SEND_AFTER_MS = 400;
/** Keys that come closer than this are a stretch of writing: a request in its midst keeps both sides from the next key, so it waits for the rest. */
const STRETCH_MS = 240;
/** From then on the next key of a stretch takes them along, once it is drawn. */
export const SEND_WITH_KEY_MS = 500;
/** However long the stretch, a request goes now: never more than a second of writing is lost (test/e2e/kill.spec.ts). */
export const SEND_LATEST_MS = 700;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 8000;
/** What one request carries at most, so that a long pause is not answered by a request that is too long. */
const MOST_STEPS = 5000;

interface Batch<D> {
  readonly steps: StepJson[];
  /** The document after the last of them. */
  doc: D;
}

export interface Autosave<D> {
  /** Takes the steps of a transaction and the document they led to. */
  record(steps: readonly StepJson[], doc: D): void;
  /** Sends what is waiting now; resolves when all of it is saved or a request has failed. */
  flush(): Promise<void>;
  readonly isSaved: boolean;
  readonly revision: number;
  /** Stops timers; what is not sent stays unsent. */
  stop(): void;
}

/**
 * Saves by itself: steps go to the host in the order they were made, one request at a time, each exactly once. A request whose
 * answer was lost may have been carried out: then the stored document is compared before anything is sent again.
 */
export function createAutosave<D>(start: { readonly revision: number; readonly doc: D }, ports: AutosavePorts<D>): Autosave<D> {
  let { revision } = start;
  let savedDoc = start.doc;
  let waiting: Batch<D>[] = [];
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry = FIRST_RETRY_MS;
  let isUncertain = false;
  let isOver = false;
  /** When the last step came, and when the first of those that a request is planned for. */
  let written = 0;
  let begun = 0;

  const plan = (wait: number): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void send();
    }, wait);
  };
  const planSteps = (): void => {
    if (timer !== undefined) return;
    begun = performance.now();
    timer = setTimeout(sendAtRest, SEND_AFTER_MS);
  };
  const sendAtRest = (): void => {
    const wait = Math.min(written + STRETCH_MS, begun + SEND_LATEST_MS) - performance.now();
    timer = wait > 0 ? setTimeout(sendAtRest, wait) : undefined;
    if (wait <= 0) void send();
  };
  const sendNow = (): void => {
    if (timer === undefined || sending) return;
    unplan();
    void send();
  };
  const unplan = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const send = (): Promise<void> => (sending ??= run().finally(() => {
    sending = null;
    // What came in the very moment the last request was being put away.
    if (waiting.length > 0 && !isOver) planSteps();
  }));

  /** Sends batch by batch until nothing waits or a request fails. */
  const run = async (): Promise<void> => {
    while (waiting.length > 0 && !isOver) {
      const batch = waiting[0]!;
      // Steps that arrive from here on belong to a batch of their own.
      const steps = batch.steps;
      isClosed.add(batch);
      try {
        if (isUncertain && (await wasCarriedOut(batch))) continue;
        const saved = await ports.append(revision, steps);
        accept(batch, saved.revision);
        ports.onState(waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: saved.savedAt });
      } catch (error) {
        if (codeOf(error) === 'conflict') {
          if (await isTrueConflict(batch)) return;
          continue;
        }
        return fail(error);
      }
    }
  };
  const isClosed = new WeakSet<Batch<D>>();

  const accept = (batch: Batch<D>, at: number): void => {
    revision = at;
    savedDoc = batch.doc;
    waiting = waiting.slice(1);
    retry = FIRST_RETRY_MS;
    isUncertain = false;
  };
  /** After a lost answer: true, and accepted, where the store already holds this batch. */
  const wasCarriedOut = async (batch: Batch<D>): Promise<boolean> => {
    const stored = await ports.look();
    isUncertain = false;
    if (stored.revision === revision) return false;
    if (!stored.isSame(batch.doc)) throw new Conflict();
    accept(batch, stored.revision);
    ports.onState(waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: null });
    return true;
  };
  /** A refused base: ours after all when the stored document is the one this batch led to, or the one it began with. */
  const isTrueConflict = async (batch: Batch<D>): Promise<boolean> => {
    try {
      const stored = await ports.look();
      if (stored.isSame(batch.doc)) {
        accept(batch, stored.revision);
        ports.onState(waiting.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: null });
        return false;
      }
      if (stored.revision !== revision && stored.isSame(savedDoc)) {
        revision = stored.revision;
        return false;
      }
    } catch (error) {
      fail(error);
      return true;
    }
    isOver = true;
    ports.onState({ kind: 'conflict' });
    return true;
  };
  const fail = (error: unknown): void => {
    const code = codeOf(error);
    // Only a request that got no answer may have been carried out.
    isUncertain = code === 'unreachable' || isUncertain;
    ports.onState({ kind: 'failed', code });
    unplan();
    plan(retry);
    retry = Math.min(retry * 2, LAST_RETRY_MS);
  };

  return {
    record(steps, doc) {
      if (steps.length === 0) return;
      const last = waiting.at(-1);
      if (last && !isClosed.has(last) && last.steps.length + steps.length <= MOST_STEPS) {
        last.steps.push(...steps);
        last.doc = doc;
      } else waiting.push({ steps: [...steps], doc });
      if (isOver) return;
      if (!sending && retry === FIRST_RETRY_MS) ports.onState({ kind: 'saving' });
      written = performance.now();
      if (sending) return;
      planSteps();
      if (retry === FIRST_RETRY_MS && written - begun >= SEND_WITH_KEY_MS) ports.afterDrawing(sendNow);
    },
    async flush() {
      if (isOver) return;
      unplan();
      await send();
    },
    get isSaved() {
      return waiting.length === 0;
    },
    get revision() {
      return revision;
    },
    stop() {
      isOver = true;
      unplan();
    },
  };
}

/** Thrown where the store holds something that is not ours; handled as a refused base. */
class Conflict extends Error {
  readonly code: FailureCode = 'conflict';
}

const codeOf = (error: unknown): FailureCode => ((error as { code?: FailureCode } | null)?.code ?? 'internal');
