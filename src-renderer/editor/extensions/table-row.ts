import { nodeFromCore } from './from-core.ts';

/** 表格的一行; `header` repeats it at the top of each page. */
export const TableRow = nodeFromCore('tableRow', {
  parseHTML: () => [{ tag: 'tr', getAttrs: (dom) => ({ header: isHeaderRow(dom) }) }],
  renderHTML: ({ node }) => ['tr', node.attrs.header ? { 'data-header': '' } : {}, 0],
});

const isHeaderRow = (row: HTMLElement): boolean =>
  row.hasAttribute('data-header') || row.parentElement?.nodeName === 'THEAD' || (row.children.length > 0 && [...row.children].every((cell) => cell.nodeName === 'TH'));
