import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.ts';

/**
 * An element of a part, by its local name: producers choose their own prefixes, and strict files have other namespaces than
 * transitional ones. Blank text between elements is not kept.
 */
export interface Element {
  readonly localName: string;
  /** Local names and values in turn. */
  readonly attributes: readonly string[];
  readonly children: readonly (Element | string)[];
}

/** A part that is no XML, or such as no word processor writes; `isLarge` where it may well be one, but too large to be read. */
export class XmlFault extends Error {
  readonly isLarge: boolean;
  constructor(message: string, isLarge = false) {
    super(message);
    this.isLarge = isLarge;
  }
}

/** Blanks count where text does: in w:t and its like, whose only children are text. */
const BLANKS_COUNT = new Set(['t', 'delText', 'instrText', 'delInstrText']);

interface Open {
  readonly localName: string;
  readonly attributes: readonly string[];
  readonly children: (Element | string)[];
}

/**
 * Parses one part into a light tree. A DOCTYPE is refused, as the standard bids (ECMA-376 part 2, 9.1.1.4), and with it every
 * entity bomb. Throws XmlFault.
 */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: Open = { localName: '', attributes: [], children: [] };
  const stack: Open[] = [root];
  let top = root;
  let count = 0;
  let characters = 0;
  const add = (words: string): void => {
    if ((characters += words.length) > LIMITS.characters) throw new XmlFault('too much text', true);
    if (stack.length > 1 && (/\S/.test(words) || BLANKS_COUNT.has(top.localName))) top.children.push(words);
  };
  parser.on('error', ({ message }) => {
    throw new XmlFault(message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a DOCTYPE');
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > LIMITS.elements) throw new XmlFault('too many elements', true);
    const pairs: string[] = [];
    for (const key in attributes) pairs.push(localOf(key), attributes[key] as string);
    const element: Open = { localName: localOf(name), attributes: pairs, children: [] };
    top.children.push(element);
    stack.push(element);
    if (stack.length > LIMITS.depth) throw new XmlFault('too deep');
    top = element;
  });
  parser.on('closetag', () => {
    stack.pop();
    top = stack[stack.length - 1]!;
  });
  parser.write(text).close();
  const found = root.children.find((child) => typeof child !== 'string');
  if (!found) throw new XmlFault('no root');
  return found;
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
