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

/** Tables in tables in tables: more than this is an attack on whoever reads it by recursion. */
const DEEPEST = 600;
/** Some five thousand pages, and some hundred megabytes of memory. */
const MOST_ELEMENTS = 1_500_000;

interface Open {
  readonly name: string;
  readonly localName: string;
  readonly attributes: string[];
  readonly children: (Element | string)[];
}

/**
 * Parses one part. Word's parts are plain XML: elements, attributes, text, the five named entities. A DOCTYPE is refused, as the
 * standard bids (ECMA-376 part 2, 9.1.1.4), and with it every entity bomb. Throws XmlFault.
 */
export function parseXml(text: string): Element {
  const names = new Map<string, string>();
  // A slice keeps the whole text alive; names and short values are few.
  const intern = (slice: string): string => {
    const known = names.get(slice);
    if (known !== undefined) return known;
    if (slice.length <= 24) names.set(slice, slice);
    return slice;
  };
  const root: Open = { name: '', localName: '', attributes: [], children: [] };
  const stack: Open[] = [root];
  let top = root;
  let count = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const until = open < 0 ? text.length : open;
    if (until > at) addText(top, text, at, until);
    if (open < 0) break;
    const next = text.charCodeAt(open + 1);
    if (next === SLASH) {
      const close = text.indexOf('>', open);
      if (close < 0 || stack.length === 1 || text.slice(open + 2, close).trimEnd() !== top.name) throw new XmlFault('an end tag that does not match');
      stack.pop();
      top = stack[stack.length - 1]!;
      at = close + 1;
    } else if (next === QUESTION) at = after(text, '?>', open);
    else if (next === EXCLAMATION) {
      if (text.startsWith('<!--', open)) at = after(text, '-->', open + 4);
      else if (text.startsWith('<![CDATA[', open)) {
        const end = text.indexOf(']]>', open);
        if (end < 0) throw new XmlFault('no end of CDATA');
        top.children.push(text.slice(open + 9, end));
        at = end + 3;
      } else throw new XmlFault('a DOCTYPE');
    } else {
      if (++count > MOST_ELEMENTS) throw new XmlFault('too many elements', true);
      NAME.lastIndex = open + 1;
      const name = NAME.exec(text)?.[0];
      if (name === undefined) throw new XmlFault('a tag without a name');
      const attributes: string[] = [];
      at = readAttributes(text, open + 1 + name.length, attributes, intern);
      const element: Open = { name: intern(name), localName: intern(name.slice(name.indexOf(':') + 1)), attributes, children: [] };
      top.children.push(element);
      if (text.charCodeAt(at) === SLASH) {
        if (text.charCodeAt(at + 1) !== GREATER) throw new XmlFault('a broken tag');
        at += 2;
      } else {
        at++;
        stack.push(element);
        if (stack.length > DEEPEST) throw new XmlFault('too deep');
        top = element;
      }
    }
  }
  const found = root.children.filter((child) => typeof child !== 'string');
  if (stack.length !== 1 || found.length !== 1) throw new XmlFault('no single root');
  return found[0]!;
}

const [SLASH, QUESTION, EXCLAMATION, GREATER] = [0x2f, 0x3f, 0x21, 0x3e];
const NAME = /[^\s/>=<"'&]+/y;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const REST = /\s*/y;

/** Reads attributes from `from`; returns where the tag's `>` or `/>` stands. */
function readAttributes(text: string, from: number, attributes: string[], intern: (slice: string) => string): number {
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) break;
    const name = match[1]!;
    attributes.push(intern(name.slice(name.indexOf(':') + 1)), intern(decode(match[2] ?? match[3]!)));
    at = ATTRIBUTE.lastIndex;
  }
  REST.lastIndex = at;
  REST.exec(text);
  at = REST.lastIndex;
  const end = text.charCodeAt(at);
  if (end !== SLASH && end !== GREATER) throw new XmlFault('a broken attribute');
  return at;
}

/** Blanks count where text does: in w:t and its like, whose only children are text. */
function addText(parent: Open, text: string, from: number, to: number): void {
  const slice = text.slice(from, to);
  if (!/\S/.test(slice) && !BLANKS_COUNT.has(parent.localName)) return;
  parent.children.push(decode(slice));
}

const BLANKS_COUNT = new Set(['t', 'delText', 'instrText', 'delInstrText']);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(';')) return known;
    const code = /^#x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : /^#\d+$/.test(name) ? Number(name.slice(1)) : NaN;
    if (Number.isNaN(code) || code > 0x10ffff || !whole.endsWith(';')) throw new XmlFault('an unknown entity');
    return String.fromCodePoint(code);
  });
}

function after(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  if (end < 0) throw new XmlFault(`no ${mark}`);
  return end + mark.length;
}
