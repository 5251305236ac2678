/** The list of schemas, and one of them; whether they are true is for json.test.ts and model/json-schema.test.ts. */
import { expect, test } from 'vitest';
import { run } from '../harness.ts';

test('without a name all are listed, with what each describes', async () => {
  const { exit, out, err } = await run(['schema']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^ list +reform list --json$/m);
  expect(out).toMatch(/^ files\/tasks +tasks\/\*\.yaml$/m);
  expect(out).toMatch(/^ files\/ledger +ledger\.yaml$/m);
  expect(out).not.toContain('files/measures');
});

test('in Chinese the names and commands stay', async () => {
  const { out } = await run(['schema', '--lang', 'zh']);
  expect(out).toMatch(/^ 格式说明 +适用于$/m);
  expect(out).toMatch(/^ summary-by +reform summary --by SIDES --json$/m);
});

test('one is printed as it is, whatever the language, and no ledger is needed', async () => {
  const { exit, out } = await run(['schema', ' List '], { cwd: '/' });
  expect(exit).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ title: 'list', additionalProperties: false });
  expect((await run(['schema', 'list', '--lang', 'zh'])).out).toBe(out);
});

test('a name that there is not is a mistake of usage, with the one that may be meant', async () => {
  const { exit, out, err } = await run(['schema', 'files/task']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('files/tasks');
});
