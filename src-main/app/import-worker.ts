/** Runs in a thread of its own: files come in, documents go out. See import-pool.ts, which starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#core/contract/failure.ts';
import type { Template } from '#core/template/template.ts';
import type { Answer, Wish } from './import-pool.ts';
import { readImport } from './read-import.ts';

const templates = new Map((workerData as { readonly templates: readonly Template[] }).templates.map((each) => [each.id, each]));

parentPort!.on('message', (wish: Wish) => void answer(wish).then((reply) => parentPort!.postMessage(reply)));
parentPort!.postMessage('ready');

async function answer({ name, bytes }: Wish): Promise<Answer> {
  try {
    const { file, report, recognition } = await readImport(name, bytes, { find: (id) => templates.get(id) });
    return { ok: true, read: { file, report, doubts: recognition.doubts.length } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: { code: error.code, details: error.details } };
    return { ok: false, failure: null, stack: error instanceof Error ? error.stack : String(error) };
  }
}
