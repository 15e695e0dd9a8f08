import type { Node } from 'prosemirror-model';
import { applySteps } from './apply-steps.ts';
import { chainHash } from './chain-hash.ts';
import type { StepColumns } from './tables.ts';

export type QuarantineReason = 'broken-chain' | 'does-not-apply' | 'older-format';

export interface Replayed {
  readonly doc: Node;
  readonly seq: number;
  readonly hash: Buffer;
  /** Why the steps after `seq` were not replayed; null when all were. */
  readonly stopped: QuarantineReason | null;
}

/**
 * Plays a journal's steps upon the snapshot taken after step `seq`. At the first one that is not the next, was altered since
 * it was written, or does not apply, it stops: what follows rests on a step we do not have.
 */
export function replay(from: { doc: Node; seq: number; hash: Buffer }, steps: readonly StepColumns[]): Replayed {
  let { doc, seq, hash } = from;
  for (const step of steps) {
    if (step.seq !== seq + 1 || !step.prev.equals(hash) || !chainHash(step.prev, step.tr).equals(step.hash)) return { doc, seq, hash, stopped: 'broken-chain' };
    const applied = tryApply(doc, step.tr);
    if (!applied) return { doc, seq, hash, stopped: 'does-not-apply' };
    ({ seq, hash } = step);
    doc = applied;
  }
  return { doc, seq, hash, stopped: null };
}

function tryApply(doc: Node, tr: string): Node | undefined {
  try {
    return applySteps(doc, JSON.parse(tr) as unknown[]).doc;
  } catch {
    return undefined;
  }
}
