import { CLOSINGS, FORMATS, INPUTS, isNumberingScheme, KINDS, TEMPLATE_VERSION, WENZHONG } from './template.ts';
import type { Element, Field, Template } from './template.ts';
import { inherit } from './inherit.ts';
import { fieldsIn } from './pattern.ts';

export type ReadTemplate =
  | { readonly ok: true; readonly template: Template }
  /** `where` is a path into the JSON, entries by their name where they have one, such as elements.opening.text; '' for the whole. */
  | { readonly ok: false; readonly problem: 'not-a-template' | 'newer-template' | 'broken-template'; readonly where: string };

/**
 * Reads a template file, whole: what it `extends` is taken over from the file `findBase` gives for that id (inherit.ts).
 * Never throws: a template is also something a colleague sends.
 */
export function readTemplate(json: unknown, findBase: (id: string) => unknown = () => undefined): ReadTemplate {
  if (!isObject(json) || typeof json.id !== 'string' || !Number.isInteger(json.version)) return { ok: false, problem: 'not-a-template', where: '' };
  if ((json.version as number) > TEMPLATE_VERSION) return { ok: false, problem: 'newer-template', where: 'version' };
  const inherited = inherit(json, findBase);
  if (!inherited.ok) return { ok: false, problem: 'broken-template', where: inherited.where };
  const where = firstFault(inherited.whole);
  return where === null ? { ok: true, template: inherited.whole as unknown as Template } : { ok: false, problem: 'broken-template', where };
}

function firstFault(json: Readonly<Record<string, unknown>>): string | null {
  for (const name of ['name', 'group', 'description']) if (typeof json[name] !== 'string') return name;
  if (json.also !== undefined && typeof json.also !== 'string') return 'also';
  if (json.order !== undefined && typeof json.order !== 'number') return 'order';
  if (!WENZHONG.includes(json.wenzhong as never)) return 'wenzhong';
  if (!KINDS.includes(json.kind as never)) return 'kind';
  if (!FORMATS.includes(json.format as never)) return 'format';
  if (json.numbering !== undefined && !isNumberingScheme(json.numbering)) return 'numbering';
  if (json.closing !== undefined && !CLOSINGS.includes(json.closing as never)) return 'closing';
  if (!Array.isArray(json.fields)) return 'fields';
  if (!Array.isArray(json.elements) || json.elements.length === 0) return 'elements';
  const ids = new Set<string>();
  for (const [index, field] of json.fields.entries()) {
    if (!isField(field) || ids.has(field.id)) return `fields.${nameOf(field, 'id', index)}`;
    ids.add(field.id);
  }
  const slots = new Set<string>();
  for (const [index, element] of json.elements.entries()) {
    if (!isElement(element) || slots.has(element.slot)) return `elements.${nameOf(element, 'slot', index)}`;
    slots.add(element.slot);
    if (element.numbering !== undefined && !isNumberingScheme(element.numbering)) return `elements.${element.slot}.numbering`;
    const known = element.repeat === undefined ? ids : new Set([...ids, 'item']);
    if (fieldsIn(element.text).some((id) => !known.has(id))) return `elements.${element.slot}.text`;
    if (element.repeat !== undefined && !ids.has(element.repeat)) return `elements.${element.slot}.repeat`;
  }
  return json.styles === undefined || isObject(json.styles) ? null : 'styles';
}

const nameOf = (entry: unknown, key: 'id' | 'slot', index: number): string => (isObject(entry) && typeof entry[key] === 'string' ? entry[key] : String(index));

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isFlag: Test = (value) => typeof value === 'boolean';
const isListOf = (test: Test): Test => (value) => Array.isArray(value) && value.every(test);
const isOption: Test = (value) => isObject(value) && isText(value.value) && isText(value.label);

/** Members that may be missing, and what they hold where they are there: the form shows them as they are. */
const FIELD_MEMBERS: Readonly<Record<string, Test>> = { required: isFlag, placeholder: isText, blank: isText, help: isText, options: isListOf(isOption), default: (value) => isText(value) || isListOf(isText)(value) };
const ELEMENT_MEMBERS: Readonly<Record<string, Test>> = { optional: isFlag, landscape: isFlag, repeat: isText };

const fits = (entry: Readonly<Record<string, unknown>>, members: Readonly<Record<string, Test>>): boolean => Object.entries(members).every(([name, test]) => entry[name] === undefined || test(entry[name]));

function isField(value: unknown): value is Field {
  return isObject(value) && typeof value.id === 'string' && /^[A-Za-z][A-Za-z0-9]*$/.test(value.id) && isText(value.label)
    && ['masthead', 'main', 'imprint'].includes(value.part as string) && INPUTS.includes(value.input as never)
    && (value.input !== 'choice' || value.options !== undefined) && fits(value, FIELD_MEMBERS);
}

function isElement(value: unknown): value is Element {
  if (!isObject(value) || typeof value.slot !== 'string' || typeof value.role !== 'string' || typeof value.text !== 'string' || !fits(value, ELEMENT_MEMBERS)) return false;
  if (value.content !== undefined) return isObject(value.content) && value.text === '';
  if (value.role !== 'table') return true;
  const table = value.table;
  return isObject(table) && isListOf(isText)(table.heads) && isListOf((width) => typeof width === 'number' && width > 0)(table.widths) && Number.isInteger(table.rows)
    && (table.heads as unknown[]).length > 0 && (table.heads as unknown[]).length === (table.widths as unknown[]).length && (table.rows as number) >= 0 && (table.rows as number) <= MOST_ROWS;
}

/** More empty rows than anybody fills. */
const MOST_ROWS = 1000;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
