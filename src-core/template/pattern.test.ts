import { expect, test } from 'vitest';
import { fieldsIn, fillPattern, isPatternEmpty } from './pattern.ts';

test('要素填入，方括号里的要素缺了就整段省去', () => {
  expect(fillPattern('收悉。[经商{units}，]现答复如下：', { units: ['甲部', '乙委'] })).toBe('收悉。经商甲部、乙委，现答复如下：');
  expect(fillPattern('收悉。[经商{units}，]现答复如下：', { units: [] })).toBe('收悉。现答复如下：');
});

test('缺的要素写××或指定的空白', () => {
  expect(fillPattern('{a}第{b}号', {}, { b: '××××' })).toBe('××第××××号');
});

test('还没填提出人时称您', () => {
  expect(fillPattern('{p|honour:代表}：{p|you}提出的', {})).toBe('××：您提出的');
});

test('届次写汉字，日期不编虚位', () => {
  expect(fillPattern('{n|cn}届{d|date}', { n: '14', d: '2026-08-01' })).toBe('十四届2026年8月1日');
});

test('称谓：单位和已带身份的不再加', () => {
  const name = (value: string | string[]) => fillPattern('{p|honour:委员}', { p: value });
  expect([name('李四'), name(['李四', '王五']), name('民盟中央'), name('李四等3名委员')]).toEqual(['李四委员', '李四、王五委员', '民盟中央', '李四等3名委员']);
});

test('党派、团体和它们的地方组织不加“委员”，称“你们”', () => {
  for (const name of ['民盟青川市委', '农工党青川市委会', '市工商联', '九三学社青川市第二支社', '共青团青川市委', '医药卫生界', '市政协经济委员会', '致公党青川市总支']) {
    expect(fillPattern('{p|honour:委员}：{p|you}提出的', { p: [name] })).toBe(`${name}：你们提出的`);
  }
  for (const name of ['林见川', '欧阳明远', '党建国']) expect(fillPattern('{p|honour:委员}：{p|you}', { p: [name] })).toBe(`${name}委员：您`);
});

test('转发的不是通知，标题加“的通知”', () => {
  const title = (matter: string) => fillPattern('{issuer}转发{matter|asNotice}', { issuer: '甲局', matter });
  expect([title('省厅关于做好照护工作的通知'), title('省政府关于推进照护服务的意见')]).toEqual(['甲局转发省厅关于做好照护工作的通知', '甲局转发省政府关于推进照护服务的意见的通知']);
});

test('联合行文的标题里机关名之间空一字，不用顿号；五个以上只写主办机关', () => {
  const title = (partners: string[]): string => fillPattern('{a}{b|spaced}关于', { a: '甲局', b: partners }, { b: '××××' });
  expect(title(['乙局', '丙委'])).toBe('甲局\u3000乙局\u3000丙委关于');
  expect(title(['乙局', '丙委', '丁局'])).toBe('甲局\u3000乙局\u3000丙委\u3000丁局关于');
  expect(title(['乙局', '丙委', '丁局', '戊局'])).toBe('甲局等五部门关于');
  expect(title([])).toBe('甲局\u3000××××关于');
});

test('模板所用的要素，和是否全空', () => {
  expect(fieldsIn('{a}{b|cn}{a}')).toEqual(['a', 'b']);
  expect(isPatternEmpty('（{a}）', { a: ' ' })).toBe(true);
  expect(isPatternEmpty('固定文字', {})).toBe(false);
});
