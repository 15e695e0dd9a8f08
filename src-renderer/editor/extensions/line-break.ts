import { nodeFromCore } from './from-core.ts';

/** 强制换行, as in a title of two lines. */
export const LineBreak = nodeFromCore('lineBreak', {
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
});
