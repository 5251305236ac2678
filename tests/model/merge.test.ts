/** The values of three versions of a file become one. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import { merge } from '../../src/model/merge/merge.ts';
import { keyOf, type Manner, type Side } from '../../src/model/merge/sides.ts';

const manner = (settled: Readonly<Record<string, Side>> = {}, first: Side = 'ours'): Manner => ({
  first,
  settle: (conflict) => settled[keyOf(conflict)],
  meanwhile: 'ours',
  retraction: {
    date: '2022-12-01',
    by: 'office',
    reason: (conflict) => `about ${keyOf(conflict)}`,
  },
});

const mergeIn =
  (file: string) =>
  (base: Value | undefined, ours: Value | undefined, theirs: Value | undefined, how = manner()) => {
    const { value, conflicts, renumbered } = merge(file, { base, ours, theirs }, how);
    return { value, keys: conflicts.map(keyOf), why: conflicts.map(({ why }) => why), renumbered };
  };

const units = mergeIn('units.yaml');
const ledgers = mergeIn('ledger.yaml');
const tasks = mergeIn('tasks/T04.yaml');
const projects = mergeIn('projects/huangpu.yaml');
const documents = mergeIn('documents.yaml');

const unit = (id: string, title = id) => ({ id, title, kind: 'department' });

describe('records of a register', () => {
  const base = [unit('a'), unit('b'), unit('c')];

  test('what both add stands behind what it stood behind, the main line first', () => {
    const ours = [unit('a'), unit('x'), unit('b'), unit('c')];
    const theirs = [unit('a'), unit('y'), unit('b'), unit('c'), unit('z')];
    const ids = (how?: Manner) =>
      (units(base, ours, theirs, how).value as readonly { readonly id: string }[]).map(
        ({ id }) => id,
      );
    expect(ids()).toEqual(['a', 'x', 'y', 'b', 'c', 'z']);
    expect(ids(manner({}, 'theirs'))).toEqual(['a', 'y', 'x', 'b', 'c', 'z']);
  });

  test.each([['ours'], ['theirs']] as const)(
    'a side that has put them in another order is followed: %s',
    (who) => {
      const turned = [unit('c'), unit('b'), unit('a')];
      const grown = [unit('a'), unit('n'), unit('b'), unit('c')];
      const [ours, theirs] = who === 'ours' ? [turned, grown] : [grown, turned];
      for (const first of ['ours', 'theirs'] as const) {
        expect(units(base, ours, theirs, manner({}, first)).value).toEqual([
          unit('c'),
          unit('b'),
          unit('a'),
          unit('n'),
        ]);
      }
    },
  );

  test('what one side takes away goes, unless the other has changed it', () => {
    expect(
      units(base, [unit('a'), unit('c')], [unit('a'), unit('b'), unit('c', 'C')]),
    ).toMatchObject({
      value: [unit('a'), unit('c', 'C')],
      keys: [],
    });
    const clash = units(base, [unit('a'), unit('c')], [unit('a'), unit('b', 'B'), unit('c')]);
    expect(clash).toMatchObject({ keys: ['b'], why: ['gone'] });
    const settled = units(
      base,
      [unit('a'), unit('c')],
      [unit('a'), unit('b', 'B'), unit('c')],
      manner({ b: 'theirs' }),
    );
    expect(settled).toMatchObject({ value: [unit('a'), unit('b', 'B'), unit('c')], keys: [] });
  });

  test('a record made twice under a name is one record', () => {
    expect(units(base, [...base, unit('n')], [...base, unit('n')])).toMatchObject({
      value: [...base, unit('n')],
      keys: [],
    });
    const twice = units(
      base,
      [...base, unit('n', 'One')],
      [...base, { ...unit('n', 'Two'), note: 'x' }],
    );
    expect(twice).toMatchObject({ keys: ['n.title'], renumbered: [] });
    expect(twice.value).toEqual([...base, { ...unit('n', 'One'), note: 'x' }]);
  });

  test('what stands inside a record has its whole id', () => {
    const document = (...arrangements: readonly Value[]) => [{ id: 'd', title: 'D', arrangements }];
    const duty = (title: string) => ({ id: 'urban', kind: 'duty', title });
    const { keys } = documents(document(duty('A')), document(duty('B')), document(duty('C')));
    expect(keys).toEqual(['d/urban.title']);
  });

  test('a list that names a record twice is one fact', () => {
    const twice = [unit('a'), unit('a')];
    expect(units(base, twice, base).value).toEqual(twice);
    expect(units(base, twice, [unit('a')]).why).toEqual(['value']);
  });
});

describe("the ledger's own attributes", () => {
  const base = {
    title: 'A',
    issued: { tasks: 41 },
    lights: { overdue: { yellow: 1 }, behind: { red: 30 } },
  };

  test('rules that stand by themselves are merged one by one, and the pair of figures of one is not', () => {
    const ours = { ...base, lights: { overdue: { yellow: 2 }, behind: { red: 30 } } };
    const theirs = { ...base, lights: { overdue: { yellow: 1 }, behind: { red: 40 } } };
    expect(ledgers(base, ours, theirs)).toMatchObject({
      value: { lights: { overdue: { yellow: 2 }, behind: { red: 40 } } },
      keys: [],
    });
    const other = { ...base, lights: { ...base.lights, overdue: { yellow: 1, red: 9 } } };
    expect(ledgers(base, ours, other).keys).toEqual(['ledger.lights.overdue']);
  });

  test('what has parts that need each other is one fact', () => {
    const from = (as: string, quote: string) => ({
      id: 'T04',
      title: 'T',
      source: { document: 'd', as, quote },
    });
    expect(tasks(from('task', 'q'), from('mentioned', 'q'), from('task', 'r')).keys).toEqual([
      'T04.source',
    ]);
  });
});

const task = (...measures: readonly Value[]) => ({ id: 'T04', title: 'T', measures });
const measure = (id: string, title: string, rest: { readonly [key: string]: Value } = {}) => ({
  id,
  title,
  ...rest,
});

describe('numbers that both sides have given out', () => {
  test('the side that is not on the main line gets the next one that neither has', () => {
    const base = task(measure('T04.1', 'One'));
    const ours = task(
      measure('T04.1', 'One'),
      measure('T04.2', 'Ours'),
      measure('T04.3', 'Ours too'),
    );
    const theirs = task(measure('T04.1', 'One'), measure('T04.2', 'Theirs'));
    expect(tasks(base, ours, theirs)).toMatchObject({
      keys: [],
      renumbered: [{ from: 'T04.2', to: 'T04.4', side: 'theirs' }],
    });
    const { value, renumbered } = tasks(base, ours, theirs, manner({}, 'theirs'));
    expect(renumbered).toEqual([{ from: 'T04.2', to: 'T04.4', side: 'ours' }]);
    expect((value as typeof base).measures.map((each) => (each as { id: string }).id)).toEqual([
      'T04.1',
      'T04.2',
      'T04.4',
      'T04.3',
    ]);
  });

  test('the same measure added on both sides stands once, with what each says of it', () => {
    const base = task();
    const log = (note: string) => [{ date: '2022-05-01', event: 'report', note }];
    const merged = tasks(
      base,
      task(measure('T04.1', 'One', { log: log('a') })),
      task(measure('T04.1', 'One', { due: '2022-09-30', log: log('b') })),
    );
    expect(merged).toMatchObject({ keys: [], renumbered: [] });
    expect(merged.value).toEqual(
      task(measure('T04.1', 'One', { due: '2022-09-30', log: [...log('a'), ...log('b')] })),
    );
  });

  test('letters of criteria, and what the log says of them', () => {
    const criterion = (id: string, text: string) => ({ id, text });
    const tick = (id: string, note: string) => ({
      date: '2022-05-01',
      event: 'tick',
      criteria: [id],
      note,
    });
    const one = (criteria: readonly Value[], log: readonly Value[]) =>
      task(measure('T04.1', 'One', { criteria, log }));
    const a = criterion('a', 'A');
    const merged = tasks(
      one([a], [tick('a', 'base')]),
      one([a, criterion('b', 'Ours')], [tick('a', 'base'), tick('b', 'ours')]),
      one(
        [a, criterion('b', 'Theirs')],
        [tick('a', 'base'), tick('b', 'theirs'), tick('a', 'theirs')],
      ),
    );
    expect(merged).toMatchObject({
      keys: [],
      renumbered: [{ from: 'T04.1#b', to: 'T04.1#c', side: 'theirs' }],
    });
    expect(merged.value).toEqual(
      one(
        [a, criterion('b', 'Ours'), criterion('c', 'Theirs')],
        [tick('a', 'base'), tick('b', 'ours'), tick('c', 'theirs'), tick('a', 'theirs')],
      ),
    );
  });

  test('projects of a district, in a file that both have made', () => {
    const file = (...of: readonly Value[]) => ({ district: 'huangpu', projects: of });
    const merged = projects(
      undefined,
      file(measure('huangpu-1', 'Ours')),
      file(measure('huangpu-1', 'Theirs')),
    );
    expect(merged).toMatchObject({
      value: file(measure('huangpu-1', 'Ours'), measure('huangpu-2', 'Theirs')),
      renumbered: [{ from: 'huangpu-1', to: 'huangpu-2', side: 'theirs' }],
    });
  });

  test('a whole task is for whoever may make files', () => {
    const merged = tasks(undefined, { ...task(), title: 'Ours' }, { ...task(), title: 'Theirs' });
    expect(merged).toMatchObject({ keys: ['T04'], why: ['same-id'] });
  });
});

describe('logs', () => {
  type Entry = { readonly [key: string]: Value };
  const report = (note: string, date = '2022-05-01'): Entry => ({ date, event: 'report', note });
  const retract = (entry: number, reason = 'wrong'): Entry => ({
    date: '2022-06-01',
    event: 'retract',
    entry,
    reason,
  });
  const plan = { due: '2022-09-30' };
  const logged = (...log: readonly Entry[]) => task(measure('T04.1', 'One', { ...plan, log }));
  const logIn = (value: Value | undefined) =>
    (value as { measures: readonly { log: readonly Entry[] }[] }).measures[0]?.log;
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((note) => report(note)) as [
    Entry,
    Entry,
    Entry,
    Entry,
  ];

  test('an entry changed or removed by one side is as that side has it', () => {
    expect(logIn(tasks(logged(a, b), logged(report('A'), b), logged(a, b, c)).value)).toEqual([
      report('A'),
      b,
      c,
    ]);
    expect(logIn(tasks(logged(a, b), logged(b), logged(a, b, c)).value)).toEqual([b, c]);
  });

  test('an entry changed by both, or changed and removed, is for a person', () => {
    expect(tasks(logged(a), logged(report('A')), logged(report('B')))).toMatchObject({
      keys: ['T04.1.log'],
      why: ['entry'],
    });
    expect(tasks(logged(a, b), logged(b), logged(report('A'), b)).why).toEqual(['entry']);
    const settled = tasks(
      logged(a),
      logged(report('A')),
      logged(report('B')),
      manner({ 'T04.1.log': 'ours' }),
    );
    expect(logIn(settled.value)).toEqual([report('A')]);
  });

  test('settled for the other side, the entry of the main line stays, and what gives way is retracted', () => {
    const about = (entry: number) => ({
      ...{ date: '2022-12-01', event: 'retract', by: 'office', entry },
      reason: 'about T04.1.log',
    });
    const by = (first: Side, side: Side, ours: Value, theirs: Value) =>
      logIn(tasks(logged(a, b), ours, theirs, manner({ 'T04.1.log': side }, first)).value);
    const [mine, their] = [logged(report('A'), b), logged(report('B'), b)];
    expect(by('ours', 'theirs', mine, their)).toEqual([report('A'), b, report('B'), about(1)]);
    expect(by('theirs', 'ours', mine, their)).toEqual([report('B'), b, report('A'), about(1)]);
    // Changed on the main line, removed by the other side.
    expect(by('ours', 'theirs', mine, logged(b))).toEqual([report('A'), b, about(1)]);
    expect(by('ours', 'ours', mine, logged(b))).toEqual([report('A'), b]);
    // Removed on the main line, changed by the other side.
    expect(by('ours', 'theirs', logged(b), mine)).toEqual([b, report('A')]);
    // Retracted on the main line, changed by the other side.
    expect(by('ours', 'theirs', logged(a, b, retract(1)), their)).toEqual([
      ...[a, b, retract(1), report('B')],
    ]);
    expect(by('ours', 'ours', logged(a, b, retract(1)), their)).toEqual([a, b, retract(1)]);
  });

  test('an entry removed by one side and retracted by the other is for a person', () => {
    const [ours, theirs] = [logged(b), logged(a, b, retract(1))];
    expect(tasks(logged(a, b), ours, theirs)).toMatchObject({
      keys: ['T04.1.log'],
      why: ['retracted'],
    });
    const by = (side: Side, first: Side = 'ours') =>
      logIn(tasks(logged(a, b), ours, theirs, manner({ 'T04.1.log': side }, first)).value);
    expect(by('ours')).toEqual([b]);
    expect(by('theirs')).toEqual([b, a, retract(2)]);
    expect(by('ours', 'theirs')).toEqual([a, b, retract(1)]);
    expect(by('theirs', 'theirs')).toEqual([a, b, retract(1)]);
  });

  test('a retraction never comes to name another entry than the one it was written for', () => {
    // The retraction alone is picked: what it takes back is not on this side, which has others there.
    const [x, y, z] = [
      report('x', '2022-07-01'),
      report('y', '2022-08-01'),
      report('z', '2022-09-01'),
    ];
    for (const ours of [logged(a, y), logged(a, y, z), logged(a)]) {
      const picked = tasks(logged(a, x), ours, logged(a, x, retract(2)));
      expect(picked).toMatchObject({ keys: ['T04.1.log'], why: ['retracted'] });
    }
    const settled = (side: Side) =>
      logIn(
        tasks(
          logged(a, x),
          logged(a, y, z),
          logged(a, x, retract(2)),
          manner({ 'T04.1.log': side }),
        ).value,
      );
    expect(settled('ours')).toEqual([a, y, z]);
    expect(settled('theirs')).toEqual([a, y, z, x, retract(4)]);
    // What names nothing on its own side names nothing afterwards.
    expect(logIn(tasks(logged(a), logged(a, b), logged(a, c, retract(4))).value)).toEqual([
      ...[a, b, c, retract(5)],
    ]);
  });

  test('two retractions of one entry want the same: that of the main line stays', () => {
    const other = { ...retract(1, 'double'), date: '2022-06-02' };
    const [ours, theirs] = [logged(a, b, retract(1)), logged(a, c, other)];
    for (const first of ['ours', 'theirs'] as const) {
      const { value, conflicts, entries } = merge(
        'tasks/T04.yaml',
        { base: logged(a), ours, theirs },
        manner({}, first),
      );
      expect(conflicts).toEqual([]);
      expect(logIn(value)).toEqual(first === 'ours' ? [a, b, retract(1), c] : [a, c, other, b]);
      expect(entries).toMatchObject([
        { id: 'T04.1', what: 'doubled', side: first === 'ours' ? 'theirs' : 'ours' },
      ]);
    }
  });

  test('settling takes no retraction of the main line away: what it took back is recorded again', () => {
    const start: Entry = { date: '2022-03-01', event: 'start' };
    const done: Entry = {
      date: '2022-05-01',
      event: 'done',
      by: 'x',
      evidence: [{ document: 'd' }],
    };
    const verify: Entry = { date: '2022-05-20', event: 'verify', by: 'y', checked: 'document' };
    const [ours, theirs] = [logged(start, done, retract(2)), logged(start, done, verify)];
    expect(tasks(logged(start, done), ours, theirs)).toMatchObject({
      keys: ['T04.1.status'],
      why: ['status'],
    });
    const by = (side: Side, first: Side = 'ours') =>
      logIn(
        tasks(logged(start, done), ours, theirs, manner({ 'T04.1.status': side }, first)).value,
      );
    expect(by('theirs')).toEqual([start, done, retract(2), verify, done]);
    expect(by('ours')?.at(-1)).toMatchObject({ event: 'retract', entry: 4 });
    expect(by('theirs', 'theirs')).toEqual([start, done, verify]);
  });

  test('what is impossible on its own side contradicts nothing of the other', () => {
    const withdraw: Entry = { date: '2022-04-02', event: 'withdraw', reason: 'w', document: 'd' };
    const block: Entry = { date: '2022-02-05', event: 'block', reason: 'r' };
    // Dated back it forbids what stands before it, on its own side already.
    const done: Entry = {
      date: '2022-01-08',
      event: 'done',
      by: 'x',
      evidence: [{ document: 'd' }],
    };
    const reject: Entry = { date: '2022-05-09', event: 'reject', by: 'y', reason: 'no' };
    const merged = tasks(
      logged(withdraw, block),
      logged(withdraw, block, done),
      logged(withdraw, block, reject),
    );
    expect(merged).toMatchObject({ keys: [] });
    expect(logIn(merged.value)).toEqual([withdraw, block, done, reject]);
  });

  test('what one side has done to an entry of before is told', () => {
    const told = (ours: Value, theirs: Value) =>
      merge('tasks/T04.yaml', { base: logged(a, b), ours, theirs }, manner()).entries;
    expect(told(logged(a, b, c), logged(report('A'), b))).toMatchObject([
      { id: 'T04.1', what: 'reworded', side: 'theirs', number: 1 },
    ]);
    expect(told(logged(a, b), logged(b))).toMatchObject([
      { id: 'T04.1', what: 'removed', side: 'theirs', number: 1, entry: a },
    ]);
    expect(told(logged(a, b, c), logged(a, b, d))).toEqual([]);
  });

  test('numbers follow their entries on whichever side is moved', () => {
    const [ours, theirs] = [logged(a, c, retract(2)), logged(a, d, retract(2), retract(1))];
    expect(logIn(tasks(logged(a), ours, theirs).value)).toEqual([
      a,
      c,
      retract(2),
      d,
      retract(4),
      retract(1),
    ]);
    expect(logIn(tasks(logged(a), ours, theirs, manner({}, 'theirs')).value)).toEqual([
      a,
      d,
      retract(2),
      retract(1),
      c,
      retract(5),
    ]);
  });

  test('numbers follow where an earlier entry was taken away', () => {
    expect(
      logIn(
        tasks(
          logged(a, b, retract(2)),
          logged(b, retract(1)),
          logged(a, b, retract(2), c, retract(4)),
        ).value,
      ),
    ).toEqual([b, retract(1), c, retract(3)]);
  });

  test('the same retraction stands once, though its number differs', () => {
    const [ours, theirs] = [logged(a, c, b, retract(3)), logged(a, b, retract(2))];
    expect(logIn(tasks(logged(a), ours, theirs).value)).toEqual([a, c, b, retract(3)]);
  });

  const set = (by: string, values: { readonly [key: string]: Value }): Entry => ({
    date: '2022-06-01',
    event: 'amend',
    by,
    set: values,
    reason: by,
  });

  test('amendments of different attributes stand side by side', () => {
    const merged = tasks(
      logged(a),
      logged(a, set('x', { title: 'X' })),
      logged(a, set('y', { deliverable: 'Y' })),
    );
    expect(merged).toMatchObject({ keys: [] });
    expect(logIn(merged.value)).toHaveLength(3);
  });

  test('amendments of the same attribute contradict each other, unless they say the same', () => {
    const ours = logged(a, set('x', { title: 'X', deliverable: 'D' }));
    const theirs = logged(a, set('y', { title: 'Y', deliverable: 'D' }));
    expect(tasks(logged(a), ours, theirs)).toMatchObject({
      keys: ['T04.1.title'],
      why: ['contested'],
    });
    const settled = tasks(logged(a), ours, theirs, manner({ 'T04.1.title': 'theirs' }));
    expect(settled.keys).toEqual([]);
    expect(logIn(settled.value)).toEqual([
      a,
      set('x', { title: 'X', deliverable: 'D' }),
      set('y', { title: 'Y', deliverable: 'D' }),
      { date: '2022-12-01', event: 'retract', by: 'office', entry: 2, reason: 'about T04.1.title' },
    ]);
  });

  test('an amendment contradicts what the other side has changed in place', () => {
    const amended = task(measure('T04.1', 'One', { ...plan, log: [a, set('x', { title: 'X' })] }));
    const inPlace = (...log: readonly Entry[]) => task(measure('T04.1', 'Two', { ...plan, log }));
    const base = logged(a);
    for (const theirs of [inPlace(a), inPlace(a, b)]) {
      expect(tasks(base, amended, theirs)).toMatchObject({
        keys: ['T04.1.title'],
        why: ['contested'],
      });
    }
    const by = (side: Side) => tasks(base, amended, inPlace(a), manner({ 'T04.1.title': side }));
    expect(by('ours')).toMatchObject({ keys: [], value: amended });
    expect(logIn(by('theirs').value)).toEqual([
      ...[a, set('x', { title: 'X' })],
      { date: '2022-12-01', event: 'retract', by: 'office', entry: 2, reason: 'about T04.1.title' },
    ]);
    expect(by('theirs').value).toMatchObject({ measures: [{ title: 'Two' }] });
    // Both say the same.
    const same = task(measure('T04.1', 'X', { ...plan, log: [a] }));
    expect(tasks(base, amended, same).keys).toEqual([]);
  });

  test('what one side has retracted itself contradicts nothing', () => {
    const ours = logged(a, set('x', { title: 'X' }), retract(2));
    const theirs = logged(a, set('y', { title: 'Y' }));
    expect(tasks(logged(a), ours, theirs).keys).toEqual([]);
  });

  test('two closings of one measure are for a person, reports of both are not', () => {
    const done = (by: string): Entry => ({
      date: '2022-06-01',
      event: 'done',
      by,
      evidence: [{ document: by }],
      result: by,
    });
    const start: Entry = { date: '2022-03-01', event: 'start' };
    expect(tasks(logged(start), logged(start, done('x')), logged(start, done('y')))).toMatchObject({
      keys: ['T04.1.status'],
      why: ['status'],
    });
    expect(tasks(logged(start), logged(start, a), logged(start, b)).keys).toEqual([]);
    const settled = tasks(
      logged(start),
      logged(start, done('x')),
      logged(start, done('y')),
      manner({ 'T04.1.status': 'ours' }),
    );
    expect(logIn(settled.value)?.at(-1)).toMatchObject({ event: 'retract', entry: 3 });
  });
});
