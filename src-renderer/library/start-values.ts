import type { Settings } from '#core/contract/model.ts';
import { withDefaults } from '#core/document/fill.ts';
import type { FieldValues, Template } from '#core/template/template.ts';

/**
 * What the form of a new document holds: the template's defaults, over them those of 设置, over them what was typed (also
 * under another template, when the field has the same name).
 */
export function startValues(template: Template, settings: Pick<Settings, 'issuer' | 'agencyCode' | 'contact'>, typed: FieldValues, year: number): FieldValues {
  const offered: Record<string, string> = {};
  if (settings.issuer !== '') offered.issuer = settings.issuer;
  if (settings.contact !== '') offered.contact = settings.contact;
  if (settings.agencyCode !== '') offered.documentNumber = `${settings.agencyCode}〔${year}〕号`;
  const known = Object.fromEntries(Object.entries({ ...offered, ...typed }).filter(([id]) => template.fields.some((field) => field.id === id)));
  return withDefaults(template, known);
}
