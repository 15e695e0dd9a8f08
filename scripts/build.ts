/** `npm run build [-- --force]`: src-* → dist/renderer and dist/main. Does nothing when dist is newer than its sources. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { InlineConfig } from 'vite';
import { projectRoot } from './project-root.ts';

/** Whatever a bundle is made of. templates/ and resources/ are read at run time, but styles and pages may bring in a font or an icon. */
const sources = ['src-core', 'src-main', 'src-renderer', 'resources', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'vite.config.ts', 'scripts/build.ts'];

const stampFile = join(projectRoot, 'dist', 'stamp.json');

const { values } = parseArgs({ options: { force: { type: 'boolean' } } });
const stamp = readSources();
if (!values.force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.error('build: up to date');
} else {
  const started = performance.now();
  rmSync(join(projectRoot, 'dist'), { recursive: true, force: true });
  const { build } = await import('vite');
  await build({ configFile: join(projectRoot, 'vite.config.ts'), root: join(projectRoot, 'src-renderer'), logLevel: 'warn' });
  await build(hosts({ electron: 'electron', web: 'web', cli: 'cli' }));
  await build(preload());
  // pdfkit looks for its colour profile beside the bundle it is in.
  cpSync(join(projectRoot, 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc'), join(projectRoot, 'dist/main/data/sRGB_IEC61966_2_1.icc'));
  writeFileSync(stampFile, stamp);
  console.error(`build: dist made in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The Node side of each host, sharing chunks; all packages but the native ones are bundled, so the packed app carries no node_modules. */
function hosts(names: Readonly<Record<string, string>>): InlineConfig {
  const input = {
    ...Object.fromEntries(Object.entries(names).map(([name, folder]) => [name, join(projectRoot, 'src-main/hosts', folder, 'main.ts')])),
    // The thread that reads files of an import, started by its file name.
    'import-worker': join(projectRoot, 'src-main/app/import-worker.ts'),
  };
  return {
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'warn',
    ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: 'dist/main',
      target: 'node24',
      minify: false,
      sourcemap: true,
      // Chunks lie beside the entries: import.meta.dirname is dist/main in every file.
      rolldownOptions: { input, output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  };
}

/** A sandboxed preload script must be one CommonJS file that requires nothing but electron. */
function preload(): InlineConfig {
  const base = hosts({});
  return {
    ...base,
    build: {
      ...base.build,
      emptyOutDir: false,
      rolldownOptions: {
        input: { preload: join(projectRoot, 'src-main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

/** What the sources look like now: newest change and number of files (a deletion changes no time). */
function readSources(): string {
  let newest = 0;
  let files = 0;
  const visit = (path: string): void => {
    const { mtimeMs } = statSync(path);
    newest = Math.max(newest, mtimeMs);
    files += 1;
  };
  for (const source of sources) {
    const path = join(projectRoot, source);
    if (!existsSync(path)) continue;
    if (statSync(path).isFile()) {
      visit(path);
      continue;
    }
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name)) visit(join(entry.parentPath, entry.name));
    }
  }
  return JSON.stringify({ newest, files });
}
