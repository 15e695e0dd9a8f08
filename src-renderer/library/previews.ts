import { useEffect, useState } from 'react';
import { readDocument } from '#core/document/document-file.ts';
import type { Host } from '#core/contract/methods.ts';
import type { DocumentSummary } from '#core/contract/model.ts';
import type { DocumentNode } from '../page/PaperView.tsx';

const MOST = 80;
const cache = new Map<string, Promise<DocumentNode | null>>();

/** Asks once for each key, keeps the latest eighty, and forgets what failed, so that it is asked for again. */
function remember(key: string, ask: () => Promise<unknown>): Promise<DocumentNode | null> {
  const known = cache.get(key);
  if (known) return known;
  const asked = ask().then((file) => {
    const read = readDocument(file);
    return read.ok ? read.doc : null;
  });
  asked.catch(() => cache.delete(key));
  cache.set(key, asked);
  if (cache.size > MOST) cache.delete(cache.keys().next().value!);
  return asked;
}

function useRemembered(key: string | null, ask: () => Promise<unknown>): DocumentNode | null {
  const [doc, setDoc] = useState<DocumentNode | null>(null);
  useEffect(() => {
    if (key === null) return;
    let stale = false;
    remember(key, ask).then(
      (read) => !stale && setDoc(read),
      // A picture that cannot be had is left white: the list says everything the person needs.
      () => !stale && setDoc(null),
    );
    return () => {
      stale = true;
    };
    // The key says everything `ask` depends on.
  }, [key]); // eslint-disable-line react-hooks/exhaustive-deps
  return key === null ? null : doc;
}

/** The first paragraphs of a document of the library; null until they are there, or while `summary` is null. */
export const usePreview = (host: Host, summary: Pick<DocumentSummary, 'id' | 'revision'> | null): DocumentNode | null =>
  useRemembered(summary && `document:${summary.id}:${summary.revision}`, () => host.call('document.preview', { id: summary!.id }));

/** The worked example of a template. */
export const useSample = (host: Host, template: string | null): DocumentNode | null =>
  useRemembered(template && `template:${template}`, () => host.call('template.sample', { template: template! }));
