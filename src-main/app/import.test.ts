import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import officeCrypto from 'officecrypto-tool';
import { expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Imported } from '#core/contract/model.ts';
import { isPacked } from '#core/contract/wire.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { schema } from '#core/document/schema.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import type { AppContext } from './context.ts';
import { importHandlers } from './import.ts';

const templates = TEMPLATE_IDS.map(templateOf);
const shelf = { list: async () => templates, get: async (id: string) => templates.find((each) => each.id === id)! } as AppContext['templates'];
const handlers = importHandlers({ templates: shelf } as AppContext);
const read = async (name: string, bytes: Uint8Array): Promise<Imported> => {
  const answer = await handlers['import.read']({ name, bytes });
  if (isPacked(answer)) throw new Error('read in a thread');
  return answer;
};
const refusal = async (name: string, bytes: Uint8Array): Promise<unknown> => read(name, bytes).then(() => 'read', (error: unknown) => (error instanceof AppError ? [error.code, error.details.name] : error));

const REPLY = '对十四届全国人大二次会议第0412号建议的答复\n\n照护函〔2024〕12号\n\n林×代表：\n\n您提出的《关于加大社区照护投入的建议》收悉。现答复如下：\n\n感谢您对照护保障工作的关心和支持。\n\n国家照护保障局\n\n2024年8月9日\n';

test('文字文件导入成文稿，带上模板、要素和编码', async () => {
  const { file, encoding, report } = await read('答复.txt', iconv.encode(REPLY, 'gb18030'));
  expect(encoding).toBe('gb18030');
  expect(report).toMatchObject({ kind: 'reply', documentNumber: '照护函〔2024〕12号', date: '2024-08-09' });
  const doc = file.doc as { attrs: { template: string; fields: object }; content: { attrs: { slot: string | null } }[] };
  expect(doc.attrs).toMatchObject({ template: 'npc-reply', fields: { session: '十四届全国人大二次会议', number: '0412', proposers: ['林×'] } });
  expect(doc.content.map((block) => block.attrs.slot).filter((slot) => slot !== null)).toEqual(['documentNumber', 'title', 'addressee', 'opening', 'closing', 'signature', 'date']);
});

test('本程序的文稿文件原样读回', async () => {
  const doc = schema.nodes.doc.create({ template: 'notice' }, [schema.nodes.para.create({ role: 'title' }, schema.text('关于照护工作的通知'))]);
  const file = writeDocument(doc);
  expect(await read('稿.json', strToU8(JSON.stringify(file)))).toMatchObject({ file, report: { kind: 'notice', title: '关于照护工作的通知' } });
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 1]);
const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));

test.each([
  ['空文件', '空.txt', new Uint8Array(0), 'empty-file'],
  ['只有空白的文件', '空.txt', strToU8(' \n\u3000\n'), 'empty-file'],
  ['图片改名为文字', '图.txt', png, 'binary-file'],
  ['程序改名为文字', '程序.txt', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'binary-file'],
  ['一串乱字节', '乱.txt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), 'binary-file'],
  ['普通压缩包', '包.zip', zipSync({ 'a.txt': strToU8('a') }), 'binary-file'],
  ['PDF', '文件.pdf', strToU8('%PDF-1.7'), 'unsupported-file'],
  ['PDF 改名为文字', '文件.txt', strToU8('%PDF-1.7 xxxx'), 'unsupported-file'],
  ['不是 Word 的 docx', '文件.docx', strToU8('hello'), 'not-a-docx'],
  ['没有字的 docx', '空白.docx', wordFile(wordPara('')), 'empty-file'],
  ['别的 JSON', '别的.json', json({ a: 1 }), 'not-a-document'],
  ['不成形的 JSON', '坏.json', strToU8('{"format":'), 'not-a-document'],
  ['更新版本的文稿', '新.json', json({ format: 'niwen-document', version: 99, doc: {} }), 'newer-document'],
  ['结构损坏的文稿', '坏.json', json({ format: 'niwen-document', version: 1, doc: { type: 'doc', content: [] } }), 'broken-document'],
])('%s不读，说明原因和文件名', async (_, name, bytes, code) => {
  expect(await refusal(name, bytes)).toEqual([code, name]);
});

const PAGE = `<html><head><meta charset="utf-8"></head><body><p>关于做好自查工作的通知</p><p>各科室：</p><p>请按时报送。</p></body></html>`;
const archive = (encoding: string, body: string): Uint8Array => strToU8(`From: <由浏览器保存>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_部"\r\n\r\n------=_部\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n------=_部--\r\n`);
const quoted = [...strToU8(PAGE)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('').replace(/(.{72})/g, '$1=\r\n');

test.each([
  ['网页叫作 .doc 的', '通知.doc', strToU8(PAGE)],
  ['单文件网页叫作 .doc 的', '通知.doc', archive('base64', Buffer.from(PAGE).toString('base64').replace(/(.{76})/g, '$1\r\n'))],
  ['单文件网页', '通知.mht', archive('quoted-printable', quoted)],
])('%s，按网页读', async (_, name, bytes) => {
  expect((await read(name, bytes)).report).toMatchObject({ title: '关于做好自查工作的通知', addressee: '各科室', paragraphs: 1 });
});

test('邮件和没有网页的存档不当正文读，说得清', async () => {
  expect(await refusal('来信.eml', strToU8('From: a@b.example\nMIME-Version: 1.0\n\nabc'))).toEqual(['unsupported-file', '来信.eml']);
  expect(await refusal('来信.doc', strToU8('MIME-Version: 1.0\nContent-Type: text/plain\n\nabc'))).toEqual(['unsupported-file', '来信.doc']);
});

test('设了密码的 .docx 叫作 .doc、.wps 或没有后缀，一样问密码', async () => {
  const sealed = officeCrypto.encrypt(Buffer.from(wordFile(wordPara(wordRun('关于做好工作的通知')))), { password: '密' });
  for (const name of ['密件.doc', '密件.wps', '密件']) expect(await refusal(name, sealed)).toEqual(['encrypted-docx', name]);
});

test('压缩包和图片各说各的办法', async () => {
  const words = async (name: string, bytes: Uint8Array): Promise<string> => read(name, bytes).then(() => '', (error: unknown) => (error instanceof AppError ? FAILURES[error.code](error.details) : ''));
  expect(await words('包.zip', zipSync({ 'a.txt': strToU8('a') }))).toContain('请先解压');
  expect(await words('图.png', png)).toContain('识别文字');
});

test('五十兆的文字不读，说明原因和文件名', async () => {
  const bytes = new Uint8Array(50 * 1024 * 1024).fill(0x61);
  expect(await refusal('大.txt', bytes)).toEqual(['file-too-large', '大.txt']);
  expect(LARGEST_FILE).toBeLessThan(bytes.length);
});
