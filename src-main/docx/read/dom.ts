import type { Element, Node } from '@xmldom/xmldom';

// Parts are read by local names: producers choose their own prefixes, and strict files have other namespaces than transitional ones.

const ELEMENT_NODE = 1;
const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE;

/** Child elements, all or those of a name. */
export function elements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node);
  }
  return found;
}

/** The first child element of a name, down a path of names. */
export function child(parent: Element | undefined, ...path: string[]): Element | undefined {
  let current = parent;
  for (const name of path) current = current && elements(current, name)[0];
  return current;
}

/** An attribute by its local name. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (let i = 0; i < element.attributes.length; i++) {
    const item = element.attributes.item(i);
    if (item && (item.localName ?? item.name) === name) return item.value;
  }
  return undefined;
}

/** The `val` of a child: `<w:jc w:val="center"/>`. */
export const valueOf = (parent: Element | undefined, ...path: string[]): string | undefined => attribute(child(parent, ...path), 'val');

/** Whole numbers of attributes; undefined for what is none. */
export function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined ? NaN : Number.parseInt(text, 10);
  return Number.isNaN(value) ? undefined : value;
}

/** A switch such as `<w:b/>`: on, off (val 0, false, off, none), or undefined where it is not given. */
export function isOn(parent: Element | undefined, name: string): boolean | undefined {
  const given = child(parent, name);
  return given === undefined ? undefined : !['0', 'false', 'off', 'none'].includes(attribute(given, 'val') ?? '1');
}
