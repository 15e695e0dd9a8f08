import { expect, test } from 'vitest';
import { intakeText, traceText } from './intake.ts';
import { lostCharacters } from './lost-characters.ts';

const read = (...lines: string[]) => intakeText(lines.join('\n')).report;
const TEXT = ['　　为加强河道巡查，保障行洪安全，根据有关规定，结合我县实', '际，现就开展河道巡查有关事项通知如下：', '　　各乡镇要安排专人开展巡查，发现问题及时处理，重大情况随', '时报告县水务局。'];
const CLOSE = ['青禾县水务局', '2026年7月9日'];

test('标题最后一个词断在行尾（…的通／知），合成一个标题', () => {
  for (const [start, end] of [['青禾县水务局关于进一步做好汛期河道巡查工作的通', '知'], ['青禾县水务局关于表彰河道巡查先进集体和先进个人的决', '定']] as const) {
    const text = [start, end, '各乡镇人民政府：', ...TEXT, ...CLOSE].join('\n');
    expect(intakeText(text).report).toMatchObject({ title: start + end, addressee: '各乡镇人民政府', paragraphs: 2 });
    expect(lostCharacters(text, traceText(text))).toEqual([]);
  }
});

test('书名号里的标题断成两行、写了两遍，书名号去掉，标题只有一个', () => {
  const title = ['《青禾县水务局关于进一步做好汛期河道巡查工作的', '通知》'];
  expect(read(...title, '浏览量: 时间:2026-07-13 15:36:26', ...title, '各乡镇人民政府：', ...TEXT, ...CLOSE)).toMatchObject({ title: '青禾县水务局关于进一步做好汛期河道巡查工作的通知', issuer: '青禾县水务局', paragraphs: 2 });
});

test('没有标题的稿子，缩进的正文第一行不当标题', () => {
  expect(read('　　河道巡查是保障行洪安全和群众生命财产安全的重要基础性', '工作。为做好今年的河道巡查，经县政府同意，现将开展巡查的有', '关事项通知如下：', ...TEXT.slice(2), '　　县水务局要加强督查，定期通报情况，对工作不落实的乡镇予', '以约谈，并将巡查结果纳入年度考核。', '　　县财政局要保障巡查经费，按时足额拨付，并加强对资金使用', '情况的监督检查，确保专款专用。', ...CLOSE)).toMatchObject({ title: null, paragraphs: 4 });
});

test('一两页的短文，单独成行的“1”“2”数到文末，是页码', () => {
  const body = [...TEXT, ...TEXT.slice(2), ...TEXT.slice(2)];
  const title = '青禾县水务局关于开展河道巡查的通知';
  for (const pages of [[title, '各乡镇人民政府：', ...body, ...CLOSE, '1'], [title, '各乡镇人民政府：', ...body, '1', ...CLOSE, '2']]) {
    const report = read(...pages);
    expect(report).toMatchObject({ paragraphs: 4, date: '2026-07-09', signature: '青禾县水务局' });
    expect(report.report).toContainEqual(expect.objectContaining({ code: 'dropped-page-number' }));
  }
});

test('只在文中出现一次、不在文末的单独数字，不当页码', () => {
  expect(traceText(['青禾县水务局关于报送巡查人数的函', '县水利站：', '各乡镇巡查人数如下。', '3', ...CLOSE].join('\n')).doc.textContent).toContain('3');
});

test.each(['青禾县国民经济和社会发展第十五个五年规划纲要', '青禾县河道治理技术导则', '青禾县水库安全运行操作规程', '青禾县机关工作人员守则', '青禾县村规民约示范公约'])('“%s”照样认作标题', (title) => {
  expect(read(title, '一、总体要求', '各乡镇要结合实际，认真组织实施。', '二、主要任务', '各乡镇要明确任务，落实责任。').title).toBe(title);
});
