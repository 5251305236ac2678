/**
 * Everything a command needs once its name is known. It is bundled into a file of its own, which is
 * opened only then: `reform --version` and the list of commands start without YAML, schemas and
 * tables.
 */
import { done } from './commands/done.ts';
import { explain } from './commands/explain.ts';
import { iam } from './commands/iam.ts';
import { list } from './commands/list.ts';
import { report } from './commands/report.ts';
import { show } from './commands/show.ts';
import { summary } from './commands/summary.ts';
import { validate } from './commands/validate.ts';

export { contextOf } from './context.ts';
export { render, talkOf } from './emit.ts';

export const commands = { list, show, summary, report, done, validate, explain, iam };
