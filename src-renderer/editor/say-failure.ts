import { AppError } from '#core/contract/failure.ts';
import { FAILURES } from '#core/wording/failures.ts';

/** The sentence for whatever a call was refused with. */
export const sayFailure = (error: unknown): string => (error instanceof AppError ? FAILURES[error.code](error.details) : FAILURES.internal({}));
