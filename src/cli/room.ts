/**
 * Everything a command needs once its name is known. It is bundled into a file of its own, which is
 * opened only then: `reform --version` and the list of commands start without YAML, schemas and
 * tables.
 */

import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { agenda } from './commands/agenda.ts';
import { block } from './commands/block.ts';
import { completionOf } from './commands/completion.ts';
import { demo } from './commands/demo.ts';
import { diff } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { done } from './commands/done.ts';
import { due } from './commands/due.ts';
import { edit } from './commands/edit.ts';
import { evaluate } from './commands/evaluate.ts';
import { excuse } from './commands/excuse.ts';
import { explain } from './commands/explain.ts';
import { git } from './commands/git.ts';
import { iam } from './commands/iam.ts';
import { importList } from './commands/import.ts';
import { inbox } from './commands/inbox.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { log } from './commands/log.ts';
import { mine } from './commands/mine.ts';
import { postpone } from './commands/postpone.ts';
import { reinstate } from './commands/reinstate.ts';
import { reject } from './commands/reject.ts';
import { reopen } from './commands/reopen.ts';
import { replicate } from './commands/replicate.ts';
import { report } from './commands/report.ts';
import { resolve } from './commands/resolve.ts';
import { resume } from './commands/resume.ts';
import { retract } from './commands/retract.ts';
import { review } from './commands/review.ts';
import { schema } from './commands/schema.ts';
import { select } from './commands/select.ts';
import { set } from './commands/set.ts';
import { show } from './commands/show.ts';
import { summary } from './commands/summary.ts';
import { tick } from './commands/tick.ts';
import { trace } from './commands/trace.ts';
import { undo } from './commands/undo.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { withdraw } from './commands/withdraw.ts';

export { layoutFor } from '../format/wrap.ts';
export { contextOf } from './context.ts';
export { isWide, render, talkOf } from './emit.ts';
export { paged } from './pager.ts';

export const commands = {
  list,
  show,
  summary,
  due,
  mine,
  inbox,
  agenda,
  trace,
  log,
  report,
  tick,
  done,
  verify,
  reject,
  block,
  resume,
  excuse,
  postpone,
  withdraw,
  reinstate,
  reopen,
  retract,
  select,
  evaluate,
  replicate,
  add,
  set,
  edit,
  undo,
  doctor,
  diff,
  review,
  resolve,
  validate,
  explain,
  schema,
  git,
  import: importList,
  iam,
  completion: completionOf((name): Command['configure'] => commands[name].configure),
  init,
  demo,
};
