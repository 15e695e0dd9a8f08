import { expect, test } from 'vitest';
import fc from 'fast-check';
import { runs } from '../../test/support/runs.ts';
import { breakTitle, widthOf } from './break-title.ts';

test('一行排得下的标题不回行', () => {
  expect(breakTitle('关于做好申报工作的通知')).toEqual(['关于做好申报工作的通知']);
});

test('两行里有一行撑满版心，就排三行（7.3.1）', () => {
  expect(breakTitle('青川市照护保障局关于征求《青川市居家照护服务规范（征求意见稿）》意见的函')).toEqual(['青川市照护保障局', '关于征求《青川市居家照护', '服务规范（征求意见稿）》意见的函']);
});

test('标题回行词意完整，不拆案号、届次（GB/T 9704—2012 7.3.1）', () => {
  expect(breakTitle('对十四届全国人大四次会议第0412号建议的答复')).toEqual(['对十四届全国人大四次会议', '第0412号建议的答复']);
  expect(breakTitle('国家照护保障局办公室关于报送2026年建议提案办理工作总结的函')).toEqual(['国家照护保障局办公室关于报送2026年', '建议提案办理工作总结的函']);
  expect(breakTitle('关于政协第十四届全国委员会第四次会议第02187号（社会管理类214号）提案答复的函')).toEqual(['关于政协第十四届全国委员会第四次会议', '第02187号（社会管理类214号）', '提案答复的函']);
});

test('公文里常用的词和括号里的说明整个留在一行（7.3.1）', () => {
  const kept = [
    ['青川市人民政府关于第一批居家照护服务承担机构名单的公告', '居家照护'], ['关于印发《青川市国有资产监督管理委员会高质量发展实施方案》的通知', '国有资产监督管理委员会'],
    ['青川市照护保障局关于征求《青川市居家照护服务规范（征求意见稿）》意见的函', '（征求意见稿）'], ['青川市教育局关于做好高校毕业生社会保险补贴专项资金申报工作的通知', '高校毕业生'],
    ['关于深化“放管服”改革优化营商环境行动计划（2026—2028年）的实施意见', '2026—2028年'], ['青川市防汛抗旱指挥部关于启动防汛抗旱应急响应做好值班值守工作的紧急通知', '值班值守'],
  ] as const;
  for (const [title, word] of kept) {
    const lines = breakTitle(title);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.some((line) => line.includes(word)), lines.join('/')).toBe(true);
  }
});

test('任何标题回行后字不多不少，每行不超版心', () => {
  const piece = fc.constantFrom('国家照护保障局', '关于', '印发', '《长期照护服务机构信用管理办法》', '2027年', '做好', '居家照护服务项目', '申报工作', '和', '的', '通知', '第0412号', '（试行）');
  fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
    const title = pieces.join('');
    const lines = breakTitle(title);
    expect(lines.join('')).toBe(title);
    if (lines.length > 1) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和、》）]/);
  }), runs(300));
});

test('地名和联合行文的机关名不拆开', () => {
  expect(breakTitle('青川市人民政府关于同意设立青川市照护人才培训基地的批复').some((line) => line.endsWith('青'))).toBe(false);
  const offices = ['青川市照护保障局', '青川市财务统筹局', '青川市教育局', '青川市人力事务局'];
  const lines = breakTitle(`${offices.join('\u3000')}关于建立照护人才岗位补贴制度的请示`);
  expect(offices.filter((office) => !lines.some((line) => line.includes(office)))).toEqual([]);
});

test('发文机关名、被转发文件的机关名不拆开，“印发”“转发”不拆开（7.3.1 词意完整）', () => {
  const office = '青川市照护保障和老龄事业发展局';
  expect(breakTitle(`${office}关于印发青川市2027年照护服务工作要点的通知`)[0]).toBe(office);
  for (const rest of ['转发省照护保障厅关于做好2027年春节期间照护服务工作的通知', '关于市五届人大三次会议第0415号建议的会办意见']) {
    const lines = breakTitle(office + rest);
    for (const name of [office, rest.startsWith('转发') ? '省照护保障厅' : '市五届人大三次会议']) expect(lines.some((line) => line.includes(name)), lines.join('/')).toBe(true);
  }
  for (const line of breakTitle('青川市人民政府办公室关于调整市安全生产委员会组成人员的通知')) expect(line).not.toMatch(/整市$/);
});

test('题注在日期之后、会议名之前回行', () => {
  expect(breakTitle('（2026年11月23日青川市第五届人民代表大会第三次会议通过）', 28)).toEqual(['（2026年11月23日', '青川市第五届人民代表大会第三次会议通过）']);
});

test('没有分段的文稿把四千字当标题，也一下子就有结果，一个字不少', () => {
  expect(breakTitle('长'.repeat(4000))).toEqual(['长'.repeat(4000)]);
});
