import { app as electron, Menu, shell, type MenuItemConstructorOptions } from 'electron';
import type { MainWindow } from './open-window.ts';

/**
 * The native menu. What concerns documents goes to the page as `shell.command`; the page knows the keys itself, so the
 * accelerators are only shown and not registered, or one key press would do the thing twice.
 */
export function createMenu(window: MainWindow, { data }: { data: string }): void {
  const page = (label: string, command: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => window.command(command),
  });
  const isMac = process.platform === 'darwin';
  const separator: MenuItemConstructorOptions = { type: 'separator' };
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
        page('新建文稿…', 'new', 'CmdOrCtrl+N'),
        page('打开文件…', 'open', 'CmdOrCtrl+O'),
        page('粘贴文字成稿…', 'paste', 'CmdOrCtrl+Shift+V'),
        ...(isMac ? [{ role: 'recentDocuments', label: '最近打开', submenu: [{ role: 'clearRecentDocuments', label: '清除记录' }] } satisfies MenuItemConstructorOptions] : []),
        separator,
        page('保存', 'save', 'CmdOrCtrl+S'),
        page('导出 Word…', 'export'),
        page('关闭文稿', 'close', 'CmdOrCtrl+W'),
        separator,
        page('设置', 'settings', 'CmdOrCtrl+,'),
        ...(isMac ? [] : [separator, { role: 'quit', label: '退出', accelerator: 'Alt+F4' } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [
        { role: 'undo', label: '撤销', registerAccelerator: false },
        { role: 'redo', label: '重做', registerAccelerator: false },
        separator,
        { role: 'cut', label: '剪切', registerAccelerator: false },
        { role: 'copy', label: '复制', registerAccelerator: false },
        { role: 'paste', label: '粘贴', registerAccelerator: false },
        { role: 'pasteAndMatchStyle', label: '粘贴为纯文本', registerAccelerator: false, accelerator: '' },
        { role: 'selectAll', label: '全选', registerAccelerator: false },
        separator,
        page('查找…', 'find', 'CmdOrCtrl+F'),
        page('替换…', 'replace', 'CmdOrCtrl+H'),
        page('搜索文稿', 'search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '视图(&V)',
      submenu: [
        page('下一份文稿', 'next', 'Ctrl+Tab'),
        page('上一份文稿', 'previous', 'Ctrl+Shift+Tab'),
        separator,
        page('放大', 'zoom-in', 'CmdOrCtrl+='),
        page('缩小', 'zoom-out', 'CmdOrCtrl+-'),
        page('实际大小', 'real-size', 'CmdOrCtrl+0'),
        separator,
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [
        { id: 'data-folder', label: '打开数据文件夹', click: () => void shell.openPath(data) },
        ...(isMac ? [] : [separator, { role: 'about', label: '关于拟文' } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
  electron.setAboutPanelOptions({ applicationName: '拟文', applicationVersion: electron.getVersion(), copyright: '起草党政机关公文，依据 GB/T 9704—2012' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
