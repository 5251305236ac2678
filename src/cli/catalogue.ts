/**
 * All commands, in the order of the help, each under a heading of it; those that a new user meets
 * first are marked. The commands themselves stand in `room.ts`.
 */
import type { Help } from '../words/en-help.ts';

export const catalogue: readonly {
  readonly name: keyof Help['commands'];
  readonly group: keyof Help['groups'];
  readonly isFirst?: true;
}[] = [
  { name: 'list', group: 'ask', isFirst: true },
  { name: 'show', group: 'ask', isFirst: true },
  { name: 'summary', group: 'ask', isFirst: true },
  { name: 'due', group: 'ask', isFirst: true },
  { name: 'mine', group: 'ask', isFirst: true },
  { name: 'inbox', group: 'ask' },
  { name: 'agenda', group: 'ask' },
  { name: 'trace', group: 'ask' },
  { name: 'log', group: 'ask' },
  { name: 'report', group: 'update', isFirst: true },
  { name: 'tick', group: 'update' },
  { name: 'done', group: 'update', isFirst: true },
  { name: 'verify', group: 'update' },
  { name: 'reject', group: 'update' },
  { name: 'block', group: 'update' },
  { name: 'resume', group: 'update' },
  { name: 'excuse', group: 'update' },
  { name: 'postpone', group: 'update' },
  { name: 'withdraw', group: 'update' },
  { name: 'reinstate', group: 'update' },
  { name: 'reopen', group: 'update' },
  { name: 'retract', group: 'update' },
  { name: 'select', group: 'update' },
  { name: 'evaluate', group: 'update' },
  { name: 'replicate', group: 'update' },
  { name: 'add', group: 'plan' },
  { name: 'set', group: 'plan' },
  { name: 'edit', group: 'plan' },
  { name: 'undo', group: 'undo' },
  { name: 'doctor', group: 'undo' },
  { name: 'validate', group: 'check', isFirst: true },
  { name: 'explain', group: 'check' },
  { name: 'schema', group: 'check' },
  { name: 'diff', group: 'review' },
  { name: 'review', group: 'review' },
  { name: 'resolve', group: 'review' },
  { name: 'git', group: 'review' },
  { name: 'init', group: 'begin' },
  { name: 'demo', group: 'begin' },
  { name: 'import', group: 'begin' },
  { name: 'iam', group: 'shell' },
  { name: 'completion', group: 'shell' },
];
