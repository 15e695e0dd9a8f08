import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders whose insides ARCHITECTURE.md draws: all one level below each; deeper ones only where it helps, but never a wrong one. */
const treeRoots = ['src-core', 'src-main', 'src-renderer', 'templates', 'resources', 'test', 'bench', 'scripts', 'docs'];
const depthDrawn = 1;

/** One folder line of the drawn tree. */
export interface TreeLine {
  /** From the project root, without a trailing slash; a part in angle brackets (`templates/<id>`) stands for any name. */
  readonly path: string;
  /** Line number in the file, from 1. */
  readonly line: number;
}

/** Compares the tree drawn in ARCHITECTURE.md with the folders on disk, both ways, and asks a README.md of each folder named there. */
export function checkTree(root: string): string[] {
  const file = join(root, 'ARCHITECTURE.md');
  if (!existsSync(file)) return ['ARCHITECTURE.md does not exist: it must hold the folder tree in its first ```text block'];
  const drawn = readTree(readFileSync(file, 'utf8'));
  if (drawn.length === 0) return ['ARCHITECTURE.md: no folder found in the first ```text block (a folder line is: indentation, name/, two spaces, description)'];
  const problems = compareTree(drawn, foldersOnDisk(root));
  for (const { path } of drawn) {
    if (isDrawnRoot(path) && !path.includes('<') && existsSync(join(root, path)) && !existsSync(join(root, path, 'README.md'))) problems.push(`${path}/ has no README.md`);
  }
  return problems;
}

/** Reads the first ```text block: indentation is depth, a name ending in `/` is a folder, other lines are files and are passed over. */
export function readTree(markdown: string): TreeLine[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^```text\s*$/.test(line));
  if (start < 0) return [];
  const found: TreeLine[] = [];
  const parents: { indent: number; path: string }[] = [];
  for (let at = start + 1; at < lines.length && !lines[at]!.startsWith('```'); at += 1) {
    const match = /^( *)(\S+\/)(?:\s{2,}.*)?$/.exec(lines[at]!);
    if (!match) continue;
    const indent = match[1]!.length;
    while (parents.length > 0 && parents.at(-1)!.indent >= indent) parents.pop();
    const name = match[2]!.slice(0, -1);
    const path = parents.length > 0 ? `${parents.at(-1)!.path}/${name}` : name;
    found.push({ path, line: at + 1 });
    parents.push({ indent, path });
  }
  return found;
}

/** Every folder drawn exists and every folder that exists is drawn; one sentence for each that differs. */
export function compareTree(drawn: readonly TreeLine[], onDisk: readonly string[]): string[] {
  const inside = drawn.filter(({ path }) => isDrawnRoot(path));
  const patterns = inside.map(({ path, line }) => ({ path, line, pattern: toPattern(path) }));
  const missing = patterns.filter(({ pattern }) => !onDisk.some((folder) => pattern.test(folder)));
  const undrawn = onDisk.filter((folder) => folder.split('/').length <= depthDrawn + 1 && !patterns.some(({ pattern }) => pattern.test(folder)));
  const twice = inside.filter(({ path }, at) => inside.findIndex((other) => other.path === path) < at);
  return [
    ...missing.map(({ path, line }) => `ARCHITECTURE.md:${line} draws ${path}/, which is not on disk`),
    ...undrawn.map((folder) => `${folder}/ is on disk, but ARCHITECTURE.md does not draw it`),
    ...twice.map(({ path, line }) => `ARCHITECTURE.md:${line} draws ${path}/ a second time`),
  ];
}

function toPattern(path: string): RegExp {
  const parts = path.split('/').map((part) => (/^<.*>$/.test(part) ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`);
}

function isDrawnRoot(path: string): boolean {
  return treeRoots.includes(path.split('/')[0]!);
}

/** Folders that hold at least one file git knows or would add, so that ignored output is not asked for in the drawing. */
function foldersOnDisk(root: string): string[] {
  const folders = new Set<string>();
  for (const file of filesOf(root)) {
    const parts = file.split('/').slice(0, -1);
    if (!treeRoots.includes(parts[0] ?? '')) continue;
    for (let depth = 1; depth <= parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'));
  }
  return [...folders].sort();
}

function filesOf(root: string): string[] {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', 'ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(root, file)));
  } catch {
    // Unpacked from an archive, without git: what is there is what was shipped.
    return treeRoots
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'));
  }
}
