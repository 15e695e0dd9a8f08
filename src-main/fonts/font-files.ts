import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A font file as it lies on disk; a changed one has another size or time. */
export interface FontFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
}

/** Larger files are no typefaces for text, or too large to be put into every window. */
const LARGEST = 64 * 1024 * 1024;

/** Every font file below a folder (.ttf, .otf, .ttc), in the order of names; none where the folder is missing or may not be read. */
export async function listFontFiles(folder: string): Promise<FontFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => !entry.isDirectory() && /\.(?:ttf|otf|ttc)$/i.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
  const files = await Promise.all(paths.map(async (path): Promise<FontFile | null> => {
    const found = await stat(path).catch(() => null);
    return found?.isFile() && found.size <= LARGEST ? { path, size: found.size, changed: Math.round(found.mtimeMs) } : null;
  }));
  return files.filter((file) => file !== null);
}
