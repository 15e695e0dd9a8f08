import type { Mark } from '@tiptap/core';
import { markFromCore } from './from-core.ts';

/** Marks of the document. Formats can be pasted; tracked changes, comments and unknown marks belong to the document they stand in. */
export const marks: readonly Mark[] = [
  markFromCore('ins', { renderHTML: () => ['ins', 0] }),
  markFromCore('del', { renderHTML: () => ['del', 0] }),
  markFromCore('fmt', { renderHTML: () => ['span', { 'data-fmt': '' }, 0] }),
  markFromCore('comment', { renderHTML: () => ['span', { 'data-comment': '' }, 0] }),
  markFromCore('bold', {
    parseHTML: () => [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => (dom.style.fontWeight === 'normal' ? false : null) }],
    renderHTML: () => ['strong', { class: 'mark-bold' }, 0],
  }),
  markFromCore('underline', { parseHTML: () => [{ tag: 'u' }], renderHTML: () => ['u', { class: 'mark-underline' }, 0] }),
  markFromCore('superscript', { parseHTML: () => [{ tag: 'sup' }], renderHTML: () => ['sup', 0] }),
  markFromCore('subscript', { parseHTML: () => [{ tag: 'sub' }], renderHTML: () => ['sub', 0] }),
  markFromCore('foreign', { renderHTML: () => ['span', { 'data-foreign': '' }, 0] }),
];
