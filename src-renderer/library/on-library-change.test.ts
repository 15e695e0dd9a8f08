import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '#core/contract/methods.ts';
import { onLibraryChange } from './on-library-change.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(): { readonly change: () => void; readonly act: ReturnType<typeof vi.fn>; readonly stop: () => void } {
  let change = (): void => {};
  const host = { on: (_: string, listener: () => void) => ((change = listener), () => (change = () => {})) } as unknown as Host;
  const act = vi.fn();
  const stop = onLibraryChange(host, act);
  return { change: () => change(), act, stop };
}

test('文稿库变了，马上跟上；接连变九百次，每四分之一秒跟一次，最后一次不漏', () => {
  const { change, act } = setUp();
  change();
  expect(act).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 900; n++) {
    change();
    vi.advanceTimersByTime(1);
  }
  expect(act.mock.calls.length).toBeLessThanOrEqual(4);
  const before = act.mock.calls.length;
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledTimes(before + 1);
});

test('歇过之后再变，又是马上跟上；不看了就不再跟', () => {
  const { change, act, stop } = setUp();
  change();
  vi.advanceTimersByTime(300);
  change();
  expect(act).toHaveBeenCalledTimes(2);
  change();
  stop();
  vi.advanceTimersByTime(1_000);
  change();
  expect(act).toHaveBeenCalledTimes(2);
});
