import { expect, test } from 'vitest';
import { intakeText } from './intake.ts';

const BODY = '为做好居家照护服务工作，保障失能老人基本生活，现将有关事项通知如下，请遵照执行。';
const END = '青禾县照护局\n2026年9月30日';
const read = (text: string) => intakeText(text).report;
const rolesOf = (text: string): string[] => intakeText(text).doc.children.map((block) => `${block.attrs.role ?? 'table'} ${block.textContent}`);
const notice = (above: string, below = END): string => `${above}\n各镇人民政府：\n${BODY}\n${below}`;
const WHOLE = ['title 关于做好照护服务的通知', 'addressee 各镇人民政府：', `body ${BODY}`, 'signature 青禾县照护局', 'date 2026年9月30日'];

test('标题下面的栏目、编稿时间是网页的，不进文稿；所属主题不当标题', () => {
  expect(rolesOf(notice('关于做好照护服务的通知\n索引号: | QH5183 | 部门: | 照护局 |\n栏目: | 部门文件 | 来源: | 照护局 |'))).toEqual(WHOLE);
  expect(rolesOf(notice('关于做好照护服务的通知\n编稿时间: 2026-10-23 15:26 来源: 青禾县门户网 浏览量:1次  字体:'))).toEqual(WHOLE);
  expect(read('| 发布日期: | 2026-01-08 | 所属主题: | 县政函 |\n| 索引号: | QH1 | 发布单位: | 青禾县 |\n各镇人民政府：\n' + `${BODY}\n${END}`).title).toBeNull();
});

test('范文网在标题前后说的话不要，前面加了年份的标题也不要', () => {
  const page = `手机版\n2026关于做好照护服务的通知\n来源:网友投稿 时间:2026-04-20 11:30:04\n下面是小编为大家整理的2026关于做好照护服务的通知,供大家参考。\n2026关于做好照护服务的通知\n${notice('关于做好照护服务的通知')}\n推荐内容\n青禾范文网 www.qinghe-fanwen.example\nCopyright © 2026 青禾范文网 版权所有`;
  expect(rolesOf(page)).toEqual(WHOLE);
  expect(rolesOf(notice('导语：照护通知一文来源于网友上传，不代表本站观点，欢迎参考。\n关于做好照护服务的通知'))).toEqual(WHOLE);
});

test('标题写成《……的通知》（全文），前面带着文号：文号和标题分开，书名号不要', () => {
  expect(read(notice('青照发〔2026〕46号《青禾县照护局关于印发照护规划的通知》(全文)\n浏览量: 时间:2026-10-16 03:45:48'))).toMatchObject({ title: '青禾县照护局关于印发照护规划的通知', documentNumber: '青照发〔2026〕46号', issuer: '青禾县照护局' });
  expect(read(notice('《关于做好照护服务的通知》')).title).toBe('关于做好照护服务的通知');
  expect(read(notice('转发《照护办法》和《照护细则》的通知')).title).toBe('转发《照护办法》和《照护细则》的通知');
});

test('打了星号、叉号的机关名照样是署名，星号不当加粗的记号去掉', () => {
  const signed = (name: string) => read(notice('关于做好照护服务的通知', `${name}\n2026年9月30日`)).signature;
  expect([signed('××市人民政府'), signed('XX县照护局'), signed('****政府')]).toEqual(['××市人民政府', 'XX县照护局', '****政府']);
  expect(rolesOf(notice('关于做好照护服务的通知', `联系人：**\n电话：5550****\n${END}`))).toContain('note 电话：5550****');
  expect(rolesOf(notice('# **关于做好照护服务的通知**'))).toEqual(WHOLE);
});

test('没填的日期、掉了字的日期也是成文日期，上面的机关是署名', () => {
  const closed = (date: string) => read(notice('关于做好照护服务的通知', `青禾县照护局\n${date}`));
  for (const open of ['××××年×月×日', '2026年　月　日', '0二十六日', '二〇二六年九月']) expect(closed(open)).toMatchObject({ signature: '青禾县照护局', date: null, paragraphs: 1 });
  expect(closed('202693日')).toMatchObject({ signature: '青禾县照护局', date: '2026-09-03' });
});

test('公开属性掉了右括号，还是公开属性', () => {
  expect(read(notice('关于做好照护服务的通知', `${END}\n（此件主动公开`))).toMatchObject({ publicity: '此件主动公开', paragraphs: 1 });
});

test('页面信息表的名目一行、值在下面几行：字号、公开方式都取得到', () => {
  const page = notice('关于做好照护服务的通知', `2026年9月30日\n索  引  号 文       号 发布机构 发布日期 公开范围 公开方式\nQH001-2026 青政〔2026〕7号\n青禾县照护局 2026-10-04\n面向社会 主动公开`);
  expect(read(page)).toMatchObject({ documentNumber: '青政〔2026〕7号', publicity: '主动公开', issuer: '青禾县照护局', paragraphs: 1 });
});

test('末尾“附件：”下面只有文件名，是附件说明；正文里供下载的文件不是', () => {
  expect(read(`关于照护服务情况的通报\n${BODY}\n附件：\n照护对象统计表.docx\n照护机构名单.xls`)).toMatchObject({ attachments: ['照护对象统计表', '照护机构名单'], paragraphs: 1 });
  expect(rolesOf(notice('关于做好照护服务的通知', `照护服务规则.rar\n${END}`))).toEqual(WHOLE);
});

test('承办单位、某科联系人这些行挨着负责人和电话，是附注，不是正文', () => {
  const reply = '关于县人大会议第3号建议的答复\n林见川代表：\n您提出的建议收悉，现答复如下。\n';
  expect(read(`${reply}承办单位：青禾县照护局\n单位负责人：周予安\n2026年9月30日`).paragraphs).toBe(1);
  expect(read(`${reply}分管领导：周予安\n分管单位：照护科\n承办人：许棠\n2026年9月30日`).paragraphs).toBe(1);
  expect(read(`${reply}县照护科联系人：许棠\n联系电话：5550188\n2026年9月30日`).paragraphs).toBe(1);
  expect(read(`关于举办照护培训的通知\n各镇人民政府：\n${BODY}\n承办单位：青禾县照护协会\n请按时参加。\n${END}`).paragraphs).toBe(3);
});

test('“1、甲2、乙”连写成一段的，是内容，不是标题', () => {
  expect(read(`照护员执业范围的规定\n照护员的执业范围规定如下：\n一、执业范围\n（一）居家照护\n1、老人照护2、病人照护\n（二）机构照护\n1、日间照护2、夜间照护3、其他照护`).headings.map(({ text }) => text)).toEqual(['执业范围', '居家照护', '机构照护']);
});

test('文末一截别的文件的标题，不进文稿；自己的标题又印一半，也不进', () => {
  expect(rolesOf(`${notice('关于做好照护服务的通知')}\n青禾县照护局 青禾县财政局关于建立`)).toEqual(WHOLE);
  expect(rolesOf(`${notice('关于做好照护服务的通知')}\n关于做好照护服务`)).toEqual(WHOLE);
});

test('规定后面接着“《……规定》说明”，是另一份，不是正文的一段', () => {
  expect(rolesOf('照护员执业范围的暂行规定\n照护员的执业范围规定如下：\n一、照护员应当按照登记的范围执业，不得超出。\n二、本规定由青禾县照护局负责解释。\n青禾县《照护员执业范围的暂行规定》说明\n一、制定的原则\n便于管理，便于服务。')).toContain('embedded 青禾县《照护员执业范围的暂行规定》说明');
});

test('镜像网站插在字后面的注音和多出来的逗号去掉；只给一两个字注音的不动', () => {
  const page = '青照函〔2026〕53號\n各相關社會組織：\n為做好業(yè)務主管單位變更手續(xù)等工作,,現(xiàn)就有關事項通知如下：\n一,、業(yè)務主管單位有變化的,,均須登記,。\n二,、手續(xù)于6月30日前辦結。\n辦公地點：和平路2號\n聯(lián)系電話：5550188\n青禾縣照護廳\n2026年5月6日';
  expect(read(page)).toMatchObject({ addressee: '各相關社會組織', paragraphs: 3 });
  expect(rolesOf(page)).toContain('body 二、手續于6月30日前辦結。');
  expect(rolesOf(notice('关于做好照护服务的通知', `郯（tán）城片区按原办法执行。\n${END}`))).toContain('body 郯（tán）城片区按原办法执行。');
});

test('行里有排版空格的，按印出来的宽度看这一行满没满', () => {
  const lines = ['针对 10 月 9 日县照护服务办公室督查指出的各类问', '题，镇党委、政府高度重视，立即组织整改，镇主要领导、', '分管领导第一时间深入现场查看并督促加快整改进度，组', '织村干部及照护员对各自辖区内照护对象逐一进行走访。', '同时，镇政府督促各村对此类问题进行系统排查、举一反', '三，彻底消除此类问题，确保我镇照护服务工作落到实', '处。'];
  expect(read(`关于照护服务督查问题的整改报告\n县照护服务办公室：\n${lines.join('\n')}\n青禾镇人民政府\n2026年10月15日`).paragraphs).toBe(1);
});

test.each([
  ['关于开展秋季巡查的通知_云岭县人民政府网', '关于开展秋季巡查的通知', '_云岭县人民政府网'],
  ['信息名称　关于对县政协第64号提案的答复', '关于对县政协第64号提案的答复', '信息名称　'],
  ['关于推广“网上办”的通知', '关于推广“网上办”的通知', ''],
])('标题前后网站自己的话不是标题：%s', (line, title, left) => {
  const { report } = intakeText(`${line}\n各乡镇人民政府：\n请认真执行。\n云岭县财政局\n2027年3月2日`);
  expect(report.title).toBe(title);
  const gone = report.report.find(({ code }) => code === 'dropped-website-remains')?.at ?? [];
  expect(gone.map(([from, to]) => line.slice(from, to)).join('')).toBe(left);
});
