import { defaultTreeAdapter as tree } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

/** Of what is asked here the beginning tells enough: lists in lists would be read through again for each. */
const MOST_NODES = 200;

/** The text an element begins with. */
export function textOf(element: DefaultTreeAdapterMap['element']): string {
  let text = '';
  const stack: DefaultTreeAdapterMap['node'][] = [element];
  for (let count = 0; stack.length > 0 && count < MOST_NODES; count++) {
    const next = stack.pop()!;
    if (tree.isTextNode(next)) text += next.value;
    else if ('childNodes' in next) for (let index = next.childNodes.length - 1; index >= 0; index--) stack.push(next.childNodes[index]!);
  }
  return text;
}
