import { describe, expect, test } from 'vitest';
import { doc, p, para, title } from '../../../test/support/build.ts';
import { OWN_DOCUMENTS } from '../../../test/support/closing-documents.ts';
import { createEngine } from '../../../test/support/layout.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../../../test/support/samples.ts';
import type { Node } from 'prosemirror-model';
import { resolveStyles } from '../../template/styles.ts';
import type { ResolvedStyles } from '../../template/styles.ts';
import { LAYOUT_RULE_NAMES, sayMeasured, sayQuantity, sayRequired } from '../../wording/layout-rules.ts';
import { measureLayout } from './measure-layout.ts';
import type { Measurement } from './measurement.ts';
import { LAYOUT_RULES } from './measurement.ts';

const measured = (made: Node, styles: ResolvedStyles = resolveStyles({ format: 'document' })): Measurement[] => measureLayout(createEngine().layout(made, styles), made, styles);
const find = (all: readonly Measurement[], rule: string): Measurement | undefined => all.find((each) => each.rule === rule);

describe('版式报告', () => {
  test.each(TEMPLATE_IDS)('范例 %s 逐条量过，都合国标', (id) => {
    const all = measured(sampleOf(id), resolveStyles(templateOf(id)));
    expect(all.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(all.length).toBeGreaterThan(12);
  });

  test('自己的例子也都合，每一条都在哪个例子里量到过', () => {
    const seen = new Set<string>(TEMPLATE_IDS.flatMap((id) => measured(sampleOf(id), resolveStyles(templateOf(id))).map(({ rule }) => rule)));
    for (const { name, doc: made, look } of OWN_DOCUMENTS) {
      const all = measured(made, resolveStyles({ format: 'document', ...look }));
      expect(all.filter(({ state }) => state === 'broken'), name).toEqual([]);
      for (const { rule } of all) seen.add(rule);
    }
    for (const { rule } of measured(doc(p('照'), para('signature', '青川市照护保障局办公室文书处'), para('date', '2026年8月1日')), resolveStyles({ format: 'document', closing: 'unsealed' }))) seen.add(rule);
    const corner = doc(para('copyNumber', '000001'), para('secrecy', '机密★1年'), para('urgency', '特急'), para('issuerMark', '青川市教育局文件'), para('documentNumber', '青教发〔2026〕1号'), title('关于防汛的报告'), p('照'));
    for (const { rule, state } of measured(corner)) {
      seen.add(rule);
      expect(state, rule).toBe('kept');
    }
    expect(Object.keys(LAYOUT_RULES).filter((rule) => !seen.has(rule))).toEqual([]);
  });

  test('模板改了版心、字体的，说出要求多少、实际多少、在哪一面', () => {
    const styles = resolveStyles({ format: 'document' });
    const narrow = { ...styles, page: { ...styles.page, top: 1701 }, paragraph: { ...styles.paragraph, body: { ...styles.paragraph.body, face: 'song' as const } } };
    const all = measured(doc(title('关于防汛的通知'), p('照'.repeat(100))), narrow);
    expect(find(all, 'top-margin')).toMatchObject({ clause: '5.2.1', state: 'broken', required: { unit: 'mm', value: 37 }, measured: { unit: 'mm', value: 30 }, place: { page: 1, y: 0 } });
    const type = find(all, 'body-type')!;
    expect([type.state, sayRequired(type), sayQuantity(type.measured)]).toEqual(['broken', '三号仿宋', '三号宋体']);
    expect(find(all, 'title-type')!.state).toBe('kept');
    expect(sayMeasured(all)).toMatch(/^量了 \d+ 项，[1-9]\d* 项不合 GB\/T 9704—2012$/);
  });

  test('为落款调过的行距不算不合，说明是调过（7.3.5.5）', () => {
    const all = measured(doc(p('照'.repeat(28 * 22 - 2)), para('signature', '青川市教育局'), para('date', '2026年8月1日')));
    expect(find(all, 'lines-a-page')).toMatchObject({ state: 'fitted', measured: { unit: 'line', value: 21 } });
    expect(find(all, 'closing-text')!.state).toBe('kept');
    expect(all.every(({ state }) => state !== 'broken')).toBe(true);
  });

  test('首页没有正文的量得出来（7.3.3）', () => {
    const all = measured(doc(title('关于防汛的通知'), para('addressee', '各区县教育局、'.repeat(100)), p('照')));
    expect(find(all, 'first-page-text')).toMatchObject({ state: 'broken', compares: 'least', measured: { unit: 'line', value: 0 } });
  });

  test('每一条都有名字，条号是国标的', () => {
    for (const [id, { clause }] of Object.entries(LAYOUT_RULES)) {
      expect(LAYOUT_RULE_NAMES[id as keyof typeof LAYOUT_RULES]).not.toBe('');
      expect(clause).toMatch(/^(5|7|8|10)(\.\d)+$/);
    }
  });
});
