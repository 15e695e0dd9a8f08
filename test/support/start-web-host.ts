import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** End-to-end specs look at the built window and start the built host with it, in a quarter of the time. */
const isEndToEnd = process.env['TEST_WORKER_INDEX'] !== undefined;

export interface WebHost {
  /** Opens the app, token included. */
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** Everything it has written so far. */
  output(): { stdout: string; stderr: string };
  /** Asks it to end (SIGTERM), waits, and removes the data folder if it was made here. */
  stop(): Promise<void>;
  /** Ends it without a chance to clean up, as a power cut would; the data folder stays. */
  kill9(): Promise<void>;
}

export interface WebHostOptions {
  /** A data folder that outlives the host; without it a fresh one is made and removed. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program to start, when not ours: dist/main/web.js of a packed app. */
  readonly entry?: string;
  readonly args?: readonly string[];
}

/** Starts the web host as a process of its own and waits for its first line. Rejects with what it said when it ends instead. */
export async function startWebHost(options: WebHostOptions = {}): Promise<WebHost> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'niwen-'));
  const entry = options.entry ?? join(root, isEndToEnd ? 'dist/main/web.js' : 'src-main/hosts/web/main.ts');
  const child = spawn(process.execPath, [entry, '--data', data, '--no-open', ...(options.args ?? [])], {
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const url = await new Promise<string>((ready, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) ready(stdout.slice(0, stdout.indexOf('\n')));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', failed);
    void ended.then(() => failed(new Error(`the web host ended (${child.exitCode}): ${stderr || stdout}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return {
    url,
    data,
    pid: child.pid!,
    output: () => ({ stdout, stderr }),
    stop: async () => {
      await end('SIGTERM');
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
    kill9: () => end('SIGKILL'),
  };
}
