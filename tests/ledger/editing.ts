/** What tests of edits share: a text edited and read as the ledger does it, and each case in several line ends. */
import { expect, test } from 'vitest';
import { editText } from '../../src/ledger/edit.ts';
import { allKeys } from '../../src/ledger/load.ts';
import { parse } from '../../src/ledger/parse.ts';
import type { Value } from '../../src/model/attribute.ts';
import { applyChange, type Change } from '../../src/model/change.ts';

/** A text after these changes, or nothing where they cannot be made. */
export const edit = (text: string, ...changes: readonly Change[]): string | undefined =>
  editText(text, parse(text, { keys: allKeys }), changes, allKeys);

/** What a text says, which has to be without problems. */
export const read = (text: string): Value => {
  const { value, problems } = parse(text, { keys: allKeys });
  expect(problems).toEqual([]);
  return value as Value;
};

/** Expects that a change makes one text into the other, and that this says what the change means. */
export const expectEdit = (before: string, change: Change, after: string): void => {
  expect(edit(before, change)).toBe(after);
  expect(read(after)).toEqual(applyChange(read(before), change));
};

interface Case {
  readonly name: string;
  readonly text: string;
}

/** Checks each case as it is, with CRLF, and without its last line end where the text with its marks can do without. */
export const testLineEnds = <C extends Case>(
  cases: readonly C[],
  check: (each: C, text: string) => void,
  canEndBare: RegExp,
): void => {
  const named = (some: readonly C[]) => some.map((each) => [each.name, each] as const);

  test.each(named(cases))('%s', (_name, each) => check(each, each.text));

  test.each(named(cases))('%s, with CRLF', (_name, each) =>
    check(each, each.text.replace(/\n/g, '\r\n')),
  );

  test.each(named(cases.filter(({ text }) => canEndBare.test(text))))(
    '%s, without a line end at the end',
    (_name, each) => check(each, each.text.slice(0, -1)),
  );
};
