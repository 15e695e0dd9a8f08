import type { Handlers } from '#core/contract/methods.ts';
import { openStore } from '../store/open-store.ts';
import { checkHandlers } from './check.ts';
import type { AppContext } from './context.ts';
import { documentHandlers } from './documents.ts';
import { createEvents } from './events.ts';
import type { AppEvents } from './events.ts';
import { exportHandlers } from './export.ts';
import { fontHandlers } from './fonts.ts';
import { openFontLibrary } from './open-font-library.ts';
import { imageHandlers } from './images.ts';
import { importHandlers } from './import.ts';
import { importJobHandlers } from './import-jobs.ts';
import { layoutHandlers } from './layout.ts';
import { peopleAndSettingsHandlers } from './people-and-settings.ts';
import { officeHandlers } from './office.ts';
import type { Ports } from './ports.ts';
import { printHandlers } from './print.ts';
import { shellHandlers } from './shell.ts';
import { createTemplateLibrary } from './template-library.ts';
import { readTemplateShelf } from './template-shelf.ts';
import { taskListHandlers } from './task-list.ts';
import { templateHandlers } from './templates.ts';
import { createTypesetting } from './typesetting.ts';

/** A running app. Several may live in one process, each with a library of its own. */
export interface App extends AppEvents {
  readonly handlers: Handlers;
  readonly ports: Ports;
  /** Gives the data folder free. Every append that was answered is on the disk already. */
  close(): void;
}

/** Throws AppError `newer-database`, `damaged-database`, `read-only-folder`, `folder-in-use`, `disk-full` when the library cannot be opened. */
export function createApp(ports: Ports): App {
  const store = openStore(ports.databaseFile, ports.now(), { warn: ports.log.warn });
  const events = createEvents(ports.log);
  const templates = createTemplateLibrary(readTemplateShelf(ports.folders.templates, ports.log), store, ports.log);
  const fonts = openFontLibrary(ports, () => events.emit('fonts.changed', {}));
  const context: AppContext = { ports, store, templates, fonts, typesetting: createTypesetting(ports.folders.resources, fonts), emit: events.emit };
  const documents = documentHandlers(context);
  const handlers: Handlers = {
    ...shellHandlers(context),
    ...peopleAndSettingsHandlers(context),
    ...templateHandlers(context),
    ...documents,
    ...importHandlers(context),
    ...importJobHandlers(context),
    ...exportHandlers(context),
    ...taskListHandlers(context),
    ...printHandlers(context),
    ...checkHandlers(context),
    ...layoutHandlers(context),
    ...fontHandlers(context),
    ...imageHandlers(context),
    ...officeHandlers(context),
  };
  return { handlers, ports, on: events.on, emit: events.emit, close: store.close };
}
