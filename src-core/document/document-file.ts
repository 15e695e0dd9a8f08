import { Node } from 'prosemirror-model';
import { readCarriedImages } from './image.ts';
import type { CarriedImages } from './image.ts';
import { isRole } from './roles.ts';
import { markSpecs, nodeSpecs, schema } from './schema.ts';
import { upgradeDocument } from './upgrade/upgrade-document.ts';

/** The version of the document format this program writes. Older ones are upgraded on reading, newer ones refused. */
export const DOCUMENT_VERSION = 1;

/** One document as JSON, in a file or in the store. */
export interface DocumentFile {
  readonly format: 'niwen-document';
  readonly version: number;
  readonly doc: unknown;
  /** The pictures the document names, where it goes to another machine; in the library they are kept beside it. */
  readonly images?: CarriedImages;
}

/** Something in a file that this version does not know; it is kept, and named here. */
export interface Unknown {
  readonly kind: 'node' | 'mark' | 'attribute' | 'role';
  readonly name: string;
  readonly count: number;
}

export type ReadDocument =
  | { readonly ok: true; readonly doc: Node; readonly images: CarriedImages; readonly unknown: readonly Unknown[]; readonly upgradedFrom: number | null }
  | { readonly ok: false; readonly problem: 'not-a-document' | 'newer-document' | 'broken-document'; readonly detail: string };

/** Reads a document of any version up to ours. Never throws; what it does not know is kept in `extra` or as a `foreign` mark. */
export function readDocument(json: unknown): ReadDocument {
  const steps = readDocumentInSteps(json);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `readDocument` in steps of one paragraph or one row, between which a window that reads a long document may do something else. */
export function* readDocumentInSteps(json: unknown): Generator<undefined, ReadDocument> {
  if (!isObject(json) || json.format !== 'niwen-document' || !Number.isInteger(json.version)) {
    return { ok: false, problem: 'not-a-document', detail: 'format' };
  }
  const version = json.version as number;
  if (version > DOCUMENT_VERSION) return { ok: false, problem: 'newer-document', detail: String(version) };
  try {
    const current = upgradeDocument(json.doc, version, DOCUMENT_VERSION);
    const seen = new Map<string, Unknown>();
    const doc = yield* readBlocks(current, seen);
    return { ok: true, doc, images: readCarriedImages(json.images), unknown: [...seen.values()], upgradedFrom: version < DOCUMENT_VERSION ? version : null };
  } catch (error) {
    return { ok: false, problem: 'broken-document', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes a document, with the pictures it is to bring along; attributes an other version put there go back to where they were found. */
export function writeDocument(doc: Node, images: CarriedImages = {}): DocumentFile {
  return { format: 'niwen-document', version: DOCUMENT_VERSION, doc: restoreExtra(doc.toJSON() as JsonNode), ...(Object.keys(images).length > 0 && { images }) };
}

interface JsonNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: JsonNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

type Seen = Map<string, Unknown>;

function note(seen: Seen, kind: Unknown['kind'], name: string): void {
  const key = `${kind}:${name}`;
  seen.set(key, { kind, name, count: (seen.get(key)?.count ?? 0) + 1 });
}

/** The document and its tables child by child, anything else whole; each is checked when it is read. */
function* readBlocks(json: unknown, seen: Seen): Generator<undefined, Node> {
  if (!isObject(json) || (json.type !== 'doc' && json.type !== 'table') || !Array.isArray(json.content) || json.marks !== undefined) {
    const node = Node.fromJSON(schema, readNode(json, seen));
    node.check();
    return node;
  }
  const attrs = readAttributes(json.type, json.attrs, seen);
  const content: Node[] = [];
  for (const child of json.content) {
    content.push(yield* readBlocks(child, seen));
    yield;
  }
  return schema.nodes[json.type].createChecked(attrs, content);
}

function readNode(json: unknown, seen: Seen): JsonNode {
  if (!isObject(json) || typeof json.type !== 'string') throw new RangeError('a node without a type');
  const children = Array.isArray(json.content) ? json.content : [];
  if (json.type === 'text') return readText(json, seen);
  if (!Object.hasOwn(nodeSpecs, json.type)) return foreignNode(json, seen);
  const node: JsonNode = { type: json.type, attrs: readAttributes(json.type, json.attrs, seen) };
  const content = children.map((child) => readNode(child, seen));
  if (content.length > 0) node.content = node.type === 'para' ? content.filter(isInline) : content;
  if (Array.isArray(json.marks)) node.marks = readMarks(json.marks, seen);
  return node;
}

function readText(json: Record<string, unknown>, seen: Seen): JsonNode {
  if (typeof json.text !== 'string' || json.text === '') throw new RangeError('a text node without text');
  return Array.isArray(json.marks) ? { type: 'text', text: json.text, marks: readMarks(json.marks, seen) } : { type: 'text', text: json.text };
}

const INLINE = new Set(['text', 'lineBreak', 'marker', 'reference', 'image', 'footnote']);
const isInline = (node: JsonNode): boolean => INLINE.has(node.type);

/** An unknown block becomes a body paragraph with its text; an unknown inline node, its text under a `foreign` mark. */
function foreignNode(json: Record<string, unknown>, seen: Seen): JsonNode {
  const name = json.type as string;
  note(seen, 'node', name);
  const text = textIn(json);
  const holdsBlocks = Array.isArray(json.content) && json.content.some((child) => isObject(child) && child.type !== 'text');
  const inline = json.text !== undefined || json.inline === true || (!holdsBlocks && !Array.isArray(json.content));
  if (inline) return { type: 'text', text: text === '' ? '\u{FFFC}' : text, marks: [{ type: 'foreign', attrs: { json } }] };
  const para: JsonNode = { type: 'para', attrs: { ...defaults('para'), extra: { foreign: json } } };
  if (text !== '') para.content = [{ type: 'text', text }];
  return para;
}

function textIn(json: unknown): string {
  if (!isObject(json)) return '';
  if (typeof json.text === 'string') return json.text;
  return Array.isArray(json.content) ? json.content.map(textIn).join('') : '';
}

function readMarks(marks: unknown[], seen: Seen): { type: string; attrs?: Record<string, unknown> }[] {
  return marks.map((mark) => {
    if (!isObject(mark) || typeof mark.type !== 'string') throw new RangeError('a mark without a type');
    if (!Object.hasOwn(markSpecs, mark.type)) {
      note(seen, 'mark', mark.type);
      return { type: 'foreign', attrs: { json: mark } };
    }
    return isObject(mark.attrs) ? { type: mark.type, attrs: mark.attrs } : { type: mark.type };
  });
}

function defaults(type: string): Record<string, unknown> {
  const attrs = (nodeSpecs as Record<string, { attrs?: Record<string, { default: unknown }> }>)[type]?.attrs ?? {};
  return Object.fromEntries(Object.entries(attrs).map(([name, spec]) => [name, spec.default]));
}

function readAttributes(type: string, attrs: unknown, seen: Seen): Record<string, unknown> {
  const known = defaults(type);
  if (!isObject(attrs)) return known;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (name === 'extra') Object.assign(kept, isObject(value) ? value : {});
    else if (Object.hasOwn(known, name)) known[name] = value;
    else {
      note(seen, 'attribute', `${type}.${name}`);
      kept[name] = value;
    }
  }
  if (type === 'para' && !isRole(known.role)) {
    note(seen, 'role', String(known.role));
    kept.role = known.role;
    known.role = 'body';
  }
  if (Object.hasOwn(known, 'extra')) known.extra = Object.keys(kept).length > 0 ? kept : null;
  return known;
}

function restoreExtra(node: JsonNode): JsonNode {
  const { extra, ...attrs } = node.attrs ?? {};
  // A person's own words and choices go before what was found once: a foreign block they wrote in, a strange role they changed.
  if (isObject(extra) && isObject(extra.foreign) && textIn(extra.foreign) === textIn(node)) return extra.foreign as unknown as JsonNode;
  const restored: JsonNode = { ...node };
  if (node.attrs) restored.attrs = isObject(extra) ? { ...attrs, ...extra } : attrs;
  if (restored.attrs && node.type === 'para' && attrs.role !== 'body') restored.attrs.role = attrs.role;
  if (node.content) restored.content = node.content.map(restoreExtra);
  return restored;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
