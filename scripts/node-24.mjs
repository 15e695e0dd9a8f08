/**
 * `node scripts/node-24.mjs FILE …`: runs a file on Node 24, whatever Node npm itself runs on. It is the npm package `node`, whose
 * installer fetches the platform's own; `npm ci` runs no installers (.npmrc), so the first command here runs that one.
 * The only file that older Nodes must understand.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';
const brought = join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');

if (!existsSync(brought) && existsSync(join(root, 'node_modules/node')) && Number(process.versions.node.split('.')[0]) < 24) {
  console.error('第一次运行：正在取 Node 24（npm 包 node）……');
  spawnSync('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: root, shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
}
if (!existsSync(brought) && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`拟文要用 Node 24 运行，现在是 ${process.versions.node}，也没有取到 npm 包 node 带来的那一份。请先运行 npm ci，并确认能连上 npm 软件源；这台机器的系统没有现成的，就从 nodejs.org 装 Node 24。`);
  process.exit(1);
}

const child = spawn(existsSync(brought) ? brought : process.execPath, process.argv.slice(2), { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (code, signal) => process.exit(signal ? 1 : code));
