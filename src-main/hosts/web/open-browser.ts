import { spawn } from 'node:child_process';

/** Opens the address in a window of the system's browser. Resolves to false when no browser could be started. */
export async function openBrowser(address: string, platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  for (const [command, ...args] of waysToOpen(address, platform, env)) if (await starts(command, args)) return true;
  return false;
}

type Command = readonly [command: string, ...args: string[]];

/** The commands to try, in order: a window without the browser's own bars where we can ask for it, then whatever the system opens. */
export function waysToOpen(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Command[] {
  if (platform === 'win32') return [['cmd', '/c', 'start', 'msedge', `--app=${address}`], ['cmd', '/c', 'start', '', address]];
  if (platform === 'darwin') return [['open', address]];
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return [];
  return [...['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'].map((name): Command => [name, `--app=${address}`]), ['xdg-open', address]];
}

/** A browser stays; a command that fails ends at once with a code. */
function starts(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
    child.unref();
    setTimeout(() => done(true), 1500).unref();
  });
}
