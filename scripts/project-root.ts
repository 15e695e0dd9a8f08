import { join, resolve } from 'node:path';

/** The folder that holds package.json, whatever the current directory is. */
export const projectRoot = resolve(import.meta.dirname, '..');

/** Scratch and memory of the scripts; ignored by git, safe to delete. */
export const cacheFolder = join(projectRoot, '.cache');
