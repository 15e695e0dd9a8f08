import { useCallback, useRef } from 'react';
import type { ReactNode } from 'react';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { OpenedFile } from '#core/contract/model.ts';
import { readChosenFolder } from './dropped-files.ts';
import type { Dropped } from './dropped-files.ts';

/** Kinds of file an import reads; the dialog shows these first. */
export const READABLE_FILES = '.docx,.doc,.wps,.rtf,.odt,.txt,.md,.html,.htm,.mht,.json,.nwt,text/plain';

/** A file's name and bytes. Throws `file-too-large` before reading, `unreadable-file` when the disk refuses. */
export async function readFile(file: File): Promise<OpenedFile> {
  if (file.size > LARGEST_FILE) throw new AppError('file-too-large', { name: file.name, limit: LARGEST_FILE / 1024 / 1024 });
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw new AppError('unreadable-file', { name: file.name }, { cause: error });
  }
}

/** The browser's own file dialog, for hosts without one: an input to be placed in the page and a function that opens it. */
export function useFileInput(onFile: (file: OpenedFile) => void, onError: (error: unknown) => void): { readonly input: ReactNode; readonly choose: () => void } {
  const ref = useRef<HTMLInputElement>(null);
  const choose = useCallback(() => ref.current?.click(), []);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file) readFile(file).then(onFile, onError);
    if (ref.current) ref.current.value = '';
  };
  const input = <input ref={ref} type="file" accept={READABLE_FILES} hidden data-testid="file-input" onChange={(event) => take(event.target.files)} />;
  return { input, choose };
}

/** The browser's dialog for a folder, in every host: the files come as a list. `choose` carries what the folder is wanted for. */
export function useFolderInput(onFolder: (dropped: Dropped, job: string | undefined) => void): { readonly input: ReactNode; readonly choose: (job?: string) => void } {
  const ref = useRef<HTMLInputElement>(null);
  const job = useRef<string | undefined>(undefined);
  const choose = useCallback((wanted?: string) => {
    job.current = wanted;
    ref.current?.click();
  }, []);
  const take = (files: FileList | null): void => {
    if (files && files.length > 0) onFolder(readChosenFolder(files), job.current);
    if (ref.current) ref.current.value = '';
  };
  const input = <input ref={ref} type="file" multiple hidden data-testid="folder-input" onChange={(event) => take(event.target.files)} {...{ webkitdirectory: '' }} />;
  return { input, choose };
}
