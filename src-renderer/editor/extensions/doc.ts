import { nodeFromCore } from './from-core.ts';

/** 文稿. */
export const Doc = nodeFromCore('doc', { topNode: true });
