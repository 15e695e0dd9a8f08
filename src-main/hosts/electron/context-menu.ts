import { Menu, type BrowserWindow, type ContextMenuParams, type MenuItemConstructorOptions } from 'electron';

/** Electron has no menu of its own on the right button: cut, copy and paste where there is text to do it with. */
export function showContextMenu(window: BrowserWindow, { editFlags, isEditable, selectionText }: ContextMenuParams): void {
  if (!isEditable && selectionText.trim() === '') return;
  const items: MenuItemConstructorOptions[] = [
    ...(isEditable ? [{ role: 'cut', label: '剪切', enabled: editFlags.canCut } as const] : []),
    { role: 'copy', label: '复制', enabled: editFlags.canCopy },
    ...(isEditable
      ? ([
          { role: 'paste', label: '粘贴', enabled: editFlags.canPaste },
          { role: 'pasteAndMatchStyle', label: '粘贴为纯文本', enabled: editFlags.canPaste },
        ] as const)
      : []),
    { type: 'separator' },
    { role: 'selectAll', label: '全选', enabled: editFlags.canSelectAll },
  ];
  Menu.buildFromTemplate(items).popup({ window });
}
