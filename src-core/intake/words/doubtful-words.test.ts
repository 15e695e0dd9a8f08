import { describe, expect, test } from 'vitest';
import { intakeText } from '../intake.ts';
import { findDoubtfulWords } from './doubtful-words.ts';
import { REAL, WORDS } from './look-alikes.ts';

const doubts = (text: string): string[] => findDoubtfulWords(text).map(({ start, end, proposal }) => `${text.slice(start, end)}→${proposal}`);

describe('疑似错字', () => {
  test.each([
    ['多名代表冉次提出意见。', '冉次→再次'], ['健全稳健可程序的筹资机制。', '可程序→可持续'], ['我局己经研究办理。', '己经→已经'],
    ['经办机构 and 定点机构要加强协作。', ' and →和'], ['2O24年新增床位5O张，共l2个乡镇。', '2O24→2024'], ['末经批准不得变更。', '末经→未经'], ['各乡镇干曰常巡查中', '曰常→日常'],
    ['落实工作入员待遇。', '工作入员→工作人员'], ['认真布署，贯策落实。', '布署→部署'], ['服务对像', '对像→对象'], ['社会的的关切', '的的→的'], ['要进行进行检查', '进行进行→进行'],
  ])('%s', (text, first) => {
    expect(doubts(text)[0] ?? '').toBe(first);
  });

  test.each([
    '公司投入员工培训经费，收入户均增长。', '逾期未签合同的，及时问询；负责住房保障。', '由下列人员组成。', '邓小平同志建设有中国特色社会主义理论。', '关于土地、干部、人才的若干规定。', '5G 基站120个，3O 平方', '的确如此，目的的实现', '垃圾处理设施建设', '按排位序号', '自己已经办理',
    '第1次会议', '从未未报',
  ])('没有错：%s', (text) => {
    expect(doubts(text)).toEqual([]);
  });

  test('词表里的词自己不算错', () => {
    expect([...WORDS, ...REAL].flatMap(doubts)).toEqual([]);
  });

  test('只标出并给出建议，不改原文', () => {
    const text = '关于照护工作的通知\n\n各乡镇人民政府：\n\n各乡镇要冉次摸底，末经评估的不得入住。';
    const { doc, report, recognition } = intakeText(text);
    expect(doc.textContent).toContain('各乡镇要冉次摸底，末经评估');
    expect(report.report.find(({ code }) => code === 'doubtful-word')).toEqual({ code: 'doubtful-word', count: 2, at: [[text.indexOf('冉次'), text.indexOf('冉次') + 2], [text.indexOf('末经'), text.indexOf('末经') + 2]] });
    expect(recognition.doubts).toMatchObject([{ reason: 'word', text: '冉次', proposal: '再次' }, { reason: 'word', text: '末经', proposal: '未经' }]);
  });
});
