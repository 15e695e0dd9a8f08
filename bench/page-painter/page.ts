import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PageFrame } from '#core/layout/frames.ts';
import { PageSheet } from '#renderer/page/PageSheet.tsx';

const root = createRoot(document.querySelector('#sheet')!);
let count = 0;

const nextFrame = (): Promise<void> => new Promise((done) => {
  requestAnimationFrame(() => {
    // A message posted in a frame comes back when its style, layout and painting are done.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(null);
  });
});

/** Puts a page on the screen as the page view does and says how many milliseconds that took, from its frame to the end of the painted frame. */
async function paint(frame: PageFrame, scale: number): Promise<number> {
  flushSync(() => root.render(null));
  await nextFrame();
  const start = performance.now();
  flushSync(() => root.render(createElement(PageSheet, { key: ++count, frame, scale })));
  await nextFrame();
  return performance.now() - start;
}

/** Names the bundled faces and waits until they are in memory, as they are in a window that has shown a page. */
async function ready(): Promise<void> {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/fonts/fonts.css' });
  const loaded = new Promise((done) => sheet.addEventListener('load', done));
  document.head.append(sheet);
  await loaded;
  await Promise.all([...document.fonts].map((face) => face.load()));
}

Object.assign(window, { paint, ready });
