import { isRowNumberStyle, MARKER_STYLES } from '#core/document/numbering.ts';
import type { MarkerStyle } from '#core/document/numbering.ts';
import { nodeFromCore } from './from-core.ts';

const isMarkerStyle = (value: string | null): value is MarkerStyle => isRowNumberStyle(value) || (MARKER_STYLES as readonly (string | null)[]).includes(value);

/** 一是／第一，／（一） inside a sentence. Its words come from a decoration (labels.ts) and are drawn by CSS. */
export const Marker = nodeFromCore('marker', {
  parseHTML: () => [{
    tag: 'span[data-marker]',
    getAttrs: (dom) => {
      const style = dom.getAttribute('data-marker');
      return isMarkerStyle(style) ? { style, restart: dom.hasAttribute('data-restart') } : false;
    },
  }],
  renderHTML: ({ node }) => ['span', {
    class: 'marker', 'data-marker': String(node.attrs.style), ...(node.attrs.restart ? { 'data-restart': '' } : {}),
  }],
});
