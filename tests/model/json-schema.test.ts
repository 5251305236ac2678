/**
 * The schemas of files against files: what is in order fits, and what `validate` calls a mistake of shape does not. They
 * are read as an editor reads them, by the YAML library alone.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fileSchema } from '../../src/model/json-schema.ts';
import { kindNames } from '../../src/model/kinds/index.ts';
import { filesOf, placeOf } from '../../src/model/layout.ts';
import { made } from '../demo/made.ts';
import { handLedger, projectRoot, read, realLedger, run, temporaryFolder } from '../harness.ts';
import { openIn, wrongBy } from '../json.ts';

const checks = new Map(
  kindNames.flatMap((kind) =>
    filesOf(kind) === undefined ? [] : [[kind, wrongBy(fileSchema(kind))] as const],
  ),
);

/** What the value of a file is wrong about; undefined where the file keeps no records. */
const wrongAbout = (file: string, value: unknown): readonly string[] | undefined => {
  const kind = placeOf(file);
  // A register that holds nothing yet is an empty file with an explanation.
  return kind && (value === null ? [] : checks.get(kind)?.(value));
};

/** The files of a folder that keep records, each with what it is wrong about. */
const wrongIn = (root: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => placeOf(file) !== undefined)
      .flatMap((file) => {
        const wrong = wrongAbout(file, parse(read(root, file)));
        return wrong === undefined ? [] : [[file, wrong]];
      }),
  );

const nothingWrong = (files: Readonly<Record<string, readonly string[]>>): void => {
  expect(Object.keys(files).length).toBeGreaterThan(0);
  expect(Object.fromEntries(Object.entries(files).filter(([, all]) => all.length > 0))).toEqual({});
};

describe('files that are in order', () => {
  test.each([realLedger, handLedger, 'tests/diagnostics/base'])('%s', (ledger) => {
    const wrong = wrongIn(join(projectRoot, ledger));
    expect(Object.keys(wrong).length).toBeGreaterThan(8);
    nothingWrong(wrong);
  });

  test('the made-up year', () => {
    const { files } = made(1, 1);
    const wrong = [...files].map(([file, value]) => [file, wrongAbout(file, value)]);
    expect(wrong.length).toBeGreaterThan(50);
    nothingWrong(Object.fromEntries(wrong));
  });

  test('a new ledger', async () => {
    const root = join(temporaryFolder(), 'new');
    await run(['init', root, '--jurisdiction', '广州', '--year', '2026']);
    nothingWrong(wrongIn(root));
  });

  const folder = join(projectRoot, 'tests/diagnostics/accepted');
  test.each(readdirSync(folder))('%s', (name) => {
    for (const [file, wrong] of Object.entries(wrongIn(join(folder, name, 'ledger')))) {
      expect(wrong, file).toEqual([]);
    }
  });
});

describe('files with a mistake of shape', () => {
  const folder = join(projectRoot, 'tests/diagnostics');
  const isShape = /^schema\/|^id\/malformed/;
  const names = ['schema', 'id']
    .flatMap((group) => readdirSync(join(folder, group)).map((name) => `${group}/${name}`))
    .filter((name) => isShape.test(name) && existsSync(join(folder, name, 'ledger')));

  test.each(names)('%s', (name) => {
    const wrong = Object.values(wrongIn(join(folder, name, 'ledger'))).flat();
    // Which zones there are is known to the machine and not to a schema.
    if (name.startsWith('schema/unknown-zone')) expect(wrong).toEqual([]);
    else expect(wrong).not.toEqual([]);
  });
});

describe('what an editor offers', () => {
  test('only the events that the record may log', () => {
    const eventsOf = (kind: 'task' | 'pilot', inside: string) => {
      const { definitions } = fileSchema(kind) as {
        readonly definitions: Readonly<
          Record<string, { properties: { event: { enum: string[] } } }>
        >;
      };
      return definitions[`event-of-${inside}`]?.properties.event.enum;
    };
    expect(eventsOf('pilot', 'pilot')).toEqual(['retract', 'evaluate', 'replicate']);
    expect(eventsOf('task', 'measure')).toContain('report');
    expect(eventsOf('task', 'measure')).not.toContain('evaluate');
    expect(eventsOf('task', 'measure')).not.toContain('select');
  });

  test.each(kindNames.filter((kind) => filesOf(kind) !== undefined))(
    'no key of a %s that is none',
    (kind) => {
      expect(openIn(fileSchema(kind))).toEqual([]);
    },
  );
});
