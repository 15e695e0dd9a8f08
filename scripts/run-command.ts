import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

export interface CommandOptions {
  /** Print the child's output as it comes; otherwise it is only collected. */
  readonly live?: boolean;
  readonly timeoutSeconds?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface CommandResult {
  readonly ok: boolean;
  /** Standard output and error, interleaved as they came; empty when `live`. */
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** Runs a program in the project root. Never rejects: a program that cannot start, hangs or is killed is a failed result. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((done) => {
    // A group of its own, so that a timeout also ends the workers and browsers the child started.
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: options.live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    let trouble = '';
    const timer = options.timeoutSeconds === undefined ? undefined : setTimeout(() => {
      trouble = `\n${command} ${args.join(' ')}: stopped after ${options.timeoutSeconds} s\n`;
      killGroup(child);
    }, options.timeoutSeconds * 1000);
    const finish = (ok: boolean): void => {
      clearTimeout(timer);
      running.delete(child);
      if (options.live && trouble) process.stderr.write(trouble);
      done({ ok, output: Buffer.concat(chunks).toString('utf8') + (options.live ? '' : trouble) });
    };
    child.on('error', (error) => {
      trouble = `\n${command}: ${error.message}\n`;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0 && trouble === ''));
  });
}

/** Runs the JavaScript entry of an installed package (`typescript/bin/tsc`) with this very Node. */
export function runTool(entry: string, args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return runCommand(process.execPath, [join(projectRoot, 'node_modules', entry), ...args], options);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group ended between the timer and the kill.
  }
}

// Groups of their own do not hear the terminal's Ctrl-C: pass it on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) killGroup(child);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}
