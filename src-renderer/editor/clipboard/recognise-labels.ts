import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { continuesAfterLead } from '#core/document/elements.ts';
import { findTypedLabel } from '../typed-label.ts';

/** Body paragraphs that begin with a typed number become headings, and the number, which is computed from now on, goes. */
export function recogniseLabels(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => nodes.push(node.type.name === 'para' ? recognise(node) : node));
  return Fragment.from(nodes);
}

function recognise(para: Node): Node {
  const { role } = para.attrs as { role: string };
  if (role !== 'body' && role !== 'heading') return para;
  const label = findTypedLabel(para.textBetween(0, para.content.size, '', '\u{FFFC}'), 'loose');
  if (!label) return para;
  const rest = para.cut(label.length);
  return para.type.create({ ...para.attrs, role: 'heading', level: label.level, runIn: continuesAfterLead(rest) }, rest.content);
}
