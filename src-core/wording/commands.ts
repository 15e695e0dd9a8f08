import type { CommandFacts } from './command-facts.ts';
import type { ArrangeCommand, InsertCommand } from './paper-commands.ts';
import { ARRANGE_COMMANDS, INSERT_COMMANDS } from './paper-commands.ts';

/** What the whole window does, whatever is in front. */
export const WINDOW_COMMANDS = {
  new: { name: '新建公文', group: '文件', keys: ['Ctrl+N', 'Alt+N'], also: '起草 新建文稿' },
  open: { name: '打开文件', group: '文件', keys: ['Ctrl+O'], also: '导入 Word docx' },
  'open-folder': { name: '批量导入文件夹', group: '文件', also: '批量 文件夹 往年来文' },
  paste: { name: '粘贴文字成稿', group: '文件', keys: ['Ctrl+Shift+V'], also: '导入 识别' },
  close: { name: '关闭文稿', group: '文件', keys: ['Ctrl+W', 'Alt+W'], also: '关闭标签' },
  search: { name: '搜索一切', group: '窗口', keys: ['Ctrl+K'], also: '查找文稿 搜文稿' },
  palette: { name: '命令', group: '窗口', keys: ['Ctrl+Shift+P', 'Alt+Q'], also: '命令面板 告诉我要做什么' },
  next: { name: '下一份文稿', group: '窗口', keys: ['Ctrl+Tab', 'Alt+PageDown'], also: '切换标签' },
  previous: { name: '上一份文稿', group: '窗口', keys: ['Ctrl+Shift+Tab', 'Alt+PageUp'], also: '切换标签' },
  'next-region': { name: '到下一个区域', group: '窗口', keys: ['F6'], also: '焦点 提纲 纸面 侧栏' },
  'previous-region': { name: '到上一个区域', group: '窗口', keys: ['Shift+F6'], also: '焦点' },
  desk: { name: '去工作台', group: '窗口' },
  library: { name: '去文稿', group: '窗口', also: '文稿库' },
  templates: { name: '去模板', group: '窗口' },
  settings: { name: '设置', group: '窗口', keys: ['Ctrl+,'], also: '选项 偏好' },
  theme: { name: '浅色／深色切换', group: '视图', also: '暗色 夜间 主题' },
  shortcuts: { name: '快捷键一览', group: '窗口', keys: ['F1', 'Ctrl+/'], also: '帮助 键盘' },
} as const satisfies Record<string, CommandFacts>;

/** What the draft in front does, wherever the focus is in the window. */
export const EDITOR_COMMANDS = {
  save: { name: '保存', group: '文件', keys: ['Ctrl+S'] },
  export: { name: '导出 Word 文件', group: '文件', keys: ['F12'], also: '另存为 docx' },
  'export-pdf': { name: '导出 PDF 文件', group: '文件', keys: ['Shift+F12'], also: '另存为 pdf 版式文件' },
  print: { name: '打印', group: '文件', keys: ['Ctrl+P'], also: '打印预览 套打 份号 校样 双面' },
  'export-text': { name: '导出纯文字（.txt）', group: '文件', also: 'txt' },
  'export-file': { name: '导出拟文文稿（.json）', group: '文件', also: 'json' },
  'change-template': { name: '改换文种…', group: '文件', also: '换模板 套用模板 请示改报告 换一个文种' },
  'make-template': { name: '存为模板…', group: '文件', also: '做模板 模板 本机关' },
  find: { name: '在文稿里查找', group: '编辑', keys: ['Ctrl+F'] },
  replace: { name: '在文稿里替换', group: '编辑', keys: ['Ctrl+H'], also: '查找和替换' },
  'find-next': { name: '查找下一处', group: '编辑', keys: ['F3'] },
  'find-previous': { name: '查找上一处', group: '编辑', keys: ['Shift+F3'] },
  'go-to': { name: '定位到标题', group: '编辑', keys: ['Ctrl+G'], also: '转到 跳转' },
  repeat: { name: '重复上一个命令', group: '编辑', keys: ['F4'], also: '再做一次' },
  'insert-image': { name: '插入图片', group: '插入', also: '照片 截图 插图' },
  symbols: { name: '插入符号', group: '插入', keys: ['Alt+S'], also: '特殊字符 六角括号 书名号' },
  words: { name: '插入口径、单位名', group: '插入', keys: ['Ctrl+;'], also: '口径库 表述 名单 联系人 常用语' },
  'keep-phrase': { name: '把选中的收入口径库', group: '插入', keys: ['Ctrl+Shift+;'], also: '口径 常用语 保存' },
  'next-finding': { name: '检查：到下一处', group: '检查', keys: ['F7'], also: '校对 审校' },
  'previous-finding': { name: '检查：到上一处', group: '检查', keys: ['Shift+F7'], also: '校对 审校' },
  'fix-finding': { name: '检查：改正这一处', group: '检查', keys: ['Alt+F7'], also: '一键改正 校对' },
  outline: { name: '提纲', group: '视图', also: '导航窗格 大纲 展开 收起' },
  pages: { name: '版面（实页）', group: '视图', keys: ['Ctrl+Alt+P'], also: '页面视图 分页 打印预览 页数' },
  'layout-report': { name: '版式报告（逐条对国标）', group: '视图', keys: ['Ctrl+Alt+R'], also: '量版面 版心 边距 GB/T 9704 尺寸' },
  panel: { name: '侧栏', group: '视图', also: '要素 检查 展开 收起' },
  counts: { name: '字数统计', group: '视图', keys: ['Ctrl+Shift+G'], also: '统计字数' },
  'zoom-in': { name: '放大', group: '视图', keys: ['Ctrl+=', 'Ctrl+Shift+='], also: '缩放' },
  'zoom-out': { name: '缩小', group: '视图', keys: ['Ctrl+-'], also: '缩放' },
  'real-size': { name: '实际大小', group: '视图', keys: ['Ctrl+0'], also: '100% 缩放' },
  'fit-width': { name: '适合页宽', group: '视图', keys: ['Ctrl+Alt+F'], also: '缩放 整宽' },
} as const satisfies Record<string, CommandFacts>;

/** What is done to the paper at the caret. */
export const PAPER_COMMANDS = { ...ARRANGE_COMMANDS, ...INSERT_COMMANDS };

export type WindowCommand = keyof typeof WINDOW_COMMANDS;
export type EditorCommand = keyof typeof EDITOR_COMMANDS;
export type PaperCommand = ArrangeCommand | InsertCommand;
export type CommandId = WindowCommand | EditorCommand | PaperCommand;

/** Every command there is: the one list behind tooltips, menus, palette and the page of shortcuts. */
export const COMMANDS: Readonly<Record<CommandId, CommandFacts>> = { ...WINDOW_COMMANDS, ...EDITOR_COMMANDS, ...PAPER_COMMANDS };
export const COMMAND_IDS = Object.keys(COMMANDS) as readonly CommandId[];

export const isCommand = (id: string): id is CommandId => Object.hasOwn(COMMANDS, id);
export const isWindowCommand = (id: string): id is WindowCommand => Object.hasOwn(WINDOW_COMMANDS, id);
export const isEditorCommand = (id: string): id is EditorCommand => Object.hasOwn(EDITOR_COMMANDS, id);
export const isPaperCommand = (id: string): id is PaperCommand => Object.hasOwn(PAPER_COMMANDS, id);
