import { expect, test } from 'vitest';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { factNames } from '../src/model/facts.ts';
import { kindNames } from '../src/model/kinds/index.ts';
import { en } from '../src/words/en.ts';
import { diagnostics } from '../src/words/en-diagnostics.ts';

test.each(kindNames)('every fact of a %s has a name for people', (kind) => {
  for (const name of factNames(kind)) expect(en.facts[name], name).toBeTypeOf('string');
});

test('no name for people is left over', () => {
  const used = new Set(kindNames.flatMap(factNames));
  // Keys of diagnostics and of events that are named in sentences.
  for (const name of Object.keys(en.facts)) expect([...used, 'criteria', 'id']).toContain(name);
});

test.each(diagnosticCodes)('%s is explained in whole sentences', (code) => {
  expect(diagnostics[code].explain).toMatch(/^[A-Z].{40,}[.]$/s);
});
