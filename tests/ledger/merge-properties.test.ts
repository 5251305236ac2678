/** What must hold for a merge of any file in any hand, whatever two people did to it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editText } from '../../src/ledger/edit.ts';
import { allKeys } from '../../src/ledger/load.ts';
import { commentsIn } from '../../src/ledger/merge/comments.ts';
import { type Merger, mergeFile } from '../../src/ledger/merge/file.ts';
import { readMarked } from '../../src/ledger/merge/markers.ts';
import { parse } from '../../src/ledger/parse.ts';
import { isSameValue, type Value } from '../../src/model/attribute.ts';
import { applyChange, type Change } from '../../src/model/change.ts';
import { merge } from '../../src/model/merge/merge.ts';
import { keyOf, type Side } from '../../src/model/merge/sides.ts';
import { print } from '../styles.ts';

const settings = { seed: 2022, numRuns: 100 };
const file = 'tasks/T01.yaml';

type Fields = { readonly [key: string]: Value };

const word = fc.constantFrom(
  'draft',
  '初稿',
  'two words',
  'a: b',
  '# no comment',
  '征求意见，已汇总',
);

const measure = (number: number): fc.Arbitrary<Fields> =>
  fc
    .record(
      {
        id: fc.constant(`T01.${number}`),
        title: word.map((each) => `${each} ${number}`),
        lead: fc.constantFrom(['office'], ['office', 'bureau']),
        due: fc.constantFrom('2022-09-30', '2022-12-31'),
        deliverable: word,
        log: fc.array(word, { minLength: 1, maxLength: 3 }).map((notes) =>
          notes.map((note, index) => ({
            date: `2022-0${index + 1}-10`,
            event: 'report',
            by: 'office',
            note: `${note} ${index}`,
          })),
        ),
      },
      { requiredKeys: ['id', 'title'], noNullPrototype: true },
    )
    .map((each) => each as Fields);

const task: fc.Arbitrary<Fields> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => measure(index + 1)))
      .map((measures) => ({ id: 'T01', title: 'A task', note: 'A note', measures })),
  );

/** Endless choices out of a short list of numbers. */
const hand = fc.array(fc.nat(5039), { minLength: 40, maxLength: 120 }).map((numbers) => () => {
  let at = 0;
  return (count: number) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % count;
  };
});

/** Something that somebody does: to which measure (-1: the task), to what, and a number that makes it theirs. */
interface Deed {
  readonly measure: number;
  readonly does:
    | 'title'
    | 'note'
    | 'due'
    | 'deliverable'
    | 'lead'
    | 'report'
    | 'retract'
    | 'measure';
  readonly mark: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  measure: fc.integer({ min: -1, max: 3 }),
  does: fc.constantFrom(
    ...(['title', 'note', 'due', 'deliverable', 'lead'] as const),
    ...(['report', 'report', 'report', 'retract', 'measure'] as const),
  ),
  mark: fc.integer({ min: 1, max: 28 }),
});

const measuresOf = (value: Value): readonly Fields[] =>
  (value as Fields)['measures'] as unknown as readonly Fields[];
const logOf = (value: Fields | undefined): readonly Fields[] =>
  (value?.['log'] ?? []) as unknown as readonly Fields[];

const day = (mark: number) => `2022-10-${String(mark).padStart(2, '0')}`;

/** The change that a deed is, on a file as it is; undefined where there is nothing to do it to. */
const changeOf = (
  value: Value,
  { measure: index, does, mark }: Deed,
  who: Side,
): Change | undefined => {
  const found = index < 0 ? undefined : measuresOf(value)[index];
  const own = isNew(found) ? undefined : found;
  const order = ['id', 'title', 'note', 'lead', 'due', 'deliverable', 'log', 'measures'];
  const words = `${who} ${mark}`;
  const at = index < 0 ? [] : ['measures', index];
  const put = (to: Value): Change => ({ op: 'put', file, path: [...at, does], value: to, order });
  if (does === 'measure') {
    const id = `T01.${measuresOf(value).length + 1}`;
    const added = {
      id,
      title: `${words} ${id}`,
      log: [{ date: day(mark), event: 'report', note: words }],
    };
    return { op: 'append', file, path: ['measures'], value: added, as: 'block' };
  }
  if (index < 0) return does === 'title' || does === 'note' ? put(words) : undefined;
  if (!own) return undefined;
  const append = (event: Fields): Change => ({
    op: 'append',
    file,
    path: [...at, 'log'],
    value: event,
    as: 'line',
  });
  const count = logOf(own).length;
  switch (does) {
    case 'report':
      return append({ date: day(mark), event: 'report', by: who, note: words });
    case 'retract':
      // What another entry has retracted already cannot be retracted once more.
      return count > 0 && logOf(own)[count - 1]?.['event'] === 'report'
        ? append({ date: day(28), event: 'retract', by: who, entry: count, reason: words })
        : undefined;
    case 'due':
      return put(day(mark));
    case 'lead':
      return put([who, `unit-${mark}`]);
    default:
      return put(words);
  }
};

/** The fact that a deed touches; undefined for what can be done twice. */
const factOf = ({ measure: index, does }: Deed): string | undefined =>
  does === 'report' || does === 'measure' ? undefined : `${index} ${does}`;

/** A text after somebody's deeds, with a comment of theirs. */
const worked = (text: string, deeds: readonly Deed[], who: Side, place: number): string => {
  let now = text;
  for (const each of deeds) {
    const parsed = parse(now, { keys: allKeys });
    const change = changeOf(parsed.value as Value, each, who);
    const edited = change && editText(now, parsed, [change], allKeys);
    if (edited !== undefined) now = edited;
  }
  const { value } = parse(now, { keys: allKeys });
  const lines = now.split('\n');
  const at = place % (lines.length + 1);
  const carriage = now.includes('\r\n') ? '\r' : '';
  const noted = [...lines.slice(0, at), `# of ${who}${carriage}`, ...lines.slice(at)].join('\n');
  const again = parse(noted, { keys: allKeys });
  const isComment =
    again.problems.length === 0 &&
    isSameValue(again.value ?? null, value ?? null) &&
    commentsIn(noted).has(`# of ${who}`);
  return isComment ? noted : now;
};

const isNew = (each: Fields | undefined) =>
  /^(?:ours|theirs) \d+ T01/.test(String(each?.['title']));

/**
 * What a file says, whoever came first: entries in no order and retractions by what they retract, new measures
 * without their numbers.
 */
const meant = (value: Value): Value => {
  const measures = measuresOf(value).map((each) => {
    const log = logOf(each).map((event) => {
      const target =
        event['event'] === 'retract' ? logOf(each)[Number(event['entry']) - 1] : undefined;
      return JSON.stringify(target ? { ...event, entry: JSON.stringify(target) } : event);
    });
    return JSON.stringify(
      Object.entries({ ...each, log: log.sort(), ...(isNew(each) && { id: 'new' }) }).sort(),
    );
  });
  return { ...(value as Fields), measures: measures.sort() };
};

const merger = (first: Side, settle: Merger['settle'] = () => undefined): Merger => ({
  first,
  settle,
  retraction: { date: '2022-12-01', reason: () => 'Settled' },
  names: { ours: 'main', theirs: 'branch' },
  size: 7,
});

const versions = (base: string, ours: string, theirs: string) => ({
  base: Buffer.from(base),
  ours: Buffer.from(ours),
  theirs: Buffer.from(theirs),
});

describe('two people', () => {
  test('who touch different facts are merged clean, as if one had worked after the other', () => {
    let clean = 0;
    let moved = 0;
    fc.assert(
      fc.property(
        task,
        hand,
        fc.array(deed, { maxLength: 5 }),
        fc.array(deed, { maxLength: 5 }),
        fc.nat(200),
        fc.nat(200),
        fc.constantFrom<Side>('ours', 'theirs'),
        (value, style, mine, their, one, two, first) => {
          const base = print(value, style());
          const touched = new Set(mine.map(factOf));
          const apart = their.filter(
            (each) => factOf(each) === undefined || !touched.has(factOf(each)),
          );
          const ours = worked(base, mine, 'ours', one);
          const theirs = worked(base, apart, 'theirs', two);
          const merged = mergeFile(file, versions(base, ours, theirs), merger(first));
          expect(merged).toMatchObject({ is: 'merged', conflicts: [] });
          if (merged.is !== 'merged' || !merged.bytes) throw new Error(merged.is);
          const text = Buffer.from(merged.bytes).toString();
          const read = parse(text, { keys: allKeys });
          expect(read.problems).toEqual([]);
          // One after the other: the second works on what the first has left.
          const valueIn = (from: string) => parse(from, { keys: allKeys }).value as Value;
          const both = [
            ...mine.map((each) => ['ours', each] as const),
            ...apart.map((each) => ['theirs', each] as const),
          ];
          let expected = valueIn(base);
          let grown = { ours: valueIn(base), theirs: valueIn(base) };
          for (const [who, each] of both) {
            const change = changeOf(grown[who], each, who);
            if (!change) continue;
            grown = { ...grown, [who]: applyChange(grown[who], change) };
            const shifted =
              change.op === 'append' && (change.value as Fields)['event'] === 'retract'
                ? {
                    ...change,
                    value: {
                      ...(change.value as Fields),
                      entry: placeOf(expected, grown[who], change),
                    },
                  }
                : change;
            expected = applyChange(expected, shifted);
          }
          expect(meant(read.value as Value)).toEqual(meant(expected));
          // What one side has taken away with what it changed is gone; all else is there.
          const [before, own, other] = [base, ours, theirs].map(commentsIn);
          const comments = commentsIn(text);
          for (const comment of [...(own?.keys() ?? []), ...(other?.keys() ?? [])]) {
            const isKept = own?.has(comment) === other?.has(comment) || !before?.has(comment);
            if (isKept) expect(comments.has(comment), comment).toBe(true);
          }
          clean += 1;
          moved += merged.moved.length > 0 ? 1 : 0;
        },
      ),
      settings,
    );
    expect(clean).toBe(settings.numRuns);
    expect(moved).toBeLessThan(settings.numRuns / 20);
  });

  test('who touch the same fact are told of it, and each can be followed', () => {
    let told = 0;
    fc.assert(
      fc.property(
        task,
        hand,
        fc.array(deed, { maxLength: 3 }),
        fc.array(deed, { maxLength: 3 }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('title', 'due', 'deliverable', 'lead'),
        fc.constantFrom<Side>('ours', 'theirs'),
        (value, style, mine, their, index, does, first) => {
          const base = print(value, style());
          const at = index % measuresOf(value).length;
          const same = { measure: at, does: does as Deed['does'], mark: 1 };
          const isOther = (each: Deed) => factOf(each) !== factOf(same);
          const others = mine.filter(isOther);
          const touched = new Set(others.map(factOf));
          const apart = their.filter(
            (each) => isOther(each) && (factOf(each) === undefined || !touched.has(factOf(each))),
          );
          const ours = worked(base, [...others, same], 'ours', 0);
          const theirs = worked(base, [...apart, { ...same, mark: 2 }], 'theirs', 0);
          const key = `T01.${at + 1}.${does}`;
          const merged = mergeFile(file, versions(base, ours, theirs), merger(first));
          if (merged.is !== 'merged' || !merged.bytes) throw new Error(merged.is);
          expect(merged.conflicts.map(keyOf)).toEqual([key]);
          const marked = readMarked(Buffer.from(merged.bytes).toString());
          expect(new Set(marked?.open)).toEqual(new Set([key]));
          for (const side of ['ours', 'theirs'] as const) {
            const settled = mergeFile(
              file,
              versions(base, ours, theirs),
              merger(first, () => side),
            );
            if (settled.is !== 'merged' || !settled.bytes) throw new Error(settled.is);
            expect(settled.conflicts).toEqual([]);
            const now = parse(Buffer.from(settled.bytes).toString(), { keys: allKeys })
              .value as Value;
            const own = parse(side === 'ours' ? ours : theirs, { keys: allKeys }).value as Value;
            expect(measuresOf(now)[at]?.[does]).toEqual(measuresOf(own)[at]?.[does]);
            // What stands between the markers is what either side would have.
            const between = parse(marked?.[side] ?? '', { keys: allKeys }).value as Value;
            expect(meant(between)).toEqual(meant(now));
          }
          told += 1;
        },
      ),
      settings,
    );
    expect(told).toBe(settings.numRuns);
  });
});

/** A log that somebody has made of another: some entries taken away, some added, some taken back. */
interface Making {
  readonly without: readonly number[];
  readonly notes: readonly string[];
  readonly retracted: readonly number[];
}

const making: fc.Arbitrary<Making> = fc.record({
  without: fc.array(fc.nat(5), { maxLength: 2 }),
  notes: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't'), { maxLength: 3 }),
  retracted: fc.uniqueArray(fc.nat(9), { maxLength: 2 }),
});

const noted = (note: string, index: number): Fields => ({
  ...{ date: `2022-0${index + 1}-10`, event: 'report', by: 'office', note },
});

const madeFrom = (base: readonly Fields[], { without, notes, retracted }: Making, who: string) => {
  const grown = [
    ...base.filter((_, index) => !without.includes(index)),
    ...notes.map((note, index) => noted(note, index + 4)),
  ];
  const back = retracted
    .filter((index) => grown[index]?.['event'] === 'report')
    .map((index) => ({
      ...{ date: '2022-10-10', event: 'retract', by: who, entry: index + 1 },
      reason: `${who} ${index}`,
    }));
  return [...grown, ...back];
};

/** What an entry says, a retraction by what it takes back. */
const saidIn = (log: readonly Fields[]): readonly string[] =>
  log.map((event) =>
    event['event'] === 'retract'
      ? `${event['reason']} takes back ${JSON.stringify(log[Number(event['entry']) - 1])}`
      : JSON.stringify(event),
  );

test('a retraction takes back what it was written for, and the main line keeps what it has recorded', () => {
  let settledOnes = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 4 }),
      making,
      making,
      fc.constantFrom<Side>('ours', 'theirs'),
      fc.constantFrom<Side | undefined>('ours', 'theirs', undefined),
      (notes, one, two, first, side) => {
        const base = notes.map(noted);
        const logs = {
          base,
          ours: madeFrom(base, one, 'ours'),
          theirs: madeFrom(base, two, 'theirs'),
        };
        const inFile = (log: readonly Fields[]) => ({
          ...{ id: 'T01', title: 'T', measures: [{ id: 'T01.1', title: 'M', log }] },
        });
        const { value, conflicts, entries, settled } = merge(
          file,
          { base: inFile(base), ours: inFile(logs.ours), theirs: inFile(logs.theirs) },
          {
            ...{ first, meanwhile: first, settle: () => side },
            retraction: { date: '2022-12-01', reason: () => 'Settled' },
          },
        );
        const [merged] = measuresOf(value as Value);
        const said = saidIn(logOf(merged));
        const own = saidIn(logs[first]);
        const other = first === 'ours' ? 'theirs' : 'ours';
        const their = saidIn(logs[other]);
        for (const each of said.filter((text) => text.includes('takes back'))) {
          if (!each.startsWith('Settled')) expect([...own, ...their]).toContain(each);
        }
        // What the other side has taken away, and nobody else cares for, is gone, and told.
        const removed = entries.flatMap((each) =>
          each.what === 'removed' && each.side === other ? [JSON.stringify(each.entry)] : [],
        );
        for (const each of own) if (!removed.includes(each)) expect(said).toContain(each);
        if (conflicts.length === 0 && settled.length === 0) {
          const doubled = entries.filter(({ what }) => what === 'doubled').length;
          const lost = their.filter((each) => !own.includes(each) && !said.includes(each));
          const gone = lost.filter((each) => !saidIn(base).includes(each));
          expect(gone).toHaveLength(doubled);
        }
        settledOnes += settled.length > 0 ? 1 : 0;
      },
    ),
    { seed: 2022, numRuns: 1000 },
  );
  expect(settledOnes).toBeGreaterThan(30);
});

/** The number under which a retracted entry stands where both have recorded. */
const placeOf = (
  together: Value,
  alone: Value,
  { path, value }: Extract<Change, { op: 'append' }>,
): number => {
  const index = Number(path[1]);
  const target = logOf(measuresOf(alone)[index])[Number((value as Fields)['entry']) - 1];
  return (
    logOf(measuresOf(together)[index]).findIndex(
      (each) => target !== undefined && isSameValue(each, target),
    ) + 1
  );
};
