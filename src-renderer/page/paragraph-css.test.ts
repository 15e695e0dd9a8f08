import { describe, expect, it } from 'vitest';
import { resolveStyles } from '#core/template/styles.ts';
import { paperLength, paperRules, paperSize, paragraphCss } from './paragraph-css.ts';

const { paragraph } = resolveStyles(null);

describe('纸面样式', () => {
  it('三号字 16 磅，紧排到 28 字一行（GB/T 9704—2012 5.2.3）', () => {
    expect(paperSize(paragraph.body.size)).toBe('calc(5.6444 * var(--u))');
    expect(paragraphCss(paragraph.body)['letter-spacing']).toBe('calc(-0.0882 * var(--u))');
  });

  it('正文首行空两字，回行顶格', () => {
    expect(paragraphCss(paragraph.body)['text-indent']).toBe(paperLength(630));
    expect(paragraphCss(paragraph.body)['padding-left']).toBe('0');
  });

  it('红色只有纸面的红', () => {
    expect(paragraphCss(paragraph.issuerMark).color).toBe('var(--paper-red)');
    expect(paragraphCss(paragraph.title).color).toBe('var(--paper-black)');
  });

  it('段首接排的首句用标题的字体，一级的用条款的；后面的字随正文（page.css）', () => {
    const rules = paperRules(resolveStyles({ format: 'document', styles: { clause: { face: 'song' } } }), 'paper-9');
    expect(rules).toContain(':where(.paper-9) .p-heading1.goes-on::before,:where(.paper-9) .p-heading1 .run-in-lead{font-family:var(--face-song)}');
    expect(rules).toContain('.p-heading2 .run-in-lead{font-family:var(--face-kai)}');
  });

  it('模板改过的样式进入它自己的规则', () => {
    const styles = resolveStyles({ format: 'document', styles: { title: { size: 40 } } });
    expect(paperRules(styles, 'paper-9')).toContain(':where(.paper-9) .p-title{');
    expect(paperRules(styles, 'paper-9')).toContain(`font-size:${paperSize(40)}`);
  });
});
