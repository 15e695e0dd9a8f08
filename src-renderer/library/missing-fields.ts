import { isEmpty } from '#core/template/pattern.ts';
import { withDefaults } from '#core/document/fill.ts';
import type { Field, FieldValues, Template } from '#core/template/template.ts';

/** A number whose digits are still to come: 照保函〔2026〕号. */
const UNNUMBERED = /〔\d{4}〕\s*号$/;

/** Whether a required field is empty, or begun but not complete. */
export function isMissing(field: Field, values: FieldValues): boolean {
  if (!field.required) return false;
  const value = values[field.id];
  return isEmpty(value) || (typeof value === 'string' && field.id === 'documentNumber' && UNNUMBERED.test(value));
}

/** The required fields a document still lacks, in the order of the paper. */
export function missingFields(template: Template, values: FieldValues): Field[] {
  const filled = withDefaults(template, values);
  return template.fields.filter((field) => isMissing(field, filled));
}

/** What a document lacks by its own template, in words; '' when nothing, or while it is not there. */
export const sayMissingIn = (preview: { readonly doc: { readonly attrs: { readonly fields?: unknown } }; readonly template: Template | null } | null): string =>
  preview?.template ? sayMissing(missingFields(preview.template, preview.doc.attrs.fields as FieldValues)) : '';

/** 缺发文字号、联系人, or 缺发文字号等 4 项; '' when nothing is missing. */
export function sayMissing(fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const names = fields.map((field) => field.label);
  return names.length <= 2 ? `缺${names.join('、')}` : `缺${names[0]!}等 ${names.length} 项`;
}
