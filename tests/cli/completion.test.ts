import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command as Commander } from 'commander';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.ts';
import { shells } from '../../src/cli/completion/shells.ts';
import { argumentValues, formatsOf, valuesOfFlag } from '../../src/cli/completion/values.ts';
import { commands } from '../../src/cli/room.ts';
import { enHelp } from '../../src/words/en-help.ts';
import { replaceIn } from '../desk.ts';
import { copyOf, handLedger, projectRoot, realLedger, run, temporaryFolder } from '../harness.ts';
import { handRepository } from '../repository.ts';
import { installed, programThat, type TypedShell, typeInto, wordsAfter } from '../shells.ts';

/** What bash is offered for a line, as it would hand it over: a word for each, with what is said of it. */
const offered = async (
  words: readonly string[],
  setting: Parameters<typeof run>[1] = { cwd: join(projectRoot, handLedger) },
  shell = 'bash',
) => {
  const { exit, out, err } = await run(['completion', shell, '--', ...words], setting);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const [kind, ...lines] = out.trimEnd().split('\n');
  return { kind, words: lines.map((line) => line.split('\t')) };
};

const valuesOf = async (...words: readonly string[]) =>
  (await offered(words)).words.map(([value]) => value);

describe('what is offered', () => {
  test('commands, with what they are for', async () => {
    expect((await offered(['val'])).words).toEqual([
      ['validate', 'check every file and every fact of the ledger'],
    ]);
    expect(await valuesOf('')).toEqual(catalogue.map(({ name }) => name));
    expect(await valuesOf('help', 'val')).toEqual(['validate']);
  });

  test('flags of the command and those of all, each once', async () => {
    expect(await valuesOf('list', '--di')).toEqual(['--district']);
    expect(await valuesOf('list', '--district', 'x', '--di')).toEqual([]);
    expect(await valuesOf('list', '--led')).toEqual(['--ledger']);
    expect(await valuesOf('--led')).toEqual(['--ledger']);
  });

  test.each([
    [
      ['list', 'ta'],
      ['tasks', 'task:'],
    ],
    [['list', 'stat'], ['status:']],
    [['list', 'status:ver'], ['status:verified']],
    [['list', 'STATUS:ver'], ['STATUS:verified']],
    [['list', 'status：ver'], ['status：verified']],
    [['list', 'status:done,ver'], ['status:done,verified']],
    [['list', '--status', 'done,ver'], ['done,verified']],
    [['list', '--status=ver'], ['--status=verified']],
    [['list', '--light', 'r'], ['red']],
    [['list', '--format', 'm'], ['markdown']],
    [['list', '--columns', 'id,prog'], ['id,progress']],
    [['list', '--sort=-prog'], ['--sort=-progress']],
    [['report', '--where', 'status:planned statu'], ['status:planned status:']],
    [['report', '--where', 'status:planned lig'], ['status:planned light:']],
    [['validate', '--format', 'g'], ['github']],
    [['verify', 'x', '--checked', 'd'], ['document']],
    [['verify', 'x', '--checked', 'T01.1=s'], ['T01.1=site']],
    [['verify', 'x', '--checked=T01.1=s'], ['--checked=T01.1=site']],
    [['summary', '--by', 'field,stat'], ['field,status']],
    [['due', '--by', 'w'], ['week']],
    [['import', 'x', '--same', '市发改委=nobody'], []],
    [['explain', 'event/ill'], ['event/illegal']],
    [['schema', 'files/un'], ['files/units']],
    [['completion', 'z'], ['zsh']],
    [['iam', '--name', ''], []],
    [
      ['list', '--lang', ''],
      ['en', 'zh'],
    ],
    [['init', 'x', '--timezone', 'Asia/Shang'], ['Asia/Shanghai']],
    [['add', 'mea'], ['measure']],
  ])('%j goes on with %j', async (words, wanted) => {
    expect(await valuesOf(...words)).toEqual(wanted);
  });

  test('ids with their titles, in the language asked for', async () => {
    const cwd = join(projectRoot, realLedger);
    expect((await offered(['show', 'huangpu-1'], { cwd })).words).toEqual([
      ['huangpu-1', 'Create a national bioeconomy pilot area'],
    ]);
    const env = { REFORM_LANG: 'zh' };
    const [[, chinese] = []] = (await offered(['list', '--field', 'eco'], { cwd, env })).words;
    expect(chinese).toMatch(/\p{Script=Han}/u);
  });

  test('an id in any case and without its zero, and the one record that is called so', async () => {
    const cwd = join(projectRoot, realLedger);
    expect((await offered(['list', '--field', 'Ecol'], { cwd })).words.length).toBe(1);
    expect((await offered(['show', 't01'], { cwd })).words.map(([value]) => value)).toEqual([
      'T01.1',
      'T01',
    ]);
    expect(await valuesOf('show', 't1.1')).toEqual(['T01.1']);
    const named = await offered(['list', '--district', '黄埔'], { cwd });
    expect(named.words.map(([value]) => value)).toEqual(['huangpu']);
  });

  test('a verb is offered what it could happen to today', async () => {
    const today = { cwd: join(projectRoot, handLedger), now: '2022-12-31T04:00:00Z' };
    const { out } = await run(['list', 'status:done', '--json'], today);
    const claimed = JSON.parse(out).items.map(({ id }: { id: string }) => id);
    expect(claimed.length).toBeGreaterThan(0);
    expect((await offered(['verify', ''], today)).words.map(([id]) => id).sort()).toEqual(
      claimed.sort(),
    );
    expect((await offered(['verify', claimed[0], claimed[0]], today)).words).toEqual([]);
  });

  test('criteria that are open, and files and folders by the shell itself', async () => {
    expect((await valuesOf('tick', '')).every((id) => id?.includes('#'))).toBe(true);
    expect((await offered(['report', '-F', 'x'])).kind).toBe(':files');
    expect((await offered(['report', '--file=x'])).kind).toBe(':files');
    expect((await offered(['--ledger', ''])).kind).toBe(':folders');
  });

  test('revisions by the names that git has, on either side of a range', async () => {
    const repository = handRepository();
    repository.git('branch', 'planning/april');
    const words = async (word: string) =>
      (await offered(['diff', word], { cwd: join(repository.top, 'ledger') })).words.flat();
    expect(await words('plan')).toEqual(['planning/april']);
    expect(await words('main..plan')).toEqual(['main..planning/april']);
    expect(await words('main...H')).toEqual(['main...HEAD']);
  });

  test('every argument and every value of a flag is known, or the words of the user', async () => {
    const own =
      /^(?:date|time|text|number|name|count|column=what|row|city|title|n|seconds|ids|status|light|theme|entry)$/;
    for (const { name } of catalogue) {
      const commander = new Commander(name);
      commands[name].configure(commander, enHelp);
      for (const { flags, long } of commander.options) {
        const placeholder = /<(.+)>/.exec(flags)?.[1];
        if (placeholder === undefined || own.test(placeholder)) continue;
        const flag = { names: [long ?? ''], placeholder, about: '' };
        expect(valuesOfFlag(flag), `${name} ${flags}`).toBeDefined();
      }
      for (const argument of commander.registeredArguments) {
        expect(Object.keys(argumentValues), name).toContain(argument.name());
      }
    }
  });

  test('the formats of a command are those that it takes', async () => {
    for (const { name } of catalogue) {
      const { out } = await run([name, '--help']);
      if (!/--format </.test(out)) continue;
      const { err } = await run([name, 'x', '--format', 'nonsense'], { cwd: projectRoot });
      const taken = /possible: (.*)/.exec(err)?.[1]?.split(', ');
      if (taken) expect(formatsOf(name), name).toEqual(taken);
    }
  });

  test('words as each shell quotes them', async () => {
    const cwd = join(projectRoot, handLedger);
    for (const [shell, word] of [
      ['bash', '"status:ver'],
      ['bash', "status:'ver"],
      ['bash', 'status:\\ver'],
      ['fish', '"status:ver'],
      ['powershell', "'status:ver"],
      ['powershell', '"status:`ver'],
    ] as const) {
      const { words } = await offered(['list', word], { cwd }, shell);
      expect(
        words.map(([value]) => value),
        `${shell} ${word}`,
      ).toEqual(['status:verified']);
    }
    expect((await offered(['""'], { cwd }, 'powershell')).words.length).toBe(catalogue.length);
  });
});

describe('where the ledger is not as it should be', () => {
  test('a file that cannot be read takes nothing from the others', async () => {
    const cwd = copyOf(handLedger);
    const before = (await offered(['list', '--unit', ''], { cwd })).words;
    writeFileSync(join(cwd, 'tasks', 'T01.yaml'), 'id: [');
    const { words } = await offered(['show', ''], { cwd });
    expect(words.length).toBeGreaterThan(0);
    expect((await offered(['list', '--unit', ''], { cwd })).words).toEqual(before);
  });

  test('no ledger, no ids; commands and keys all the same', async () => {
    const cwd = temporaryFolder();
    expect((await offered(['show', ''], { cwd })).words).toEqual([]);
    expect((await offered(['list', '--ledger', 'nowhere', 'stat'], { cwd })).words.length).toBe(1);
  });

  test('the ledger that the line names is asked', async () => {
    const cwd = temporaryFolder();
    const ledger = join(projectRoot, realLedger);
    const { words } = await offered(['--ledger', ledger, 'show', 'huangpu-1'], { cwd });
    expect(words.length).toBe(1);
  });

  test('a title is one line', async () => {
    const cwd = copyOf(realLedger);
    replaceIn(
      cwd,
      'projects/huangpu.yaml',
      'title: Create a national bioeconomy pilot area',
      String.raw`title: "a\tb\nc"`,
    );
    const { words } = await offered(['show', 'huangpu-1'], { cwd });
    expect(words).toEqual([['huangpu-1', 'a b c']]);
  });
});

describe('the script', () => {
  test.each(shells)('for %s is printed, and nothing else', async (shell) => {
    const { exit, out, err } = await run(['completion', shell]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(`reform completion ${shell} --`);
    // Nothing that a shell would run is made of what was typed or of what comes back.
    expect(out).not.toMatch(/\beval\b|Invoke-Expression|compgen/);
  });

  test('without a name it is that of SHELL, and says how to install it', async () => {
    const env = { SHELL: '/usr/bin/fish' };
    const piped = await run(['completion'], { env });
    expect(piped.out).toBe((await run(['completion', 'fish'])).out);
    const read = await run(['completion'], { env, width: 80 });
    expect(read.out).toBe('');
    expect(read.err).toContain('reform completion fish > ');
    expect((await run(['completion'], { env: { PSModulePath: 'C:\\' } })).err).toContain(
      '$PROFILE',
    );
    expect((await run(['completion'], { env: { SHELL: '/bin/tcsh' } })).exit).toBe(2);
    expect((await run(['completion', 'tcsh'])).exit).toBe(2);
  });
});

const hostile = [
  '$(touch PWNED)',
  '`touch PWNED`',
  "'; touch PWNED; '",
  '"; touch PWNED; "',
  '; touch PWNED &',
  '$PWD $HOME !! ~ * ? [a] {a,b}',
  '中文 “引号” \\ 和空格',
];

describe.each(Object.keys(installed) as TypedShell[])('%s', (shell) => {
  const isHere = installed[shell];
  const note = isHere ? '' : ` (skipped: ${shell} is not installed here)`;

  const real = async () => {
    const script = join(temporaryFolder(), 'script');
    writeFileSync(script, (await run(['completion', shell])).out);
    return { cwd: join(projectRoot, realLedger), programs: programThat(), script };
  };

  test.skipIf(!isHere)(`completes what is typed${note}`, async () => {
    const how = await real();
    for (const [keys, words] of [
      ['reform summ\t', ['summary']],
      ['reform list --district=huangp\t', ['list', '--district=huangpu']],
      ['reform list --distr\thuangp\t', ['list', '--district', 'huangpu']],
      ['reform list stat\tver\t', ['list', 'status:verified']],
      ['reform list status:done,veri\t', ['list', 'status:done,verified']],
      ['reform list "status:veri\t', ['list', 'status:verified']],
      ['reform show huangpu-1 work-arr\t', ['show', 'huangpu-1', 'work-arrangement']],
      ['reform report -F ledg\t', ['report', '-F', 'ledger.yaml']],
      ['reform report --file=ledg\t', ['report', '--file=ledger.yaml']],
      // Fish keeps to words that have in them what is typed.
      ...(shell === 'fish' ? [] : [['reform list lead:黄埔\t', ['list', 'lead:huangpu']] as const]),
    ] as const) {
      expect(await wordsAfter(shell, keys, how), keys).toEqual(words);
    }
  });

  test.skipIf(!isHere)(`shows titles beside ids${note}`, async () => {
    const how = await real();
    await typeInto(shell, 'reform show huangpu-\t\t', /bioeconomy/, how);
  });

  test.skipIf(!isHere).each(hostile)(`%s stays a word${note}`, async (value) => {
    const { script } = await real();
    const cwd = temporaryFolder();
    const answer = join(cwd, 'answer');
    writeFileSync(answer, `:words\nx${value}\t$(touch PWNED) \`touch PWNED\`\n`);
    const programs = programThat(`cat '${answer}'`);
    const how = { cwd, programs, script };
    expect(await wordsAfter(shell, 'reform show x\t', how)).toEqual(['show', `x${value}`]);
    writeFileSync(answer, `:words\nx1\t${value}\nx2\t$(touch PWNED)\n`);
    await typeInto(shell, 'reform show x\t\t', /x2/, how);
    expect(existsSync(join(cwd, 'PWNED'))).toBe(false);
  });

  test.skipIf(!isHere)(`runs nothing of the line itself${note}`, async () => {
    const { script, programs } = await real();
    const cwd = temporaryFolder();
    const keys = "reform list '$(touch PWNED)' '; touch PWNED' --form\tjs\t";
    expect(await wordsAfter(shell, keys, { cwd, programs, script })).toEqual([
      'list',
      '$(touch PWNED)',
      '; touch PWNED',
      '--format',
      'json',
    ]);
    expect(existsSync(join(cwd, 'PWNED'))).toBe(false);
  });
});

test.skipIf(!installed.bash)('bash inserts no title, however its keys complete', async () => {
  const cwd = temporaryFolder();
  const script = join(cwd, 'script');
  writeFileSync(script, (await run(['completion', 'bash'])).out);
  const programs = programThat("printf ':words\\nx1\\t$(touch PWNED)\\nx2\\t;touch PWNED\\n'");
  for (const [bind, left] of [
    ['\'"\\C-t": menu-complete\'', ['show', 'x1']],
    ['\'"\\C-t": insert-completions\'', ['show', 'x1', 'x2']],
  ] as const) {
    const keys = `bind ${bind}\nreform show x\u0014`;
    expect(await wordsAfter('bash', keys, { cwd, programs, script }), bind).toEqual(left);
  }
  expect(existsSync(join(cwd, 'PWNED'))).toBe(false);
});
