import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { numberDocument } from '#core/document/numbering.ts';
import { plainText } from '#core/document/plain-text.ts';
import { schema } from '#core/document/schema.ts';
import { intakeWord } from '#core/intake/intake.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

const REV = { id: 'w1', a: '李四', s: 0, t: 29_000_000 };
const refer = (target: string, form = 'full'): Node => schema.nodes.reference.create({ target, form });
const mixed = (...content: (string | Node)[]): Node => schema.nodes.para.create(null, content.map((each) => (typeof each === 'string' ? schema.text(each) : each)));

const NOTICE = doc(
  title('关于做好照护补助发放工作的通知'), h(1, '总体要求', { anchor: 'wen1' }), p('逐级落实。'), h(1, '补助标准'), h(2, '城区', { anchor: 'wen2' }),
  mixed('城区标准见', refer('fu2'), '，按', refer('wen1'), '执行，', refer('wen2', 'short'), '另有规定的除外。'),
  para('attachmentNote', '申请表', { annex: 'fu1' }), para('attachmentNote', '补助标准一览', { annex: 'fu2' }),
  para('annex', '申请表', { anchor: 'fu1' }), mixed('填写', refer('fu1', 'relative'), '时参看', refer('fu2'), '。'), para('annex', '补助标准一览表', { anchor: 'fu2' }), p('一档300元。'),
);

const write = (document: Node): Promise<Uint8Array> => writeDocx(document, resolveStyles({ format: 'document' }), { title: '', author: '张三', created: new Date('2026-08-01T08:00:00Z') });
const back = (bytes: Uint8Array): Node => intakeWord(readDocx(bytes)).doc;
/** What somebody does to the file in another program. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files['word/document.xml']!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...files, 'word/document.xml': strToU8(after) });
}
/** 见［附件2］: references in brackets, broken ones with an exclamation mark. */
function shown(document: Node): string[] {
  const { references } = numberDocument(document);
  const lines: string[] = [];
  document.forEach((block, pos) => {
    let line = '';
    block.forEach((child, offset) => {
      const words = references.get(pos + 1 + offset);
      line += words ? `［${words.isBroken ? '！' : ''}${words.text}］` : (child.text ?? '');
    });
    lines.push(line);
  });
  return lines;
}
const SAID = '城区标准见［附件2］，按［第一部分］执行，［第（一）项］另有规定的除外。';

describe('引用写进 Word，读回来还是引用', () => {
  test('指处、写法、附件说明同附件的对应，一样不差', async () => {
    expect(shown(NOTICE)[5]).toBe(SAID);
    const read = back(await write(NOTICE));
    expect(read.content.toJSON()).toEqual(NOTICE.content.toJSON());
    // The names of the second differ: only the file itself tells that they are one.
    expect(read.child(7).attrs.annex).toBe(read.child(10).attrs.anchor);
  });

  test('Word 里是指向书签的超链接，字样同正文一样', async () => {
    const xml = strFromU8(unzipSync(await write(NOTICE))['word/document.xml']!);
    expect(xml).toContain('<w:hyperlink w:anchor="_Nw_fu2" w:docLocation="full" w:tooltip="附件2"><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">附件2</w:t></w:r></w:hyperlink>');
    for (const anchor of ['wen1', 'wen2', 'fu1', 'fu2']) expect(xml.split(`w:name="_Nw_${anchor}"`)).toHaveLength(2);
  });

  test('引用本身有修订、加粗，也回得来', async () => {
    const [bold, del, ins] = [schema.mark('bold'), schema.mark('del', { rev: REV }), schema.mark('ins', { rev: REV })];
    const original = doc(title('关于补助的通知'), h(1, '标准', { anchor: 'wen1' }), mixed('按', refer('wen1').mark([bold]), '执行，', refer('wen1').mark([del]), refer('gone').mark([ins]), '。'), p('特此通知。'));
    const read = back(await write(original));
    expect(shown(read)).toEqual(shown(original));
    expect(read.child(2).children.map(({ marks }) => marks.map(({ type }) => type.name).join())).toEqual(original.child(2).children.map(({ marks }) => marks.map(({ type }) => type.name).join()));
  });

  test('整段删去而未接受的标题，引用仍指着它', async () => {
    const gone = (node: Node): Node => node.type.create({ ...node.attrs, tc: { del: REV } }, node.children.map((child) => child.mark([schema.mark('del', { rev: REV })])));
    const original = doc(title('关于补助的通知'), h(1, '要求'), gone(h(1, '标准', { anchor: 'wen1' })), h(1, '保障', { anchor: 'wen2' }), mixed('按', schema.nodes.reference.create({ target: 'wen1', was: '第二部分' }), '和', refer('wen2'), '执行。'));
    const read = back(await write(original));
    expect(read.content.toJSON()).toEqual(original.content.toJSON());
    expect(shown(read).at(-1)).toBe('按［！第二部分］和［第二部分］执行。');
  });

  test('锚不是本软件的字母写法，也指得回去', async () => {
    const original = doc(title('关于补助的通知'), h(1, '标准', { anchor: '第一节 A' }), h(1, '要求', { anchor: '第一节 a' }), mixed('按', refer('第一节 A'), '和', refer('第一节 a'), '执行。'));
    expect(shown(back(await write(original))).at(-1)).toBe('按［第一部分］和［第二部分］执行。');
  });
});

describe('在 Word、WPS 里改过以后', () => {
  test('前面插进一个附件，引用跟着变', async () => {
    const bytes = edited(await write(NOTICE), (xml) => {
      const another = (paragraph: string): string => paragraph.replaceAll(/<w:bookmark[^>]*>|<w:hyperlink.*?<\/w:hyperlink>/g, '').replace('申请表', '照护对象名单') + paragraph;
      return xml.replace(/<w:p>(?:(?!<w:p>).)*"NwAttachmentNote".*?<\/w:p>/, another).replace(/<w:p>(?:(?!<w:p>).)*"NwAnnexMark".*?<\/w:p>.*?<\/w:p>/, another);
    });
    expect(shown(back(bytes))[5]).toBe(SAID.replace('附件2', '附件3'));
  });

  test('指处整段删掉了，引用还说原话，标出没有指处', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replace(/<w:p><w:pPr><w:pStyle w:val="NwHeading2"\/><\/w:pPr>.*?<\/w:p>/, ''));
    expect(shown(back(bytes))[4]).toBe(SAID.replace('第（一）项', '！第（一）项'));
  });

  test('引用的字改了，就按改的字', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replace('>附件2</w:t>', '>后附标准</w:t>'));
    const read = back(bytes);
    expect(shown(read)[5]).toBe(SAID.replace('［附件2］', '后附标准'));
    expect(plainText(read)).toContain('城区标准见后附标准，');
  });

  test('改成同一处的另一种写法，仍是引用', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replace('>第（一）项</w:t>', '>第二部分第（一）项</w:t>'));
    const read = back(bytes);
    expect(shown(read)[5]).toBe(SAID.replace('［第（一）项］', '［第二部分第（一）项］'));
    expect(read.child(5).children.filter((node) => node.type.name === 'reference').map(({ attrs }) => attrs.form as string)).toEqual(['full', 'full', 'full']);
  });

  test('只改了引用的一部分字，留作文字和修订，不多不少', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replace(/<w:r>(?:(?!<w:r>).)*?>附件2<\/w:t><\/w:r>/, '<w:r><w:t>附件</w:t></w:r><w:del w:id="901" w:author="李四"><w:r><w:delText>2</w:delText></w:r></w:del><w:ins w:id="902" w:author="李四"><w:r><w:t>9</w:t></w:r></w:ins>'));
    expect(shown(back(bytes))[5]).toBe(SAID.replace('［附件2］', '附件29'));
    expect(plainText(back(bytes))).toContain('城区标准见附件9，');
  });

  test('一处引用被拆成几段同样的字，仍是一处引用', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replace('附件2</w:t></w:r></w:hyperlink>', '附件</w:t></w:r><w:r><w:t>2</w:t></w:r></w:hyperlink>'));
    expect(shown(back(bytes))[5]).toBe(SAID);
  });

  test('LibreOffice 另存过：写法记不住了，提示改了名目，仍是引用', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replaceAll(/ w:docLocation="[^"]*"/g, '').replaceAll('w:tooltip=', 'w:tgtFrame='));
    expect(shown(back(bytes))).toEqual(shown(NOTICE));
  });

  test('存成域的超链接也读得出', async () => {
    const bytes = edited(await write(NOTICE), (xml) => xml.replaceAll(/<w:hyperlink w:anchor="([^"]*)"[^>]*w:tooltip="([^"]*)">(.*?)<\/w:hyperlink>/g,
      (_, anchor: string, words: string, run: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK \\l "${anchor}" \\o "${words}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run}<w:r><w:fldChar w:fldCharType="end"/></w:r>`));
    expect(bytes.length).toBeGreaterThan(0);
    expect(back(bytes).content.toJSON()).toEqual(NOTICE.content.toJSON());
  });
});
