import { app as electron, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import { readChord } from '#core/wording/chord.ts';
import { COMMANDS } from '#core/wording/commands.ts';
import type { CommandId } from '#core/wording/commands.ts';
import { shownKey } from '#core/wording/shown-key.ts';
import type { MainWindow } from './open-window.ts';

/**
 * The native menu. What concerns documents goes to the page as `shell.command` by the id of the registry (core/wording), whose
 * names and keys it shows; the page knows the keys itself, so the accelerators are only shown and not registered, or one key
 * press would do the thing twice.
 */
export function createMenu(window: MainWindow, { data }: { data: string }): void {
  const page = (id: CommandId): MenuItemConstructorOptions => {
    const key = shownKey(id);
    return { id, label: COMMANDS[id].name, ...(key === undefined ? {} : { accelerator: accelerator(key), registerAccelerator: false }), click: () => window.command(id) };
  };
  const isMac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  /** Several commands; null is a line between. */
  const pages = (...ids: (CommandId | null)[]): MenuItemConstructorOptions[] => ids.map((id) => (id === null ? separator : page(id)));
  const template: MenuItemConstructorOptions[] = [
    ...(isMac
      ? [{
          label: '拟文',
          submenu: [
            { role: 'about', label: '关于拟文' }, separator, { role: 'hide', label: '隐藏拟文' }, { role: 'hideOthers', label: '隐藏其他' }, { role: 'unhide', label: '全部显示' },
            separator, { role: 'quit', label: '退出拟文' },
          ],
        } satisfies MenuItemConstructorOptions]
      : []),
    {
      label: '文件(&F)',
      submenu: [
        ...pages('new', 'open', 'paste'),
        ...(isMac ? [{ role: 'recentDocuments', label: '最近打开', submenu: [{ role: 'clearRecentDocuments', label: '清除记录' }] } satisfies MenuItemConstructorOptions] : []),
        ...pages(null, 'save', 'export', 'export-pdf', 'export-text', 'export-file', 'print', null, 'change-template', 'make-template', null, 'close', null, 'settings'),
        ...(isMac ? [] : [separator, { role: 'quit', label: '退出', accelerator: 'Alt+F4' } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销', registerAccelerator: false },
        { role: 'redo', label: '重做', registerAccelerator: false },
        page('repeat'),
        separator,
        { role: 'cut', label: '剪切', registerAccelerator: false },
        { role: 'copy', label: '复制', registerAccelerator: false },
        { role: 'paste', label: '粘贴', registerAccelerator: false },
        { role: 'pasteAndMatchStyle', label: '粘贴为纯文本', registerAccelerator: false, accelerator: '' },
        { role: 'selectAll', label: '全选', registerAccelerator: false },
        ...pages(null, 'find', 'replace', 'go-to', 'search'),
      ],
    },
    {
      label: '插入(&I)',
      submenu: [
        ...pages('marker-shi', 'marker-di', 'marker-paren', 'marker-arabic', 'marker-circled', 'restart', null, 'attachment', 'insert-image', null, 'insert-table'),
        { label: '表格', submenu: pages('row-above', 'row-below', 'column-left', 'column-right', null, 'merge-cells', 'split-cell', 'header-row', 'continued-table', null, 'delete-row', 'delete-column', 'delete-table') },
      ],
    },
    {
      label: '段落(&P)',
      submenu: pages('heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading-5', 'body', null, 'promote', 'demote', 'move-up', 'move-down', null, 'bold', 'underline', 'superscript', 'subscript'),
    },
    {
      label: '视图(&V)',
      submenu: [
        ...pages('next', 'previous', null, 'outline', 'panel', 'theme', null, 'zoom-in', 'zoom-out', 'real-size', 'fit-width', null, 'next-finding', 'previous-finding', null),
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        ...pages('palette', 'shortcuts', null),
        { id: 'data-folder', label: '打开数据文件夹', click: () => void shell.openPath(data) },
        ...(isMac ? [] : [separator, { role: 'about', label: '关于拟文' } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
  electron.setAboutPanelOptions({ applicationName: '拟文', applicationVersion: electron.getVersion(), copyright: '起草党政机关公文，依据 GB/T 9704—2012' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** A key of the registry as Electron writes it: `Ctrl+Shift+ArrowUp` → `CmdOrCtrl+Shift+Up`. */
function accelerator(written: string): string {
  const { ctrl, alt, shift, key } = readChord(written);
  return [...(ctrl ? ['CmdOrCtrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key.replace(/^Arrow/, '')].join('+');
}
