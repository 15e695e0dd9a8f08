import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import { createDocument } from '../document/fill.ts';
import { plainText } from '../document/plain-text.ts';
import { schema } from '../document/schema.ts';
import { checkDocument } from './check-document.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { applyFix } from './fix.ts';
import { judge } from './judgement.ts';

const codes = (document: Node): DiagnosticCode[] => checkDocument(document, null).map(({ code }) => code);
const find = (code: DiagnosticCode, document: Node): Diagnostic | undefined => checkDocument(document, null).find((each) => each.code === code);
const placed = (code: DiagnosticCode, document: Node): string | undefined => {
  const where = find(code, document)?.where;
  return where ? document.textBetween(where.pos, where.end) : undefined;
};

/** A notice with nothing wrong in it; pieces are replaced by what a test is about. */
const notice = (...text: Node[]): Node => doc(
  para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照发〔2026〕12号'), title('青川市照护保障局关于做好申报工作的通知'),
  para('addressee', '各区县照护保障局：'), ...text, para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
);
const upward = (kind: '请示' | '报告', ...text: Node[]): Node => doc(
  para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照〔2026〕3号'), para('signatory', '许棠'), title(`关于申报工作的${kind}`),
  para('addressee', '市人民政府：'), p('现将有关情况汇报如下。'), ...text, para('signature', '青川市照护保障局'), para('date', '2026年11月16日'), para('note', '（联系人：许棠，电话：010-00005678）'),
);
const plain = p('请认真做好申报工作。');

describe('没有错的文稿', () => {
  it.each(TEMPLATE_IDS)('%s 的范例既无错误也无警告', (id) => {
    for (const template of [templateOf(id), null]) expect(checkDocument(sampleOf(id), template).filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('规范的通知、请示和报告', () => {
    expect(codes(notice(plain))).toEqual([]);
    expect(codes(upward('请示', p('妥否，请批示。')))).toEqual([]);
    expect(codes(upward('报告', p('特此报告。')))).toEqual([]);
  });
});

describe('序号（GB/T 9704—2012 7.3.3）', () => {
  it.each([
    ['1、统一思想。', '1.'], ['（一）、统一思想。', '（一）'], ['（1）.统一思想。', '（1）'], ['一.统一思想。', '一、'], ['(一)统一思想。', '（一）'], ['(1)统一思想。', '（1）'],
    ['㈠统一思想。', '（一）'], ['⑴统一思想。', '（1）'], ['1)统一思想。', '（1）'], ['十二.统一思想。', '十二、'],
  ])('%s 应作 %s', (text, right) => {
    const found = find('malformed-number', notice(p(text)));
    expect(found).toMatchObject({ args: { right }, fix: { kind: 'replaceText', text: right } });
  });

  it('“一，”只在一串序号里才算序号', () => {
    expect(codes(notice(p('一，统一思想。'), p('二，抓好落实。')))).toContain('malformed-number');
    expect(codes(notice(p('一，统一思想。')))).not.toContain('malformed-number');
  });

  it.each(['1.5亿元已经到位。', '2、3号楼已经完工。', '一、二产业占比提高。', '（2026）年度计划已经下达。', '三农工作是重中之重。', '1.统一思想。', '1．统一思想。', '①统一思想。'])('%s 不算写错的序号', (text) => {
    expect(codes(notice(p(text)))).not.toContain('malformed-number');
  });

  it('标题由程序编号，文字里不再写序号', () => {
    expect(find('label-twice', notice(h(1, '一、总体要求'), plain))).toMatchObject({ severity: 'error', args: { text: '一、', label: '一、' } });
    expect(codes(notice(h(3, '1.5亿元资金'), plain))).not.toContain('label-twice');
  });

  it.each([['attachmentNote', '附件：任务分工表'], ['copyTo', '抄送：市人大常委会办公室。'], ['signatory', '签发人：许棠'], ['annex', '附件1 任务分工表']] as const)('%s 的引导词不再写一遍', (role, text) => {
    expect(codes(doc(title('关于检查的通知'), plain, para(role, text)))).toContain('label-twice');
  });

  it('手工编号的标题可以交给程序编号，编出来的数不变才提出', () => {
    const found = find('typed-number', notice(p('一、总体要求'), p('二、重点任务')));
    expect(found).toMatchObject({ args: { count: 2 }, fix: { kind: 'setRole', paragraphs: [{ level: 1, cut: 2, runIn: false }, { level: 1, cut: 2, runIn: false }] } });
    expect(find('typed-number', notice(p('（一）加强领导。各地要成立专班。'), p('（二）加强督查。每月通报一次。')))).toMatchObject({ fix: { paragraphs: [{ level: 2, runIn: true }, {}] } });
    expect(codes(notice(p('三、总体要求'), p('四、重点任务')))).not.toContain('typed-number');
    expect(codes(notice(p('一、同意你局所报方案，请认真组织实施。'), p('二、所需经费由你局自筹，不得增加企业负担。')))).not.toContain('typed-number');
  });

  it('跳号、重号、倒退', () => {
    expect(placed('number-gap', notice(p('一、甲，应当办好。'), p('三、乙，应当办好。')))).toBe('三、乙，应当办好。');
    expect(placed('number-double', notice(p('1.甲，应当办好。'), p('2.乙，应当办好。'), p('2.丙，应当办好。')))).toBe('2.丙，应当办好。');
    expect(placed('number-disorder', notice(p('（1）甲；'), p('（2）乙；'), p('（3）丙；'), p('（2）丁。')))).toBe('（2）丁。');
    expect(find('number-gap', notice(h(1, '甲'), plain, h(1, '乙', { startAt: 4 }), plain))).toMatchObject({ args: { text: '四、', expected: 2 }, fix: { kind: 'continueNumber' } });
  });

  it('下级可以重新起编，也可以全文连续', () => {
    for (const second of ['（一）丙，应当办好。', '（三）丙，应当办好。']) {
      expect(codes(notice(h(1, '甲'), p('（一）甲，应当办好。'), p('（二）乙，应当办好。'), h(1, '乙'), p(second))).filter((code) => code.startsWith('number-'))).toEqual([]);
    }
    expect(codes(notice(h(2, '甲', { startAt: 4 }), plain, h(2, '乙'), plain)).filter((code) => code.startsWith('number-'))).toEqual([]);
    expect(codes(notice(p('一、甲，办好。'), p('二、乙，办好。'), para('annex', '分工表'), p('一、丙，办好。'), p('二、丁，办好。')))).not.toContain('number-double');
  });

  it('只有两级时一、可以接1.，其余越级提示', () => {
    const two = notice(h(1, '甲'), h(3, '子'), h(3, '丑'), h(1, '乙'), h(3, '子'), h(3, '丑'));
    expect(codes(two)).not.toContain('level-skip');
    expect(placed('level-skip', notice(h(1, '甲'), h(4, '子'), h(4, '丑'), h(1, '乙'), plain))).toBe('子');
    expect(placed('level-skip', notice(h(1, '甲'), h(2, '子'), h(4, '寅'), h(4, '卯'), h(2, '丑'), h(1, '乙')))).toBe('寅');
    expect(placed('level-skip', notice(h(2, '子'), h(2, '丑'), h(1, '乙'), plain, h(1, '丙'), plain))).toBe('子');
  });

  it('一级只有一项；和手工写的同级合起来不止一项的不算', () => {
    expect(placed('single-item', notice(h(1, '甲'), h(2, '子'), plain, h(1, '乙'), plain))).toBe('子');
    expect(codes(notice(h(1, '甲'), h(2, '子'), plain, p('（二）丑，应当办好。'), h(1, '乙'), plain))).not.toContain('single-item');
  });

  it('深过四级', () => {
    expect(find('too-deep', notice(p('甲'), schema.nodes.para.create({ role: 'heading', level: 5 }, schema.text('子'))))).toMatchObject({ args: { level: 5 }, fix: { kind: 'setRole' } });
  });

  it('1.1、1.2 这样的序号；小数不算', () => {
    expect(codes(notice(p('1.1范围界定清楚'), p('1.2标准统一明确')))).toContain('multilevel-number');
    expect(codes(notice(p('1.1%的增速'), p('1.2%的增速')))).not.toContain('multilevel-number');
    expect(codes(notice(p('1.1范围界定清楚')))).not.toContain('multilevel-number');
  });

  it('独立成段的标题末尾不加标点，“如下：”除外', () => {
    expect(find('heading-punctuation', notice(h(1, '总体要求：'), plain, h(1, '任务'), plain))).toMatchObject({ severity: 'warning', args: { mark: '：' } });
    expect(find('heading-punctuation', notice(h(2, '加强领导。'), plain, h(2, '任务'), plain))).toMatchObject({ severity: 'hint' });
    for (const heading of [h(1, '有关事项如下：'), h(2, '加强领导。各地要成立专班。', { runIn: true }), h(3, '每名护士负责的对象不超过30人。')]) expect(codes(notice(heading, plain))).not.toContain('heading-punctuation');
  });
});

describe('句内序次语（GB/T 15834—2011）', () => {
  it('第一、首先 后面用逗号', () => {
    expect(placed('ordinal-comma', notice(p('主要做了三项工作。第一、建立台账。')))).toBe('第一、');
    expect(placed('sequence-comma', notice(p('首先、建立台账。')))).toBe('首先、');
    for (const text of ['第一、二产业协调发展。', '第一、第二季度持平。', '首先、其次、再次这样的序次语。', '要分清首先、其次。']) expect(codes(notice(p(text)))).toEqual([]);
  });

  it('缺项：有三是，必有二是', () => {
    expect(find('series-gap', notice(p('一是建立台账；三是定期通报。')))).toMatchObject({ args: { text: '三是', missing: '二是' } });
    expect(find('series-gap', notice(p('第二，建立台账。')))).toMatchObject({ args: { missing: '第一' } });
    expect(codes(notice(p('一是建立台账；二是定期通报。'), p('三是加强督查。'), p('一是另起一组；二是首尾相接。')))).toEqual([]);
    expect(codes(notice(p('建立台账是第一位的，这一是非常重要。'), p('其次，要定期通报。')))).toEqual([]);
  });

  it('只有一项：程序编的警告，手工写的提示', () => {
    expect(find('series-of-one', notice(p('主要做了：@建立台账。')))).toMatchObject({ severity: 'warning', args: { text: '一是' } });
    expect(find('series-of-one', notice(p('一是建立台账。')))).toMatchObject({ severity: 'hint' });
    expect(codes(notice(p('@建立台账；@定期通报。')))).toEqual([]);
    expect(codes(notice(p('@建立台账。'), p('@定期通报。')))).toEqual([]);
  });

  it('一组里混用两种', () => {
    expect(find('series-mixed', notice(p('一是建立台账。第二，定期通报。第三，加强督查。')))).toMatchObject({ severity: 'warning', args: { text: '第二，', first: '一是' } });
    expect(codes(notice(p('一是建立台账。第二，定期通报。第三，加强督查。')))).toEqual(['series-mixed']);
    expect(find('series-mixed', notice(p('首先，建立台账。第二，定期通报。')))).toMatchObject({ severity: 'hint' });
  });
});

describe('版头', () => {
  const numbered = (text: string): Node => doc(para('issuerMark', '青川市照护保障局文件'), para('documentNumber', text), title('关于检查的通知'), para('addressee', '各单位：'), plain, para('date', '2026年1月5日'));
  it.each([
    ['青照发[2026]12号', 'number-bracket'], ['青照发（2026）12号', 'number-bracket'], ['青照发【2026】12号', 'number-bracket'], ['青照发〔2026〕第12号', 'number-ordinal'],
    ['青照发〔2026〕012号', 'number-zero'], ['青照发〔26〕12号', 'number-year'], ['青照发2026年12号', 'number-form'], ['青照发〔2026〕12', 'number-form'],
  ] as const)('发文字号 %s：%s（7.2.5）', (text, code) => expect(codes(numbered(text))).toEqual([code]));

  it.each(['青照发〔2026〕12号', '第12号', '青川市人民政府令第12号', '××发〔××××〕×号', '第5期'])('发文字号 %s 不报', (text) => expect(codes(numbered(text)).filter((code) => code !== 'masked-text')).toEqual([]));

  it('答复件的“字〔2026〕第29号”是有些机关的写法，只提示', () => {
    const reply = doc(para('issuerMark', '照护保障局'), para('documentNumber', '照提复字〔2026〕第29号'), title('关于市政协四次会议第29号提案的答复'), para('addressee', '顾南舟委员：'), plain, para('date', '2026年1月5日'));
    expect(checkDocument(reply, null)).toMatchObject([{ code: 'number-ordinal', severity: 'hint' }]);
  });

  it('涉密的要有份号和保密期限（《条例》第九条）', () => {
    const secret = (...head: Node[]): Node => doc(...head, ...notice(plain).children);
    expect(codes(secret(para('secrecy', '机密')))).toEqual(['secrecy-term-missing', 'copy-number-missing']);
    expect(codes(secret(para('copyNumber', '000001'), para('secrecy', '机密★1年')))).toEqual([]);
  });

  it('请示、报告、上行的意见要有签发人，别的一般不标（7.2.6）', () => {
    const bare = (name: string, text: string): Node => doc(para('documentNumber', '青照〔2026〕3号'), title(name), para('addressee', '市人民政府：'), p(text), para('date', '2026年1月5日'), para('note', '（联系电话：010-00005678）'));
    for (const [name, text] of [['关于经费的请示', '妥否，请批示。'], ['关于经费的报告', '特此报告。'], ['关于加强照护的意见', '以上意见如无不妥，请批转各地执行。']] as const) expect(find('signatory-missing', bare(name, text))).toMatchObject({ severity: 'error' });
    expect(codes(bare('关于加强照护的意见', '请结合实际认真贯彻执行。'))).toEqual([]);
    expect(find('signatory-unexpected', doc(para('signatory', '许棠'), ...notice(plain).children))).toMatchObject({ severity: 'hint' });
  });
});

describe('以谁的名义、用什么纸', () => {
  const letter = (mark: string, number: string): Node => doc(
    para('issuerMark', mark), para('documentNumber', number), title('青川市照护保障局关于商请数据的函'),
    para('addressee', '市数据局：'), plain, para('signature', '青川市照护保障局'), para('date', '2026年11月16日'),
  );

  it('函用文件版头、文号又无“函”', () => {
    expect(find('letter-as-document', letter('青川市照护保障局文件', '青照发〔2026〕12号'))).toMatchObject({ severity: 'warning', args: { wenzhong: '函' } });
    expect(codes(letter('青川市照护保障局文件', '青照函〔2026〕12号'))).not.toContain('letter-as-document');
    expect(codes(letter('青川市照护保障局', '青照〔2026〕12号'))).not.toContain('letter-as-document');
    expect(codes(letter('青川市照护保障局文件', '青照建提字〔2026〕12号'))).not.toContain('letter-as-document');
  });

  it.each(['青川市照护保障局规划处', '照护保障部发展司'])('%s 不对外行文', (name) => {
    expect(placed('internal-office', doc(...notice(plain).children.filter(({ attrs }) => attrs.role !== 'signature'), para('signature', name)))).toBe(name);
  });

  it.each(['青川市照护保障局办公室', '青川市人民政府东关街道办事处', '青川水务有限公司', '青川市司法局', '青川湖风景名胜区管理处', '照护保障部办公厅'])('%s 可以对外行文', (name) => {
    expect(codes(doc(...notice(plain).children, para('signature', name)))).not.toContain('internal-office');
  });
});

describe('标题（7.3.1）', () => {
  const titled = (...titles: string[]): Node => doc(para('documentNumber', '青照发〔2026〕12号'), ...titles.map(title), para('addressee', '各单位：'), plain, para('date', '2026年1月5日'));
  it('没有、重复', () => {
    expect(codes(doc(plain))).toContain('title-missing');
    expect(codes(titled('关于检查的通知', '关于复查的通知'))).toContain('title-duplicate');
    expect(codes(titled('青川市照护保障局', '关于检查的通知'))).toEqual([]);
    expect(codes(doc(para('issuerMark', '青川市人民政府令'), para('documentNumber', '第12号'), p('《办法》已经通过，现予公布。'), para('signature', '市长：许棠'), para('date', '2026年1月5日')))).toEqual([]);
  });

  it.each([
    ['关于检查的通知。', 'title-full-stop'], ['关于检查，整改的通知', 'title-comma'], ['关于检查的请示报告', 'title-mixed-wenzhong'], ['关于检查的方案', 'title-without-wenzhong'],
    ['关于转发市局关于检查的通知的通知', 'title-repeats'],
  ] as const)('%s：%s', (text, code) => expect(codes(titled(text))).toContain(code));

  it.each(['关于印发《加强检查，促进整改办法（试行）》的通知', '关于检查的通知（征求意见稿）', '关于检查的复函', '市局转发省局关于检查的通知', '对十四届全国人大四次会议第0412号建议的答复', '关于执行请示报告制度的通知'])('%s 不报', (text) => {
    expect(codes(titled(text)).filter((code) => code.startsWith('title-'))).toEqual([]);
  });
});

it('落款、附件说明之前用回车空出来的段落，一键删去；等着写的不报', () => {
  const blank = find('blank-before-closing', notice(plain, p('')));
  expect(blank).toMatchObject({ severity: 'hint', args: { element: '发文机关署名' } });
  const document = notice(plain, p(''), p(''));
  const tr = new Transform(document);
  for (let found = find('blank-before-closing', tr.doc); found; found = find('blank-before-closing', tr.doc)) applyFix(tr, found.fix!);
  expect(plainText(tr.doc)).toBe(plainText(notice(plain)));
  expect(codes(notice(plain, p(''), para('attachmentNote', '名单')))).toContain('blank-before-closing');
  for (const text of [[p('现就有关事项通知如下：'), p('')], [plain, h(1, '组织保障'), p('')], [plain, p(''), plain]]) expect(codes(notice(...text))).not.toContain('blank-before-closing');
});

it('请示标题里的“请求”“申请”与文种重复，一键删去；请示的内容就叫“申请”的不报', () => {
  const asked = (name: string): Diagnostic | undefined => find('title-asks-twice', doc(para('documentNumber', '青照〔2026〕3号'), title(name), plain));
  expect(asked('青川市照护保障局关于请求解决试点经费的请示')).toMatchObject({ args: { text: '请求' }, fix: { kind: 'replaceText', text: '', before: '请求' } });
  expect(asked('关于申请设立照护中心的请示')).toBeDefined();
  for (const name of ['关于解决试点经费的请示', '关于申请试点经费的函', '关于调整申请条件的请示']) expect(asked(name), name).toBeUndefined();
});

it('标题说印发的，与后面印发的文件同名（W12）', () => {
  const sent = (name: string, ...embedded: string[]): DiagnosticCode[] => codes(doc(...notice(plain).children.map((each) => (each.attrs.role === 'title' ? title(name) : each)), ...embedded.flatMap((each) => [para('embedded', each), plain]))).filter((code) => code === 'embedded-name');
  expect(sent('青川市照护保障局关于印发《居家照护服务管理办法》的通知', '居家照护服务补助办法')).toEqual(['embedded-name']);
  expect(sent('关于印发2026年照护工作要点的通知', '2027年照护工作要点')).toEqual(['embedded-name']);
  for (const [name, ...embedded] of [
    ['关于印发《居家照护服务管理办法（试行）》的通知', '居家照护服务管理办法（试行）'], ['关于印发照护工作要点的通知', '青川市2026年照护工作要点'], ['关于印发《甲办法》《乙办法》的通知', '丙办法'],
    ['关于印发《甲办法》等制度的通知', '丙办法'], ['关于做好申报工作的通知', '申报指南'], ['关于印发《甲办法》的通知', '甲办法', '甲办法的说明'],
  ] as const) expect(sent(name, ...embedded), name).toEqual([]);
});

describe('主送机关（7.3.2）', () => {
  const addressed = (name: string, ...lines: Node[]): Node => doc(para('documentNumber', '第3号'), title(name), ...lines, plain, para('date', '2026年1月5日'));
  it('该有的缺了，不该有的有了', () => {
    expect(find('addressee-missing', addressed('关于检查的通知'))).toMatchObject({ severity: 'error', where: null });
    expect(find('addressee-missing', doc(title('关于检查的通知'), plain))).toMatchObject({ severity: 'hint' });
    for (const kind of ['公告', '通告', '决议', '公报']) {
      expect(codes(addressed(`关于检查的${kind}`, para('addressee', '各单位：')))).toContain('addressee-forbidden');
      expect(codes(addressed(`关于检查的${kind}`))).toEqual([]);
    }
  });

  it('移到版记的主送也是主送，末尾用句号（7.3.2）', () => {
    const below = (text: string): Node => doc(para('documentNumber', '青照发〔2026〕3号'), title('关于检查的通知'), plain, para('date', '2026年1月5日'), para('sentTo', text));
    expect(codes(below('各高级中学。'))).toEqual([]);
    expect(find('copy-to-stop', below('各高级中学'))).toMatchObject({ fix: { text: '。' } });
    expect(find('label-twice', below('主送：各高级中学。'))).toMatchObject({ fix: { text: '' } });
  });

  it('末尾用全角冒号', () => {
    expect(find('addressee-colon', addressed('关于检查的通知', para('addressee', '各单位:')))).toMatchObject({ fix: { text: '：', before: ':' } });
    expect(find('addressee-colon', addressed('关于检查的通知', para('addressee', '各单位')))).toMatchObject({ fix: { text: '：', before: '' } });
    expect(find('addressee-colon', addressed('关于检查的通知', para('addressee', '各单位，')))?.fix).toBeUndefined();
  });

  it('请示只主送一个上级机关', () => {
    expect(find('addressee-several', addressed('关于经费的请示', para('addressee', '市人民政府、市财务统筹局：')))).toMatchObject({ severity: 'error', args: { count: 2 } });
    expect(codes(addressed('关于经费的通知', para('addressee', '市人民政府、市财务统筹局：')))).not.toContain('addressee-several');
  });
});

describe('文种的说法', () => {
  it('报告不夹带请示', () => {
    expect(placed('request-in-report', upward('报告', p('以上报告妥否，请批示。')))).toBe('妥否，请批示');
    expect(placed('request-in-report', upward('报告', p('以上所需经费，请予批准。')))).toBe('请予批准');
    expect(codes(upward('报告', p('该项目已报请批准。')))).toEqual([]);
  });

  it('请示附注联系人', () => {
    expect(codes(doc(...upward('请示', p('妥否，请批示。')).children.slice(0, -1)))).toEqual(['contact-missing']);
  });

  it('结尾语要合文种', () => {
    expect(placed('closing-mismatch', notice(plain, p('特此函告。')))).toBe('特此函告。');
    expect(codes(notice(plain, p('特此通知。')))).toEqual([]);
  });

  it('批复先引来文标题、后引文号', () => {
    const approval = (text: string): Node => doc(title('关于同意设立服务站的批复'), para('addressee', '清河区政府：'), p(text));
    expect(codes(approval('你区《关于设立服务站的请示》（清政〔2026〕5号）收悉。'))).toEqual([]);
    expect(codes(approval('你区关于设立服务站的请示收悉。'))).toEqual(['quote-title-missing']);
    expect(codes(approval('你区《关于设立服务站的请示》收悉。'))).toEqual(['quote-number-missing']);
    expect(codes(approval('你区清政〔2026〕5号《关于设立服务站的请示》收悉。'))).toEqual(['quote-order']);
  });

  it('没有正文；只有表格也算有', () => {
    expect(codes(doc(title('关于检查的通知'), para('addressee', '各单位：')))).toContain('body-missing');
    expect(codes(doc(title('关于检查的通知'), para('addressee', '各单位：'), table(['序号'], ['1'])))).not.toContain('body-missing');
  });
});

describe('附件（7.3.4、7.3.7）', () => {
  const attached = (text: string, notes: string[], annexes: string[]): Node => doc(...notice(p(text), ...notes.map((note) => para('attachmentNote', note))).children, ...annexes.map((annex) => para('annex', annex)));
  it('引用的指处不在了要提出，写超了的部分、条也提出', () => {
    const lost = schema.nodes.para.create(null, [schema.text('按'), schema.nodes.reference.create({ target: 'gone', was: '第三部分' }), schema.text('办理。')]);
    expect(find('reference-lost', notice(lost))).toMatchObject({ args: { text: '第三部分' }, fix: { kind: 'replaceText', text: '第三部分' } });
    expect(find('reference-beyond', notice(h(1, '甲'), h(1, '乙'), p('按本通知第九部分要求办理。')))).toMatchObject({ args: { text: '第九部分', last: '第二部分' } });
    expect(codes(notice(h(1, '甲'), h(1, '乙'), p('按本通知第二部分要求和条例第九条办理。')))).not.toContain('reference-beyond');
  });
  it('附件名称后不加标点', () => expect(placed('attachment-punctuation', attached('见附件。', ['任务分工表。'], []))).toBe('。'));
  it('附件说明与附件一致', () => {
    expect(codes(attached('见附件1、附件2。', ['任务分工表', '《样表》'], ['任务分工表', '样表']))).toEqual([]);
    expect(find('attachment-name', attached('见附件。', ['任务分工表'], ['任务安排表']))).toMatchObject({ severity: 'error', args: { note: '任务分工表', annex: '任务安排表' } });
    expect(codes(attached('见附件1。', ['任务分工表', '样表'], ['说明']))).toContain('attachment-count');
    expect(codes(attached('请遵照执行。', [], ['任务分工表']))).toContain('attachment-unlisted');
    expect(find('attachment-elsewhere', attached('请遵照执行。', ['任务分工表'], []))).toMatchObject({ severity: 'hint', args: { number: 1 }, fix: { kind: 'addParagraphs', role: 'annex', texts: ['任务分工表'] } });
    expect(find('attachment-elsewhere', attached('请遵照执行。', ['任务分工表', '样表'], ['任务分工表']))).toMatchObject({ severity: 'hint', args: { number: 2, name: '样表' }, fix: { kind: 'addParagraphs', role: 'annex', texts: ['样表'] } });
    // Of two lines of one name an annex would go with the first: the second is told of, and mended once the first is.
    const namesakes = checkDocument(attached('请遵照执行。', ['样表', '样表'], []), null).filter(({ code }) => code === 'attachment-elsewhere');
    expect(namesakes.map(({ fix }) => fix?.kind)).toEqual(['addParagraphs', undefined]);
    expect(find('attachment-unlisted', attached('请遵照执行。', ['任务分工表'], ['样表', '任务分工表']))).toMatchObject({ args: { count: 1 }, fix: { role: 'attachmentNote', texts: ['样表'] } });
    expect(find('attachment-name', attached('见附件。', ['任务分工表'], ['任务安排表']))).toMatchObject({ fix: { kind: 'replaceText', text: '任务安排表' } });
  });

  it('提到的附件要有', () => {
    expect(find('reference-without-target', attached('明确责任分工（见附件3）。', ['甲表', '乙表'], []))).toMatchObject({ severity: 'error', args: { text: '附件3', count: 2 } });
    expect(find('reference-without-target', attached('明确责任分工（见附件）。', [], []))).toMatchObject({ severity: 'warning' });
    expect(codes(attached('填写样表（附件1—3）。', ['甲表', '乙表'], []))).toContain('reference-without-target');
    for (const text of ['（见附件2）', '《关于申报的通知》附件5已经废止。', '（附件：略）', '按附件要求提供。']) expect(codes(attached(text, ['甲表', '乙表'], []))).not.toContain('reference-without-target');
  });
});

describe('署名、日期和版记', () => {
  const signed = (mark: string, name: string): Node => doc(para('issuerMark', mark), title('关于检查的通知'), para('addressee', '各单位：'), plain, para('signature', name), para('date', '2026年1月5日'));
  it('署名与发文机关标志一致，简称不算不同', () => {
    expect(codes(signed('国家发展和改革委员会文件', '国家发展改革委'))).toEqual([]);
    expect(codes(signed('青川市人民政府办公室文件', '青川市人民政府'))).toEqual(['signature-mismatch']);
    expect(codes(signed('青川市照护保障局文件', '青川市财务统筹局'))).toEqual(['signature-mismatch']);
    expect(codes(signed('青川市人民政府令', '市长：许棠'))).toEqual([]);
  });

  it.each([['2026年01月05日', '2026年1月5日'], ['二〇二六年一月五日', '2026年1月5日'], ['2026年1月5日。', undefined], ['2026年1月', undefined], ['2026.1.5', undefined]])('成文日期 %s（7.3.5.4）', (text, right) => {
    const found = find('date-form', doc(title('关于检查的通知'), plain, para('date', text)));
    expect(found).toMatchObject({ severity: 'error' });
    expect(found!.fix).toEqual(right === undefined ? undefined : expect.objectContaining({ text: right }));
  });

  it('“此页无正文”', () => expect(find('blank-page-note', notice(plain, p('（此页无正文）')))).toMatchObject({ severity: 'error', fix: { kind: 'remove' } }));

  it('附件、被印发文件里的日期不算本文的成文日期；题注里的也一样（7.3.5.4）', () => {
    const own = [title('关于印发照护服务办法的通知'), p('现印发给你们，请执行。')];
    const embedded = [para('embedded', '照护服务办法'), p('第一项。'), para('date', '2026年1月5日')];
    const missing = (...blocks: Node[]): boolean => codes(doc(para('documentNumber', '青政发〔2026〕1号'), ...blocks)).includes('date-missing');
    expect(missing(...own, ...embedded)).toBe(true);
    expect(missing(...own, para('annex', '名单'), para('date', '2026年1月5日'))).toBe(true);
    expect(missing(...own, para('embedded', '照护服务办法'), para('titleNote', '（2026年1月5日通过）'), p('第一项。'))).toBe(true);
    expect(missing(...own, para('date', '2026年1月6日'), ...embedded)).toBe(false);
    expect(missing(own[0]!, para('titleNote', '（2026年1月5日通过）'), own[1]!)).toBe(false);
  });

  it('抄送末尾用句号，印发日期不早于成文日期（7.4.2、7.4.3）', () => {
    const imprint = (copyTo: string, printDate: string): Node => doc(...notice(plain).children, para('copyTo', copyTo), para('printDate', printDate));
    expect(codes(imprint('市财务统筹局。', '2026年11月17日印发'))).toEqual([]);
    expect(find('copy-to-stop', imprint('市财务统筹局', '2026年11月17日印发'))).toMatchObject({ fix: { text: '。' } });
    expect(codes(imprint('市财务统筹局。', '2026年11月15日印发'))).toEqual(['printed-before-dated']);
    expect(find('print-date-form', imprint('市财务统筹局。', '2026年11月17日'))).toMatchObject({ fix: { text: '2026年11月17日印发' } });
  });
});

describe('模板的填写项', () => {
  it('必填的空着是错误，签发后才定的是警告', () => {
    const template = templateOf('notice');
    const found = checkDocument(createDocument(template, { issuer: '青川市照护保障局', matter: '检查' }), template);
    expect(found.filter(({ code }) => code === 'blank-left').map(({ severity, args }) => [args['label'], severity])).toEqual([['发文字号', 'warning'], ['主送机关', 'error'], ['成文日期', 'warning']]);
  });

  it('必填而又没在纸上的，指出没有填；手工写上的不算', () => {
    const template = templateOf('npc-reply');
    const made = createDocument(template, { issuer: '国家照护保障局' });
    const empty = (document: Node): unknown[] => checkDocument(document, template).filter(({ code }) => code === 'field-empty').map(({ args }) => args['label']);
    expect(empty(made)).toEqual(['联系人电话']);
    expect(empty(made.copy(made.content.addToEnd(para('note', '（联系人：许棠）'))))).toEqual([]);
  });

  it('别处的××可能是有意隐去，合起来提示一次', () => {
    expect(checkDocument(notice(p('陈××反映的问题'), p('王××的建议')), null)).toMatchObject([{ code: 'masked-text', severity: 'hint', args: { count: 2 } }]);
    expect(checkDocument(doc(para('documentNumber', '××发〔××××〕×号'), title('关于检查的通知'), para('addressee', '各单位：'), plain, para('date', '2026年1月5日')), null)).toMatchObject([{ code: 'masked-text', severity: 'warning' }]);
  });
});

describe('位置', () => {
  it('第几段不算空段和表格；标记为删去的字不查', () => {
    const rev = schema.marks.del.create({ rev: 'r' });
    const document = doc(title('关于检查的通知'), p(), table(['序号']), schema.nodes.para.create(null, [schema.text('要'), schema.text('第一、', [rev]), schema.text('办好。第一、建立台账。')]));
    const found = find('ordinal-comma', document)!;
    expect(document.textBetween(found.where!.pos, found.where!.end)).toBe('第一、');
    expect(found.where).toMatchObject({ paragraph: 2, role: 'body' });
    expect(checkDocument(document, null).filter(({ code }) => code === 'ordinal-comma')).toHaveLength(1);
  });
});

describe('编号方式', () => {
  const article = (level: number, text: string, attrs: object = {}): Node => para('article', text, { level, ...attrs });
  const fixed = (code: DiagnosticCode, document: Node): string => {
    const tr = new Transform(document);
    expect(applyFix(tr, find(code, document)!.fix!)).toBe(true);
    expect(codes(tr.doc)).not.toContain(code);
    return plainText(tr.doc);
  };

  it('（一）有的接着编、有的从头编，按多数一键统一', () => {
    const document = notice(h(1, '甲'), h(2, '子'), h(2, '丑'), h(1, '乙'), h(2, '寅', { startAt: 3 }), h(2, '卯'), h(1, '丙'), h(2, '辰'), h(2, '巳'));
    expect(find('numbering-mixed', document)).toMatchObject({ severity: 'warning', fix: { kind: 'setNumbering', mode: 'continuous' } });
    expect(fixed('numbering-mixed', document)).toContain('三、丙\n（五）辰\n（六）巳');
    expect(codes(notice(h(1, '甲'), h(2, '子'), h(2, '丑'), h(1, '乙'), h(2, '寅'), h(2, '卯')))).not.toContain('numbering-mixed');
  });

  it('1.有的接着编、有的从头编，一样按多数统一，（一）照旧', () => {
    const document = notice(h(1, '甲'), h(2, '子'), h(3, '一'), h(3, '二'), h(2, '丑'), h(3, '三', { startAt: 3 }), h(1, '乙'), h(2, '寅'), h(3, '四', { startAt: 4 }), h(2, '卯'), h(3, '五'));
    expect(find('numbering-mixed', document)).toMatchObject({ args: { what: '1.有的接着编，有的从头编', mode: '1.通排' }, fix: { mode: 'continuousItems' } });
    expect(fixed('numbering-mixed', document)).toContain('二、乙\n（一）寅\n4.四\n（二）卯\n5.五');
  });

  it('章节条里混进一、，一键统一', () => {
    const document = notice(article(1, '总则'), article(3, '制定本办法。'), article(3, '市局负责本办法的实施。'), h(2, '定期检查'));
    expect(fixed('numbering-mixed', document)).toContain('（一）定期检查');
  });

  it('手工写的第一条、第二条可以交给程序；跳号、重号照样报', () => {
    const typed = notice(p('第一章　总则'), p('第一条　为规范试点，制定本办法。'), p('第二条　市局负责本办法的实施。'));
    expect(find('typed-number', typed)).toMatchObject({ args: { count: 3 }, fix: { kind: 'setRole' } });
    expect(fixed('typed-number', typed)).toContain('第一章　总则\n第一条　为规范试点');
    expect(placed('number-gap', notice(p('第一条　制定本办法。'), p('第三条　市局负责实施。')))).toBe('第三条　市局负责实施。');
    expect(placed('number-double', notice(p('第一章　总则'), p('第一条　制定本办法。'), p('第二章　附则'), p('第一条　市局负责实施。')))).toBe('第一条　市局负责实施。');
    expect(codes(notice(article(1, '总则'), article(3, '制定本办法。'), article(1, '附则'), article(3, '市局负责实施。'))).filter((code) => code.startsWith('number') || code === 'level-skip')).toEqual([]);
  });

  it('项要在条下，节要在章下；两级编号不算越级', () => {
    expect(find('level-skip', notice(article(2, '一般规定'), article(3, '制定本办法。')))).toMatchObject({ args: { role: '节', missing: '章' } });
    expect(find('level-skip', notice(article(3, '应当：'), article(5, '有场地。')))).toMatchObject({ args: { role: '目', missing: '项' } });
    expect(codes(notice(h(1, '甲'), h(3, '子'), h(3, '丑'), h(4, '寅'), h(4, '卯'), h(1, '乙')))).not.toContain('level-skip');
  });

  it('“第（十二）条措施”要在编号范围之内；别的文件的不算', () => {
    const body = (text: string): Node => notice(h(1, '甲'), h(2, '子'), h(2, '丑'), p(text));
    expect(find('number-beyond', body('落实第（十二）条措施，由市局牵头。'))).toMatchObject({ args: { text: '第（十二）条措施', last: '（二）' } });
    expect(codes(body('落实第（二）条措施，以及《意见》第（十二）条措施。'))).not.toContain('number-beyond');
  });

  it('一是…二是…之间分号、句号混用，一键统一；项里有句号的都用句号', () => {
    const mixed = notice(p('要求如下：@抓统筹；@抓督查。@抓落实。'));
    expect(fixed('series-stops', mixed)).toContain('一是抓统筹；二是抓督查；三是抓落实。');
    expect(fixed('series-stops', notice(p('一是抓统筹。定期会商；二是抓督查；三是抓落实。')))).toContain('一是抓统筹。定期会商。二是抓督查。三是抓落实。');
    expect(codes(notice(p('一是抓统筹；二是抓督查；三是抓落实。')))).not.toContain('series-stops');
    expect(codes(notice(p('一是抓统筹。二是抓督查。三是抓落实。')))).not.toContain('series-stops');
  });

  it('一是里面又套一是，提示', () => {
    expect(find('series-nested', notice(p('一是抓统筹；二是抓督查，做到：一是每月通报；二是逐项销号。')))).toMatchObject({ severity: 'hint', args: { text: '二是' } });
    expect(codes(notice(p('要求如下：一是抓统筹；二是抓督查。')))).not.toContain('series-nested');
  });
});

describe('脚注', () => {
  const noted = (text: string): Node => schema.nodes.para.create({ role: 'body' }, [schema.text(text), schema.nodes.footnote.create({ text: '见附表。' }), schema.text('。')]);

  it('主体里有脚注，提示；附件里的不提，脚注也不算句中的字', () => {
    expect(find('footnote-in-text', notice(noted('请办理'), noted('请报送')))).toMatchObject({ severity: 'hint', args: { count: 2 } });
    const annexed = doc(...notice(para('attachmentNote', '统计口径')).children, para('annex', '统计口径'), noted('人口数'));
    expect(codes(annexed)).not.toContain('footnote-in-text');
    const heading = schema.nodes.para.create({ role: 'heading', level: 1 }, [schema.text('工作要求'), schema.nodes.footnote.create({ text: '注' })]);
    expect(codes(notice(heading, p('请办理。')))).not.toContain('heading-punctuation');
  });
});

describe('要素与文种（wenzhong.ts）', () => {
  it('令要有令号和签名，决议要有题注', () => {
    const order = doc(para('issuerMark', '青川市人民政府令'), p('《办法》已经通过，现予公布。'), para('date', '2026年1月5日'));
    expect(checkDocument(order, null).filter(({ code }) => code === 'element-missing').map(({ args }) => args.element)).toEqual(['发文字号', '发文机关署名']);
    expect(find('element-missing', doc(para('issuerMark', '青川市人民代表大会'), title('关于工作报告的决议'), p('会议同意这个报告。')))).toMatchObject({ args: { element: '题注', wenzhong: '决议' } });
  });

  it('公告不写主送，通知不标签发人，文号只有一个', () => {
    expect(codes(doc(para('issuerMark', '青川市人民政府公告'), title('关于名单的公告'), para('addressee', '各单位：'), plain, para('date', '2026年1月5日')))).toContain('addressee-forbidden');
    expect(codes(doc(para('issuerMark', '青川市照护保障局文件'), para('documentNumber', '青照发〔2026〕1号'), para('documentNumber', '青照发〔2026〕2号'), title('关于检查的通知'), para('addressee', '各单位：'), plain, para('date', '2026年1月5日')))).toContain('element-excess');
  });

  it('纪要选了盖章，要提醒', () => {
    const minutes = templateOf('minutes');
    const sample = sampleOf('minutes');
    const sealed = sample.type.create({ ...sample.attrs, fields: { ...(sample.attrs.fields as object), closing: 'sealed' } }, sample.content);
    expect(checkDocument(sealed, minutes).map(({ code }) => code)).toContain('seal-unexpected');
  });
});

describe('程序的错', () => {
  it('一类检查没有做成，说出来，其余照常', () => {
    const works = (): Diagnostic[] => [judge('title-missing', null)];
    const fails = (): Diagnostic[] => { throw new Error('no number'); };
    expect(checkDocument(notice(plain), null, [fails, works]).map(({ code }) => code).toSorted()).toEqual(['rule-failed', 'title-missing']);
  });

  it('标题的段落标记已经删去，没有序号，检查照样做得成', () => {
    const rev = { id: 'w1', a: '李四', s: 0, t: 29_000_000 };
    const document = notice(h(1, '总则'), h(2, '目标'), h(2, '要求', { tc: { del: rev } }), p('按照第（十二）条措施办理。'));
    expect(codes(document)).not.toContain('rule-failed');
  });
});
