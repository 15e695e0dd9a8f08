import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

/**
 * Finds a second copy of prosemirror-model (its nodes fail `instanceof` across copies, far from the cause) and
 * @tiptap packages of differing versions (they ship in lockstep). Returns one sentence a problem.
 */
export function checkVersions(root: string): string[] {
  // npm's own list of what is really installed, not of what package-lock.json would like.
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return ['node_modules is not installed by npm: run npm ci'];
  return judgeVersions(JSON.parse(readFileSync(installed, 'utf8')) as Lock);
}

/** The rule itself, over the content of a lock file. */
export function judgeVersions(lock: Lock): string[] {
  const problems: string[] = [];
  const models = Object.keys(lock.packages).filter((path) => path.endsWith('node_modules/prosemirror-model'));
  if (models.length !== 1) problems.push(`prosemirror-model must be installed exactly once, but is at: ${models.join(', ') || 'nowhere'}`);
  const tiptap = Object.entries(lock.packages).filter(([path]) => /node_modules\/@tiptap\/[^/]+$/.test(path));
  if (new Set(tiptap.map(([, entry]) => entry.version)).size > 1) {
    problems.push(`all @tiptap packages must have one version, but: ${tiptap.map(([path, entry]) => `${path.replace('node_modules/', '')} ${entry.version}`).join(', ')}`);
  }
  return problems;
}
