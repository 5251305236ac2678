/** A new ledger: what stands in it, where it may lie, and that it can be worked with at once. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { kindNames, kindOf } from '../../src/model/kinds/index.ts';
import { fieldSets } from '../../src/model/templates.ts';
import { sampleText } from '../../src/words/en-samples.ts';
import { contents, put } from '../desk.ts';
import { projectRoot, read, run, temporaryFolder } from '../harness.ts';

const now = '2026-03-01T04:00:00Z';
const ctrlC = '\u0003';
const down = '\u001b[B';

type Setting = Parameters<typeof run>[1];

/** A folder to begin in, with a space in its path, and the command run from there. */
const place = () => {
  const home = temporaryFolder();
  const reform = (args: readonly string[], setting: Setting = {}) =>
    run(args, { cwd: home, now, ...setting });
  const init = (dir: string, ...more: readonly string[]) =>
    reform(['init', dir, '--jurisdiction', 'Guangzhou', '--year', '2026', ...more]);
  return { home, reform, init };
};

const head = (root: string): object => parse(read(root, 'ledger.yaml'));

const files = [
  '.gitattributes',
  'README.md',
  'districts.yaml',
  'documents.yaml',
  'fields.yaml',
  'leading-reforms.yaml',
  'ledger.yaml',
  'meetings.yaml',
  'pilots.yaml',
  'platforms.yaml',
  'projects/README.md',
  'tasks/README.md',
  'units.yaml',
];

/** All files of a folder, hidden ones too. */
const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(root.length + 1))
    .filter((file) => !file.startsWith('.git/'))
    .sort();

describe('what stands in it', () => {
  test('all its files, with nothing wrong', async () => {
    const { home, init, reform } = place();
    const { exit, out, err } = await init('data/2026', '--jurisdiction-zh', '广州');
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(err).toBe(`data/2026: Guangzhou reform ledger 2026, a draft of 13 files.
Language en, time zone Asia/Shanghai; both stand in ledger.yaml.
Next:
  reform import list.xlsx      # look first
  reform validate              # check it
  reform summary               # what there is
`);
    const root = join(home, 'data/2026');
    expect(filesIn(root)).toEqual(files);
    expect(head(root)).toEqual({
      title: 'Guangzhou reform ledger 2026',
      title_zh: '广州市2026年全面深化改革台账',
      jurisdiction: 'Guangzhou',
      jurisdiction_zh: '广州',
      year: 2026,
      timezone: 'Asia/Shanghai',
      language: 'en',
      state: 'draft',
      basis: 'office',
    });
    expect(await reform(['validate', '--strict'])).toMatchObject({
      exit: 0,
      err: 'Guangzhou 2026: no problems in 9 files, 0 items.\n',
    });
    expect(read(root, '.gitattributes')).toBe('*.yaml text eol=lf\n');
  });

  test('in Chinese, where the city is named so', async () => {
    const { home, reform } = place();
    const said = ['--jurisdiction', '广州', '--year', '２０２６'];
    expect((await reform(['init', '台账', ...said])).exit).toBe(0);
    expect(head(join(home, '台账'))).toMatchObject({
      title: '广州市2026年全面深化改革台账',
      jurisdiction: '广州',
      language: 'zh',
    });
    expect(head(join(home, '台账'))).not.toHaveProperty('title_zh');
  });

  test.each([
    ['广州', '广州市'],
    ['上海市', '上海市'],
    ['黄埔区', '黄埔区'],
    ['广东省', '广东省'],
    ['延边朝鲜族自治州', '延边朝鲜族自治州'],
  ])('%s is called %s in its title', async (city, called) => {
    const { home, reform } = place();
    await reform(['init', 'x', '--jurisdiction', city, '--year', '2026']);
    expect(head(join(home, 'x'))).toMatchObject({ title: `${called}2026年全面深化改革台账` });
  });

  describe('its own language, and not that of the answer', () => {
    const answered = (language: string, ...said: readonly string[]) => {
      const { home, reform } = place();
      const args = ['init', 'x', '--year', '2026', ...said];
      return reform(args, { env: { REFORM_LANG: language } }).then(({ exit, err }) => {
        expect(exit).toBe(0);
        return { err, about: head(join(home, 'x')), units: read(home, 'x/units.yaml') };
      });
    };

    test('a Chinese ledger is Chinese, whoever begins it', async () => {
      const said = ['--jurisdiction', 'Guangzhou', '--jurisdiction-zh', '广州市'];
      const { about, units, err } = await answered('en', ...said, '--language', 'zh');
      expect(about).toMatchObject({ title: '广州市2026年全面深化改革台账', language: 'zh' });
      expect(about).not.toHaveProperty('title_zh');
      expect(units).toContain('# 部门、专项小组或联合单位。');
      expect(units).toContain('市规划和自然资源局');
      expect(err).toContain('a draft of 13 files.');
    });

    test('an English one is English', async () => {
      const said = ['--jurisdiction', '广州', '--language', 'en'];
      const { about, units, err } = await answered('zh', ...said);
      expect(about).toMatchObject({
        title: '广州 reform ledger 2026',
        title_zh: '广州市2026年全面深化改革台账',
      });
      expect(units).toContain('# A department, special group or group of units.');
      expect(err).toContain('（草稿），共13个文件。');
    });

    test('begun in Chinese, with a Chinese name, it is Chinese', async () => {
      const said = ['--jurisdiction', 'Guangzhou', '--jurisdiction-zh', '广州市'];
      expect((await answered('zh', ...said)).about).toMatchObject({ language: 'zh' });
      expect((await answered('en', ...said)).about).toMatchObject({ language: 'en' });
      expect((await answered('zh', '--jurisdiction', 'Guangzhou')).about).toMatchObject({
        language: 'en',
        title: 'Guangzhou reform ledger 2026',
      });
    });

    test('without a Chinese name, the title has the name there is', async () => {
      const said = ['--jurisdiction', 'Guangzhou', '--language', 'zh'];
      const { about } = await answered('en', ...said);
      expect(about).toMatchObject({ title: 'Guangzhou 2026年全面深化改革台账' });
    });
  });

  test('as it is said: title, language, zone', async () => {
    const { home, init } = place();
    const said = ['--title', 'Our: "list" #1', '--language', 'ZH', '--timezone', 'Asia/Urumqi'];
    expect((await init('x', ...said)).exit).toBe(0);
    expect(head(join(home, 'x'))).toMatchObject({
      title: 'Our: "list" #1',
      language: 'zh',
      timezone: 'Asia/Urumqi',
    });
  });

  test('the 12 special fields, named as the real ledger names them', async () => {
    const { home, init, reform } = place();
    expect((await init('x', '--fields', 'guangzhou-2022')).exit).toBe(0);
    const real = parse(read(projectRoot, 'data/2022/fields.yaml')) as readonly object[];
    const named = real.map((each) => ({ ...each, source: undefined }));
    expect(parse(read(home, 'x/fields.yaml'))).toEqual(JSON.parse(JSON.stringify(named)));
    expect(fieldSets['guangzhou-2022']).toHaveLength(12);
    expect((await reform(['validate', '--strict', '--ledger', 'x'])).exit).toBe(0);
  });

  test('the same again is the same to the byte', async () => {
    const { home, init } = place();
    await init('a');
    await init('b');
    expect(contents(join(home, 'a'))).toEqual(contents(join(home, 'b')));
  });
});

describe('its examples are true', () => {
  /** What a comment without a blank behind its sign says. */
  const uncommented = (text: string): string =>
    text
      .split('\n')
      .filter((line) => /^#(?! \S)/.test(line))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const inBlock = (text: string): string => /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  /** A ledger of nothing but the examples. */
  const examples = async () => {
    const { home, init, reform } = place();
    await init('data');
    const root = join(home, 'data');
    for (const file of files.filter((each) => each.endsWith('.yaml'))) {
      const text = read(root, file);
      const own = file === 'ledger.yaml' ? text.replace(/^#.*\n/gm, '') : '';
      writeFileSync(join(root, file), own + uncommented(text));
    }
    put(root, 'tasks/T04.yaml', inBlock(read(root, 'tasks/README.md')));
    put(root, 'projects/huangpu.yaml', inBlock(read(root, 'projects/README.md')));
    put(root, sampleText.file, sampleText.text);
    return { root, reform };
  };

  test('all of them together are a ledger with nothing wrong', async () => {
    const { reform } = await examples();
    const { exit, out, err } = await reform(['validate', '--strict', '--today', '2026-12-31']);
    expect(exit, out + err).toBe(0);
    expect(out + err).toContain('11 files, 2 items');
  });

  test('its quotes are looked up', async () => {
    const { root, reform } = await examples();
    put(root, sampleText.file, 'Something else.\n');
    expect((await reform(['validate', '--strict'])).exit).toBe(1);
  });

  test.each(kindNames)('every attribute of a %s is shown and explained', async (kind) => {
    const { home, init } = place();
    await init('x');
    const all = files.map((file) => read(home, 'x', file)).join('\n');
    for (const [name, { doc, inherited }] of Object.entries(kindOf(kind).attributes)) {
      if (name === 'measures' || inherited || kind === 'ledger') continue;
      expect(all, name).toContain(`${name}:`);
      expect(all, name).toContain(`  # ${doc}`);
    }
    expect(all.match(/: …/g)).toBeNull();
  });
});

describe('what is missing', () => {
  test('is asked for at a terminal', async () => {
    const { home, reform } = place();
    const typing = ['Guangzhou\r', '广州市\r', '\r', '\r'];
    const { exit, err } = await reform(['init', 'x'], { typing });
    expect(exit, err).toBe(0);
    expect(head(join(home, 'x'))).toMatchObject({
      title: 'Guangzhou reform ledger 2026',
      jurisdiction_zh: '广州市',
      year: 2026,
    });
    expect(read(home, 'x/fields.yaml')).toContain('business-environment');
  });

  test('a Chinese name is not asked for a Chinese one; answers are checked and asked for again', async () => {
    const { home, reform } = place();
    const typing = ['\r广州\r', 'soon\r\u00151890\r\u00152027\r', `${down}\r`];
    expect((await reform(['init', 'x'], { typing })).exit).toBe(0);
    expect(head(join(home, 'x'))).toMatchObject({ jurisdiction: '广州', year: 2027 });
    expect(parse(read(home, 'x/fields.yaml'))).toEqual([]);
  });

  test('only what is missing, and this year is that of the zone', async () => {
    const { home, reform } = place();
    const said = ['--jurisdiction', 'Guangzhou', '--jurisdiction-zh', '广州', '--fields', 'none'];
    const late = '2026-12-31T20:00:00Z';
    expect((await reform(['init', 'x', ...said], { typing: ['\r'], now: late })).exit).toBe(0);
    expect(head(join(home, 'x'))).toMatchObject({ year: 2027 });
  });

  test('nothing is asked where city and year are given', async () => {
    const { reform } = place();
    const said = ['--jurisdiction', 'Guangzhou', '--year', '2026'];
    expect((await reform(['init', 'x', ...said], { typing: [] })).exit).toBe(0);
  }, 5_000);

  test('Ctrl-C writes nothing', async () => {
    const { home, reform } = place();
    expect((await reform(['init', 'x'], { typing: ['Guangzhou\r', ctrlC] })).exit).toBe(130);
    expect(readdirSync(home)).toEqual([]);
  });

  test.each([
    [[], '--jurisdiction CITY --year YEAR'],
    [['--jurisdiction', 'Guangzhou'], 'say so: --year YEAR'],
    [['--year', '2026', '--jurisdiction', ' '], 'say so: --jurisdiction CITY'],
    [['--jurisdiction', 'X', '--year', '26'], '--year: "26" is no number'],
    [['--jurisdiction', 'X', '--year', '1890'], 'from 1949 to 2200'],
    [['--jurisdiction', 'X', '--year', '2026', '--timezone', 'Mars'], 'no time zone "Mars"'],
    [['--jurisdiction', 'X', '--year', '2026', '--language', 'fr'], 'possible: en, zh'],
    [['--jurisdiction', 'X', '--year', '2026', '--fields', 'x'], 'possible: guangzhou-2022, none'],
  ])('elsewhere, %j ends with 2', async (args, said) => {
    const { home, reform } = place();
    const { exit, out, err } = await reform(['init', 'x', ...args]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(said);
    expect(readdirSync(home)).toEqual([]);
  });

  test('a folder has to be named', async () => {
    const { reform } = place();
    expect((await reform(['init'])).exit).toBe(2);
    expect((await reform(['init', ''])).err).toContain('say in which folder');
  });

  test('a title that cannot be shown is refused', async () => {
    const { home, init } = place();
    const { exit, err } = await init('x', '--title', 'a\u202eb');
    expect(exit).toBe(1);
    expect(err).toContain('nothing was written: ');
    expect(err).not.toContain('\u202e');
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('what it takes no part in', () => {
  test('a folder around other ledgers', async () => {
    const { reform } = place();
    const init = (dir: string, ...more: readonly string[]) =>
      reform(['init', dir, '--jurisdiction', 'Guangzhou', '--year', '2026', ...more]);
    expect((await init('all/2026')).exit).toBe(0);
    const { exit, err } = await init('all');
    expect(exit).toBe(1);
    expect(err).toContain('all/2026 is there already');
  });

  test.each([
    ['--title', 'a\nnote: b'],
    ['--jurisdiction', 'a\tb'],
    ['--jurisdiction-zh', '市'.repeat(300)],
  ])('a name over several lines or without end: %s', async (flag, value) => {
    const { home, reform } = place();
    const city = flag === '--jurisdiction' ? [] : ['--jurisdiction', 'Guangzhou'];
    const { exit, err } = await reform([
      'init',
      'data/2026',
      ...city,
      '--year',
      '2026',
      flag,
      value,
    ]);
    expect(exit).toBe(2);
    expect(err).toContain(`${flag}: a name is on one line`);
    expect(readdirSync(home)).toEqual([]);
  });

  test('what was left of one that was broken off', async () => {
    const { home, init } = place();
    for (const file of ['units.yaml', 'fields.yaml', 'tasks/T01.yaml'])
      put(home, `left/${file}`, '[]\n');
    const { exit, err } = await init('left');
    expect(exit).toBe(1);
    expect(err).toContain('broken off');
  });
});

describe('where it may lie', () => {
  test('in a git repository, whose README and attributes stay', async () => {
    const { home, init, reform } = place();
    execFileSync('git', ['init', '--quiet', '--template=', home]);
    put(home, 'README.md', 'mine\n');
    put(home, '.gitattributes', '* text=auto\n');
    const { exit, err } = await init('.');
    expect(exit, err).toBe(0);
    expect(err).toContain('.: Guangzhou reform ledger 2026, a draft of 11 files.');
    expect(err).toContain('Left as it was: README.md and .gitattributes.');
    expect(read(home, 'README.md')).toBe('mine\n');
    expect(read(home, '.gitattributes')).toBe('* text=auto\n');
    expect(filesIn(home)).toEqual(files);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  /** Refused with this sentence, nothing touched. */
  const refused = async (
    prepare: (home: string) => void,
    dir: string,
    said: string,
    exit = 1,
  ): Promise<void> => {
    const { home, init } = place();
    prepare(home);
    const before = contents(home);
    const ran = await init(dir);
    expect({ exit: ran.exit, out: ran.out }, ran.err).toEqual({ exit, out: '' });
    expect(ran.err).toContain(said);
    expect(contents(home)).toEqual(before);
  };

  test('not where a ledger is', () =>
    refused((home) => put(home, 'a/ledger.yaml', 'x'), 'a', 'a is a ledger already'));

  test('not inside one, also by way of a link', async () => {
    await refused((home) => put(home, 'a/ledger.yaml', 'x'), 'a/b/c', 'lies inside the ledger a');
    const prepare = (home: string) => {
      put(home, 'a/ledger.yaml', 'x');
      mkdirSync(join(home, 'a/b'));
      symlinkSync(join(home, 'a/b'), join(home, 'link'));
    };
    await refused(prepare, 'link/c', 'lies inside the ledger a');
  });

  test('not around one, which would not be found any more', () =>
    refused(
      (home) => put(home, 'data/2022/ledger.yaml', 'x'),
      '.',
      'the ledger data/2022 is there already, and would be hidden',
    ));

  test('not where one of its files is', () =>
    refused(
      (home) => put(home, 'a/units.yaml', '[]\n'),
      'a',
      'a/units.yaml is there already; nothing was written\nname another folder',
    ));

  test('not where records lie about', () =>
    refused((home) => put(home, 'a/tasks/T01.yaml', 'x'), 'a', 'a/tasks/T01.yaml is there'));

  test('not in a file', () => refused((home) => put(home, 'a', 'x'), 'a', 'a is there already'));

  test('not where the system refuses', () =>
    refused(
      (home) => put(home, 'a', 'x'),
      'a/b',
      'could not be written (ENOTDIR); everything is as it was',
      5,
    ));

  test('beside another one, which has to be named from then on', async () => {
    const { home, init, reform } = place();
    await init('data/2026');
    const { err } = await init('data/my 2027');
    expect(err).toContain('  reform validate --ledger "data/my 2027"  ');
    expect((await reform(['summary'])).exit).toBe(2);
    rmSync(join(home, 'data/my 2027'), { recursive: true });
    expect((await reform(['summary'])).exit).toBe(0);
  });
});

describe('from then on', () => {
  test('records of every kind are added, as lines that can be read', async () => {
    const { home, init, reform } = place();
    await init('data');
    const root = join(home, 'data');
    const before = contents(root);
    const adds = [
      ['field', 'title=Ecology'],
      ['district', 'id=huangpu', 'title=Huangpu', 'title_zh=黄埔区'],
      ['unit', 'id=forestry-bureau', 'title=Forestry Bureau', 'aliases=林业局'],
      ['unit', 'id=planning-bureau', 'title=Planning Bureau', 'kind=department'],
      ['document', 'id=plan', 'title=The plan', 'number=穗改委[2026]3号'],
      ['arrangement', 'plan', 'kind=duty', 'title=Urban reform'],
      ['leading-reform', 'title=Digital government'],
      ['pilot', 'title=Double reduction', 'field=ecology'],
      ['platform', 'title=Nansha'],
      ['meeting', 'id=m-1', 'title=First meeting', 'date=2026-02-01'],
      ['task', 'title=Reform', 'field=ecology'],
      ['measure', 'T01', 'title=Rules', 'lead=forestry-bureau', 'due=2026-09-30'],
      ['criterion', 'T01.1', 'text=Draft out'],
      ['project', 'huangpu', 'title=One window'],
    ];
    for (const args of adds) {
      const { exit, err } = await reform(['add', ...args]);
      expect(exit, `${args.join(' ')}: ${err}`).toBe(0);
    }
    expect((await reform(['validate', '--strict'])).err).toContain('no problems in 11 files');
    // The comments stand where they stood, and what was added follows them.
    for (const [file, text] of Object.entries(before)) {
      if (!file.endsWith('.yaml') || file === 'ledger.yaml') continue;
      const comments = text.replace(/\[\]\n$/, '');
      expect(contents(root)[file], file).toMatch(/\n- id: [a-z0-9-]+\n {2}title: /);
      expect(contents(root)[file]?.startsWith(comments), file).toBe(true);
    }
    expect(read(root, 'units.yaml').slice(before['units.yaml']?.length)).toContain(
      '- id: planning-bureau\n  title: Planning Bureau\n  kind: department\n',
    );
  });

  test('the draft becomes current, and is found all along', async () => {
    const { home, init, reform } = place();
    await init('data/2026');
    const { exit, err } = await reform(['set', 'ledger', 'state=current']);
    expect(exit, err).toBe(0);
    expect(err).toContain('ledger: state → current.');
    const text = read(home, 'data/2026/ledger.yaml');
    expect(text).toContain('\nstate: current\nbasis: office\n');
    expect(read(home, 'data/2026/README.md')).toContain('reform set ledger state=current');
    expect((await reform(['add', 'task', 'title=x'])).exit).toBe(0);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('a comment alone is still no file of records', async () => {
    const { home, init, reform } = place();
    await init('data');
    writeFileSync(join(home, 'data/units.yaml'), '# nothing\n');
    expect((await reform(['list'])).exit).toBe(3);
    put(join(home, 'data'), 'units.yaml', '[]\n');
    put(join(home, 'data'), 'notes/README.md', 'x');
    expect((await reform(['validate'])).out).toContain('file/stray');
  });
});
