/** The plan makes sense in itself. */
import { isTimeZone } from '../dates.ts';
import { itemsOf } from '../ledger.ts';
import { found, type Rule } from './rule.ts';

export const dueBeforeStart: Rule = ({ ledger }) =>
  itemsOf(ledger).flatMap((item) => {
    const { start, due } = item.data;
    if (start === undefined || due === undefined || start <= due) return [];
    return [found(item, ['due'], { code: 'plan/due-before-start', params: { start, due } })];
  });

export const unknownZone: Rule = ({ ledger, unread }) => {
  const [entry] = ledger.entries.ledger;
  const { timezone } = ledger.about;
  if (unread.has('ledger') || !entry || isTimeZone(timezone)) return [];
  return [found(entry, ['timezone'], { code: 'schema/unknown-zone', params: { given: timezone } })];
};
