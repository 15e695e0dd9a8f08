import { useCallback, useEffect, useState } from 'react';
import type { DocumentList } from '#core/contract/model.ts';
import { onLibraryChange } from './on-library-change.ts';
import { useWorkplace } from './workplace.tsx';

/** The latest documents, asked for again whenever the library changes or `visit` does; null until the first answer. */
export function useLatestDocuments(limit: number, visit: number): DocumentList | null {
  const { host, report } = useWorkplace();
  const [list, setList] = useState<DocumentList | null>(null);
  const load = useCallback(() => host.call('document.list', { limit }).then(setList, report), [host, limit, report]);
  useEffect(() => void load(), [load, visit]);
  useEffect(() => onLibraryChange(host, () => void load()), [host, load]);
  return list;
}
