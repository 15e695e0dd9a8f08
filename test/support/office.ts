import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import subsetFont from 'subset-font';
import { findTool } from './tools.ts';

/** The fonts a .docx names, and the bundled face that stands for each, so that pages come out alike on machines without Chinese fonts. */
const STAND_INS = { 仿宋_GB2312: 'fang', 楷体_GB2312: 'kai', 黑体: 'hei', 宋体: 'song', 方正小标宋简体: 'biao', 'Times New Roman': 'latin' } as const;

/** True where .docx files can be opened as a word processor opens them. */
export const hasOffice = (): boolean => findTool('soffice') !== undefined && findTool('pdftotext') !== undefined;

/** Opens .docx files in LibreOffice and saves them as PDF; returns the text of every page, in the order it was set. `text` is all the files hold. */
export async function printInOffice(folder: string, files: Readonly<Record<string, Uint8Array>>, text: string): Promise<Record<string, string[]>> {
  const environment = { ...process.env, FONTCONFIG_FILE: await installStandIns(folder, text) };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.docx`), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`;
  execFileSync(findTool('soffice')!, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...Object.keys(files).map((name) => join(folder, `${name}.docx`))], { env: environment, stdio: 'ignore' });
  return Object.fromEntries(Object.keys(files).map((name) => {
    const pages = execFileSync(findTool('pdftotext')!, ['-raw', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).split('\f');
    return [name, pages.slice(0, -1)];
  }));
}

async function installStandIns(folder: string, text: string): Promise<string> {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  const rules: string[] = [];
  for (const [name, face] of Object.entries(STAND_INS)) {
    const whole = readFileSync(resolve(import.meta.dirname, `../../resources/fonts/niwen-${face}.ttf`));
    writeFileSync(join(fonts, `${face}.ttf`), await subsetFont(whole, text));
    const family = `Niwen ${face[0]!.toUpperCase()}${face.slice(1)}`;
    rules.push(`<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${family}</string></edit></match>`);
  }
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>${rules.join('')}</fontconfig>`);
  return file;
}
