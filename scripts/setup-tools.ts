import { spawnSync } from 'node:child_process';
import { describeMissing, findOnPath, findTool, hasChineseFont, tools, type Tool, type ToolName } from '../test/support/tools.ts';

const fontPackage = 'fonts-noto-cjk';

/**
 * Looks for the programs some tests need. As root on a Debian-like system it installs what is missing; elsewhere it says
 * what to install. Prints one line for each that stays missing and returns their names; the tests themselves skip aloud.
 */
export function setupTools(): ToolName[] {
  const packages = new Set<string>(missingTools().map((name) => tools[name].debianPackage));
  // Without fontconfig there is nothing to ask, and nothing a browser would find either.
  if (process.platform === 'linux' && hasChineseFont() !== true) packages.add(fontPackage);
  if (packages.size > 0) {
    const list = [...packages].join(' ');
    if (process.getuid?.() === 0 && findOnPath('apt-get')) install([...packages]);
    else console.log(`缺少测试所需程序，请先安装（Some tests need these programs, please install）：\n  sudo apt-get install --no-install-recommends ${list}`);
  }
  const missing = missingTools();
  for (const name of missing) console.log(describeMissing(name));
  if (hasChineseFont() === false) console.log(`注意：未找到中文字体，浏览器界面的文字会显示为方框（Debian 包 ${fontPackage}）`);
  return missing;
}

function missingTools(): ToolName[] {
  return (Object.keys(tools) as ToolName[]).filter((name) => findTool(name) === undefined);
}

function install(packages: readonly string[]): void {
  console.log(`正在安装测试所需程序（installing）：${packages.join(' ')}`);
  // An apt stopped half way leaves packages unpacked and unconfigured, so its time is ample: a slow disk or line may need minutes.
  const root = (minutes: number, command: string, ...args: string[]): boolean =>
    spawnSync(command, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'], timeout: minutes * 60_000 }).status === 0;
  const apt = (...args: string[]): boolean => root(20, 'apt-get', '-q', '-y', '-o', 'Acquire::Retries=2', '-o', 'Acquire::http::Timeout=30', ...args);
  apt('update');
  if (apt('install', '--no-install-recommends', ...packages)) return;
  root(10, 'dpkg', '--configure', '-a');
  // One name unknown to this distribution must not keep the others away.
  for (const name of packages) apt('install', '--no-install-recommends', name);
  for (const name of missingTools()) {
    const other = otherPackage(name);
    if (other) apt('install', '--no-install-recommends', other);
  }
}

function otherPackage(name: ToolName): string | undefined {
  const tool: Tool = tools[name];
  return tool.otherPackage;
}
