import type { Profile } from './profile.ts';

/** What the flow is told beside the composition. */
export interface FlowOptions {
  readonly profile: Profile;
  /** The 版记 goes to an even page, where double-sided paper ends. */
  readonly isImprintEven: boolean;
  /** Annexes and embedded documents begin on an odd page, a front of paper printed on both sides. */
  readonly arePartsOdd: boolean;
  /** A letter's first page bears no number (10.1). */
  readonly isFirstNumbered: boolean;
}
