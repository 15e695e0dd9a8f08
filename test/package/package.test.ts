import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { extractAll } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#core/contract/failure.ts';
import type { DocumentSnapshot, ExportedFile, Template } from '#core/contract/model.ts';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import type { Message } from '#main/app/import-pool.ts';
import type { Wish } from '#main/app/read-wish.ts';
import { rawRequest } from '../support/raw-request.ts';
import { startWebHost, type WebHost } from '../support/start-web-host.ts';
import { wordFile, wordPara, wordRun } from '../support/word-file.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const node = (...args: string[]): Promise<unknown> => run(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' } });

// The native file in the package is this machine's, and the launcher a shell script.
const isLinux = process.platform === 'linux';
const packed = describe.skipIf(!isLinux);

/** Everything happens outside the project, where nothing of its node_modules can help out. */
let folder: string;
let app: string;

/** Packs the app as for Linux around a stand-in for Electron's distribution that runs plain Node; no network is used. */
beforeAll(async () => {
  if (!isLinux) return;
  folder = mkdtempSync(join(tmpdir(), 'niwen-package-'));
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  for (const locale of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(electron, 'locales', `${locale}.pak`), '');
  writeFileSync(join(electron, 'electron'), `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] && exec "${process.execPath}" "$@"\n`);
  chmodSync(join(electron, 'electron'), 0o755);
  await node('scripts/build.ts');
  await node('node_modules/electron-builder/cli.js', '--linux', 'dir', `--${process.arch}`, `-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'release')}`);
  const unpacked = join(folder, 'release', readdirSync(join(folder, 'release')).find((name) => name.endsWith('unpacked'))!);
  // Plain Node reads no archives: the archive becomes a folder of the same name.
  const archive = join(unpacked, 'resources', 'app.asar');
  app = join(unpacked, 'resources', 'app');
  extractAll(archive, app);
  rmSync(archive);
  renameSync(app, archive);
  app = archive;
});
afterAll(() => isLinux && rmSync(folder, { recursive: true, force: true }));

packed('what is in the package', () => {
  it('has the entries that package.json and Electron name, and data of every kind', () => {
    const { main } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { main: string };
    for (const file of [main, 'dist/main/preload.cjs', 'dist/main/web.js', 'dist/main/cli.js', 'dist/main/import-worker.js', 'dist/renderer/index.html', 'resources/icons/icon.png']) expect(existsSync(join(app, file)), file).toBe(true);
    const licences = readdirSync(join(root, 'resources/licences')).filter((name) => name !== 'README.md');
    expect(readdirSync(join(app, 'resources/licences')).sort()).toEqual(licences.sort());
    expect(readdirSync(join(app, 'templates')).sort()).toEqual(readdirSync(join(root, 'templates')).filter((name) => name !== 'README.md').sort());
    expect(readdirSync(join(app, '..', '..', 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  it('imports nothing that was left behind', () => {
    const outside = new Set<string>();
    for (const file of readdirSync(join(app, 'dist/main')).filter((name) => name.endsWith('.js'))) {
      // Comments of the bundled packages name files of theirs.
      const text = readFileSync(join(app, 'dist/main', file), 'utf8').replace(/^\s*(?:\*|\/\*|\/\/).*$/gm, '');
      for (const [, fixed, late] of text.matchAll(/^(?:import|export)\b[^'"\n;]*["']([^"']+)["'];|\bimport\("([^"]+)"\)/gm)) {
        const name = (fixed ?? late)!;
        if (name.startsWith('./')) expect(existsSync(join(app, 'dist/main', name)), `${file}: ${name}`).toBe(true);
        else if (!isBuiltin(name)) outside.add(name);
      }
    }
    expect([...outside].sort()).toEqual(['better-sqlite3', 'electron']);
  });

  it('gives the sandboxed page one script that requires electron only', () => {
    const text = readFileSync(join(app, 'dist/main/preload.cjs'), 'utf8');
    expect([...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(text).not.toMatch(/^import\b/m);
  });

  it('carries one native file, the one of its platform', () => {
    const natives = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.node'));
    expect(natives).toEqual([join('node_modules/better-sqlite3/prebuilds', `linux-${process.arch}.node`)]);
  });
});

packed('the packed web host', () => {
  let host: WebHost;
  let origin: string;
  beforeAll(async () => {
    host = await startWebHost({ entry: join(app, 'dist/main/web.js') });
    origin = new URL(host.url).origin;
  });
  afterAll(() => host.stop());

  async function call<Output>(method: string, input?: unknown): Promise<Output> {
    const token = new URL(host.url).hash.slice('#token='.length);
    const { text } = await rawRequest(origin, { headers: { Origin: origin, Authorization: `Bearer ${token}` }, body: encodeWire({ method, input }) });
    const reply = decodeWire(text) as Reply;
    expect(reply, method).toMatchObject({ ok: true });
    return (reply as { output: Output }).output;
  }

  it('serves the page and every file it names, down to the fonts', async () => {
    const seen = new Set<string>();
    const visit = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.add(path);
      const { status, text, headers } = await rawRequest(origin, { method: 'GET', path });
      expect(status, path).toBe(200);
      if (!/html|css/.test(String(headers['content-type']))) return;
      for (const [, attribute, url] of text.matchAll(/(?:src|href)="([^"]+)"|url\(["']?([^"')]+)["']?\)/g)) {
        const name = (attribute ?? url)!;
        if (!name.startsWith('data:')) await visit(new URL(name, `http://x${path}`).pathname);
      }
    };
    await visit('/');
    expect([...seen].filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
    expect([...seen].filter((path) => path.endsWith('.ttf')).length).toBe(readdirSync(join(root, 'resources/fonts')).filter((name) => name.endsWith('.ttf')).length);
    const page = (await rawRequest(origin, { method: 'GET', path: '/' })).text;
    // The policy allows scripts from files only.
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  it('answers as the app: about itself, its templates, a worked example, Word, PDF', async () => {
    expect(await call('app.info')).toMatchObject({ host: 'web', version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version });
    const templates = await call<readonly Template[]>('template.list');
    expect(templates.length).toBeGreaterThanOrEqual(4);
    await call('person.set', { name: '张三', post: '科员' });
    for (const { id } of templates) {
      const { summary } = await call<DocumentSnapshot>('document.fromExample', { template: id });
      const { bytes } = await call<ExportedFile>('export.write', { id: summary.id, format: 'docx' });
      expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1'), id).toBe('PK\x03\x04');
      expect(await call('import.read', { name: `${id}.docx`, bytes }), id).toMatchObject({ encoding: 'docx' });
    }
    // Fonts, advance tables and the colour profile are in the package.
    const { summary } = await call<DocumentSnapshot>('document.fromExample', { template: 'notice' });
    const { bytes } = await call<ExportedFile>('export.write', { id: summary.id, format: 'pdf' });
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toBe('%PDF-1.4');
  });
});

packed('the packed threads of an import', () => {
  it('begin in a file outside the archive, and read a Word file and a text', async () => {
    const file = join(`${app}.unpacked`, 'dist/main/import-worker.js');
    const worker = new Worker(file, { workerData: { templates: [] } });
    try {
      const next = async (): Promise<Message> => ((await once(worker, 'message')) as [Message])[0];
      expect(await next()).toBe('ready');
      for (const [name, bytes] of [['通知.txt', Buffer.from('关于照护工作的通知\n\n各乡镇：\n\n现将有关事项通知如下。\n')], ['通知.docx', Buffer.from(wordFile(wordPara(wordRun('关于照护工作的通知'))))]] as const) {
        worker.postMessage({ name, bytes, form: 'library' } satisfies Wish);
        const answer = await next();
        const kept = answer !== 'ready' && answer.ok && answer.form === 'library' ? answer.kept : answer;
        expect(kept, name).toMatchObject({ title: '关于照护工作的通知', document: { summary: { title: '关于照护工作的通知' } } });
      }
    } finally {
      await worker.terminate();
    }
  });
});

packed('the packed command line', () => {
  const launcher = (): string => join(app, '..', '..', 'niwen');

  it('runs as niwen from the folder of the program', async () => {
    const { stdout } = await run(launcher(), ['templates', '--json'], { env: { PATH: process.env['PATH'], HOME: folder } });
    expect((JSON.parse(stdout) as Template[]).map(({ id }) => id)).toContain('notice');
  });

  it('writes Word', async () => {
    const out = join(folder, '通知.docx');
    await run(launcher(), ['new', 'notice', '--set', 'issuer=某某办公厅', '--to', out], { env: { PATH: process.env['PATH'], HOME: folder } });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });
});
