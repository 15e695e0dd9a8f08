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
  {
    name: '模板里的图片（标志、范例图）跟着模板文件走，同事收下就有，照它写的文稿里也有；文件里多带的不存',
    async run({ call, refused }) {
      await call('person.set', { name: '张三', post: '科员' });
      const carried = (bytes: Uint8Array) => ({ type: 'image/png', data: Buffer.from(bytes).toString('base64') });
      const content = schema.nodes.para.create(null, image(picture, 600, 400, '标志')).toJSON() as unknown;
      const template = { version: 1, extends: 'notice', id: 'office-shared', name: '带标志的通知', group: '本局', description: '', elements: [{ slot: 'emblem', role: 'body', text: '', content }] };
      const more = pngFile(5, 5);
      const file = { format: 'niwen-template', version: 1, base: '通知', template, images: { [sourceOf(picture)]: carried(picture), [sourceOf(more)]: carried(more) } };
      const { id } = await call('template.import', { name: '带标志.nwt', bytes: new TextEncoder().encode(JSON.stringify(file)) });
      expect((await call('image.read', { source: sourceOf(picture) })).bytes).toEqual(picture);
      expect(await refused('image.read', { source: sourceOf(more) })).toMatchObject({ code: 'not-found' });
      const draft = await call('document.fromTemplate', { template: id, fields: {} });
      expect(JSON.stringify(draft.file)).toContain(sourceOf(picture));
      const handedOn = JSON.parse(new TextDecoder().decode((await call('template.export', { id })).bytes)) as { images: unknown };
      expect(handedOn.images).toEqual({ [sourceOf(picture)]: carried(picture) });
    },
  },
];
