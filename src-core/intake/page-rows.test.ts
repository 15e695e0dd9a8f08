import { expect, test } from 'vitest';
import { plainText } from '../document/plain-text.ts';
import { intakeText } from './intake.ts';

const read = (...lines: string[]) => intakeText(lines.join('\n')).report;
const codes = (...lines: string[]): readonly string[] => read(...lines).report.map(({ code }) => code);
const TITLE = '青禾县水务局关于开展河道巡查的通知';
const TEXT = '各乡镇要安排专人开展河道巡查，发现问题及时处理。';
const CLOSE = ['青禾县水务局', '2024年7月9日'];

test('两次转写的空格 &amp;nbsp; 没有标签在旁，也去掉', () => {
  const { headings } = read(TITLE, '各乡镇：', '一、巡查范围&amp;nbsp;', TEXT, '二、巡查次数&nbsp;&amp;nbsp;', TEXT, ...CLOSE);
  expect(headings.map(({ text }) => text)).toEqual(['巡查范围', '巡查次数']);
});

test('“词条 |”“释义 |”是数据库的栏名，去掉并报告', () => {
  const lines = [`词条 | ${TITLE} |`, '释义 | 各乡镇：', TEXT, ...CLOSE];
  expect(read(...lines)).toMatchObject({ title: TITLE, addressee: '各乡镇', paragraphs: 1 });
  expect(codes(...lines)).toContain('dropped-website-remains');
});

test('没有冒号的信息表行，读出事实，不留在正文里', () => {
  const report = read('索引号 11330000002/2024-0009 主题分类 水务 有效性 有效', '发文日期 2024-07-09 文 号 禾水〔2024〕7号 发布机构 青禾县水务局', '关于开展河道巡查的通知', '各乡镇：', TEXT);
  expect(report).toMatchObject({ title: '关于开展河道巡查的通知', documentNumber: '禾水〔2024〕7号', issuer: '青禾县水务局', date: '2024-07-09', paragraphs: 1 });
});

test('信息表拆成一格一行的，名称和内容一起认出；最后一栏空着，不吞掉下面的标题', () => {
  const report = read('| 发布日期： | 2024-07-09 | 发布部门： | 水务局办公室 |', '| 文 号： | 禾水〔2024〕7号 | 主题词： | 河道 巡查 通知 | 阅读次数： |', '关于开展河道巡查的通知', '各乡镇：', TEXT, ...CLOSE);
  expect(report).toMatchObject({ title: '关于开展河道巡查的通知', documentNumber: '禾水〔2024〕7号', addressee: '各乡镇', paragraphs: 1 });
});

test('字号后面括号里的标题，分开成字号和标题', () => {
  expect(read('禾水办〔2024〕5号（2024年第三次局长办公会纪要）', '2024年7月9日上午，局长主持召开办公会，纪要如下。', ...CLOSE)).toMatchObject({ documentNumber: '禾水办〔2024〕5号', title: '2024年第三次局长办公会纪要' });
});

test('标题前的栏目名去掉；标题下的日期不并进标题', () => {
  expect(read('河道科：关于开展河道巡查的通知', '各乡镇：', TEXT, ...CLOSE).title).toBe('关于开展河道巡查的通知');
  expect(read('青禾县河道巡查制度', '2024年7月9日', '青禾县河道巡查工作制度', '1、巡查由水务局组织，各乡镇派人参加。', '2、巡查每月一次，结果报县政府。').title).toBe('青禾县河道巡查工作制度');
});

test('落款紧跟在电话后面，仍是落款', () => {
  expect(read(TITLE, '各乡镇：', TEXT, `联系电话见后。水务局河道科王某某0578-86123456青禾县水务局2024年7月9日`)).toMatchObject({ signature: '青禾县水务局', date: '2024-07-09' });
});

test('落款之后又列一遍标题或附件名称的，是网页的下载链接，不是转发的文件', () => {
  const lines = [TITLE, '各乡镇：', TEXT, '附件：1.巡查记录表', '2.巡查路线图', ...CLOSE, '附件：', '巡查记录表.docx', '巡查路线图', TITLE];
  const { doc, report } = intakeText(lines.join('\n'));
  expect(report.attachments).toEqual(['巡查记录表', '巡查路线图']);
  expect(plainText(doc).split(TITLE)).toHaveLength(2);
  expect(codes(...lines)).toContain('dropped-duplicate');
});

test('附件正文跟在后面的，一个字也不少', () => {
  expect(plainText(intakeText([TITLE, '各乡镇：', TEXT, '附件：巡查记录表', ...CLOSE, '附件', '巡查记录表', '记录表由巡查人当日填写，一式两份。'].join('\n')).doc)).toContain('一式两份');
});

test('“关于……的回复”是标题；“欢迎您！”和“相关文章”是网页的话', () => {
  expect(read('青禾县人民政府欢迎您！', '关于整治河道的建议的回复', '李禾代表：', '您提出的建议已收悉，现答复如下：', TEXT, ...CLOSE, '相关文章', '你可能会喜欢')).toMatchObject({ title: '关于整治河道的建议的回复', addressee: '李禾代表', paragraphs: 2 });
});

test('繁体的答复照样认出，文字一个不改', () => {
  const lines = ['關於對青禾縣第三屆人大一次會議第12號建議的答覆', '禾政函〔2024〕7號', '李禾代表：', '您提出的建議收悉，現答覆如下：', '各鄉鎮要安排專人開展河道巡查，發現問題及時處理。', '青禾縣人民政府', '2024年7月9日', '抄送：縣人大辦公室'];
  const { doc, report } = intakeText(lines.join('\n'));
  expect(report).toMatchObject({ kind: 'reply', title: lines[0], documentNumber: '禾政函〔2024〕7號', addressee: '李禾代表', signature: '青禾縣人民政府', date: '2024-07-09', copyTo: '縣人大辦公室', paragraphs: 2 });
  expect(plainText(doc)).toContain('各鄉鎮要安排專人開展河道巡查，發現問題及時處理。');
});

test('简体文字里的“覆”“於”不动', () => {
  expect(plainText(intakeText([TITLE, '各乡镇：', '巡查要做到全覆盖，请樊於某负责。', ...CLOSE].join('\n')).doc)).toContain('全覆盖，请樊於某负责。');
});

test('标题、字号、机关、日期写成一行的页首，各归其位', () => {
  const title = '青禾县人民政府关于同意设立河道站的批复';
  expect(read(title, `${title} 禾政函〔2024〕7号 青禾县人民政府 2024年7月9日 |`, '县水务局：', TEXT, ...CLOSE)).toMatchObject({ title, documentNumber: '禾政函〔2024〕7号', addressee: '县水务局', date: '2024-07-09', paragraphs: 1 });
});

test('联系人下面的邮箱、地址也是联系方式；正文里说地址的句子不是', () => {
  const { paragraphs } = read(TITLE, '各乡镇：', TEXT, '联系人：王禾，0578-86123456', '邮箱：shuiwu@example.cn', '地址：青禾县禾苗路7号', ...CLOSE);
  expect(paragraphs).toBe(1);
  expect(read(TITLE, '各乡镇：', TEXT, '地址：报名点设在青禾县水务局一楼大厅。', ...CLOSE).paragraphs).toBe(2);
});

test('网页在时间、来源上面给出的标题，不以文种收尾也认', () => {
  expect(read('首页 > 政务公开 > 会议', '县政府召开第九次常务会议 王禾主持', '字体：【大】【中】【小】', '2024年7月9日，县长主持召开县政府常务会议，会议讨论了有关事项。', TEXT).title).toBe('县政府召开第九次常务会议王禾主持');
  expect(read('首页 > 政务公开 > 会议', '青禾要闻集锦专栏', '第二张图片一览', '2024年7月9日，县长主持召开县政府常务会议，会议讨论了有关事项。').title).toBeNull();
});

test('令的名称和令号写成一行，签署人和日期连在正文后面，所发布的规章跟在下面', () => {
  const { doc, report } = intakeText(['青禾县人民政府令第5号', '现公布《青禾县河道管理办法》，自2024年8月1日起施行。县长　王禾 　　2024年7月9日', '青禾县河道管理办法', '第一条　为加强河道管理，制定本办法。', '第二条　本办法自2024年8月1日起施行。'].join('\n'));
  expect(report).toMatchObject({ title: '青禾县人民政府令', documentNumber: '第5号', date: '2024-07-09' });
  expect(report.signature?.replace(/\s/g, '')).toBe('县长王禾');
  expect(plainText(doc)).toContain('青禾县河道管理办法');
});

test('署名后面的“宣”是布告的写法，发文机关不带它', () => {
  const { doc, report } = intakeText(['关于整治河道的通告', TEXT, '青禾县水务局 宣', '2024年7月9日'].join('\n'));
  expect(report).toMatchObject({ signature: '青禾县水务局', issuer: '青禾县水务局' });
  expect(plainText(doc)).toContain('宣');
});

test('日期下面只列着附件1、附件2的名称，是附件说明；有正文的是附件', () => {
  expect(read(TITLE, '各乡镇：', TEXT, ...CLOSE, '附件1河道巡查记录表', '附件2：河道巡查路线图').attachments).toEqual(['河道巡查记录表', '河道巡查路线图']);
  expect(read(TITLE, '各乡镇：', TEXT, ...CLOSE, '附件1河道巡查记录表', '记录表由巡查人当日填写，一式两份。').attachments).toEqual([]);
});

test('“3.1家长”“2.1人员”是两级编号，“3.5家企业”是第3项', () => {
  const { headings } = read('青禾县河道管理制度', '一、巡查', '1．巡查的人员', '1.1人员由水务局安排，每组两人。', '2．巡查的地点', '2.1家长陪同的学生不得靠近河道。', TEXT);
  expect(headings.map(({ text }) => text)).toEqual(['巡查', '巡查的人员', '巡查的地点']);
});

test('“1.时间：2024年7月9日”是正文的列项，不是网页的发布时间', () => {
  expect(plainText(intakeText([TITLE, '各乡镇：', '现将有关事项通知如下。', '一、时间和地点', '1.时间：2024年7月9日至14日', '2.地点：青禾河沿线各堤段', ...CLOSE].join('\n')).doc)).toContain('时间：2024年7月9日至14日');
});

test('日程一行一项，不连成一段', () => {
  expect(read(TITLE, '各乡镇：', '现将培训日程通知如下。', '7月9日', '上午 9:00—11:00 河道管理有关法律、法规和规章', '下午 14:00—17:00 堤防检查、险情识别和应急处置', '7月10日', '上午 9:00—11:00 现场观摩', ...CLOSE).paragraphs).toBe(6);
});

test('段末误打成逗号，不改变这一组是标题', () => {
  expect(read(TITLE, '各乡镇：', '现提出要求如下。', '一、加强领导。各乡镇要明确专人负责，落实责任，', '二、加强检查。县水务局每月检查一次。', '三、加强宣传。各乡镇要做好宣传工作。', ...CLOSE).headings).toHaveLength(3);
});

test('附表的题名下面，名目一行一个或以制表符分开：是一张待填的表，名目旁边留着空格', () => {
  const form = ['附件1', '照护机构申请表', '（      年）', '单位名称', '机构代码\t\t登记号', '单位地址', '联系人\t职务\t电话\t邮箱', '单位简介', '承诺事项\t（盖章） 年 月 日', '附件2', '照护机构评估表', '单位名称', '联系人\t\t电话', '评估意见', '公开方式:主动公开', '注：一式两份。'];
  const { doc } = intakeText(`关于申请照护机构的通知\n各镇人民政府：\n为做好照护机构申请工作，现将有关事项通知如下，请遵照执行。\n附件：1.照护机构申请表\n2.照护机构评估表\n青禾县照护局\n2026年9月30日\n${form.join('\n\n')}`);
  const annexes = doc.children.slice(doc.children.findIndex((block) => block.attrs.role === 'annex'));
  expect(annexes.map((block) => (block.type.name === 'table' ? block.children.map((row) => row.children.map((cell) => cell.textContent).join('|')) : `${block.attrs.role} ${block.textContent}`))).toEqual([
    'annex 照护机构申请表', 'titleNote （　年）', ['单位名称|||', '机构代码||登记号|', '单位地址|||', '联系人|职务|电话|邮箱', '单位简介|||', '承诺事项|（盖章）年 月 日||'],
    'annex 照护机构评估表', ['单位名称||', '联系人||电话', '评估意见||'], 'note 公开方式：主动公开', 'body 注：一式两份。',
  ]);
});

test('附件里的短行下面没有表格，不当待填的表', () => {
  const { doc } = intakeText('关于公布照护机构的通知\n各镇人民政府：\n为做好照护服务工作，现将照护机构公布如下，请遵照执行。\n附件：照护机构一览表\n青禾县照护局\n2026年9月30日\n附件\n照护机构一览表\n东桥照护中心\n西山照护中心');
  expect(doc.children.some((block) => block.type.name === 'table')).toBe(false);
});

test('附件后面的附表1、附表2照原文写，不改成附件几；“附表：1.……2.……”是目录，不是标题', () => {
  const text = '关于申请照护机构的通知\n各镇人民政府：\n为做好照护机构申请工作，现将有关事项通知如下，请遵照执行。\n附件：照护机构申请程序\n青禾县照护局\n2026年9月30日\n附件\n照护机构申请程序\n一、申请程序\n照护机构向县照护局提出申请。\n附表：1.照护机构申请表\n2.照护机构评估表\n附表1\n照护机构申请表\n单位名称\n机构代码\t登记号\n单位地址\n附表2\n照护机构评估表\n单位名称\n评估意见\t负责人\n备注说明';
  const { doc, report } = intakeText(text);
  expect(doc.children.filter((block) => block.attrs.role === 'annex').map((block) => block.textContent)).toEqual(['照护机构申请程序']);
  expect(doc.children.map((block) => block.textContent)).toEqual(expect.arrayContaining(['附表1', '照护机构申请表', '附表2', '照护机构评估表']));
  expect(report).toMatchObject({ tables: 2, paragraphs: 2 });
  expect(report.headings.map(({ text: heading }) => heading)).toEqual(['申请程序']);
});
