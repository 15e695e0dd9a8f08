import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { DocumentSnapshot, DocumentSummary, Template } from '#core/contract/model.ts';
import { DOCUMENT_VERSION, readDocument, writeDocument } from '#core/document/document-file.ts';
import { createDocument } from '#core/document/fill.ts';
import { tidyValues } from '#core/template/tidy-values.ts';
import { imageSources } from '#core/document/image.ts';
import { keepImages } from './images.ts';
import { readFile } from './read-file.ts';
import { templateInUse } from './named-document.ts';
import { personAtWork } from './people-and-settings.ts';
import type { AppContext } from './context.ts';

type DocumentMethod = Extract<keyof Handlers, `document.${string}`>;

/** A few pages: what follows page one decides how it ends (段中分页, 落款 kept with text); most letters are there whole. */
const PREVIEW_BLOCKS = 120;
const PREVIEW_ROWS = 60;
const firstRows = (block: Node): Node => (block.childCount > PREVIEW_ROWS && block.type.name === 'table' ? block.copy(Fragment.from(block.children.slice(0, PREVIEW_ROWS))) : block);

interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function createIn({ ports, store, emit }: AppContext, doc: Node, template: Template | null, source?: Source): Promise<string> {
  const author = await personAtWork(store);
  const id = ports.newId();
  await store.journal.create(id, doc, source, { author: author.id, at: ports.now().getTime() }, template);
  emit('library.changed', {});
  return id;
}

/** The library: making, finding, opening and writing in documents. */
export function documentHandlers(context: AppContext): Pick<Handlers, DocumentMethod> {
  const { ports, store, templates, emit } = context;
  const now = (): number => ports.now().getTime();

  const open = async (id: string): Promise<DocumentSnapshot> => {
    const { doc, summary, revision, quarantined } = await store.journal.open(id, now());
    const { template, isPinned } = await templateInUse(context, doc, id);
    // One of before templates were kept stays from now on with what it is shown in.
    if (template && !isPinned) await store.templates.pin(id, template, now());
    return {
      summary: template ? { ...summary, templateName: template.name } : summary,
      revision,
      // As it stands, not as `writeDocument` hands it out: the window's steps must fit the nodes the journal has.
      file: { format: 'niwen-document', version: DOCUMENT_VERSION, doc: doc.toJSON() },
      template,
      unknown: unknownIn(doc),
      quarantined,
    };
  };
  const add = async (doc: Node, template: Template | null, source?: Source): Promise<DocumentSnapshot> => open(await createIn(context, doc, template, source));
  const setRemoved = async (id: string, at: number | null): Promise<DocumentSummary> => {
    const summary = await store.documents.setRemoved(id, at);
    emit('library.changed', {});
    return summary;
  };

  return {
    'document.list': (wish) => store.documents.list(wish),
    'document.open': ({ id }) => open(id),
    'document.preview': async ({ id }) => {
      const doc = await store.journal.peek(id);
      const blocks = doc.children.slice(0, PREVIEW_BLOCKS).map(firstRows);
      const { template } = await templateInUse(context, doc, id);
      return { file: { format: 'niwen-document', version: DOCUMENT_VERSION, doc: doc.type.create(doc.attrs, blocks).toJSON() }, template };
    },
    'document.source': async ({ id }) => (await store.documents.source(id)) ?? null,
    'document.fromTemplate': async ({ template, fields }) => {
      const chosen = await templates.get(template);
      return add(createDocument(chosen, tidyValues(chosen, fields)), chosen);
    },
    'document.fromExample': async ({ template }) => {
      const { doc, images } = readFile(await templates.sample(template), `${template}/sample.json`);
      await keepImages(context, images, imageSources(doc));
      return add(doc, await templates.get(template));
    },
    'document.add': async ({ file, source, like }) => {
      if (source && source.bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name: source.name, limit: LARGEST_FILE / 1024 / 1024 });
      const { doc, images } = readFile(file, source?.name ?? '');
      await keepImages(context, images, imageSources(doc));
      return add(doc, (await templateInUse(context, doc, like)).template, source);
    },
    'document.append': async ({ id, base, steps }) => {
      const author = await personAtWork(store);
      const { revision, savedAt, isRenamed } = await store.journal.append(id, base, steps, { author: author.id, at: now() });
      if (steps.length > 0) emit('document.changed', { id, revision });
      if (isRenamed) emit('library.changed', {});
      return { revision, savedAt: new Date(savedAt).toISOString() };
    },
    'document.duplicate': async ({ id }) => {
      const doc = await store.journal.peek(id);
      return add(doc, (await templateInUse(context, doc, id)).template);
    },
    'document.remove': ({ id }) => setRemoved(id, now()),
    'document.restore': ({ id }) => setRemoved(id, null),
  };
}

/** What another version wrote and this one keeps; the whole is read again only where something of the kind stands. */
function unknownIn(doc: Node): DocumentSnapshot['unknown'] {
  let isPlain = doc.attrs.extra === null;
  doc.descendants((node) => {
    isPlain &&= (node.attrs.extra ?? null) === null && node.marks.every((mark) => mark.type.name !== 'foreign');
    return isPlain;
  });
  if (isPlain) return [];
  const read = readDocument(writeDocument(doc));
  return read.ok ? read.unknown : [];
}
