import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkTree } from './check-tree.ts';
import { checkVersions } from './check-versions.ts';
import { cacheFolder, projectRoot } from './project-root.ts';
import { runTool, type CommandResult } from './run-command.ts';
import type { Stage } from './run-stages.ts';

/** Folders whose TypeScript is linted and whose imports are checked. */
const sources = ['src-core', 'src-main', 'src-renderer', 'test', 'bench', 'scripts'];

/** Everything that judges the source without running it. */
export const staticStages: readonly Stage[] = [
  typeCheck('types core', 'src-core'),
  typeCheck('types main', 'src-main'),
  typeCheck('types renderer', 'src-renderer'),
  typeCheck('types tests', '.'),
  { name: 'imports', run: () => runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...sources]) },
  { name: 'lint', run: () => runTool('eslint/bin/eslint.js', ['--max-warnings', '0', '--cache', '--cache-location', join(cacheFolder, 'eslint'), '.']) },
  { name: 'tree', run: () => judged(checkTree(projectRoot)) },
  { name: 'versions', run: () => judged(checkVersions(projectRoot)) },
];

/** The tests that need no built app, no browser and no network. */
export const quickTestStage: Stage = {
  name: 'tests',
  run: () => runTool('vitest/vitest.mjs', ['run', ...['core', 'main', 'renderer', 'scripts', 'contract', 'intake', 'golden'].flatMap((name) => ['--project', name])]),
};

function typeCheck(name: string, project: string): Stage {
  mkdirSync(join(cacheFolder, 'tsc'), { recursive: true });
  const memory = join(cacheFolder, 'tsc', `${project === '.' ? 'root' : project}.tsbuildinfo`);
  return { name, run: () => runTool('typescript/bin/tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', memory]) };
}

function judged(problems: readonly string[]): Promise<CommandResult> {
  return Promise.resolve({ ok: problems.length === 0, output: problems.join('\n') });
}
