import { AppError, type Reply } from '#core/contract/failure.ts';
import { object, text } from '#core/contract/input.ts';
import type { WindowKeys } from './window-keys.ts';

const greeting = object({ id: text(64), nonce: text(64) });
const answer = object({ nonce: text(64), proof: text(64) });

/**
 * What a window asks before, or instead of, calls: `key` with the token in hand; after a break `greet` and `resume`, which take
 * proofs for it. Undefined for anything that is not granted.
 */
export function answerWindow(path: string, body: unknown, { keys, origin, token, hasToken }: { keys: WindowKeys; origin: string; token: string; hasToken: boolean }): Reply | undefined {
  const granted = (output: unknown): Reply => ({ ok: true, output });
  try {
    if (path === '/api/window/key') return hasToken ? granted(keys.issue()) : undefined;
    if (path === '/api/window/greet') {
      const { id, nonce } = greeting(body, 'input');
      const greeted = keys.greet(id, nonce, origin);
      return greeted && granted(greeted);
    }
    if (path === '/api/window/resume') {
      const { nonce, proof } = answer(body, 'input');
      return keys.isProven(nonce, proof, origin) ? granted({ token }) : undefined;
    }
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
