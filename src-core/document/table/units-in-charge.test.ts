import { expect, test } from 'vitest';
import { readUnits } from './units-in-charge.ts';

const read = (text: string, usual?: 'lead' | 'support'): string => readUnits(text, usual).map(({ name, charge }) => `${{ lead: '牵头', support: '配合', charge: '负责' }[charge]}${name}`).join(' ');

test.each([
  ['县税务局 县医保局\n各乡镇人民政府', '负责县税务局 负责县医保局 负责各乡镇人民政府'],
  ['市教育局、市财政局等按职责分工负责', '负责市教育局 负责市财政局'],
  ['市教育局牵头，市财政局、市人社局配合', '牵头市教育局 配合市财政局 配合市人社局'],
  ['牵头单位：市教育局；配合单位：市财政局、团市委', '牵头市教育局 配合市财政局 配合团市委'],
  ['牵头单位：市教育局\n责任单位：各县（市、区）人民政府', '牵头市教育局 负责各县（市、区）人民政府'],
  ['市发展改革委，市水务局按职责分工负责', '负责市发展改革委 负责市水务局'],
  ['市人力资源和社会保障局和市财政局分别负责', '负责市人力资源和社会保障局 负责市财政局'],
  ['（市司法局负责）', '负责市司法局'],
  ['市妇联等有关部门', '负责市妇联'],
  ['', ''],
])('“%s”', (text, expected) => expect(read(text)).toBe(expected));

test('栏头说了是配合单位，格里的都是配合', () => expect(read('市财政局；市审计局', 'support')).toBe('配合市财政局 配合市审计局'));
