/**
 * `node scripts/node-24.mjs FILE …`: runs a file on Node 24, whatever Node npm itself runs on. It comes as a package for each
 * platform (optionalDependencies). npm before 11 leaves it out of node_modules/.bin; then it is linked there, so that npm scripts
 * and npx find it too. The only file that older Nodes must understand.
 */
import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';

const modules = join(import.meta.dirname, '../node_modules');
const isWindows = process.platform === 'win32';
const brought = join(modules, `node-${isWindows ? 'win' : process.platform}-${process.arch}`, isWindows ? 'bin/node.exe' : 'bin/node');
const isNew = Number(process.versions.node.split('.')[0]) >= 24;

if (!isNew && !existsSync(brought)) {
  console.error(`拟文要用 Node 24 运行，现在是 ${process.versions.node}，也没有找到随 npm ci 装来的那一份。请先运行 npm ci；这台机器的系统没有现成的，就从 nodejs.org 装 Node 24。`);
  process.exit(1);
}
const link = join(modules, '.bin/node');
if (!isWindows && existsSync(brought) && !existsSync(link)) symlinkSync(relative(join(modules, '.bin'), brought), link);

const child = spawn(existsSync(brought) ? brought : process.execPath, process.argv.slice(2), { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(signal ? 1 : code));
