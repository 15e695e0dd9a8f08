/** The web host: the app in a browser window, on this machine only. `--data DIR --port N --no-open` */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#core/contract/failure.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { createApp, type App } from '#main/app/create-app.ts';
import { createFileLog } from '#main/app/file-log.ts';
import { databaseFileIn, defaultDataFolder, programPlaces, systemFontFolders } from '#main/app/places.ts';
import { createToken } from './guard.ts';
import { openBrowser } from './open-browser.ts';
import { serve, type Served } from './serve.ts';
import { openWindowKeys } from './window-keys.ts';

const { data, port, mayOpen } = readArguments();
const app = openApp();
const token = createToken();
const keys = openWindowKeys(join(data, 'windows.json'), app.ports.log);
const served = await startServing();
keys.listening(Number(new URL(served.origin).port));

// The token stands behind #, which browsers keep to themselves: it is in no request line and no log.
const address = `${served.origin}/#token=${token}`;
console.log(address);
if (mayOpen && !(await openBrowser(address))) console.error('没有找到可以打开的浏览器，请把上面的地址复制到浏览器里打开。');
else console.error('按 Ctrl+C 退出程序。');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void served.close().then(() => {
      app.close();
      process.exit(0);
    });
  });
}

function readArguments(): { data: string; port: number; mayOpen: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } } });
    const number = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || number > 65535) throw new RangeError(values.port);
    return { data: resolve(values.data ?? defaultDataFolder()), port: number, mayOpen: !values['no-open'] };
  } catch {
    console.error('用法：web [--data 文件夹] [--port 端口号] [--no-open]');
    process.exit(2);
  }
}

function openApp(): App {
  try {
    return createApp({
      databaseFile: databaseFileIn(data),
      folders: { data, resources: programPlaces.resources, templates: programPlaces.templates, fonts: systemFontFolders() },
      host: 'web',
      now: () => new Date(),
      newId: randomUUID,
      log: createFileLog(join(data, 'niwen.log')),
    });
  } catch (error) {
    return leave(error);
  }
}

async function startServing(): Promise<Served> {
  const at = (wanted: number): Promise<Served> => serve(app, { token, port: wanted, page: programPlaces.page, keys });
  try {
    if (port !== 0) return await at(port);
    // The port of the last start, if it is free: windows still open then find back to us.
    return await at(keys.lastPort).catch(() => at(0));
  } catch (error) {
    app.close();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' && (error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    console.error(`端口 ${port} 不能使用，可能已被别的程序占用。请换一个端口，或不写 --port 由程序自己选。`);
    process.exit(1);
  }
}

function leave(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  console.error(`[${error.code}] ${FAILURES[error.code](error.details)}`);
  process.exit(1);
}
