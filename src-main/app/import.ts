import { AppError } from '#core/contract/failure.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { isRole } from '#core/document/roles.ts';
import type { AppContext } from './context.ts';
import { readImport } from './read-import.ts';

/** Files a person offers → documents. Nothing is stored; a file that cannot be read is refused with the reason. */
export function importHandlers({ templates }: AppContext): Pick<Handlers, 'import.read'> {
  return {
    'import.read': async ({ name, bytes, template, known = [], words = [], correction, password }) => {
      const all = await templates.list();
      for (const { role } of [...known, ...(correction ? [correction] : [])]) if (role !== 'left-out' && !isRole(role)) throw new AppError('invalid-input', { path: 'role' });
      const options = { template: template == null ? template : await templates.get(template), find: (id: string) => all.find((each) => each.id === id), known, words };
      return readImport(name, bytes, options, correction, password);
    },
  };
}
