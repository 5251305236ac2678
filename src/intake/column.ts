/** What a column of a list is: its heading, what its cells become, and why some are not taken. */
import type { LeftOut, Role } from './headings.ts';

/** What a column becomes: a role, an attribute of the office's own, or nothing. */
export type Becomes = Role | `x-${string}` | 'none';

/** Why a column is not taken. */
export type WhyNot = LeftOut | 'unknown' | 'double' | 'chosen' | 'numbers';

export interface Column {
  /** Counted from 0. */
  readonly at: number;
  /** Its letter. */
  readonly letter: string;
  readonly heading: string;
  readonly becomes: Becomes;
  readonly quarter?: number;
  /** Its numbers are shares of a whole, or may be: 1 is all of it. */
  readonly scale?: 'share' | 'mixed' | 'unclear';
  /** The heading names leading and supporting units, and the cells say which is which. */
  readonly hasBothSides?: true;
  readonly whyNot?: WhyNot;
  /** The column that is that already. */
  readonly besides?: string;
  /** How many of its cells have something in them, and what the first of them says. */
  readonly cells: number;
  readonly first?: string;
  /** Whoever imports it has said so. */
  readonly isChosen?: true;
}
