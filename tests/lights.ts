/** What tests of lights share: a light in a line, as the oracle of the hand ledger writes it. */
import type { Value } from '../src/model/attribute.ts';
import { collect } from '../src/model/collect.ts';
import type { Item, Ledger } from '../src/model/ledger.ts';
import type { Light, LightReason } from '../src/model/lights.ts';

const figureOf = (reason: LightReason): string => {
  switch (reason.rule) {
    case 'overdue':
    case 'blocked':
    case 'due_soon':
    case 'in_time':
    case 'memory':
      return ` ${reason.days}`;
    case 'behind':
      return ` ${reason.points}`;
    case 'on_plan':
      return ` ${reason.planned - reason.progress}`;
    case 'start_late':
      return ` ${reason.months}`;
    case 'report_late':
      return ` ${reason.periods}`;
    case 'unmeasured':
      return ` ${reason.planned}`;
    case 'excused':
      return ` (${inLine(reason.without)})`;
    default:
      return '';
  }
};

const inLine = (reasons: readonly LightReason[]): string =>
  reasons.map((reason) => reason.rule + figureOf(reason)).join(', ');

/** A light as `red: overdue 16, behind 40`; null where there is none. */
export const lineOf = ({ colour, reasons }: Light): string | null =>
  colour && `${colour}: ${inLine(reasons)}`;

/** A ledger with one measure, `T01.1`, that is recorded by its office and planned in 2022. */
export const ledgerOf = (
  measure: { readonly [name: string]: Value },
  about: { readonly [name: string]: Value } = {},
): { readonly ledger: Ledger; readonly item: Item } => {
  const { ledger } = collect([
    {
      file: 'ledger.yaml',
      value: {
        title: 'Reform list',
        jurisdiction: 'Linjiang',
        year: 2022,
        timezone: 'Asia/Shanghai',
        language: 'en',
        state: 'current',
        basis: 'office',
        ...about,
      },
    },
    {
      file: 'tasks/T01.yaml',
      value: { id: 'T01', title: 'Rules', measures: [{ id: 'T01.1', title: 'Rule', ...measure }] },
    },
  ]);
  const item = ledger.byId.measure.get('T01.1');
  if (!item) throw new Error('the measure is not in the ledger');
  return { ledger, item };
};
