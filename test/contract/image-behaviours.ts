import { expect } from 'vitest';
import { writeDocument } from '#core/document/document-file.ts';
import { schema } from '#core/document/schema.ts';
import { doc, p, title } from '../support/build.ts';
import { image, pngFile, sourceOf } from '../support/pictures.ts';
import type { Behaviour } from './world.ts';

const picture = pngFile(3, 2);
const illustrated = doc(title('关于现场照片的通知'), p('现场如下。'), schema.nodes.para.create(null, image(picture, 600, 400, '全景')));

export const imageBehaviours: readonly Behaviour[] = [
  {
    name: '图片：存一次，按摘要取；不是图片的、带不走的，说得出为什么',
    async run({ call, refused }) {
      expect(await call('image.put', { name: '全景.png', bytes: picture })).toEqual({ source: sourceOf(picture), type: 'image/png', width: 3, height: 2, isTurned: false });
      expect(await call('image.read', { source: sourceOf(picture) })).toEqual({ type: 'image/png', bytes: picture });
      expect(await refused('image.read', { source: 'f'.repeat(64) })).toMatchObject({ code: 'not-found' });
      expect(await refused('image.put', { name: '稿.png', bytes: new TextEncoder().encode('一份通知') })).toMatchObject({ code: 'not-an-image', details: { name: '稿.png' } });
      expect(await refused('image.put', { name: '动图.gif', bytes: new TextEncoder().encode('GIF89a\u0001\0\u0001\0\0\0\0') })).toMatchObject({ code: 'unknown-image-type', details: { type: 'gif' } });
    },
  },
  {
    name: '带图片的文稿文件打开了，图片进文稿库；导出的文稿文件和 PDF 带着它，名不副实的图片不认',
    async run({ call, refused }) {
      await call('person.set', { name: '张三', post: '科员' });
      const data = Buffer.from(picture).toString('base64');
      const file = { ...writeDocument(illustrated, { [sourceOf(picture)]: { type: 'image/png', data } }) };
      const { summary } = await call('document.add', { file });
      expect((await call('image.read', { source: sourceOf(picture) })).bytes).toEqual(picture);
      const { bytes } = await call('export.write', { id: summary.id, format: 'json' });
      expect((JSON.parse(new TextDecoder().decode(bytes)) as { images: unknown }).images).toEqual({ [sourceOf(picture)]: { type: 'image/png', data } });
      expect(new TextDecoder('latin1').decode((await call('export.write', { id: summary.id, format: 'pdf' })).bytes)).toContain('/Subtype /Image');
      expect(new TextDecoder().decode((await call('export.write', { id: summary.id, format: 'txt' })).bytes)).toContain('［图片：全景］');
      const misnamed = 'e'.repeat(64);
      await call('document.add', { file: { ...writeDocument(illustrated, { [misnamed]: { type: 'image/png', data } }) } });
      expect(await refused('image.read', { source: misnamed })).toMatchObject({ code: 'not-found' });
    },
  },
];
