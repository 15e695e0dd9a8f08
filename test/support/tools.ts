import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** A program outside npm that some tests need. */
export interface Tool {
  /** How people call it. */
  readonly title: string;
  /** Names on the PATH, the best first. */
  readonly commands: readonly string[];
  /** Where it sits when it is not on the PATH (macOS, Windows). */
  readonly places?: readonly string[];
  readonly debianPackage: string;
  /** The package to try where the first is unknown. */
  readonly otherPackage?: string;
}

/** The programs, by the name tests ask for them. */
export const tools = {
  chromium: {
    title: 'Chromium',
    // The headless shell draws no window: a third quicker with the same engine.
    commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debianPackage: 'chromium-headless-shell',
    otherPackage: 'chromium',
  },
  soffice: {
    title: 'LibreOffice',
    commands: ['soffice', 'libreoffice'],
    places: ['/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.com'],
    debianPackage: 'libreoffice-writer-nogui',
  },
  pdftoppm: { title: 'pdftoppm', commands: ['pdftoppm'], debianPackage: 'poppler-utils' },
  pdftotext: { title: 'pdftotext', commands: ['pdftotext'], debianPackage: 'poppler-utils' },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

/**
 * The full path of a program, or undefined where it is not installed. A test that needs one skips aloud:
 * `it.skipIf(!findTool('soffice'))(…)`; `npm test` prints the sentence of `describeMissing` for each that is missing.
 */
export function findTool(name: ToolName): string | undefined {
  const tool: Tool = tools[name];
  for (const command of tool.commands) {
    const found = findOnPath(command);
    if (found) return found;
  }
  return tool.places?.find((place) => existsSync(place));
}

/** The line printed when a program is missing. */
export function describeMissing(name: ToolName): string {
  return `跳过：未找到 ${tools[name].title}（Debian 包 ${tools[name].debianPackage}）`;
}

/** The Electron binary, when the `electron` package has fetched it; the package itself is always installed. */
export function findElectron(): string | undefined {
  const folder = resolve(import.meta.dirname, '../../node_modules/electron');
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile) && !elsewhere) return undefined;
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = join(elsewhere ?? join(folder, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
}

/** Whether any installed font has Chinese glyphs; undefined where fontconfig cannot be asked. */
export function hasChineseFont(): boolean | undefined {
  const fcList = findOnPath('fc-list');
  return fcList ? execFileSync(fcList, [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '' : undefined;
}

/** The full path of a command on the PATH. */
export function findOnPath(command: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, command + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}
