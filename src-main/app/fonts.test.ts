import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ExportedFile, LayoutReport } from '#core/contract/model.ts';
import { writeDocument } from '#core/document/document-file.ts';
import { doc, p, para, title } from '../../test/support/build.ts';
import { fontFile, withLastCharacterAt } from '../../test/support/font-file.ts';
import { quietPorts } from '../../test/support/quiet-ports.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { findTool } from '../../test/support/tools.ts';
import { createApp } from './create-app.ts';
import { dispatch } from './dispatch.ts';

type Call = <Output>(method: string, input?: object) => Promise<Output>;

/** An app on a machine with these fonts. */
function openOn(files: Readonly<Record<string, Buffer>>): Call {
  const [data, fonts] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(fonts, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(fonts, name), bytes);
  const ports = quietPorts();
  const app = createApp({ ...ports, folders: { ...ports.folders, data, fonts: [fonts] } });
  onTestFinished(() => app.close());
  return async (method, input) => {
    const reply = await dispatch(app, { method, input });
    if (!reply.ok) throw new Error(reply.failure.code);
    return reply.output as never;
  };
}

const text = '按照2027年工作安排，现将“有关事项”通知如下。';
const draft = { file: writeDocument(doc(title('关于2027年工作的通知'), para('addressee', '各单位：'), ...Array.from({ length: 12 }, () => p(text.repeat(4))))) };
const linesOf = ({ pages }: LayoutReport): string[] => pages.flatMap(({ lines }) => lines.map(({ text: words }) => words));

test.skipIf(!findTool('pdftotext'))('自己的仿宋、小标宋印进 PDF，文字照样读得出来；每行每面同用自带字体时一样', async () => {
  const call = openOn({ '仿宋.ttf': await fontFile({ family: 'FangSong_GB2312', like: 'fang', characters: `${text}各单位：` }), '小标宋.ttf': await fontFile({ family: 'FZXiaoBiaoSong-B05S', characters: '关于工作的通知2027年' }) });
  const { bytes } = await call<ExportedFile>('export.write', { ...draft, format: 'pdf' });
  const file = join(temporaryFolder(), 'a.pdf');
  writeFileSync(file, bytes);
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
  expect(fonts).toMatch(/\+FangSong_GB2312-Regular +CID TrueType +Identity-H +yes yes yes/);
  expect(fonts).toMatch(/\+FZXiaoBiaoSong-B05S-Regular +CID TrueType/);
  expect(fonts).not.toMatch(/NiwenFang|NiwenBiao/);
  expect(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')).toContain(text);
  expect(linesOf(await call('layout.run', draft))).toEqual(linesOf(await openOn({})<LayoutReport>('layout.run', draft)));
  await call('font.choose', { face: 'fang', wish: 'bundled' });
  const again = await call<ExportedFile>('export.write', { ...draft, format: 'pdf' });
  expect(Buffer.from(again.bytes).toString('latin1')).toContain('NiwenFang');
});

test('哪种自带字体都没有、自己的字体里有的字，印得出来，不报缺字；都没有的才报，说明在第几页', async () => {
  const rare = String.fromCodePoint(0xa015);
  const file = writeDocument(doc(p(`生僻${rare}字`), p('\u{2a6d6}')));
  const missing = async (call: Call): Promise<string[]> => (await call<LayoutReport>('layout.run', { file })).diagnostics.map(({ code, page, args }) => `${code} ${page} ${args['code']}`);
  expect(await missing(openOn({}))).toEqual(['glyph-missing 1 U+A015', 'glyph-missing 1 U+2A6D6']);
  const call = openOn({ '宋体扩展.ttf': withLastCharacterAt(await fontFile({ family: '宋体-ExtB', like: 'song', characters: '龥' }), 0xa015) });
  expect(await missing(call)).toEqual(['glyph-missing 1 U+2A6D6']);
  const { bytes, missing: blank } = await call<ExportedFile>('export.write', { file, format: 'pdf' });
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/BaseFont \/[A-Z]{6}\+-ExtB-Regular/);
  expect(blank).toHaveLength(1);
});

test('窗口取得到正在用的字体，从不取别的文件', async () => {
  const call = openOn({ '仿宋.ttf': await fontFile({ family: '仿宋_GB2312', characters: '甲' }) });
  const { roles, inner } = await call<{ roles: Record<string, string>; inner: unknown[] }>('font.inUse');
  expect(inner).toEqual([]);
  expect((await call<Uint8Array>('font.read', { id: roles['fang'] })).length).toBeGreaterThan(1000);
  await expect(call('font.read', { id: '../../niwen.sqlite' })).rejects.toThrow('not-found');
});

test('用着的字体文件不见了、坏了，PDF 照样写得成，换用自带的字体', async () => {
  const fonts = temporaryFolder();
  const file = join(fonts, '仿宋.ttf');
  writeFileSync(file, await fontFile({ family: '仿宋_GB2312', like: 'fang', characters: text }));
  const ports = quietPorts();
  const app = createApp({ ...ports, folders: { ...ports.folders, data: temporaryFolder(), fonts: [fonts] } });
  onTestFinished(() => app.close());
  const wish = { file: { ...draft.file } };
  expect((await app.handlers['layout.run'](wish)).fonts).toContainEqual(expect.objectContaining({ name: '仿宋_GB2312' }));
  rmSync(file);
  expect(Buffer.from((await app.handlers['export.write']({ ...wish, format: 'pdf' })).bytes).toString('latin1')).toContain('+NiwenFang-Regular');
  expect((await app.handlers['layout.run'](wish)).fonts.filter(({ name }) => name !== null)).toEqual([]);
  expect((await app.handlers['font.inUse'](undefined)).more).toEqual([]);
});
