import { expect, test } from 'vitest';
import { intakeText } from './intake.ts';

const BODY = '为做好居家照护服务工作，保障失能老人基本生活，现将有关事项通知如下，请遵照执行。';
const END = '青禾县照护局\n2026年9月30日';
const TITLE = '关于做好照护服务的通知';
const read = (text: string) => intakeText(text).report;
const rolesOf = (text: string): string[] => intakeText(text).doc.children.map((block) => `${block.attrs.role ?? 'table'} ${block.textContent}`);
const notice = (above: string, below = END): string => `${above}\n各镇人民政府：\n${BODY}\n${below}`;
const WHOLE = [`title ${TITLE}`, 'addressee 各镇人民政府：', `body ${BODY}`, 'signature 青禾县照护局', 'date 2026年9月30日'];

test('网页转成的 Markdown：页面标题、图片、扫一扫的话不要，加粗的两行标题是文件自己的标题', () => {
  const page = `## 关于加快居家照护的实施意见\n\n发布时间：2026/10/10\n\n来源：照护处\n\n![](https://qinghe.example/images/print.png)\\[ 打印 \\]\n\n![Scan me!](<Base64-Image-Removed>)\n\n打开微信，点击底部的“发现”，\n\n使用“扫一扫”即可将网页分享至朋友圈。\n\n微博微信\n\n**青禾县照护局等部门关于**\n\n**加快居家照护的实施意见**\n\n青照发〔2026〕7号`;
  expect(read(notice(page))).toMatchObject({ title: '青禾县照护局等部门关于加快居家照护的实施意见', documentNumber: '青照发〔2026〕7号', addressee: '各镇人民政府', signature: '青禾县照护局', paragraphs: 1 });
});

test('Markdown 的链接只留文字，反斜杠后面的记号是文字自己的；方括号后面跟着别的括号不是链接', () => {
  const lines = rolesOf(notice(TITLE, `按照[照护办法](https://qinghe.example/a.html)和[细则](./P2026.pdf "细则")执行。\n1\\. 各镇按照\\[试行\\]规定上报（青照发[2026](附)3号）。\n${END}`));
  expect(lines).toContain('body 按照照护办法和细则执行。');
  expect(lines).toContain('body 1.各镇按照[试行]规定上报（青照发[2026]（附）3号）。');
});

test('Markdown 的标题下划线、引用号、列表号、斜体星号和行末反斜杠不进文稿', () => {
  const page = `[首页](https://qinghe.example/) \\> 政务公开\n\n${TITLE}\n=====\n\n字体：[大](javascript:void(0)) [小](javascript:void(0))\n\n* * *\n\n> 青照发〔2026〕7号`;
  expect(rolesOf(notice(page, '-   坚持公益导向，保障基本服务。\\\n*青禾县照护局*\n2026年9月30日'))).toEqual(['documentNumber 青照发〔2026〕7号', ...WHOLE.slice(0, 3), 'body 坚持公益导向，保障基本服务。', ...WHOLE.slice(3)]);
  expect(rolesOf(notice(TITLE, `> 甲表\n${END}`))).toContain('body > 甲表');
});

test('转存程序写在最前面的 Title: 和 --- 之间的几行是页面的；文中没有标题时取它的', () => {
  const body = `各镇人民政府：\n${BODY}\n${END}`;
  expect(rolesOf(`Title: ${TITLE}\n\nURL Source: https://qinghe.example/1.html\n\nPublished Time: 2026-10-04\n\nMarkdown Content:\n${body}`)).toEqual(WHOLE);
  expect(rolesOf(`---\ntitle: "${TITLE}"\ndate: 2026-10-04\ntags: [通知, 照护]\n---\n\n${body}`)).toEqual(WHOLE);
  expect(rolesOf(`---\ntitle: 某页\nsource: https://qinghe.example/1.html\n---\n# ${TITLE}\n${body}`)).toEqual(WHOLE);
});

test('信息公开目录的一行：文件编号、公开方式、责任部门都取得到，关联导读不是主送', () => {
  const page = notice(`信息类别: 政府文件 文件编号: 青府发[2026]5号 公开方式: 主动公开 生成日期: 2026-10-04 公开时限: 常年公开 公开范围: 面向全社会 信息索取号: QH001 责任部门: 青川镇\n\n关于野外禁火的紧急通知\n\n来源: 发布时间: 2026-10-04 16:12\n打印\n    关联导读:`, '2026年9月30日\n\n附件下载');
  expect(read(page)).toMatchObject({ title: '关于野外禁火的紧急通知', documentNumber: '青府发〔2026〕5号', addressee: '各镇人民政府', publicity: '主动公开', issuer: '青川镇', paragraphs: 1 });
});

test('信息表里的内容概述不当标题；公开责任部门在无人署名时是发文机关', () => {
  const page = `文件名称 | 常务会议事项落实情况的通报 | ||\n索引号 | qhx/2026-4992 | 公开目录: | 政务督查 |\n公开责任部门 | 青禾县政府办公室 | 公开形式: | 主动公开 |\n有效性 | 有效 | 公开日期: | 2026年9月15日 |\n内容概述 | 常务会议事项落实情况的通报 |\n近期，县政府督查室对事项落实情况开展了专项督查，现通报如下。`;
  expect(read(page)).toMatchObject({ title: '常务会议事项落实情况的通报', issuer: '青禾县政府办公室', publicity: '主动公开', paragraphs: 1 });
  expect(read(`${page}\n${END}`).issuer).toBe('青禾县照护局');
});

test('【文号】后面同一行还有别的名目，字号只到那里', () => {
  expect(read(notice(`【法规标题】${TITLE}\n【发布日期】2026-10-04 【发文机关】照护局\n【文号】青照[2026]14号 【行业分类】\n【全文】`))).toMatchObject({ title: TITLE, documentNumber: '青照〔2026〕14号', paragraphs: 1 });
});

test('信息表掉了名目，索引号下面的机关是发文机关', () => {
  const page = '• 005253197/2026-00019\n  • 青禾县照护局\n  • 建议\n  • 2026-10-04\n关于县人大会议第3号建议的答复\n林见川代表：\n您提出的建议收悉，现答复如下。\n感谢您对照护工作的关心。';
  expect(read(page)).toMatchObject({ title: '关于县人大会议第3号建议的答复', issuer: '青禾县照护局', paragraphs: 2 });
});

test('点击进入某系统是页面上的话；转载网站的声明和它的标题也是', () => {
  expect(rolesOf(notice(`点击进入：照护服务系统(3月23日-4月30日)\n${TITLE}`))).toEqual(WHOLE);
  expect(rolesOf(notice(`青禾县照护局发布通知\n\n${TITLE}`, `${END}\n本文来自网络，不代表青禾传媒网立场。转载请注明出处: https://qinghe.example/5830.html`))).toEqual(WHOLE);
});

test('转发的页面用一句话引出全文，那句话不进文稿，标题、字号、机关从它取；文件自己有的照文件', () => {
  const page = (above: string) => `${above}\n各镇人民政府：\n${BODY}`;
  expect(read(page('6月12日，青禾县照护局发布《关于做好照护服务的通知》（青照发〔2026〕7号），具体内容如下↓↓↓'))).toMatchObject({ title: TITLE, documentNumber: '青照发〔2026〕7号', issuer: '青禾县照护局', addressee: '各镇人民政府', paragraphs: 1 });
  expect(read(page(`近日，县照护局印发《照护通知》，全文如下：\n${TITLE}`)).title).toBe(TITLE);
  expect(read(`${TITLE}\n各镇人民政府：\n县照护局印发《照护办法》，具体内容如下：\n一、建立台账。\n二、按月上报。`).paragraphs).toBe(3);
});

test('标题排在最后、日期下面：上面没有标题时，它就是标题', () => {
  const body = `各镇人民政府：\n${BODY}\n${END}\n${TITLE}`;
  expect(rolesOf(body)).toEqual(WHOLE);
  expect(read(`青禾县2026年照护工作情况\n${body}`).title).not.toBe(TITLE);
});

test('版头下面画的横线不是段落', () => {
  expect(rolesOf(notice(`青照发〔2026〕7号\n━━━━━━━━━━\n${TITLE}`))).toEqual(['documentNumber 青照发〔2026〕7号', ...WHOLE]);
  expect(rolesOf(notice(`————★————\n${TITLE}`))).toEqual(WHOLE);
});

test('数据库里导出的文字把换行写成 \\\\n，照样分行；偶尔一个不算', () => {
  expect(rolesOf(notice(TITLE).replaceAll('\n', '\\r\\n\\u3000'))).toEqual(WHOLE);
  expect(rolesOf(notice(TITLE, `日志中的\\n是换行符。\n${END}`))).toContain('body 日志中的\\n是换行符。');
});

test('Markdown 的信息表取得到字号和机关；列出文件名称和文号的表还是表', () => {
  const page = `# ${TITLE}\n\n[首页](https://qinghe.example/) > [政务公开](/b)\n\n| 索引号 | 000014349/2026-12285 | 发文字号 | 青照发〔2026〕7号 |\n| --- | --- | --- | --- |\n| 发布机构 | 青禾县照护局 | 成文日期 | 2026-09-30 |\n\n各镇人民政府：\n${BODY}`;
  expect(read(page)).toMatchObject({ title: TITLE, documentNumber: '青照发〔2026〕7号', issuer: '青禾县照护局', addressee: '各镇人民政府', date: '2026-09-30', tables: 0, paragraphs: 1 });
  expect(read(notice(TITLE, `下列文件废止。\n| 名称 | 文号 |\n| 照护办法 | 青照发〔2020〕1号 |\n| 照护细则 | 青照发〔2021〕2号 |\n${END}`)).tables).toBe(1);
});

test('标题上面的网站栏目名不接进标题；同一行标题印两遍只要一遍；长的一行信息后面的“类别：”还是网页的', () => {
  expect(read(notice('政协委员提案\n征收土地预公告\n作者: 来源: 发布时间:2026-10-04 11:10\n征收土地预公告')).title).toBe('征收土地预公告');
  expect(read(notice(`索引号: QH001 文件编号: 青照发[2026]5号 公开方式: 主动公开 生成日期: 2026-10-04 公开时限: 常年公开 公开范围: 面向全社会 信息类别: 文件\n关于县人大会议第3号建议的答复\n类别:提案`)).title).toBe('关于县人大会议第3号建议的答复');
  expect(read(`• 005253197/2026-00019\n• 青禾县照护局\n• 公告\n• 2026-10-04\n• 2026-10-04\n青禾县照护局2026年办理情况\n青禾县照护局2026年办理情况\n青禾县照护局\n2026年办理情况\n${BODY}\n${END}`)).toMatchObject({ title: '青禾县照护局2026年办理情况', issuer: '青禾县照护局', paragraphs: 1 });
});

test('页面信息下面全文只剩一行，照样按条分开；【法规标题】是页面的', () => {
  const articles = ['第一条 为了规范照护服务，保障失能老人的基本生活，制定本办法。', '第二条 县照护局负责照护服务的组织实施和监督检查，各镇人民政府配合。', '第三条 照护对象由本人或者监护人提出申请，经评估后确定，按月发放补贴。', '第四条 照护机构应当建立台账，如实记录服务时间、内容和人员，按月报送。', '第五条 本办法自2026年10月1日起施行。'];
  const { doc, report } = intakeText(`【法规标题】青禾县照护办法\n【发布日期】2026-10-04 【发文机关】青禾县照护局\n【文号】青照发[2026]7号 【行业分类】\n【效力状态】现行有效 【效力级别】\n${articles.join('').replace('第三条', '照护服务坚持公益导向，由县级统筹，镇村落实，社会参与，所需经费列入预算，任何单位和个人不得截留挪用。照护对象的评估每年进行一次，评估结果应当公示，公示期不少于七日，对结果有异议的可以申请复核，复核决定应当书面告知申请人。第三条')}`);
  expect(report).toMatchObject({ title: '青禾县照护办法', documentNumber: '青照发〔2026〕7号', issuer: '青禾县照护局' });
  expect(doc.children.filter((block) => block.attrs.role === 'article')).toHaveLength(5);
});

test('复制来的页面里，成员名单和印发的第二个规定也另起一件', () => {
  const site = '首页 > 政务公开\n';
  expect(rolesOf(`${site}${notice(TITLE)}\n县照护工作\n联席会议成员名单\n召集人：林见川　　副县长\n成员：许　棠　　县照护局局长`)).toContain('embedded 县照护工作联席会议成员名单');
  expect(rolesOf(`${site}${notice('关于印发照护对象能力评估和照护服务补贴发放两个规定的通知')}\n照护对象能力评估规定\n一、评估每年一次。\n二、结果应当公示。\n照护服务补贴发放规定\n一、补贴按月发放。\n二、不得截留挪用。`).filter((each) => each.startsWith('embedded'))).toEqual(['embedded 照护对象能力评估规定', 'embedded 照护服务补贴发放规定']);
});

test('标题印了一遍又分两行再印一遍，没有“通知”一类的词也是标题', () => {
  const title = '青禾县照护局2026年建议提案办理情况';
  expect(rolesOf(`${title}\n青禾县照护局\n2026年建议提案办理情况\n${BODY}\n${END}`)).toEqual([`title ${title}`, `body ${BODY}`, ...WHOLE.slice(3)]);
  expect(read(`首页 > 政务公开\n${title}\n${title}\n${BODY}\n${END}`)).toMatchObject({ title, paragraphs: 1 });
});
