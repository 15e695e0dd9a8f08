import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { imageSources } from '#core/document/image.ts';
import { schema } from '#core/document/schema.ts';
import { intakeWord } from '#core/intake/intake.ts';
import type { WordSource } from '#core/intake/source.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { arbitraryIllustrated, PICTURES } from '../../test/support/arbitrary-images.ts';
import { doc, p, title } from '../../test/support/build.ts';
import { layOut } from '../../test/support/layout.ts';
import { image, jpegFile, pngFile, sourceOf } from '../../test/support/pictures.ts';
import { runs } from '../../test/support/runs.ts';
import { describeMissing, findTool } from '../../test/support/tools.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

const bytesOf = (...pictures: Uint8Array[]): Map<string, Uint8Array> => new Map(pictures.map((each) => [sourceOf(each), each]));
const write = (node: Node, pictures: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> =>
  writeDocx(node, resolveStyles(null), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') }, undefined, pictures);
const imagesIn = (node: Node): Record<string, unknown>[] => {
  const found: Record<string, unknown>[] = [];
  node.descendants((each) => {
    if (each.type.name === 'image') found.push(each.attrs);
  });
  return found;
};

const png = pngFile(4, 3);
const jpeg = jpegFile();
const paragraph = (...content: Node[]): Node => schema.nodes.para.create(null, content);
const cell = (...content: Node[]): Node => schema.nodes.tableCell.create(null, content);
const illustrated = doc(
  title('关于报送现场照片的通知'), p('现场情况如下。'), paragraph(image(png, 4000, 3000, '现场全景')),
  paragraph(schema.text('标志'), image(jpeg, 300, 300), schema.text('设在入口。')),
  schema.nodes.table.create(null, [
    schema.nodes.tableRow.create({ header: true }, [cell(p('地点')), cell(p('照片'))]),
    schema.nodes.tableRow.create(null, [cell(p('东门')), cell(paragraph(image(png, 1200, 900, '东门')))]),
  ]),
);

test('带图片的公文导出 Word 再导入，一张不少，一字不差', async () => {
  const bytes = await write(illustrated, bytesOf(png, jpeg));
  const word = readDocx(bytes);
  const back = intakeWord(word);
  expect(back.doc.toJSON().content.map((block: { type: string }) => block.type)).toEqual(illustrated.toJSON().content.map((block: { type: string }) => block.type));
  expect(imagesIn(back.doc)).toEqual(imagesIn(illustrated));
  expect(back.doc.child(3).toJSON()).toEqual(illustrated.child(3).toJSON());
  expect(back.doc.child(2).toJSON()).toEqual(illustrated.child(2).toJSON());
  expect(Object.entries(word.images!).map(([source, { data }]) => [source, Buffer.compare(Buffer.from(data, 'base64'), source === sourceOf(png) ? png : jpeg)])).toEqual([[sourceOf(png), 0], [sourceOf(jpeg), 0]]);
  expect(back.report.report).toContainEqual({ code: 'kept-image', count: 3 });
  // The same picture stands in the file once.
  expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('media/'))).toEqual(['word/media/image1.png', 'word/media/image2.jpg']);
  expect(await write(illustrated, bytesOf(png, jpeg))).toEqual(bytes);
});

test('找不到字节的图片，Word 里写明缺图，不坏文件', async () => {
  const bytes = await write(doc(paragraph(image(png, 400, 300, '全景'))), new Map());
  expect(readDocx(bytes).blocks).toMatchObject([{ text: '［图片：全景］' }]);
});

test('任何公文里的图片，导出 Word 再导入都在，次序不变', async () => {
  await fc.assert(fc.asyncProperty(arbitraryIllustrated, async (node) => {
    const inMain = doc(...node.children.filter((block) => ['body', 'heading', 'article', undefined].includes(block.attrs.role as string | undefined)), p('完'));
    const back = intakeWord(readDocx(await write(inMain, bytesOf(...PICTURES)))).doc;
    const facts = (each: Node): unknown[] => imagesIn(each).map(({ source, alt }) => `${String(source)} ${String(alt)}`);
    expect(facts(back).sort()).toEqual(facts(inMain).sort());
  }), runs(30));
}, 60_000);

/** A file of another program with one part of a picture. */
const foreign = (body: string, media: Record<string, Uint8Array>, relations: Record<string, string>): WordSource => readDocx(zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(`<w:document xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:a="a" xmlns:pic="pic" xmlns:v="v"><w:body>${body}</w:body></w:document>`),
  'word/_rels/document.xml.rels': strToU8(`<Relationships>${Object.entries(relations).map(([id, target]) => `<Relationship Id="${id}" Type="x/image" Target="${target}"/>`).join('')}</Relationships>`),
  ...media,
}));
const drawing = (kind: 'inline' | 'anchor', id: string): string =>
  `<w:p><w:r><w:t>见图</w:t></w:r><w:r><w:drawing><wp:${kind}><wp:extent cx="635000" cy="317500"/><wp:docPr id="1" name="图" descr="平面图"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r></w:p>`;

test('浮动的图片嵌进所在的段落，报告里说明；老格式的图片一样读得', () => {
  const word = foreign(`${drawing('anchor', 'r1')}<w:p><w:r><w:pict><v:shape style="width:50pt;height:2.54cm"><v:imagedata r:id="r1"/></v:shape></w:pict></w:r></w:p>`, { 'word/media/a.png': png }, { r1: 'media/a.png' });
  const { doc: read, report } = intakeWord(word);
  expect(imagesIn(read)).toMatchObject([{ source: sourceOf(png), width: 1000, height: 500, alt: '平面图' }, { width: 1000, height: 1440 }]);
  expect(read.child(0).textContent).toBe('见图');
  expect(report.report).toContainEqual({ code: 'moved-image', count: 1, items: [{ what: 'floatingImage', text: '平面图', near: '见图' }] });
});

test('带不走的图片点名报告：什么格式，说明是什么，在哪里', () => {
  const emf = new Uint8Array(Buffer.from(`\x01\x00\x00\x00${'\0'.repeat(36)} EMF`, 'latin1'));
  const word = foreign(drawing('inline', 'r1') + drawing('inline', 'r9'), { 'word/media/a.emf': emf }, { r1: 'media/a.emf' });
  expect(word.notes).toEqual([{ what: 'image', text: '平面图，EMF 格式', near: '见图' }, { what: 'image', text: '平面图', near: '见图' }]);
  expect(imageSources(intakeWord(word).doc)).toEqual([]);
});

test('图片加起来大得不合常理的文件，不读，说得清', () => {
  const heavy = (seed: number): Uint8Array => {
    const whole = new Uint8Array(15 * 1024 * 1024).fill(seed);
    whole.set(pngFile(1, 1));
    return whole;
  };
  const names = ['a', 'b', 'c'];
  expect(() => foreign(names.map((name) => drawing('inline', name)).join(''), Object.fromEntries(names.map((name, seed) => [`word/media/${name}.png`, heavy(seed)])), Object.fromEntries(names.map((name) => [name, `media/${name}.png`])))).toThrow(expect.objectContaining({ code: 'too-much-inside' }));
});

if (!findTool('soffice')) console.warn(describeMissing('soffice'));

test.skipIf(!findTool('soffice'))('LibreOffice 里图片占整行，面数和版面上一样', async () => {
  const filler = (count: number): Node[] => Array.from({ length: count }, (_, index) => p(`第${index + 1}处现场已经查看，情况属实，照片附后，请各单位对照整改。`));
  // 24 lines above and below: a picture of seven lines goes to the next page whole, and of twelve.
  const pictures = pngFile(40, 30);
  const paper = doc(
    title('关于报送现场照片的通知'), ...filler(9), paragraph(image(pictures, 5000, 3750)), ...filler(4), paragraph(image(pictures, 8000, 6000)), ...filler(12),
    schema.nodes.table.create(null, [
      schema.nodes.tableRow.create({ header: true }, [cell(p('地点')), cell(p('照片'))]),
      ...['东门', '西门', '南门'].map((place) => schema.nodes.tableRow.create(null, [cell(p(place)), cell(paragraph(image(pictures, 3200, 2400, place)))])),
    ]), ...filler(6),
  );
  const folder = mkdtempSync(join(tmpdir(), 'niwen-images-'));
  writeFileSync(join(folder, 'a.docx'), await write(paper, bytesOf(pictures)));
  execFileSync(findTool('soffice')!, ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'a.docx')], { stdio: 'ignore', timeout: 120_000 });
  const info = execFileSync('pdfinfo', [join(folder, 'a.pdf')], { encoding: 'utf8' });
  expect(Number(/^Pages: +(\d+)/m.exec(info)![1])).toBe(layOut(paper, null, { profile: 'lo' }).pages.length);
}, 180_000);
