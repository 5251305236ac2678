/**
 * `reform import`: an office's own list, read as it is, into the ledger. Without `--apply` it only says
 * what would become of it.
 */
import { mostEntries } from '../../ledger/scan.ts';
import type { Value } from '../../model/attribute.ts';
import { namesOf, suggest } from '../../model/names.ts';
import type { Command, Outcome } from '../command.ts';
import type { Context, Reading } from '../context.ts';
import { exitCodes, Failure, problemOf, usage } from '../failure.ts';
import { type Input, pickLists, readInput } from '../importing/input.ts';
import { type Intake, keepMapping, mappingFrom, type Wanted } from '../importing/mapping.ts';
import { type Imported, previewOf } from '../importing/preview.ts';
import { type Options, pickFormat, repeated } from '../options.ts';
import { change } from '../writing/change.ts';
import { messageFrom } from '../writing/message.ts';
import { editsFor, type Proposal } from '../writing/proposal.ts';
import { groundsFrom, reporter } from '../writing/update.ts';

/** A file that was read, with how its lists are meant. */
interface Read {
  readonly intake: Intake;
  readonly input: Input;
  readonly wanted: Wanted;
  readonly picked: ReturnType<typeof pickLists>;
  readonly message: string | undefined;
}

/**
 * Who says so: whoever is named. The unit that somebody is elsewhere may not be in a new ledger, whose list
 * does not become another's by that.
 */
const knownReporter: typeof reporter = (context, opened, options) => {
  const isNamed = options['by'] !== undefined;
  const find = () => reporter(context, opened, options);
  return isNamed || problemOf(context.words, find) === undefined ? find() : undefined;
};

const measuresIn = (task: Value): readonly Value[] =>
  (task as { readonly measures?: readonly Value[] }).measures ?? [];

/** What the file would bring to the ledger as it is now. */
const importInto = (
  context: Context,
  reading: Reading,
  { intake, input, wanted, picked, message }: Read,
  options: Options,
): Imported & { readonly echoes: readonly string[] } => {
  const { opened, view } = reading;
  const { grounds, echoes } = groundsFrom(context, reading, options, message, knownReporter);
  const values = new Map<string, Value>(
    [...opened.files].flatMap(([file, { parsed }]) =>
      parsed.value === undefined ? [] : [[file, parsed.value] as const],
    ),
  );
  const desk = { ledger: opened.ledger, values, today: view.today };
  const reportDay = grounds.date;
  const listings = picked.tables.map((table) => intake.listingOf(desk, table, wanted, reportDay));
  const isEmpty = listings.every(
    ({ outline }) => outline.items.length + outline.tasks.length === 0,
  );
  if (isEmpty) {
    const row = (picked.tables[0]?.headings[1] ?? 0) + 1;
    throw usage((say) => say.emptyList(input.name, row));
  }
  const { units, same } = wanted;
  const plan = intake.planIntake(desk, listings, { units, same, grounds });
  const [unknown] = plan.unknownSame;
  if (unknown !== undefined) {
    const near = suggest(unknown, [
      ...plan.registered.flatMap(({ name, id }) => [name, id]),
      ...opened.ledger.entries.unit.flatMap((unit) => [unit.id, ...namesOf(unit)]),
    ]);
    throw usage((say) => say.unknownSame(unknown, near));
  }
  const crowded = plan.changes.find(
    (each) => each.op === 'create' && measuresIn(each.value).length > mostEntries,
  );
  if (crowded?.op === 'create') {
    const { title } = crowded.value as { readonly title: string };
    const { length } = measuresIn(crowded.value);
    throw usage((say) => say.tooManyInOne(title, length, mostEntries));
  }
  return {
    input,
    tables: picked.tables,
    listings,
    plan,
    view,
    reportDay,
    isSplit: wanted.split,
    without: picked.without,
    isApplied: options['apply'] === true,
    echoes,
  };
};

const proposalOf = async (
  context: Context,
  reading: Reading,
  imported: ReturnType<typeof importInto>,
): Promise<Proposal> => {
  const { plan, input, echoes } = imported;
  const { needs, changes, added, amended } = plan;
  if (needs.length > 0) throw new Failure(exitCodes.findings, (say) => say.importNeeds(needs));
  const { edits } = await editsFor(context, reading, { changes, recorded: [] });
  const said =
    edits.length === 0 ? [] : [context.words.intake.said(input.name, added, amended.length)];
  return { edits, echoes, said, count: 1 };
};

export const importList: Command = {
  configure: (commander, { options: help, attributes }) => {
    commander
      .argument('<file>', help.importFile)
      .option('--apply', help.apply)
      .option('--sheet <name>', help.sheet, repeated)
      .option('--heading-row <row>', help.headingRow)
      .option('--map <column=what>', help.map, repeated)
      .option('--same <name=unit>', help.same, repeated)
      .option('--split', help.split)
      .option('--encoding <name>', help.encoding)
      .option('--mapping <file>', help.mapping)
      .option('--save-mapping <file>', help.saveMapping)
      .option('-m, --message <text>', attributes['reason'])
      .option('-d, --document <number>', attributes['document'])
      .option('--date <date>', help.importDate)
      .option('--by <unit>', help.by)
      .option('--format <format>', help.formatSections)
      .option('--json', help.json)
      .option('-n, --dry-run', help.dryRun)
      .option('--commit', help.commit)
      .option('--wait <seconds>', help.wait);
  },
  run: async (context, [given = ''], options): Promise<Outcome> => {
    const { words } = context;
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    const intake = await import('../../intake/index.ts');
    const wanted = mappingFrom(intake, context, options);
    const message = await messageFrom(context.io, options);
    const input = await readInput(context, given, options);
    const read: Read = { intake, input, wanted, picked: pickLists(intake, input, wanted), message };
    const { saveMapping } = options;
    let imported: ReturnType<typeof importInto> | undefined;
    let talk: readonly string[] = [];
    const propose = async (reading: Reading): Promise<Proposal> => {
      const isFirst = imported === undefined;
      imported = importInto(context, reading, read, options);
      // Nothing that the system could refuse stands behind the writing of the ledger.
      if (isFirst && typeof saveMapping === 'string') {
        const { tables, plan } = imported;
        keepMapping(intake, context, saveMapping, wanted, { tables, units: plan.units });
        talk = [words.intake.savedMapping(saveMapping)];
      }
      // What would be refused is said before it is to be written; what it lacks, in the preview.
      const isWriting = options['apply'] || options['dryRun'];
      const isLacking = imported.plan.needs.length > 0 && !isWriting;
      return isLacking
        ? { edits: [], echoes: imported.echoes, said: [], count: 0 }
        : proposalOf(context, reading, imported);
    };
    const answer = () => ({ ...(imported && { document: previewOf(words, imported) }), format });
    if (options['dryRun']) {
      const shown = await change(context, options, propose);
      return { ...shown, talk: [...(shown.talk ?? []), ...talk] };
    }
    if (options['apply']) {
      const done = await change(context, { ...options, yes: true }, propose);
      return { ...answer(), ...done, talk: [...(done.talk ?? []), ...talk] };
    }
    const { echoes } = await propose(await context.read());
    return { ...answer(), talk: [...echoes, ...talk] };
  },
};
