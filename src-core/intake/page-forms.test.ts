import { expect, test } from 'vitest';
import { plainText } from '../document/plain-text.ts';
import { intakeText } from './intake.ts';

const read = (...lines: string[]) => intakeText(lines.join('\n')).report;
const codes = (...lines: string[]): readonly string[] => read(...lines).report.map(({ code }) => code);
const TITLE = '青禾县水务局关于开展河道巡查的通知';
const TEXT = '各乡镇要安排专人开展河道巡查，发现问题及时处理。';
const CLOSE = ['青禾县水务局', '2024年7月9日'];

test.each([
  ['字后有冒号', '禾建字：〔2024〕7号'],
  ['在标题下的括号里', '（禾建字〔2024〕7号）'],
  ['办理类别和公开意见连在后面', '禾建字〔2024〕7号A类 同意公开'],
])('发文字号%s，照样认出', (_, line) => {
  expect(read(TITLE, line, '各乡镇：', TEXT, ...CLOSE)).toMatchObject({ documentNumber: '禾建字〔2024〕7号', paragraphs: 1 });
});

test('首页右上角写着同意公开，就是公开意见', () => {
  expect(read('禾建字〔2024〕7号A类 同意公开', TITLE, '各乡镇：', TEXT, ...CLOSE).publicity).toBe('同意公开');
});

test.each([['（1985年5月4日禾政〔1985〕38号）'], ['（禾政〔1985〕38号　1985年5月4日）']])('括号里的字号和日期“%s”与正文同在一行，分开来', (bracket) => {
  expect(read('青禾县人民政府关于任免权限的通知', `${bracket}　　${TEXT}`)).toMatchObject({ documentNumber: '禾政〔1985〕38号', date: '1985-05-04', paragraphs: 1 });
});

test.each([['2024719', '2024-07-19'], ['202479', '2024-07-09'], ['2024120', '2024-01-20'], ['2024105', '2024-10-05'], ['二0 二四年七月九号', '2024-07-09']])('成文日期写成或抓成“%s”，只有一种读法的认出来并报告', (day, iso) => {
  const report = read(TITLE, '各乡镇：', TEXT, '青禾县水务局', day);
  expect(report).toMatchObject({ date: iso, signature: '青禾县水务局', paragraphs: 1 });
  expect(report.report.map(({ code }) => code)).toContain('normalised-date');
});

test('“2024111”是一月还是十一月说不准，不当日期', () => {
  expect(read(TITLE, '各乡镇：', TEXT, '青禾县水务局', '2024111').date).toBeNull();
});

test('抄送下面空开一行的半截名称，不是抄送机关', () => {
  expect(read('首页 > 政务公开 > 文件', TITLE, '各乡镇：', TEXT, ...CLOSE, '', '抄送：县政府督查室（1份）', '', '青禾县水').copyTo).toBe('县政府督查室（1份）');
});

test('断行断在括号里，下一行的“五）”不是序号', () => {
  const { headings, paragraphs } = read(TITLE, '各乡镇：', '根据县里安排，今年汛期河道巡查分三次进行，具体安排如下，请各地按时到', '位：第一次在六月三日前后，由各乡镇自行组织，第二次在七月十二日（星期', '五）的上午，由县水务局组织，各乡镇派人参加，第三次的日期另行通知，请', '各地提前做好准备。', ...CLOSE);
  expect(headings).toEqual([]);
  expect(paragraphs).toBe(1);
});

test('换行全丢、段间只剩一个空格的，按序号分回各段', () => {
  const text = `现将有关事项通知如下： 一、时间和地点 2024年7月12日上午9时，县政府三楼会议室。 二、会议内容 通报上半年河道巡查情况，安排下半年工作，各乡镇交流经验。 三、有关要求 （一）请各乡镇于7月10日前报送参会人员名单，不得替会。 （二）会议材料由县水务局准备。`;
  const { headings, paragraphs } = read(text);
  expect(headings.map(({ text: heading }) => heading)).toEqual(['时间和地点', '会议内容', '有关要求']);
  expect(paragraphs).toBe(5);
});

test('一行里标题、字号、主送连着写，署名字间有空的，各归其位', () => {
  const wide = '　　　　';
  const text = [`青禾县人民政府关于印发河道管理规划的通知禾政〔2024〕7号 各乡镇人民政府，县直各部门：`, '现将规划印发给你们，请认真贯彻执行，确保各项任务按时落到实处。', '水　　务　　局', '2024年7月9日', '河道管理规划', '河道管理规划是今后五年工作的依据，各地各部门要结合实际抓好落实。'].join(wide);
  const report = intakeText(text).report;
  expect(report).toMatchObject({ documentNumber: '禾政〔2024〕7号', addressee: '各乡镇人民政府，县直各部门', date: '2024-07-09' });
  expect(report.signature?.replace(/\s/g, '')).toBe('水务局');
});

test('“一、项目名称：某某”是列项，不是标题；“一、解除的条件：”是', () => {
  expect(read('关于堤防工程的批复', '县水务局：', '经研究，批复如下：', '一、项目名称：青禾河堤防工程', '二、建设地点：青禾镇', '三、总投资约三百万元。', ...CLOSE).headings).toEqual([]);
  expect(read(TITLE, '各乡镇：', '现提出要求如下：', '一、巡查的范围：', TEXT, '二、巡查的次数', TEXT, '三、结果的报送', TEXT).headings.map(({ text }) => text)).toEqual(['巡查的范围', '巡查的次数', '结果的报送']);
});

test('附件名称另起一行、带文件后缀的，是附件说明', () => {
  expect(read(TITLE, '各乡镇：', TEXT, '附件：', '河道名录.docx', ...CLOSE)).toMatchObject({ attachments: ['河道名录'], signature: '青禾县水务局' });
  expect(read('首页 > 政务公开 > 文件', TITLE, '各乡镇：', TEXT, '附件：《河道巡查办法》.doc', ...CLOSE, '附件：河道巡查办法.doc').attachments).toEqual(['《河道巡查办法》']);
});

test('网页自己起名的标签，去掉', () => {
  expect(read('<SubTitle>', `<h3>${TITLE}</h3>`, '</SubTitle>', '<p style={{ textIndent:"0"}}>各乡镇：</p>', `<p>${TEXT}</p>`, '<Footer>', ...CLOSE.map((line) => `<div>${line}</div>`), '</Footer>')).toMatchObject({ title: TITLE, addressee: '各乡镇', signature: '青禾县水务局', paragraphs: 1 });
});

test('页面上的朗读、登录、版权声明和网友评论，不进正文，都在报告里', () => {
  const lines = ['登录/注册', '朗读', TITLE, '各乡镇：', TEXT, ...CLOSE, '建议使用IE8.0以上浏览器访问，获得更好体验', '声明：青禾信息网内容，未经许可不得转载。', '评论回复', '张三：办得很好，请继续安排专人巡查，谢谢。'];
  expect(read(...lines)).toMatchObject({ title: TITLE, paragraphs: 1 });
  expect(codes(...lines)).toContain('dropped-website-remains');
});

test('网页被遮去的“****”不算一段；遮掉署名就没有署名', () => {
  expect(read(TITLE, '各乡镇：', TEXT, '****', '2024年7月9日')).toMatchObject({ signature: null, paragraphs: 1 });
});

test('领导署名、承办负责人是附注', () => {
  expect(read('关于第7号建议的答复', '张三代表：', '您提出的建议收悉，现答复如下，河道巡查已经安排。', ...CLOSE, '领导署名：李四', '承办负责人：王五', '承办人及联系电话：赵六 12345').paragraphs).toBe(1);
});

test('文中没有日期，网页信息表有成文日期的，取来并报告；有日期的以文中为准；发布时间不取', () => {
  const facts = (row: string, ...end: string[]): string[] => ['| 发文机关：青禾县水务局 | ' + row + ' |', TITLE, '各乡镇：', TEXT, ...end, '（此件主动公开）', '附件', '河道名录', '河道名录由县水务局编制，每年更新一次。'];
  const { doc, report } = intakeText(facts('成文日期：2024年07月09日').join('\n'));
  expect(report.date).toBe('2024-07-09');
  expect(report.report.map(({ code }) => code)).toContain('taken-from-page');
  expect(plainText(doc)).toMatch(/及时处理。\n+2024年7月9日\n+（此件主动公开）/);
  expect(read(...facts('发文日期：2024-07-12', ...CLOSE)).date).toBe('2024-07-09');
  expect(read(...facts('发布时间：2024-07-12')).date).toBeNull();
});

test('信访答复：先写当事人，再称呼他，称呼照样是主送', () => {
  const { doc, report } = intakeText(['青禾镇人民政府', '关于李某某信访事项的处理意见书', '青政信字〔2024〕3号', '李某某，男，1960年2月出生，住青禾镇上塘村二组。', '李某某：', '您反映的机耕路问题，我镇已经查清，现答复如下。', '青禾镇人民政府', '2024年7月9日'].join('\n'));
  expect(report).toMatchObject({ addressee: '李某某', documentNumber: '青政信字〔2024〕3号', signature: '青禾镇人民政府', paragraphs: 2 });
  expect(plainText(doc)).toMatch(/住青禾镇上塘村二组。\n+李某某：/);
});

test('简报末尾的报、送、发照原样留着，说明按正文保留，不算正文的段', () => {
  const { doc, report } = intakeText(['工作简报', '第3期', '青禾县水务局　　　　2024年7月9日', '', '河道巡查取得成效', '', TEXT, '', '报：县委办公室、县政府办公室。', '送：各乡镇。', '发：局机关各股室。'].join('\n'));
  expect(report).toMatchObject({ copyTo: null, paragraphs: 1 });
  expect(report.report.find(({ code }) => code === 'kept-as-body')?.count).toBe(3);
  expect(plainText(doc)).toContain('报：县委办公室、县政府办公室。');
});
