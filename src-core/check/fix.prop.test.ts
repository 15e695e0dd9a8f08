import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { arbitraryDocument } from '../../test/support/arbitrary-document.ts';
import { arbitraryRevised } from '../../test/support/arbitrary-revisions.ts';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { runs } from '../../test/support/runs.ts';
import { plainText } from '../document/plain-text.ts';
import { ROLE_NAMES } from '../document/roles.ts';
import { schema } from '../document/schema.ts';
import { DIAGNOSTICS } from '../wording/diagnostics.ts';
import { checkDocument } from './check-document.ts';
import { applyFix, applyFixes } from './fix.ts';

/** Pieces that rules look for, in places where they belong and where they do not. */
const faulty = fc.array(fc.constantFrom(
  '一、', '二、', '（一）', '(二)', '1、', '2.', '⑴', '1)', '1.1', '第一、', '首先、', '一是', '三是', '第二，', '见附件3', '此页无正文', '附件：', '抄送：', '签发人：', '加强领导', '各地要办好', '请批示',
  '。', '，', '；', '：', ':', '〔2026〕', '[26]', '第012号', '2026年01月05日', '二〇二六年一月五日', '印发', '关于检查的请示报告', '通知', '××', '机密', '\n', '@', '@@',
), { maxLength: 5 }).map((pieces) => pieces.join(''));

const paragraph = fc.record({
  role: fc.constantFrom('body' as const, 'body' as const, 'heading' as const, ...ROLE_NAMES), text: faulty,
  level: fc.integer({ min: -1, max: 7 }), runIn: fc.boolean(), startAt: fc.constantFrom(null, null, 1, 2, 9),
  struck: fc.boolean(),
}).map(({ role, text, struck, ...attrs }): Node => {
  const node = para(role, text, attrs);
  return struck ? node.copy(node.content.addToStart(schema.text('删', [schema.marks.del.create({ rev: 'r' })]))) : node;
});
const faultyDocument = fc.array(paragraph, { minLength: 1, maxLength: 14 }).map((blocks) => doc(...blocks));

test('任何文稿都能检查，每条都说得成句，位置都在文稿里', () => {
  fc.assert(fc.property(fc.oneof(faultyDocument, arbitraryDocument, arbitraryRevised), (document) => {
    for (const { code, args, where, clause } of checkDocument(document, null)) {
      expect(code).not.toBe('rule-failed');
      const { message, hint } = DIAGNOSTICS[code](args);
      expect(message + hint + clause).not.toMatch(/undefined|NaN|null/);
      if (where) expect(where.pos >= 0 && where.pos <= where.end && where.end <= document.content.size).toBe(true);
    }
  }), runs(300));
});

test('每个一键改正都消去它那一条，文稿仍然有效', () => {
  fc.assert(fc.property(faultyDocument, (document) => {
    for (const { code, where, fix } of checkDocument(document, null)) {
      if (!fix) continue;
      const tr = new Transform(document);
      expect(applyFix(tr, fix)).toBe(true);
      tr.doc.check();
      const { pos, deleted } = tr.mapping.mapResult(where!.pos);
      const again = checkDocument(tr.doc, null).filter((each) => each.code === code && each.where?.pos === pos && !deleted);
      expect(again.map(({ code: left, args }) => [left, args])).toEqual([]);
    }
  }), runs(600));
});

test('文稿已经变了，旧的改正不再适用', () => {
  const before = doc(title('关于检查的通知。'), para('addressee', '各单位:'), h(1, '一、要求'), p('此页无正文'));
  const after = doc(title('检查'), para('addressee', '各'), h(1, '要求'), p('有正文'));
  for (const { fix } of checkDocument(before, null)) {
    if (!fix) continue;
    const tr = new Transform(after);
    expect(applyFix(tr, fix)).toBe(false);
    expect(tr.steps).toEqual([]);
  }
});

test('同类的一并改正：一步改完，文稿仍然有效，那一类只会少', () => {
  fc.assert(fc.property(faultyDocument, (document) => {
    const found = checkDocument(document, null);
    for (const code of new Set(found.map((each) => each.code))) {
      const alike = found.filter((each) => each.code === code);
      const fixes = alike.flatMap(({ fix }) => fix ?? []);
      if (fixes.length < 2) continue;
      const tr = new Transform(document);
      const done = applyFixes(tr, fixes);
      expect(done).toBeGreaterThan(0);
      tr.doc.check();
      expect(checkDocument(tr.doc, null).filter((each) => each.code === code).length).toBeLessThan(alike.length);
    }
  }), runs(600));
});

test('三处“1、”一并改正，一处也不漏', () => {
  const document = doc(title('关于检查的通知'), para('addressee', '各单位：'), p('1、查台账'), p('逐册核对。'), p('2、查现场'), p('3、查整改'));
  const tr = new Transform(document);
  const fixes = checkDocument(document, null).filter(({ code }) => code === 'malformed-number').flatMap(({ fix }) => fix ?? []);
  expect(fixes).toHaveLength(3);
  expect(applyFixes(tr, fixes)).toBe(3);
  expect(plainText(tr.doc)).toContain('1.查台账\n逐册核对。\n2.查现场\n3.查整改');
});

test('附件说明里的几项一并补上附件页，次序不变', () => {
  const document = doc(title('关于检查的通知'), para('addressee', '各单位：'), p('请执行。'), para('attachmentNote', '分工表'), para('attachmentNote', '样表'), para('signature', '县教育局'), para('date', '2026年1月5日'));
  const tr = new Transform(document);
  const fixes = checkDocument(document, null).filter(({ code }) => code === 'attachment-elsewhere').flatMap(({ fix }) => fix ?? []);
  expect(applyFixes(tr, fixes)).toBe(2);
  expect(tr.doc.children.filter(({ attrs }) => attrs.role === 'annex').map(({ textContent }) => textContent)).toEqual(['分工表', '样表']);
});
