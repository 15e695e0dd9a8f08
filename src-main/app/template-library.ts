import { AppError } from '#core/contract/failure.ts';
import type { DocumentFile, Template } from '#core/contract/model.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { createDocument } from '#core/document/fill.ts';
import { findTemplateFault } from '#core/document/judge-template.ts';
import { isRole, roleName } from '#core/document/roles.ts';
import { readTemplate } from '#core/template/read-template.ts';
import { isOfficeTemplate } from '#core/template/template-file.ts';
import type { Store } from '../store/open-store.ts';
import type { Log } from './ports.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** The templates one can choose: those of the program and those of the office. */
export interface TemplateLibrary {
  /** The program's in their order, then the office's. */
  list(): Promise<Template[]>;
  /** Throws `unknown-template`. */
  get(id: string): Promise<Template>;
  /** The worked example of a template, not yet judged; of an office's one, what a new document begins with. Throws `unknown-template`. */
  sample(id: string): Promise<DocumentFile>;
  /** A written template, whole and judged. Throws `newer-template`, `broken-template`, `not-a-template`; `name` is what the sentences call it. */
  read(written: unknown, name: string): Template;
}

export function createTemplateLibrary(shelf: TemplateShelf, store: Store, log: Log): TemplateLibrary {
  const findBase = (id: string): unknown => shelf.list().find((each) => each.id === id);
  const read = (written: unknown, name: string): Template => {
    const found = readTemplate(written, findBase);
    if (!found.ok) throw new AppError(found.problem, { name, where: found.where, label: labelOf(written, found.where) || labelOf(findBase(String((written as { extends?: unknown } | null)?.extends)), found.where) });
    const where = findTemplateFault(found.template);
    if (where !== null) throw new AppError('broken-template', { name, where, label: labelOf(found.template, where) });
    return found.template;
  };
  const office = async (): Promise<Template[]> => (await store.officeTemplates.list()).flatMap((written) => {
    try {
      return [read(written, '')];
    } catch (error) {
      // Written with another version of the program: it stays in the library until that can read it.
      log.error('office template left out', { error: error instanceof AppError ? { code: error.code, ...error.details } : String(error) });
      return [];
    }
  });
  const get = async (id: string): Promise<Template> => {
    if (!isOfficeTemplate(id)) return shelf.get(id);
    const template = (await office()).find((each) => each.id === id);
    if (!template) throw new AppError('unknown-template', { id });
    return template;
  };
  return {
    list: async () => [...shelf.list(), ...(await office())],
    get,
    sample: async (id) => (isOfficeTemplate(id) ? writeDocument(createDocument(await get(id), {})) : shelf.sample(id)),
    read,
  };
}

/** What a person calls the field or element a path into a template names; '' where that cannot be told. */
function labelOf(written: unknown, where: string): string {
  const [list = '', name = ''] = where.split('.');
  const entries = (written as Record<string, unknown> | null | undefined)?.[list];
  if (!Array.isArray(entries)) return '';
  const entry = (entries as Record<string, unknown>[]).find((each, index) => each?.['id'] === name || each?.['slot'] === name || String(index) === name);
  if (typeof entry?.['label'] === 'string') return entry['label'];
  return isRole(entry?.['role']) ? roleName(entry['role'], Number(entry['level'] ?? 0)) : '';
}
