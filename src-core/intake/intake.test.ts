import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { findParagraphs } from '../document/elements.ts';
import { numberDocument } from '../document/numbering.ts';
import { plainText } from '../document/plain-text.ts';
import { intakeText } from './intake.ts';

/** Invented offices and people, in the forms and with the faults of real texts. */
const rolesOf = (doc: Node): string[] => doc.children.map((block) => (block.type.name === 'para' ? `${block.attrs.role}${block.attrs.level || ''}${block.attrs.runIn ? '接排' : ''} ${block.textContent}` : `table ${block.childCount}`));
const read = (text: string) => {
  const { doc, report } = intakeText(text);
  doc.check();
  return { doc, report, roles: rolesOf(doc), text: plainText(doc), codes: report.report.map((entry) => entry.code) };
};

const LETTER = `照护办函[2024]37号国家照护保障局办公室关于报送试点城市督导工作总结的函国务院办公厅督查室：

2019一2024年，我局先后派出督导组46个，走访试点城市128个次，问题清单逐年缩短。局领导每季度听取汇

报，要求督导组轻车简从、直奔基层，带着问题去、带着办法回。有关情况如下：

一、把规矩立在前面

督导之前先定清单、定路线、定分工，让每一站看什么、问什么都有据可依。

一是坚持“三个不打”。2019年，督导刚刚起步时，针对有的地

方层层陪同、事先准备等情况，明确不打招呼、不打前站、不打扰服务对象，减少—2—基层迎检负担。

二是做到“六个看”。2020年，督导范围由评估扩大到服务的全

链条，围绕评估、护理、结算等环节列出六项必看内容，发现问题当场记录、逐项销号。

2021年底，全部试点城市均已开通服务，覆盖率达到百分之九十五以上，群众更加方便。

三是落实“五个一”。每到一市开一次座谈、查一批档案、访一批家庭，—3—形成一份问

题清单和一份整改建议，回头看时对照清单逐条核实。

二、把结果用在后面

督导结果与下一年度试点资金安排挂钩，整改不到位的城市暂缓扩大范围。

国家照护保障局办公室2024年11月5日（主动公开）-4`;

describe('报送总结的函：扫描件的断行、页码和连在一起的首末行', () => {
  const { doc, report, roles, text } = read(LETTER);

  test('首行拆成发文字号、标题和主送机关，末行拆成署名、日期和附注', () => {
    expect(report).toMatchObject({
      kind: 'summary', title: '国家照护保障局办公室关于报送试点城市督导工作总结的函', documentNumber: '照护办函〔2024〕37号',
      issuer: '国家照护保障局办公室', addressee: '国务院办公厅督查室', signature: '国家照护保障局办公室', date: '2024-11-05', publicity: '主动公开',
    });
    expect(roles.slice(0, 3)).toEqual(['documentNumber 照护办函〔2024〕37号', 'title 国家照护保障局办公室关于报送试点城市督导工作总结的函', 'addressee 国务院办公厅督查室：']);
    expect(roles.slice(-3)).toEqual(['signature 国家照护保障局办公室', 'date 2024年11月5日', 'note （主动公开）']);
  });

  test('断行接回，句中页码去掉，年份之间的“一”改回一字线', () => {
    expect(text).toContain('听取汇报，要求');
    expect(text).toContain('减少基层迎检负担');
    expect(text).toContain('2019—2024年');
    expect(report.report.find((entry) => entry.code === 'dropped-page-number')?.count).toBe(3);
    expect(report.report.find((entry) => entry.code === 'joined-line')!.count).toBeGreaterThanOrEqual(3);
  });

  test('过了一万页，页码照样去掉', () => {
    const { text: long, codes } = read(`关于照护工作的通知\n\n各乡镇：\n\n${[9999, 10000, 10001].map((page) => `各单位要按时报送工作进展情况，\n\n— ${page} —\n\n遇有重大情况随时报告。\n\n`).join('')}`);
    expect(codes).toContain('dropped-page-number');
    expect(long).not.toContain('1000');
  });

  test('一是、二是、三是成为自动编号，夹在两项之间的断块归上一项', () => {
    expect(report.enumerations).toBe(3);
    expect(text).toContain('\n三是落实“五个一”。');
    expect(report.paragraphs).toBe(6);
    expect(report.report.some((entry) => entry.code === 'doubtful-structure')).toBe(true);
  });

  test('标题的序号由程序计算，与原文相同', () => {
    expect(report.headings).toEqual([{ level: 1, label: '一、', text: '把规矩立在前面' }, { level: 1, label: '二、', text: '把结果用在后面' }]);
    expect(doc.attrs).toMatchObject({ template: 'summary', fields: { recipient: '国务院办公厅督查室', date: '2024-11-05' } });
  });
});

describe('建议和提案的答复', () => {
  test('人大建议：标题分两行，发文字号在标题之下', () => {
    const { doc, report } = read(`国家照护保障局对十四届全国人大二次会议

第0412号建议的答复

照护函〔2024〕12号

林×等3名代表：

您们提出的《关于加大社区照护投入的建议》收悉，经商财政部、民政部，现答复如下：

一、关于投入机制

我局高度重视。一是完善制度。二是加大投入。下一步，我们将会同有关部门抓好落实。

感谢您对照护保障工作的关心和支持。

国家照护保障局

2024年8月9日

（本文有删减）`);
    expect(report).toMatchObject({
      kind: 'reply', title: '国家照护保障局对十四届全国人大二次会议第0412号建议的答复', documentNumber: '照护函〔2024〕12号', addressee: '林×等3名代表',
      signature: '国家照护保障局', date: '2024-08-09', enumerations: 2, paragraphs: 3, publicity: null,
    });
    expect(doc.attrs.template).toBe('npc-reply');
    expect(doc.attrs.fields).toMatchObject({ session: '十四届全国人大二次会议', number: '0412', topic: '关于加大社区照护投入的建议', consulted: ['财政部', '民政部'], work: '照护保障工作' });
  });

  test('政协提案：届次、案号、类别和类号从标题读出，补零不去掉', () => {
    const { doc } = read('关于政协第十四届全国委员会第二次会议第02403号（医疗卫生类173号）提案答复的函\n\n周×委员：\n\n您提出的《关于推广居家照护的提案》收悉，现答复如下：\n\n感谢您对照护保障工作的关心和支持。');
    expect(doc.attrs).toMatchObject({ template: 'cppcc-reply', fields: { session: '第十四届全国委员会第二次会议', number: '02403', category: '医疗卫生类', categoryNumber: '173', proposers: ['周×'] } });
  });

  test('网页上的答复：信息表、面包屑和页尾不进正文，标题取自信息表', () => {
    const { report, codes } = read(`首页/ 信息公开 / 建议提案 / 正文
| 索引号:00001/2024-1 | |
| 发文机关:照护局 | 主题词: |
| 标题:关于区政协一届二次会议沈×委员提案的答复 | |
尊敬的沈×委员:
您提出的“关于增设照护床位的建议”,已交我们办理,现答复如下:
截至目前,我区共有照护床位80张,正在规划新增床位15张。
扫一扫在手机打开当前页`);
    expect(report).toMatchObject({ title: '关于区政协一届二次会议沈×委员提案的答复', issuer: '照护局', addressee: '尊敬的沈×委员', paragraphs: 2, signature: null, date: null });
    expect(codes).toEqual(expect.arrayContaining(['dropped-website-remains', 'dropped-tag', 'widened-punctuation']));
  });
});

describe('通知和它的附件、版记', () => {
  const NOTICE = `青禾县人民政府办公室文件

青政办发〔2024〕8号

青禾县人民政府办公室 关于做好照护服务 试点工作的通知

各乡镇人民政府、县直有关部门：

为做好照护服务试点工作，现将有关事项通知如下：

一、提高思想认识

各乡镇要充分认识试点工作的重要意义，压实责

任，抓好落实。

附件：青禾县照护服务试点
任务分工表

青禾县人民政府办公室
2024年5月6日

附件：

青禾县照护服务试点任务分工表

序号	主要内容	工作任务	责任单位
—	健全机制	1. 实施摸底。	县照护局 县财政局
		2. 落实补助。	县财政局

序号	主要内容	工作任务	责任单位
二	加强服务	<p>1. 培训人员, 建立队伍。</p>	<p>县照护局 县卫健局</p>
		<p>2. 定期回访。</p>	<p>县照护局</p>

青禾县人民政府办公室

2024年5月6日 印发

共印30份`;

  test('版头、正文、附件说明、附件、版记各归其位', () => {
    const { roles } = read(NOTICE);
    expect(roles.map((line) => line.split(' ')[0])).toEqual(['issuerMark', 'documentNumber', 'title', 'addressee', 'body', 'heading1', 'body', 'attachmentNote', 'signature', 'date', 'annex', 'table', 'printer', 'printDate', 'printRun']);
  });

  test('分页切断的表并成一张，重复的表头去掉，同组的空格并成一格，“—”改回“一”', () => {
    const { doc, report } = read(NOTICE);
    expect(report).toMatchObject({ tables: 1, attachments: ['青禾县照护服务试点任务分工表'], paragraphs: 2 });
    const table = doc.children.find((block) => block.type.name === 'table')!;
    expect(table.childCount).toBe(5);
    expect(table.child(1).child(0).firstChild?.firstChild?.attrs.style).toBe('rowChinese');
    expect(plainText(doc)).toContain('\n一\t');
    expect(table.child(1).child(1).attrs.rowspan).toBe(2);
    expect(table.child(3).child(2).textContent).toBe('1.培训人员，建立队伍。');
  });

  test('印发的文件成为被印发文件，通排的（三）接着数', () => {
    const { roles, report } = read(`云溪市人民政府办公厅关于印发云溪市
照护服务若干措施的通知

云政办〔2024〕3号

各区人民政府：

《云溪市照护服务若干措施》已经市政府同意，现印发给你们。

云溪市人民政府办公厅
2024年3月1日
（此件公开发布）

云溪市照护服务若干措施

为推进照护服务，制定以下措施。

一、完善机制
（一）加强领导。
建立协调机制，定期研究工作。
（二）压实责任。
明确部门分工，逐级抓好落实。
二、加大投入
（三）强化保障。
统筹安排专项经费，用于服务建设。

抄送：市委各部门，市人大常委会办公厅。
云溪市人民政府办公厅 2024年3月2日印发`);
    expect(roles).toContain('embedded 云溪市照护服务若干措施');
    expect(report.headings.map(({ label, text }) => label + text)).toEqual(['一、完善机制', '（一）加强领导', '（二）压实责任', '二、加大投入', '（三）强化保障']);
    expect(report).toMatchObject({ copyTo: '市委各部门，市人大常委会办公厅', publicity: '此件公开发布', signature: '云溪市人民政府办公厅', date: '2024-03-01' });
  });
});

describe('层次标题', () => {
  const levels = (text: string) => read(`关于照护工作的意见\n\n${text}`).report.headings.map(({ label, text: words }) => label + words);

  test('半角括号、全角数字、顿号序号都认得', () => {
    expect(levels('一、总体要求\n\n(一)基本原则\n\n坚持以人为本,统筹推进各项工作。\n\n１．强化统筹。各地要统筹安排,抓好落实。\n\n2、加强宣传。各地要做好宣传,形成合力。')).toEqual(['一、总体要求', '（一）基本原则', '1.强化统筹', '2.加强宣传']);
  });

  test('以分号结尾的各项是内容，不是标题', () => {
    expect(levels('一、服务对象\n\n服务对象应符合下列条件：\n\n（一）年满60周岁；\n\n（二）具有本县户籍；\n\n（三）自愿申请。')).toEqual(['一、服务对象']);
  });

  test('整段的意见以序号起头也不是标题', () => {
    const { report, text } = read('关于照护工作有关问题的复函\n\n一、关于资金问题。你省请求增加资金，有关部门提出了意见：\n\n（一）你省的资金应纳入全国一并谋划，避免重复布点。照此安排，片区内可以平衡。\n\n（二）该项目属于续建项目，所需资金由有关银行商量办理，办不下来的，再想办法。');
    expect(report.headings.map(({ label }) => label)).toEqual(['一、']);
    expect(text).toContain('（二）该项目属于续建项目');
  });
});

test('成文日期写成汉字的，改为阿拉伯数字并报告', () => {
  const { report, codes, roles } = read('关于照护工作的通知\n\n各科室：\n\n现将有关事项通知如下，请遵照执行。\n\n青禾县照护局\n\n二ΟΟ九年十二月二日');
  expect(report.date).toBe('2009-12-02');
  expect(roles).toContain('date 2009年12月2日');
  expect(codes).toContain('normalised-date');
});

test('附件说明后面紧跟“附件1 名称”，没有落款隔开：那是附件开始，不是名称的下半截', () => {
  const { report, doc } = intakeText('关于印发家庭照护实施方案的通知\n\n各区照护局：\n\n现印发给你们，请遵照执行。\n\n青川市照护保障局\n\n2026年8月1日\n\n家庭照护实施方案\n\n一、主要目标\n\n到年底全面推开。\n\n附件：1.质量监测指标体系（2026年）\n\n    2.推进家庭照护高质量发展工作的任务分工表\n\n附件1 质量监测指标体系（2026年版）\n\n一级指标\t二级指标\n\n签约数量\t覆盖率\n\n附件2 推进家庭照护高质量发展工作的任务分工表\n\n序号\t事项\n\n1\t扩大来源');
  expect(report.attachments).toEqual(['质量监测指标体系（2026年）', '推进家庭照护高质量发展工作的任务分工表']);
  expect(rolesOf(doc).slice(-4)).toEqual(['annex 质量监测指标体系（2026年版）', 'table 2', 'annex 推进家庭照护高质量发展工作的任务分工表', 'table 2']);
});

test('表格复制成文字，跨几行的格只写在第一行：短的行按内容往右靠，左边空出的归上面那一格', () => {
  const rows = [
    ['序号', '工作事项', '主要内容', '牵头单位', '配合单位'],
    ['1', '扩大照护人员来源', '现阶段照护人员包括护理员、康复师和其他符合条件的人员，从专业机构向社区拓展。', '各区政府', '市照护局'],
    ['根据服务人口、功能定位等因素，推动照护资源向基层倾斜，优先保障基层用人需求。', '市人社局', '/'],
    ['2', '丰富服务内容', '以居民需求为导向，为老年人、残疾人提供健康评估、康复指导等个性化服务。', '市卫健委', '市民政局、市残联'],
    ['3', '强化健康管理', '签约后建立电子档案，实行分类管理，引导老年人树立健康第一责任人的理念。', '市卫健委', '/'],
  ];
  const { doc } = intakeText(`任务分工表\n\n${rows.map((row) => row.join('\t')).join('\n\n')}`);
  const table = doc.children.find((block) => block.type.name === 'table')!;
  expect(table.child(1).children.map((cell) => cell.attrs.rowspan as number)).toEqual([2, 2, 1, 1, 1]);
  expect(table.child(2).children.map((cell) => cell.textContent)).toEqual(rows[2]);
});

test('附件里的表放不下竖排页才横排：名单竖排，任务分工表横排，表上面有说明也一样', () => {
  const annexOf = (rows: string[][], before = '') => {
    const { doc } = intakeText(`关于做好照护工作的通知\n\n各科室：\n\n现将有关事项通知如下。\n\n附件：照护工作一览表\n\n青川市照护局\n\n2026年8月1日\n\n附件\n\n照护工作一览表\n\n${before}${rows.map((row) => row.join('\t')).join('\n')}\n`);
    return doc.children.find((block) => block.attrs.role === 'annex')!.attrs.landscape as boolean;
  };
  const names = [['序号', '姓名', '单位', '职务', '电话'], ['1', '林见川', '市照护局', '科长', '00001234'], ['2', '周予安', '市民政局', '主任', '00005678']];
  const task = '制定居家照护服务项目申报指南，明确申报范围、条件和程序，印发各区县执行，并开展培训。';
  const tasks = [['序号', '工作事项', '工作任务', '责任单位', '进度要求'], ['1', '完善制度', task, '市照护局、市财政局、市民政局', '2026年12月底前'], ['2', '强化监管', task, '市照护局', '持续推进']];
  expect(annexOf(names)).toBe(false);
  expect(annexOf(tasks)).toBe(true);
  expect(annexOf(tasks, '填报单位：青川市照护局\n\n')).toBe(true);
});

test('行末空着的格还是空格，不当作少了前面的格；每行末尾都多一个制表符，不多一列', () => {
  const tableOf = (rows: string[]) => intakeText(`情况统计表\n\n${rows.join('\n')}`).doc.children.find((block) => block.type.name === 'table')!;
  // The 序号 are computed: no text of the cell.
  const open = tableOf(['序号\t事项\t负责人\t完成情况', '1\t修订工作指南并征求意见\t林见川\t已完成', '2\t培训家庭成员和社区人员\t\t', '3\t建立服务档案\t周予安\t']);
  expect(open.child(2).children.map((cell) => cell.textContent)).toEqual(['', '培训家庭成员和社区人员', '', '']);
  const trailing = tableOf(['序号\t事项\t', '1\t修订指南\t', '2\t建立档案\t']);
  expect(trailing.children.map((row) => row.childCount)).toEqual([2, 2, 2]);
});

test('附件说明的名称断成两行、序号写法不一，都读成名称', () => {
  const { report } = read('关于照护工作的通知\n\n各科室：\n\n现将有关事项通知如下，请遵照执行。\n\n附件: 1、照护服务申请表（样式）\n2、照护服务机构名单及\n联系方式\n\n青禾县照护局\n2024年1月5日');
  expect(report.attachments).toEqual(['照护服务申请表（样式）', '照护服务机构名单及联系方式']);
});

test('报纸版面：电头以后的别的稿件不进文稿，续版的序号照原文', () => {
  const { report, codes } = read('# 关于深化照护保障制度改革的意见\n\n(上接第一版)\n\n## 二、完善待遇机制\n\n要推进制度更加成熟,统筹各类保障发展。\n\n(四)完善基本制度。坚持依法参加,分类保障,逐步完善\n\n筹资机制。\n\n(五)健全清单制度。规范政府权限,促进管理规范化。\n\n新华社北京3月5日电\n\n## 企业稳起步\n\n机器高速运转,工人紧张作业。');
  expect(report.headings.map(({ label, text }) => label + text)).toEqual(['二、完善待遇机制', '（四）完善基本制度', '（五）健全清单制度']);
  expect(report.paragraphs).toBe(3);
  expect(codes).toEqual(expect.arrayContaining(['dropped-foreign-article', 'dropped-running-head', 'dropped-tag']));
});

test('纪要末尾的分送，是版记里的发送范围', () => {
  const { doc } = read('青川市照护局局长办公会议纪要\n\n2026年8月1日，局长林远舟主持召开会议，研究照护工作。现将会议议定事项纪要如下：\n\n一、会议原则同意试点方案。\n\n分送：局领导，局机关各处室。\n\n青川市照护局办公室　　　2026年8月2日印发');
  const [copy] = doc.children.filter(({ attrs }) => attrs.role === 'copyTo');
  expect(copy?.textContent).toBe('局领导，局机关各处室。');
});

test('联合发文的几个署名各成一段', () => {
  expect(read('云溪市照护局 云溪市财政局关于发放补助的通知\n\n各区照护局、财政局：\n\n现将补助标准通知如下，请认真执行。\n\n云溪市照护局　　　　云溪市财政局\n\n2024年5月30日').report.signature).toBe('云溪市照护局、云溪市财政局');
});

test('空文字和只有空白的文字得到一份空文稿', () => {
  for (const text of ['', ' \n\u3000\n']) expect(read(text)).toMatchObject({ text: '', report: { title: null, paragraphs: 0 } });
});

describe('编号方式和章节条', () => {
  test('（一）连着编的意见读成通排，不必逐章另起；片段从（四）起', () => {
    const { doc, report } = read('（四）完善评估。各地要统一标准，结果互认。\n\n（五）扩大供给。每个街道至少建一个服务点。\n\n二、强化保障\n\n（六）保障用地。利用闲置场所改造。\n\n三、组织实施\n\n（七）压实责任。一级抓一级，层层抓落实。');
    expect(doc.attrs.numbering).toBe('continuous');
    expect(doc.children.filter((node) => node.attrs.startAt !== null).map((node) => node.attrs.startAt as number)).toEqual([4, 2]);
    expect(report.headings.map(({ label }) => label)).toEqual(['（四）', '（五）', '二、', '（六）', '三、', '（七）']);
  });

  test('每章从（一）起的，照旧逐级重编；只有一、和1.的，是两级', () => {
    const chapters = (below: string): string => ['一', '二'].map((number) => `${number}、工作任务\n\n${below}`).join('\n\n');
    expect(read(chapters('（一）摸清底数。逐户登记。\n\n（二）加强督查。每月通报。')).doc.attrs.numbering).toBe('standard');
    expect(read(chapters('1.摸清底数。逐户登记。\n\n2.加强督查。每月通报。')).doc.attrs.numbering).toBe('twoLevel');
  });

  test('1.连着编的清单读成1.通排，（一）怎样编照旧看；两级的也认得', () => {
    const scheme = (text: string): unknown => read(text).doc.attrs.numbering;
    const list = (...labels: string[]): string => labels.map((label, index) => `${label}${'甲乙丙丁戊己庚辛壬癸'[index]}类任务。逐户登记，按月通报。`).join('\n\n');
    const starts = (text: string): unknown[] => read(text).doc.children.filter((node) => (node.attrs.startAt ?? null) !== null);
    const items = list('一、', '（一）', '1.', '2.', '（二）', '3.', '二、', '（一）', '4.', '5.');
    expect([scheme(items), starts(items)]).toEqual(['continuousItems', []]);
    const both = list('一、', '（一）', '1.', '2.', '（二）', '3.', '二、', '（三）', '4.', '5.');
    expect([scheme(both), starts(both)]).toEqual(['continuousAll', []]);
    const two = list('一、', '1.', '2.', '二、', '3.', '4.');
    expect([scheme(two), starts(two)]).toEqual(['twoLevelContinuous', []]);
  });

  const RULES = `青川市照护局关于印发《试点工作办法》的通知

各区照护局：

现将《试点工作办法》印发给你们，请认真执行。

青川市照护局

2026年8月1日

试点工作办法

第一章　总则

第一条　为规范试点工作，根据有关规定，制定本办法。

第二条　申请试点的机构应当具备下列条件：

（一）有固定场所；

（二）有下列人员：

1.照护员；

2.护士。

前款所称人员，均应当持证上岗。

第二章　附则

第三条　符合第二条规定的机构，可以提前申请。

第四条

本办法自印发之日起施行。`;

  test('印发的办法读成章、条、项、目，款是正文，序号一个不差', () => {
    const { doc, report, text } = read(RULES);
    const articles = doc.children.filter((node) => node.attrs.role === 'article');
    expect(articles.map((node) => node.attrs.level as number)).toEqual([1, 3, 3, 4, 4, 5, 5, 1, 3, 3]);
    expect(articles.every((node) => node.attrs.startAt === null)).toBe(true);
    expect(text).toContain('第一章　总则\n第一条　为规范');
    expect(text).toContain('2.护士。\n前款所称人员');
    expect(text).toContain('第四条　本办法自印发之日起施行。');
    expect(report.headings).toEqual([{ level: 1, label: '第一章', text: '总则' }, { level: 1, label: '第二章', text: '附则' }]);
    expect(report.report.find(({ code }) => code === 'computed-label')!.count).toBeGreaterThanOrEqual(10);
  });

  test('正文里提到“第五条规定”的段落不是条', () => {
    const { roles } = read('关于执行办法的通知\n\n第五条规定的情形，由各区认定。各区要认真执行。\n\n第六条规定的情形，由市局认定。各区要认真执行。');
    expect(roles.every((role) => !role.startsWith('article'))).toBe(true);
  });

  test('句内的（一）（二）、①②是一组的才算序号，第（一）项、单独的（1）不算', () => {
    const marks = (text: string): number => read(`关于工作的通知\n\n${text}`).doc.children.flatMap((node) => node.children).filter((node) => node.type.name === 'marker').length;
    expect(marks('各区要做好三件事：（一）摸清底数；（二）建立台账；（三）每月通报。')).toBe(3);
    expect(marks('申请材料包括：①申请表；②身份证明。材料齐全的当场受理。')).toBe(2);
    expect(marks('符合第二条第（一）项、第（二）项规定的，（1）式不适用，由市局认定。')).toBe(0);
    expect(marks('各区要做好下列工作：（一）摸清底数，建立台账，每月通报。')).toBe(0);
  });
});

test('正文里的见附件2，附件在文中就连上，字不变；别的文件的附件、一串附件不连', () => {
  const { doc, report } = intakeText('关于做好工作的通知\n\n各有关单位：\n\n请按要求填报（见附件2），格式见附件1、附件2，按照《管理办法》（附件1）和附件1—2办理。\n\n附件：1.任务分工表\n2.报送格式\n\n某某局\n\n2026年8月1日\n\n附件1\n\n任务分工表\n\n分工如下。\n\n附件2\n\n报送格式\n\n格式如下。');
  expect(plainText(doc)).toContain('请按要求填报（见附件2），格式见附件1、附件2，按照《管理办法》（附件1）和附件1—2办理。');
  expect([...numberDocument(doc).references.values()].map(({ text, isBroken }) => `${text}${isBroken}`)).toEqual(['附件2false', '附件1false', '附件2false']);
  expect(report.report.find(({ code }) => code === 'linked-reference')).toMatchObject({ count: 3 });
  expect(findParagraphs(doc, 'attachmentNote').map(({ node }) => node.attrs.annex as unknown)).toEqual(findParagraphs(doc, 'annex').map(({ node }) => node.attrs.anchor as unknown));
});

test('转发的文件有自己的主送、署名和日期；附在后面的信也是，表格不是', () => {
  const { doc, report } = intakeText('关于转发市水利局通知的通知\n\n各乡镇人民政府：\n\n现将《关于加强山塘管理的通知》转发给你们，请贯彻执行。\n\n青禾县人民政府办公室\n\n2026年3月2日\n\n关于加强山塘管理的通知\n\n各县（区）人民政府：\n\n请加强管理。\n\n市水利局\n\n2026年2月10日\n\n附件1\n\n致业主的一封信\n\n各位业主：\n\n请配合工作。\n\n附件2\n\n情况统计表\n\n填报单位：\n\n请如实填写。');
  const of = (role: string): string[] => findParagraphs(doc, role as 'body').map(({ node }) => node.textContent);
  expect([of('addressee'), of('signature'), of('date')]).toEqual([['各乡镇人民政府：', '各县（区）人民政府：', '各位业主：'], ['青禾县人民政府办公室', '市水利局'], ['2026年3月2日', '2026年2月10日']]);
  expect(report).toMatchObject({ addressee: '各乡镇人民政府', signature: '青禾县人民政府办公室', date: '2026-03-02' });
});
