import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '#core/contract/failure.ts';
import type { Failure } from '#core/contract/failure.ts';
import type { DocumentFile } from '#core/contract/model.ts';
import type { Template } from '#core/template/template.ts';
import type { Log } from './ports.ts';
import type { LibraryFile } from './read-for-library.ts';

/** What a thread is asked. */
export interface Wish {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A document file, or what the library keeps of it. */
  readonly form: 'file' | 'library';
}

/** A file that was read: what many at once need of it. */
export interface ReadFile {
  readonly file: DocumentFile;
  readonly doubts: number;
}

/** What a thread answers; `failure` is null for a bug, whose stack is for the log. */
export type Answer = { readonly ok: true; readonly read: ReadFile | LibraryFile } | { readonly ok: false; readonly failure: Failure | null; readonly stack?: string | undefined };

export interface ImportPool {
  readonly size: number;
  /** Reads one file in a free thread; waits for one where all are busy. Rejects with the AppErrors of `import.read`. */
  read(name: string, bytes: Uint8Array): Promise<ReadFile>;
  /** The same, as the library keeps it: a document of many nodes would take the thread that asked as long to receive as to read. */
  readForLibrary(name: string, bytes: Uint8Array): Promise<LibraryFile>;
  /** Files that wait are refused as `cancelled`; those being read are finished. */
  cancel(): void;
  close(): void;
}

interface Job extends Wish {
  resolve(read: ReadFile | LibraryFile): void;
  reject(error: Error): void;
}

/** A file that takes longer has found a hole in the reader: its thread is given up. */
const LONGEST = 60_000;
/** From the sources the thread is a source too; in the bundles it lies beside the host's, in the packed app outside the archive (electron-builder.yml). */
const WORKER = join(unpackedFolder(import.meta.dirname), import.meta.filename.endsWith('.ts') ? 'import-worker.ts' : 'import-worker.js');

/** The folder on disk of one within Electron's archive. */
export function unpackedFolder(folder: string): string {
  return folder.replace(/(?<=[\\/])app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

/** Threads that read files, one less than the machine has cores, so that window and store keep theirs; started when the first file comes. */
export function createImportPool(templates: readonly Template[], log: Log, { size = Math.max(1, availableParallelism() - 1), worker: file = WORKER }: { readonly size?: number; readonly worker?: string } = {}): ImportPool {
  const waiting: Job[] = [];
  const free: Worker[] = [];
  const all = new Set<Worker>();
  const ready = new WeakSet<Worker>();
  let closed = false;
  /** Threads cannot be started here; files are read one after the other in this one. */
  let threadless: Promise<void> | undefined;

  const next = (): void => {
    if (threadless) for (const job of waiting.splice(0)) threadless = threadless.then(() => readHere(job));
    while (waiting.length > 0 && (free.length > 0 || all.size < size)) run(free.pop() ?? start(), waiting.shift()!);
  };

  const readHere = async (job: Job): Promise<void> => {
    await new Promise((turn) => setImmediate(turn));
    const options = { find: (id: string) => templates.find((each) => each.id === id) };
    const [{ readImport }, { readForLibrary }] = await Promise.all([import('./read-import.ts'), import('./read-for-library.ts')]);
    const read = async (): Promise<ReadFile | LibraryFile> => {
      if (job.form === 'library') return readForLibrary(job.name, job.bytes, options);
      const { file, recognition } = await readImport(job.name, job.bytes, options);
      return { file, doubts: recognition.doubts.length };
    };
    await read().then(job.resolve, job.reject);
  };

  const start = (): Worker => {
    const worker = new Worker(file, { workerData: { templates } });
    all.add(worker);
    // An app that is to end does not wait for idle threads; a busy one is held by its file's promise.
    worker.unref();
    return worker;
  };

  const run = (worker: Worker, job: Job): void => {
    worker.ref();
    const timer = setTimeout(() => settle(() => job.reject(new AppError('unreadable-file', { name: job.name })), 'slow'), LONGEST);
    const settle = (tell: () => void, fault?: string): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (fault === undefined) {
        worker.unref();
        if (closed) void worker.terminate();
        else free.push(worker);
      } else {
        log.error('import thread given up', { name: job.name, fault });
        all.delete(worker);
        // Whatever else it has to say finds nobody.
        worker.on('error', () => {});
        void worker.terminate();
      }
      tell();
      next();
    };
    const onMessage = (answer: Answer | 'ready'): void => {
      if (answer === 'ready') {
        ready.add(worker);
        return;
      }
      settle(() => {
        if (answer.ok) job.resolve(answer.read);
        else job.reject(answer.failure ? new AppError(answer.failure.code, answer.failure.details) : bug(answer.stack));
      });
    };
    /** A thread that never spoke could not be started at all; one that did was brought down by the file. */
    const onFault = (fault: string): void => settle(() => {
      if (ready.has(worker)) job.reject(new AppError('unreadable-file', { name: job.name }));
      else {
        threadless ??= Promise.resolve();
        waiting.unshift(job);
      }
    }, fault);
    const onError = (error: Error): void => onFault(error.message);
    const onExit = (code: number): void => onFault(`exit ${code}`);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage({ name: job.name, bytes: job.bytes, form: job.form } satisfies Wish);
  };

  const cancel = (): void => {
    for (const job of waiting.splice(0)) job.reject(new AppError('cancelled'));
  };
  const add = (wish: Wish): Promise<ReadFile | LibraryFile> => new Promise((resolve, reject) => {
    if (closed) reject(new AppError('cancelled'));
    waiting.push({ ...wish, resolve, reject });
    next();
  });
  return {
    size,
    cancel,
    read: (name, bytes) => add({ name, bytes, form: 'file' }) as Promise<ReadFile>,
    readForLibrary: (name, bytes) => add({ name, bytes, form: 'library' }) as Promise<LibraryFile>,
    close() {
      closed = true;
      cancel();
      for (const worker of free.splice(0)) void worker.terminate();
    },
  };
}

function bug(stack: string | undefined): Error {
  const error = new Error('import thread');
  if (stack !== undefined) error.stack = stack;
  return error;
}
