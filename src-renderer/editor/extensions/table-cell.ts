import { nodeFromCore } from './from-core.ts';

const span = (dom: HTMLElement, name: string): number => Math.min(200, Math.max(1, Number.parseInt(dom.getAttribute(name) ?? '1', 10) || 1));

/** 单元格. */
export const TableCell = nodeFromCore('tableCell', {
  parseHTML: () => [{
    tag: 'td, th',
    getAttrs: (dom) => {
      const widths = (dom.getAttribute('data-widths') ?? '').split(',').map(Number);
      const colspan = span(dom, 'colspan');
      const align = dom.getAttribute('data-align');
      return { colspan, rowspan: span(dom, 'rowspan'), colwidth: widths.length === colspan && widths.every((width) => width > 0) ? widths : null, align: align === 'center' || align === 'right' || align === 'left' ? align : null };
    },
  }],
  renderHTML: ({ node }) => {
    const attributes: Record<string, string> = {};
    if (node.attrs.colspan !== 1) attributes.colspan = String(node.attrs.colspan);
    if (node.attrs.rowspan !== 1) attributes.rowspan = String(node.attrs.rowspan);
    if (node.attrs.colwidth !== null) attributes['data-widths'] = (node.attrs.colwidth as number[]).join(',');
    if (typeof node.attrs.align === 'string') attributes['data-align'] = node.attrs.align;
    return ['td', attributes, 0];
  },
});
