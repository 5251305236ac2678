/** All commands, in the order of the help. A command's module is loaded only when it is used. */
import type { Help } from '../words/en-help.ts';
import type { Command } from './command.ts';

interface Listed {
  readonly name: keyof Help['commands'];
  readonly group: keyof Help['groups'];
  readonly load: () => Promise<Command>;
}

export const catalogue: readonly Listed[] = [
  { name: 'list', group: 'ask', load: async () => (await import('./commands/list.ts')).list },
  { name: 'show', group: 'ask', load: async () => (await import('./commands/show.ts')).show },
  {
    name: 'summary',
    group: 'ask',
    load: async () => (await import('./commands/summary.ts')).summary,
  },
  {
    name: 'report',
    group: 'update',
    load: async () => (await import('./commands/report.ts')).report,
  },
  { name: 'done', group: 'update', load: async () => (await import('./commands/done.ts')).done },
  {
    name: 'validate',
    group: 'check',
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  {
    name: 'explain',
    group: 'check',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  { name: 'iam', group: 'shell', load: async () => (await import('./commands/iam.ts')).iam },
];
