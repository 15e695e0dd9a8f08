import type { Dispatch } from 'react';
import { ImportScreen } from '../library/ImportScreen.tsx';
import { NewDocument } from '../library/NewDocument.tsx';
import { DocumentTab } from './DocumentTab.tsx';
import type { Tab, TabAction } from './tabs.ts';

/** What a tab holds. A hidden one stays alive, so that coming back finds caret, scroll and undo as they were. */
export function TabPane({ tab, hidden, change }: { readonly tab: Tab; readonly hidden: boolean; readonly change: Dispatch<TabAction> }) {
  const done = ({ id, title }: { readonly id: string; readonly title: string }): void => change({ type: 'openDocument', id, title, replaces: tab.key });
  const back = (): void => change({ type: 'activate', key: null });
  const rename = (title: string): void => change({ type: 'rename', key: tab.key, title });
  return (
    <div className="tab-pane" role="tabpanel" aria-label={tab.title} hidden={hidden}>
      {tab.kind === 'document' && (
        <DocumentTab
          id={tab.id} hidden={hidden}
          onSummary={(summary) => change({ type: 'summary', id: tab.id, title: summary.title, state: summary.state, savedAt: summary.savedAt ?? null })}
          onClosed={() => change({ type: 'close', key: tab.key })}
        />
      )}
      {tab.kind === 'new' && <NewDocument template={tab.template} hidden={hidden} onDone={done} onBack={back} onName={rename} />}
      {tab.kind === 'import' && <ImportScreen source={tab.source} hidden={hidden} onDone={done} onBack={() => change({ type: 'close', key: tab.key })} onName={rename} />}
    </div>
  );
}
