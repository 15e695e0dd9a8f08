import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/support/runs.ts';
import { ROLE_NAMES } from '../document/roles.ts';
import { plainText } from '../document/plain-text.ts';
import { correct, placesLike } from './correct.ts';
import { intakeText, traceText } from './intake.ts';
import { lostCharacters } from './lost-characters.ts';
import type { Known, Span } from './source.ts';

const TEXT = `青禾县照护局关于做好照护服务试点工作的通知

青照函〔2024〕8号

各乡镇人民政府：

为做好照护服务试点工作，现将有关事项通知如下：

工作目标

年底前建成照护中心三所，服务覆盖全部乡镇。

工作任务

各乡镇要逐户摸底，建立台账。

保障措施

1、加强领导

各乡镇要成立专班。

2、落实资金

县财政安排专项资金。

青禾县照护局

2024年5月6日`;

const spanOf = (words: string, text = TEXT): Span => [text.indexOf(words), text.indexOf(words) + words.length];
const read = (known: readonly Known[] = []) => intakeText(TEXT, { known });
const say = (words: string, role: Known['role'], more: Partial<Known> & { alike?: boolean } = {}) =>
  correct(read(), { spans: [spanOf(words)], role, level: 0, runIn: false, alike: true, ...more }, read);
const rows = (doc: ReturnType<typeof read>['doc']): string[] => doc.children.map((block) => `${block.attrs.role}${block.attrs.level || ''} ${block.textContent}`);

const PAGED = `青禾县照护局关于做好照护服务试点工作的通知

各乡镇人民政府：

一是摸清底数。各乡镇要逐户摸底，建立—1—台账，做到不漏一户。

二是落实资金。县财政安排专项—2—资金，专款专用。

三是加强督导。县局每月通报—3—进度，年底考核。

四是抓好总结。各乡镇要及时—4—报送经验做法。

青禾县照护局

2024年5月6日`;

test('改认过的段落里，夹着的页码照样去掉；别的段落里的也不因此漏掉', () => {
  const again = (known: readonly Known[]) => intakeText(PAGED, { known });
  const { intake, changed } = correct(again([]), { spans: [spanOf('二是落实资金。县财政安排专项—2—资金，专款专用。', PAGED)], role: 'heading', level: 2, runIn: true, alike: true }, again);
  expect(changed).toBe(3);
  expect(plainText(intake.doc)).not.toMatch(/—\d—/);
  const one = correct(again([]), { spans: [spanOf('一是摸清底数。各乡镇要逐户摸底，建立—1—台账，做到不漏一户。', PAGED)], role: 'body', level: 0, runIn: false, alike: false }, again);
  expect(plainText(one.intake.doc)).not.toMatch(/—\d—/);
});

test('人说是正文的一行数，不当页码去掉', () => {
  const text = PAGED.replace('青禾县照护局\n\n2024', '7\n\n青禾县照护局\n\n2024').replace('—4—', '');
  const again = (known: readonly Known[]) => intakeText(text, { known });
  const { intake } = correct(again([]), { spans: [spanOf('\n7\n', text)], role: 'body', level: 0, runIn: false, alike: false }, again);
  expect(rows(intake.doc)).toContain('body 7');
});

describe('识别结果：每一块来自原文的哪里', () => {
  test('要素的位置含原文的序号，顺序与文稿相同', () => {
    const { doc, recognition } = read();
    expect(recognition.elements).toHaveLength(doc.childCount);
    const text = recognition.elements.map(({ spans }) => spans.map(([start, end]) => TEXT.slice(start, end)).join(''));
    expect(text).toContain('1、加强领导');
    expect(recognition.elements.find(({ role }) => role === 'date')?.spans).toEqual([spanOf('2024年5月6日')]);
  });

  test('模板的选择带着理由、原文的字和别的可能', () => {
    expect(read().recognition.choice).toEqual({ id: 'notice', reason: 'title', words: '通知', others: [] });
    const reply = intakeText('关于对十四届全国人大二次会议第0412号建议的答复\n\n林×代表：\n\n您提出的建议收悉。');
    expect(reply.recognition.choice).toMatchObject({ id: 'npc-reply', reason: 'session-and-number', words: '第0412号建议' });
    expect(reply.recognition.choice?.others).toContain('cppcc-reply');
  });

  test('可疑的地方写明理由，重的在前', () => {
    const { doubts } = intakeText('关于照护工作的意见\n\n一、总体要求\n\n加强统筹。\n\n四、保障措施\n\n加强领导。\n\n青禾县照护局\n\n2024年5月6日\n\n各乡镇要把贯彻情况报县照护局，县照护局要加强督导。').recognition;
    expect(doubts.map(({ reason, text }) => `${reason} ${text}`)).toEqual(['number-jumps 保障措施', 'after-end 各乡镇要把贯彻情况报县照护局，县照护局要加强督导。']);
  });
});

test('附件的序号和附件说明里同名的那一项不一样，按附件说明编号，并请人看', () => {
  const text = (number: string): string => `关于做好照护工作的通知\n\n各区县人民政府：\n\n请认真落实。\n\n附件：1.实施方案\n2.办理情况表\n\n青川市人民政府\n\n2026年8月1日\n\n附件${number}\n\n办理情况表\n\n一、总体情况\n\n工作进展顺利。`;
  const { doc, recognition } = intakeText(text('1'));
  expect(recognition.doubts.map(({ reason, text: at }) => [reason, at])).toEqual([['annex-number', '办理情况表']]);
  expect(plainText(doc)).toContain('附件2\n办理情况表');
  expect(intakeText(text('2')).recognition.doubts).toEqual([]);
});

describe('改正一处，相同的地方一并改正', () => {
  test('无序号的小标题改为一级标题，同样的小标题都改', () => {
    const { intake, changed } = say('工作目标', 'heading', { level: 1 });
    expect(changed).toBe(2);
    expect(intake.report.headings.filter(({ level }) => level === 1)).toEqual([{ level: 1, label: '一、', text: '工作目标' }, { level: 1, label: '二、', text: '工作任务' }, { level: 1, label: '三、', text: '保障措施' }]);
  });

  test('只改这一处时，别处不动', () => {
    const { intake, changed } = say('工作目标', 'heading', { level: 1, alike: false });
    expect(changed).toBe(0);
    expect(rows(intake.doc)).toContain('body 工作任务');
    expect(rows(intake.doc)).toContain('heading1 工作目标');
  });

  test('相同序号形式的标题一起换级，序号按新的级计算', () => {
    const { intake, changed } = say('1、加强领导', 'heading', { level: 2 });
    expect(changed).toBe(1);
    expect(intake.report.headings).toEqual([{ level: 2, label: '（一）', text: '加强领导' }, { level: 2, label: '（二）', text: '落实资金' }]);
  });

  test('标题改为正文，原文的序号留下', () => {
    expect(rows(say('1、加强领导', 'body').intake.doc)).toContain('body 1、加强领导');
  });

  test.each(['title', 'addressee', 'signature', 'note', 'copyTo', 'annex', 'date', 'documentNumber'] as const)('正文的一行可以指定为 %s', (role) => {
    const { intake } = say('工作任务', role, { alike: false });
    expect(rows(intake.doc)).toContain(`${role} 工作任务`);
    intake.doc.check();
  });

  test('不要的地方略去并记入报告', () => {
    const { intake } = say('年底前建成照护中心三所，服务覆盖全部乡镇。', 'left-out');
    expect(intake.doc.textContent).not.toContain('三所');
    expect(intake.report.report.find(({ code }) => code === 'left-out')?.at).toEqual([spanOf('年底前建成照护中心三所，服务覆盖全部乡镇。')]);
  });

  test('再改一次以后一次为准；用上一次的所知重读即撤回', () => {
    const first = say('工作目标', 'heading', { level: 1 }).intake;
    const { intake } = correct(first, { spans: [spanOf('工作目标')], role: 'title', level: 0, runIn: false, alike: false }, read);
    expect(rows(intake.doc)).toContain('title 工作目标');
    expect(rows(read(first.recognition.known).doc)).toEqual(rows(first.doc));
    expect(rows(read([]).doc)).toEqual(rows(read().doc));
  });

  test('有句号的普通段落没有“相同的地方”', () => {
    expect(placesLike(read().recognition, [spanOf('各乡镇要成立专班。')])).toEqual([]);
  });

  test('网页残留被略去的一行可以要回来', () => {
    const text = `${TEXT}\n\n扫一扫在手机打开当前页`;
    expect(intakeText(text).doc.textContent).not.toContain('扫一扫');
    expect(intakeText(text, { known: [{ spans: [spanOf('扫一扫在手机打开当前页', text)], role: 'note', level: 0, runIn: false }] }).doc.textContent).toContain('扫一扫');
  });
});

test('无论怎样指定，文稿完好，原文一字不丢', () => {
  const said = fc.record({
    spans: fc.array(fc.tuple(fc.nat(TEXT.length), fc.nat(40)).map(([start, length]): Span => [start, start + length]), { minLength: 1, maxLength: 2 }),
    role: fc.constantFrom(...ROLE_NAMES, 'left-out' as const), level: fc.integer({ min: 1, max: 5 }), runIn: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(said, { maxLength: 6 }), (known) => {
    const traced = traceText(TEXT, { known });
    traced.doc.check();
    expect(lostCharacters(TEXT, traced).map(([start, end]) => TEXT.slice(start, end))).toEqual([]);
  }), runs(400));
});

test('错字经人核对改正：文稿改了，原文不动，报告记着，不再存疑', () => {
  const text = '关于照护工作的通知\n\n各乡镇人民政府：\n\n　　各乡镇要冉次摸底，可程序推进。\n';
  const at = (word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];
  const { doc, report, recognition } = intakeText(text, { words: [{ span: at('冉次'), text: '再次' }, { span: at('可程序'), text: '可持续' }] });
  expect(doc.textContent).toContain('各乡镇要再次摸底，可持续推进。');
  expect(report.report).toContainEqual({ code: 'fixed-word', count: 2, at: [at('冉次'), at('可程序')] });
  expect(recognition.doubts).toEqual([]);
  expect(recognition.source).toBe(text);
});
