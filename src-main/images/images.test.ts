import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { jpegFile, pngFile } from '../../test/support/pictures.ts';
import { flattenPng } from './flatten-png.ts';
import { lookAtImage } from './look-at-image.ts';

test('认得 PNG 和 JPG，说得出多少像素', () => {
  expect(lookAtImage(pngFile(3, 2))).toEqual({ ok: true, type: 'image/png', width: 3, height: 2, isTurned: false });
  expect(lookAtImage(jpegFile())).toMatchObject({ ok: true, type: 'image/jpeg', width: 1, height: 1 });
});

test('带不走的图片说得出是什么，不是图片的说不是', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  expect(lookAtImage(bytes('GIF89a\x01\x00\x01\x00\x80\x00\x00'))).toMatchObject({ problem: 'unknown-image-type', kind: 'gif' });
  expect(lookAtImage(bytes(`\x01\x00\x00\x00${'\0'.repeat(36)} EMF`))).toMatchObject({ problem: 'unknown-image-type', kind: 'emf' });
  expect(lookAtImage(bytes('\xd7\xcd\xc6\x9a\0\0'))).toMatchObject({ problem: 'unknown-image-type', kind: 'wmf' });
  expect(lookAtImage(bytes('一份通知'))).toMatchObject({ problem: 'not-an-image' });
  expect(lookAtImage(new Uint8Array())).toMatchObject({ problem: 'not-an-image' });
  expect(lookAtImage(pngFile(3, 2).subarray(0, 12))).toMatchObject({ problem: 'not-an-image' });
  const bomb = pngFile(1, 1);
  new DataView(bomb.buffer).setUint32(16, 60_000);
  new DataView(bomb.buffer).setUint32(20, 60_000);
  expect(lookAtImage(bomb)).toMatchObject({ problem: 'image-too-large' });
});

test('四色的 JPG 不收：屏幕和 PDF/A 都没有那样的颜色', () => {
  const bytes = jpegFile();
  const frame = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]));
  const at = frame >= 0 ? frame : Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc1]));
  bytes[at + 9] = 4;
  expect(at).toBeGreaterThan(0);
  expect(lookAtImage(bytes)).toMatchObject({ ok: false, kind: 'cmyk jpg' });
});

test('透明的地方在纸上是白的，半透明的照样混进白里', () => {
  const { data, width } = PNG.sync.read(flattenPng(pngFile(2, 1, [200, 0, 0, 0])));
  expect([width, ...data.subarray(0, 4)]).toEqual([2, 255, 255, 255, 255]);
  const half = PNG.sync.read(flattenPng(pngFile(1, 1, [0, 0, 0, 128])));
  expect(half.data[0]).toBeGreaterThan(120);
  expect(half.data[0]).toBeLessThan(135);
});
