/** Runs in a thread of its own: files come in, documents go out. See import-pool.ts, which starts it. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#core/contract/failure.ts';
import type { Template } from '#core/template/template.ts';
import type { Answer, Wish } from './import-pool.ts';
import { readForLibrary } from './read-for-library.ts';
import { readImport } from './read-import.ts';

const templates = new Map((workerData as { readonly templates: readonly Template[] }).templates.map((each) => [each.id, each]));

// Where all cores are busy the host's own thread, which answers the window, goes first. Linux counts this for the thread; others would for the whole app.
if (process.platform === 'linux') lowerPriority();

parentPort!.on('message', (wish: Wish) => void answer(wish).then((reply) => parentPort!.postMessage(reply)));
parentPort!.postMessage('ready');

function lowerPriority(): void {
  try {
    setPriority(0, 10);
  } catch {
    // A sandbox that forbids it costs nothing but the courtesy.
  }
}

async function answer({ name, bytes, form }: Wish): Promise<Answer> {
  try {
    const options = { find: (id: string) => templates.get(id) };
    if (form === 'library') return { ok: true, read: await readForLibrary(name, bytes, options) };
    const { file, recognition } = await readImport(name, bytes, options);
    return { ok: true, read: { file, doubts: recognition.doubts.length } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: { code: error.code, details: error.details } };
    return { ok: false, failure: null, stack: error instanceof Error ? error.stack : String(error) };
  }
}
