/**
 * Generators of what nobody meant to type: ledger files with their bytes mangled, and command lines
 * of real commands, real options and hostile words. What to mangle and which options there are is
 * read from the ledgers and from the program's own help, so that new ones are fuzzed by themselves.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { catalogue } from '../src/cli/catalogue.ts';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { eventNames, statuses } from '../src/model/events.ts';
import { factNames } from '../src/model/facts.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { enHelp } from '../src/words/en-help.ts';
import { run } from './harness.ts';

/** Every file below a folder with its bytes. */
export type Snapshot = ReadonlyMap<string, Buffer>;

export const snapshotOf = (root: string): Snapshot =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .sort()
      .map((path) => [path.slice(root.length + 1), readFileSync(path)]),
  );

/** The paths at which two snapshots differ. */
export const changedBetween = (before: Snapshot, after: Snapshot): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    return !old || !now || !old.equals(now);
  });

/** Makes a folder what the snapshot says, writing no more than it must. */
export const restore = (root: string, wanted: Snapshot): void => {
  for (const path of changedBetween(wanted, snapshotOf(root))) {
    const bytes = wanted.get(path);
    rmSync(join(root, path), { recursive: true, force: true });
    if (!bytes) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
};

const pairs = /\b([a-z_]+)(: *)([^,{}[\]\n]*)/g;

/** Ids of what has a log: measures and projects. */
const itemId = /^(?:T\d+\.\d+|[a-z]+-\d+)$/;

/** Keys and values of a ledger as they are typed. */
const wordsOf = (snapshot: Snapshot) => {
  const found = [...snapshot]
    .filter(([path]) => path.endsWith('.yaml'))
    .flatMap(([path, bytes]) =>
      [...bytes.toString().matchAll(pairs)].map((pair) => ({ path, pair })),
    );
  const unique = (all: readonly (string | undefined)[]) =>
    [...new Set(all)].filter((each) => each !== undefined && each !== '') as readonly string[];
  const ids = (all: readonly RegExpMatchArray[]) =>
    unique(all.filter(([, key]) => key === 'id').map(([, , , value]) => value?.trim()));
  return {
    keys: unique(found.map(({ pair: [, key] }) => key)),
    values: unique(found.map(({ pair: [, , , value] }) => value)),
    ids: ids(found.map(({ pair }) => pair)),
    items: ids(
      found.filter(({ path }) => /^(?:tasks|projects)\//.test(path)).map(({ pair }) => pair),
    ).filter((id) => itemId.test(id)),
    units: ids(found.filter(({ path }) => path === 'units.yaml').map(({ pair }) => pair)),
  };
};

/** Characters that command a terminal, hide, reorder, or are no characters at all. */
const hostileCharacters = [
  ...['\u001b[2J', '\u001b]0;x\u0007', '\u009b31m', '\b', '\r', '\u007f', '\u0085', '\u2028'],
  ...['\u202e', '\u2066', '\u200b', '\ufeff', '\u00ad', '\u{e0041}', '\ufffe', '\u3164'],
  ...[
    '：',
    '，',
    '　',
    '“',
    'é',
    'e\u0301',
    'İ',
    'ß',
    '😀',
    '👨‍👩‍👧',
    '𠮷',
    'a\u0300'.repeat(60),
    '\t',
    '\n',
  ],
];

/** Pieces of text that mean something to some reader of YAML, of dates or of numbers. */
const tokens = [
  ...[
    '#',
    ' #',
    ': ',
    ':',
    '- ',
    '-',
    '? ',
    '@',
    '%YAML 1.1\n',
    '%',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '|',
  ],
  ...[
    '|\n',
    '>-\n',
    '|9\n',
    '[',
    ']',
    '{',
    '}',
    '[]',
    '{}',
    ',',
    "'",
    '"',
    '\\',
    '"\\u001b"',
    '"\\x00"',
  ],
  ...[
    '"\\ud800"',
    '"\\U0010ffff"',
    '`',
    '~',
    '=',
    '<<',
    '<<: *a',
    '---',
    '---\n',
    '...',
    '\n...\n',
  ],
  ...[
    'no',
    'yes',
    'null',
    'true',
    '.inf',
    '-.inf',
    '.nan',
    '-0',
    '1e999',
    '1e3',
    '0123',
    '0x1F',
    '0o7',
  ],
  ...['9007199254740993', '-1', '101', '1_000', '12:30', '2022-01-01', '2022-02-30', '0000-00-00'],
  ...[
    '9999-12-31',
    '10000-01-01',
    '2022-1-1',
    '2022-01-01T00:00:00Z',
    '+275760-09-13',
    'Etc/Nowhere',
  ],
  ...[
    '__proto__',
    '__proto__: {}',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'null: x',
  ],
  ...[
    '../../x',
    '/dev/null',
    'file:///x',
    'https://',
    'https://[',
    'C:\\x',
    'evidence/',
    '.',
    '..',
  ],
  ...[
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> x\n',
    '||||||| x\n',
    '\n<<<<<<< a\n=======\n>>>>>>> b\n',
  ],
  ...[' '.repeat(5_000), '\n'.repeat(3_000), '['.repeat(200), '{a: '.repeat(40), '- '.repeat(40)],
  ...['x'.repeat(5_000), '市'.repeat(3_000), '\u0000', ...hostileCharacters],
];

/** Bytes that no UTF-8 has, and beginnings of other encodings. */
const noText = [
  'ff',
  'fe',
  'c0af',
  'e58d',
  'eda080',
  'f8888080',
  '80',
  'fffe',
  'feff',
  'efbbbf',
  '00',
];

/** A place in a file in ten-thousandths of its length, so that it fits files of any. */
const place = fc.nat(9_999);
const length = fc.oneof(fc.nat(12), fc.nat(400));

/** Days about the edges of the ledgers, of months and of years. */
const days = ['2022-12-01', '2022-06-30', '2023-01-01', '2022-02-30', '0001-01-01', '9999-12-31'];

/**
 * Harsh mutations mostly leave a file that cannot be read. Gentle ones mostly leave YAML, and so reach
 * shapes, rules and logs.
 */
const mutationOf = ({ keys, values, ids }: ReturnType<typeof wordsOf>) => {
  const token = fc.oneof(
    fc.constantFrom(...tokens),
    fc.constantFrom(...values),
    fc.constantFrom(...ids, ...eventNames, ...statuses),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const op = <N extends string>(name: N) => fc.constant(name);
  const line = fc.record({
    op: op('line'),
    at: place,
    how: fc.constantFrom('drop', 'twice', 'indent', 'outdent', 'tab', 'swap', 'comment'),
  });
  const key = fc.record({
    op: op('key'),
    at: place,
    what: fc.constantFrom(...keys, 'x-own', '__proto__', 'constructor', '<<', ''),
  });
  const harsh = fc.oneof(
    fc.record({ op: op('flip'), at: place, bit: fc.nat(7) }),
    fc.record({ op: op('insert'), at: place, what: token }),
    fc.record({ op: op('bytes'), at: place, hex: fc.constantFrom(...noText) }),
    fc.record({ op: op('delete'), at: place, length }),
    fc.record({ op: op('repeat'), at: place, length, times: fc.oneof(fc.nat(4), fc.nat(300)) }),
    fc.record({ op: op('splice'), at: place, length, file: fc.nat(), from: place }),
    fc.record({ op: op('cut'), at: place }),
    fc.record({ op: op('value'), at: place, what: token }),
    key,
    line,
  );
  const word = fc.constantFrom(...values, ...ids, ...eventNames, ...statuses, ...days);
  const gentle = fc.oneof(
    fc.record({ op: op('value'), at: place, what: word }),
    fc.record({ op: op('value'), at: place, what: token.map((each) => JSON.stringify(each)) }),
    fc.record({ op: op('flow'), at: place, what: word }),
    { weight: 4, arbitrary: fc.record({ op: op('likewise'), at: place, from: fc.nat() }) },
    fc.record({
      op: op('line'),
      at: place,
      how: fc.constantFrom('drop', 'twice', 'swap', 'comment'),
    }),
  );
  return { harsh, gentle };
};

type Mutation =
  ReturnType<typeof mutationOf>[keyof ReturnType<typeof mutationOf>] extends fc.Arbitrary<infer M>
    ? M
    : never;

const splitAt = (bytes: Buffer, at: number, length = 0) => {
  const start = Math.floor((at * (bytes.length + 1)) / 10_000);
  return [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ] as const;
};

const changeLine = (line: string, next: string, how: string): readonly string[] => {
  switch (how) {
    case 'drop':
      return [next];
    case 'twice':
      return [line, line, next];
    case 'indent':
      return [`  ${line}`, next];
    case 'outdent':
      return [line.replace(/^ {2}/, ''), next];
    case 'tab':
      return [`\t${line}`, next];
    case 'comment':
      return [`${line} # ${next}`, next];
    default:
      return [next, line];
  }
};

const mutate = (bytes: Buffer, mutation: Mutation, others: readonly Buffer[]): Buffer => {
  switch (mutation.op) {
    case 'flip': {
      const [before, [byte], after] = splitAt(bytes, mutation.at, 1);
      return byte === undefined
        ? bytes
        : Buffer.concat([before, Buffer.from([byte ^ (1 << mutation.bit)]), after]);
    }
    case 'insert': {
      const [before, , after] = splitAt(bytes, mutation.at);
      return Buffer.concat([before, Buffer.from(mutation.what), after]);
    }
    case 'bytes': {
      const [before, , after] = splitAt(bytes, mutation.at);
      return Buffer.concat([before, Buffer.from(mutation.hex, 'hex'), after]);
    }
    case 'delete': {
      const [before, , after] = splitAt(bytes, mutation.at, mutation.length);
      return Buffer.concat([before, after]);
    }
    case 'repeat': {
      const [before, part, after] = splitAt(bytes, mutation.at, mutation.length);
      return Buffer.concat([before, ...Array.from({ length: mutation.times }, () => part), after]);
    }
    case 'splice': {
      const other = others[mutation.file % others.length] ?? bytes;
      const [, part] = splitAt(other, mutation.from, mutation.length);
      const [before, , after] = splitAt(bytes, mutation.at, mutation.length);
      return Buffer.concat([before, part, after]);
    }
    case 'cut':
      return splitAt(bytes, mutation.at)[0];
    case 'value':
    case 'flow':
    case 'key': {
      // Latin-1 keeps bytes that are no UTF-8 as they are.
      const text = bytes.toString('latin1');
      // Events are written on one line each; that is where most of what is known of an item stands.
      const all = [...text.matchAll(pairs)].filter(
        ({ index, input }) =>
          mutation.op !== 'flow' || /[{,] $/.test(input.slice(Math.max(0, index - 2), index)),
      );
      const found = all[Math.floor((mutation.at * all.length) / 10_000)];
      if (!found) return bytes;
      const [whole, key = '', colon = '', value = ''] = found;
      const what = Buffer.from(mutation.what).toString('latin1');
      const typed = mutation.op === 'key' ? what + colon + value : `${key}: ${what}`;
      const rest = text.slice(found.index + whole.length);
      return Buffer.from(text.slice(0, found.index) + typed + rest, 'latin1');
    }
    case 'likewise': {
      // What the same key has elsewhere: a day for a day, a unit for a unit.
      const text = bytes.toString('latin1');
      const all = [...text.matchAll(pairs)];
      const found = all[Math.floor((mutation.at * all.length) / 10_000)];
      if (!found) return bytes;
      const [whole, key, colon = ''] = found;
      const same = [...Buffer.concat(others).toString('latin1').matchAll(pairs)].filter(
        (each) => each[1] === key,
      );
      const value = same[mutation.from % Math.max(1, same.length)]?.[3] ?? '';
      const rest = text.slice(found.index + whole.length);
      return Buffer.from(text.slice(0, found.index) + key + colon + value + rest, 'latin1');
    }
    case 'line': {
      const lines = bytes.toString('latin1').split('\n');
      const index = Math.floor((mutation.at * lines.length) / 10_000);
      lines.splice(
        index,
        2,
        ...changeLine(lines[index] ?? '', lines[index + 1] ?? '', mutation.how),
      );
      return Buffer.from(lines.join('\n'), 'latin1');
    }
  }
};

/** One or two files of a ledger with their bytes mangled, and how, for whoever reads a failure. */
export const mangled = (ledger: Snapshot) => {
  const files = [...ledger.keys()].filter((file) => file.endsWith('.yaml'));
  const others = [...ledger.values()];
  const { harsh, gentle } = mutationOf(wordsOf(ledger));
  const filesWith = (mutation: fc.Arbitrary<Mutation>, maxLength: number) =>
    fc.array(
      fc.record({
        file: fc.constantFrom(...files),
        mutations: fc.array(mutation, { minLength: 1, maxLength }),
      }),
      { minLength: 1, maxLength: 2 },
    );
  return fc
    .oneof(
      { weight: 2, arbitrary: filesWith(gentle, 3) },
      { weight: 1, arbitrary: filesWith(harsh, 4) },
    )
    .map((all) => {
      const changed = new Map(ledger);
      for (const { file, mutations } of all) {
        const before = changed.get(file) as Buffer;
        const after = mutations.reduce((bytes, each) => mutate(bytes, each, others), before);
        changed.set(file, after);
      }
      // A failure tells what was done and not every byte that came of it.
      return { snapshot: changed, [fc.toStringMethod]: () => JSON.stringify(all) };
    });
};

/** How a mangled file differs from what it was, short enough to be read. */
export const difference = (before: Snapshot, after: Snapshot): string =>
  changedBetween(before, after)
    .map((path) => {
      const [old, now] = [before, after].map((each) => each.get(path)?.toString('latin1') ?? '');
      const [a = '', b = ''] = [old, now];
      let start = 0;
      while (start < a.length && a[start] === b[start]) start += 1;
      let end = 0;
      const most = Math.min(a.length, b.length) - start;
      while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
      const shown = (text: string) =>
        JSON.stringify(Buffer.from(text.slice(start, text.length - end), 'latin1').toString());
      return `${path} at byte ${start}: ${shown(a).slice(0, 500)} became ${shown(b).slice(0, 2_000)}`;
    })
    .join('\n');

interface Option {
  readonly flag: string;
  /** What stands in angle brackets behind the flag; undefined where it takes no value. */
  readonly takes: string | undefined;
}

/** The options that the help of a command tells of, those of all commands among them. */
const optionsOf = async (args: readonly string[]): Promise<readonly Option[]> => {
  const { out } = await run([...args, '--help']);
  return [...out.matchAll(/^ {2}(-\w, )?(--[\w-]+)(?: <([\w.]+)>)?/gm)].flatMap(
    ([, short, long = '', takes]) =>
      [long, ...(short ? [short.slice(0, 2)] : [])].map((flag) => ({ flag, takes })),
  );
};

/** Paths stay below the folder of the test: a command may come to write where it is told. */
const paths = [
  ...['.', '..', './', 'tasks', 'tasks/T01.yaml', 'ledger.yaml', 'evidence/T03.1/annex.txt'],
  ...['../ledger', '../x', '/dev/null', '/dev/null/x', 'nowhere/x.yaml', '-', 'x\u202e.txt', '~'],
];

const hostileWords = [
  ...[
    '',
    ' ',
    '-',
    '--',
    '---',
    '=',
    '--=',
    '-=',
    '-x',
    '--no',
    '--no-',
    '--json=',
    '--help=x',
    '-mn',
  ],
  ...[
    '\n',
    '\t',
    'a\nb',
    '\r\n',
    '%s%n',
    '$(x)',
    '`x`',
    '*',
    '?',
    '\\',
    '"',
    "'",
    '{}',
    '[]',
    '#',
    '!',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'null', 'undefined'],
  ...[
    '0',
    '-1',
    '1e3',
    '100%',
    '１００',
    '101',
    'NaN',
    'Infinity',
    '.',
    '..',
    ',',
    '，',
    'id,id',
    '-id',
  ],
  ...['a'.repeat(100_000), '市'.repeat(33_000), 'a b '.repeat(25_000), '-'.repeat(100_000)],
  ...[
    ',id'.repeat(30_000),
    'T01.1,'.repeat(15_000),
    '\u001b[31m'.repeat(20_000),
    '('.repeat(50_000),
  ],
  ...hostileCharacters,
];

/** Words that an option or argument of this name may well take. */
const plausibleFor = ({ ids, items, units, values }: ReturnType<typeof wordsOf>) => {
  const proof = ['临改委〔2022〕3号', 'https://a.example/b', 'evidence/T03.1/annex.txt'];
  const kinds = kindNames.flatMap((name) => [name, kindOf(name).plural]);
  const columns = ['id', '-id', ...new Set(kindNames.flatMap((name) => factNames(name)))];
  const known: Readonly<Record<string, readonly string[]>> = {
    id: items,
    unit: units,
    name: [...ids, ...values],
    date: days,
    percent: ['0', '50', '100', '50%'],
    columns,
    format: ['table', 'text', 'json', 'csv', 'markdown', 'github'],
    status: statuses,
    code: diagnosticCodes,
    evidence: proof,
    dir: paths,
    file: paths,
    year: ['2022', '2023'],
    words: [...kinds, ...values],
  };
  const everything = [...new Set(Object.values(known).flat())];
  return (name: string | undefined): fc.Arbitrary<string> =>
    fc.constantFrom(...((name !== undefined && known[name]) || everything));
};

/** The examples of a command's help as a shell would split them, without what is for the shell. */
const exampleLines = (name: keyof typeof enHelp.commands): readonly (readonly string[])[] =>
  enHelp.commands[name].examples.map(([line]) =>
    [...line.replace(/ [>|].*/, '').matchAll(/"([^"]*)"|\S+/g)]
      .map(([word, quoted]) => quoted ?? word)
      .slice(1),
  );

/** The system hands over no NUL and no half of a character, and nothing may leave the folder. */
const harmless = (word: string): string =>
  Buffer.from(word)
    .toString()
    .replaceAll('\u0000', '')
    .replaceAll('../', './')
    .replace(/^\/+/, './');

/**
 * Command lines in a row. Half of them are nearly what somebody would type, so that commands get as
 * far as doing something.
 */
export const commandLines = async (ledger: Snapshot) => {
  const plausible = plausibleFor(wordsOf(ledger));
  const hostile = fc.oneof(
    fc.constantFrom(...hostileWords),
    fc.constantFrom(...hostileCharacters).map((each) => `T01.1${each}`),
    fc.constantFrom(...paths),
    fc.string({ unit: 'binary', maxLength: 6 }).map(harmless),
    fc.string({ unit: 'grapheme', maxLength: 20 }).map(harmless),
  );
  const valueFor = (takes: string | undefined) =>
    fc.oneof({ weight: 5, arbitrary: plausible(takes) }, { weight: 1, arbitrary: hostile });
  const optionUse = ({ flag, takes }: Option) =>
    takes === undefined
      ? fc.constant([flag])
      : fc.oneof(
          { weight: 6, arbitrary: valueFor(takes).map((value) => [flag, value]) },
          { weight: 1, arbitrary: hostile.map((value) => [`${flag}=${value}`]) },
          { weight: 1, arbitrary: hostile.map((value) => [flag + value]) },
          { weight: 1, arbitrary: fc.constant([flag]) },
        );
  const names = catalogue.map(({ name }) => name);
  const perCommand = await Promise.all(
    names.map(async (name) => {
      const { out } = await run([name, '--help']);
      const argument = /[<[](\w+)\.*[>\]]/.exec(out.split('\n')[0]?.replace('[options]', '') ?? '');
      const all = await optionsOf([name]);
      // Asking for help, or for another ledger, ends a command before it has done anything.
      const own = all.filter(
        ({ flag }) => !/^(?:-h|-V|--help|--version|--ledger|--year)$/.test(flag),
      );
      const meant = fc
        .tuple(
          argument
            ? fc.array(plausible(argument[1]), { minLength: 1, maxLength: 2 })
            : fc.constant([]),
          fc
            .shuffledSubarray(own, { maxLength: Math.min(5, own.length) })
            .chain((some) =>
              fc.tuple(
                ...some.map(({ flag, takes }) =>
                  takes === undefined
                    ? fc.constant([flag])
                    : fc
                        .oneof(
                          { weight: 9, arbitrary: plausible(takes) },
                          { weight: 1, arbitrary: hostile },
                        )
                        .map((value) => [flag, value]),
                ),
              ),
            ),
        )
        .map(([args, options]) => [name, ...args, ...options.flat()]);
      const uses = fc.oneof(...all.map(optionUse));
      const mistyped = fc
        .tuple(
          fc.array(valueFor(argument?.[1]), { maxLength: 3 }),
          fc.array(uses, { maxLength: 6 }),
          fc.array(hostile, { maxLength: 1 }),
        )
        .map(([args, options, rest]) => [name, ...args, ...options.flat(), ...rest]);
      const example = fc
        .tuple(
          fc.constantFrom(...exampleLines(name)),
          plausible('id'),
          plausible('unit'),
          fc.oneof(fc.constant([]), fc.oneof(...own.map(optionUse))),
          // One word of it is not what it should be.
          fc.option(fc.tuple(fc.nat(), hostile), { freq: 2 }),
        )
        .map(([words, id, unit, more, odd]) => [
          ...words.map((word, index) =>
            odd !== null && index > 0 && index === 1 + (odd[0] % (words.length - 1))
              ? odd[1]
              : itemId.test(word)
                ? id
                : word === 'planning-bureau'
                  ? unit
                  : word,
          ),
          ...more,
        ]);
      return fc.oneof(
        { weight: 3, arbitrary: example },
        { weight: 2, arbitrary: meant },
        { weight: 1, arbitrary: mistyped },
      );
    }),
  );
  const uses = fc.oneof(...(await optionsOf([])).map(optionUse));
  const anything = fc
    .array(
      fc.oneof(
        fc.constantFrom(...names, 'help').map((name) => [name]),
        uses,
        hostile.map((word) => [word]),
      ),
      { maxLength: 8 },
    )
    .map((all) => all.flat());
  const line = fc.oneof(...perCommand.map((arbitrary) => ({ weight: 2, arbitrary })), {
    weight: 4,
    arbitrary: anything,
  });
  return fc.array(line, { minLength: 1, maxLength: 3 });
};
