/** `reform verify`: somebody other than the claimant has checked it, and it is closed. */
import { events } from '../../model/events.ts';
import { isItem } from '../../model/ledger.ts';
import { fold, foldId } from '../../model/names.ts';
import { askChoice } from '../ask.ts';
import { exitCodes, Failure } from '../failure.ts';
import { type Options, pickFrom, repeated } from '../options.ts';
import { resolveAny } from '../resolve.ts';
import { recordCommand } from '../writing/recording.ts';

const { type } = events.verify.attributes.checked;
const possible = type.is === 'choice' ? type.of : [];

const given = (options: Options) =>
  ((options['checked'] ?? []) as readonly string[]).map((each) => {
    const [how = '', id] = each.normalize('NFKC').split('=').reverse();
    return { id, how };
  });

const isSame = (a: string, b: string): boolean => fold(a) === fold(b) || foldId(a) === foldId(b);

/**
 * How an item was checked: `--checked T01.1=site` says it for one item, `--checked document` for those
 * that are not named. On a terminal it is asked for each item where nothing was said: many claims at
 * once are no reason to check fewer of them.
 */
export const verify = recordCommand('verify', {
  apart: 'checked',
  declare: (commander, { attributes }) => {
    commander.option('--checked <[id=]how>', attributes['checked'] ?? '', repeated);
  },
  prepare: async (context, ids, options) => {
    const { io, words } = context;
    if (!io.terminal || given(options).length > 0) return options;
    const { opened, view } = await context.read();
    const items = ids.map((each) => resolveAny(words, opened.ledger, each).entry);
    // Where nothing is claimed there is nothing to ask; the refusal says why.
    if (!items.every((each) => isItem(each) && view.standing(each).status === 'done'))
      return options;
    const checked: string[] = [];
    for (const { id } of items) {
      const how = await askChoice(io.terminal, words, {
        message: words.ask.checked(id),
        values: possible,
        called: (value) => words.value('checked', value),
      });
      checked.push(`${id}=${how}`);
    }
    return { ...options, checked };
  },
  check: (all, options) => {
    const names = all.flatMap(({ id, typed }) => [id, ...typed]);
    const stray = given(options).find(
      ({ id }) => id !== undefined && !names.some((name) => isSame(name, id)),
    );
    if (stray) throw new Failure(exitCodes.usage, (say) => say.notMeant(stray.id ?? ''));
  },
  carry: ({ id, typed }, options) => {
    const all = given(options);
    const own = all.find(
      (each) => each.id !== undefined && [id, ...typed].some((name) => isSame(name, each.id ?? '')),
    );
    const how = (own ?? all.find((each) => each.id === undefined))?.how;
    return how === undefined ? {} : { checked: pickFrom('--checked', how, possible) };
  },
});
