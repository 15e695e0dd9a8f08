import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Node } from 'prosemirror-model';
import { readDocument } from '#core/document/document-file.ts';
import { readTemplate } from '#core/template/read-template.ts';
import type { Template } from '#core/template/template.ts';

const folder = resolve(import.meta.dirname, '../../templates');
const json = (id: string, file: string): unknown => JSON.parse(readFileSync(join(folder, id, file), 'utf8'));

/** A template of the product, whole with what it extends. */
export function templateOf(id: string): Template {
  const read = readTemplate(json(id, 'template.json'), (base) => json(base, 'template.json'));
  if (!read.ok) throw new Error(`${id}: ${read.problem} ${read.where}`);
  return read.template;
}

/** Its worked example. */
export function sampleOf(id: string): Node {
  const read = readDocument(json(id, 'sample.json'));
  if (!read.ok) throw new Error(`${id}: ${read.problem}`);
  return read.doc;
}

/** Ids of all templates that can be chosen; those that are only extended have no example. */
export const TEMPLATE_IDS: readonly string[] = readdirSync(folder).filter((id) => existsSync(join(folder, id, 'sample.json'))).sort();
