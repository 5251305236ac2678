/**
 * Everything a command needs once its name is known. It is bundled into a file of its own, which is
 * opened only then: `reform --version` and the list of commands start without YAML, schemas and
 * tables.
 */
import { add } from './commands/add.ts';
import { block } from './commands/block.ts';
import { demo } from './commands/demo.ts';
import { doctor } from './commands/doctor.ts';
import { done } from './commands/done.ts';
import { edit } from './commands/edit.ts';
import { evaluate } from './commands/evaluate.ts';
import { excuse } from './commands/excuse.ts';
import { explain } from './commands/explain.ts';
import { iam } from './commands/iam.ts';
import { importList } from './commands/import.ts';
import { init } from './commands/init.ts';
import { list } from './commands/list.ts';
import { postpone } from './commands/postpone.ts';
import { reinstate } from './commands/reinstate.ts';
import { reject } from './commands/reject.ts';
import { reopen } from './commands/reopen.ts';
import { replicate } from './commands/replicate.ts';
import { report } from './commands/report.ts';
import { resume } from './commands/resume.ts';
import { retract } from './commands/retract.ts';
import { select } from './commands/select.ts';
import { set } from './commands/set.ts';
import { show } from './commands/show.ts';
import { summary } from './commands/summary.ts';
import { tick } from './commands/tick.ts';
import { undo } from './commands/undo.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { withdraw } from './commands/withdraw.ts';

export { contextOf } from './context.ts';
export { render, talkOf } from './emit.ts';

export const commands = {
  list,
  show,
  summary,
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
  validate,
  explain,
  import: importList,
  iam,
  init,
  demo,
};
