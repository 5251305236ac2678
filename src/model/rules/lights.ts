/** The ledger's own rule for lights makes sense in itself. */
import { isRedFirst, lightRules } from '../lights.ts';
import { found, type Rule } from './rule.ts';

/** Yellow warns before red: a step to red that is reached first would leave no yellow. */
export const redFirst: Rule = ({ ledger, unread }) => {
  const [entry] = ledger.entries.ledger;
  if (unread.has('ledger') || !entry) return [];
  return lightRules.flatMap((rule) => {
    const { yellow, red } = entry.data.lights?.[rule] ?? {};
    if (yellow === undefined || red === undefined || !isRedFirst(rule, { yellow, red })) return [];
    return [
      found(entry, ['lights', rule, 'red'], {
        code: 'lights/red-first',
        params: { rule, yellow, red },
      }),
    ];
  });
};
