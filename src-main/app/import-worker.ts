/** Runs in a thread of its own: files come in, documents go out. See import-pool.ts, which starts it. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#core/contract/failure.ts';
import type { Template } from '#core/template/template.ts';
import type { Message } from './import-pool.ts';
import { readWish } from './read-wish.ts';
import type { Wish } from './read-wish.ts';

const templates = new Map((workerData as { readonly templates: readonly Template[] }).templates.map((each) => [each.id, each]));

// Where all cores are busy the host's own thread, which answers the window, goes first. Linux counts this for the thread; others would for the whole app.
if (process.platform === 'linux') lowerPriority();

parentPort!.on('message', (wish: Wish) => void answer(wish).then(say));
say('ready');

/** What is packed goes over as it is; anything else is copied. */
function say(message: Message): void {
  parentPort!.postMessage(message, message !== 'ready' && message.ok && message.form === 'answer' ? [message.packed.$packed.buffer] : []);
}

function lowerPriority(): void {
  try {
    setPriority(0, 10);
  } catch {
    // A sandbox that forbids it costs nothing but the courtesy.
  }
}

async function answer(wish: Wish): Promise<Message> {
  try {
    return { ok: true, ...(await readWish(wish, (id) => templates.get(id))) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: { code: error.code, details: error.details } };
    return { ok: false, failure: null, stack: error instanceof Error ? error.stack : String(error) };
  }
}
