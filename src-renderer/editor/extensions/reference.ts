import { isReferenceForm } from '#core/document/references.ts';
import { nodeFromCore } from './from-core.ts';

/** 附件2, 第三部分, 前款. Its words come from a decoration (labels.ts); on the clipboard they stand in it, for a target left behind. */
export const Reference = nodeFromCore('reference', {
  parseHTML: () => [{
    tag: 'span[data-reference]',
    getAttrs: (dom) => {
      const form = dom.getAttribute('data-form');
      const target = dom.getAttribute('data-reference') ?? '';
      return target !== '' && isReferenceForm(form) ? { target, form, was: dom.textContent || null } : false;
    },
  }],
  renderHTML: ({ node }) => ['span', { class: 'reference', 'data-reference': String(node.attrs.target), 'data-form': String(node.attrs.form) }],
});
