import type { Role } from '../document/roles.ts';
import type { Grid, Line } from './lines.ts';
import type { TypedLabel } from './recognise/label.ts';
import type { Spelled } from './spelled.ts';

/** A paragraph whose place in the document is known. */
export interface Block {
  readonly kind: 'block';
  readonly role: Role;
  readonly text: Spelled;
  readonly level: number;
  readonly runIn: boolean;
  /** The label the source typed, when it is stripped because the document computes it. */
  readonly label?: TypedLabel;
  /** The number an annex was typed with. */
  readonly number?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly line?: Line;
}

export type Part = Block | Grid;

export const block = (role: Role, text: Spelled, more: Partial<Omit<Block, 'kind' | 'role' | 'text'>> = {}): Block => ({ kind: 'block', role, text, level: 0, runIn: false, ...more });

export const isBlock = (part: Part | undefined): part is Block => part?.kind === 'block';
