import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { arbitraryIllustrated } from '../../test/support/arbitrary-images.ts';
import { arbitraryAnnotatedDocument } from '../../test/support/arbitrary-notes.ts';
import { arbitraryRevised } from '../../test/support/arbitrary-revisions.ts';
import { runs } from '../../test/support/runs.ts';
import { sampleOf, templateOf, TEMPLATE_IDS } from '../../test/support/samples.ts';
import { readTemplateFields } from '../intake/read-template-fields.ts';
import { reportDocument } from '../intake/report-document.ts';
import { changeTemplate } from './change-template.ts';
import { documentTitle, elementText, findParagraphs, roleOf, textOf } from './elements.ts';
import { changeFields, createDocument, slotNodes } from './fill.ts';
import { schema } from './schema.ts';

const { para, lineBreak } = schema.nodes;
const say = (doc: Node): string[] => doc.children.map(textOf).filter((text) => text !== '');

function change(doc: Node, from: string | null, to: string) {
  const tr = new Transform(doc);
  const { taken } = changeTemplate(tr, from === null ? null : templateOf(from), templateOf(to), readTemplateFields(doc, reportDocument(doc), templateOf(to)));
  tr.doc.check();
  return { doc: tr.doc, taken, undone: tr.steps.reduceRight((after, step, index) => step.invert(tr.docs[index]!).apply(after).doc!, tr.doc) };
}

describe('改换文种', () => {
  test('请示改报告：标题和结语跟着改，写好的正文、落款、版记一字不动，改回来还是原样', () => {
    const request = sampleOf('request');
    const { doc, taken, undone } = change(request, 'request', 'report');
    expect(doc.attrs.template).toBe('report');
    expect(documentTitle(doc)).toBe('青川市照护保障局关于设立青川市照护人才培训基地的报告');
    expect(say(doc)).toEqual(say(request).map((text) => text.replace(/的请示$/, '的报告').replace('妥否，请批示。', '特此报告。')));
    expect(taken).toEqual([]);
    expect(undone.eq(request)).toBe(true);
    expect(say(change(doc, 'report', 'request').doc)).toEqual(say(request));
  });

  test('报告改函：版头的“文件”没有了，函里没有的签发人、印发机关拿下来并说出来，值留着，改回来还在', () => {
    const report = sampleOf('report');
    const { doc, taken } = change(report, 'report', 'letter');
    expect(elementText(doc, 'issuerMark')).toBe('青川市照护保障局');
    expect(taken).toEqual(['signatory', 'printer', 'printDate']);
    expect(elementText(change(doc, 'letter', 'report').doc, 'signatory')).toBe(elementText(report, 'signatory'));
    // What was filled in is not given up for a blank: the opening names what it rests on.
    expect(say(doc)).toContain(say(report).find((text) => text.startsWith('根据《')));
  });

  test('没写过的新稿换了模板，就是那个模板的新稿', () => {
    const values = { issuer: '青禾县民政局', matter: '新建社区食堂' };
    for (const to of ['letter', 'notice', 'request', 'situation-report', 'minutes', 'notice-meeting']) {
      const { doc } = change(createDocument(templateOf('report'), values), 'report', to);
      expect(say(doc)).toEqual(say(createDocument(templateOf(to), values)));
    }
  });

  test('换了以后，填要素照样带动纸面', () => {
    const tr = new Transform(change(sampleOf('request'), 'request', 'report').doc);
    changeFields(tr, templateOf('report'), { issuer: '青禾县民政局' });
    expect([elementText(tr.doc, 'issuerMark'), documentTitle(tr.doc), elementText(tr.doc, 'signature')]).toEqual(['青禾县民政局文件', '青禾县民政局关于设立青川市照护人才培训基地的报告', '青禾县民政局']);
  });

  test('手改过的标题只换文种，里面的回行还在；不是“关于……的”就不动', () => {
    const title = (...texts: string[]): Node => {
      const parts = texts.flatMap((text, index) => [...(index > 0 ? [lineBreak.create()] : []), schema.text(text)]);
      return schema.nodes.doc.create({ template: 'request', fields: {} }, [para.create({ role: 'title', slot: 'title' }, parts), para.create(null, schema.text('正文。'))]);
    };
    const { doc } = change(title('青禾县民政局关于请求支持', '社区食堂建设的请示'), 'request', 'report');
    const first = findParagraphs(doc, 'title')[0]!.node;
    expect(first.textBetween(0, first.content.size, '', (leaf) => (leaf.type.name === 'lineBreak' ? '|' : ''))).toBe('青禾县民政局关于请求支持|社区食堂建设的报告');
    expect(documentTitle(change(title('对第0412号建议的答复'), 'npc-reply', 'notice').doc)).toBe('对第0412号建议的答复');
  });

  test('没有模板的稿子套上模板：说得出的要素认下来，文字一字不动', () => {
    const sample = sampleOf('notice');
    const bare = schema.nodes.doc.create({ numbering: sample.attrs.numbering as string }, sample.children.map((block) => block.type.create({ ...block.attrs, slot: null }, block.content)));
    const { doc } = change(bare, null, 'notice');
    expect(say(doc)).toEqual(say(sample));
    expect(doc.children.map(({ attrs }) => attrs.slot as string | null)).toEqual(sample.children.map(({ attrs }) => attrs.slot as string | null).map((slot) => (slot === 'tasks' ? null : slot)));
    expect(doc.attrs.fields).toMatchObject({ issuer: '青川市照护保障局', recipients: ['各区县照护保障局、市照护服务中心'], copyTo: ['市人大常委会办公室，市政协办公室，市财务统筹局'], date: '2026-11-16' });
  });

  test('任何两个模板之间：写进去的段落、标题、表格、附件一段不少，次序不变，能撤销', () => {
    for (const from of TEMPLATE_IDS) {
      const base = sampleOf(from);
      const template = templateOf(from);
      const fixed = new Set(template.elements.flatMap(({ slot }) => slotNodes(base, slot).map(({ node }) => node)));
      const written = base.children.filter((block) => !fixed.has(block) || ['annex', 'attachmentNote', 'embedded'].includes(roleOf(block) ?? '')).map((block) => block.textContent);
      for (const to of TEMPLATE_IDS) {
        const { doc, undone } = change(base, from, to);
        const kept = doc.children.map((block) => block.textContent);
        let at = -1;
        for (const text of written) {
          at = kept.indexOf(text, at + 1);
          if (at < 0 && roleOf(base.children.find((block) => block.textContent === text)!) === 'title') at = 0;
          expect([from, to, text, at >= 0]).toEqual([from, to, text, true]);
        }
        expect(undone.eq(base)).toBe(true);
      }
    }
  });

  test('带着修订、批注、脚注、图片的任何文稿，换哪个模板都换得成，也都能撤销', () => {
    fc.assert(fc.property(fc.oneof(arbitraryRevised, arbitraryAnnotatedDocument, arbitraryIllustrated), fc.constantFrom(null, ...TEMPLATE_IDS), fc.constantFrom(...TEMPLATE_IDS), (doc, from, to) => {
      const changed = change(doc, from, to);
      expect(changed.doc.attrs.template).toBe(to);
      expect(changed.undone.eq(doc)).toBe(true);
    }), runs(150));
  });
});
