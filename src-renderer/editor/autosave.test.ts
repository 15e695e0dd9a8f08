import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import type { FailureCode } from '#core/contract/failure.ts';
import { runs } from '../../test/support/runs.ts';
import { createAutosave, SEND_AFTER_MS, SEND_LATEST_MS } from './autosave.ts';
import type { SaveState, StepJson } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Fate = 'well' | 'lost-before' | 'lost-after' | 'disk-full' | 'slow';

/** From a key to its frame. */
const DRAWN_MS = 8;

/** A store whose document is the list of the steps it has taken, reached over a line that may fail. */
function store(fates: Fate[]) {
  const steps: number[] = [];
  const states: SaveState[] = [];
  let requests = 0;
  const line = async <T>(work: () => T): Promise<T> => {
    const fate = fates[requests++] ?? 'well';
    if (fate === 'slow') await new Promise((wait) => setTimeout(wait, 700));
    if (fate === 'lost-before') throw new AppError('unreachable');
    if (fate === 'disk-full') throw new AppError('disk-full');
    const result = work();
    if (fate === 'lost-after') throw new AppError('unreachable');
    return result;
  };
  const ports = {
    append: (base: number, sent: readonly StepJson[]) => line(() => {
      if (base !== steps.length) throw new AppError('conflict');
      steps.push(...sent.map((step) => step.n as number));
      return { revision: steps.length, savedAt: '2026-08-17T02:32:00Z' };
    }),
    look: () => line(() => {
      const stored = [...steps];
      return { revision: stored.length, isSame: (doc: readonly number[]) => doc.length === stored.length && doc.every((n, i) => n === stored[i]) };
    }),
    onState: (state: SaveState) => void states.push(state),
    afterDrawing: (run: () => void) => void setTimeout(run, DRAWN_MS),
  };
  return { steps, states, ports, requests: () => requests };
}

/** A person who types: each key is one step, the document is all of them. */
function writer(save: ReturnType<typeof createAutosave<readonly number[]>>) {
  let doc: readonly number[] = [];
  return () => {
    doc = [...doc, doc.length];
    save.record([{ n: doc.length - 1 }], doc);
  };
}

test('最后一个键之后半秒内存好，一次请求', async () => {
  const host = store([]);
  const type = writer(createAutosave({ revision: 0, doc: [] }, host.ports));
  for (let i = 0; i < 5; i++) type();
  await vi.advanceTimersByTimeAsync(SEND_AFTER_MS);
  expect(host.steps).toEqual([0, 1, 2, 3, 4]);
  expect(host.requests()).toBe(1);
  expect(host.states.at(-1)).toEqual({ kind: 'saved', at: '2026-08-17T02:32:00Z' });
});

test('不停打字时也每秒保存，一串键合成一次请求，不是打几个字就送一次', async () => {
  const host = store([]);
  const type = writer(createAutosave({ revision: 0, doc: [] }, host.ports));
  for (let i = 0; i < 40; i++) {
    type();
    await vi.advanceTimersByTimeAsync(100);
    expect(i - host.steps.length).toBeLessThan(8);
  }
  expect(host.requests()).toBeLessThanOrEqual(6);
});

test('一串键里的请求跟着一个刚画出来的键走，不撞下一个键', async () => {
  const host = store([]);
  const type = writer(createAutosave({ revision: 0, doc: [] }, host.ports));
  const sent: number[] = [];
  for (let i = 0; i < 30; i++) {
    const before = host.requests();
    type();
    await vi.advanceTimersByTimeAsync(DRAWN_MS);
    const drawn = host.requests();
    await vi.advanceTimersByTimeAsync(89);
    expect(host.requests()).toBe(drawn);
    if (drawn > before) sent.push(i);
  }
  expect(sent.length).toBeGreaterThanOrEqual(4);
});

test('一串键歇下来就送，不等满最迟的时候', async () => {
  const host = store([]);
  const type = writer(createAutosave({ revision: 0, doc: [] }, host.ports));
  for (let i = 0; i < 3; i++) {
    type();
    await vi.advanceTimersByTimeAsync(120);
  }
  await vi.advanceTimersByTimeAsync(SEND_LATEST_MS - 3 * 120 - 150);
  expect(host.steps).toEqual([0, 1, 2]);
});

test('磁盘满了要说，字不丢，腾出空间后自动存上', async () => {
  const host = store(['disk-full', 'disk-full']);
  const save = createAutosave<readonly number[]>({ revision: 0, doc: [] }, host.ports);
  const type = writer(save);
  type();
  await vi.advanceTimersByTimeAsync(SEND_AFTER_MS);
  expect(host.states.at(-1)).toEqual({ kind: 'failed', code: 'disk-full' });
  expect(save.isSaved).toBe(false);
  type();
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.steps).toEqual([0, 1]);
  expect(host.states.at(-1)!.kind).toBe('saved');
});

test('答复丢了而其实已存上：不再存第二遍', async () => {
  const host = store(['lost-after']);
  const type = writer(createAutosave({ revision: 0, doc: [] }, host.ports));
  type();
  await vi.advanceTimersByTimeAsync(SEND_AFTER_MS);
  type();
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.steps).toEqual([0, 1]);
});

test('别处改过同一份文稿：不写入、不覆盖，停下来说明', async () => {
  const host = store([]);
  const save = createAutosave<readonly number[]>({ revision: 0, doc: [] }, host.ports);
  const type = writer(save);
  host.steps.push(77);
  type();
  await vi.advanceTimersByTimeAsync(3000);
  type();
  await vi.advanceTimersByTimeAsync(3000);
  expect(host.steps).toEqual([77]);
  expect(host.states.at(-1)).toEqual({ kind: 'conflict' });
});

test('关闭前把剩下的都送出去', async () => {
  const host = store(['slow']);
  const save = createAutosave<readonly number[]>({ revision: 0, doc: [] }, host.ports);
  const type = writer(save);
  type();
  const first = save.flush();
  type();
  type();
  const second = save.flush();
  await vi.advanceTimersByTimeAsync(800);
  await Promise.all([first, second]);
  expect(host.steps).toEqual([0, 1, 2]);
  expect(save.isSaved).toBe(true);
});

test('不论失败和重试怎样交错，每一步都恰好到一次，次序不变', async () => {
  const fate = fc.constantFrom<Fate>('well', 'well', 'lost-before', 'lost-after', 'disk-full', 'slow');
  const event = fc.oneof(fc.constant('key' as const), fc.constant('flush' as const), fc.integer({ min: 1, max: 1500 }));
  await fc.assert(fc.asyncProperty(fc.array(fate, { maxLength: 30 }), fc.array(event, { maxLength: 60 }), async (fates, events) => {
    const host = store(fates);
    const save = createAutosave<readonly number[]>({ revision: 0, doc: [] }, host.ports);
    const type = writer(save);
    let keys = 0;
    for (const each of events) {
      if (each === 'key') {
        keys++;
        type();
      } else if (each === 'flush') void save.flush();
      else await vi.advanceTimersByTimeAsync(each);
      expect(host.steps).toEqual(host.steps.map((_, index) => index));
    }
    await vi.advanceTimersByTimeAsync(400_000);
    expect(host.steps).toEqual(Array.from({ length: keys }, (_, index) => index));
    expect(save.isSaved).toBe(true);
    expect(host.states.some((state) => state.kind === 'conflict')).toBe(false);
  }), runs(300));
});

test.each<FailureCode>(['read-only-folder', 'internal', 'no-person'])('%s 也会重试', async (code) => {
  let attempts = 0;
  const host = store([]);
  const save = createAutosave<readonly number[]>({ revision: 0, doc: [] }, {
    ...host.ports,
    append: (base, steps) => (attempts++ === 0 ? Promise.reject(new AppError(code)) : host.ports.append(base, steps)),
  });
  writer(save)();
  await vi.advanceTimersByTimeAsync(3000);
  expect(host.steps).toEqual([0]);
});
