import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { ImportedFile, ImportJob } from '#core/contract/model.ts';
import type { Template } from '#core/template/template.ts';
import type { AppContext } from './context.ts';
import { createImportPool } from './import-pool.ts';
import type { ImportPool } from './import-pool.ts';
import { personAtWork } from './people-and-settings.ts';
import type { LibraryFile } from './read-for-library.ts';

type JobMethod = 'import.begin' | 'import.add' | 'import.cancel' | 'import.jobs' | 'import.forget';

/** A job while the app runs; `digests` are the contents already in the library, by file name. */
interface Running {
  readonly job: ImportJob;
  readonly files: ImportedFile[];
  readonly digests: Map<string, string>;
  readonly pool: ImportPool;
  /** By digest, what is being read. */
  readonly underway: Map<string, Promise<void>>;
  /** As they were when it began: what its documents are read with, they are kept with. */
  readonly templates: readonly Template[];
}

/** A line of a job's record: what it is, then one line a file. */
type Entry = { readonly job: Omit<ImportJob, 'files'> } | { readonly file: ImportedFile; readonly digest: string };

/**
 * Many files at once into the library. The window hands the files over one by one, as many at a time as it likes; each is read in
 * a thread of its own and stored like any document, with its original. What is done is written down, so that a job that was
 * cancelled or cut off goes on where it stood when the same files are handed over again.
 */
export function importJobHandlers(context: AppContext): Pick<Handlers, JobMethod> {
  const { ports, store, templates, emit } = context;
  const folder = join(ports.folders.data, 'imports');
  const running = new Map<string, Running>();
  const recordOf = (job: string): string => join(folder, `${job}.jsonl`);
  const write = (job: string, entry: Entry): Promise<void> => appendFile(recordOf(job), `${JSON.stringify(entry)}\n`);

  const find = (job: string): Running => {
    const found = running.get(job);
    if (!found) throw new AppError('cancelled');
    return found;
  };
  const stop = (job: string): void => {
    running.get(job)?.pool.close();
    running.delete(job);
  };
  const settle = async (task: Running, file: ImportedFile, digest: string): Promise<ImportedFile> => {
    const { id, total } = task.job;
    task.files.push(file);
    task.digests.set(file.name, digest);
    await write(id, { file, digest });
    const failed = task.files.filter(({ failure }) => failure !== null).length;
    emit('job.progress', { job: id, name: file.name, done: task.files.length - failed, failed, total });
    if (task.files.length >= total) {
      stop(id);
      if (failed === 0) await rm(recordOf(id), { force: true });
    }
    return file;
  };
  /** Only writes: the window is answered by this thread too, and waits for whatever it does. */
  const keep = async ({ document, pictures, title, doubts }: LibraryFile, from: readonly Template[], name: string, bytes: Uint8Array): Promise<ImportedFile> => {
    const author = (await personAtWork(store)).id;
    const at = ports.now().getTime();
    for (const picture of pictures) await store.images.put(picture, at);
    const id = ports.newId();
    await store.journal.keep(id, document, { name, bytes }, { author, at }, from.find((template) => template.id === document.summary.template) ?? null);
    emit('library.changed', {});
    return { name, size: bytes.length, document: id, title, doubts, failure: null };
  };

  const repeated = async (name: string, bytes: Uint8Array, digest: Uint8Array): Promise<ImportedFile | undefined> => {
    const known = await store.documents.madeFrom(digest);
    return known && { name, size: bytes.length, document: known.id, title: known.title === '' ? null : known.title, doubts: 0, failure: null, isRepeated: true };
  };

  return {
    'import.begin': async ({ name, total, job }) => {
      await mkdir(folder, { recursive: true });
      const old = job === undefined ? undefined : await readRecord(recordOf(job));
      const begun: ImportJob = old?.job ?? { id: ports.newId(), name, total, begun: ports.now().toISOString(), files: [] };
      const files = (old?.job.files ?? []).filter(({ failure }) => failure === null);
      if (!old) await write(begun.id, { job: { id: begun.id, name, total, begun: begun.begun } });
      running.get(begun.id)?.pool.close();
      const all = await templates.list();
      running.set(begun.id, { job: { ...begun, total }, files, digests: new Map(old?.digests), pool: createImportPool(all, ports.log), underway: new Map(), templates: all });
      return { ...begun, total, files };
    },
    'import.add': async ({ job, name, bytes }) => {
      const task = find(job);
      if (bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
      const sha256 = createHash('sha256').update(bytes).digest();
      const digest = sha256.toString('hex');
      const done = task.digests.get(name) === digest ? task.files.find((file) => file.name === name && file.failure === null) : undefined;
      if (done) return done;
      let result: ImportedFile;
      try {
        // A copy beside it in the folder waits for the first.
        const first = task.underway.get(digest);
        if (first) await first;
        const reading = repeated(name, bytes, sha256).then(async (known) => known ?? keep(await task.pool.readForLibrary(name, bytes), task.templates, name, bytes));
        task.underway.set(digest, reading.then(() => undefined, () => undefined));
        result = await reading;
      } catch (error) {
        // A job that was cancelled has not failed; a bug is told as such by the door.
        if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
        result = { name, size: bytes.length, document: null, title: null, doubts: 0, failure: { code: error.code, details: error.details } };
      }
      return settle(task, result, digest);
    },
    'import.cancel': async ({ job }) => {
      stop(job);
      return null;
    },
    'import.jobs': async () => {
      const names = await readdir(folder).catch(() => []);
      const jobs = await Promise.all(names.filter((name) => name.endsWith('.jsonl')).map((name) => readRecord(join(folder, name))));
      return jobs.flatMap((record) => (record ? [record.job] : [])).sort((a, b) => (a.begun < b.begun ? 1 : -1));
    },
    'import.forget': async ({ job }) => {
      stop(job);
      // An id is a file name here: nothing else of the folder may be meant.
      if (/^[\w-]+$/.test(job)) await rm(recordOf(job), { force: true });
      return null;
    },
  };
}

/** Undefined for a record that is not there or does not say what it is; a last line cut off by a crash is passed over. */
async function readRecord(path: string): Promise<{ job: ImportJob; digests: Map<string, string> } | undefined> {
  const entries = (await readFile(path, 'utf8').catch(() => '')).split('\n').flatMap((line): Entry[] => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });
  const first = entries[0];
  if (!first || !('job' in first)) return undefined;
  const files = new Map<string, ImportedFile>();
  const digests = new Map<string, string>();
  for (const entry of entries) {
    if (!('file' in entry)) continue;
    files.set(entry.file.name, entry.file);
    digests.set(entry.file.name, entry.digest);
  }
  return { job: { ...first.job, files: [...files.values()] }, digests };
}
