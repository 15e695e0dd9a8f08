import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { isRole } from '#core/document/roles.ts';
import type { AppContext } from './context.ts';
import { createImportPool } from './import-pool.ts';
import type { ImportPool } from './import-pool.ts';
import { readImport } from './read-import.ts';

/** Bytes above which a file is read in a thread: what is smaller is through in less time than the window notices, a thread takes longer to start. */
export const LARGE_FILE = 256 * 1024;
/** Somebody waits for it and can give it up: longer than for one of many. */
const LONGEST = 600_000;

/** Files a person offers → documents. Nothing is stored; a file that cannot be read is refused with the reason. */
export function importHandlers({ templates, ports }: AppContext): Pick<Handlers, 'import.read' | 'import.stop'> {
  const underway = new Map<string, ImportPool>();
  return {
    'import.read': async ({ name, bytes, template, known = [], words = [], correction, password, reading }) => {
      const all = await templates.list();
      for (const { role } of [...known, ...(correction ? [correction] : [])]) if (role !== 'left-out' && !isRole(role)) throw new AppError('invalid-input', { path: 'role' });
      const options = { template: template == null ? template : await templates.get(template), known, words };
      // What is too large is refused at once.
      if (bytes.length <= LARGE_FILE || bytes.length > LARGEST_FILE) return readImport(name, bytes, { ...options, find: (id) => all.find((each) => each.id === id) }, correction, password);
      // A thread of its own, with the templates as they are now; it ends with the file.
      const pool = createImportPool(all, ports.log, { size: 1, longest: LONGEST });
      if (reading !== undefined) underway.set(reading, pool);
      try {
        return await pool.readForWindow(name, bytes, { options, correction, password });
      } finally {
        if (reading !== undefined) underway.delete(reading);
        pool.close();
      }
    },
    'import.stop': ({ reading }) => {
      underway.get(reading)?.stop();
      return null;
    },
  };
}
