/** A short id for a paragraph that something points to; of all documents no two share one but by being copies. */
export const newAnchor = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('');
