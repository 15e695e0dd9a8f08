import { fieldsIn } from '#core/template/pattern.ts';
import type { Field, Template } from '#core/template/template.ts';

/** The required fields of `base` whose element has no place in a template made on it, neither as a field nor as fixed words. */
export function lackingInTemplate(base: Template, made: Template): Field[] {
  const there = new Set(made.elements.map((element) => element.role));
  return base.fields.filter((field) => {
    if (!field.required) return false;
    const roles = rolesOfField(base, field.id);
    return roles.length > 0 && !roles.some((role) => there.has(role));
  });
}

/** The roles of the paragraphs that a field is written into. */
export const rolesOfField = ({ elements }: Template, id: string): string[] =>
  elements.filter((element) => element.repeat === id || fieldsIn(element.text).includes(id)).map((element) => element.role);
