import type { TableRefusal } from '../document/table/refusal.ts';

/** Why a table command was not done and what to do instead, one sentence each. */
export const TABLE_REFUSAL_WORDS: Readonly<Record<TableRefusal, string>> = {
  'sort-across-merges': '表没有动：这一列有上下错开的合并格，排不出次序。先拆分合并格，再排序。',
  'sort-needs-rows': '表没有动：表头以下不到两行，没有什么可排。',
  'move-across-merges': '表没有动：选中的行和别的行合在一个格子里。把这一组行都选上，再一起移。',
  'move-past-edge': '这一行已经到头了，再移就出了表格或本组。',
  'move-across-columns': '表没有动：选中的列和别的列合在一个格子里。把这一组列都选上，再一起移。',
  'move-past-side': '这一列已经到头了，再移就出了表格或本组。',
  'merge-one-cell': '先拖选两个以上的格子，再合并。',
  'split-nothing': '选中的格子没有合并过，不用拆。',
  'landscape-elsewhere': '横排页只用于附件，纸面没有动。先把光标放进附件，再改横排；正文里太宽的表，可以移作附件。',
  'too-many-columns': '表没有动：一张表最多 30 列，再多纸上排不下。',
};
