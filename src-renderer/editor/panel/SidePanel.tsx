import type { Editor } from '@tiptap/core';
import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Diagnostic } from '#core/check/diagnostic.ts';
import { elementFindings } from '#core/check/element-state.ts';
import type { Host } from '#core/contract/methods.ts';
import type { Template } from '#core/template/template.ts';
import { CheckPanel } from '../check/CheckPanel.tsx';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { TaskPanel } from '../tables/TaskPanel.tsx';
import { useSameData } from '../use-editor-value.ts';
import { ElementsPanel } from './ElementsPanel.tsx';
import './panel.css';

/** What the panel beside the paper shows. */
export type PanelTab = 'elements' | 'check' | 'layout' | 'tasks';

const TABS = ['elements', 'check', 'layout', 'tasks'] as const satisfies readonly PanelTab[];

const TAB_NAMES: Readonly<Record<PanelTab, string>> = { elements: '要素', check: '检查', layout: '版式', tasks: '任务' };

interface SidePanelProps {
  readonly host: Host;
  readonly editor: Editor;
  readonly template: Template | null;
  /** 改换文种 was asked for. */
  readonly onTemplate: () => void;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly findings: readonly Diagnostic[];
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly onFix: (settled: readonly Diagnostic[]) => void;
  readonly onExportTasks: (by: TaskOrder, format: 'docx' | 'csv') => void;
  /** The layout report of the pages, while that tab is shown. */
  readonly layout: ReactNode;
}

/** The panel at the right: 要素, 检查, 版式 and 任务 as tabs. */
export const SidePanel = memo(function SidePanel({ host, editor, template, onTemplate, tab, onTab, findings, current, onCurrent, onFix, onExportTasks, layout }: SidePanelProps) {
  const troubles = useSameData(useMemo(() => elementFindings(findings), [findings]));
  return (
    <aside className="elements" aria-label={TAB_NAMES[tab]} data-region="panel">
      <div className="panel-tabs" role="tablist" aria-label="侧栏">
        {TABS.map((each) => (
          <button key={each} type="button" role="tab" aria-selected={each === tab} tabIndex={each === tab ? 0 : -1} className={each === tab ? 'on' : ''}
            onClick={() => onTab(each)} onKeyDown={(event) => (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && onTab(TABS[(TABS.indexOf(tab) + (event.key === 'ArrowLeft' ? TABS.length - 1 : 1)) % TABS.length]!)}>
            {TAB_NAMES[each]}
            {each === 'check' && findings.length > 0 && <span className="tag warn">{findings.length}</span>}
          </button>
        ))}
      </div>
      {tab === 'layout' ? layout : tab === 'tasks' ? <TaskPanel editor={editor} onExport={onExportTasks} /> : tab === 'elements' ? <ElementsPanel host={host} editor={editor} template={template} onTemplate={onTemplate} troubles={troubles} /> : <CheckPanel editor={editor} findings={findings} current={current} onCurrent={onCurrent} onFix={onFix} />}
    </aside>
  );
});
