import { describe, expect, test } from 'vitest';
import { templateOf } from '../../test/support/samples.ts';
import { intakeText } from './intake.ts';
import type { Choice } from './choose-template.ts';

const opinion = ({ head = '', to = '', end = '', from = '青禾县照护局' }): Choice | null => intakeText(
  `${head}关于加强居家照护服务的意见\n\n${to}\n\n为满足老年人照护需求，现提出如下意见：\n\n一、扩大供给\n\n每个街道至少建设一个服务点。\n\n二、强化保障\n\n经费列入同级财政预算。\n\n${end}\n\n${from}\n\n2026年8月1日\n`,
  { find: templateOf },
).recognition.choice;

describe('导入的意见是上行还是下行，看公文自己怎么说', () => {
  test('有签发人的是上行文', () => {
    expect(opinion({ head: '青照呈〔2026〕8号　　　　签发人：林默\n\n', to: '县人民政府：' })).toMatchObject({ id: 'opinion-up', reason: 'signatory', words: '林默' });
  });

  test('请上级批转、批示的是上行文', () => {
    expect(opinion({ to: '县人民政府：', end: '以上意见如无不妥，请批转各乡镇、各部门执行。' })).toMatchObject({ id: 'opinion-up', reason: 'asks-approval', words: '以上意见如无不妥，请批转各乡镇、各部门执行' });
  });

  test.each(['县人民政府', '青禾县人民政府', '县委'])('主送本级党委、政府（%s）的是上行文', (to) => {
    expect(opinion({ to: `${to}：` })).toMatchObject({ id: 'opinion-up', reason: 'addressee-above', words: to, others: expect.arrayContaining(['opinion']) as unknown });
  });

  test.each([['市人民政府', '青禾县人民政府', 'opinion-up'], ['青禾县人民政府', '云溪市人民政府', 'opinion'], ['国务院', '国家照护保障局', 'opinion-up']])('主送%s，%s发的', (to, from, id) => {
    expect(opinion({ to: `${to}：`, from })?.id).toBe(id);
  });

  test.each(['各乡镇人民政府，县直有关部门：', '各区照护局：', '县财政局：', ''])('主送“%s”的照标题，是下行文；上行的列在旁边供改选', (to) => {
    expect(opinion({ to, end: '请结合实际认真贯彻执行。' })).toMatchObject({ id: 'opinion', reason: 'title', others: expect.arrayContaining(['opinion-up']) as unknown });
  });
});
