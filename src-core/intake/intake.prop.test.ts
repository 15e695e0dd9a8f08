import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/support/runs.ts';
import { numberDocument } from '../document/numbering.ts';
import { traceText } from './intake.ts';
import { lostCharacters } from './lost-characters.ts';

/** Pieces real texts are made of, and the faults they come with; put together at random they make every odd neighbourhood. */
const PIECES = [
  '青禾县照护局', '国家照护保障局', '各乡镇人民政府、县直有关部门：', '林×代表：', '青照函〔2024〕8号', '青照函[2024]8号', '关于做好照护服务工作的通知', '关于印发照护办法的通知',
  '一、加强领导', '二、压实责任。各地要认真落实，抓好检查。', '（一）完善制度', '(二)强化保障。加大投入。', '1.开展摸底。逐户登记。', '2、落实补助；', '（1）按月发放；', '①', '第一章 总则', '第一条 为了加强管理，制定本办法。', '—、总体要求',
  '一是完善制度。', '二是加大投入；', '三是', '第一，提高认识。', '第二，抓好落实。', '附件：1.任务分工表', '附件1', '附件：', '2.名单.docx', '2024年5月6日', '二〇二四年五月六日', '2024-05-06', '（主动公开）', '（此件公开发布）', '抄送：县委办公室。',
  '2024年5月6日印发', '共印30份', '— 2 —', '-3-', '第 4 页 共 9 页', '来源：照护局 发布时间：2024-05-06', '首页 > 政务公开', '扫一扫在手机打开当前页', '<p>培训人员</p>', '&nbsp;', '<br>', '## ', '**', '| 索引号:1 | 发文机关:照护局 |', '|---|---|', 'a\tb\tc', '\t\tc',
  '为做好照护服务试点工作，现将有关事项通知如下：', '各地要统筹安排，压实责', '任，抓好落实。', '，', '。', '”', '“', '《', '》', '（', '）', '(', ')', '"', '|', '\t', ' ', '\u3000\u3000', '\u200b', '\ufeff', '\u00a0', '\f', '\r\n', '\n', '\n\n', '\u2028', '\ud83d\ude00', '\ud800', '\u0000', 'ꎬ', '⼀', '１２', '％', '2019一2024年', '6:3:1', 'A级', '目　录', '新华社北京3月5日电', '组　长：韩×　副局长', '（此页无正文）', '★', '4300000012345', '2023-11-02 16:45 FROM: 照护局 P.01/02', '截止时间：2024年5月6日9时', '时间：2024年5月6日上午', '名称：青禾县照护局', '当事人：某某食品店', '李某某：', '表1　名单', 'a\tb\t\t', 'a\t\t\t',
  '[办法](https://qinghe.example/a.html)', '\\[ 打印 \\]', '![](/a.png)', '---\ntitle: 某页\n---\n', '> ', '- ', '===', '*照护局*', '信息类别: 文件 文件编号: 青照发[2026]5号 责任部门: 照护局', '005253197/2026-00019\n照护局', '专栏1：', '\\n', '\\r\\n\\u3000', '代表姓名:林×',
];
const piece = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) });
const source = fc.array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '') }), { maxLength: 60 }).map((parts) => parts.join(''));

test('任何文字都能导入，得到一份结构完好的文稿', () => {
  fc.assert(fc.property(source, (text) => {
    traceText(text).doc.check();
  }), runs(1500));
});

test('原文的每一个字，不在文稿里，就在报告里', () => {
  fc.assert(fc.property(source, (text) => {
    expect(lostCharacters(text, traceText(text)).map(([start, end]) => text.slice(start, end))).toEqual([]);
  }), runs(1500));
});

test('标题和句内编号由程序算出的序号，与原文的序号一个不差', () => {
  // Each says something of its own: rows that come again are a text pasted twice.
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }), (numbers) => {
    const text = `关于照护工作的意见\n\n${numbers.map((number, index) => `${number}.强化${'甲乙丙丁戊己庚辛壬癸子丑'[index]}类统筹。各地要认真落实，抓好检查。`).join('\n\n')}`;
    const { doc } = traceText(text);
    const labels = [...numberDocument(doc).paragraphs.values()].map((label) => label.text);
    expect(labels).toEqual(numbers.map((number) => `${number}.`));
  }), runs(200));
});

test('文字长一倍，时间不过长一倍上下', () => {
  const section = '一、加强领导\n\n各地要统筹安排，压实责任，抓好落实。一是完善制度。二是加大投入。\n\n（一）完善制度。定期研究工作，逐级抓好检查。\n\n';
  const time = (copies: number): number => {
    const text = section.repeat(copies);
    const start = performance.now();
    traceText(text);
    return performance.now() - start;
  };
  time(500);
  // A machine busy with other work may spoil some tries, not every one.
  let least = Infinity;
  for (let tries = 0; tries < 10 && least >= 4 * 2; tries++) least = Math.min(least, time(2000) / time(500));
  expect(least).toBeLessThan(4 * 2);
});

test('末行一口气是许多机关名，也不会越读越慢', () => {
  const time = (): number => {
    const start = performance.now();
    traceText(`关于做好照护工作的通知\n请遵照执行。\n${'照护办公室管理处服务站'.repeat(8)}`);
    return performance.now() - start;
  };
  expect(Math.min(time(), time(), time())).toBeLessThan(300);
});
