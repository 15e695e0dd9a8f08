import { expect, test } from 'vitest';
import { cleanHtml } from './clean-html.ts';

const word = (body: string): string => `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>${body}</body></html>`;
const mark = (id: number): string => `<a style="mso-footnote-id:ftn${id}" href="#_ftn${id}" name="_ftnref${id}"><span class="MsoFootnoteReference">[${id}]</span></a>`;
const note = (id: number, text: string): string => `<div style="mso-element:footnote" id="ftn${id}"><p class="MsoFootnoteText"><a href="#_ftnref${id}"><span>[${id}]</span></a> ${text}</p><p>又注。</p></div>`;

test('从 Word 贴来的脚注：注号处成为脚注，文末的注文不再重复', () => {
  const { html } = cleanHtml(word(`<p class="MsoNormal">人口${mark(1)}增长。</p><div style="mso-element:footnote-list"><hr>${note(1, '年末数。')}</div>`), false);
  const pasted = new DOMParser().parseFromString(html, 'text/html').body;
  expect([...pasted.querySelectorAll('p')].map((each) => each.textContent)).toEqual(['人口增长。']);
  expect(pasted.querySelector<HTMLElement>('[data-footnote]')!.dataset.footnote).toBe('年末数。\n又注。');
});

test('没有复制到注号的脚注，注文留作文字', () => {
  const { html } = cleanHtml(word(`<p>人口增长。</p>${note(2, '年末数。')}`), false);
  expect(new DOMParser().parseFromString(html, 'text/html').body.textContent).toContain('年末数。');
});
