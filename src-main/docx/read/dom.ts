import type { Element } from './parse-xml.ts';

/** Child elements, all or those of a name. */
export function elements(parent: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (const each of parent.children) if (typeof each !== 'string' && (name === undefined || each.localName === name)) found.push(each);
  return found;
}

/** The first child element of a name, down a path of names. */
export function child(parent: Element | undefined, ...path: string[]): Element | undefined {
  let current = parent;
  for (const name of path) current = current?.children.find((each): each is Element => typeof each !== 'string' && each.localName === name);
  return current;
}

/** An attribute by its local name. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** All text inside an element. */
export const textContent = (element: Element): string => element.children.map((each) => (typeof each === 'string' ? each : textContent(each))).join('');

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
