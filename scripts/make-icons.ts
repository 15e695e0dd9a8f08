/**
 * Draws resources/icons/*.svg into PNG, ICO and ICNS:
 *
 *   CHROMIUM=/usr/bin/chromium node scripts/make-icons.ts
 *
 * Without CHROMIUM the browser that Playwright has installed is used. Sizes up to 32 come from the `-small` drawings,
 * whose lines sit on whole pixels there.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** ICNS element types that hold a PNG, and its pixels: plain sizes and the @2x ones. */
const ICNS_ELEMENTS: readonly [string, number][] = [
  ['icp4', 16], ['icp5', 32], ['ic11', 32], ['ic12', 64], ['ic07', 128],
  ['ic13', 256], ['ic08', 256], ['ic14', 512], ['ic09', 512], ['ic10', 1024],
];

const folder = join(import.meta.dirname, '../resources/icons');
const executablePath = process.env['CHROMIUM'];
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
try {
  for (const name of ['icon', 'document']) await makeIcon(browser, name);
} finally {
  await browser.close();
}

async function makeIcon(browser: Browser, name: string): Promise<void> {
  const images = new Map<number, Buffer>();
  mkdirSync(join(folder, 'png'), { recursive: true });
  for (const size of SIZES) {
    const drawing = readFileSync(join(folder, `${name}${size <= 32 ? '-small' : ''}.svg`));
    const image = await drawPng(browser, drawing, size);
    images.set(size, image);
    // electron-builder reads a folder of <size>x<size>.png for Linux: only the app's icon may carry those names.
    writeFileSync(join(folder, 'png', name === 'icon' ? `${size}x${size}.png` : `${name}-${size}.png`), image);
  }
  writeFileSync(join(folder, `${name}.png`), images.get(512)!);
  writeFileSync(join(folder, `${name}.ico`), packIco(ICO_SIZES.map((size) => [size, images.get(size)!])));
  writeFileSync(join(folder, `${name}.icns`), packIcns(ICNS_ELEMENTS.map(([type, size]) => [type, images.get(size)!])));
}

async function drawPng(browser: Browser, drawing: Buffer, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${drawing.toString('base64')}`;
  await page.setContent(`<body style="margin:0"><img style="display:block" width=${size} height=${size} src="${source}">`);
  const image = await page.screenshot({ omitBackground: true });
  await page.close();
  return image;
}

/** Windows icon: a directory of 16-byte entries, then the PNG files as they are. */
function packIco(images: readonly [number, Buffer][]): Buffer {
  const header = Buffer.alloc(6 + images.length * 16);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(([size, image], i) => {
    const at = 6 + i * 16;
    header.writeUInt8(size % 256, at); // 256 is written as 0
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(image.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([header, ...images.map(([, image]) => image)]);
}

/** macOS icon: four letters and a length before every PNG, and before the whole. */
function packIcns(elements: readonly [string, Buffer][]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return chunk('icns', Buffer.concat(elements.map(([type, image]) => chunk(type, image))));
}
