import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

// The sources lie in src-main/app, the bundles in dist/main: both two levels below the program's folder.
const program = resolve(import.meta.dirname, '../..');

/** Where the program's own files lie, from the sources, from dist and inside a packed app alike. */
export const programPlaces = {
  resources: join(program, 'resources'),
  templates: join(program, 'templates'),
  /** The built window: index.html and its assets. */
  page: join(program, 'dist', 'renderer'),
} as const;

export const programVersion = (JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { version: string }).version;

/** The folder for the clerk's documents when none is named: the platform's place for application data. */
export function defaultDataFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Niwen');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Niwen');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'niwen');
}

/** Where the platform keeps fonts, for all and for this person, and where Office for Mac keeps its own. */
export function systemFontFolders(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string[] {
  if (platform === 'win32') return [join(env['WINDIR'] || 'C:\\Windows', 'Fonts'), join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts')];
  if (platform === 'darwin') return ['/System/Library/Fonts', ...[5, 6, 7, 8].map((version) => `/System/Library/AssetsV2/com_apple_MobileAsset_Font${version}`), '/Library/Fonts', join(home, 'Library', 'Fonts'), '/Applications/Microsoft Word.app/Contents/Resources/DFonts'];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'fonts'), join(home, '.fonts')];
}

/** The database within a data folder. */
export const databaseFileIn = (data: string): string => join(data, 'niwen.sqlite');
