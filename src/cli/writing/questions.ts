/** What several verbs ask at a terminal for what the command line does not say. */
import { endOfTime } from '../../model/dates.ts';
import { type EventName, events } from '../../model/events.ts';
import { type Item, isItem } from '../../model/ledger.ts';
import { compareText } from '../../model/order.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { type Asked, askText, askWhether } from '../ask.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import { resolveAny } from '../resolve.ts';

/** Somebody to ask, about items for which the answer would count. */
interface Asking {
  readonly terminal: Asked;
  readonly view: View;
  readonly items: readonly Item[];
}

/**
 * Whom to ask for what an event of these items lacks: nobody without a terminal, with `-y`, where items
 * are meant by a query, or where the event is not possible, for then the refusal says why.
 */
export const askerFor = async (
  context: Context,
  name: EventName,
  ids: readonly string[],
  options: Options,
): Promise<Asking | undefined> => {
  const { terminal } = context.io;
  if (!terminal || options['yes'] || ids.length === 0) return undefined;
  const { opened, view } = await context.read();
  const named = ids.map((each) => resolveAny(context.words, opened.ledger, each).entry);
  const items = named.filter(isItem);
  const isPossible = (item: Item) =>
    (events[name].from as readonly string[]).includes(view.standing(item).status);
  return items.length === named.length && items.every(isPossible)
    ? { terminal, view, items }
    : undefined;
};

/** A line of text that has to be there. */
export const askNeeded = (terminal: Asked, words: Words, message: string): Promise<string> =>
  askText(terminal, {
    message,
    check: (answer) => (answer === '' ? words.ask.needed : undefined),
  });

/**
 * The letters of the open criteria of an item that are met, asked one after the other by their days. What is due
 * after one that is neither met nor due yet is not asked about.
 */
export const askMet = async (
  terminal: Asked,
  words: Words,
  view: View,
  item: Item,
): Promise<readonly string[]> => {
  const { criteria, plan } = view.standing(item);
  const open = criteria
    .filter((each) => each.met === null)
    .map((criterion) => ({ criterion, due: criterion.due ?? plan.due ?? endOfTime }))
    .sort((a, b) => compareText(a.due, b.due));
  const met: string[] = [];
  let last = endOfTime;
  for (const { criterion, due } of open) {
    if (due > last) break;
    const { id, text, text_zh } = criterion;
    const called = words.language === 'zh' ? (text_zh ?? text) : text;
    const isMet = await askWhether(terminal, words, words.ask.isMet(`${item.id}#${id}`, called));
    if (isMet) met.push(id);
    else if (due > view.today) last = due;
  }
  return met;
};
