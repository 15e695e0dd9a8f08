import type { Kind } from '../template/template.ts';
import { fold } from './traditional.ts';

/** What the last word of a title (文种) says the document is used for; the first match decides. */
const KINDS_BY_TITLE: readonly (readonly [RegExp, Kind])[] = [
  [/(建议|提案|议案).*(答复|复函|会办意见|答复意见)(的?函)?$|^对.*答复$/, 'reply'],
  [/总结(的?(函|报告|通知))?$/, 'summary'],
  [/总结(和|及|暨|与).*(计划|打算|安排|思路|要点)$/, 'summary'],
  [/通知$/, 'notice'],
  [/请示$/, 'request'],
  [/批复$/, 'approval'],
  [/纪要$/, 'minutes'],
  [/(公告|通告|公报|通报)$/, 'announcement'],
  [/(决定|决议|命令|令)$/, 'decision'],
  [/函$/, 'letter'],
  [/答复$/, 'reply'],
  [/意见$/, 'opinion'],
  [/(报告|说明|汇报)$/, 'report'],
  [/(方案|计划|规划|要点|安排|预案)$/, 'plan'],
  [/(办法|规定|细则|规则|条例|制度|章程)$/, 'rules'],
];

export function kindOfTitle(title: string): Kind {
  const bare = fold(title).replace(/（[^（）]*）$/, '').replace(/\s/g, '');
  return KINDS_BY_TITLE.find(([pattern]) => pattern.test(bare))?.[1] ?? 'other';
}
