/**
 * Commands answered in Chinese, on a ledger with English names beside the Chinese ones: whatever is
 * said that is neither data nor to be typed is Chinese. Readers, writers, refusals, help.
 */
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalogue } from '../src/cli/catalogue.ts';
import { diagnosticCodes } from '../src/model/diagnostic.ts';
import { eventNames } from '../src/model/events.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { enHelp } from '../src/words/en-help.ts';
import { fixedValues } from './attributes.ts';
import { copyOf, handLedger, type Ran, realLedger, run, temporaryFolder } from './harness.ts';
import { latinIn } from './latin.ts';
import { sampleList } from './sample.ts';

/** Where the commands are typed: `year/` is the made-up year, `hand/` the ledger typed by hand, `real/` that of the article. */
const home = temporaryFolder();

type Setting = Parameters<typeof run>[1];

const inChinese = (ledger: string, args: readonly string[], setting: Setting = {}): Promise<Ran> =>
  run([...args, '--today', ledger === 'hand' ? '2023-03-01' : '2022-10-31'], {
    cwd: home,
    env: { REFORM_LANG: 'zh', REFORM_LEDGER: ledger, REFORM_BY: 'reform-office' },
    cacheFolder: join(home, 'cache'),
    ...setting,
  });

/** Words of fixed sets: shown to people they are told in Chinese, so they are no data. */
const fixed = new Set<string>([...eventNames, ...fixedValues.map(({ value }) => value)]);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** The texts and ids of a ledger, the longest first. */
const dataOf = (ledger: string): readonly string[] => {
  const root = join(home, ledger);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && statSync(join(root, file)).isFile(),
  );
  const texts = files.flatMap((file) => textsIn(parse(readFileSync(join(root, file), 'utf8'))));
  return [...new Set(texts)]
    .filter((text) => /[A-Za-z]{2}/.test(text) && !fixed.has(text))
    .sort((a, b) => b.length - a.length);
};

/** Text without some others, where they stand as whole words. */
const without = (said: string, others: readonly string[]): string =>
  others
    .filter((text) => text !== '' && said.includes(text))
    .reduce(
      (left, text) =>
        left
          .split(text)
          .reduce((before, after) =>
            /[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(after)
              ? `${before}${text}${after}`
              : `${before} ${after}`,
          ),
      said,
    );

/** What a dry run shows of files, and the line of a file that a problem is in. */
const isOfFile = (line: string, isDry: boolean) =>
  /^\s*\d* *\| /.test(line) ||
  (isDry && /^(?:[-+@\\]|diff | {4}| {1,3}(?:- |#)| {1,3}[a-z_]+:)/.test(line));

/**
 * Names to choose from, behind each other; what is quoted; the event that cannot be; the command
 * beside a row or taken back.
 */
const offered =
  /reform (?:list|add|edit) [a-z][\w-]*|--checked [\w-]+|(?<![\w./-])(?:(?:[\w-]+ )?[\w-]+(?:、| 或 ))+(?:[\w-]+ )?[\w-]+(?![\w./-])|“[^”]*”|(?<=登记 |可用：)[a-z]+|(?<=已撤回：).*|[a-z]+(?= 须有)|(?<= {2})(?:show|tick|report|verify)$/g;

/** Names of formats and places to fill in, and values that are typed: the same in every language. */
const sameInChinese = new Set(
  'CITY CSV Excel GitHub GitLab JSON NAME SHA- Schema Tab UNIT UTC YAML YEAR json title views zh'.split(
    ' ',
  ),
);

/** English that is left over in what was said, each word with its line. */
const leftOver = ({ out, err }: Ran, typed: readonly string[], data: readonly string[]) => {
  const known = [home, ...data, ...typed].sort((a, b) => b.length - a.length);
  return `${out}\n${err}`.split('\n').flatMap((line) =>
    isOfFile(line, typed.includes('-n'))
      ? []
      : latinIn(without(line.replace(offered, ' '), known))
          .filter((word) => !sameInChinese.has(word))
          .map((word) => `${word}: ${line.trim()}`),
  );
};

/** The words of a command line; in quotes one may have blanks. */
const argsOf = (line: string): readonly string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));

/** What was typed, and its parts, since an answer may repeat it. */
const typedIn = (args: readonly string[]) => args.flatMap((arg) => [arg, ...arg.split(/[^\w-]+/)]);

const dataIn: { [ledger: string]: readonly string[] } = {};

const expectChinese = async (ledger: string, line: string, ...known: readonly string[]) => {
  const args = argsOf(line);
  const ran = await inChinese(ledger, args);
  const data = [...(dataIn[ledger] ?? []), ...known];
  expect(leftOver(ran, typedIn(args), data)).toEqual([]);
  expect(`${ran.out}${ran.err}`, 'says something').not.toBe('');
  return ran.exit;
};

beforeAll(async () => {
  expect((await run(['demo', 'year'], { cwd: home, env: { REFORM_LANG: 'zh' } })).exit).toBe(0);
  cpSync(copyOf(handLedger), join(home, 'hand'), { recursive: true });
  writeFileSync(join(home, 'list.xlsx'), await sampleList());
  cpSync(copyOf(realLedger), join(home, 'real'), { recursive: true });
  for (const ledger of ['year', 'hand', 'real']) dataIn[ledger] = dataOf(ledger);
});

/** Questions; ids that are words of a fixed set as well stand behind them. */
const questions: readonly (readonly [line: string, ...known: readonly string[]])[] = [
  ...['', ...kindNames.map((kind) => kindOf(kind).plural)].map((kind) => [`list ${kind}`] as const),
  ['list --explain --missing --limit 60'],
  ['list --group-by lead --limit 20'],
  ['list --columns id,readings,as,excused,overdue,progress,reported,planned,slip,days_left'],
  ['list units --columns id,kind,succeeded_by,title_zh_basis'],
  ['list documents --columns id,contents,text,source'],
  ['list light:red or due:none --parse-only'],
  ['list 没有的'],
  ['show ledger T01 T01.1 T02.1 T02.2 T05.1 T09.1 T12.3 T35.2 T40.1'],
  ['show northgate reform-office five-year-plan'],
  ['summary'],
  ['summary --by lead'],
  ['summary --by field,status'],
  ['summary --by horizon,light'],
  ['summary --compare 2022-06-30'],
  ['summary --scorecard'],
  ['summary --burn-up'],
  ['due'],
  ['due --by month --within year-end'],
  ['mine planning-bureau'],
  ['inbox'],
  ['agenda'],
  ['trace', 'digital', 'green'],
  ['trace T01 T01.1 northgate-1'],
  ['validate --ready'],
  ['doctor'],
  ['undo --list'],
  ['iam'],
  ['explain', ...diagnosticCodes],
];

test.each(questions)('%s', async (line, ...known) => {
  expect(await expectChinese('year', line, ...known)).toBeLessThan(2);
});

describe('of the ledger typed by hand', () => {
  const asked = [
    'show water-rights T03.1 T03.2 eastbank-2 reform-list-2022 quality-bureau ledger',
    'list pilots',
    'trace',
    'trace T03.1 water-rights',
    'trace 临改办〔2022〕18号',
    'inbox',
    'agenda',
    'validate',
    'validate --ready --strict',
  ];
  test.each(asked)('%s', async (line) => {
    expect(await expectChinese('hand', line)).toBeLessThan(2);
  });
});

describe('of the published ledger', () => {
  const asked = [
    'list tasks',
    'list --district Huangpu',
    'show T01 T02 T03',
    'summary',
    'due',
    'validate --ready',
  ];
  test.each(asked)('%s', async (line) => {
    expect(await expectChinese('real', line)).toBe(0);
  });
});

const refusals = [
  'report T01.1',
  'report',
  'report nope -m 文',
  'report T01 -m 文',
  'report T01.1 -m 文 --progress 160',
  'report T01.1 -m 文 --date foo',
  'report T01.1 -m 文 --date 2024-01-01',
  'report T01.1 -m 文 --by nope',
  'report T01.1 -m 文 --wait x',
  'report T01.1 -m 文 -F -',
  'report T01.1 -m 文 --as-of 2022-01-01',
  'report T01.1 -F nope.txt',
  'report --where status:in-progress,blocked,planned -m 文',
  'report --progress',
  'tick T02.2',
  'tick T02.2#zz',
  'done T02.2 -e 临〔2022〕1号',
  'done T03.4',
  'done T03.4 -e nope.pdf',
  'done T03.4 -e 临〔2022〕1号',
  'verify T03.4 --checked site',
  'verify T03.4 --checked maybe',
  'verify T03.4 --checked T99.9=site',
  'reject T03.4',
  'resume T03.4',
  'excuse T03.4',
  'excuse T03.4 --until 2022-01-31 -m 台风 -d 临〔2022〕2号',
  'postpone T03.4 --due soon',
  'postpone T03.3 --due 2021-03-31 -m 听证 -d 临〔2022〕3号',
  'reinstate T03.4 -m 交回',
  'reopen T03.4 -m 复查',
  'retract T03.4',
  'select eastbank-3 -d 临〔2022〕5号',
  'retract T03.4 99 -m 误记',
  'evaluate credit-repair',
  'replicate credit-repair --to moon',
  'add',
  'add nope title=x',
  'add task title=新任务',
  'add task',
  'add unit title=新单位',
  "add unit 'id=x y' title=x",
  'add measure title=新举措',
  'add task title=x colour=red',
  'add task title=x title=y',
  'add document id=d9 title=文 date=foo',
  'add document id=d9 title=文 contents=all',
  'set T03.4',
  'set T03.4 status=done',
  'set T03.4 progress=5',
  'set T03.4 lead=reform-office',
  'set T03.4 lead+=nope',
  'set T03.3 due=',
  'set T03.3 due=2024-12-31 -m 推迟',
  'edit T03.4',
  'validate --format xml',
  'explain event/illega',
  'schema nope',
  'list --unit nope',
  'list --status nope',
  'list --columns titel',
  'list --columns nope',
  'list --sort x',
  'list --view x',
  'list --limit x',
  'list --format xml',
  'list --excel --json',
  'list --district nope tasks',
  'list fields --lead reform-office',
  'list due:soon',
  'list overdue:maybe',
  'list progress:x',
  'list colour:red',
  'list due:',
  'list a or',
  'list a<b',
  'list ( a',
  'list --nope',
  'list --ledger nowhere',
  'list --as-of x',
  'show',
  'show nope',
  'show 改革',
  'summary --by x',
  'summary --by lead,lead',
  'summary --scorecard --burn-up',
  'due --within x',
  'due --by day',
  'agenda nope',
  'trace nope',
  'iam nope',
  'demo year',
  'demo other --scale x',
  'init year',
  'init x',
  'init year/sub --jurisdiction 广州 --year 2026',
  'init x --jurisdiction 广州 --year 1',
  'init x --jurisdiction 广州 --year 2026 --timezone X',
  'init x --jurisdiction 广州 --year 2026 --fields X',
  'completion tcsh',
  'git push',
  'diff --by X',
  'log --limit x',
  'list --known-by x',
  'report T01.1 -m 文 --known-by 2022-12-31',
  'import nope.xlsx',
  'import list.xlsx',
  'import list.xlsx --map A=x',
  'resolve --format x',
  'review --format x',
  'nope',
  'lits',
];

test.each(refusals)('refused: %s', async (line) => {
  const exit = await expectChinese('hand', line);
  expect([1, 2]).toContain(exit);
});

test.each([
  'git install',
  'resolve',
  'report T03.4 -m 文 --commit',
  'review',
  'diff',
  'log',
  'list --known-by 2022-12-31',
])('outside of git: %s', async (line) => {
  const folder = join(home, 'hand');
  const exit = await expectChinese('hand', line, folder, 'git init && git add . && git commit');
  expect(exit).toBe(2);
});

/** One after the other, the last taken back. */
const changes = [
  'report T03.4 -m 进展 --progress 60 --problem 问题 --next 下步 -n',
  'report T03.4 -m 进展',
  'report --where status:in-progress -m 进展 -y -n',
  'block T03.4 -m 缺数据',
  'resume T03.4',
  'tick T03.4#b -e https://www.example.org',
  'excuse T03.4 --until 2023-10-31 -m 台风 -d 临〔2022〕2号',
  'postpone T03.3 --due 2023-12-31 -m 听证 -d 临〔2022〕3号',
  'set T03.3 due=2023-11-30 -m 提前',
  'retract T03.4 1 -m 误记',
  'done westbank-2 -e 临〔2022〕1号 --result 建成 --by westbank',
  'verify T02.1 --checked document',
  'reopen T02.1 -m 复查',
  'withdraw T03.3 -m 省里承担 -d 临〔2022〕4号',
  'reinstate T03.3 -m 省里交回',
  'evaluate credit-repair --effectiveness 好',
  'replicate credit-repair --to province -d 临〔2022〕6号',
  'add measure T01 title=新举措 due=2023-12-31 lead=市监局',
  'add unit id=new-one title=新单位',
  'set reform-office aliases+=改办',
  'set ledger state=closed -n',
  'undo -n',
  'undo',
];

test('what is written, dry and for good, and taken back', async () => {
  for (const line of changes) expect(await expectChinese('hand', line), line).toBe(0);
});

test('a new Chinese ledger, and a list imported into it', async () => {
  const lines = [
    'init new --jurisdiction 广州 --year 2026',
    'import list.xlsx --ledger new',
    'import list.xlsx --ledger new --apply',
    'import list.xlsx --ledger new',
    'validate --ledger new',
    'summary --ledger new',
    'list --ledger new',
    'trace --ledger new',
  ];
  const ids = /^[a-z]+(?:-[a-z]+)*$/;
  for (const line of lines) {
    const ran = await inChinese('year', argsOf(line));
    // The ids of what the list brings are spelt from its names.
    const spelt = `${ran.out} ${ran.err}`.split(/\s+/).filter((word) => ids.test(word));
    expect([line, ran.exit, leftOver(ran, [...typedIn(argsOf(line)), ...spelt], [])]).toEqual([
      line,
      0,
      [],
    ]);
  }
});

const commands = catalogue.map(({ name }) => name);

test('every command is answered above', () => {
  const lines = [...questions.map(([line]) => line), ...refusals, ...changes];
  const asked = new Set(lines.map((line) => line.split(' ')[0]));
  expect(commands.filter((name) => !asked.has(name))).toEqual([]);
});

/** Names of programs and marks, and values to type. */
const namesInHelp = 'BOM CR Ctrl-D GitHub LF all bash fish'.split(' ');

describe('help', () => {
  const all = [[], ['--help'], ...commands.map((name) => [name, '--help'])];
  const examples = new Set(
    Object.values(enHelp.commands).flatMap((help) => help.examples.map(([line]) => `  ${line}`)),
  );

  test.each([60, 80, 120])(
    'takes no more than %i columns, but for what is typed',
    async (width) => {
      for (const args of all) {
        const { out } = await run(args, { cwd: home, width, env: { REFORM_LANG: 'zh' } });
        const wide = out
          .split('\n')
          .filter((line) => stringWidth(line) > width && !examples.has(line));
        expect([args, wide]).toEqual([args, []]);
      }
    },
  );

  test.each(all.map((args) => [args.join(' '), args] as const))(
    'reform %s is in Chinese',
    async (_line, args) => {
      const { out } = await run(args, { cwd: home, width: 2000, env: { REFORM_LANG: 'zh' } });
      const said = out
        .split('\n')
        .filter((line) => !examples.has(line) && !line.startsWith('用法：'))
        // What is typed stands in front, with what to put in.
        .map((line) => line.replace(/^ {2}(?:-\S, )?-*[\w-]+(?: <[^>]+>)*(?= {2}|$)/, ''));
      expect(leftOver({ out: said.join('\n'), err: '', exit: 0 }, namesInHelp, [])).toEqual([]);
    },
  );
});
