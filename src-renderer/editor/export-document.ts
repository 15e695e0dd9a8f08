import type { ExportFormat, Host, Output } from '#core/contract/methods.ts';
import type { DocumentFile } from '#core/document/document-file.ts';
import type { TaskOrder } from '#core/document/table/task-list.ts';
import { sayMissing, saySealPlaces } from '#core/wording/layout.ts';
import { sayTextLosses } from '#core/wording/text-losses.ts';
import { download } from '../ui/download.ts';

/** Where a file went (its name for a download). */
export interface HandedOver {
  readonly name: string;
  /** What this kind of file does not keep of the document, or shows beside it, in Chinese; '' where there is nothing to say. */
  readonly note: string;
}

/** A file that would not show all of the document: what it lacks, in Chinese. It is handed over only if the person wants it so. */
export interface Doubtful {
  readonly warning: string;
  readonly goOn: () => Promise<HandedOver | null>;
}

/**
 * Writes a document of the library, as it stands in the window, in another format and hands it to the person: by the host's own dialog where it has one, else as a
 * download. Null when the person cancelled.
 */
export async function exportDocument(host: Host, id: string, file: DocumentFile, format: ExportFormat, nativeDialogs: boolean): Promise<HandedOver | Doubtful | null> {
  return ask(host, await host.call('export.write', { id, file: file as unknown as Record<string, unknown>, format }), nativeDialogs);
}

/** The same for the list of its tasks. */
export async function exportTasks(host: Host, id: string, file: DocumentFile, by: TaskOrder, format: 'docx' | 'csv', nativeDialogs: boolean): Promise<HandedOver | Doubtful | null> {
  return ask(host, await host.call('export.tasks', { id, file: file as unknown as Record<string, unknown>, by, format }), nativeDialogs);
}

/** Characters that no font has are named before there is a file with blanks in their places. */
async function ask(host: Host, written: Output<'export.write'>, nativeDialogs: boolean): Promise<HandedOver | Doubtful | null> {
  const warning = sayMissing(written.missing ?? []);
  const goOn = (): Promise<HandedOver | null> => save(host, written, nativeDialogs);
  return warning === '' ? goOn() : { warning, goOn };
}

async function save(host: Host, { name, bytes, lost, sealPlaces }: Output<'export.write'>, nativeDialogs: boolean): Promise<HandedOver | null> {
  const note = sayTextLosses(lost ?? []) || saySealPlaces(sealPlaces ?? 0);
  if (nativeDialogs) {
    const saved = await host.call('shell.save', { name, bytes });
    return saved && { name: saved.path, note };
  }
  download(name, bytes);
  return { name, note };
}
