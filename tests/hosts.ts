/**
 * The two hosts' ways of running the steps of a job, as far as our files need them: expressions in the environment,
 * checkouts, files that steps write for each other. Scripts are run by the shell and with the flags that the hosts document.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot, read, temporaryFolder } from './harness.ts';

type Env = Readonly<Record<string, string>>;

/** What of the program is needed to run it: what a build has made. */
const program = ['bin', 'dist', 'package.json'];

/** A machine's own variables: nobody's home and nobody's configuration of git. */
const bare = (path: string): Env => ({
  PATH: path,
  HOME: temporaryFolder(),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
});

/** Runs git in a folder, as a committer on a day. */
export const gitIn = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...bare(process.env['PATH'] ?? ''),
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'Test'],
          [`GIT_${who}_EMAIL`, 'test@example.org'],
          [`GIT_${who}_DATE`, '2023-02-02T09:00:00+08:00'],
        ]),
      ),
    },
  }).trim();

/** A folder of programs that are found first: an npm that only notes what it was asked, and where. */
const tools = (): { readonly folder: string; readonly asked: () => readonly string[] } => {
  const folder = temporaryFolder();
  const log = join(folder, 'asked');
  const npm = join(folder, 'npm');
  writeFileSync(npm, `#!/bin/sh\necho "$PWD: npm $*" >> "${log}"\n`);
  chmodSync(npm, 0o755);
  return {
    folder,
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
};

/** A repository on a host: where it is fetched from, and what is fetched. */
export interface Hosted {
  readonly origin: string;
  readonly commit: string;
}

/** Fetches a commit as deep as asked, all of it for 0, and checks it out. */
const fetchInto = (folder: string, { origin, commit }: Hosted, depth: number): void => {
  mkdirSync(folder, { recursive: true });
  gitIn(folder, 'init', '--quiet');
  const deep = depth === 0 ? [] : ['--depth', String(depth)];
  const also = depth === 0 ? ['refs/heads/*:refs/remotes/origin/*'] : [];
  gitIn(folder, 'fetch', '--quiet', ...deep, `file://${origin}`, commit, ...also);
  gitIn(folder, 'checkout', '--quiet', '--detach', commit);
};

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly if?: string;
  readonly run?: string;
}

export interface Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly default?: string | boolean }>>;
    };
  };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly ledger: {
      readonly defaults: { readonly run: { readonly shell: string } };
      readonly steps: readonly Step[];
    };
  };
}

/** Our workflow for GitHub. */
export const workflow: Workflow = parse(read(projectRoot, '.github/workflows/ledger.yml'));

/** What became of a job. */
export interface Job {
  readonly passed: boolean;
  /** What each step wrote, standard output and standard error. */
  readonly steps: Readonly<
    Record<string, { readonly status: number; readonly out: string; readonly err: string }>
  >;
  /** The page that the host shows, or the files it keeps. */
  readonly summary: string;
  readonly files: Readonly<Record<string, string>>;
  /** What npm was asked, and in which folder. */
  readonly npm: readonly string[];
  readonly workspace: string;
}

/** What expressions stand for in one run; one that is not among them is a mistake of the file. */
const evaluate = (text: string, values: Env): string =>
  text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`nobody knows ${expression}`);
    return value;
  });

const linesOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** Runs the job of a workflow for GitHub on a change. */
export const runOnGitHub = (
  { jobs }: Workflow,
  hosted: Hosted,
  event: Env,
  inputs: Env = {},
): Job => {
  const { steps, defaults } = jobs.ledger;
  if (defaults.run.shell !== 'bash') throw new Error('another shell');
  const folder = temporaryFolder();
  const workspace = join(folder, 'work space');
  const temp = join(folder, 'temp');
  const names = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
  const files = Object.fromEntries(names.map((name) => [name, join(folder, name)]));
  for (const path of [workspace, temp]) mkdirSync(path);
  for (const path of Object.values(files)) writeFileSync(path, '');
  const { folder: first, asked } = tools();
  const values: Env = {
    'github.event_name': '',
    'github.event.pull_request.base.sha': '',
    'github.event.merge_group.base_sha': '',
    'github.event.before': '',
    'inputs.ledger': '',
    'inputs.strict': 'false',
    'inputs.reform-repository': 'city/reform',
    'inputs.reform-ref': 'main',
    'inputs.node-version': '22',
    'secrets.reform-token || github.token': 'a-token',
    ...event,
    ...inputs,
  };
  const told: Record<string, { status: number; out: string; err: string }> = {};
  let passed = true;
  for (const step of steps) {
    const name = step.name ?? step.uses ?? '';
    const isMeant = passed || step.if?.includes('!cancelled()') === true;
    if (!isMeant) continue;
    const given = step.with ?? {};
    for (const each of Object.values(given)) evaluate(String(each), values);
    if (step.uses?.startsWith('actions/checkout@')) {
      if (given['repository'] === undefined) {
        fetchInto(workspace, hosted, Number(given['fetch-depth'] ?? 1));
      } else {
        for (const part of program) {
          const to = join(workspace, String(given['path']), part);
          cpSync(join(projectRoot, part), to, { recursive: true });
        }
      }
    }
    if (step.run === undefined) continue;
    const script = join(folder, 'step.sh');
    writeFileSync(script, step.run);
    const own = Object.entries(step.env ?? {}).map(([key, text]) => [key, evaluate(text, values)]);
    const set = linesOf(files['GITHUB_ENV'] ?? '').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    });
    const path = [...linesOf(files['GITHUB_PATH'] ?? '').toReversed(), first, process.env['PATH']];
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', script],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: {
          ...bare(path.join(':')),
          ...files,
          GITHUB_WORKSPACE: workspace,
          RUNNER_TEMP: temp,
          ...Object.fromEntries(set),
          ...Object.fromEntries(own),
        },
      },
    );
    told[name] = { status: status ?? -1, out: stdout, err: stderr };
    if (status !== 0) passed = false;
  }
  const summary = readFileSync(files['GITHUB_STEP_SUMMARY'] ?? '', 'utf8');
  return { passed, steps: told, summary, files: {}, npm: asked(), workspace };
};

interface Pipeline {
  readonly ledger: {
    readonly variables: Env;
    readonly before_script: readonly string[];
    readonly script: readonly string[];
    readonly artifacts: {
      readonly when: string;
      readonly paths: readonly string[];
      readonly reports: { readonly codequality: string };
    };
  };
}

interface Inputs {
  readonly spec: { readonly inputs: Readonly<Record<string, { readonly default?: unknown }>> };
}

const template = read(projectRoot, 'templates/ledger.yml');

/** What our template for GitLab takes, and the job that it makes of it. */
const pipelineWith = (inputs: Env): Pipeline => {
  const [head, ...bodies] = template.split('\n---\n');
  const [body] = bodies;
  if (body === undefined || bodies.length !== 1) throw new Error('a template is two documents');
  const { spec }: Inputs = parse(head ?? '');
  return parse(
    body.replace(/\$\[\[\s*inputs\.([\w-]+)\s*\]\]/g, (_all, name: string) =>
      String(inputs[name] ?? spec.inputs[name]?.default),
    ),
  );
};

/** Fetches the program as a repository that git can be sent to. */
const programRepository = (): string => {
  const folder = temporaryFolder();
  for (const part of program) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  gitIn(folder, '-c', 'init.defaultBranch=main', 'init', '--quiet');
  gitIn(folder, 'add', '--force', '.');
  gitIn(folder, 'commit', '--quiet', '-m', 'program');
  return folder;
};

/** Runs the job of our template for GitLab on a change. */
export const runOnGitLab = (
  hosted: Hosted,
  event: Env,
  inputs: Env = {},
  changed: Env = {},
): Job => {
  const { ledger } = pipelineWith({ 'reform-repository': programRepository(), ...inputs });
  const variables = { ...ledger.variables, ...changed };
  const workspace = join(temporaryFolder(), 'work space');
  fetchInto(workspace, hosted, Number(variables['GIT_DEPTH']));
  const { folder: first, asked } = tools();
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc'], {
    cwd: workspace,
    encoding: 'utf8',
    input: ['set -eo pipefail', ...ledger.before_script, ...ledger.script].join('\n'),
    env: {
      ...bare([first, process.env['PATH']].join(':')),
      CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
      ...event,
      ...variables,
    },
  });
  const { paths, reports } = ledger.artifacts;
  const kept = [...paths, reports.codequality].filter((file) => existsSync(join(workspace, file)));
  return {
    passed: status === 0,
    steps: { ledger: { status: status ?? -1, out: stdout, err: stderr } },
    summary: '',
    files: Object.fromEntries(kept.map((file) => [file, read(workspace, file)])),
    npm: asked(),
    workspace,
  };
};
