import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '#core/contract/failure.ts';
import type { Failure } from '#core/contract/failure.ts';
import type { Packed } from '#core/contract/wire.ts';
import type { Template } from '#core/template/template.ts';
import type { Log } from './ports.ts';
import type { LibraryFile } from './read-for-library.ts';
import type { Read, ReadFile, Said, Wish } from './read-wish.ts';

/** What a thread says; `failure` is null for a bug, whose stack is for the log. */
export type Message = 'ready' | ({ readonly ok: true } & Read) | { readonly ok: false; readonly failure: Failure | null; readonly stack?: string | undefined };

export interface ImportPool {
  readonly size: number;
  /** Reads one file in a free thread; waits for one where all are busy. Rejects with the AppErrors of `import.read`. */
  read(name: string, bytes: Uint8Array): Promise<ReadFile>;
  /** The same, as the library keeps it: a document of many nodes would take the thread that asked as long to receive as to read. */
  readForLibrary(name: string, bytes: Uint8Array): Promise<LibraryFile>;
  /** The same, as the window is answered. */
  readForWindow(name: string, bytes: Uint8Array, said: Said): Promise<Packed>;
  /** Files that wait are refused as `cancelled`; those being read are finished. */
  cancel(): void;
  close(): void;
  /** Refuses those being read too, and ends their threads. */
  stop(): void;
}

interface Job {
  readonly wish: Wish;
  resolve(read: Read): void;
  reject(error: Error): void;
}

interface PoolOptions {
  readonly size?: number;
  /** The file of the thread. */
  readonly worker?: string;
  /** Milliseconds after which a file has found a hole in the reader: its thread is given up. */
  readonly longest?: number;
}

const LONGEST = 60_000;
/** From the sources the thread is a source too; in the bundles it lies beside the host's, in the packed app outside the archive (electron-builder.yml). */
const WORKER = join(unpackedFolder(import.meta.dirname), import.meta.filename.endsWith('.ts') ? 'import-worker.ts' : 'import-worker.js');

/** The folder on disk of one within Electron's archive. */
export function unpackedFolder(folder: string): string {
  return folder.replace(/(?<=[\\/])app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

/** Threads that read files, one less than the machine has cores, so that window and store keep theirs; started when the first file comes. */
export function createImportPool(templates: readonly Template[], log: Log, { size = Math.max(1, availableParallelism() - 1), worker: file = WORKER, longest = LONGEST }: PoolOptions = {}): ImportPool {
  const waiting: Job[] = [];
  const free: Worker[] = [];
  const all = new Set<Worker>();
  const ready = new WeakSet<Worker>();
  /** How each file being read is refused. */
  const busy = new Map<Worker, () => void>();
  let closed = false;
  /** Threads cannot be started here; files are read one after the other in this one. */
  let threadless: Promise<void> | undefined;

  const next = (): void => {
    if (threadless) for (const job of waiting.splice(0)) threadless = threadless.then(() => readHere(job));
    while (waiting.length > 0 && (free.length > 0 || all.size < size)) run(free.pop() ?? start(), waiting.shift()!);
  };

  const readHere = async (job: Job): Promise<void> => {
    await new Promise((turn) => setImmediate(turn));
    const { readWish } = await import('./read-wish.ts');
    await readWish(job.wish, (id) => templates.find((each) => each.id === id)).then(job.resolve, job.reject);
  };

  const start = (): Worker => {
    const worker = new Worker(file, { workerData: { templates } });
    all.add(worker);
    // An app that is to end does not wait for idle threads; a busy one is held by its file's promise.
    worker.unref();
    return worker;
  };

  const run = (worker: Worker, job: Job): void => {
    const { name } = job.wish;
    worker.ref();
    const timer = setTimeout(() => giveUp('slow', unreadable), longest);
    const leave = (): void => {
      clearTimeout(timer);
      busy.delete(worker);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const settle = (tell: () => void): void => {
      leave();
      worker.unref();
      if (closed) void worker.terminate();
      else free.push(worker);
      tell();
      next();
    };
    const giveUp = (fault: string | null, tell: () => void): void => {
      leave();
      if (fault !== null) log.error('import thread given up', { name, fault });
      all.delete(worker);
      // Whatever else it has to say finds nobody.
      worker.on('error', () => {});
      void worker.terminate();
      tell();
      next();
    };
    const unreadable = (): void => job.reject(new AppError('unreadable-file', { name }));
    const onMessage = (message: Message): void => {
      if (message === 'ready') ready.add(worker);
      else if (message.ok) settle(() => job.resolve(message));
      else settle(() => job.reject(message.failure ? new AppError(message.failure.code, message.failure.details) : bug(message.stack)));
    };
    /** A thread that never spoke could not be started at all; one that did was brought down by the file. */
    const onFault = (fault: string): void => giveUp(fault, () => {
      if (ready.has(worker)) unreadable();
      else {
        threadless ??= Promise.resolve();
        waiting.unshift(job);
      }
    });
    const onError = (error: Error): void => onFault(error.message);
    const onExit = (code: number): void => onFault(`exit ${code}`);
    busy.set(worker, () => giveUp(null, () => job.reject(new AppError('cancelled'))));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job.wish);
  };

  const cancel = (): void => {
    for (const job of waiting.splice(0)) job.reject(new AppError('cancelled'));
  };
  /** Whoever asked takes the form that was asked for; another is a bug of the thread. */
  const ask = <T>(wish: Wish, take: (read: Read) => T | undefined): Promise<T> => new Promise((resolve, reject) => {
    if (closed) return reject(new AppError('cancelled'));
    const resolveWith = (read: Read): void => {
      const taken = take(read);
      if (taken === undefined) reject(new Error(`asked for ${wish.form}, was given ${read.form}`));
      else resolve(taken);
    };
    waiting.push({ wish, resolve: resolveWith, reject });
    next();
  });
  const close = (): void => {
    closed = true;
    cancel();
    for (const worker of free.splice(0)) void worker.terminate();
  };
  return {
    size,
    cancel,
    close,
    read: (name, bytes) => ask({ form: 'file', name, bytes }, (answer) => (answer.form === 'file' ? answer.read : undefined)),
    readForLibrary: (name, bytes) => ask({ form: 'library', name, bytes }, (answer) => (answer.form === 'library' ? answer.kept : undefined)),
    readForWindow: (name, bytes, said) => ask({ form: 'answer', name, bytes, ...said }, (answer) => (answer.form === 'answer' ? answer.packed : undefined)),
    stop() {
      close();
      for (const refuse of [...busy.values()]) refuse();
    },
  };
}

function bug(stack: string | undefined): Error {
  const error = new Error('import thread');
  if (stack !== undefined) error.stack = stack;
  return error;
}
