import { expect, test } from 'vitest';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import { tidyValues } from './tidy-values.ts';
import type { FieldValues } from './template.ts';

const tidied = (id: string, values: FieldValues): FieldValues => tidyValues(templateOf(id), values);

test('模板自己会写的字，要素里又写了一遍的，只留一遍', () => {
  expect(tidied('notice', { matter: '关于做好春节期间安全生产工作的通知' })).toEqual({ matter: '做好春节期间安全生产工作' });
  expect(tidied('notice', { issuer: '青川市教育局', matter: '青川市教育局关于做好申报工作的通知' })).toMatchObject({ matter: '做好申报工作' });
  expect(tidied('notice', { purpose: '为贯彻落实《青川市养老服务条例》，', recipients: ['各区县人民政府', '市政府各部门：'] })).toEqual({ purpose: '贯彻落实《青川市养老服务条例》', recipients: ['各区县人民政府', '市政府各部门'] });
  expect(tidied('notice-meeting', { matter: '召开全市照护保障工作会议', attendees: '各区县分管负责同志。' })).toEqual({ matter: '全市照护保障工作会议', attendees: '各区县分管负责同志' });
  expect(tidied('notice-rules', { matter: '《青川市照护服务补助办法》', adopted: '已经市政府第12次常务会议审议通过，' })).toEqual({ matter: '青川市照护服务补助办法', adopted: '市政府第12次常务会议审议通过' });
  expect(tidied('npc-reply', { number: '第0412号' })).toEqual({ number: '0412' });
  expect(tidied('order', { issuer: '青川市人民政府令' })).toEqual({ issuer: '青川市人民政府' });
  expect(tidied('report', { basis: '根据《关于报送总结的通知》（青政办〔2026〕3号）要求，' })).toEqual({ basis: '《关于报送总结的通知》（青政办〔2026〕3号）要求' });
  expect(tidied('notice', { copyTo: ['市委办公室', '市人大常委会办公室。'] })).toEqual({ copyTo: ['市委办公室', '市人大常委会办公室'] });
});

test('纸上会写的名称、序号，要素里写了也只有一遍', () => {
  expect(tidied('request', { contact: '联系人：林远舟，电话：0838-2200112', signatories: ['签发人：林远舟', '许棠'] })).toEqual({ contact: '林远舟，电话：0838-2200112', signatories: ['林远舟', '许棠'] });
  expect(tidied('request', { annexes: ['附件1：项目申报表', '2.经费测算明细表。', '附件3 2026年任务清单'] })).toEqual({ annexes: ['项目申报表', '经费测算明细表', '2026年任务清单'] });
  expect(tidied('notice', { annex: '附件：任务分工表' })).toEqual({ annex: '任务分工表' });
  expect(tidied('request', { annexes: ['附件材料目录', '2026年任务清单', '3.0版操作手册'] })).toEqual({ annexes: ['附件材料目录', '2026年任务清单', '3.0版操作手册'] });
});

test('不是重复的字不动，也不会把要素拿空', () => {
  const kept: readonly (readonly [string, FieldValues])[] = [
    ['notice-appointment', { basis: '经济工作会议研究' }], ['notice', { issuer: '青川海关', matter: '为民办实事项目申报工作' }], ['notice', { matter: '关于' }],
    ['notice-rules', { matter: '《青川市养老服务条例》实施细则' }], ['approval', { sourceTitle: '关于设立照护中心的请示', sourceNumber: '清民〔2026〕5号' }],
    ['motion', { matter: '《青川市养老服务条例（草案）》' }], ['notice-forward', { matter: '省照护保障厅关于做好照护服务工作的通知' }], ['joint-notice', { issuer: '甲市财政局', partners: ['乙局', '丙委'] }],
  ];
  for (const [id, values] of kept) expect(tidied(id, values)).toEqual(values);
});

test('每个模板例子的要素都不动', () => {

  for (const id of TEMPLATE_IDS) {
    const values = sampleOf(id).attrs.fields as FieldValues;
    expect(tidied(id, values), id).toEqual(values);
  }
});
