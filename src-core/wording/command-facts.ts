/** Under which head a command stands in menus, in the palette and on the page of shortcuts. */
export const COMMAND_GROUPS = ['文件', '编辑', '段落', '插入', '表格', '检查', '视图', '窗口'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing a person can ask for, as data; what it does is the window's (src-renderer). */
export interface CommandFacts {
  /** As it is called everywhere: tooltip, menu, palette, page of shortcuts. */
  readonly name: string;
  readonly group: CommandGroup;
  /** Its keys, the first one shown; where a browser keeps the first for itself, a later one is for it. */
  readonly keys?: readonly string[];
  /** Other words people look for it by. */
  readonly also?: string;
}
