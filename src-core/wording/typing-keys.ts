/** Keys that belong to typing itself, not to a command; for the page of shortcuts. Written as in commands.ts. */
export const TYPING_KEYS: readonly { readonly group: string; readonly keys: readonly string[]; readonly name: string }[] = [
  { group: '写字', keys: ['Enter'], name: '另起一段；标题之后是正文，附件说明之后是下一个附件' },
  { group: '写字', keys: ['Shift+Enter'], name: '段内换行' },
  { group: '写字', keys: ['Tab'], name: '标题降一级；段首的正文变成下一级标题；表格里到下一格' },
  { group: '写字', keys: ['Shift+Tab'], name: '标题升一级；表格里到上一格' },
  { group: '写字', keys: ['Backspace'], name: '段首：标题变回正文；句内序号变回打的字' },
  { group: '写字', keys: ['Ctrl+Home'], name: '到文稿开头' },
  { group: '写字', keys: ['Ctrl+End'], name: '到文稿末尾' },
  { group: '写字', keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'], name: '按词移动；加 Shift 是选定' },
  { group: '写字', keys: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'], name: '复制（带出算出来的序号）、剪切、粘贴（只留文字和结构）' },
  { group: '提纲里', keys: ['ArrowUp', 'ArrowDown'], name: '上一个、下一个标题' },
  { group: '提纲里', keys: ['Enter'], name: '到这个标题去写' },
  { group: '提纲里', keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'], name: '整节上移、下移；附件换次序' },
  { group: '提纲里', keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'], name: '标题连同下级一起升、降一级' },
  { group: '各处', keys: ['Escape'], name: '退一步：关掉浮层，回到纸面' },
  { group: '各处', keys: ['Ctrl+Enter'], name: '做完这一页：开始起草、识别、收下成稿' },
];
