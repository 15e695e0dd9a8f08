import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from '../test/support/tools.ts';
import { cacheFolder, projectRoot } from './project-root.ts';
import { runTool } from './run-command.ts';

const patienceSeconds = 60;

/** Remembers that this version could not be fetched, so that not every start waits for it. */
const marker = join(cacheFolder, 'electron-not-fetched');

/**
 * The Electron binary: found, or fetched in one try of at most a minute, or undefined. A failed try is remembered for
 * this version of Electron until `again`. Says on stderr what it is doing.
 */
export async function fetchElectron(again: boolean): Promise<string | undefined> {
  const present = findElectron();
  if (present) return present;
  const version = electronVersion();
  if (again) rmSync(marker, { force: true });
  if (existsSync(marker) && readFileSync(marker, 'utf8') === version) {
    console.error('未找到 Electron（上次下载未成功），改用浏览器窗口。重试下载：npm start -- --fetch-electron');
    return undefined;
  }
  console.error(`首次启动：正在下载 Electron ${version}，最多等待 ${patienceSeconds} 秒……`);
  const started = Date.now();
  const progress = setInterval(() => console.error(`  已用 ${Math.round((Date.now() - started) / 1000)} 秒`), 5000);
  const result = await runTool('electron/install.js', [], { timeoutSeconds: patienceSeconds });
  clearInterval(progress);
  const fetched = findElectron();
  if (fetched) return fetched;
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(marker, version);
  console.error(`Electron 下载未成功：${readReason(result.output)}\n改用浏览器窗口。以后启动不再尝试；重试下载：npm start -- --fetch-electron`);
  return undefined;
}

function electronVersion(): string {
  return (JSON.parse(readFileSync(join(projectRoot, 'node_modules/electron/package.json'), 'utf8')) as { version: string }).version;
}

/** The telling line of the installer's output: the stack below it helps nobody here. */
function readReason(output: string): string {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('at '));
  return lines.find((line) => /error|stopped/i.test(line)) ?? lines.at(-1) ?? '原因不明';
}
