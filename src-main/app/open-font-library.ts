import { join } from 'node:path';
import type { FontLibrary } from '../fonts/font-library.ts';
import type { Ports } from './ports.ts';

/** The person's own fonts, looked for when somebody asks first: a start without pages pays neither for the search nor for the code that reads font files. */
export function openFontLibrary({ folders, log }: Ports, changed: () => void): FontLibrary {
  let opening: Promise<FontLibrary> | undefined;
  const open = (): Promise<FontLibrary> => (opening ??= import('../fonts/font-library.ts').then(({ createFontLibrary }) => createFontLibrary({ systemFolders: folders.fonts, folder: join(folders.data, 'own-fonts'), changed, warn: log.warn })));
  return {
    list: async () => (await open()).list(),
    inUse: async () => (await open()).inUse(),
    read: async (id) => (await open()).read(id),
    face: async (id) => (await open()).face(id),
    choose: async (role, wish) => (await open()).choose(role, wish),
    search: async () => (await open()).search(),
    add: async (name, bytes) => (await open()).add(name, bytes),
    remove: async (file) => (await open()).remove(file),
    restore: async (file) => (await open()).restore(file),
    refuse: async (id) => (await open()).refuse(id),
  };
}
