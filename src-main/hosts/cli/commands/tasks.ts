import { Option } from 'commander';
import type { Command } from 'commander';
import { readDocument } from '#core/document/document-file.ts';
import { groupTasks, TASK_ORDERS, unitWords } from '#core/document/table/task-list.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { readTasks } from '#core/document/table/task-table.ts';
import type { DirectHost } from '../open-host.ts';
import { printJson } from '../print.ts';
import { readSource } from '../read-source.ts';

/** `tasks FILE [--by unit|deadline] [--json]`: what the 任务分工表 of a document ask of whom, by when. */
export function addTasks(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('tasks <文件>')
    .description('列出任务分工表里的任务：按责任单位或按时限')
    .addOption(new Option('--by <次序>', '按责任单位（unit）还是按时限（deadline）').choices(TASK_ORDERS).default('unit'))
    .option('--json', '以 JSON 输出')
    .action(async (file: string, { by, json }: { by: TaskOrder; json?: boolean }) => {
      const host = await open();
      const { file: document } = await host.call('import.read', await readSource(file));
      const read = readDocument(document);
      const tasks = read.ok ? readTasks(read.doc) : [];
      if (json) printJson(tasks.map(({ pos: _, ...task }) => task));
      else for (const group of groupTasks(tasks, by)) for (const { text, units, term } of group.tasks) console.log([group.name, text.replaceAll('\n', ' '), unitWords(units), term].join('\t'));
    });
}
