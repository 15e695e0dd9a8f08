import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { Document, Element } from '@xmldom/xmldom';

/** An element to be written: plain data, so that elements can be composed before the whole becomes a part. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Xml | string)[];
}

/** Children as they are composed: what is not wanted is null, lists are spread. */
export type XmlChild = Xml | string | null | readonly XmlChild[];

/** One element. Attributes that are undefined are left out. */
export function xml(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}, ...children: XmlChild[]): Xml {
  const given = Object.entries(attributes).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return { name, attributes: Object.fromEntries(given), children: flatten(children) };
}

/** `<w:name w:val="…"/>`, the commonest form in WordprocessingML. */
export const value = (name: string, val: string | number): Xml => xml(name, { 'w:val': val });

/** A whole part as XML text, with the namespaces its prefixes need. */
export function serializePart(root: Xml): string {
  const document = new DOMImplementation().createDocument(null, '');
  const element = build(document, root);
  for (const prefix of prefixesIn(root)) element.setAttributeNS(XMLNS, `xmlns:${prefix}`, NAMESPACES[prefix]!);
  document.appendChild(element);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(document)}`;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const NAMESPACES: Record<string, string> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  vt: 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

function build(document: Document, node: Xml): Element {
  const element = document.createElementNS(namespaceOf(node), node.name);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    if (name === 'xmlns') continue;
    const prefix = prefixOf(name);
    element.setAttributeNS(prefix === 'xml' ? XML_NAMESPACE : prefix ? NAMESPACES[prefix]! : null, name, writable(String(attribute)));
  }
  for (const child of node.children) {
    if (typeof child === 'string') element.appendChild(document.createTextNode(writable(child)));
    else element.appendChild(build(document, child.name.includes(':') ? child : { ...child, attributes: { xmlns: namespaceOf(node)!, ...child.attributes } }));
  }
  return element;
}

/** A name without a prefix is in the namespace its `xmlns` gives, or in its parent's. */
const namespaceOf = (node: Xml): string | null => {
  const prefix = prefixOf(node.name);
  return prefix ? NAMESPACES[prefix]! : ((node.attributes.xmlns as string | undefined) ?? null);
};

const prefixOf = (name: string): string | null => (name.includes(':') ? name.slice(0, name.indexOf(':')) : null);

function prefixesIn(node: Xml, found = new Set<string>()): Set<string> {
  for (const name of [node.name, ...Object.keys(node.attributes)]) {
    const prefix = prefixOf(name);
    if (prefix && prefix !== 'xml') found.add(prefix);
  }
  // These attributes name a prefix without using it.
  for (const name of ['Requires', 'mc:Ignorable']) if (typeof node.attributes[name] === 'string') found.add(node.attributes[name]);
  for (const child of node.children) if (typeof child !== 'string') prefixesIn(child, found);
  return found;
}

/** XML 1.0 has no way to write control characters or half of a surrogate pair. */
const writable = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function flatten(children: readonly XmlChild[]): (Xml | string)[] {
  return children.flatMap((child) => (child === null ? [] : Array.isArray(child) ? flatten(child as readonly XmlChild[]) : [child as Xml | string]));
}
