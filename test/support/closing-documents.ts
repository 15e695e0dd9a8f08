import type { Node } from 'prosemirror-model';
import type { Template } from '#core/template/template.ts';
import { schema } from '#core/document/schema.ts';
import { doc, h, p, para, table, title } from './build.ts';

/** A small document of ours whose end falls where pages are hard to make. */
export interface OwnDocument {
  readonly name: string;
  readonly doc: Node;
  readonly look: Partial<Pick<Template, 'format' | 'closing'>>;
}

/** Sentences with dates, numbers and marks at many places of a line: word processors differ just there. */
const SENTENCES = [
  '各区县要在2026年9月30日前完成摸底，逐户登记造册，做到底数清、情况明。', '对第3批120个社区照护站，按每站20万元的标准给予补助；其中山区不少于35个。',
  '“一站多能”“一员多岗”的做法要总结推广，防止重复建设。', '联系电话、地址（含门牌号）有变化的，5个工作日内更新。', '市级部门按职责分工抓好落实，每季度末向领导小组报告一次。',
];

const wordsOf = (sentences: number): string => Array.from({ length: sentences }, (_, index) => SENTENCES[index % SENTENCES.length]).join('');
const text = (sentences: number): Node => p(wordsOf(sentences));
const texts = (paragraphs: number, sentences: number): Node[] => Array.from({ length: paragraphs }, () => text(sentences));
const head = [para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教发〔2026〕1号'), title('青川市教育局关于做好照护服务工作的通知'), para('addressee', '各区县教育局：')];
const closing = [para('signature', '青川市教育局'), para('date', '2026年8月1日')];
const joint = ['青川市教育局', '青川市财政局', '青川市民政局', '青川市卫生健康委员会'].map((name) => para('signature', name));
const imprint = [para('copyTo', '市委办公室，市人大常委会办公室，市政协办公室。'), para('printer', '青川市教育局办公室'), para('printDate', '2026年8月2日')];
const notes = [para('attachmentNote', '照护服务任务分工表'), para('attachmentNote', '照护站建设标准和评价办法（试行）')];
const rows = (count: number): string[][] => [['序号', '任务', '时限'], ...Array.from({ length: count }, (_, index) => [String(index + 1), '完善居家照护服务网络', `${index % 12 + 1}月5日`])];

/** A paragraph of an annex with a note to its first sentence and one to its last. */
const footnote = (words: string): Node => schema.nodes.footnote.create({ text: words });
const footnoted = (sentences: number): Node => schema.nodes.para.create({ role: 'body' }, [
  schema.text(SENTENCES[2]!), footnote('数据来源于上年度统计公报，尚未最后核定，以最终公布的为准。'), schema.text(SENTENCES[4]!.repeat(sentences)), footnote(`${SENTENCES[0]!.repeat(sentences)}\n另见评价办法。`),
]);

/** More than twenty: closings, 版记 and tables that come to the end of a page at every height. */
export const OWN_DOCUMENTS: readonly OwnDocument[] = [
  ...[3, 4, 5, 6, 7, 8, 9, 10].map((sentences): OwnDocument => ({ name: `sealed-${sentences}`, doc: doc(...head, text(sentences), ...closing, ...imprint), look: { closing: 'sealed' } })),
  ...[11, 12, 13, 14].map((sentences): OwnDocument => ({ name: `unsealed-${sentences}`, doc: doc(text(sentences), h(1, '组织保障'), text(sentences - 9), ...closing, para('note', '（此件公开发布）'), ...imprint), look: { closing: 'unsealed' } })),
  ...[2, 4, 6, 8].map((sentences): OwnDocument => ({ name: `noted-${sentences}`, doc: doc(...head, text(sentences), ...notes, ...closing, para('annex', '照护服务任务分工表'), text(4), para('annex', '照护站建设标准和评价办法（试行）'), text(sentences + 9), ...imprint), look: { closing: 'sealed' } })),
  ...[1, 2, 3, 4, 5].map((sentences): OwnDocument => ({ name: `joint-${sentences}`, doc: doc(...texts(3, 3), ...texts(2, sentences), ...joint, para('date', '2026年8月1日')), look: { closing: 'sealed' } })),
  ...[14, 16, 17, 18, 19].map((sentences): OwnDocument => ({ name: `signed-${sentences}`, doc: doc(...texts(2, 3), text(sentences - 6), para('signature', '市长　林见川'), para('date', '2026年8月1日')), look: { format: 'order', closing: 'signed' } })),
  ...[9, 11].map((sentences): OwnDocument => ({ name: `letter-text-${sentences}`, doc: doc(para('issuerMark', '青川市教育局'), para('documentNumber', '青教函〔2026〕1号'), title('关于做好照护服务的函'), para('addressee', '青川市财政局：'), text(sentences), ...closing, para('copyTo', '市审计局。')), look: { format: 'letter', closing: 'sealed' } })),
  ...[20, 44].map((count): OwnDocument => ({ name: `table-${count}`, doc: doc(...head, text(2), ...closing, para('annex', '照护服务任务分工表'), table(...rows(count)), ...imprint), look: { closing: 'sealed' } })),
  // Rows higher than a page, the first and the last of their table; a table right behind another.
  { name: 'table-tall', doc: doc(...head, text(2), ...closing, para('annex', '照护服务任务分工表'), table(['序号', '任务', '要求'], ['1', '完善服务网络', wordsOf(30)], ['2', '规范', '按2021-2025年规划执行'], ['3', '加强监督', wordsOf(26)]), table(['序号', '任务', '要求'], ...rows(20).slice(1)), ...imprint), look: { closing: 'sealed' } },
  // With their 落款 these last paragraphs are higher than a page.
  ...[4, 11, 17].map((before): OwnDocument => ({ name: `long-end-${before}`, doc: doc(...Array.from({ length: before }, () => p('按要求办理。')), p(`${'照护服务要落到实处，'.repeat(53)}为民造福。`), ...closing, ...imprint), look: { closing: 'sealed' } })),
  // With the heading over it the last paragraph, the 附件说明 and the 落款 are higher than a page; the first pages end where the grid's last row does.
  ...[3, 10].map((sentences): OwnDocument => ({ name: `noted-long-${sentences}`, doc: doc(...head, text(sentences), h(1, '组织保障'), text(8), ...notes, ...closing, para('annex', '照护服务任务分工表'), text(1), para('annex', '照护站建设标准和评价办法（试行）'), text(1)), look: { closing: 'sealed' } })),
  { name: 'joint-noted', doc: doc(...head, text(12), h(1, '组织保障'), text(4), ...notes, ...joint, para('date', '2026年8月1日'), para('annex', '照护服务任务分工表'), text(1), para('annex', '照护站建设标准和评价办法（试行）'), text(1)), look: { closing: 'sealed' } },
  // 办理结果 without a 发文机关标志, and a page of 22 lines.
  { name: 'result-mark', doc: doc(para('resultMark', '办理结果：B'), title('关于合理增加停车泊位建议的答复'), para('addressee', '林见川代表：'), ...Array.from({ length: 17 }, () => p('按要求办理。')), para('note', '（联系人：许棠）')), look: { closing: 'sealed' } },
  { name: 'joint-long', doc: doc(text(12), ...joint, para('date', '2026年8月1日')), look: { closing: 'sealed' } },
  { name: 'minutes-attended', doc: doc(para('issuerMark', '青川市人民政府专题会议纪要'), para('documentNumber', '第12期'), title('关于照护服务工作的会议纪要'), text(7), para('present', '林见川　许棠　顾南舟'), para('excused', '周望舒'), para('observing', '方知微、沈清和'), ...imprint), look: { format: 'minutes' } },
  ...[1, 2, 3].map((sentences): OwnDocument => ({ name: `footnotes-${sentences}`, doc: doc(...head, text(2), ...closing, para('annex', '照护服务任务分工表'), ...Array.from({ length: 6 }, () => [h(1, '统计口径'), footnoted(sentences)]).flat(), ...imprint), look: { closing: 'sealed' } })),
  // 主送 that found no room on the first page (7.3.2).
  { name: 'sent-to', doc: doc(...head.slice(0, 3), text(6), ...closing, para('sentTo', `${[...'甲乙丙丁戊己庚辛壬癸子丑'].map((name) => `青川市${name}区高级中学`).join('、')}。`), ...imprint), look: { closing: 'sealed' } },
  { name: 'many-pages', doc: doc(...head, ...Array.from({ length: 30 }, (_, index) => [h(1, `第${index + 1}项任务`), text(5 + (index % 4))]).flat(), ...closing, ...imprint), look: { closing: 'sealed' } },
];
