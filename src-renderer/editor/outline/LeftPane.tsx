import type { ReactNode } from 'react';
import './outline.css';

/** What the pane at the left shows. */
export type LeftTab = 'outline' | 'pages';

const NAMES: Readonly<Record<LeftTab, string>> = { outline: '提纲', pages: '页面' };
const TABS = ['outline', 'pages'] as const satisfies readonly LeftTab[];

/** The pane at the left: the skeleton of the draft, or its pages small. */
export function LeftPane({ tab, onTab, children }: { readonly tab: LeftTab; readonly onTab: (tab: LeftTab) => void; readonly children: ReactNode }) {
  return (
    <nav className="outline" aria-label={NAMES[tab]} data-region="outline">
      <div className="panel-tabs" role="tablist" aria-label="左栏">
        {TABS.map((each) => (
          <button
            key={each} type="button" role="tab" aria-selected={each === tab} tabIndex={each === tab ? 0 : -1} className={each === tab ? 'on' : ''} onClick={() => onTab(each)}
            onKeyDown={(event) => (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && onTab(tab === 'outline' ? 'pages' : 'outline')}
          >
            {NAMES[each]}
          </button>
        ))}
      </div>
      {children}
    </nav>
  );
}
