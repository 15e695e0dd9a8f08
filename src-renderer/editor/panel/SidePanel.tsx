import type { Editor } from '@tiptap/core';
import type { Diagnostic } from '#core/check/diagnostic.ts';
import type { Host } from '#core/contract/methods.ts';
import type { Template } from '#core/template/template.ts';
import { CheckPanel } from '../check/CheckPanel.tsx';
import { ElementsPanel } from './ElementsPanel.tsx';
import './panel.css';

/** What the panel beside the paper shows. */
export type PanelTab = 'elements' | 'check';

const TAB_NAMES: Readonly<Record<PanelTab, string>> = { elements: '要素', check: '检查' };

interface SidePanelProps {
  readonly host: Host;
  readonly editor: Editor;
  readonly template: Template | null;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly findings: readonly Diagnostic[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
}

/** The panel at the right: 要素 and 检查 as tabs. */
export function SidePanel({ host, editor, template, tab, onTab, findings, current, onCurrent }: SidePanelProps) {
  return (
    <aside className="elements" aria-label={TAB_NAMES[tab]} data-region="panel">
      <div className="panel-tabs" role="tablist" aria-label="侧栏">
        {(['elements', 'check'] as const).map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} tabIndex={each === tab ? 0 : -1} className={each === tab ? 'on' : ''}
            onClick={() => onTab(each)} onKeyDown={(event) => (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && onTab(tab === 'check' ? 'elements' : 'check')}>
            {TAB_NAMES[each]}
            {each === 'check' && findings.length > 0 && <span className="tag warn">{findings.length}</span>}
          </button>
        ))}
      </div>
      {tab === 'elements' ? <ElementsPanel host={host} editor={editor} template={template} /> : <CheckPanel editor={editor} findings={findings} current={current} onCurrent={onCurrent} />}
    </aside>
  );
}
