import { nodeFromCore } from './from-core.ts';

/** 脚注: the mark in the line. Its number comes from a decoration (labels.ts); on the clipboard its words travel with it. */
export const Footnote = nodeFromCore('footnote', {
  parseHTML: () => [{ tag: 'span[data-footnote]', getAttrs: (dom) => ({ text: dom.getAttribute('data-footnote') ?? '' }) }],
  renderHTML: ({ node }) => ['span', { class: 'footnote', 'data-footnote': String(node.attrs.text), title: String(node.attrs.text) }],
});
