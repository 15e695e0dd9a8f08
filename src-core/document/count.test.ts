import { expect, test } from 'vitest';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { countDocument, countFootnotes, countParts, countText } from './count.ts';
import { schema } from './schema.ts';

test('字数：汉字和标点一个一字，一串数字或字母一字，空白不算', () => {
  expect(countText('共 1,234 人（GDP 增 5.2%）。')).toMatchObject({ words: 9, characters: 18 });
});

test('版头、主体、附件、版记分开数，加起来就是全文；算出来的序号不数', () => {
  const document = doc(
    para('documentNumber', '某函〔2026〕1号'), title('通知'), h(1, '要求'), p('正文'), table(['表']), para('annex', '清单'), p('附件文'), para('printer', '某办'),
  );
  const parts = countParts(document);
  expect([parts.masthead.words, parts.main.words, parts.annexes.words, parts.imprint.words]).toEqual([7, 7, 5, 2]);
  expect(countDocument(document)).toEqual({ words: 21, characters: 24, paragraphs: 8 });
});

test('脚注的字另计，不算在全文里', () => {
  const document = doc(schema.nodes.para.create(null, [schema.text('人口数'), schema.nodes.footnote.create({ text: '年末数。\n含 12 人' })]));
  expect(countDocument(document).words).toBe(3);
  expect(countFootnotes(document)).toEqual({ words: 7, characters: 8, paragraphs: 1 });
});

test('改了一段，别的段不再数一遍，总数仍对', () => {
  const start = doc(p('甲乙'), p('丙 丁'), table(['戊']));
  expect(countDocument(start).words).toBe(5);
  expect(countDocument(start.copy(start.content.replaceChild(0, p('甲乙己')))).words).toBe(6);
});
