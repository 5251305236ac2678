/**
 * The registry of kinds. Everything that lists, checks, shows or documents records goes through it.
 */
import type { Kind } from '../kind.ts';
import { criterion } from './criterion.ts';
import { district } from './district.ts';
import { arrangement, document } from './document.ts';
import { field } from './field.ts';
import { leadingReform } from './leading-reform.ts';
import { ledger } from './ledger.ts';
import { measure } from './measure.ts';
import { meeting } from './meeting.ts';
import { pilot } from './pilot.ts';
import { platform } from './platform.ts';
import { project } from './project.ts';
import { task } from './task.ts';
import { unit } from './unit.ts';

export const kinds = {
  ledger,
  field,
  district,
  unit,
  document,
  arrangement,
  'leading-reform': leadingReform,
  pilot,
  platform,
  meeting,
  task,
  measure,
  project,
  criterion,
} as const;

export type KindName = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly KindName[];

/** The description of a kind, without the types of its own attributes. */
export const kindOf = (name: KindName): Kind => kinds[name] as unknown as Kind;
