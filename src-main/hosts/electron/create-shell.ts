import { basename, extname, join } from 'node:path';
import { app as electron, dialog, shell, type BrowserWindow, type FileFilter } from 'electron';
import { AppError } from '#core/contract/failure.ts';
import type { Shell } from '#main/app/ports.ts';
import { readUserFile, writeUserFile } from '#main/app/user-file.ts';
import { OPENED_ENDINGS } from './arguments.ts';

const KINDS: Readonly<Record<string, string>> = { docx: 'Word 文档', pdf: 'PDF 文件', txt: '文本文件', html: '网页', htm: '网页', json: '拟文文稿', nwt: '拟文模板' };

/** The system's own dialogs. Only files that were saved here in this session are shown in their folder. */
export function createShell(window: () => BrowserWindow | undefined, flushed: () => void): Shell {
  const saved = new Set<string>();
  const owner = (): BrowserWindow => {
    const open = window();
    if (!open) throw new AppError('cancelled');
    return open;
  };
  return {
    async open() {
      const { canceled, filePaths } = await dialog.showOpenDialog(owner(), {
        title: '打开文件',
        buttonLabel: '打开',
        properties: ['openFile'],
        filters: [{ name: '公文文件', extensions: [...OPENED_ENDINGS] }, { name: '所有文件', extensions: ['*'] }],
      });
      const path = filePaths[0];
      if (canceled || path === undefined) return null;
      const file = await readUserFile(path);
      electron.addRecentDocument(path);
      return file;
    },
    async save({ name, bytes }) {
      const { canceled, filePath } = await dialog.showSaveDialog(owner(), {
        title: '另存为',
        buttonLabel: '保存',
        defaultPath: join(electron.getPath('documents'), basename(name)),
        filters: filtersFor(name),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      if (canceled || !filePath) return null;
      await writeUserFile(filePath, bytes);
      saved.add(filePath);
      electron.addRecentDocument(filePath);
      return { path: filePath };
    },
    async reveal(path) {
      if (!saved.has(path)) throw new AppError('not-permitted');
      shell.showItemInFolder(path);
    },
    flushed,
  };
}

function filtersFor(name: string): FileFilter[] {
  const ending = extname(name).slice(1).toLowerCase();
  return ending === '' ? [] : [{ name: KINDS[ending] ?? `${ending} 文件`, extensions: [ending] }];
}
