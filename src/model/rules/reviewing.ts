/** What a ledger says of its review does something: each rule once, with what that rule goes by. */
import type { DiagnosticParams } from '../diagnostic.ts';
import { defaultDays } from '../moves/codes.ts';
import { found, type Rule } from './rule.ts';

type Fault = DiagnosticParams['review/rule']['fault'];

export const idleReviewRules: Rule = ({ ledger }) => {
  const [about] = ledger.entries.ledger;
  const rules = about?.data.review?.rules ?? [];
  if (!about) return [];
  return rules.flatMap(({ code, severity, days }, at) => {
    const place = (key: string, fault: Fault) =>
      found(about, ['review', 'rules', at, key], { code: 'review/rule', params: { code, fault } });
    const isTwice = rules.findIndex((each) => each.code === code) < at;
    const hasDays = days !== undefined && !(code in defaultDays);
    return [
      ...(isTwice ? [place('code', 'twice')] : []),
      ...(hasDays ? [place('days', 'days')] : []),
      ...(severity === undefined && days === undefined ? [place('code', 'nothing')] : []),
    ];
  });
};
