import type { Deadline } from './deadline.ts';
import { deadlineName } from './deadline.ts';
import type { Task } from './task-table.ts';
import type { Charge, UnitInCharge } from './units-in-charge.ts';

/** 任务清单 by 责任单位 or by 进度要求. */
export const TASK_ORDERS = ['unit', 'deadline'] as const;
export type TaskOrder = (typeof TASK_ORDERS)[number];

/** The tasks under one unit or one deadline. */
export interface TaskGroup {
  readonly name: string;
  readonly tasks: readonly Task[];
}

const EVERY = { month: '每月', quarter: '每季度', half: '每半年', year: '每年' } as const;

/** Days in their order, then what comes again, then what has no end, what names no day, what says nothing. */
function termOf(deadline: Deadline | null): { readonly name: string; readonly order: string } {
  switch (deadline?.kind) {
    case 'date':
      return { name: deadlineName(deadline.date), order: `0${deadline.date}` };
    case 'recurring':
      return { name: EVERY[deadline.every], order: `1${Object.keys(EVERY).indexOf(deadline.every)}` };
    case 'ongoing':
      return { name: '持续推进', order: '2' };
    case 'other':
      return { name: '未写明日期', order: '3' };
    default:
      return { name: '没有时限', order: '4' };
  }
}

/** Units stand in the order in which the paper names them; a task of several units stands under each. */
export function groupTasks(tasks: readonly Task[], by: TaskOrder): TaskGroup[] {
  const groups = new Map<string, { name: string; order: string; tasks: Task[] }>();
  const put = (name: string, order: string, task: Task): void => {
    if (!groups.has(name)) groups.set(name, { name, order, tasks: [] });
    groups.get(name)!.tasks.push(task);
  };
  for (const task of tasks) {
    if (by === 'deadline') {
      const { name, order } = termOf(task.deadline);
      put(name, order, task);
    } else if (task.units.length === 0) put('没有写责任单位', '1', task);
    else for (const { name } of task.units) put(name, '0', task);
  }
  return [...groups.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).map(({ name, tasks: own }) => ({ name, tasks: own }));
}

const CHARGE_NAMES: Readonly<Record<Charge, string>> = { lead: '（牵头）', support: '（配合）', charge: '' };

/** 县教育局（牵头）、县财政局（配合）. */
export const unitWords = (units: readonly UnitInCharge[]): string => units.map(({ name, charge }) => `${name}${CHARGE_NAMES[charge]}`).join('、');

/** The list as rows of text, its heads first: for spreadsheets and for the list as a Word file. */
export function taskRows(tasks: readonly Task[], by: TaskOrder): string[][] {
  const rows = groupTasks(tasks, by).flatMap(({ name, tasks: own }) => own.map(({ groups, text, units, term }) => [name, groups.join('／'), text, unitWords(units), term]));
  return [[by === 'unit' ? '单位' : '时限', '主要内容', '工作任务', '责任单位', '进度要求'], ...rows];
}
