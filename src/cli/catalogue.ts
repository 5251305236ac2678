/**
 * All commands, in the order of the help, each under a heading of it. The commands themselves stand
 * in `room.ts`.
 */
import type { Help } from '../words/en-help.ts';

export const catalogue: readonly {
  readonly name: keyof Help['commands'];
  readonly group: keyof Help['groups'];
}[] = [
  { name: 'list', group: 'ask' },
  { name: 'show', group: 'ask' },
  { name: 'summary', group: 'ask' },
  { name: 'report', group: 'update' },
  { name: 'done', group: 'update' },
  { name: 'validate', group: 'check' },
  { name: 'explain', group: 'check' },
  { name: 'iam', group: 'shell' },
];
