import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { attachmentPairs, isTied } from '#core/document/attachments.ts';
import { countDocument } from '#core/document/count.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import { documentTitle, textOf } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import { plainText } from '#core/document/plain-text.ts';
import { acceptAll, commentsOf, hasRevisions } from '#core/document/revisions.ts';
import { intakeWord } from '#core/intake/intake.ts';
import type { Intake } from '#core/intake/intake.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { arbitraryRevised } from '../../test/support/arbitrary-revisions.ts';
import { runs } from '../../test/support/runs.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

const WHO = 'w:id="1" w:author="李四" w:date="2026-08-01T08:30:00Z"';
const OTHER = 'w:id="2" w:author="王五" w:date="2026-08-02T09:00:00Z"';
const LI = { id: expect.any(String), a: '李四', s: 0, t: Date.UTC(2026, 7, 1, 8, 30) / 60_000 };
const WANG = { id: expect.any(String), a: '王五', s: 0, t: Date.UTC(2026, 7, 2, 9, 0) / 60_000 };
const ins = (inside: string, who = WHO): string => `<w:ins ${who}>${inside}</w:ins>`;
const del = (text: string, who = WHO): string => `<w:del ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const goneEnd = `<w:rPr><w:del ${WHO}/></w:rPr>`;

const TITLE = wordPara(wordRun('关于做好照护保障工作的通知'), '<w:jc w:val="center"/>');
const read = (body: string, parts: Record<string, string> = {}): Intake => intakeWord(readDocx(wordFile(TITLE + body, parts)));
/** Text by its open changes: ［+插入］［-删除］［-+插入又删除］. */
const shown = (para: Node): string => para.children.map((node) => {
  const [added, gone] = [node.marks.some(({ type }) => type.name === 'ins'), node.marks.some(({ type }) => type.name === 'del')];
  const text = node.isText ? node.text! : node.type.name === 'marker' ? '#' : '/';
  return added || gone ? `［${gone ? '-' : ''}${added ? '+' : ''}${text}］` : text;
}).join('');
const blocks = (doc: Node): string[] => doc.children.map((block) => (block.type.name === 'table' ? '表' : shown(block)) + (block.attrs.tc?.del ? '¶-' : '') + (block.attrs.tc?.ins ? '¶+' : ''));

async function again(doc: Node): Promise<Node> {
  const bytes = await writeDocx(doc, resolveStyles({ format: 'document' }), { title: '', author: '张三', created: new Date('2026-08-03T08:00:00Z') });
  return intakeWord(readDocx(bytes)).doc;
}

/** What must hold of every document with changes: it can be stored, and comes back from Word as it went. */
async function holds(doc: Node): Promise<void> {
  doc.check();
  const stored = readDocument(JSON.parse(JSON.stringify(writeDocument(doc))) as unknown);
  expect(stored.ok && stored.doc.eq(doc) && stored.unknown.length === 0).toBe(true);
  expect((await again(doc)).toJSON().content).toEqual(doc.toJSON().content);
}

describe('修订读进来还是修订', () => {
  test('插入、删除、插入后又被别人删除，各有姓名和时间', async () => {
    const { doc, report } = read(wordPara(wordRun('各单位要') + del('尽快') + ins(wordRun('立即')) + wordRun('开展') + ins(del('全面', OTHER)) + wordRun('自查，并报送结果。')));
    expect(blocks(doc)[1]).toBe('各单位要［-尽快］［+立即］开展［-+全面］自查，并报送结果。');
    const marked = doc.child(1).children.filter((node) => node.marks.length > 0).map((node) => Object.fromEntries(node.marks.map((mark) => [mark.type.name, mark.attrs.rev])));
    expect(marked).toEqual([{ del: LI }, { ins: LI }, { ins: LI, del: WANG }]);
    expect(report.report).toContainEqual({ code: 'kept-revision', count: 4 });
    expect(report.title).toBe('关于做好照护保障工作的通知');
    await holds(doc);
  });

  test('删去的字不算文稿的字：标题、字数、全文里都没有', () => {
    const body = wordPara(wordRun('现将有关事项通知如下。') + del('请勿外传。'));
    const { doc } = intakeWord(readDocx(wordFile(wordPara(wordRun('关于') + del('暂缓') + wordRun('做好照护工作的通知')) + body)));
    expect(documentTitle(doc)).toBe('关于做好照护工作的通知');
    expect(plainText(doc)).toBe('关于做好照护工作的通知\n现将有关事项通知如下。');
    expect(countDocument(doc).characters).toBe('关于做好照护工作的通知现将有关事项通知如下。'.length);
    expect(hasRevisions(doc) && !hasRevisions(acceptAll(doc))).toBe(true);
  });

  test('段落标记的插入和删除；整段删去的标题不占序号', async () => {
    const { doc } = read(
      wordPara(wordRun('一、总体要求')) + wordPara(wordRun('坚持问题导向，')) .replace('<w:p>', `<w:p><w:pPr>${goneEnd}</w:pPr>`) + wordPara(wordRun('坚持系统观念。'))
      + wordPara(del('二、保留事项'), `${goneEnd}`) + wordPara(wordRun('二、重点任务')) + wordPara(ins(wordRun('新增一段。')), `<w:rPr><w:ins ${OTHER}/></w:rPr>`) + wordPara(wordRun('三、保障措施')),
    );
    expect(blocks(doc).slice(1)).toEqual(['总体要求', '坚持问题导向，¶-', '坚持系统观念。', '［-二、保留事项］¶-', '重点任务', '［+新增一段。］¶+', '保障措施']);
    expect([...numberDocument(doc).paragraphs.values()].map(({ text }) => text)).toEqual(['一、', '二、', '三、']);
    expect(plainText(doc).split('\n').slice(1)).toEqual(['一、总体要求', '坚持问题导向，坚持系统观念。', '二、重点任务', '新增一段。', '三、保障措施']);
    await holds(doc);
  });

  test('移动读作删除和插入，并说明', async () => {
    const moved = `<w:moveFrom ${WHO}><w:r><w:t>按月调度。</w:t></w:r></w:moveFrom>`;
    const { doc, report } = read(wordPara(wordRun('建立台账。') + moved) + wordPara(wordRun('定期通报。') + `<w:moveTo ${WHO}>${wordRun('按月调度。')}</w:moveTo>`));
    expect(blocks(doc).slice(1)).toEqual(['建立台账。［-按月调度。］', '定期通报。［+按月调度。］']);
    expect(report.report.find(({ code }) => code === 'unsupported-part')?.items).toEqual([{ what: 'move', text: '按月调度。', near: '建立台账。' }]);
    await holds(doc);
  });

  test('表格行的插入和删除，单元格里的修订', async () => {
    const cell = (inside: string, properties = ''): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${wordPara(inside, properties)}</w:tc>`;
    const row = (change: string, ...cells: string[]): string => `<w:tr>${change === '' ? '' : `<w:trPr><w:${change} ${WHO}/></w:trPr>`}${cells.join('')}</w:tr>`;
    const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>${row('', cell(wordRun('责任单位')), cell(wordRun('进度要求')))}${row('del', cell(wordRun('县民政局')), cell(wordRun('六月底')))}${row('ins', cell(wordRun('县财政局')), cell(wordRun('七') + del('八') + wordRun('月底'), '<w:jc w:val="center"/>'))}</w:tbl>`;
    const { doc } = read(wordPara(wordRun('任务分工如下：')) + table + wordPara(wordRun('请认真落实。')));
    const [, , found] = doc.children;
    expect(found!.children.map((each) => each.attrs.tc)).toEqual([null, { del: LI }, { ins: LI }]);
    expect(shown(found!.child(2).child(1).child(0))).toBe('七［-八］月底');
    expect(found!.child(2).child(1).child(0).attrs.align).toBe('center');
    expect(plainText(doc)).toContain('责任单位\t进度要求\n县财政局\t七月底');
    expect(plainText(doc)).not.toContain('县民政局');
    await holds(doc);
  });

  test('字形的修订记下原来的样子；只改字体字号的说明没有保留', async () => {
    const bolder = wordRun('重点', `<w:b/><w:rPrChange ${WHO}><w:rPr><w:u w:val="single"/></w:rPr></w:rPrChange>`);
    const larger = wordRun('任务', `<w:sz w:val="32"/><w:rPrChange ${WHO}><w:rPr/></w:rPrChange>`);
    const { doc, report } = read(wordPara(wordRun('明确') + bolder + larger + wordRun('和分工。')));
    expect(doc.child(1).child(1).marks.map((mark) => [mark.type.name, mark.attrs])).toEqual([
      ['fmt', { layers: { bold: [{ rev: LI, from: false }], underline: [{ rev: LI, from: true }] } }], ['bold', {}],
    ]);
    expect(report.report.find(({ code }) => code === 'unsupported-part')?.items).toEqual([{ what: 'formatChange', text: '', near: '明确重点任务和分工。' }]);
    await holds(doc);
  });

  test('段落属性的修订', async () => {
    const { doc } = read(wordPara(wordRun('附表说明。'), `<w:jc w:val="center"/><w:pPrChange ${WHO}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>`) + wordPara(wordRun('此外不变。')));
    expect(doc.child(1).attrs.tc).toEqual({ pPr: { align: [{ rev: LI, from: 'right' }] } });
    await holds(doc);
  });

  test('整段删去又没有下文、删在开头结尾的，一样留着', async () => {
    const { doc } = read(wordPara(del('（征求意见稿）') + wordRun('请各单位遵照执行。') + del('特此通知。')) + wordPara(del('以上意见供参考。')));
    expect(blocks(doc).slice(1)).toEqual(['［-（征求意见稿）］请各单位遵照执行。［-特此通知。］', '［-以上意见供参考。］¶-']);
    expect(plainText(doc).split('\n').at(-1)).toBe('请各单位遵照执行。');
    await holds(doc);
  });
});

describe('批注', () => {
  const comment = (id: number, text: string, paraId: string): string => `<w:comment w:id="${id}" w:author="王五" w:initials="W" w:date="2026-08-02T09:00:00Z"><w:p w14:paraId="${paraId}">${wordRun(text)}</w:p></w:comment>`;
  const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;

  test('批注连同作者、时间、答复、已解决读进来，锚在原来的字上', async () => {
    const parts = { comments: comment(5, '依据是什么？', '00000011') + comment(6, '见上级文件。', '00000012') + comment(7, '语气过重', '00000013'), commentsExtended: '<w15:commentEx w15:paraId="00000011" w15:done="1"/><w15:commentEx w15:paraId="00000012" w15:paraIdParent="00000011" w15:done="0"/>' };
    const { doc, report } = read(wordPara(wordRun('各单位') + start(5) + start(6) + wordRun('必须') + end(5) + end(6) + wordRun('在') + start(7) + wordRun('本月')) + wordPara(wordRun('底前') + end(7) + wordRun('报送。')), parts);
    expect(commentsOf(doc)).toEqual([
      { id: '0', author: '王五', initials: 'W', at: WANG.t, paragraphs: ['依据是什么？'], parent: null, done: true },
      { id: '1', author: '王五', initials: 'W', at: WANG.t, paragraphs: ['见上级文件。'], parent: '0', done: false },
      { id: '2', author: '王五', initials: 'W', at: WANG.t, paragraphs: ['语气过重'], parent: null, done: false },
    ]);
    const anchors = doc.children.flatMap((para) => para.children.flatMap((node) => node.marks.map((mark) => [mark.attrs.id, node.text])));
    expect(anchors).toEqual([['0', '必须'], ['1', '必须'], ['2', '本月'], ['2', '底前']]);
    expect(report.report).toContainEqual({ code: 'kept-comment', count: 3 });
    const back = await again(doc);
    expect(back.toJSON().content).toEqual(doc.toJSON().content);
    expect(commentsOf(back)).toEqual(commentsOf(doc));
  });

  test('没有圈住文字的批注留在那一段', async () => {
    const { doc } = read(wordPara(wordRun('报送结果。') + '<w:r><w:commentReference w:id="5"/></w:r>'), { comments: comment(5, '何时？', '00000011') });
    expect(doc.child(1).attrs.commentIds).toEqual(['0']);
    expect((await again(doc)).toJSON().content).toEqual(doc.toJSON().content);
  });
});

/** What is read, but for blanks and blank lines, which an import takes away, and for inline numbers, whose series a deleted one may break. */
const words = (doc: Node): string[] => plainText(doc).split('\n').map(bare).filter((line) => line !== '');
const bare = (text: string): string => text.replace(/\s|[一二三四五六七八九十]+是|第[一二三四五六七八九十]+，|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳]/g, '');
const struckWords = (doc: Node): string => {
  const found: string[] = [];
  const { references } = numberDocument(doc);
  doc.descendants((node, pos) => {
    if (node.marks.some(({ type }) => type.name === 'del')) found.push(node.text ?? references.get(pos)?.text ?? '');
    return true;
  });
  return bare(found.join('')).split('').sort().join('');
};

test('任何带修订的公文导出再导入，接受后的全文不变，删去的字一个不少', async () => {
  await fc.assert(fc.asyncProperty(arbitraryRevised, async (doc) => {
    // What has nothing left but blanks goes in an import, its label with it.
    fc.pre(acceptAll(doc).children.every((block) => block.type.name === 'table' || block.attrs.role === 'body' || textOf(block).trim() !== ''));
    // An annex that has the name of a line of the 附件说明 is that line's in an import, with its number (7.3.7).
    fc.pre(attachmentPairs(doc).every(({ note, annex }) => isTied(note.node, annex.node)));
    const back = await again(doc);
    back.check();
    expect(struckWords(back)).toBe(struckWords(doc));
    expect(words(back)).toEqual(words(doc));
  }), { ...runs(25), endOnFailure: true });
});
