import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#core/contract/failure.ts';

/** LibreOffice takes a few seconds to start; a file that needs longer than this has broken it. */
const LONGEST = 60_000;

/**
 * A .doc, .wps, .rtf or .odt as .docx, by LibreOffice where it is installed: in a process and with settings of its own, so that it
 * neither holds up the program nor meets a LibreOffice the person has open.
 * Throws AppError `needs-office`, `not-converted`.
 */
export async function convertToDocx(name: string, extension: string, bytes: Uint8Array, office: string | null = findOffice()): Promise<Uint8Array> {
  if (office === null) throw new AppError('needs-office', { name });
  const folder = await mkdtemp(join(tmpdir(), 'niwen-convert-'));
  try {
    // The name of the file is the person's; what LibreOffice is given is ours.
    const source = join(folder, `source.${extension}`);
    await writeFile(source, bytes);
    await run(office, [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--norestore', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out'), source]);
    return await readFile(join(folder, 'out', 'source.docx'));
  } catch (error) {
    throw new AppError('not-converted', { name }, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const run = (program: string, args: readonly string[]): Promise<void> => new Promise((resolve, reject) => {
  execFile(program, args, { timeout: LONGEST, killSignal: 'SIGKILL', windowsHide: true }, (error) => (error ? reject(error) : resolve()));
});

/** Where LibreOffice installs itself, and where a path leads to it. */
function findOffice(): string | null {
  const named = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const onPath = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '').flatMap((folder) => named.map((name) => join(folder, name)));
  const usual = process.platform === 'win32'
    ? ['C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe']
    : ['/Applications/LibreOffice.app/Contents/MacOS/soffice', '/opt/libreoffice/program/soffice', '/usr/lib/libreoffice/program/soffice'];
  return [...onPath, ...usual].find((file) => existsSync(file)) ?? null;
}
