import type { Element } from './parse-xml.ts';
import { elements, textContent } from './dom.ts';

/** The mere text of an element, what is deleted left out. */
export function readPlain(element: Element): string {
  let text = '';
  for (const each of elements(element)) {
    if (each.localName === 't') text += textContent(each);
    else if (each.localName === 'tab') text += '\t';
    else if (each.localName === 'br') text += '\n';
    else text += readPlain(each);
  }
  return text;
}
