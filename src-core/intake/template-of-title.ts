/** What a title says of the use its 文种 is put to; the first match decides. */
const TEMPLATES_BY_TITLE: readonly (readonly [RegExp, string])[] = [
  [/会办意见$/, 'co-handling'],
  [/总结(?:的?(?:函|报告))?$/, 'summary'],
  [/总结(?:和|及|暨|与).*(?:计划|打算|安排|思路|要点)$/, 'summary'],
  [/关于召开.+的通知$/, 'notice-meeting'],
  [/(?:任职|免职|任免职?)的?通知$/, 'notice-appointment'],
  [/批转.+通知$/, 'notice-endorse'],
  [/转发.+通知$/, 'notice-forward'],
  [/印发.*(?:办法|规定|细则|规则|条例|章程)(?:（[^（）]*）)?》?的通知$/, 'notice-rules'],
  [/印发.*方案(?:（[^（）]*）)?》?的通知$/, 'plan'],
  [/印发.+通知$/, 'notice-distribute'],
  [/通知$/, 'notice'],
  [/征求.+意见.*函$/, 'consultation'],
  [/复函$/, 'letter-answer'],
  [/函$/, 'letter'],
  [/请示$/, 'request'],
  [/批复$/, 'approval'],
  [/议案$/, 'motion'],
  [/纪要$/, 'minutes'],
  [/公告$/, 'announcement'],
  [/通告$/, 'proclamation'],
  [/公报$/, 'communique'],
  [/(?:表彰|表扬|奖励).*通报$/, 'commendation'],
  [/通报$/, 'criticism'],
  [/决议$/, 'resolution'],
  [/决定$/, 'decision'],
  [/(?:政府|部|委|局|委员会)令$/, 'order'],
  [/意见$/, 'opinion'],
  [/(?<!工作|进展|落实|执行)情况的报告$/, 'situation-report'],
  [/报告$/, 'report'],
];

/** A template a title may ask for, and the words in the title that ask for it. */
export interface Asked {
  readonly id: string;
  readonly words: string;
}

/** The templates a title may ask for, the likeliest first; none for one that names no 文种. */
export function templatesOfTitle(title: string): Asked[] {
  const bare = title.replace(/（[^（）]*）$/, '').replace(/[\s。]/g, '');
  return bare === '' ? [] : TEMPLATES_BY_TITLE.flatMap(([pattern, id]) => {
    const words = pattern.exec(bare)?.[0];
    return words === undefined ? [] : [{ id, words: words.length > 16 ? `${words.slice(0, 2)}…${words.slice(-6)}` : words }];
  });
}
