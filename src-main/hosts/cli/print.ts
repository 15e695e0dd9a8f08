import { AppError } from '#core/contract/failure.ts';
import { FAILURES } from '#core/wording/failures.ts';

/** A result for programs: JSON on standard output. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** The reason of a refusal on standard error, its code in brackets. Returns the exit status. Anything but an AppError is a bug and thrown on. */
export function printFailure(error: unknown): 1 {
  if (!(error instanceof AppError)) throw error;
  console.error(`[${error.code}] ${FAILURES[error.code](error.details)}${error.code === 'encrypted-docx' ? '密码用 --password 给出。' : ''}`);
  return 1;
}
