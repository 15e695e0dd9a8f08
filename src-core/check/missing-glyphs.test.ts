import { expect, test } from 'vitest';
import { doc, p, title } from '../../test/support/build.ts';
import { layOut } from '../../test/support/layout.ts';
import { missingGlyphs } from './missing-glyphs.ts';

test('字体里没有的字按在文中的地方报出来：第几段、第几页、是哪个字', () => {
  const draft = doc(title('关于工作的通知'), p('正文。'), p('生僻\u{2a6d6}字'));
  const found = missingGlyphs(draft, layOut(draft).diagnostics);
  expect(found).toMatchObject([{ code: 'glyph-missing', severity: 'error', args: { character: '\u{2a6d6}', code: 'U+2A6D6', page: 1 }, where: { paragraph: 3 } }]);
  const { pos, end } = found[0]!.where!;
  expect(draft.textBetween(pos, end)).toBe('\u{2a6d6}');
  expect(missingGlyphs(draft, [])).toEqual([]);
});
