import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { ExportFormat } from '#core/contract/methods.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { doc, h, p, para, title } from '../../test/support/build.ts';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { createApp } from './create-app.ts';
import { readDocx } from '../docx/read-docx.ts';

const draft = doc(title('关于<做好>工作/的 通知?'), h(1, '要求'), p('正文。'));

async function exported(format: ExportFormat, document = draft) {
  const app = createApp(quietPorts());
  try {
    return await app.handlers['export.write']({ file: { ...writeDocument(document) }, format });
  } finally {
    app.close();
  }
}

test('文件名取自标题，去掉系统不收的字符，不超过八十字', async () => {
  expect((await exported('docx')).name).toBe('关于做好工作的通知.docx');
  expect((await exported('txt', doc(title('长'.repeat(200))))).name).toBe(`${'长'.repeat(80)}.txt`);
  expect((await exported('json', doc(p()))).name).toBe('未命名公文.json');
  expect((await exported('txt', doc(title('..')))).name).toBe('未命名公文.txt');
});

test('文本带 BOM、用回车换行，序号写全，记事本打开不乱', async () => {
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exported('txt')).bytes)).toBe('\ufeff关于<做好>工作/的 通知?\r\n一、要求\r\n正文。\r\n');
});

test('JSON 原样带走整篇公文', async () => {
  expect(JSON.parse(new TextDecoder().decode((await exported('json')).bytes))).toEqual(writeDocument(draft));
});

test('Word 文件读得回来；库里的公文也能导出', async () => {
  const app = createApp(quietPorts());
  await app.handlers['person.set']({ name: '张三', post: '科员' });
  const { summary } = await app.handlers['document.fromExample']({ template: 'npc-reply' });
  const { name, bytes } = await app.handlers['export.write']({ id: summary.id, format: 'docx' });
  app.close();
  expect(name).toBe(`${summary.title}.docx`);
  expect(readDocx(bytes).blocks.map((block) => (block.kind === 'line' ? block.role : 'table'))).toEqual(expect.arrayContaining(['resultMark', 'issuerMark', 'documentNumber', 'title', 'copyTo']));
});

test('不是公文的文件不导出', async () => {
  const app = createApp(quietPorts());
  await expect(app.handlers['export.write']({ file: { a: 1 }, format: 'docx' })).rejects.toMatchObject({ code: 'not-a-document' });
  await expect(app.handlers['export.write']({ id: 'none', format: 'docx' })).rejects.toMatchObject({ code: 'not-found' });
  app.close();
});

test('版面为落款调过行距的，Word 文件里也是这个行距（7.3.5.5）', async () => {
  const lines = async (text: number): Promise<string> => {
    const { bytes } = await exported('docx', doc(p('照'.repeat(28 * text - 2)), para('signature', '青川市教育局'), para('date', '2026年8月1日')));
    return /<w:style [^>]*w:default="1" w:styleId="Normal">.*?w:line="(\d+)"/.exec(strFromU8(unzipSync(bytes)['word/styles.xml']!))![1]!;
  };
  expect(await lines(10)).toBe('579');
  // 22 lines of text would leave the 落款 alone: 21 a page.
  expect(await lines(22)).toBe(String(Math.floor((16838 - 2098 - 1984) / 21)));
});

test('纯文字留不住的，在旁边说清是什么；都留得住就不说', async () => {
  expect((await exported('txt')).lost).toBeUndefined();
  const sentence = doc(title('关于做好工作的批复'), h(1, '原则同意你局的请示。'), p('此复。'));
  expect((await exported('txt', sentence)).lost).toEqual(['sentence-headings']);
  expect((await exported('docx', sentence)).lost).toBeUndefined();
});

test('PDF 里标出的用印位置有几处，一并告诉；没有印章的不说', async () => {
  const sealed = doc(para('signature', '青川市教育局'), para('date', '2026年8月1日'));
  expect((await exported('pdf', sealed)).sealPlaces).toBe(1);
  expect((await exported('docx', sealed)).sealPlaces).toBeUndefined();
  expect((await exported('pdf')).sealPlaces).toBeUndefined();
});
