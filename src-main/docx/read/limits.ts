import { AppError } from '#core/contract/failure.ts';
import { LARGEST_IMAGES } from '#core/contract/methods.ts';

/**
 * What a file may unfold to. A few kilobytes can hold what fills the memory or keeps the program busy for hours; these bounds lie
 * far above any paper an office writes, and what lies within them is read in seconds.
 */
export const LIMITS = {
  /** Bytes of all XML parts together: some thousand pages as Word writes them. */
  packageBytes: 60 * 1024 * 1024,
  /** Parts of a package, and characters of the name of one: nobody's file has so many or such. */
  parts: 10_000,
  partName: 500,
  /** Bytes of all pictures that are carried: what a file of the largest size can hold many times over is no draft. */
  imageBytes: LARGEST_IMAGES,
  /** Of one part. */
  elements: 1_000_000,
  /** Of one part: some six thousand pages. */
  characters: 4_000_000,
  /** Tables in tables in tables: more than this is an attack on whoever reads it by recursion. */
  depth: 600,
  /** Of all tables, those that rows leave out included. */
  cells: 200_000,
  /** Of one row; Word itself stops at 63. */
  columns: 1_000,
  /** Comments open at one place; what is commented beyond that is commented at a point. */
  openComments: 30,
} as const;

/** The refusal of a file that unfolds to more. */
export const tooMuch = (cause?: unknown): AppError => new AppError('too-much-inside', {}, cause === undefined ? undefined : { cause });
