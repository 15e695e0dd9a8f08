import { Button, Input, Segmented } from 'antd';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { groupTasks, unitWords } from '#core/document/table/task-list.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { readTasks } from '#core/document/table/task-table.ts';
import type { Task } from '#core/document/table/task-table.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { frame } from '../behaviour/places.ts';
import { goTo, showPosition } from '../go-to.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';

/** How long the paper must be at rest before the list follows it. */
const REST_MS = 500;

interface TaskPanelProps {
  readonly editor: Editor;
  readonly onExport: (by: TaskOrder, format: 'docx' | 'csv') => void;
}

/** 任务清单: the tasks of the 任务分工表, by unit or by deadline; a click goes to the row. */
export function TaskPanel({ editor, onExport }: TaskPanelProps) {
  const tasks = useEditorValue(editor, (state) => readTasks(state.doc), REST_MS, sameData);
  const [by, setBy] = useState<TaskOrder>('unit');
  const [wanted, setWanted] = useState('');
  if (tasks.length === 0) return <EmptyState title="没有任务分工表" text="表头写上“工作任务”“责任单位”“进度要求”一类的栏目，任务就会列在这里。" />;
  const words = wanted.trim();
  const groups = groupTasks(tasks.filter((task) => words === '' || [task.text, task.term, unitWords(task.units), ...task.groups].some((text) => text.includes(words))), by);
  return (
    <div className="tasks">
      <div className="tasks-head">
        <Segmented<TaskOrder> size="small" block value={by} onChange={setBy} options={[{ value: 'unit', label: '按单位' }, { value: 'deadline', label: '按时限' }]} aria-label="清单次序" />
        <Input size="small" allowClear placeholder="找单位、任务或时限" aria-label="筛选任务" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </div>
      <div className="tasks-list" aria-label="任务清单">
        {groups.length === 0 && <p className="tasks-none">没有含“{words}”的任务</p>}
        {groups.map(({ name, tasks: own }) => (
          <section key={name} aria-label={name}>
            <h4>{name}<span className="quiet">{own.length} 项</span></h4>
            {own.map((task, index) => (
              <button key={index} type="button" className="plain-button task" onClick={() => show(editor, task)}>
                <span className="task-text">{task.text}</span>
                <span className="task-facts">{by === 'unit' ? (task.term || '没有时限') : unitWords(task.units)}</span>
              </button>
            ))}
          </section>
        ))}
      </div>
      <div className="tasks-foot">
        <span className="quiet">共 {tasks.length} 项</span><span className="spring" />
        <Button size="small" onClick={() => onExport(by, 'csv')}>导出表格</Button>
        <Button size="small" type="primary" onClick={() => onExport(by, 'docx')}>导出 Word</Button>
      </div>
    </div>
  );
}

/** The caret into the task's cell, its words framed. */
function show(editor: Editor, { pos }: Task): void {
  const cell = editor.state.doc.nodeAt(pos);
  if (cell?.type.name !== 'tableCell') return;
  goTo(editor, pos + 1);
  showPosition(editor, pos);
  editor.view.dispatch(frame(editor.state.tr, [{ from: pos + 2, to: pos + cell.nodeSize - 2 }]));
}
