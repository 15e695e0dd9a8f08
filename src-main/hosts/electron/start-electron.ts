import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { app as electron, dialog } from 'electron';
import { AppError } from '#core/contract/failure.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { createApp, type App } from '#main/app/create-app.ts';
import { createFileLog } from '#main/app/file-log.ts';
import { databaseFileIn, defaultDataFolder, programPlaces, systemFontFolders } from '#main/app/places.ts';
import type { Ports } from '#main/app/ports.ts';
import { readArguments } from './arguments.ts';
import { createPrinting } from './create-printing.ts';
import { createShell } from './create-shell.ts';
import { openWindow, type MainWindow } from './open-window.ts';
import { createMenu } from './menu.ts';
import { allowPageScheme, servePage } from './page-scheme.ts';

/** Runs the desktop app. A second start on the same data folder hands its files to the first and ends. */
export function startElectron(argv: readonly string[]): void {
  const start = readArguments(argv, { cwd: process.cwd(), isDefaultApp: Boolean(process.defaultApp) });
  const data = resolve(start.data ?? defaultDataFolder());
  const waiting: string[] = [...start.files];
  let window: MainWindow | undefined;
  const openFiles = (files: readonly string[]): void => {
    if (window) for (const file of files) void window.openFile(file);
    else waiting.push(...files);
  };

  // Chromium's own files, and with them the lock against a second start, belong to the data folder.
  electron.setPath('userData', join(data, 'window'));
  electron.setAppUserModelId('cn.niwen.app');
  electron.commandLine.appendSwitch('lang', 'zh-CN');
  allowPageScheme();
  if (!electron.requestSingleInstanceLock()) return electron.exit(0);

  electron.on('second-instance', (_, secondArgv, cwd) => {
    window?.show();
    openFiles(readArguments(secondArgv, { cwd, isDefaultApp: Boolean(process.defaultApp) }).files);
  });
  electron.on('open-file', (event, file) => {
    event.preventDefault();
    openFiles([file]);
  });
  electron.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });

  void electron.whenReady().then(() => {
    const shell = createShell(() => window?.browser, () => window?.flushed());
    const app = openApp(data, shell, createPrinting(() => window?.browser, join(data, 'window')));
    if (!app) return electron.exit(1);
    const open = (): void => {
      window = openWindow(app, { stateFile: join(data, 'window.json') });
      createMenu(window, { data });
      openFiles(waiting.splice(0));
    };
    servePage(app, programPlaces.page);
    open();
    electron.on('activate', () => (window?.isOpen() ? window.show() : open()));
    electron.on('window-all-closed', () => electron.quit());
    electron.on('will-quit', () => app.close());
  });
}

function openApp(data: string, shell: Ports['shell'] & object, printing: Ports['printing'] & object): App | undefined {
  try {
    return createApp({
      databaseFile: databaseFileIn(data),
      folders: { data, resources: programPlaces.resources, templates: programPlaces.templates, fonts: systemFontFolders() },
      host: 'electron',
      now: () => new Date(),
      newId: randomUUID,
      log: createFileLog(join(data, 'niwen.log')),
      shell,
      printing,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const sentence = FAILURES[error.code](error.details);
    console.error(`[${error.code}] ${sentence}`);
    dialog.showErrorBox('拟文没有启动', sentence);
    return undefined;
  }
}
