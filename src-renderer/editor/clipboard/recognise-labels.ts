import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { continuesAfterLead } from '#core/document/elements.ts';
import { findTypedLabel } from '../typed-label.ts';

/**
 * Body paragraphs that begin with a typed number become headings or articles, and the number, which is computed from now on,
 * goes. After a 条 （一） is a 项; where the first 条 pasted is not the first of all, it keeps its number.
 */
export function recogniseLabels(content: Fragment): Fragment {
  const nodes: Node[] = [];
  const seen = new Set<number>();
  content.forEach((node) => nodes.push(node.type.name === 'para' ? recognise(node, seen) : node));
  return Fragment.from(nodes);
}

/** `seen`: the levels of articles there have been. */
function recognise(para: Node, seen: Set<number>): Node {
  const { role } = para.attrs as { role: string };
  if (role !== 'body' && role !== 'heading') return para;
  const label = findTypedLabel(para.textBetween(0, para.content.size, '', '\u{FFFC}'), 'loose');
  if (!label) return para;
  const rest = para.cut(label.length);
  const isItem = label.role === 'heading' && (label.level === 2 || label.level === 3) && seen.has(3);
  if (label.role === 'heading' && !isItem) return para.type.create({ ...para.attrs, role: 'heading', level: label.level, runIn: continuesAfterLead(rest) }, rest.content);
  const level = isItem ? label.level + 2 : label.level;
  const startAt = !isItem && !seen.has(level) && label.number > 1 ? label.number : null;
  seen.add(level);
  return para.type.create({ ...para.attrs, role: 'article', level, startAt }, rest.content);
}
