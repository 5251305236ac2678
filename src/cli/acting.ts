/**
 * Letters beside the rows of an answer, and what can be done with the row that is picked: the verb's own
 * command runs, with its own questions and refusals. Only at a terminal.
 */
import { type EventName, movesFrom } from '../model/events.ts';
import type { Item } from '../model/ledger.ts';
import type { Owing } from '../model/owing.ts';
import { askChoice, askText } from './ask.ts';
import type { Command, Outcome } from './command.ts';
import { block } from './commands/block.ts';
import { done } from './commands/done.ts';
import { report } from './commands/report.ts';
import { resume } from './commands/resume.ts';
import { show } from './commands/show.ts';
import { tick } from './commands/tick.ts';
import { type Context, typed } from './context.ts';
import { render, talkOf } from './emit.ts';
import { exitCodes, isFailure } from './failure.ts';
import type { Options } from './options.ts';

const verbs = { report, tick, done, block, resume, show } as const satisfies {
  readonly [verb: string]: Command;
};
type Verb = keyof typeof verbs;

/** A row that has a letter. */
type Row = Pick<Owing, 'item' | 'next'>;

/** The letter of a row, counted from 0: a to z, then aa, ab … */
export const letterOf = (row: number): string =>
  (row < 26 ? '' : letterOf(Math.floor(row / 26) - 1)) + String.fromCharCode(97 + (row % 26));

/** What may be done with an item as it stands, what is proposed first. */
const possibleFor = async (
  context: Context,
  { item: { id, kind }, next }: Row,
): Promise<readonly Verb[]> => {
  const { view } = await context.read();
  const item = view.ledger.byId[kind].get(id) as Item | undefined;
  if (!item) return [];
  const standing = view.standing(item);
  const moves: readonly EventName[] = movesFrom(standing.status, kind);
  const hasOpen = standing.criteria.some(({ met }) => met === null);
  const possible = (Object.keys(verbs) as Verb[]).filter(
    (verb) => verb === 'show' || (moves.includes(verb) && (verb !== 'tick' || hasOpen)),
  );
  return [
    ...possible.filter((verb) => verb === next.verb),
    ...possible.filter((verb) => verb !== next.verb),
  ];
};

const tell = async (context: Context, options: Options, outcome: Outcome): Promise<void> => {
  const { io } = context;
  await io.stdout.write(await render(outcome, io, options));
  await io.stderr.write(talkOf(outcome));
};

/** The row whose letter is typed; undefined where none is wanted any more. */
const pick = async ({ io, words }: Context, rows: readonly Row[]): Promise<Row | undefined> => {
  const { pick: message, noLetter } = words.asking.mine;
  const rowOf = (answer: string) =>
    rows.find((_row, index) => letterOf(index) === answer.toLowerCase());
  if (!io.terminal) return undefined;
  try {
    const answer = await askText(io.terminal, {
      message,
      check: (given) =>
        given === '' || rowOf(given) ? undefined : noLetter(letterOf(rows.length - 1)),
    });
    return rowOf(answer);
  } catch (error) {
    // Whoever breaks off where nothing is under way just leaves.
    if (isFailure(error) && error.exit === exitCodes.interrupted) return undefined;
    throw error;
  }
};

/** Shows an answer and does with its rows what is asked for, one after the other. */
export const actOn = async (
  context: Context,
  options: Options,
  answer: Outcome,
  { unit, rows }: { readonly unit: string; readonly rows: readonly Row[] },
): Promise<Outcome> => {
  await tell(context, options, answer);
  for (;;) {
    const row = await pick(context, rows);
    if (!row || !context.io.terminal) return {};
    const { item } = row;
    const possible = await possibleFor(context, row);
    const { act, verbs: called } = context.words.asking.mine;
    const chosen = await askChoice(context.io.terminal, context.words, {
      message: act(item.id),
      values: possible,
      called: (verb) => called[verb],
    });
    const command = typed([chosen, item.id]);
    const run = verbs[chosen].run;
    await tell(context, options, await run({ ...context, command }, [item.id], { by: unit }));
  }
};
