import { withDefaults } from '#core/document/fill.ts';
import { startFields } from '#core/office/suggest.ts';
import type { Kept, OfficeEntry } from '#core/office/office.ts';
import type { FieldValues, Template } from '#core/template/template.ts';

interface Beginning {
  readonly entries: readonly Kept<OfficeEntry>[];
  /** 姓名 of the person at work. */
  readonly person: string;
  readonly year: number;
}

/**
 * What the form of a new document holds: the template's defaults, over them what the office keeps (设置), over them what was
 * typed (also under another template, when the field has the same name).
 */
export function startValues(template: Template, { entries, person, year }: Beginning, typed: FieldValues): FieldValues {
  const known = Object.fromEntries(Object.entries(typed).filter(([id]) => template.fields.some((field) => field.id === id)));
  return withDefaults(template, { ...startFields(template, entries, person, year), ...known });
}
