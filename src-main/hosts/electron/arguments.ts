import { extname, resolve } from 'node:path';

/** Endings of the files this program opens. */
export const OPENED_ENDINGS = ['docx', 'txt', 'html', 'htm', 'json', 'nwt'] as const;

export interface Arguments {
  readonly data?: string;
  /** Full paths of the files to open. */
  readonly files: readonly string[];
}

/** Reads what a start was given. Chromium's own switches stand among ours and are passed over. */
export function readArguments(argv: readonly string[], { cwd, isDefaultApp }: { cwd: string; isDefaultApp: boolean }): Arguments {
  // Unpacked, Electron itself is the program and our folder its first plain argument.
  const rest = argv.slice(1);
  const files: string[] = [];
  let data: string | undefined;
  let skipsFolder = isDefaultApp;
  for (let at = 0; at < rest.length; at++) {
    const each = rest[at]!;
    if (each === '--data') data = rest[++at];
    else if (each.startsWith('--data=')) data = each.slice('--data='.length);
    else if (each.startsWith('-')) continue;
    else if (skipsFolder) skipsFolder = false;
    else if (OPENED_ENDINGS.some((ending) => extname(each).toLowerCase() === `.${ending}`)) files.push(resolve(cwd, each));
  }
  return { ...(data === undefined ? {} : { data: resolve(cwd, data) }), files };
}
