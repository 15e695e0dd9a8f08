import { dirname } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import type { FailureCode } from '#core/contract/failure.ts';

const CODES: readonly (readonly [RegExp, FailureCode])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged-database'],
  [/^SQLITE_(BUSY|LOCKED)/, 'folder-in-use'],
  [/^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|SQLITE_IOERR_ACCESS|ENOENT|EACCES|EPERM|EROFS|EEXIST|ENOTDIR)$/, 'read-only-folder'],
];

/** What SQLite or the file system refused, as the failure a person is told; anything else comes back as it is, a bug. */
export function storageFailure(error: unknown, databaseFile: string): unknown {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  if (error instanceof AppError || typeof code !== 'string') return error;
  const failure = CODES.find(([pattern]) => pattern.test(code))?.[1];
  return failure ? new AppError(failure, { file: databaseFile, folder: dirname(databaseFile) }, { cause: error }) : error;
}
