/**
 * `reform set`: attributes of a record. Of an item's plan that is an amendment, recorded in its log;
 * a draft and the registers are edited themselves.
 */
import type { Table } from '../../format/document.ts';
import type { Value } from '../../model/attribute.ts';
import type { EventName } from '../../model/events.ts';
import { titleOf } from '../../model/facts.ts';
import { type Entry, isItem, type Ledger } from '../../model/ledger.ts';
import { inForce, isAmendment, planSet, type Setting, type Settings } from '../../model/plan.ts';
import type { Words } from '../../words/en.ts';
import type { Command } from '../command.ts';
import type { Reading } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareFilters, declareWriter } from '../options.ts';
import { type Assignment, assignmentFrom, settingsFrom } from '../writing/assignments.ts';
import { change } from '../writing/change.ts';
import { messageFrom } from '../writing/message.ts';
import { editsFor, type Proposal } from '../writing/proposal.ts';
import { checkMeant, groundsFrom, meantBy } from '../writing/update.ts';

/** What is derived from the log, with the verb that changes it. */
const verbs: { readonly [fact: string]: { readonly [value: string]: string } | string } = {
  status: {
    'in-progress': 'report',
    blocked: 'block',
    done: 'done',
    verified: 'verify',
    withdrawn: 'withdraw',
    planned: 'reinstate',
    listed: 'reinstate',
    declared: 'add project',
  },
  progress: 'report --progress',
  reported: 'report --progress',
  claimed: 'done',
  verified: 'verify',
  moved: 'postpone',
  overdue: 'postpone',
  met: 'tick',
  evaluated: 'evaluate',
  replicated: 'replicate',
  replicated_from: 'replicate',
  criteria: 'add criterion',
  log: 'report',
} satisfies { [fact: string]: string | { [value: string]: EventName | string } };

/** Names the verb for what nobody sets, since it follows from the log. */
const refuseDerived = ({ key, text }: Assignment): void => {
  const verb = verbs[key];
  if (verb === undefined) return;
  const named = typeof verb === 'string' ? verb : verb[text.toLowerCase().replace(/[ _]/g, '-')];
  throw new Failure(exitCodes.usage, (say) =>
    say.derived(key, named, typeof verb === 'string' ? [] : Object.values(verb)),
  );
};

/** Settings that say something new: an attribute set to what it is says nothing. */
const changed = (ledger: Ledger, entry: Entry, settings: Settings): Settings =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(inForce(ledger, entry, name)) !== JSON.stringify(value),
    ),
  );

const textOf = ({ comma }: Words, value: Value | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(comma) : String(value);

/** What each attribute is and becomes. */
const previewOf = (words: Words, ledger: Ledger, planned: readonly Setting[]): Table => ({
  is: 'table',
  columns: [
    { key: 'id', heading: words.heading('id'), style: 'id' },
    { key: 'title', heading: words.item, keeps: 'text' },
    { key: 'attribute', heading: words.write.attribute },
    { key: 'from', heading: words.write.now },
    { key: 'to', heading: words.write.after },
  ],
  rows: planned.flatMap(({ entry, settings }) =>
    Object.entries(settings).map(([name, value]) => [
      { text: entry.id },
      { text: titleOf(entry, words.language) },
      { text: words.facts[name] ?? name },
      { text: textOf(words, inForce(ledger, entry, name)) },
      { text: textOf(words, value) },
    ]),
  ),
});

export const set: Command = {
  configure: (commander, { options: help, attributes }) => {
    commander
      .argument('<id|key=value...>')
      .usage('[options] <id...> <key=value...>')
      .option('-m, --message <text>', attributes['reason'])
      .option('-F, --file <file>', help.file)
      .option('--reason <text>', attributes['reason'])
      .option('-d, --document <number>', attributes['document'])
      .option('--date <date>', help.date)
      .option('--by <unit>', help.by)
      .option('--where <query>', help.where);
    declareWriter(declareFilters(commander, help), help);
  },
  run: async (context, args, options) => {
    const { words } = context;
    const assignments = args.flatMap((each) => assignmentFrom(each) ?? []);
    let meant = args.filter((each) => assignmentFrom(each) === undefined);
    checkMeant(meant, options);
    if (assignments.length === 0) throw new Failure(exitCodes.usage, (say) => say.nothingToSet());
    assignments.forEach(refuseDerived);
    const message = await messageFrom(context.io, options);
    const propose = async (reading: Reading): Promise<Proposal> => {
      const { view } = reading;
      const found = meantBy(context, reading, meant, options);
      meant = found.entries.map(({ id }) => id);
      const { grounds, echoes: told } = groundsFrom(context, reading, options, message);
      const echoes = [...found.echoes, ...told];
      const { ledger } = view;
      const planned = found.entries.flatMap((entry): readonly Setting[] => {
        const read = settingsFrom(view, words, entry.kind, assignments, entry);
        echoes.push(...read.echoes);
        for (const [name, value] of Object.entries(read.settings)) {
          if (value === undefined && isItem(entry) && isAmendment(ledger, entry, name)) {
            throw new Failure(exitCodes.usage, (say) => say.cannotTakeAway(entry.id, name));
          }
        }
        const settings = changed(ledger, entry, read.settings);
        return Object.keys(settings).length > 0 ? [{ entry, settings }] : [];
      });
      const { edits } = await editsFor(context, reading, planSet(ledger, planned, grounds));
      return {
        edits,
        said: planned.flatMap(({ entry, settings }) =>
          Object.entries(settings).map(([name, value]) =>
            words.write.set(entry.id, words.facts[name] ?? name, value),
          ),
        ),
        echoes: [...new Set(echoes)],
        count: planned.length,
        preview: previewOf(words, ledger, planned),
      };
    };
    return change(context, options, propose);
  },
};
