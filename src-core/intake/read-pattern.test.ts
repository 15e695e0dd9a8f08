import { expect, test } from 'vitest';
import { readPattern } from './read-pattern.ts';
import { templatesOfTitle } from './template-of-title.ts';

test('按模板的写法读回要素；标题可以不写发文机关', () => {
  const title = '{issuer}关于印发《{matter}》的通知';
  expect(readPattern(title, '甲局关于印发《乙管理办法》的通知')).toEqual({ issuer: '甲局', matter: '乙管理办法' });
  expect(readPattern(title, '关于印发《乙管理办法》的通知')).toEqual({ matter: '乙管理办法' });
  expect(readPattern(title, '关于召开会议的通知')).toEqual({});
});

test('方括号里的可以没有，日期读成数据', () => {
  const opening = '[为{purpose}，][根据{basis}，]现作如下决定：';
  expect(readPattern(opening, '为加强管理，根据《甲条例》规定，现作如下决定：')).toEqual({ purpose: '加强管理', basis: '《甲条例》规定' });
  expect(readPattern(opening, '现作如下决定：')).toEqual({});
  expect(readPattern('本通告自{effective|date}起施行。', '本通告自2026年12月15日起施行。')).toEqual({ effective: '2026-12-15' });
});

test.each([
  ['关于印发《甲管理办法（试行）》的通知', 'notice-rules'], ['甲局关于印发三年行动方案的通知', 'plan'], ['关于印发工作要点的通知', 'notice-distribute'],
  ['关于召开全市工作会议的通知', 'notice-meeting'], ['甲局转发乙厅关于开展检查的通知', 'notice-forward'], ['关于许某同志任职的通知', 'notice-appointment'],
  ['关于做好申报工作的通知', 'notice'], ['关于征求《甲办法（征求意见稿）》意见的函', 'consultation'], ['关于有关事项的复函', 'letter-answer'],
  ['关于设立基地的请示', 'request'], ['关于同意设立基地的批复', 'approval'], ['青川市人民政府令', 'order'], ['关于表彰先进集体的通报', 'commendation'],
  ['关于虚报问题的通报', 'criticism'], ['关于工作情况的报告', 'report'], ['甲局局长办公会议纪要', 'minutes'], ['2026年事业发展统计公报', 'communique'],
])('%s 用模板 %s', (title, id) => {
  expect(templatesOfTitle(title)[0]?.id).toBe(id);
});
