import { useEffect, useState } from 'react';
import type { Dispatch } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { HomeView } from '../library/workplace.tsx';
import type { TabAction, Tabs } from './tabs.ts';

/** The drafts a window has open, kept for as long as it lives: after a reload they are open again. */
interface KeptTabs {
  readonly view: HomeView;
  readonly ids: readonly string[];
  readonly active: string | null;
}

const KEY = 'niwen.tabs';
/** What `document.list` takes at once; nobody has more open. */
const MOST = 100;

/** Opens again what was open before a reload, as far as the library still has it, and keeps what is open from then on. */
export function useKeptTabs(host: Host, tabs: Tabs, change: Dispatch<TabAction>): void {
  const [kept] = useState(readKept);
  const [isBack, setBack] = useState(kept === null || kept.ids.length === 0);
  useEffect(() => {
    if (isBack || !kept) return undefined;
    let isStale = false;
    host.call('document.list', { ids: [...kept.ids], limit: MOST }).then(
      ({ items }) => {
        if (isStale) return;
        const documents = kept.ids.flatMap((id) => items.filter((item) => item.id === id));
        change({ type: 'restore', view: kept.view, documents, active: kept.active });
        setBack(true);
      },
      // The window says by itself that its host is away; what is kept stays kept.
      () => undefined,
    );
    return () => {
      isStale = true;
    };
  }, [host, kept, isBack, change]);
  useEffect(() => {
    if (!isBack) return;
    const ids = tabs.open.flatMap((tab) => (tab.kind === 'document' ? [tab.id] : [])).slice(-MOST);
    sessionStorage.setItem(KEY, JSON.stringify({ view: tabs.view, ids, active: tabs.active } satisfies KeptTabs));
  }, [isBack, tabs]);
}

function readKept(): KeptTabs | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as KeptTabs | null;
  } catch {
    return null;
  }
}
