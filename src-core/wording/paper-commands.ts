import type { CommandFacts } from './command-facts.ts';

/** What changes the characters and paragraphs that are there. */
export const ARRANGE_COMMANDS = {
  undo: { name: '撤销', group: '编辑', keys: ['Ctrl+Z'] },
  redo: { name: '重做', group: '编辑', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], also: '恢复' },
  'select-all': { name: '全选', group: '编辑', keys: ['Ctrl+A'] },
  bold: { name: '加粗', group: '编辑', keys: ['Ctrl+B'] },
  underline: { name: '下划线', group: '编辑', keys: ['Ctrl+U'] },
  superscript: { name: '上标', group: '编辑' },
  subscript: { name: '下标', group: '编辑' },
  'heading-1': { name: '一级标题', group: '段落', keys: ['Alt+1', 'Ctrl+Alt+1'], also: '标题样式 一、' },
  'heading-2': { name: '二级标题', group: '段落', keys: ['Alt+2', 'Ctrl+Alt+2'], also: '标题样式 （一）' },
  'heading-3': { name: '三级标题', group: '段落', keys: ['Alt+3', 'Ctrl+Alt+3'], also: '标题样式 1.' },
  'heading-4': { name: '四级标题', group: '段落', keys: ['Alt+4', 'Ctrl+Alt+4'], also: '标题样式 （1）' },
  'heading-5': { name: '五级标题', group: '段落', keys: ['Alt+5', 'Ctrl+Alt+5'], also: '标题样式 ①' },
  body: { name: '正文', group: '段落', keys: ['Alt+0', 'Ctrl+Alt+0'], also: '正文样式' },
  promote: { name: '标题升一级（表格里左移一列）', group: '段落', keys: ['Alt+Shift+ArrowLeft'], also: '升级 移动列' },
  demote: { name: '标题降一级（表格里右移一列）', group: '段落', keys: ['Alt+Shift+ArrowRight'], also: '降级 移动列' },
  'move-up': { name: '上移一段（标题连同整节，表格里是行）', group: '段落', keys: ['Alt+Shift+ArrowUp'], also: '移动 提前' },
  'move-down': { name: '下移一段（标题连同整节，表格里是行）', group: '段落', keys: ['Alt+Shift+ArrowDown'], also: '移动 推后' },
} as const satisfies Record<string, CommandFacts>;

/** What puts something on the paper, and what is done to tables. */
export const INSERT_COMMANDS = {
  'marker-shi': { name: '句内序号：一是', group: '插入', keys: ['Alt+L'], also: '编号 二是' },
  'marker-di': { name: '句内序号：第一，', group: '插入', also: '编号' },
  'marker-paren': { name: '句内序号：（一）', group: '插入', also: '编号' },
  'marker-arabic': { name: '句内序号：（1）', group: '插入', also: '编号' },
  'marker-circled': { name: '句内序号：①', group: '插入', also: '编号 圈码' },
  restart: { name: '句内序号从头编／接着编', group: '插入', also: '重新编号' },
  attachment: { name: '加一个附件：附件说明和附件页', group: '插入', also: '插入附件' },
  reference: { name: '引用附件、标题或条款', group: '插入', keys: ['Alt+R'], also: '插入引用 交叉引用 见附件' },
  footnote: { name: '脚注', group: '插入', keys: ['Ctrl+Alt+N'], also: '插入脚注 注释 注码 尾注' },
  'insert-table': { name: '插入表格', group: '表格', also: '新建表格 3行3列' },
  'row-above': { name: '上方插入行', group: '表格' },
  'row-below': { name: '下方插入行', group: '表格' },
  'column-left': { name: '左侧插入列', group: '表格' },
  'column-right': { name: '右侧插入列', group: '表格' },
  'merge-cells': { name: '合并单元格', group: '表格' },
  'split-cell': { name: '拆分单元格', group: '表格' },
  'header-row': { name: '设为表头行／取消', group: '表格', also: '标题行重复' },
  'continued-table': { name: '转页标“续表”／不标', group: '表格', also: '续表字样 跨页 接排' },
  'sort-up': { name: '表格按本列升序', group: '表格', also: '排序' },
  'sort-down': { name: '表格按本列降序', group: '表格', also: '排序' },
  'number-rows': { name: '本列自动编序号／改为手打', group: '表格', also: '编号 序号列' },
  'even-columns': { name: '平均分布各列', group: '表格', also: '列宽' },
  'fit-columns': { name: '按内容调列宽', group: '表格', also: '自动调整 列宽' },
  landscape: { name: '本附件改为横排页／竖排页', group: '表格', keys: ['Ctrl+Alt+H'], also: '横向 纸张方向' },
  'delete-row': { name: '删除行', group: '表格' },
  'delete-column': { name: '删除列', group: '表格' },
  'delete-table': { name: '删除表格', group: '表格' },
} as const satisfies Record<string, CommandFacts>;

export type ArrangeCommand = keyof typeof ARRANGE_COMMANDS;
export type InsertCommand = keyof typeof INSERT_COMMANDS;
