import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type WebContents } from 'electron';
import { AppError } from '#core/contract/failure.ts';
import type { Printing } from '#main/app/ports.ts';

/** How long the viewer may take to show the file. */
const READY_MS = 15_000;

/**
 * The system's printers. A job is shown to nobody: the PDF is opened in a window that stays hidden and printed from there as it is;
 * the file lies in `folder` until the printer has it.
 */
export function createPrinting(window: () => BrowserWindow | undefined, folder: string): Printing {
  const list = async (): Promise<{ name: string; label: string }[]> => {
    const found = (await window()?.webContents.getPrintersAsync()) ?? [];
    return found.map(({ name, displayName }) => ({ name, label: displayName === '' ? name : displayName }));
  };
  let jobs = 0;
  return {
    list,
    async send({ printer, bytes, isDouble }) {
      if (!(await list()).some(({ name }) => name === printer)) throw new AppError('no-printer', { printer });
      await mkdir(folder, { recursive: true });
      const file = join(folder, `print-${process.pid}-${++jobs}.pdf`);
      const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true } });
      try {
        await writeFile(file, bytes);
        const isReady = whenShown(hidden.webContents);
        await hidden.loadURL(pathToFileURL(file).href);
        await isReady;
        await print(hidden.webContents, printer, isDouble);
      } finally {
        hidden.destroy();
        await rm(file, { force: true });
      }
    },
  };
}

/** Electron tells when the viewer holds the whole file, under a name its types leave out (electron/electron#43943); printed sooner, pages are blank. */
function whenShown(contents: WebContents): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, READY_MS);
    (contents as NodeJS.EventEmitter).once('-pdf-ready-to-print', () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** Copies and their order are in the file; the printer is asked for nothing but the sides. */
const print = (contents: WebContents, printer: string, isDouble: boolean): Promise<void> => new Promise((done, failed) => {
  contents.print(
    { silent: true, deviceName: printer, printBackground: true, color: true, margins: { marginType: 'none' }, scaleFactor: 100, pageSize: 'A4', copies: 1, duplexMode: isDouble ? 'longEdge' : 'simplex' },
    (isPrinted, reason) => (isPrinted ? done() : failed(new AppError('printer-refused', { printer, reason }))),
  );
});
