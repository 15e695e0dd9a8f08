import { expect, test } from 'vitest';
import { inSlices } from './in-slices.ts';

function* busy(steps: number, ms: number): Generator<undefined, string> {
  for (let step = 0; step < steps; step++) {
    for (const end = performance.now() + ms; performance.now() < end;);
    yield;
  }
  return '完';
}

test('长活分段做：每段不超过几十毫秒就让窗口先办别的事', async () => {
  let turns = 0;
  let isOver = false;
  const others = new MessageChannel();
  others.port1.onmessage = () => {
    turns++;
    if (!isOver) others.port2.postMessage(null);
  };
  others.port2.postMessage(null);
  expect(await inSlices(busy(60, 5))).toBe('完');
  isOver = true;
  others.port1.close();
  expect(turns).toBeGreaterThanOrEqual(8);
});

test('短活一气做完，不多等', async () => {
  let waited = false;
  void Promise.resolve().then(() => Promise.resolve()).then(() => { waited = true; });
  expect(await inSlices(busy(3, 0))).toBe('完');
  expect(waited).toBe(false);
});
