import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Log } from '#main/app/ports.ts';

/** What a window is given once, and never sends back: with it host and window know each other again after a break. */
export interface WindowKey {
  readonly id: string;
  /** 256 bits, base64url. */
  readonly key: string;
}

/** How windows find back to a host that was started anew: docs/decisions/008-a-window-outlives-its-host.md. */
export interface WindowKeys {
  /** Where the host before this one listened; 0 when that is not known. */
  readonly lastPort: number;
  /** To be called when the port is known: the next start will ask for it first. */
  listening(port: number): void;
  issue(): WindowKey;
  /** Answers a window that names its key: the host's own proof, with a nonce for the window's. Undefined for a key that is not ours. */
  greet(id: string, nonce: string, origin: string): { readonly nonce: string; readonly proof: string } | undefined;
  /** Whether the window proves that it has the key; each nonce serves once, for half a minute. */
  isProven(nonce: string, proof: string, origin: string): boolean;
}

/** Windows that may be open at once; beyond it the oldest keys are forgotten. */
const MOST_KEYS = 64;
const MOST_GREETED = 64;
const ANSWER_WITHIN_MS = 30_000;

interface Kept {
  readonly port: number;
  readonly keys: readonly WindowKey[];
}

/** Kept in `file`, which only its owner may read. A file that cannot be read or written costs the way back and nothing else. */
export function openWindowKeys(file: string, log: Log): WindowKeys {
  const before = read(file);
  let kept: Kept = { port: 0, keys: before.keys };
  const greeted = new Map<string, { readonly key: string; readonly nonce: string; readonly until: number }>();
  const write = (next: Kept): void => {
    kept = next;
    try {
      writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600 });
      // One left behind by somebody else keeps its own mode.
      chmodSync(`${file}.new`, 0o600);
      renameSync(`${file}.new`, file);
    } catch (error) {
      log.warn('window keys not kept', { error: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    lastPort: before.port,
    listening: (port) => write({ ...kept, port }),
    issue() {
      const made: WindowKey = { id: randomBytes(16).toString('base64url'), key: randomBytes(32).toString('base64url') };
      write({ ...kept, keys: [...kept.keys, made].slice(-MOST_KEYS) });
      return made;
    },
    greet(id, windowNonce, origin) {
      const key = kept.keys.find((each) => each.id === id)?.key;
      if (key === undefined) return undefined;
      const nonce = randomBytes(32).toString('base64url');
      if (greeted.size >= MOST_GREETED) greeted.delete(greeted.keys().next().value!);
      greeted.set(nonce, { key, nonce: windowNonce, until: Date.now() + ANSWER_WITHIN_MS });
      return { nonce, proof: proofOf('host', key, origin, windowNonce, nonce) };
    },
    isProven(nonce, proof, origin) {
      const asked = greeted.get(nonce);
      greeted.delete(nonce);
      if (!asked || asked.until < Date.now()) return false;
      const [given, wanted] = [Buffer.from(proof), Buffer.from(proofOf('window', asked.key, origin, asked.nonce, nonce))];
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    },
  };
}

/** Bound to the origin, so that a program at another port cannot pass a window's proof on to us. */
const proofOf = (who: 'host' | 'window', key: string, origin: string, windowNonce: string, hostNonce: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(`niwen ${who} ${origin} ${windowNonce} ${hostNonce}`).digest('base64url');

function read(file: string): Kept {
  try {
    const { port, keys } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
    const sound = (Array.isArray(keys) ? keys : []).filter((each: Partial<WindowKey> | null) => typeof each?.id === 'string' && typeof each.key === 'string');
    return { port: Number.isInteger(port) && port! > 0 && port! < 65536 ? port! : 0, keys: sound };
  } catch {
    return { port: 0, keys: [] };
  }
}
