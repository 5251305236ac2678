/**
 * The list of schemas, one of them, and what is written for editors. Whether schemas are true is for json.test.ts and
 * model/json-schema.test.ts, what editors make of them for editor.test.ts.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { copyOf, handLedger, projectRoot, read, run, temporaryFolder } from '../harness.ts';

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

describe('for editors', () => {
  const settings = '.vscode/settings.json';

  /** A folder that is a repository as far as anybody asks who does not start git, with a ledger in it. */
  const repository = (folder = 'data/2022'): string => {
    const top = temporaryFolder();
    mkdirSync(join(top, '.git'));
    writeFileSync(join(top, '.git/HEAD'), 'ref: refs/heads/main\n');
    cpSync(join(projectRoot, handLedger), join(top, folder), { recursive: true });
    return top;
  };

  const write = (cwd: string, ...more: readonly string[]) =>
    run(['schema', '--write', ...more], { cwd });

  const withSettings = (text: string): string => {
    const top = repository();
    mkdirSync(join(top, '.vscode'));
    writeFileSync(join(top, settings), text);
    return top;
  };

  const patternsIn = (top: string): Readonly<Record<string, unknown>> =>
    parse(read(top, settings))['yaml.schemas'];

  test('schemas and settings stand at the top of the repository, from wherever it is asked', async () => {
    const top = repository();
    const { exit, out, err } = await write(join(top, 'data/2022/tasks'));
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(err).toMatch(/^Wrote 12 files, the last of them .*\.vscode\/settings\.json for /);
    expect(patternsIn(top)).toMatchObject({
      './.vscode/reform/data/2022/tasks.schema.json': 'data/2022/tasks/*.yaml',
      './.vscode/reform/data/2022/units.schema.json': 'data/2022/units.yaml',
    });
    for (const file of Object.keys(patternsIn(top))) expect(existsSync(join(top, file))).toBe(true);
    expect(readdirSync(join(top, 'data/2022')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['', 'ledger'],
    ['tasks', 'ledger'],
  ])(
    'without a repository the ledger is named by its folder, from %j of it',
    async (below, name) => {
      const root = join(temporaryFolder(), name);
      cpSync(join(projectRoot, handLedger), root, { recursive: true });
      const { err } = await write(join(root, below));
      expect(err).toContain(`settings.json for ${name}.\n`);
    },
  );

  test('without a repository they stand in the ledger, which is as valid as before', async () => {
    const root = copyOf(handLedger);
    expect(await write(root)).toMatchObject({ exit: 0 });
    expect(patternsIn(root)).toMatchObject({
      './.vscode/reform/tasks.schema.json': 'tasks/*.yaml',
    });
    expect(await run(['validate'], { cwd: root })).toMatchObject({ exit: 0, out: '' });
  });

  test('all ledgers that are found have theirs, whatever their state; one that is named alone', async () => {
    const top = repository();
    cpSync(join(projectRoot, handLedger), join(top, 'data/2023'), { recursive: true });
    expect(await write(top)).toMatchObject({ exit: 0 });
    const folders = new Set(Object.keys(patternsIn(top)).map((key) => key.split('/')[4]));
    expect([...folders]).toEqual(['2022', '2023']);
    const other = repository();
    cpSync(join(projectRoot, handLedger), join(other, 'data/2023'), { recursive: true });
    expect(await write(other, '--ledger', 'data/2023')).toMatchObject({ exit: 0 });
    expect(Object.keys(patternsIn(other)).every((key) => key.includes('/2023/'))).toBe(true);
  });

  test('a ledger in Chinese is explained in Chinese throughout', async () => {
    const top = repository();
    const head = join(top, 'data/2022/ledger.yaml');
    writeFileSync(head, read(head).replace('language: en', 'language: zh'));
    await write(top);
    const described = Object.keys(patternsIn(top)).flatMap((file) => [
      ...read(top, file).matchAll(/"description": "([^"]*)"/g),
    ]);
    const sentences = described.map(([, text = '']) => text);
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test('again it changes nothing, and says so', async () => {
    const top = repository();
    await write(top);
    const before = lstatSync(join(top, settings)).mtimeMs;
    const { exit, err } = await write(top);
    expect({ exit, err }).toEqual({ exit: 0, err: 'It is so already: nothing was written.\n' });
    expect(lstatSync(join(top, settings)).mtimeMs).toBe(before);
  });

  test.each([
    [
      'comments, a comma too many',
      `{
    // Ours: four blanks.
    "editor.rulers": [120], /* as agreed */
    "yaml.schemas": {
        // A schema of somebody else.
        "https://example.org/x.json": "x/*.yaml",
    },
}
`,
    ],
    ['tabs and CR LF', '{\r\n\t"files.eol": "\\r\\n"\r\n}\r\n'],
    ['a mark of UTF-8', '\ufeff{ "a": 1 }\n'],
    ['nothing', ''],
  ])('settings that are there stay: %s', async (_what, text) => {
    const top = withSettings(text);
    expect(await write(top)).toMatchObject({ exit: 0 });
    const after = read(top, settings);
    // What stood there stands there still, in its order: lines are only added.
    let at = 0;
    for (const part of text.match(/\/\/[^\r\n]*|\/\*.*?\*\/|"[^"]*"|\ufeff/g) ?? []) {
      at = after.indexOf(part, at);
      expect(at, part).toBeGreaterThanOrEqual(0);
    }
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(/[^\r]\n/.test(after)).toBe(!text.includes('\r\n'));
    const { 'yaml.schemas': patterns, ...others } = parse(after.replace('\ufeff', ''));
    const { 'yaml.schemas': own, ...before } = parse(text.replace('\ufeff', '')) ?? {};
    expect(others).toEqual({ ...before, 'yaml.format.enable': false });
    expect(patterns).toMatchObject(own ?? {});
    expect(Object.keys(patterns).length).toBe(Object.keys(own ?? {}).length + 11);
    expect(await write(top)).toMatchObject({ err: 'It is so already: nothing was written.\n' });
  });

  test.each([
    [
      'behind the last entry, after a comma',
      ['{', '  "yaml.schemas": {', '    "https://x/y.json": "x", // x', '  } // all', '} // end'],
    ],
    [
      'behind the last entry, without a comma',
      ['{', '  "yaml.schemas": {', '    "https://x/y.json": "x" /* x */ // y', '  }', '}'],
    ],
    [
      'of lines that were switched off',
      ['{', '  "yaml.schemas": {', '    "x": "y"', '    // "z": "u",', '  },', '  // z', '}'],
    ],
    ['in nothing else', ['{ // ours', '  "yaml.schemas": { // none yet', '  },', '}']],
    ['before the comma', ['{', '  "yaml.schemas": {', '    "x": "y" // x', '    ,', '  }', '}']],
  ])('a comment stays with what it is about: %s', async (_what, lines) => {
    const top = withSettings(`${lines.join('\n')}\n`);
    expect(await write(top)).toMatchObject({ exit: 0 });
    const after = read(top, settings).split('\n');
    // A comma may come behind a value; else each line is there as it was, and those added stand in two blocks.
    const plain = (line: string) => line.replaceAll(',', '').trim();
    const [first = '', ...others] = lines.filter((line) => line.includes('//')).map(plain);
    const stand = after.map(plain);
    for (const line of [first, ...others]) expect(stand).toContain(line);
    const given = lines.map(plain);
    const kept = stand.filter((line) => given.includes(line) && line !== '');
    expect(kept.filter((line) => line !== '}')).toEqual(
      given.filter((line) => line !== '' && line !== '}'),
    );
    expect(await write(top)).toMatchObject({ err: 'It is so already: nothing was written.\n' });
  });

  test('what is taken out takes no comment of others with it', async () => {
    const left = '"./.vscode/reform/data/2022/measures.schema.json": "data/2022/tasks/*.yaml"';
    const top = withSettings(
      `{\n  "yaml.schemas": {\n    "x": "y", // x\n    // Of the office.\n    ${left} // z\n  }\n}\n`,
    );
    await write(top);
    const after = read(top, settings);
    expect(after).not.toContain('measures');
    expect(after).toMatch(/\n {4}"x": "y", \/\/ x\n {4}\/\/ Of the office\.\n/);
    expect(after).toContain('// z\n');
    expect(patternsIn(top)).toMatchObject({ x: 'y' });
    expect(await write(top)).toMatchObject({ err: 'It is so already: nothing was written.\n' });
  });

  test('whoever has a formatter on keeps it', async () => {
    const top = withSettings('{ "yaml.format.enable": true }\n');
    await write(top);
    expect(parse(read(top, settings))).toMatchObject({ 'yaml.format.enable': true });
  });

  test('a schema of ours that is no longer written is no longer held against files', async () => {
    const left = './.vscode/reform/data/2022/measures.schema.json';
    const other = './.vscode/reform/data/2021/tasks.schema.json';
    const top = withSettings(
      JSON.stringify({ 'yaml.schemas': { [left]: 'data/2022/tasks/*.yaml', [other]: 'x' } }),
    );
    await write(top);
    expect(patternsIn(top)).not.toHaveProperty([left]);
    expect(patternsIn(top)).toHaveProperty([other], 'x');
  });

  test.each([
    ['no JSON', '{ "a": 1'],
    ['a list', '[]'],
    ['schemas that are none', '{ "yaml.schemas": [] }'],
    ['no schemas', '{ "yaml.schemas": null }'],
    ['a key twice', '{ "yaml.schemas": {}, "yaml.schemas": { "a": "b" } }'],
  ])(
    'settings that cannot be added to are refused, and nothing is written: %s',
    async (_what, text) => {
      const top = withSettings(text);
      const { exit, out, err } = await write(top);
      expect({ exit, out }).toEqual({ exit: 1, out: '' });
      expect(err).toContain('.vscode/settings.json cannot be added to safely');
      expect(read(top, settings)).toBe(text);
      expect(existsSync(join(top, '.vscode/reform'))).toBe(false);
    },
  );

  test('settings of another encoding are refused', async () => {
    const top = repository();
    mkdirSync(join(top, '.vscode'));
    writeFileSync(join(top, settings), Buffer.from([0x7b, 0xb9, 0xe3, 0x7d]));
    expect(await write(top)).toMatchObject({ exit: 1 });
  });

  test.each(['.vscode', '.vscode/reform', '.vscode/settings.json', '.vscode/reform/data'])(
    'nothing is written through a link: %s',
    async (link) => {
      const top = repository();
      const elsewhere = temporaryFolder();
      const isFile = link.endsWith('.json');
      const target = isFile ? join(elsewhere, 'theirs.json') : elsewhere;
      if (isFile) writeFileSync(target, '{}');
      mkdirSync(join(top, link, '..'), { recursive: true });
      symlinkSync(target, join(top, link));
      const { exit, err } = await write(top);
      expect(exit).toBe(1);
      expect(err).toContain(`${link} is a link`);
      expect(readdirSync(elsewhere)).toEqual(isFile ? ['theirs.json'] : []);
      if (isFile) expect(readFileSync(target, 'utf8')).toBe('{}');
      expect(lstatSync(join(top, link)).isSymbolicLink()).toBe(true);
    },
  );

  test('-n shows the settings that would stand, and writes nothing', async () => {
    const top = withSettings('{\n  "a": 1\n}\n');
    const { exit, out, err } = await write(top, '-n');
    expect({ exit, err }).toEqual({ exit: 0, err: 'Dry run: nothing was written.\n' });
    expect(out).toMatch(
      /^Would write \.vscode\/reform\/data\/2022\/tasks\.schema\.json \(\d+ bytes\)$/m,
    );
    expect(out).toMatch(/^\+ {2}"yaml\.schemas": \{$/m);
    expect(readdirSync(join(top, '.vscode'))).toEqual(['settings.json']);
    expect(await run(['schema', '-n'], { cwd: top })).toMatchObject({ exit: 2, out: '' });
  });

  test('a ledger with mistakes in it has schemas all the same: editors show where they are', async () => {
    const top = repository();
    writeFileSync(join(top, 'data/2022/units.yaml'), '- id: [\n');
    expect(await write(top)).toMatchObject({ exit: 0 });
  });

  test('a title with characters that nobody sees does not come into a schema', async () => {
    const top = repository();
    const units = join(top, 'data/2022/units.yaml');
    writeFileSync(units, `${read(units)}- { id: sly-bureau, title: "Sly \\u202Eoffice" }\n`);
    await write(top);
    const schema = read(top, '.vscode/reform/data/2022/tasks.schema.json');
    expect(schema).not.toContain('sly-bureau');
    expect(schema).not.toContain('\u202e');
  });

  test.each([[['list']], [['--json']], [['--format', 'csv']]])(
    'it gives no answer besides: %s',
    async (more) => {
      const { exit, out } = await write(repository(), ...more);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
    },
  );

  test('where there is no ledger it says so', async () => {
    expect(await write(temporaryFolder())).toMatchObject({ exit: 2, out: '' });
  });
});
