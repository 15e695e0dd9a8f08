/**
 * A stand-in for the `electron` module where its binary cannot run: it records what the desktop host asks of it, and
 * lets a test play the page, the person and the system: `const own = createStandIn(); vi.doMock('electron', () => own.module)`.
 * What the host asks is checked against Electron's own types by tsc; this only has to behave like it.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reply } from '#core/contract/failure.ts';

export interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly MenuItem[];
  click?(): void;
}

interface Frame {
  readonly origin: string;
}

class Session {
  permissionRequest: ((contents: unknown, permission: string, answer: (granted: boolean) => void, details: { requestingUrl: string }) => void) | undefined;
  permissionCheck: ((contents: unknown, permission: string, origin: string) => boolean) | undefined;
  setPermissionRequestHandler(handler: Session['permissionRequest']): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Session['permissionCheck']): void {
    this.permissionCheck = handler;
  }
}

class WebContents extends EventEmitter {
  readonly mainFrame: Frame = { origin: 'app://niwen' };
  readonly session = new Session();
  readonly sent: { channel: string; args: unknown[] }[] = [];
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  crashed = false;
  private readonly own: StandIn;
  address = '';
  constructor(own: StandIn) {
    super();
    this.own = own;
  }
  getPrintersAsync(): Promise<StandIn['printers']> {
    return Promise.resolve(this.own.printers);
  }
  /** Takes the file that is shown, as the viewer does, and answers as `answer.print` says. */
  print(options: Record<string, unknown>, done: (success: boolean, reason: string) => void): void {
    this.own.prints.push({ options, file: readFileSync(fileURLToPath(this.address)) });
    queueMicrotask(() => done(this.own.answer.print === null, this.own.answer.print ?? ''));
  }
  send(channel: string, ...args: unknown[]): void {
    // What crosses is cloned, as between the two processes.
    this.sent.push({ channel, args: structuredClone(args) });
    this.emit('stand-in-sent', channel, ...structuredClone(args));
  }
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler;
  }
  isCrashed(): boolean {
    return this.crashed;
  }
}

class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  readonly calls: string[] = [];
  address = '';
  destroyed = false;
  minimized = false;
  maximized = false;
  bounds = { x: 10, y: 20, width: 1200, height: 700 };
  private readonly own: StandIn;
  constructor(options: BrowserWindow['options'], own: StandIn) {
    super();
    this.options = options;
    this.own = own;
    this.webContents = new WebContents(own);
    own.windows.push(this);
    own.app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(address: string): Promise<void> {
    this.address = this.webContents.address = address;
    // The viewer of a PDF is there a little later than the page around it.
    if (address.endsWith('.pdf')) setTimeout(() => this.webContents.emit('-pdf-ready-to-print'));
    return Promise.resolve();
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.minimized = false;
  }
  reload(): void {
    this.calls.push('reload');
  }
  maximize(): void {
    this.maximized = true;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds(): BrowserWindow['bounds'] {
    return this.bounds;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  /** The person closes the window. */
  close(): void {
    const event = cancellable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
    if (this.own.windows.every((window) => window.destroyed)) this.own.app.emit('window-all-closed');
  }
}

class ElectronApp extends EventEmitter {
  readonly paths: Record<string, string> = {};
  readonly recent: string[] = [];
  readonly switches: Record<string, string | undefined> = {};
  readonly commandLine = { appendSwitch: (name: string, value?: string) => void (this.switches[name] = value) };
  hasLock = true;
  exitCode: number | undefined;
  readonly windows: BrowserWindow[] = [];
  ready: () => void = () => {};
  private readonly whenIsReady = new Promise<void>((done) => (this.ready = done));
  whenReady(): Promise<void> {
    return this.whenIsReady;
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  getPath(name: string): string {
    return this.paths[name] ?? `/stand-in/${name}`;
  }
  getVersion(): string {
    return '0.0.0';
  }
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  addRecentDocument(path: string): void {
    this.recent.push(path);
  }
  exit(code: number): void {
    this.exitCode = code;
  }
  /** As Electron does: every window is asked to close; with none left, the end. */
  quit(): void {
    for (const window of this.windows.filter(({ destroyed }) => !destroyed)) window.close();
    if (this.windows.every(({ destroyed }) => destroyed)) this.emit('will-quit');
  }
}

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

/** Everything the host did, and the means to answer it. */
export interface StandIn {
  /** What `import … from 'electron'` gives the host. */
  readonly module: object;
  readonly app: ElectronApp;
  readonly windows: BrowserWindow[];
  readonly ipcMain: IpcMain;
  readonly schemes: { scheme: string; privileges: object }[];
  readonly protocols: Map<string, (request: Request) => Response | Promise<Response>>;
  readonly dialogs: { kind: 'open' | 'save' | 'message' | 'error'; options: unknown }[];
  /** What the person answers next: paths, a button; null cancels. */
  readonly answer: { open: string[] | null; save: string | null; message: number; print: string | null };
  /** The system's printers, and what was sent to them. `answer.print` is why they refuse; null takes it. */
  readonly printers: { name: string; displayName: string }[];
  readonly prints: { options: Record<string, unknown>; file: Buffer }[];
  menu: readonly MenuItem[];
  readonly popups: (readonly MenuItem[])[];
  readonly revealed: string[];
  readonly opened: string[];
  /**
   * The page's side of a window: what the preload script's two functions do, through the recorded IPC, values cloned on
   * both ways. With another `frame`, a stranger calls.
   */
  page(window: BrowserWindow, frame?: Frame | null): Page;
}

export interface Page {
  call(request: unknown): Promise<Reply>;
  subscribe(event: string, listener: (payload: unknown) => void): () => void;
}

export function createStandIn(): StandIn {
  const app = new ElectronApp();
  const own: StandIn = {
    module: {}, app, windows: app.windows, ipcMain: new IpcMain(), schemes: [], protocols: new Map(), dialogs: [],
    answer: { open: null, save: null, message: 0, print: null }, printers: [], prints: [], menu: [], popups: [], revealed: [], opened: [],
    page: (window, frame = window.webContents.mainFrame) => connectPage(own, window, frame),
  };
  Object.assign(own.module, moduleOf(own));
  return own;
}

function moduleOf(own: StandIn): object {
  return {
    app: own.app,
    BrowserWindow: class extends BrowserWindow {
      constructor(options: BrowserWindow['options']) {
        super(options, own);
      }
    },
    ipcMain: own.ipcMain,
    protocol: {
      registerSchemesAsPrivileged: (schemes: StandIn['schemes']) => own.schemes.push(...schemes),
      handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => void own.protocols.set(scheme, handler),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    dialog: {
      showOpenDialog: (_window: unknown, options: unknown) => {
        own.dialogs.push({ kind: 'open', options });
        return Promise.resolve({ canceled: own.answer.open === null, filePaths: own.answer.open ?? [] });
      },
      showSaveDialog: (_window: unknown, options: unknown) => {
        own.dialogs.push({ kind: 'save', options });
        return Promise.resolve({ canceled: own.answer.save === null, filePath: own.answer.save ?? '' });
      },
      showMessageBox: (_window: unknown, options: unknown) => {
        own.dialogs.push({ kind: 'message', options });
        return Promise.resolve({ response: own.answer.message });
      },
      showErrorBox: (title: string, content: string) => void own.dialogs.push({ kind: 'error', options: { title, content } }),
    },
    shell: { showItemInFolder: (path: string) => void own.revealed.push(path), openPath: (path: string) => Promise.resolve(void own.opened.push(path)) },
    Menu: {
      buildFromTemplate: (items: readonly MenuItem[]) => ({ items, popup: () => void own.popups.push(items) }),
      setApplicationMenu: ({ items }: { items: readonly MenuItem[] }) => void (own.menu = items),
    },
  };
}

/** An event whose default can be prevented, as Electron's are. */
export function cancellable<T extends object>(more?: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  const event = { ...(more as T), defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
}

function connectPage(own: StandIn, window: BrowserWindow, senderFrame: Frame | null): Page {
  const event = { sender: window.webContents, senderFrame };
  return {
    async call(request) {
      const handler = own.ipcMain.handlers.get('niwen:call');
      if (!handler) throw new Error("No handler registered for 'niwen:call'");
      return structuredClone((await handler(event, structuredClone(request))) as Reply);
    },
    subscribe(name, listener) {
      const relay = (channel: string, told: string, payload: unknown): void => {
        if (channel === 'niwen:event' && told === name) listener(payload);
      };
      window.webContents.on('stand-in-sent', relay);
      own.ipcMain.emit('niwen:listening', event, name);
      return () => void window.webContents.off('stand-in-sent', relay);
    },
  };
}
