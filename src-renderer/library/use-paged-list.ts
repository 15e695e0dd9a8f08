import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import { onLibraryChange } from './on-library-change.ts';
import { useWorkplace } from './workplace.tsx';

const PAGE = 100;

/** What the list shows: a search, one template, or the bin. */
export interface ListWish {
  readonly search: string;
  readonly template: string | null;
  readonly removed: boolean;
}

export interface PagedList {
  /** null until the first answer. */
  readonly total: number | null;
  /** The line at `index`; undefined while its page is on the way. */
  readonly at: (index: number) => DocumentSummary | undefined;
  /** Asks for the pages these lines stand on. */
  readonly want: (from: number, to: number) => void;
}

/** A list of any length, fetched a hundred lines at a time as they come into view, and again when the library changes. */
export function usePagedList(wish: ListWish): PagedList {
  const { host, report } = useWorkplace();
  const { search, template, removed } = wish;
  const [lines, setLines] = useState<ReadonlyMap<number, DocumentSummary>>(new Map());
  const [total, setTotal] = useState<number | null>(null);
  const [version, setVersion] = useState(0);
  const asked = useRef({ wish: '', pages: new Set<number>() });

  const fetchPage = useCallback(
    (page: number, isCurrent: () => boolean, fresh: boolean) =>
      host.call('document.list', { ...(search === '' ? {} : { search }), ...(template === null ? {} : { template }), removed, offset: page * PAGE, limit: PAGE }).then((answer) => {
        if (!isCurrent()) return;
        setTotal(answer.total);
        setLines((now) => {
          const next = new Map(fresh ? [] : now);
          answer.items.forEach((item, index) => next.set(page * PAGE + index, item));
          return next;
        });
      }, report),
    [host, search, template, removed, report],
  );
  useEffect(() => {
    const key = JSON.stringify([search, template, removed, version]);
    asked.current = { wish: key, pages: new Set([0]) };
    void fetchPage(0, () => asked.current.wish === key, true);
  }, [fetchPage, search, template, removed, version]);
  useEffect(() => onLibraryChange(host, () => setVersion((now) => now + 1)), [host]);

  const want = useCallback(
    (from: number, to: number) => {
      const { wish: key, pages } = asked.current;
      for (let page = Math.floor(Math.max(from, 0) / PAGE); page <= Math.floor(Math.max(to, 0) / PAGE); page++) {
        if (pages.has(page)) continue;
        pages.add(page);
        void fetchPage(page, () => asked.current.wish === key, false);
      }
    },
    [fetchPage],
  );
  const at = useCallback((index: number) => lines.get(index), [lines]);
  return { total, at, want };
}
