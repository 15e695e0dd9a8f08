import { describe, expect, test } from 'vitest';
import { intakeText, traceText } from '#core/intake/intake.ts';
import { lostCharacters } from '#core/intake/lost-characters.ts';
import { FIXTURES } from './fixtures.ts';
import type { Fixture } from './fixtures.ts';
import { scoreReport } from './score-report.ts';

const FLOOR = 0.97;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** The mean of each field over the texts as `change` leaves them. */
function byField(fixtures: readonly Fixture[], change: (text: string) => string = (text) => text): Record<string, number> {
  const scores = fixtures.map(({ text, gold }) => scoreReport(intakeText(change(text)).report, gold));
  return Object.fromEntries(Object.keys(scores[0]!).map((field) => [field, mean(scores.map((score) => score[field]!))]));
}
const below = (fields: Record<string, number>, floor: number): string[] => Object.entries(fields).flatMap(([field, score]) => (score < floor ? [`${field} ${score.toFixed(3)}`] : []));

describe('各种文种的旧稿', () => {
  test('样文够多，带噪声的也够多', () => {
    expect(FIXTURES.length).toBeGreaterThanOrEqual(25);
    expect(FIXTURES.filter(({ gold }) => gold.quality === 'noisy').length).toBeGreaterThanOrEqual(8);
  });

  test.each(FIXTURES.map((fixture) => [fixture.name, fixture] as const))('%s：要素、层次和附件与标注相符', (_, { text, gold }) => {
    expect(below(scoreReport(intakeText(text).report, gold), 0.8)).toEqual([]);
  });

  test('每一项要素的平均分都过线', () => {
    expect(below(byField(FIXTURES), FLOOR)).toEqual([]);
  });

  test.each(FIXTURES.map(({ name, text }) => [name, text] as const))('%s：原文一字不丢', (_, text) => {
    expect(lostCharacters(text, traceText(text)).map(([start, end]) => text.slice(start, end))).toEqual([]);
  });
});

/** What programs do to a text on its way, without touching its words. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  换行符不同: (text) => text.replace(/\n/g, '\r\n'),
  空行没有了: (text) => text.replace(/\n{2,}/g, '\n'),
  空行加倍: (text) => text.replace(/\n+/g, '\n\n\n'),
  标点变半角: (text) => text.replace(/[，；：（）]/g, (c) => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' })[c]!),
  数字变全角: (text) => text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  标点变怪字: (text) => text.replace(/，/g, 'ꎬ').replace(/。/g, 'ꎮ'),
  一级序号用圆点: (text) => text.replace(/^(\s*[一二三四五六七八九十]+)、/gm, '$1．'),
  二级序号用半角: (text) => text.replace(/^(\s*)（([一二三四五六七八九十]+)）/gm, '$1($2)'),
  三级序号用顿号: (text) => text.replace(/^(\s*\d{1,2})\.(?!\d)/gm, '$1、'),
  零宽字符: (text) => text.replace(/(.{7})/g, '$1\u200b'),
};

test.each(Object.entries(WAYS))('%s，识别的结果照旧', (_, change) => {
  // Three texts are made of the very marks that are changed here.
  expect(below(byField(FIXTURES, change), 0.9)).toEqual([]);
});
