/**
 * The files that check a ledger on its host: every script of theirs is run by a real shell in real repositories, with an
 * honest change and with dishonest ones, by the program as it is built.
 */
import { cpSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { handLedger, projectRoot, read, run, temporaryFolder } from './harness.ts';
import { gitIn, type Hosted, runOnGitHub, runOnGitLab, type Workflow, workflow } from './hosts.ts';

const ledger = 'data/2022';
const tasks = `${ledger}/tasks/T03.yaml`;
const projects = `${ledger}/projects/westbank.yaml`;

interface Proposed {
  readonly origin: string;
  /** The main line when the branch left it, the branch, and what merging it gives. */
  readonly base: string;
  readonly branch: Hosted;
  readonly merged: Hosted;
}

/** Records a report as whoever leads it would. */
const reportOf = async (folder: string, id: string, by: string, said: string): Promise<void> => {
  const when = ['--date', '2023-02-01', '--today', '2023-02-01'];
  const done = await run(['report', id, '-m', said, '--by', by, ...when], { cwd: folder });
  expect(done).toMatchObject({ exit: 0 });
};

/** A repository with a ledger, a branch with a change, and a main line that has gone on since. */
const propose = async (
  change: (folder: string) => Promise<void> | void,
  at = ledger,
): Promise<Proposed> => {
  const origin = temporaryFolder();
  const commit = (message: string) => {
    gitIn(origin, 'add', '--all');
    gitIn(origin, 'commit', '--quiet', '-m', message);
    return gitIn(origin, 'rev-parse', 'HEAD');
  };
  gitIn(origin, '-c', 'init.defaultBranch=main', 'init', '--quiet');
  gitIn(origin, 'config', 'core.autocrlf', 'false');
  cpSync(join(projectRoot, handLedger), join(origin, at), { recursive: true });
  const base = commit('ledger');
  gitIn(origin, 'checkout', '--quiet', '-b', 'change');
  await change(origin);
  const branch = commit('change');
  gitIn(origin, 'checkout', '--quiet', 'main');
  await reportOf(origin, 'eastbank-2', 'eastbank', 'The main line has gone on');
  commit('main line');
  gitIn(origin, 'checkout', '--quiet', '-b', 'merged');
  gitIn(origin, 'merge', '--quiet', '--no-ff', '-m', 'merged', 'change');
  const merged = gitIn(origin, 'rev-parse', 'HEAD');
  gitIn(origin, 'checkout', '--quiet', 'main');
  return { origin, base, branch: { origin, commit: branch }, merged: { origin, commit: merged } };
};

const edit = (file: string, from: string, to: string) => (folder: string) => {
  const path = join(folder, file);
  const text = read(path);
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

const rewrite = edit(
  tasks,
  'criteria: [ b ], evidence: [ { document: 临数〔2022〕21号 } ]',
  'criteria: [ b ], evidence: [ { document: 临数〔2022〕22号 } ]',
);
const unreadable = edit(tasks, 'lead: [ data-bureau ]', 'lead: [ data-bureau');
const slip = edit(projects, 'due: 2022-12-31', 'due: 2023-01-31');

let honest: Proposed;
let rewritten: Proposed;
let slipped: Proposed;

beforeAll(async () => {
  honest = await propose((folder) => reportOf(folder, 'T03.3', 'data-bureau', 'Nine sources'));
  rewritten = await propose(rewrite);
  slipped = await propose(slip);
}, 60_000);

const pull = ({ base }: Proposed) => ({
  'github.event_name': 'pull_request',
  'github.event.pull_request.base.sha': base,
});

const annotations = /^::(?:error|warning) .*$/gm;

// The jobs run on Linux.
describe.skipIf(process.platform === 'win32')('the workflow for GitHub', () => {
  const { steps } = workflow.jobs.ledger;

  test('may read and nothing else, keeps no credentials, and fetches all of the history', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const fetched = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    expect(fetched).toHaveLength(2);
    for (const each of fetched) expect(each.with?.['persist-credentials']).toBe(false);
    expect(fetched[1]?.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
  });

  test('no script has a text of somebody else in it: they come as variables', () => {
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });

  test('the program is built before anything of the ledger is there', () => {
    const names = steps.map(({ name }) => name);
    expect(names.indexOf('Build reform')).toBeLessThan(
      names.indexOf('Fetch the ledger with its history'),
    );
    const { npm, workspace } = runOnGitHub(workflow, honest.merged, pull(honest));
    expect(npm).toEqual([
      `${workspace}/reform-program: npm ci --ignore-scripts --no-audit --no-fund`,
      `${workspace}/reform-program: npm run build`,
    ]);
    expect(existsSync(join(workspace, 'reform-program'))).toBe(false);
  });

  test('an honest change passes, and the summary tells it', () => {
    const { passed, steps: told, summary } = runOnGitHub(workflow, honest.merged, pull(honest));
    expect({ passed, told }).toMatchObject({ passed: true });
    expect(told['Review']?.out.match(/^::error /gm)).toBeNull();
    expect(summary).toContain('T03.3');
    expect(summary).toContain('Nine sources');
    // What the main line has brought meanwhile is not of this change.
    expect(summary).not.toContain('eastbank-2');
  });

  test.each([
    ['an entry of a log rewritten', () => rewritten, tasks, 'T03.3'],
    ['a deadline edited in place', () => slipped, projects, 'westbank-2'],
  ])('%s fails, beside its line and in the summary', (_what, proposed, file, id) => {
    const {
      passed,
      steps: told,
      summary,
    } = runOnGitHub(workflow, proposed().merged, pull(proposed()));
    expect(passed).toBe(false);
    expect(told['Validate']?.status).toBe(0);
    expect(told['Review']?.status).toBe(1);
    const found = told['Review']?.out.match(annotations) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) expect(each).toContain(`file=${file},line=`);
    expect(told['Summary']?.status).toBe(0);
    expect(summary).toContain(id);
  });

  test('a ledger with mistakes fails, each beside its line and once', async () => {
    const wrong = await propose(edit(tasks, 'lead: [ data-bureau ]', 'lead: [ data-buro ]'));
    const { passed, steps: told } = runOnGitHub(workflow, wrong.merged, pull(wrong));
    expect(passed).toBe(false);
    expect(told['Validate']?.status).toBe(1);
    const found = Object.values(told).flatMap(({ out }) => out.match(annotations) ?? []);
    expect(found.filter((each) => each.includes('reference/unknown-unit'))).toHaveLength(1);
  });

  test('a ledger that cannot be read fails, and the summary tells where', async () => {
    const broken = await propose(unreadable);
    const { passed, steps: told, summary } = runOnGitHub(workflow, broken.merged, pull(broken));
    expect(passed).toBe(false);
    expect(told['Validate']?.status).toBe(1);
    expect(told['Review']?.out.match(annotations)?.join('')).toContain(`file=${tasks},line=`);
    expect(summary).toContain('yaml/');
    expect(summary).toContain(`${tasks}:`);
  });

  test('the summary tells once what has changed', () => {
    const { summary } = runOnGitHub(workflow, honest.merged, pull(honest));
    expect(summary.split('Nine sources')).toHaveLength(2);
  });

  test('where there can be no review the summary says so', () => {
    const event = { ...pull(honest), 'github.event.pull_request.base.sha': 'f'.repeat(40) };
    const { passed, summary } = runOnGitHub(workflow, honest.branch, event);
    expect(passed).toBe(false);
    expect(summary).toContain('no review');
  });

  test('a push is held against what stood before it; a new branch is validated alone', () => {
    const push = (before: string) => ({
      'github.event_name': 'push',
      'github.event.before': before,
    });
    expect(runOnGitHub(workflow, slipped.branch, push(slipped.base)).passed).toBe(false);
    const { passed, steps: told } = runOnGitHub(workflow, slipped.branch, push('0'.repeat(40)));
    expect(passed).toBe(true);
    expect(told['Find what to compare with']?.out).toMatch(/^::notice::There is nothing/);
    expect(told['Review']?.out).toBe('');
  });

  test('a queue is held against its base', () => {
    const event = {
      'github.event_name': 'merge_group',
      'github.event.merge_group.base_sha': slipped.base,
    };
    expect(runOnGitHub(workflow, slipped.merged, event).passed).toBe(false);
  });

  test('it refuses to run where the change is not what is checked out', () => {
    const event = { ...pull(slipped), 'github.event_name': 'pull_request_target' };
    const { passed, steps: told } = runOnGitHub(workflow, slipped.merged, event);
    expect(passed).toBe(false);
    expect(told['Find what to compare with']?.out).toContain('use pull_request');
  });

  test('a shallow clone is told what to set', () => {
    const shallow: Workflow = {
      ...workflow,
      jobs: {
        ledger: {
          ...workflow.jobs.ledger,
          steps: steps.map(({ with: given, ...step }) => {
            const { 'fetch-depth': _depth, ...others } = given ?? {};
            return { ...step, with: others };
          }),
        },
      },
    };
    const { passed, steps: told } = runOnGitHub(shallow, slipped.merged, pull(slipped));
    expect(passed).toBe(false);
    expect(told['Review']?.out).toContain('fetch-depth: 0');
  });

  test('what a ledger says is never a command to the host', async () => {
    const name = '::error file=a::sly';
    const sly = await propose((folder) => writeFileSync(join(folder, name), ''), '.');
    const { steps: told } = runOnGitHub(workflow, sly.merged, pull(sly));
    const out = Object.values(told).map((step) => step.out);
    expect(out.join('')).toContain(`| ${name}`);
    expect(out.join('')).not.toMatch(/^\s*::error file=a/m);
  });

  test('strict, and a ledger that is named', async () => {
    const reworded = await propose(edit(tasks, 'title: Gateway for', 'title: A gateway for'));
    const passes = (inputs: Readonly<Record<string, string>>) =>
      runOnGitHub(workflow, reworded.merged, pull(reworded), inputs).passed;
    expect(passes({ 'inputs.ledger': ledger })).toBe(true);
    expect(passes({ 'inputs.ledger': ledger, 'inputs.strict': 'true' })).toBe(false);
    const { steps: told } = runOnGitHub(workflow, honest.merged, pull(honest), {
      'inputs.ledger': 'nowhere; touch planted',
    });
    expect(told['Validate']?.status).toBe(2);
    expect(told['Validate']?.out).toContain('nowhere; touch planted');
  });
});

describe.skipIf(process.platform === 'win32')('the template for GitLab', () => {
  const report = '.reform-ci/quality.json';
  const page = '.reform-ci/review.md';
  const request = ({ base }: Proposed) => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base });

  test('an honest change passes, and its page tells it', () => {
    const { passed, steps: told, files, npm } = runOnGitLab(honest.branch, request(honest));
    expect({ passed, told }).toMatchObject({ passed: true });
    expect(JSON.parse(files[report] ?? '')).toEqual([]);
    expect(files[page]).toContain('Nine sources');
    expect(npm.map((each) => each.replace(/^.*: /, ''))).toEqual([
      'npm ci --ignore-scripts --no-audit --no-fund',
      'npm run build',
    ]);
  });

  test.each([
    ['an entry of a log rewritten', () => rewritten, tasks, 'T03.3'],
    ['a deadline edited in place', () => slipped, projects, 'westbank-2'],
  ])('%s fails, with a report and a page', (_what, proposed, file, id) => {
    const { passed, files } = runOnGitLab(proposed().branch, request(proposed()));
    expect(passed).toBe(false);
    const found = JSON.parse(files[report] ?? '');
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      expect(each.location.path).toBe(file);
      expect(each.location.lines.begin).toBeGreaterThan(0);
    }
    expect(files[page]).toContain(id);
  });

  test('a merged result is held against the target as it is now', () => {
    const event = {
      ...request(honest),
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: gitIn(honest.origin, 'rev-parse', 'main'),
    };
    const { passed, files } = runOnGitLab(honest.merged, event);
    expect(passed).toBe(true);
    expect(files[page]).not.toContain('eastbank-2');
    const other = {
      ...request(slipped),
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: gitIn(slipped.origin, 'rev-parse', 'main'),
    };
    expect(runOnGitLab(slipped.merged, other).passed).toBe(false);
  });

  test('a push is held against what stood before it; a new branch is validated alone', () => {
    expect(runOnGitLab(slipped.branch, { CI_COMMIT_BEFORE_SHA: slipped.base }).passed).toBe(false);
    const { passed, files, steps: told } = runOnGitLab(slipped.branch, {});
    expect(passed).toBe(true);
    expect(JSON.parse(files[report] ?? '')).toEqual([]);
    expect(told['ledger']?.out).toContain('There is nothing to compare with');
  });

  test('a ledger with mistakes fails', async () => {
    const wrong = await propose(edit(tasks, 'lead: [ data-bureau ]', 'lead: [ data-buro ]'));
    const { passed, files } = runOnGitLab(wrong.branch, request(wrong));
    expect(passed).toBe(false);
    expect(files[report]).toContain('reference/unknown-unit');
  });

  test('a ledger that cannot be read fails, with a report and a page that tell where', async () => {
    const broken = await propose(unreadable);
    const { passed, files } = runOnGitLab(broken.branch, request(broken));
    expect(passed).toBe(false);
    expect(JSON.parse(files[report] ?? '')[0].location.path).toBe(tasks);
    expect(files[page]).toContain('yaml/');
    expect(files[page]).toContain(`${tasks}:`);
  });

  test('the page tells once what has changed', () => {
    const { files } = runOnGitLab(honest.branch, request(honest));
    expect(files[page]?.split('Nine sources')).toHaveLength(2);
  });

  test('strict, and a ledger that is named', async () => {
    const reworded = await propose(edit(tasks, 'title: Gateway for', 'title: A gateway for'));
    const passes = (inputs: Readonly<Record<string, string>>) =>
      runOnGitLab(reworded.branch, request(reworded), inputs).passed;
    expect(passes({ ledger })).toBe(true);
    expect(passes({ ledger, strict: 'true' })).toBe(false);
    expect(passes({ ledger: 'nowhere' })).toBe(false);
  });

  test('a shallow clone is told what to set', () => {
    const {
      passed,
      files,
      steps: told,
    } = runOnGitLab(
      slipped.branch,
      request(slipped),
      {},
      {
        GIT_DEPTH: '1',
      },
    );
    expect(passed).toBe(false);
    expect(told['ledger']?.err).toContain('GIT_DEPTH');
    // A report that is no list would be a second failure, of the host.
    expect(JSON.parse(files[report] ?? '')).toEqual([]);
    expect(files[page]).toContain('no review');
  });

  test('nothing is written through a link that the repository holds', async () => {
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'quality.json'), 'theirs');
    const sly = await propose((folder) => symlinkSync(elsewhere, join(folder, '.reform-ci')));
    runOnGitLab(sly.branch, request(sly));
    expect(read(elsewhere, 'quality.json')).toBe('theirs');
  });
});
