import type { ExportFormat, Host, Output } from '#core/contract/methods.ts';
import type { DocumentFile } from '#core/document/document-file.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { sayMissing } from '#core/wording/layout.ts';
import { download } from '../ui/download.ts';

/** Where a file went (its name for a download), and what of the document it does not show, in Chinese. */
export interface HandedOver {
  readonly name: string;
  readonly warning: string;
}

/**
 * Writes a document of the library, as it stands in the window, in another format and hands it to the person: by the host's own dialog where it has one, else as a
 * download. Null when the person cancelled.
 */
export async function exportDocument(host: Host, id: string, file: DocumentFile, format: ExportFormat, nativeDialogs: boolean): Promise<HandedOver | null> {
  return save(host, await host.call('export.write', { id, file: file as unknown as Record<string, unknown>, format }), nativeDialogs);
}

/** The same for the list of its tasks. */
export async function exportTasks(host: Host, id: string, file: DocumentFile, by: TaskOrder, format: 'docx' | 'csv', nativeDialogs: boolean): Promise<HandedOver | null> {
  return save(host, await host.call('export.tasks', { id, file: file as unknown as Record<string, unknown>, by, format }), nativeDialogs);
}

async function save(host: Host, { name, bytes, missing = [] }: Output<'export.tasks'>, nativeDialogs: boolean): Promise<HandedOver | null> {
  const warning = sayMissing(missing);
  if (nativeDialogs) {
    const saved = await host.call('shell.save', { name, bytes });
    return saved && { name: saved.path, warning };
  }
  download(name, bytes);
  return { name, warning };
}
