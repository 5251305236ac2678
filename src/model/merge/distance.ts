/** How far what a file says is from what is meant, in all and record by record. Pure. */
import type { Value } from '../attribute.ts';
import { recordsIn } from './records.ts';
import { isFields } from './sides.ts';
import { changesTowards } from './towards.ts';

/** A value as text, the same whatever the order of its keys. */
const canonical = (value: Value): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isFields(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`,
  );
  return `{${pairs.sort().join()}}`;
};

/** What a record says, and how often that is said less often elsewhere, or more often below zero. */
type Balance = Map<string, Map<string, number>>;

/** Counts everything a value says, a line for each single thing, under the outermost record that says it. */
const count = (balance: Balance, value: Value, weight: number, at = '', record = ''): void => {
  const say = (said: string, of = record) => {
    const own = balance.get(of) ?? new Map<string, number>();
    own.set(said, (own.get(said) ?? 0) + weight);
    balance.set(of, own);
  };
  if (Array.isArray(value)) {
    const records = recordsIn(value);
    if (!records || records.size === 0) {
      value.forEach((each: Value, index) => {
        say(`${at}[${index}] ${canonical(each)}`);
      });
    }
    for (const [id, each] of records ?? []) {
      const of = record === '' ? id : record;
      say(`${at}/${id}`, of);
      count(balance, each, weight, `${at}/${id}`, of);
    }
  } else if (isFields(value)) {
    for (const [key, each] of Object.entries(value)) {
      count(balance, each, weight, `${at}.${key}`, record);
    }
  } else say(`${at} ${JSON.stringify(value)}`);
};

/** How many single things are said differently, by the outermost record that says them; '' is the file itself. */
export const distances = (a: Value, b: Value): ReadonlyMap<string, number> => {
  const balance: Balance = new Map();
  count(balance, a, 1);
  count(balance, b, -1);
  return new Map(
    [...balance].map(([record, said]) => [
      record,
      [...said.values()].reduce((sum, each) => sum + Math.abs(each), 0),
    ]),
  );
};

/** The ids of all records in the order in which they stand. */
const orderIn = (value: Value): readonly Value[] => {
  if (Array.isArray(value)) return value.flatMap(orderIn);
  if (!isFields(value)) return [];
  const inside = Object.keys(value).sort();
  return [value['id'] ?? null, ...inside.flatMap((key) => orderIn(value[key] ?? null))];
};

/** What another order of records weighs, which says nothing and still is to be as it was. */
const otherOrder = 0.5;

/**
 * How many single things two values of a file say differently; less than 1 where they mean the same, and 0 where
 * their records also stand in the same order.
 */
export const distance = (file: string, a: Value, b: Value): number => {
  if (changesTowards(file, a, b)?.length === 0) {
    const sorted = (value: Value) => JSON.stringify(orderIn(value));
    return sorted(a) === sorted(b) ? 0 : otherOrder;
  }
  return Math.max(
    1,
    [...distances(a, b).values()].reduce((sum, each) => sum + each, 0),
  );
};
