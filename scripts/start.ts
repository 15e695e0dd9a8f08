/**
 * `npm start [-- --data DIR --port N --no-open --web --fetch-electron]`: builds what is stale, then runs the app in
 * Electron, or, where its binary or a screen is missing, in the loopback web host, which opens a browser window itself.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchElectron } from './fetch-electron.ts';
import { projectRoot } from './project-root.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean' },
    web: { type: 'boolean' },
    'fetch-electron': { type: 'boolean' },
  },
});

const built = await runCommand(process.execPath, ['scripts/build.ts'], { live: true });
if (!built.ok) process.exit(1);

const data = values.data === undefined ? [] : ['--data', values.data];
// A port, or no window, can only be meant for the web host.
const wantsWeb = values.web || values.port !== undefined || values['no-open'];
const electron = wantsWeb || !(hasScreen() || values['fetch-electron']) ? undefined : await fetchElectron(values['fetch-electron'] ?? false);
process.exitCode = electron && hasScreen() ? await runElectron(electron) : await runWeb();

async function runElectron(binary: string): Promise<number> {
  const started = Date.now();
  const code = await runHost(binary, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), projectRoot, ...data]);
  // An Electron that dies at once lacks a system library or a permission; the clerk still wants to write.
  if (code === 0 || Date.now() - started > 5000) return code;
  console.error(`Electron 未能启动（退出码 ${code}），改用浏览器窗口。`);
  return runWeb();
}

function runWeb(): Promise<number> {
  const port = values.port === undefined ? [] : ['--port', values.port];
  return runHost(process.execPath, [join(projectRoot, 'dist/main/web.js'), ...data, ...port, ...(values['no-open'] ? ['--no-open'] : [])]);
}

/** Runs a host to its end and returns its exit code; a signal to us is a request to it. */
function runHost(command: string, args: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    let stopping = false;
    const stop = (signal: NodeJS.Signals): void => {
      // At a terminal Ctrl-C has reached the child already; a second signal would cut its farewell short.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
      if (!stopping) setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      stopping = true;
    };
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('exit', (code) => done(stopping ? 0 : code ?? 1));
  });
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
