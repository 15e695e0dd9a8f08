import { beforeEach, expect, it, vi } from 'vitest';
import { chooseHost } from './choose-host.ts';

const asked: { url: string; authorization: string }[] = [];

beforeEach(() => {
  sessionStorage.clear();
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string, { headers }: { headers: { Authorization: string } }) => {
    asked.push({ url, authorization: headers.Authorization });
    return Promise.resolve(new Response('{"ok":true,"output":null}'));
  });
  return () => vi.unstubAllGlobals();
});

it('takes the token out of the address, and still has it after a reload', async () => {
  history.replaceState(null, '', '/#token=abc_-1');
  await chooseHost().call('person.current');
  expect(location.hash).toBe('');
  await chooseHost().call('person.current');
  const calls = asked.filter(({ url }) => url.endsWith('/api/call'));
  expect(calls.map(({ authorization }) => authorization)).toEqual(['Bearer abc_-1', 'Bearer abc_-1']);
});

it('prefers the bridge of the desktop window', async () => {
  const call = vi.fn(() => Promise.resolve({ ok: true, output: null }));
  vi.stubGlobal('bridge', { call, subscribe: () => () => {} });
  await chooseHost().call('person.current');
  expect(call).toHaveBeenCalledExactlyOnceWith({ method: 'person.current', input: undefined });
  expect(asked).toEqual([]);
});
