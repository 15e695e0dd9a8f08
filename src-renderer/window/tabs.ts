import type { HomeView, ImportSource } from '../library/workplace.tsx';

/** How far a draft is saved, as its editor reports it. */
export type SaveState = 'saved' | 'saving' | 'failed';

export type Tab =
  | { readonly key: string; readonly kind: 'document'; readonly id: string; readonly title: string; readonly state: SaveState; readonly savedAt: string | null }
  | { readonly key: string; readonly kind: 'new'; readonly template: string | null; readonly title: string }
  | { readonly key: string; readonly kind: 'import'; readonly source: ImportSource; readonly title: string }
  /** 存为模板, from the draft `id`. */
  | { readonly key: string; readonly kind: 'template'; readonly id: string; readonly title: string }
  /** 打印, of the draft `id`. */
  | { readonly key: string; readonly kind: 'print'; readonly id: string; readonly title: string }
  | { readonly key: string; readonly kind: 'shortcuts'; readonly title: string };

/** The open tabs; the home tab always stands first and shows the view chosen in the rail. */
export interface Tabs {
  readonly view: HomeView;
  readonly open: readonly Tab[];
  /** Key of the active tab; null = home. */
  readonly active: string | null;
  readonly made: number;
}

export type TabAction =
  | { readonly type: 'show'; readonly view: HomeView }
  | { readonly type: 'activate'; readonly key: string | null }
  | { readonly type: 'openDocument'; readonly id: string; readonly title: string; readonly replaces?: string }
  /** The drafts that were open before a reload; what has been opened since stays and stays in front. */
  | { readonly type: 'restore'; readonly view: HomeView; readonly documents: readonly { readonly id: string; readonly title: string }[]; readonly active: string | null }
  | { readonly type: 'startNew'; readonly template: string | null }
  | { readonly type: 'startImport'; readonly source: ImportSource; readonly title: string }
  | { readonly type: 'makeTemplate'; readonly id: string; readonly title: string }
  | { readonly type: 'print'; readonly id: string; readonly title: string }
  | { readonly type: 'showShortcuts' }
  | { readonly type: 'summary'; readonly id: string; readonly title: string; readonly state: SaveState; readonly savedAt: string | null }
  | { readonly type: 'rename'; readonly key: string; readonly title: string }
  | { readonly type: 'close'; readonly key: string }
  | { readonly type: 'cycle'; readonly by: 1 | -1 };

export const NO_TABS: Tabs = { view: 'desk', open: [], active: null, made: 0 };

const draftTab = (id: string, title: string): Tab => ({ key: `document:${id}`, kind: 'document', id, title: title || '未命名文稿', state: 'saved', savedAt: null });

export function changeTabs(tabs: Tabs, action: TabAction): Tabs {
  switch (action.type) {
    case 'show':
      return { ...tabs, view: action.view, active: null };
    case 'activate':
      return { ...tabs, active: action.key };
    case 'openDocument': {
      const key = `document:${action.id}`;
      const others = action.replaces === undefined ? tabs.open : tabs.open.filter((tab) => tab.key !== action.replaces);
      if (others.some((tab) => tab.key === key)) return { ...tabs, open: others, active: key };
      const tab = draftTab(action.id, action.title);
      const at = tabs.open.findIndex((each) => each.key === action.replaces);
      return { ...tabs, open: at < 0 ? [...others, tab] : others.toSpliced(at, 0, tab), active: key };
    }
    case 'restore': {
      const keys = new Set(tabs.open.map((tab) => tab.key));
      const restored = action.documents.map((each) => draftTab(each.id, each.title)).filter((tab) => !keys.has(tab.key));
      const isHome = tabs.active === null && tabs.view === NO_TABS.view;
      const wanted = restored.some((tab) => tab.key === action.active) ? action.active : null;
      return { ...tabs, open: [...restored, ...tabs.open], view: isHome ? action.view : tabs.view, active: isHome ? wanted : tabs.active };
    }
    case 'startNew': {
      // One form at a time: asking again for a new document returns to the one already begun.
      const begun = tabs.open.find((tab) => tab.kind === 'new');
      if (begun && action.template === null) return { ...tabs, active: begun.key };
      const made = tabs.made + 1;
      const tab: Tab = { key: `new:${made}`, kind: 'new', template: action.template, title: '新建公文' };
      return { ...tabs, made, open: [...tabs.open.filter((each) => each.kind !== 'new'), tab], active: tab.key };
    }
    case 'makeTemplate': {
      // Asked for again it starts afresh: the draft may read differently by now.
      const made = tabs.made + 1;
      const tab: Tab = { key: `template:${made}`, kind: 'template', id: action.id, title: `存为模板 · ${action.title || '未命名文稿'}` };
      return { ...tabs, made, open: [...tabs.open.filter((each) => each.kind !== 'template' || each.id !== action.id), tab], active: tab.key };
    }
    case 'print': {
      const key = `print:${action.id}`;
      if (tabs.open.some((tab) => tab.key === key)) return { ...tabs, active: key };
      return { ...tabs, open: [...tabs.open, { key, kind: 'print', id: action.id, title: `打印 · ${action.title || '未命名文稿'}` }], active: key };
    }
    case 'startImport': {
      const made = tabs.made + 1;
      const tab: Tab = { key: `import:${made}`, kind: 'import', source: action.source, title: action.title };
      return { ...tabs, made, open: [...tabs.open, tab], active: tab.key };
    }
    case 'showShortcuts': {
      const key = 'shortcuts';
      const open: Tabs['open'] = tabs.open.some((tab) => tab.key === key) ? tabs.open : [...tabs.open, { key, kind: 'shortcuts', title: '快捷键一览' }];
      return { ...tabs, open, active: key };
    }
    case 'summary':
      return {
        ...tabs,
        open: tabs.open.map((tab) => (tab.kind === 'document' && tab.id === action.id ? { ...tab, title: action.title, state: action.state, savedAt: action.savedAt ?? tab.savedAt } : tab)),
      };
    case 'rename':
      return { ...tabs, open: tabs.open.map((tab) => (tab.key === action.key ? { ...tab, title: action.title } : tab)) };
    case 'close': {
      const at = tabs.open.findIndex((tab) => tab.key === action.key);
      if (at < 0) return tabs;
      const open = tabs.open.toSpliced(at, 1);
      const closed = tabs.open[at]!;
      // From printing one comes back to what was printed, or to the list it was chosen in.
      const beside = closed.kind === 'print' ? open.find((tab) => tab.key === `document:${closed.id}`) : (open[at] ?? open[at - 1]);
      const next = tabs.active === action.key ? beside?.key ?? null : tabs.active;
      return { ...tabs, open, active: next };
    }
    case 'cycle': {
      const keys = [null, ...tabs.open.map((tab) => tab.key)];
      return { ...tabs, active: keys[(keys.indexOf(tabs.active) + action.by + keys.length) % keys.length]! };
    }
  }
}
