/** What docs/lights.md tells is what holds: its table, and the rule it gives as an example. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource, type Source } from '../../src/ledger/source.ts';
import { defaultLights, lightRules, lightsOf } from '../../src/model/lights.ts';
import { reportingOf } from '../../src/model/reporting.ts';
import { projectRoot, read } from '../harness.ts';

const page = read(projectRoot, 'docs/lights.md');

test('its table has the steps of every rule', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \|[^|]+\| (\S+) \| (\S+) \|/gm)];
  const told = rows.map(([, rule, yellow, red]) => [rule, { yellow, red }]);
  const figure = (step: number | undefined) => (step === undefined ? '–' : String(step));
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(
      lightRules.map((rule) => {
        const { yellow, red } = defaultLights[rule];
        return [rule, { yellow: figure(yellow), red: figure(red) }];
      }),
    ),
  );
});

test('its example is a rule that a ledger can have', () => {
  const [, example = ''] = /^```yaml\n(.*?)^```$/ms.exec(page) ?? [];
  const base = folderSource(join(projectRoot, 'tests/diagnostics/base'));
  const text = `${read(projectRoot, 'tests/diagnostics/base/ledger.yaml')}${example}`;
  const source: Source = {
    list: base.list,
    read: (file, most) =>
      file === 'ledger.yaml' ? { is: 'bytes', bytes: Buffer.from(text) } : base.read(file, most),
  };
  const { ledger, diagnostics } = load(source);
  expect(diagnostics).toEqual([]);
  expect(reportingOf(ledger)).toEqual({ every: 'month', by: 5 });
  expect(lightsOf(ledger)).toMatchObject({
    overdue: { red: 1 },
    behind: { yellow: 15, red: 40 },
    start_late: {},
    excused: 'yellow',
    memory: 30,
  });
});
