import { createHmac } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { quietPorts } from '../../../test/support/quiet-ports.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { openWindowKeys } from './window-keys.ts';

const origin = 'http://127.0.0.1:4000';
const log = quietPorts().log;
const prove = (who: string, key: string, at: string, mine: string, theirs: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(`niwen ${who} ${at} ${mine} ${theirs}`).digest('base64url');

it('重新启动的后台认得原来的窗口：双方各自证明，端口也记着；文件只有本人能读', () => {
  const file = join(temporaryFolder(), 'windows.json');
  const first = openWindowKeys(file, log);
  expect(first.lastPort).toBe(0);
  first.listening(4000);
  const { id, key } = first.issue();
  expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  expect(statSync(file).mode & 0o077).toBe(0);
  const second = openWindowKeys(file, log);
  expect(second.lastPort).toBe(4000);
  const { nonce, proof } = second.greet(id, 'mine', origin)!;
  expect(proof).toBe(prove('host', key, origin, 'mine', nonce));
  expect(second.isProven(nonce, prove('window', key, origin, 'mine', nonce), origin)).toBe(true);
});

it('一次一问：用过的、过时的、别的端口的、照抄后台自己的证明，都不认', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const keys = openWindowKeys(join(temporaryFolder(), 'windows.json'), log);
  const { id, key } = keys.issue();
  const ask = (): { nonce: string; proof: string } => keys.greet(id, 'mine', origin)!;
  const right = (nonce: string, at = origin): string => prove('window', key, at, 'mine', nonce);
  const { nonce, proof } = ask();
  expect(keys.isProven(nonce, proof, origin)).toBe(false);
  expect(keys.isProven(nonce, right(nonce), origin)).toBe(false);
  const used = ask().nonce;
  expect([keys.isProven(used, right(used), origin), keys.isProven(used, right(used), origin)]).toEqual([true, false]);
  const relayed = ask().nonce;
  expect(keys.isProven(relayed, right(relayed, 'http://127.0.0.1:5000'), origin)).toBe(false);
  const late = ask().nonce;
  vi.advanceTimersByTime(31_000);
  expect(keys.isProven(late, right(late), origin)).toBe(false);
  expect(keys.greet('nobody', 'mine', origin)).toBeUndefined();
});

it('文件坏了、写不了，照常启动，只是认不回原来的窗口', () => {
  const folder = temporaryFolder();
  for (const text of ['', 'null', '{"port":"80","keys":7}', '{"port":99999,"keys":[null,{"id":1}]}']) {
    writeFileSync(join(folder, 'windows.json'), text);
    const keys = openWindowKeys(join(folder, 'windows.json'), log);
    expect([keys.lastPort, keys.greet('1', 'mine', origin)]).toEqual([0, undefined]);
  }
  const nowhere = openWindowKeys(join(folder, 'none/windows.json'), log);
  const { id } = nowhere.issue();
  expect(nowhere.greet(id, 'mine', origin)).toBeDefined();
});
