import { join } from 'node:path';
import { app as electron, BrowserWindow, dialog, ipcMain, screen, type Event, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { AppError, type Reply } from '#core/contract/failure.ts';
import type { Request } from '#core/contract/methods.ts';
import { EVENT_NAMES, type EventName } from '#core/contract/model.ts';
import { FAILURES } from '#core/wording/failures.ts';
import type { App } from '#main/app/create-app.ts';
import { dispatchPacked } from '#main/app/dispatch.ts';
import { programPlaces } from '#main/app/places.ts';
import { readUserFile } from '#main/app/user-file.ts';
import { showContextMenu } from './context-menu.ts';
import { PAGE_ADDRESS, PAGE_ORIGIN } from './page-scheme.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** How long a closing window may take to hand over what it still holds. */
export const FAREWELL_MS = 3000;

/** The one window, and what menus and the system ask of it. */
export interface MainWindow {
  readonly browser: BrowserWindow;
  isOpen(): boolean;
  show(): void;
  /** Asks the page to do something; waits for the page when it is not listening yet. */
  command(command: string): void;
  /** Reads a file and gives it to the page; what cannot be read is told to the person. */
  openFile(path: string): Promise<void>;
  /** The page has saved everything and may go. */
  flushed(): void;
}

/** Opens the window on the page. It closes only after the page had its time to save. */
export function openWindow(app: App, { stateFile }: { stateFile: string }): MainWindow {
  const state = readWindowState(stateFile, screen.getAllDisplays().map((display) => display.workArea));
  const browser = new BrowserWindow({
    ...(state.bounds ?? { width: 1366, height: 768 }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '拟文',
    icon: join(programPlaces.resources, 'icons', 'icon.png'),
    backgroundColor: '#f4f2ee',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  const contents = browser.webContents;
  guard(browser);

  const isPage = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null && event.senderFrame === contents.mainFrame && event.senderFrame.origin === PAGE_ORIGIN;
  // Each open draft saves itself and says so; the window goes when all that was sent before has been answered.
  let running = 0;
  let isFlushed = false;
  let farewell: { done(): void } | undefined;
  ipcMain.handle('niwen:call', async (event, request: unknown): Promise<Reply> => {
    if (!isPage(event)) return { ok: false, failure: { code: 'not-permitted', details: {} } };
    running++;
    const reply = await dispatchPacked(app, readRequest(request));
    if (--running === 0 && isFlushed) farewell?.done();
    return reply;
  });

  // Until the page listens for commands (it may be loading, or asking for a name first), they wait.
  let listening = false;
  const waiting: (() => void)[] = [];
  const tell = (event: EventName, payload: unknown): void => {
    if (!browser.isDestroyed()) contents.send('niwen:event', event, payload);
  };
  const offs = EVENT_NAMES.map((event) => app.on(event, (payload) => tell(event, payload)));
  const whenListening = (send: () => void): void => void (listening ? send() : waiting.push(send));
  const onListening = (event: IpcMainEvent, name: unknown): void => {
    if (!isPage(event) || name !== 'shell.command') return;
    listening = true;
    for (const send of waiting.splice(0)) send();
  };
  ipcMain.on('niwen:listening', onListening);
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) listening = false;
  });

  browser.on('close', (event: Event) => {
    event.preventDefault();
    if (farewell) return;
    writeWindowState(stateFile, { bounds: browser.getNormalBounds(), maximized: browser.isMaximized() });
    const timer = setTimeout(() => farewell?.done(), FAREWELL_MS);
    farewell = {
      done() {
        clearTimeout(timer);
        if (!browser.isDestroyed()) browser.destroy();
      },
    };
    if (contents.isCrashed()) farewell.done();
    else app.emit('app.closing', {});
  });
  browser.on('closed', () => {
    for (const off of offs) off();
    ipcMain.removeHandler('niwen:call');
    ipcMain.off('niwen:listening', onListening);
  });
  contents.on('render-process-gone', (_, { reason }) => {
    if (reason !== 'clean-exit') void recover(app, browser, reason);
  });
  contents.on('context-menu', (_, params) => showContextMenu(browser, params));
  browser.once('ready-to-show', () => {
    if (state.maximized) browser.maximize();
    browser.show();
  });
  void browser.loadURL(PAGE_ADDRESS);

  const show = (): void => {
    if (browser.isMinimized()) browser.restore();
    browser.show();
    browser.focus();
  };
  return {
    browser,
    isOpen: () => !browser.isDestroyed(),
    show,
    command: (command) => whenListening(() => app.emit('shell.command', { command })),
    async openFile(path) {
      try {
        const file = await readUserFile(path);
        electron.addRecentDocument(path);
        whenListening(() => app.emit('shell.command', { command: 'open-file', file }));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        dialog.showErrorBox('文件没有打开', FAILURES[error.code](error.details));
      }
    },
    flushed: () => (isFlushed = farewell !== undefined),
  };
}

/** The window shows our page and nothing else, and may ask the system for the text on the clipboard (粘贴文字成稿) and for nothing more. */
function guard({ webContents: contents }: BrowserWindow): void {
  const stay = (event: Event<{ url: string }>): void => {
    if (event.url !== PAGE_ADDRESS) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => answer(permission === 'clipboard-read' && requestingUrl === PAGE_ADDRESS));
  // Electron names an origin here with a slash behind it.
  contents.session.setPermissionCheckHandler((_contents, permission, origin) => (permission as string) === 'clipboard-read' && origin.replace(/\/$/, '') === PAGE_ORIGIN);
}

async function recover(app: App, browser: BrowserWindow, reason: string): Promise<void> {
  app.ports.log.error('page process gone', { reason });
  const { response } = await dialog.showMessageBox(browser, {
    type: 'error',
    message: '窗口意外中断，已经保存的文稿不受影响。',
    detail: '重新打开后，会回到最后一次自动保存的内容。',
    buttons: ['重新打开', '退出'],
    cancelId: 1,
  });
  if (browser.isDestroyed()) return;
  if (response === 0) browser.reload();
  else electron.quit();
}

function readRequest(request: unknown): Request {
  const { method, input } = (typeof request === 'object' && request !== null ? request : {}) as Partial<Request>;
  return { method, input };
}
