import type { WrittenTemplate } from './inherit.ts';
import { TEMPLATE_VERSION } from './template.ts';

/** Ending of a template's file: 拟文模板. */
export const TEMPLATE_ENDING = 'nwt';

/** A template as a colleague gets it. */
export interface TemplateFile {
  readonly format: 'niwen-template';
  readonly version: number;
  /** Name of the template it was made on, for the sentence where that is missing. */
  readonly base: string;
  readonly template: WrittenTemplate;
  /** The pictures its elements name, as a document file carries them (core/document/image.ts). */
  readonly images?: unknown;
}

export const writeTemplateFile = (template: WrittenTemplate, base: string, images: object = {}): TemplateFile => ({ format: 'niwen-template', version: TEMPLATE_VERSION, base, template, ...(Object.keys(images).length > 0 && { images }) });

export type ReadTemplateFile =
  | { readonly ok: true; readonly template: WrittenTemplate; readonly base: string; readonly images: unknown }
  | { readonly ok: false; readonly problem: 'not-a-template' | 'newer-template' };

/** Opens the wrapping only; what is in it is for `readTemplate` to judge. Never throws. */
export function readTemplateFile(json: unknown): ReadTemplateFile {
  if (!isObject(json) || json.format !== 'niwen-template' || !Number.isInteger(json.version) || !isObject(json.template)) return { ok: false, problem: 'not-a-template' };
  if ((json.version as number) > TEMPLATE_VERSION) return { ok: false, problem: 'newer-template' };
  return { ok: true, template: json.template, base: typeof json.base === 'string' ? json.base : '', images: json.images };
}

/** Templates of the office bear such an id, those of the program never. */
export const isOfficeTemplate = (id: string): boolean => id.startsWith(OFFICE);
export const OFFICE = 'office-';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
