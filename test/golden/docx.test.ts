import { strFromU8, unzipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { documentTitle, elementText } from '#core/document/elements.ts';
import { plainText } from '#core/document/plain-text.ts';
import { fitStyles } from '#core/layout/fit.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { writeDocx } from '#main/docx/write-docx.ts';
import { doc, p } from '../support/build.ts';
import { OWN_DOCUMENTS } from '../support/closing-documents.ts';
import { createEngine } from '../support/layout.ts';
import { hasOffice, printInOffice } from '../support/office.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../support/samples.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeMissing, findTool } from '../support/tools.ts';

const created = new Date('2026-08-01T08:00:00Z');

const samples = TEMPLATE_IDS.map((name): { name: string; doc: Node; template: Template } => ({ name, doc: sampleOf(name), template: templateOf(name) }));

const write = (document: Node, template: Template | null): Promise<Uint8Array> => writeDocx(document, resolveStyles(template), { title: documentTitle(document), author: '张三', created });

/** One paragraph, run, row or section a line, so that a change of the layout can be read as a difference of texts. */
const readable = (part: string): string => part.replace(/(?=<w:(?:p|r|tbl|tr|tc|sectPr|style|docDefaults)[ >])/g, '\n').trim() + '\n';

// A wanted change is accepted with `npx vitest run test/golden/docx.test.ts -u`.
describe('导出的 Word 文件', () => {
  test.each(samples)('范例 $name 的正文部件同上次一样', async ({ name, doc: sample, template }) => {
    const parts = unzipSync(await write(sample, template));
    await expect(readable(strFromU8(parts['word/document.xml']!))).toMatchFileSnapshot(`docx/${name}.document.xml`);
  });

  test('样式部件同上次一样', async () => {
    const parts = unzipSync(await write(doc(p()), null));
    await expect(readable(strFromU8(parts['word/styles.xml']!))).toMatchFileSnapshot('docx/styles.xml');
  });
});

if (!hasOffice()) console.warn(describeMissing(findTool('soffice') ? 'pdftotext' : 'soffice'));

describe.skipIf(!hasOffice())('在 LibreOffice 里打开', () => {
  const squeeze = (text: string): string => text.replace(/\s/g, '');

  test('满页正文每页 22 行、每行 28 字（GB/T 9704—2012 5.2.3）', async () => {
    const filled = doc(p('照'.repeat(28 * 44 - 2)));
    const [first, second, ...more] = (await printInOffice(temporaryFolder(), { grid: await write(filled, null) }, '照— 0123456789'))['grid']!;
    expect(more).toEqual([]);
    const lines = (page: string): number[] => page.split('\n').filter((line) => line.includes('照')).map((line) => squeeze(line).length);
    expect(lines(first!)).toEqual([26, ...Array.from({ length: 21 }, () => 28)]);
    expect(lines(second!)).toEqual(Array.from({ length: 22 }, () => 28));
    expect(first).toContain('— 1 —');
    expect(second).toContain('— 2 —');
  });

  // Starting LibreOffice costs more than its pages: all files go through it at once.
  test('范例的每一段都在纸上，信函首页没有页码（10.1）；面数和版面引擎排的一样，落款的一面有正文（7.3.5.5）', async () => {
    const folder = temporaryFolder();
    const engine = createEngine();
    const own = OWN_DOCUMENTS.map(({ name, doc: made, look }) => ({ name, doc: made, styles: resolveStyles({ format: 'document', ...look }) }));
    const all = [...samples.map(({ name, doc: sample, template }) => ({ name, doc: sample, styles: resolveStyles(template) })), ...own].map((each) => ({ ...each, ...engine.layout(each.doc, each.styles) }));
    const files = Object.fromEntries(await Promise.all(all.map(async ({ name, doc: made, styles, fit, loose }) => [name, await writeDocx(made, styles, { title: '', author: '', created }, fit, new Map(), loose)] as const)));
    const printed = await printInOffice(folder, files, all.map(({ doc: made }) => plainText(made)).join('') + '— 0123456789');
    for (const { name, doc: made, styles, fit } of all) {
      expect(printed[name]!.length, name).toBe(engine.layout(made, fitStyles(styles, fit), { profile: 'lo' }).pages.length);
    }
    // LibreOffice puts air between scripts whatever a file says: in these two that makes a line, and with it a page, more than the page view has.
    expect(all.filter(({ name, pages }) => printed[name]!.length !== pages.length).map(({ name }) => name)).toEqual(['joint-request', 'many-pages']);
    for (const { name } of own) {
      const page = squeeze(printed[name]!.find((each) => squeeze(each).includes('2026年8月1日')) ?? '');
      if (page !== '') expect(page.replace(/抄送：[^。]*。/, ''), name).toMatch(/。.*(局|林见川).*2026年8月1日/);
    }
    for (const { name, doc: sample, template } of samples) {
      const pages = printed[name]!;
      expect(pages[0]!.includes('— 1 —'), name).toBe(template.format !== 'letter');
      if (pages.length > 1) expect(pages[1], name).toContain('— 2 —');
      // Boxes are painted after the text of their page, in the middle of a paragraph that runs on to the next.
      const boxed = new Set((['issuerMark', 'resultMark'] as const).flatMap((role) => elementText(sample, role, '\n').split('\n')).map(squeeze));
      // Of a page only the last such line is a box: a title may begin with the same words.
      const split = pages.map((page) => page.replace(/— \d+ —/g, '').split('\n')).map((lines) => {
        const boxes = new Set([...boxed].map((each) => lines.findLastIndex((line) => squeeze(line) === each)));
        return { run: lines.filter((_, index) => !boxes.has(index)), boxes: lines.filter((_, index) => boxes.has(index)) };
      });
      const text = squeeze([...split.flatMap(({ run }) => run), ...split.flatMap(({ boxes }) => boxes)].join(''));
      for (const line of plainText(sample).split(/[\n\t]/)) expect(text, name).toContain(squeeze(line));
    }
  }, 180_000);
});
