import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import type { Host } from '#core/contract/methods.ts';
import { createFileLog } from '#main/app/file-log.ts';
import { defaultDataFolder, programPlaces, systemFontFolders } from '#main/app/places.ts';

/** The app in this process, over a library that is gone at the end. */
export interface DirectHost {
  readonly call: Host['call'];
  close(): void;
}

/** Opens the app for one command. A refused call rejects with AppError. */
export async function openHost(): Promise<DirectHost> {
  // Most of the start is the app itself; help and wrong use do without it.
  const [{ createApp }, { dispatch }] = await Promise.all([import('#main/app/create-app.ts'), import('#main/app/dispatch.ts')]);
  const data = defaultDataFolder();
  const log = createFileLog(join(data, 'niwen.log'));
  const app = createApp({
    databaseFile: ':memory:',
    folders: { data, resources: programPlaces.resources, templates: programPlaces.templates, fonts: systemFontFolders() },
    host: 'direct',
    now: () => new Date(),
    newId: randomUUID,
    // Only a bug leaves a trace on disk: the stack behind the incident number.
    log: { ...log, info: () => {}, warn: () => {} },
  });
  return {
    async call(method, ...input) {
      const reply = await dispatch(app, { method, input: input[0] });
      if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.details);
      return reply.output as never;
    },
    close: () => app.close(),
  };
}
