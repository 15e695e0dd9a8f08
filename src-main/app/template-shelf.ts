import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import type { DocumentFile, Template } from '#core/contract/model.ts';
import { readTemplate } from '#core/template/read-template.ts';
import type { Log } from './ports.ts';

export interface TemplateShelf {
  /** Those one can choose, whole, in the order they ask for, then by folder name. */
  list(): Template[];
  /** Throws `unknown-template`. */
  get(id: string): Template;
  /** The worked example of a template, not yet judged. Throws `unknown-template` when there is none. */
  sample(id: string): DocumentFile;
}

/**
 * Reads templates/<id>/template.json, each whole with what it takes over from another. One that is broken is left out and
 * told to the log: the others must still work.
 */
export function readTemplateShelf(folder: string, log: Log): TemplateShelf {
  const shelf = new Map<string, Template>();
  const written = new Map<string, unknown>();
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const file = join(folder, name, 'template.json');
    if (existsSync(file)) written.set(name, readJson(file));
  }
  for (const [name, json] of written) {
    const file = join(folder, name, 'template.json');
    const read = readTemplate(json, (id) => written.get(id));
    if (!read.ok) log.error('template left out', { file, problem: read.problem, where: read.where });
    else if (read.template.id !== name) log.error('template left out', { file, problem: 'broken-template', where: 'id' });
    else shelf.set(name, read.template);
  }
  const get = (id: string): Template => {
    const template = shelf.get(id);
    if (!template || template.abstract) throw new AppError('unknown-template', { id });
    return template;
  };
  return {
    list: () => [...shelf.values()].filter((template) => !template.abstract).sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.id < b.id ? -1 : 1)),
    get,
    sample(id) {
      const file = join(folder, get(id).id, 'sample.json');
      if (!existsSync(file)) throw new AppError('unknown-template', { id });
      return readJson(file) as DocumentFile;
    },
  };
}

/** Undefined for a file that is no JSON, which `readTemplate` and `readDocument` then refuse by name. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
