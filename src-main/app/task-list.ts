import type { Handlers } from '#core/contract/methods.ts';
import { documentTitle } from '#core/document/elements.ts';
import { taskRows } from '#core/document/table/task-list.ts';
import { readTasks } from '#core/document/table/task-table.ts';
import type { AppContext } from './context.ts';
import { fileName } from './export.ts';
import { getNamedDocument } from './named-document.ts';
import { findPersonAtWork } from './people-and-settings.ts';

/** The tasks of a document's 任务分工表 as a list to save. */
export function taskListHandlers(context: AppContext): Pick<Handlers, 'export.tasks'> {
  return {
    'export.tasks': async ({ by, format, ...wish }) => {
      const { doc } = await getNamedDocument(context, wish);
      const rows = taskRows(readTasks(doc), by);
      const title = `${documentTitle(doc)}任务清单`;
      const name = fileName(title, format);
      if (format === 'csv') return { name, bytes: new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`) };
      // The package is loaded only when a list is written: a start without it does not pay for it.
      const { writeTaskList } = await import('../lists/write-task-list.ts');
      return { name, bytes: await writeTaskList({ title: `${title}（按${by === 'unit' ? '单位' : '时限'}）`, author: (await findPersonAtWork(context.store))?.name ?? '', rows }) };
    },
  };
}

/** A field of a CSV file; one that Excel would take for a formula is kept as words by a leading apostrophe. */
const field = (text: string): string => `"${(/^[=+@-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
