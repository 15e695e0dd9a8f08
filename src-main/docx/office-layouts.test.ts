import { expect, test } from 'vitest';
import { correct } from '#core/intake/correct.ts';
import { intakeWord } from '#core/intake/intake.ts';
import type { Intake } from '#core/intake/intake.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';

/** Files as programs of offices lay them out: tables that only place text, two elements in one paragraph, words across the page. */
const p = (text: string): string => wordPara(text.split('\t').map((part) => wordRun(part)).join('<w:r><w:tab/></w:r>'));
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[][]): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
const elements = ({ doc }: Intake): [string, string][] => doc.children.map((block) => [block.type.name === 'table' ? 'table' : (block.attrs.role as string), block.textContent]);
const read = (body: string, parts: Record<string, string> = {}): Intake => intakeWord(readDocx(wordFile(body, parts)));

const JOINT = table([cell(p('青禾县财政局')), cell(p('文件'), '<w:vMerge w:val="restart"/>')], [cell(p('青禾县教育局')), cell(p(''), '<w:vMerge/>')])
  + table([cell(p('青财教〔2023〕8号')), cell(p('签发人：王建国  李志强'))])
  + p('关于申请改善办学条件补助资金的请示') + p('县人民政府：') + p('为改善办学条件，恳请安排资金300万元。') + p('妥否，请批示。')
  + table([cell(p('青禾县财政局') + p('2023年5月6日')), cell(p('青禾县教育局') + p('2023年5月6日'))])
  + table([cell(p('项目')), cell(p('金额'))], [cell(p('校舍')), cell(p('200万元'))])
  + table([cell(p('抄送：县人大常委会办公室。'))], [cell(p('青禾县财政局办公室\t2023年5月6日印发'))]);

test('版头、联合署名、版记排在无线表格里的，各归其位；真表格还是表格', () => {
  const intake = read(JOINT);
  expect(elements(intake)).toEqual([
    ['issuerMark', '青禾县财政局'], ['issuerMark', '青禾县教育局'], ['issuerMark', '文件'], ['documentNumber', '青财教〔2023〕8号'], ['signatory', '王建国　李志强'],
    ['title', '关于申请改善办学条件补助资金的请示'], ['addressee', '县人民政府：'], ['body', '为改善办学条件，恳请安排资金300万元。'], ['body', '妥否，请批示。'],
    ['signature', '青禾县财政局'], ['signature', '青禾县教育局'], ['date', '2023年5月6日'], ['table', '项目金额校舍200万元'],
    ['copyTo', '县人大常委会办公室。'], ['printer', '青禾县财政局办公室'], ['printDate', '2023年5月6日印发'],
  ]);
  expect(intake.report).toMatchObject({ issuer: '青禾县财政局、青禾县教育局', signature: '青禾县财政局、青禾县教育局' });
  expect(intake.report.report).toContainEqual(expect.objectContaining({ code: 'dropped-duplicate', count: 1 }));
});

test('表格里出来的一行，也能由人改认', () => {
  const source = readDocx(wordFile(JOINT));
  const first = intakeWord(source);
  const { spans } = first.recognition.elements[3]!;
  const { intake } = correct(first, { spans, role: 'titleNote', level: 0, runIn: false, alike: false }, (known) => intakeWord(source, { known }));
  expect(elements(intake)).toContainEqual(['titleNote', '青财教〔2023〕8号']);
});

test('整篇装在一个单元格里的，按一篇文稿读，里面的表格还是表格', () => {
  const inside = table([cell(p('科室')), cell(p('人数'))], [cell(p('内科')), cell(p('3'))]);
  const word = read(table([cell(p('青禾县卫生健康局关于开展健康义诊的函') + p('县总工会：') + p('为关爱职工健康，拟联合开展健康义诊活动。') + p('一、活动时间') + p('2024年6月15日上午。') + inside + p('青禾县卫生健康局') + p('2024年5月30日'))]));
  expect(elements(word).map(([role]) => role)).toEqual(['title', 'addressee', 'body', 'heading', 'body', 'table', 'signature', 'date']);
});

test('发文字号和签发人在一段里，用制表符隔开的，分作两个要素；盖章处不隔断署名', () => {
  expect(elements(read(p('青禾县信访局文件') + p('青信〔2024〕3号\t\t\t签发人：赵敏') + p('青禾县信访局关于信访工作情况的报告') + p('县委：') + p('全年受理信访事项420件。') + p('青禾县信访局') + p('（印章）') + p('2024年1月5日')))).toEqual([
    ['issuerMark', '青禾县信访局文件'], ['documentNumber', '青信〔2024〕3号'], ['signatory', '赵敏'], ['title', '青禾县信访局关于信访工作情况的报告'], ['addressee', '县委：'],
    ['body', '全年受理信访事项420件。'], ['signature', '青禾县信访局'], ['note', '（印章）'], ['date', '2024年1月5日'],
  ]);
});

test('版头表格认不全，标题照样认得出；不认得的留在文中', () => {
  const { report, doc } = read(table([cell(p('青禾快报 内部参考 第三版面刊头')), cell(p('2024年合订'))]) + p('关于做好补贴发放工作的通知') + p('各乡镇：') + p('请按时足额发放补贴。'));
  expect(report).toMatchObject({ title: '关于做好补贴发放工作的通知', addressee: '各乡镇' });
  expect(doc.textContent).toContain('第三版面刊头');
});

test('页面上的水印不进正文，有说明', () => {
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/></w:sectPr>';
  const { report, doc } = read(p('关于做好防汛工作的通知') + p('现将有关事项通知如下。') + section, { header1: wordPara('<w:r><w:pict><v:shape><v:textpath string="征求意见稿"/></v:shape></w:pict></w:r>') });
  expect(doc.textContent).not.toContain('征求意见稿');
  expect(report.report.flatMap(({ items = [] }) => items.map(({ text }) => text))).toEqual(['征求意见稿']);
});

test('自动编号用大写、地支、带括号的数字，照纸面补成文字', () => {
  const formats = ['chineseLegalSimplified', 'ideographZodiac', 'decimalEnclosedParen', 'decimalEnclosedFullstop'];
  const numbering = formats.map((format, index) => `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>`).join('')
    + formats.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`).join('');
  const { blocks } = readDocx(wordFile(formats.map((_, index) => wordPara(wordRun('项'), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${index + 1}"/></w:numPr>`)).join(''), { numbering }));
  expect(blocks.map((block) => (block.kind === 'line' ? block.text : ''))).toEqual(['贰项', '丑项', '⑵项', '2.项']);
});
