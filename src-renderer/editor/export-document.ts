import type { ExportFormat, Host, Output } from '#core/contract/methods.ts';
import type { DocumentFile } from '#core/document/document-file.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { download } from '../ui/download.ts';

/**
 * Writes a document of the library, as it stands in the window, in another format and hands it to the person: by the host's own dialog where it has one, else as a
 * download. Returns where it went (the name for a download), null when the person cancelled.
 */
export async function exportDocument(host: Host, id: string, file: DocumentFile, format: ExportFormat, nativeDialogs: boolean): Promise<string | null> {
  return save(host, await host.call('export.write', { id, file: file as unknown as Record<string, unknown>, format }), nativeDialogs);
}

/** The same for the list of its tasks. */
export async function exportTasks(host: Host, id: string, file: DocumentFile, by: TaskOrder, format: 'docx' | 'csv', nativeDialogs: boolean): Promise<string | null> {
  return save(host, await host.call('export.tasks', { id, file: file as unknown as Record<string, unknown>, by, format }), nativeDialogs);
}

async function save(host: Host, { name, bytes }: Output<'export.tasks'>, nativeDialogs: boolean): Promise<string | null> {
  if (nativeDialogs) return (await host.call('shell.save', { name, bytes }))?.path ?? null;
  download(name, bytes);
  return name;
}
