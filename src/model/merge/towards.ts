/**
 * What still has to be changed in a file's value so that it says what another one says. The order of records
 * says nothing; that of a log does. Pure.
 */
import { isSameValue, type Value } from '../attribute.ts';
import type { Change } from '../change.ts';
import { type KindName, kindOf } from '../kinds/index.ts';
import { placeOf } from '../layout.ts';
import type { Path } from '../ledger.ts';
import { asWritten } from '../plan.ts';
import { logIn } from './logs.ts';
import { recordsIn } from './records.ts';
import { type Fields, isFields } from './sides.ts';

/** Changes of one file, in order; undefined where they would take away or move more than an attribute. */
type Changes = readonly Change[] | undefined;

const all = (each: readonly Changes[]): Changes =>
  each.includes(undefined) ? undefined : each.flatMap((changes) => changes ?? []);

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSameValue(a, b);

const namesIn = (a: Fields, b: Fields): readonly string[] => [
  ...new Set([...Object.keys(a), ...Object.keys(b)]),
];

const ofFields = (
  file: string,
  path: Path,
  from: Fields,
  to: Fields,
  order: readonly string[],
): readonly Change[] =>
  namesIn(from, to)
    .filter((name) => !isSame(from[name], to[name]))
    .map((name) => ({ op: 'put', file, path: [...path, name], value: to[name], order }));

const ofLog = (
  file: string,
  path: Path,
  from: Value | undefined,
  to: Value | undefined,
): Changes => {
  const [before, after] = [logIn(from), logIn(to)];
  if (!before || !after || before.length > after.length) return undefined;
  const changed = before.map((event, index): Changes => {
    const meant = after[index] as Fields;
    const isIt = event['event'] === meant['event'] && event['date'] === meant['date'];
    if (!isIt && !isSameValue(event, meant)) return undefined;
    return ofFields(file, [...path, index], event, meant, []);
  });
  const added = after
    .slice(before.length)
    .map((value): Change => ({ op: 'append', file, path, value, as: 'line' }));
  return all([...changed, added]);
};

const ofRecords = (
  file: string,
  kind: KindName,
  path: Path,
  from: Value | undefined,
  to: Value | undefined,
): Changes => {
  const [before, after] = [recordsIn(from), recordsIn(to)];
  if (!before || !after || [...before.keys()].some((id) => !after.has(id))) return undefined;
  const ids = [...before.keys()];
  const as = kind === 'criterion' ? 'line' : 'block';
  const added = [...after].flatMap(([id, record]): readonly Change[] =>
    before.has(id) ? [] : [{ op: 'append', file, path, value: asWritten(kind, record), as }],
  );
  return all([
    ...ids.map((id, index) =>
      ofRecord(file, kind, [...path, index], before.get(id) as Fields, after.get(id) as Fields),
    ),
    added,
  ]);
};

const ofRecord = (file: string, kind: KindName, path: Path, from: Fields, to: Fields): Changes => {
  const { attributes } = kindOf(kind);
  const order = Object.keys(attributes);
  return all(
    namesIn(from, to).map((name): Changes => {
      const [old, now] = [from[name], to[name]];
      if (isSame(old, now)) return [];
      const at = [...path, name];
      const type = attributes[name]?.type;
      if (type?.is === 'records') return ofRecords(file, type.of as KindName, at, old, now);
      if (type?.is === 'log') return ofLog(file, at, old, now);
      return [{ op: 'put', file, path: at, value: now, order }];
    }),
  );
};

/** The changes that make a file's value say what is meant; none where it does already. */
export const changesTowards = (file: string, from: Value, to: Value): Changes => {
  const kind = placeOf(file);
  if (kind === undefined || isSameValue(from, to)) return kind === undefined ? undefined : [];
  const { place } = kindOf(kind);
  if (place.in === 'file') return ofRecords(file, kind, [], from, to);
  if (!isFields(from) || !isFields(to)) return undefined;
  if (place.in !== 'folder-by') return ofRecord(file, kind, [], from, to);
  const { by, key } = place;
  const rest = (value: Fields) =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return all([
    ofFields(file, [], rest(from), rest(to), [by, key]),
    ofRecords(file, kind, [key], from[key], to[key]),
  ]);
};
