import { createHash } from 'node:crypto';

/** What the first step of a journal follows. */
export const CHAIN_START = Buffer.alloc(32);

/** SHA-256 of the previous step's hash followed by this step: one altered step breaks the chain from there on. */
export const chainHash = (prev: Buffer, tr: string): Buffer => createHash('sha256').update(prev).update(tr).digest();

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
