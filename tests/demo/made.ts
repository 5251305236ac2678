/** What tests of the made-up ledger share: one of a seed and a scale, collected and checked. */
import { demoFiles } from '../../src/demo/index.ts';
import type { Value } from '../../src/model/attribute.ts';
import { collect } from '../../src/model/collect.ts';
import type { Finding } from '../../src/model/diagnostic.ts';
import { itemsOf, type Ledger } from '../../src/model/ledger.ts';
import { checkRules } from '../../src/model/rules/index.ts';
import { finalStanding } from '../../src/model/view.ts';

export interface Made {
  readonly files: ReadonlyMap<string, Value>;
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
}

export const made = (seed: number, scale: number): Made => {
  const files = demoFiles(seed, scale);
  const collected = collect([...files].map(([file, value]) => ({ file, value })));
  const { ledger, findings } = collected;
  return { files, ledger, findings: [...findings, ...checkRules(collected)] };
};

/** Every event of every log. */
export const eventsOf = ({ entries }: Ledger) =>
  [...entries.measure, ...entries.project, ...entries.pilot].flatMap(({ data }) => data.log ?? []);

/** How many of the ledger's items end in each status. */
export const statusesOf = (ledger: Ledger): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const item of itemsOf(ledger)) {
    const { status } = finalStanding(ledger, item);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
};
