import { resolveStyles, STYLE_KEYS } from '../template/styles.ts';
import type { Element, Template } from '../template/template.ts';
import { DOCUMENT_VERSION, readDocument } from './document-file.ts';
import { createDocument } from './fill.ts';
import { isRole } from './roles.ts';

/**
 * What `readTemplate` cannot know: that every element is one of a document, that its kept words can be read, that its look is one.
 * The path of the first fault in the template, as there; null when a document can be made of it.
 */
export function findTemplateFault(template: Template): string | null {
  for (const element of template.elements) {
    const fault = faultOf(element);
    if (fault !== null) return `elements.${element.slot}.${fault}`;
  }
  // Filters are only met where there is a value.
  const filled = Object.fromEntries(template.fields.map(({ id, input }) => [id, input === 'list' ? ['甲'] : input === 'date' ? '2026-01-01' : '1']));
  for (const element of template.elements) {
    try {
      createDocument({ ...template, elements: [element] }, filled).check();
    } catch {
      return `elements.${element.slot}.text`;
    }
  }
  return faultOfStyles(template);
}

function faultOf(element: Element): string | null {
  if (element.role !== 'table' && !isRole(element.role)) return 'role';
  const level = element.level ?? 0;
  if (!Number.isInteger(level) || level < 0 || level > 5) return 'level';
  if (element.content === undefined) return null;
  const read = readDocument({ format: 'niwen-document', version: DOCUMENT_VERSION, doc: { type: 'doc', content: [element.content] } });
  if (!read.ok || read.unknown.length > 0 || read.doc.childCount !== 1) return 'content';
  const block = read.doc.firstChild!;
  return (block.isTextblock ? block.attrs.role : 'table') === element.role ? null : 'content';
}

function faultOfStyles({ styles }: Template): string | null {
  const usual = resolveStyles(null).paragraph;
  for (const key of STYLE_KEYS) {
    for (const [name, value] of Object.entries(styles?.[key] ?? {})) {
      const wanted = (usual[key] as unknown as Record<string, unknown>)[name];
      if (wanted !== undefined && (typeof value !== typeof wanted || (typeof value === 'number' && !Number.isFinite(value)))) return `styles.${key}`;
    }
  }
  return null;
}
