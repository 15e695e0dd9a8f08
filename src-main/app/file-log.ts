import { appendFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../store/make-folder.ts';
import type { Log } from './ports.ts';

const LARGEST_LOG = 2 * 1024 * 1024;

/** A log that appends one JSON line an entry to `file`; when full, the file is set aside once as `file`.old. It never throws. */
export function createFileLog(file: string): Log {
  const write = (level: string, message: string, details?: object): void => {
    try {
      if (sizeOf(file) > LARGEST_LOG) renameSync(file, `${file}.old`);
      makeFolder(dirname(file));
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), level, message, ...details })}\n`);
    } catch {
      // A full disk must not stop the work that the log would only have told about.
    }
  };
  return {
    info: (message, details) => write('info', message, details),
    warn: (message, details) => write('warn', message, details),
    error: (message, details) => write('error', message, details),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
