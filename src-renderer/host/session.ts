import { decodeWire, encodeWire } from '#core/contract/wire.ts';

/** What this window keeps over a reload: its token and, as text, its key. */
export interface SessionMemory {
  key(): string | null;
  keep(token: string, key: string | null): void;
}

interface WindowKey {
  readonly id: string;
  readonly key: string;
}

/** Requests to the loopback host, with the token of its present start. */
export interface Session {
  /** Rejects when the host cannot be reached, or when what answers in its place cannot prove that it is ours. */
  post(path: string, init: RequestInit): Promise<Response>;
  /** The line broke: whoever answers next has to prove first who it is. */
  doubt(): void;
}

/**
 * A window stays with its host over a restart (docs/decisions/008-a-window-outlives-its-host.md): after any break both prove
 * that they have the window's key, and the window is told the new token. Without a memory it holds one token and no key.
 */
export function createSession(origin: string, token: string, memory?: SessionMemory): Session {
  let bearer = token;
  let key = readKey(memory);
  let isLost = false;
  let isAsking = false;
  let returning: Promise<boolean> | null = null;

  const send = (path: string, init: RequestInit): Promise<Response> =>
    fetch(origin + path, { method: 'POST', cache: 'no-store', redirect: 'error', ...init, headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' } });
  /** Without the token: nobody is trusted with it yet. Null for a refusal. */
  const ask = async (path: string, input: object): Promise<Record<string, string> | null> => {
    const response = await fetch(origin + path, { method: 'POST', cache: 'no-store', redirect: 'error', headers: { 'Content-Type': 'application/json' }, body: encodeWire(input) });
    return response.ok ? outputOf(await response.text()) : null;
  };
  const askForKey = async (): Promise<void> => {
    isAsking = true;
    try {
      const response = await send('/api/window/key', { body: '{}' });
      if (response.ok) key = outputOf(await response.text()) as unknown as WindowKey;
      remember();
    } catch {
      // Asked for again with the next call.
    } finally {
      isAsking = false;
    }
  };
  const remember = (): void => memory?.keep(bearer, key && JSON.stringify(key));
  const prove = async ({ id, key: secret }: WindowKey): Promise<boolean> => {
    const mine = toText(crypto.getRandomValues(new Uint8Array(32)));
    const greeted = await ask('/api/window/greet', { id, nonce: mine });
    if (!greeted) return false;
    const { nonce = '', proof } = greeted;
    if (proof !== (await proofOf('host', secret, origin, mine, nonce))) throw new Error('another program answers for our host');
    const resumed = await ask('/api/window/resume', { nonce, proof: await proofOf('window', secret, origin, mine, nonce) });
    if (resumed?.['token'] === undefined) return false;
    bearer = resumed['token'];
    isLost = false;
    remember();
    return true;
  };
  const comeBack = (known: WindowKey): Promise<boolean> => (returning ??= prove(known).finally(() => (returning = null)));

  return {
    doubt: () => (isLost = true),
    async post(path, init) {
      if (isLost && key && !(await comeBack(key))) throw new Error('the host does not know this window');
      try {
        const response = await send(path, init);
        // A start of which this window has not heard: the page was loaded again, or the break was too short to be seen.
        if (response.status === 403 && key && (await comeBack(key))) return await send(path, init);
        if (response.ok && memory && !key && !isAsking) void askForKey();
        return response;
      } catch (error) {
        if (init.signal?.aborted !== true) isLost = true;
        throw error;
      }
    },
  };
}

const outputOf = (text: string): Record<string, string> => (decodeWire(text) as { output: Record<string, string> }).output;

function readKey(memory: SessionMemory | undefined): WindowKey | null {
  try {
    return JSON.parse(memory?.key() ?? 'null') as WindowKey | null;
  } catch {
    return null;
  }
}

async function proofOf(who: 'host' | 'window', key: string, origin: string, mine: string, theirs: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', toBytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return toText(new Uint8Array(await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(`niwen ${who} ${origin} ${mine} ${theirs}`))));
}

/** base64url without padding, as the host writes it. */
const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
