import { expect, test } from 'vitest';
import { textOf } from '../document/elements.ts';
import { intakeText } from './intake.ts';

/** Papers of every day, shorter than any 公文: who writes them trusts that not a word is thought to be something else. */
const read = (...lines: string[]) => {
  const { doc, report } = intakeText(lines.join('\n'));
  return { report, codes: report.report.map(({ code }) => code), paragraphs: doc.children.map((block) => `${block.attrs.role as string} ${textOf(block)}`) };
};

test('公示里分栏的名单，栏与栏之间的空照留，数字前面的也留', () => {
  const { paragraphs } = read('青禾县2026年社区食堂补贴对象公示', '根据《青禾县社区食堂补贴办法》，现将拟享受补贴对象名单公示如下：', '张三　东门街道　75岁', '李四　西门街道　81岁', '青禾县民政局', '2026年3月2日');
  expect(paragraphs).toContain('body 张三　东门街道　75岁');
  expect(read('关 于 召 开 座 谈 会 的 通 知', '青民〔2026〕 12 号', '各街道：', '　　会议推迟到3月2日召开，请相互转告。', '青禾县民政局', '二〇二六年　三月　一日').report).toMatchObject({ title: '关于召开座谈会的通知', documentNumber: '青民〔2026〕12号', date: '2026-03-01' });
});

test('署名后面的（公章）是盖章的地方，不是机关名称；填表的“申报单位（公章）”不动', () => {
  const { report, codes, paragraphs } = read('证　明', '兹证明许棠系我局工作人员，现任办公室主任科员。', '特此证明。', '青禾县民政局（公章）', '2026年3月2日');
  expect(report).toMatchObject({ title: '证　明', signature: '青禾县民政局' });
  expect(codes).toContain('dropped-sheet-remains');
  expect(paragraphs).toContain('body 特此证明。');
  expect(read('项目申报表', '项目名称：社区食堂', '申报单位（公章）', '2026年3月2日').paragraphs.join()).toContain('申报单位（公章）');
});

test('督办通知单、转办单也是标题', () => {
  expect(read('督办通知单', '县民政局：', '　　请按照以下要求抓紧落实，并于每月25日前书面报告进展情况。', '县政府督查室', '2026年3月2日').report).toMatchObject({ title: '督办通知单', addressee: '县民政局' });
});

test('落款以下不写“附件”两个字、只写名称的回执，就是附件；附件名称下面的（征求意见稿）归名称', () => {
  const training = read('关于举办培训班的通知', '各街道：', '　　经研究，决定举办社区食堂管理人员培训班，请按时参加。', '附：培训班回执', '青禾县民政局', '2026年3月26日', '培训班回执', '姓名\t单位\t电话', '\t\t');
  expect(training.paragraphs).toContain('annex 培训班回执');
  const { paragraphs } = read('关于征求意见的公告', '　　我局起草了《社区食堂管理办法（征求意见稿）》，现公开征求意见。', '附件：社区食堂管理办法（征求意见稿）', '青禾县民政局', '2026年3月2日', '附件', '社区食堂管理办法', '（征求意见稿）', '第一条　为规范社区食堂管理，制定本办法。');
  expect(paragraphs).toContain('annex 社区食堂管理办法（征求意见稿）');
});

test('一句话的末尾几个字断到下一行，接回来，编了号的条款也一样', () => {
  expect(read('社区食堂星级评定办法', '第一条　为提升社区食堂服务质量，制定本办法。', '第二条　星级从高到低分为五星、四星、三', '星。').paragraphs).toContain('article 星级从高到低分为五星、四星、三星。');
});

test('三、保障措施下面的（五）加强组织领导。不是称呼，句号一个不改', () => {
  const { codes, paragraphs } = read('关于加快社区食堂建设的意见', '为加快社区食堂建设，提出如下意见。', '二、主要任务', '（四）丰富供给。推行堂食加配送。', '三、保障措施', '（五）加强组织领导。', '（六）强化督导考核。');
  expect(paragraphs.join()).toContain('加强组织领导。');
  expect(codes).not.toContain('repaired-glyph');
});

test('联合发文的版头，“文件”在中间那个机关的右边，三个机关都是标志', () => {
  const { report, paragraphs } = read('青禾县民政局', '青禾县财政局    文件', '青禾县市场监督管理局', '青民发〔2026〕15号', '关于加强社区食堂食品安全管理的通知', '各街道办事处：', '　　为加强社区食堂食品安全管理，现就有关事项通知如下。', '青禾县民政局  青禾县财政局', '青禾县市场监督管理局', '2026年3月16日');
  expect(report).toMatchObject({ title: '关于加强社区食堂食品安全管理的通知', issuer: '青禾县民政局、青禾县财政局、青禾县市场监督管理局' });
  expect(paragraphs.filter((text) => text.startsWith('issuerMark'))).toHaveLength(3);
});

test('会议议程的时间、地点是议程的；公众号名称和发布时间是网页的', () => {
  const agenda = read('社区食堂建设推进会议程', '时间：2026年3月5日14:30', '地点：县政府三楼第一会议室', '一、县民政局汇报（10分钟）', '二、县财政局发言（5分钟）');
  expect(agenda.report.title).toBe('社区食堂建设推进会议程');
  expect(agenda.paragraphs).toContain('body 时间：2026年3月5日14:30');
  expect(read('关于开展调查的通知', '青禾民政 2026-03-02 17:30', '各社区食堂：', '　　为了解群众对社区食堂的意见，决定开展满意度调查。', '青禾县民政局', '2026年3月2日').paragraphs.join()).not.toContain('17:30');
});

test('主送写在版记里、抄送之上的，认得是主送', () => {
  const { paragraphs } = read('关于做好社区食堂工作的通知', '　　为做好社区食堂工作，现就有关事项通知如下，请认真贯彻执行。', '青禾县民政局', '2026年3月2日', '主送：各乡镇人民政府，各街道办事处，县直各单位，', '各社区食堂。', '抄送：县委办公室。', '青禾县民政局办公室　2026年3月3日印发');
  expect(paragraphs.slice(-4)).toEqual(['sentTo 各乡镇人民政府，各街道办事处，县直各单位，各社区食堂。', 'copyTo 县委办公室。', 'printer 青禾县民政局办公室', 'printDate 2026年3月3日印发']);
});
