import { nodeFromCore } from './from-core.ts';

/** 文字. */
export const Text = nodeFromCore('text', {});
