/**
 * `npm test`: everything, on a fresh machine. Tools, static checks, build, vitest, Playwright, benchmarks in smoke mode.
 * A missing program or browser is skipped aloud. The last line says `N passed, N failed`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron, findOnPath } from '../test/support/tools.ts';
import { staticStages } from './check-stages.ts';
import { addCounts, countPlaywright, countVitest, describeCounts, failedInPlaywright, failedInVitest, type Counts } from './count-tests.ts';
import { cacheFolder, projectRoot } from './project-root.ts';
import { runCommand, runTool, type CommandResult } from './run-command.ts';
import { runStages } from './run-stages.ts';
import { setupTools } from './setup-tools.ts';

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };
const reports = join(cacheFolder, 'reports');

let total = nothing;
const failedTests: string[] = [];
try {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  title('tools');
  const missing = setupTools();

  title('check');
  total = addCounts(total, failures(await runStages(staticStages)));

  title('build');
  const built = await runCommand(process.execPath, ['scripts/build.ts'], { live: true, timeoutSeconds: 180 });
  total = addCounts(total, failures(built.ok ? [] : ['build']));

  title('vitest');
  const unitReport = join(reports, 'vitest.json');
  const unit = await runTool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`], { live: true, timeoutSeconds: 900 });
  total = addCounts(total, counted(unit, unitReport, countVitest, failedInVitest));

  title('e2e');
  total = addCounts(total, await runEndToEnd(missing.includes('chromium')));

  title('bench');
  const hasBenches = readdirSync(join(projectRoot, 'bench')).some((file) => file.endsWith('.bench.ts'));
  const bench = hasBenches ? await runCommand(process.execPath, ['bench/run.ts', '--smoke'], { live: true, timeoutSeconds: 400 }) : { ok: true };
  total = addCounts(total, failures(bench.ok ? [] : ['bench']));
} catch (error) {
  console.error(error);
  total = addCounts(total, { ...nothing, failed: 1 });
}
if (failedTests.length > 0) {
  title('failed'); // Once more, at the end: of a long run often only the end is kept.
  console.log(failedTests.join('\n'));
}
console.log(`\n${describeCounts(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function runEndToEnd(withoutBrowser: boolean): Promise<Counts> {
  const electron = findElectron();
  if (!electron) console.log('跳过：未找到 Electron 可执行文件，端到端测试只在网页宿主上运行（npm start -- --fetch-electron 可下载）');
  if (withoutBrowser && !electron) {
    console.log('跳过：没有浏览器，端到端测试全部未运行');
    return { ...nothing, skipped: 1 };
  }
  const report = join(reports, 'playwright.json');
  const args = ['test', '--reporter=list,json'];
  const options = { live: true, timeoutSeconds: 2400, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } };
  // Electron has no headless mode: give it a screen of its own.
  const xvfb = electron && process.platform === 'linux' && !process.env['DISPLAY'] ? findOnPath('xvfb-run') : undefined;
  const cli = join(projectRoot, 'node_modules/@playwright/test/cli.js');
  const run = xvfb ? await runCommand(xvfb, ['-a', process.execPath, cli, ...args], options) : await runCommand(process.execPath, [cli, ...args], options);
  return counted(run, report, countPlaywright, failedInPlaywright);
}

/** Counts a report; a run that left none, or failed beyond what its report tells, has failed. */
function counted<Report>(run: CommandResult, file: string, count: (report: Report) => Counts, failedIn: (report: Report) => string[]): Counts {
  if (!existsSync(file)) return { ...nothing, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  failedTests.push(...failedIn(report));
  const counts = count(report);
  return !run.ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function failures(failed: readonly string[]): Counts {
  return { ...nothing, failed: failed.length };
}

function title(name: string): void {
  console.log(`\n── ${name} ──`);
}
