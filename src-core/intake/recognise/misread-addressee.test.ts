import { expect, test } from 'vitest';
import { intakeText } from '../intake.ts';

const BODY = '\n\n    为进一步规范失能等级评估工作，统一操作尺度，现将有关事项通知如下：\n\n    一、明确评估范围\n    病情基本稳定的参保人员，可以申请评估。\n\n东岭市照护局\n2026年5月6日\n';
const read = (above: string) => intakeText(`关于规范失能等级评估工作的通知\n\n${above}${BODY}`);

test.each([
  ['各县、区照护局；', '各县、区照护局'], ['各县(市、区)人民政府,市直各部门;', '各县（市、区）人民政府，市直各部门'], ['各乡镇人民政府。', '各乡镇人民政府'], ['各乡镇人民政府.', '各乡镇人民政府'],
  ['各乡镇人民政府、各街道办事处', '各乡镇人民政府、各街道办事处'], ['各县区照护局，', '各县区照护局'], ['各县区照护局∶', '各县区照护局'], ['市人民政府；', '市人民政府'], ['林知远代表；', '林知远代表'], ['局机关各处室、直属各单位;', '局机关各处室、直属各单位'],
  ['各县区照护局，市直各有关单位，\n驻市各企业；', '各县区照护局，市直各有关单位，驻市各企业'],
])('主送机关后面的冒号认成了别的：%j，改成冒号，请人看一眼', (above, expected) => {
  const { report, recognition } = read(above);
  expect(report.addressee).toBe(expected);
  expect(report.paragraphs).toBe(2);
  expect(recognition.doubts.map(({ reason }) => reason)).toEqual(['addressee-mark']);
});

test.each([
  ['各县区照护局l', '各县区照护局'], ['各乡镇人民政府，县直各部门一', '各乡镇人民政府，县直各部门'], ['各乡镇中心学校l县直各学校：', '各乡镇中心学校，县直各学校'], ['林知远、许棠委员', '林知远、许棠委员'],
])('认成字母、认成一，或者漏掉：%j', (above, expected) => {
  expect(read(above).report.addressee).toBe(expected);
});

test.each([['各乡镇人民政府，县直各部门一 '], ['各乡镇人民政府，县直各部门 '], ['各乡镇人民政府，县直各部门l']])('主送机关和正文在一行，冒号认错或者没有：%j', (mark) => {
  const { report, recognition } = intakeText(`关于规范失能等级评估工作的通知\n青照〔2026〕7号\n${mark}为进一步规范失能等级评估工作，统一操作尺度，现将有关事项通知如下：\n一、明确评估范围\n病情基本稳定的参保人员，可以申请评估。\n`);
  expect(report.addressee).toBe('各乡镇人民政府，县直各部门');
  expect(report.paragraphs).toBe(2);
  expect(recognition.doubts.map(({ reason }) => reason)).toEqual(['addressee-mark']);
});

test('正文第一句以“各”字开头，不是主送机关', () => {
  expect(intakeText('关于规范评估工作的通知\n各部门一律不得收取费用，各地根据实际执行。\n').report.addressee).toBeNull();
});

test.each([['各县区照护局：'], ['']])('主送机关写得好好的，或者没有：%j，不去动它', (above) => {
  expect(read(above).recognition.doubts).toEqual([]);
});

test('标题下面是发文机关或者一句话，不是主送机关', () => {
  expect(read('东岭市照护局').report.addressee).toBeNull();
  expect(read('各县区照护局要认真落实。').report.addressee).toBeNull();
});
