import { appendFile, mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import type { ExportFormat } from '#core/contract/methods.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { sayMissing } from '#core/wording/layout.ts';
import { createImportPool } from '#main/app/import-pool.ts';
import { readUserFile, writeUserFile } from '#main/app/user-file.ts';
import type { DirectHost } from '../open-host.ts';

/** What the record says of a file that is through; the same file with the same size and time is not read again. */
interface Through {
  readonly name: string;
  readonly size: number;
  readonly changed: number;
  readonly to: string;
}

interface Options {
  readonly folder: string;
  readonly to: string;
  readonly format: ExportFormat;
}

const RECORD = '导入记录.jsonl';
/** What an import reads; other files of the folder are not spoken of. */
const READABLE = /\.(?:txt|docx|doc|wps|rtf|odt|md|html?)$/i;

/**
 * A folder with all below it → documents in another, under the same names. Ctrl-C stops after the files being read; the next run
 * goes on where it stood. Returns how many failed, each told on standard error.
 */
export async function importFolder(host: DirectHost, { folder, to, format }: Options): Promise<number> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && READABLE.test(entry.name) && !resolve(entry.parentPath).startsWith(resolve(to)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  const through = await readRecord(join(to, RECORD));
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const pool = createImportPool(await host.call('template.list'), log);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    pool.cancel();
  };
  process.once('SIGINT', stop);
  const counts = { done: 0, before: 0, failed: 0, doubtful: 0 };
  const queue = names.values();
  const work = async (): Promise<void> => {
    for (const name of queue) {
      if (stopped) return;
      const { size, mtimeMs } = await stat(join(folder, name));
      const target = `${name}.${format}`;
      if (isThrough(through.get(name), size, mtimeMs) && (await stat(join(to, target)).catch(() => undefined))) {
        counts.before++;
        continue;
      }
      try {
        const { bytes } = await readUserFile(join(folder, name));
        const { file, doubts } = await pool.read(name, bytes);
        const out = await host.call('export.write', { file: { ...file }, format });
        await mkdir(dirname(join(to, target)), { recursive: true });
        await writeUserFile(join(to, target), out.bytes);
        if (out.missing) console.error(`${name}：${sayMissing(out.missing)}`);
        await appendFile(join(to, RECORD), `${JSON.stringify({ name, size, changed: mtimeMs, to: target } satisfies Through)}\n`);
        counts.done++;
        if (doubts > 0) counts.doubtful++;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (error.code === 'cancelled') return;
        counts.failed++;
        console.error(`${name}：[${error.code}] ${FAILURES[error.code](error.details)}`);
      }
      if (process.stderr.isTTY) process.stderr.write(`\r${counts.done + counts.before + counts.failed}/${names.length} `);
    }
  };
  try {
    // A few more on their way than there are threads: reading and writing fill the gaps.
    await Promise.all(Array.from({ length: pool.size * 2 + 1 }, work));
  } finally {
    process.off('SIGINT', stop);
    pool.close();
  }
  if (process.stderr.isTTY) process.stderr.write('\r');
  console.log(`导入 ${counts.done} 个${counts.before > 0 ? `，以前已导入 ${counts.before} 个` : ''}${counts.failed > 0 ? `，未能导入 ${counts.failed} 个` : ''}${counts.doubtful > 0 ? `；其中 ${counts.doubtful} 个有要核对的地方` : ''}${stopped ? '。已停止，再运行一次接着做' : ''}`);
  return counts.failed;
}

const isThrough = (record: Through | undefined, size: number, changed: number): boolean => record !== undefined && record.size === size && record.changed === changed;

async function readRecord(path: string): Promise<Map<string, Through>> {
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  return new Map(lines.flatMap((line): [string, Through][] => {
    try {
      const read = JSON.parse(line) as Through;
      return [[read.name, read]];
    } catch {
      return [];
    }
  }));
}
