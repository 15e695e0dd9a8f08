import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { cancellable, createStandIn, type MenuItem, type StandIn } from '../../../test/support/electron-stand-in.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';

let data: string;

beforeEach(() => (data = temporaryFolder()));
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('electron');
});

/** Starts the host as the system would, up to its window. */
async function start(...args: string[]): Promise<StandIn> {
  const own = createStandIn();
  await run(own, ...args);
  return own;
}

async function run(own: StandIn, ...args: string[]): Promise<void> {
  vi.resetModules();
  vi.doMock('electron', () => own.module);
  const { startElectron } = await import('./start-electron.ts');
  startElectron(['/opt/niwen/niwen', '--data', data, ...args]);
  onTestFinished(() => {
    for (const window of own.windows) if (!window.destroyed) window.destroy();
    own.app.emit('will-quit');
  });
  own.app.ready();
  await settled();
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));
const eventsIn = (window: StandIn['windows'][number]): unknown[] => window.webContents.sent.map(({ args }) => args);

function menuItems(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...menuItems(item.submenu ?? [])]);
}

describe('窗口', () => {
  it('shows our page in a sandbox that has nothing but the preload script', async () => {
    const own = await start();
    const { windows, schemes } = own;
    expect(windows).toHaveLength(1);
    expect(windows[0]!.address).toBe('app://niwen/');
    expect(windows[0]!.options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false });
    expect(windows[0]!.options.webPreferences['preload']).toMatch(/preload\.cjs$/);
    expect(schemes).toEqual([{ scheme: 'app', privileges: expect.not.objectContaining({ bypassCSP: true }) as object }]);
  });

  it('stays on its page, opens no other window and gets nothing of the system but the text on the clipboard', async () => {
    const own = await start();
    const { windows: [window] } = own;
    const { webContents } = window!;
    const away = cancellable({ url: 'https://example.com/' });
    webContents.emit('will-navigate', away);
    expect(away.defaultPrevented).toBe(true);
    const reload = cancellable({ url: 'app://niwen/' });
    webContents.emit('will-navigate', reload);
    expect(reload.defaultPrevented).toBe(false);
    const webview = cancellable();
    webContents.emit('will-attach-webview', webview);
    expect(webview.defaultPrevented).toBe(true);
    expect(webContents.openHandler!({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    const asked: [string, string][] = [['clipboard-read', 'app://niwen/'], ['clipboard-read', 'https://example.com/'], ['media', 'app://niwen/'], ['openExternal', 'app://niwen/']];
    const granted = asked.map(([permission, requestingUrl]) => {
      const answer = vi.fn();
      webContents.session.permissionRequest!(webContents, permission, answer, { requestingUrl });
      expect(answer).toHaveBeenCalledExactlyOnceWith(webContents.session.permissionCheck!(webContents, permission, requestingUrl));
      return answer.mock.calls[0]![0] as boolean;
    });
    expect(granted).toEqual([true, false, false, false]);
  });

  it('serves the built page under its own scheme with the same policy as the web host, and nothing else', async () => {
    const own = await start();
    const { protocols } = own;
    const get = (url: string): Promise<Response> => Promise.resolve(protocols.get('app')!(new Request(url)));
    for (const url of ['app://niwen/../package.json', 'app://niwen/%2e%2e/package.json', 'app://other/', 'app://niwen/none.js']) {
      const answer = await get(url);
      expect(answer.status, url).toBe(404);
      expect(answer.headers.get('Content-Security-Policy')).toContain("script-src 'self';");
    }
  });

  it('is again where it was, unless that place is on no screen any more', async () => {
    const first = await start();
    first.windows[0]!.bounds = { x: 100, y: 50, width: 1000, height: 640 };
    first.windows[0]!.close();
    expect(JSON.parse(readFileSync(join(data, 'window.json'), 'utf8'))).toMatchObject({ bounds: { x: 100, y: 50, width: 1000, height: 640 } });
    const { readWindowState } = await import('./window-state.ts');
    const screen = { x: 0, y: 0, width: 1920, height: 1080 };
    expect(readWindowState(join(data, 'window.json'), [screen]).bounds).toMatchObject({ x: 100, width: 1000 });
    expect(readWindowState(join(data, 'window.json'), [{ ...screen, x: 5000 }]).bounds).toBeUndefined();
    writeFileSync(join(data, 'window.json'), '{"bounds":{"x":"left"}}');
    expect(readWindowState(join(data, 'window.json'), [screen]).bounds).toBeUndefined();
  });

  it('comes back after a crash when the person wants it', async () => {
    const own = await start();
    const { windows: [window], dialogs } = own;
    window!.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await settled();
    expect(dialogs).toMatchObject([{ kind: 'message' }]);
    expect(window!.calls).toContain('reload');
  });
});

describe('与页面的往来', () => {
  it('carries calls from our page to dispatch, bytes as bytes', async () => {
    const own = await start();
    const { windows: [window] } = own;
    const page = own.page(window!);
    expect(await page.call({ method: 'app.info' })).toMatchObject({ ok: true, output: { host: 'electron', nativeDialogs: true, dataFolder: data } });
    expect(await page.call({ method: 'no.such' })).toMatchObject({ ok: false, failure: { code: 'unknown-method' } });
    expect(await page.call('nonsense')).toMatchObject({ ok: false, failure: { code: 'unknown-method' } });
  });

  it('refuses a call from any other frame or origin', async () => {
    const own = await start();
    const { windows: [window] } = own;
    for (const frame of [{ origin: 'app://niwen' }, { origin: 'https://example.com' }, null]) {
      expect(await own.page(window!, frame).call({ method: 'app.info' })).toEqual({ ok: false, failure: { code: 'not-permitted', details: {} } });
    }
  });

  it('passes the app’s events to the page', async () => {
    const own = await start();
    const { windows: [window] } = own;
    const heard = vi.fn();
    const page = own.page(window!);
    const stop = page.subscribe('library.changed', heard);
    await page.call({ method: 'person.set', input: { name: '张三', post: '科员' } });
    expect(await page.call({ method: 'document.fromExample', input: { template: 'notice' } })).toMatchObject({ ok: true });
    expect(heard).toHaveBeenCalled();
    stop();
    heard.mockClear();
    await page.call({ method: 'document.fromExample', input: { template: 'notice' } });
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('打印', () => {
  async function draftIn(own: StandIn): Promise<{ page: ReturnType<StandIn['page']>; id: string }> {
    const page = own.page(own.windows[0]!);
    await page.call({ method: 'person.set', input: { name: '张三', post: '科员' } });
    const made = await page.call({ method: 'document.fromExample', input: { template: 'notice' } });
    return { page, id: (made as { output: { summary: { id: string } } }).output.summary.id };
  }

  it('sends the PDF as it is, at its own size, to the printer that was chosen, and leaves no file behind', async () => {
    const own = await start();
    own.printers.push({ name: 'hp_1f', displayName: '一楼文印室' });
    const { page, id } = await draftIn(own);
    expect(await page.call({ method: 'print.printers' })).toEqual({ ok: true, output: [{ name: 'hp_1f', label: '一楼文印室' }] });
    expect(await page.call({ method: 'print.send', input: { id, wish: { sides: 'two', copies: 2 }, printer: 'hp_1f' } })).toEqual({ ok: true, output: null });
    expect(own.prints).toMatchObject([{ options: { silent: true, deviceName: 'hp_1f', margins: { marginType: 'none' }, scaleFactor: 100, pageSize: 'A4', copies: 1, duplexMode: 'longEdge' } }]);
    expect(own.prints[0]!.file.subarray(0, 5).toString()).toBe('%PDF-');
    // What was printed from is closed and gone, the window is still there.
    expect(own.windows.map(({ destroyed }) => destroyed)).toEqual([false, true]);
    expect(own.windows[1]!.options['show']).toBe(false);
    expect(existsSync(fileURLToPath(own.windows[1]!.address))).toBe(false);
  });

  it('says so when the printer is gone or does not take the job', async () => {
    const own = await start();
    own.printers.push({ name: 'hp_1f', displayName: '' });
    const { page, id } = await draftIn(own);
    expect(await page.call({ method: 'print.send', input: { id, wish: {}, printer: '旧打印机' } })).toEqual({ ok: false, failure: { code: 'no-printer', details: { printer: '旧打印机' } } });
    own.answer.print = 'Print job failed';
    expect(await page.call({ method: 'print.send', input: { id, wish: {}, printer: 'hp_1f' } })).toMatchObject({ ok: false, failure: { code: 'printer-refused' } });
    expect(existsSync(fileURLToPath(own.windows[1]!.address))).toBe(false);
  });
});

describe('打开与保存', () => {
  it('opens the file the person chooses, and remembers it as recent', async () => {
    const own = await start();
    const { windows: [window], answer, app, dialogs } = own;
    const file = join(data, '来函.txt');
    writeFileSync(file, '一');
    answer.open = [file];
    const reply = (await own.page(window!).call({ method: 'shell.open' })) as { output: { name: string; bytes: Uint8Array } };
    expect(reply.output.name).toBe('来函.txt');
    expect(new TextDecoder().decode(reply.output.bytes)).toBe('一');
    expect(app.recent).toEqual([file]);
    expect(dialogs).toMatchObject([{ kind: 'open', options: { filters: [{ extensions: ['docx', 'txt', 'html', 'htm', 'json', 'nwt'] }, {}] } }]);
    answer.open = null;
    expect(await own.page(window!).call({ method: 'shell.open' })).toEqual({ ok: true, output: null });
    answer.open = [join(data, 'gone.txt')];
    expect(await own.page(window!).call({ method: 'shell.open' })).toMatchObject({ ok: false, failure: { code: 'unreadable-file' } });
  });

  it('saves where the person says, whole or not at all, and shows only what it saved', async () => {
    const own = await start();
    const { windows: [window], answer, revealed } = own;
    const page = own.page(window!);
    const bytes = new TextEncoder().encode('正文');
    answer.save = join(data, '复函.docx');
    expect(await page.call({ method: 'shell.save', input: { name: '../复函.docx', bytes } })).toEqual({ ok: true, output: { path: answer.save } });
    expect(readFileSync(answer.save, 'utf8')).toBe('正文');
    expect(await page.call({ method: 'shell.reveal', input: { path: answer.save } })).toMatchObject({ ok: true });
    expect(await page.call({ method: 'shell.reveal', input: { path: '/etc/passwd' } })).toMatchObject({ ok: false, failure: { code: 'not-permitted' } });
    expect(revealed).toEqual([answer.save]);
    const folder = join(data, 'folder');
    mkdirSync(folder);
    answer.save = join(folder, 'none', '复函.docx');
    expect(await page.call({ method: 'shell.save', input: { name: '复函.docx', bytes } })).toMatchObject({ ok: false, failure: { code: 'unwritable-file' } });
    expect(existsSync(join(folder, 'none'))).toBe(false);
    answer.save = null;
    expect(await page.call({ method: 'shell.save', input: { name: '复函.docx', bytes } })).toEqual({ ok: true, output: null });
  });

  it('keeps a file given at the start until the page listens', async () => {
    const file = join(data, '来函.docx');
    writeFileSync(file, 'PK');
    const own = await start('--no-sandbox', file, 'picture.png');
    const { windows: [window] } = own;
    expect(eventsIn(window!)).toEqual([]);
    const heard = vi.fn();
    own.page(window!).subscribe('shell.command', heard);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard).toHaveBeenCalledExactlyOnceWith({ command: 'open-file', file: { name: '来函.docx', bytes: new TextEncoder().encode('PK') } });
  });

  it('opens files of a second start, of the system and of a reloaded page alike', async () => {
    const file = join(data, '来函.txt');
    writeFileSync(file, '一');
    const own = await start();
    const { windows: [window], app } = own;
    const page = own.page(window!);
    const heard = vi.fn();
    page.subscribe('shell.command', heard);
    window!.minimized = true;
    app.emit('second-instance', {}, ['/opt/niwen/niwen', '--some-switch', '来函.txt'], data);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(window!.minimized).toBe(false);
    expect(window!.calls).toContain('focus');
    app.emit('open-file', cancellable(), file);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    window!.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    app.emit('open-file', cancellable(), file);
    await settled();
    expect(heard).toHaveBeenCalledTimes(2);
    page.subscribe('shell.command', () => {});
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
  });

  it('tells the person when a given file cannot be read', async () => {
    const own = await start(join(data, 'gone.docx'));
    const { dialogs } = own;
    await vi.waitFor(() => expect(dialogs).toMatchObject([{ kind: 'error', options: { content: expect.stringContaining('gone.docx') as string } }]));
  });
});

describe('关闭', () => {
  it('asks the page to save and closes as soon as it has', async () => {
    const own = await start();
    const { windows: [window], app } = own;
    const page = own.page(window!);
    const asked = vi.fn();
    page.subscribe('app.closing', asked);
    window!.close();
    window!.close();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(window!.destroyed).toBe(false);
    const quit = vi.fn();
    app.on('will-quit', quit);
    await page.call({ method: 'app.flushed' });
    expect(window!.destroyed).toBe(true);
    expect(quit).toHaveBeenCalled();
  });

  it('waits three seconds for a page that does not answer, and not at all for one that is gone', async () => {
    const own = await start();
    const { windows: [window] } = own;
    vi.useFakeTimers();
    window!.close();
    vi.advanceTimersByTime(2900);
    expect(window!.destroyed).toBe(false);
    vi.advanceTimersByTime(200);
    expect(window!.destroyed).toBe(true);
    vi.useRealTimers();
    const again = await start();
    again.windows[0]!.webContents.crashed = true;
    again.windows[0]!.close();
    expect(again.windows[0]!.destroyed).toBe(true);
  });
});

describe('启动', () => {
  it('leaves the field to a first start on the same data folder', async () => {
    const own = createStandIn();
    own.app.hasLock = false;
    await run(own);
    const { app, windows } = own;
    expect(app.exitCode).toBe(0);
    expect(windows).toEqual([]);
  });

  it('says in one sentence why it cannot start', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => error.mockRestore());
    writeFileSync(join(data, 'niwen.sqlite'), 'this is no database, but it is long enough to be taken for one'.repeat(100));
    const own = await start();
    const { app, windows, dialogs } = own;
    expect(app.exitCode).toBe(1);
    expect(windows).toEqual([]);
    expect(dialogs).toMatchObject([{ kind: 'error', options: { content: expect.stringContaining('已损坏') as string } }]);
    expect(error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^\[damaged-database\] /));
  });

  it('keeps what Chromium writes, and its lock, in the data folder', async () => {
    const own = await start();
    const { app } = own;
    expect(app.paths['userData']).toBe(join(data, 'window'));
  });
});

describe('菜单', () => {
  it('speaks Chinese and sends what concerns documents to the page', async () => {
    const own = await start();
    const { windows: [window], menu } = own;
    expect(menu.map(({ label }) => label)).toEqual(['文件(&F)', '编辑(&E)', '插入(&I)', '段落(&P)', '视图(&V)', '帮助(&H)']);
    for (const item of menuItems(menu)) if (item.label !== undefined) expect(item.label).toMatch(/\p{Script=Han}/u);
    const heard = vi.fn();
    own.page(window!).subscribe('shell.command', heard);
    const ours = menuItems(menu).filter(({ id, role }) => role === undefined && id !== undefined && id !== 'data-folder');
    for (const item of ours) item.click!();
    expect(heard.mock.calls.map(([payload]) => (payload as { command: string }).command)).toEqual(ours.map(({ id }) => id));
  });

  it('leaves the keys to the page, or one press would do a thing twice', async () => {
    const own = await start();
    const { menu } = own;
    for (const item of menuItems(menu)) if (item.role !== 'quit' && item.accelerator) expect(item.registerAccelerator, item.label).toBe(false);
  });

  it('opens the data folder from 帮助', async () => {
    const own = await start();
    const { menu, opened } = own;
    menuItems(menu).find(({ id }) => id === 'data-folder')!.click!();
    expect(opened).toEqual([data]);
  });

  it('has cut, copy and paste on the right button where there is text', async () => {
    const own = await start();
    const { windows: [window], popups } = own;
    const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
    window!.webContents.emit('context-menu', {}, { editFlags, isEditable: false, selectionText: '' });
    expect(popups).toEqual([]);
    window!.webContents.emit('context-menu', {}, { editFlags, isEditable: true, selectionText: '' });
    expect(popups[0]!.map(({ role }) => role)).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', undefined, 'selectAll']);
  });
});
