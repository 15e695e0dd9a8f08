import { useEffect, useState } from 'react';
import { readDocument } from '#core/document/document-file.ts';
import type { Host } from '#core/contract/methods.ts';
import type { DocumentSummary, Template } from '#core/contract/model.ts';
import { isOfficeTemplate } from '#core/template/template-file.ts';
import { lookAtImages } from '../page/images.ts';
import type { DocumentNode } from '../page/PaperView.tsx';

const MOST = 80;
const cache = new Map<string, Promise<Preview | null>>();

/** The first paragraphs, and the template they were made with. */
export interface Preview {
  readonly doc: DocumentNode;
  readonly template: Template | null;
}

type Ask = () => Promise<{ file: unknown; template: Template | null }>;

/** Asks once for each key, keeps the latest eighty, and forgets what failed, so that it is asked for again. */
function remember(key: string, ask: Ask): Promise<Preview | null> {
  const known = cache.get(key);
  if (known) return known;
  const asked = ask().then(({ file, template }) => {
    const read = readDocument(file);
    // A worked example brings its pictures; those of the library are asked for by themselves.
    if (read.ok) lookAtImages(read.images);
    return read.ok ? { doc: read.doc, template } : null;
  });
  asked.catch(() => cache.delete(key));
  cache.set(key, asked);
  if (cache.size > MOST) cache.delete(cache.keys().next().value!);
  return asked;
}

function useRemembered(key: string | null, ask: Ask): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    if (key === null) return;
    let stale = false;
    remember(key, ask).then(
      (read) => !stale && setPreview(read),
      // A picture that cannot be had is left white: the list says everything the person needs.
      () => !stale && setPreview(null),
    );
    return () => {
      stale = true;
    };
    // The key says everything `ask` depends on.
  }, [key]); // eslint-disable-line react-hooks/exhaustive-deps
  return key === null ? null : preview;
}

/** The first paragraphs of a document of the library; null until they are there, or while `summary` is null. */
export const usePreview = (host: Host, summary: Pick<DocumentSummary, 'id' | 'revision'> | null): Preview | null =>
  useRemembered(summary && `document:${summary.id}:${summary.revision}`, () => host.call('document.preview', { id: summary!.id }));

/** The worked example of a template; of an office's one, what it says is part of the key: it may be changed while the window is open. */
export const useSample = (host: Host, template: Template): DocumentNode | null =>
  useRemembered(isOfficeTemplate(template.id) ? `template:${JSON.stringify(template)}` : `template:${template.id}`, async () => ({ file: await host.call('template.sample', { template: template.id }), template }))?.doc ?? null;
