import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';

interface Options {
  readonly port?: string;
  readonly data?: string;
  readonly open: boolean;
}

/** `serve [--port N] [--data DIR] [--no-open]`: the web host as a process of its own, its first line passed on. */
export function addServe(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('serve')
    .description('在浏览器窗口里打开程序，只在本机可用；第一行是地址')
    .option('--port <端口号>', '用这个端口，不写则自己选')
    .option('--data <文件夹>', '文稿放在这个文件夹')
    .option('--no-open', '不打开浏览器')
    .action(async ({ port, data, open }: Options) => {
      const args = [...(port === undefined ? [] : ['--port', port]), ...(data === undefined ? [] : ['--data', data]), ...(open ? [] : ['--no-open'])];
      setExitCode(await run(args));
    });
}

/** Hosts do not import one another: the web host beside us is started, from the sources or from the bundle we are in. */
function run(args: readonly string[]): Promise<number> {
  const entry = import.meta.filename.endsWith('.ts') ? join(import.meta.dirname, '../../web/main.ts') : join(import.meta.dirname, 'web.js');
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // At a terminal Ctrl-C has reached the child already.
      process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal));
    }
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });
}
