import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AT_ONCE, followEditor } from './value-clock.ts';

const FRAME_MS = 8;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // The tests' window has no idle moments: here every moment without a key is one.
  vi.stubGlobal('requestIdleCallback', (rest: (deadline: Pick<IdleDeadline, 'timeRemaining'>) => void) => setTimeout(() => rest({ timeRemaining: () => 10 }), 1));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, FRAME_MS));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Only what the clock asks of an editor: somebody writes. */
function paper() {
  const listeners = new Set<(event: { transaction: { docChanged: boolean; getMeta: (name: string) => unknown } }) => void>();
  const editor = { on: (_: string, listener: never) => listeners.add(listener), off: (_: string, listener: never) => listeners.delete(listener) } as unknown as Editor;
  const change = (docChanged: boolean, atOnce: boolean): void => listeners.forEach((listener) => listener({ transaction: { docChanged, getMeta: (name) => (name === AT_ONCE ? atOnce : undefined) } }));
  const key = (docChanged = true): void => change(docChanged, false);
  return { editor, key, changeAtOnce: () => change(true, true), listeners };
}

test('外面的值等一串键歇下来才算，歇下来就算', () => {
  const { editor, key } = paper();
  const take = vi.fn();
  followEditor(editor, take, 60);
  take.mockClear();
  vi.advanceTimersByTime(1000);
  for (let i = 0; i < 6; i++) {
    key();
    vi.advanceTimersByTime(50);
  }
  expect(take).not.toHaveBeenCalled();
  vi.advanceTimersByTime(300);
  expect(take).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5000);
  expect(take).toHaveBeenCalledOnce();
});

test('键一直不停，最迟十个间歇也要算一次', () => {
  const { editor, key } = paper();
  const take = vi.fn();
  followEditor(editor, take, 60);
  take.mockClear();
  for (let i = 0; i < 60; i++) {
    key();
    vi.advanceTimersByTime(50);
  }
  expect(take.mock.calls.length).toBeGreaterThanOrEqual(1);
  expect(take.mock.calls.length).toBeLessThanOrEqual(4);
});

test('键一直不停时，外面的值在一个键刚画出来之后算，不撞下一个键', () => {
  const { editor, key } = paper();
  const after: number[] = [];
  let last = 0;
  followEditor(editor, () => after.push(performance.now() - last), 60);
  after.length = 0;
  for (let i = 0; i < 60; i++) {
    last = performance.now();
    key();
    vi.advanceTimersByTime(97);
  }
  expect(after.length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...after)).toBeLessThanOrEqual(FRAME_MS + 2);
});

test('光标移动不算一串键：等待为零的值当即就算，别的照自己的等待', () => {
  const { editor, key } = paper();
  const [prompt, slow] = [vi.fn(), vi.fn()];
  followEditor(editor, prompt, 0);
  followEditor(editor, slow, 400);
  prompt.mockClear();
  slow.mockClear();
  key(false);
  vi.advanceTimersByTime(1);
  expect([prompt, slow].map((each) => each.mock.calls.length)).toEqual([1, 0]);
  vi.advanceTimersByTime(500);
  expect(slow).toHaveBeenCalledOnce();
});

test('人改完就要看结果的一步，外面的值当即跟上，贵的也一样', () => {
  const { editor, key, changeAtOnce } = paper();
  const take = vi.fn();
  followEditor(editor, take, 900);
  key();
  vi.advanceTimersByTime(100);
  take.mockClear();
  changeAtOnce();
  vi.advanceTimersByTime(5);
  expect(take).toHaveBeenCalledOnce();
});

test('一个值走了别的照算，全走了就不再听', () => {
  const { editor, key, listeners } = paper();
  const [first, second] = [vi.fn(), vi.fn()];
  const stop = followEditor(editor, first, 60);
  const stopSecond = followEditor(editor, second, 60);
  [first, second].forEach((each) => each.mockClear());
  key();
  stop();
  vi.advanceTimersByTime(1000);
  expect([first, second].map((each) => each.mock.calls.length)).toEqual([0, 1]);
  key();
  stopSecond();
  expect(listeners.size).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(second).toHaveBeenCalledOnce();
});
