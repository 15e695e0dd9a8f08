import type { Node } from 'prosemirror-model';
import { elementText, findParagraphs, textOf } from '../document/elements.ts';
import { fitValue } from '../document/fill.ts';
import type { Role } from '../document/roles.ts';
import type { FieldValues, Template } from '../template/template.ts';
import { readFields } from './read-fields.ts';
import { readPattern } from './read-pattern.ts';
import type { ImportReport } from './report.ts';

/** What a text says of the fields of a template; without a template, of all it could say anything of. */
export function readTemplateFields(doc: Node, report: ImportReport, template: Template | undefined): FieldValues {
  const values = { ...readFields(doc, report), ...readElements(doc, template) };
  if (!template) return values;
  return Object.fromEntries(template.fields.flatMap((field) => {
    const value = fitValue(field, values[field.id]);
    return value === undefined ? [] : [[field.id, value]];
  }));
}

/** What the title and the opening say of the template's fields, where they read as the template would write them; 签发人 and 出席. */
function readElements(doc: Node, template: Template | undefined): FieldValues {
  const values: Record<string, string | readonly string[]> = {};
  for (const element of template?.elements ?? []) {
    if (element.repeat !== undefined) {
      const names = findParagraphs(doc, element.role as Role).map(({ node }) => textOf(node).trim());
      if (element.text === '{item}' && element.role === 'signatory' && names.length > 0) values[element.repeat] = names.flatMap((name) => name.split(/[\s\u3000、]+/));
      continue;
    }
    const texts = element.role === 'title' ? [elementText(doc, 'title')] : element.slot === 'opening' ? findParagraphs(doc, 'body').slice(0, 2).map(({ node }) => textOf(node)) : [];
    for (const text of texts) Object.assign(values, readPattern(element.text, text));
  }
  return values;
}

