import { expect, test } from 'vitest';
import { doc, p, title } from '../../test/support/build.ts';
import { image, pngFile, sourceOf } from '../../test/support/pictures.ts';
import { DIAGNOSTICS } from '../wording/diagnostics.ts';
import { schema } from '../document/schema.ts';
import { missingImages } from './missing-images.ts';

test('找不到内容的图片报出来：在哪里，说明是什么；找得到的不报', () => {
  const [here, gone] = [pngFile(1, 1), pngFile(2, 1)];
  const draft = doc(title('关于工作的通知'), p('正文。'), schema.nodes.para.create(null, [image(here, 300, 300), image(gone, 300, 300, '全景')]));
  const found = missingImages(draft, (source) => source === sourceOf(gone));
  expect(found).toMatchObject([{ code: 'image-missing', severity: 'error', args: { alt: '全景' } }]);
  expect(draft.nodeAt(found[0]!.where!.pos)!.attrs.alt).toBe('全景');
  expect(DIAGNOSTICS['image-missing'](found[0]!.args).message).toContain('全景');
});
