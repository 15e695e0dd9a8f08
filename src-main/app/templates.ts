import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { Template } from '#core/contract/model.ts';
import { imageSourcesIn, readCarriedImages } from '#core/document/image.ts';
import { isOfficeTemplate, OFFICE, readTemplateFile, TEMPLATE_ENDING, writeTemplateFile } from '#core/template/template-file.ts';
import type { AppContext } from './context.ts';
import { decodeText } from './decode-text.ts';
import { carryImages, keepImages } from './images.ts';
import { personAtWork } from './people-and-settings.ts';

type Written = Readonly<Record<string, unknown>>;

/** Templates: choosing, making, changing, handing on. What an office made is changed here only; the program's own never. */
export function templateHandlers(context: AppContext): Pick<Handlers, `template.${string}` & keyof Handlers> {
  const { ports, store, templates, emit } = context;
  const newId = (): string => `${OFFICE}${ports.newId()}`.slice(0, 64);
  const put = async (written: Written, name: string): Promise<Template> => {
    const template = templates.read(written, name);
    const author = await personAtWork(store);
    await store.officeTemplates.put(template.id, written, author.id, ports.now().getTime());
    emit('templates.changed', {});
    return template;
  };
  const find = async (id: string): Promise<Written> => {
    const written = isOfficeTemplate(id) ? await store.officeTemplates.find(id) : undefined;
    if (written === undefined) throw new AppError('unknown-template', { id });
    return written as Written;
  };
  const setRemoved = async (id: string, at: number | null): Promise<null> => {
    if (!(await store.officeTemplates.setRemoved(id, at))) throw new AppError('unknown-template', { id });
    emit('templates.changed', {});
    return null;
  };
  return {
    'template.list': () => templates.list(),
    'template.sample': ({ template }) => templates.sample(template),
    'template.save': async ({ template, replaces }) => {
      if (replaces !== undefined) await find(replaces);
      return put({ ...template, id: replaces ?? newId() }, nameIn(template));
    },
    'template.describe': async ({ id, ...facts }) => put({ ...(await find(id)), ...facts }, facts.name),
    'template.remove': ({ id }) => setRemoved(id, ports.now().getTime()),
    'template.restore': ({ id }) => setRemoved(id, null),
    'template.export': async ({ id }) => {
      const written = await find(id);
      const base = (await templates.list()).find((each) => each.id === written['extends'])?.name ?? '';
      const name = `${nameIn(written).replace(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, '').replace(/^\.+|\.+$/g, '').slice(0, 80) || '模板'}.${TEMPLATE_ENDING}`;
      return { name, bytes: new TextEncoder().encode(`${JSON.stringify(writeTemplateFile(written, base, await carryImages(context, imageSourcesIn(written))), null, 2)}\n`) };
    },
    'template.import': async ({ name, bytes }) => {
      if (bytes.length === 0) throw new AppError('empty-file', { name });
      if (bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
      const read = readTemplateFile(parse(bytes));
      if (!read.ok) throw new AppError(read.problem, { name });
      const { template: written, base } = read;
      await keepImages(context, readCarriedImages(read.images), imageSourcesIn(written));
      const baseId = written['extends'];
      if (typeof baseId === 'string' && !(await templates.list()).some((each) => each.id === baseId)) throw new AppError('template-without-base', { name, base: base || baseId });
      // The same one once more is only looked at; another one under the same id stands beside what is here.
      const given = typeof written['id'] === 'string' && isOfficeTemplate(written['id']) && written['id'].length <= 64 ? written['id'] : newId();
      const known = await store.officeTemplates.find(given);
      const isSame = known === undefined || JSON.stringify(known) === JSON.stringify(written);
      return put({ ...written, id: isSame ? given : newId() }, name);
    },
  };
}

const nameIn = (written: Written): string => (typeof written['name'] === 'string' ? written['name'] : '');

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse((decodeText(bytes)?.text ?? '').replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
