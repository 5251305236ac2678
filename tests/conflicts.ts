/** A repository in the midst of a merge, with a conflict of every sort and more that is united. */
import { execFileSync } from 'node:child_process';
import { handRepository, type TestRepository } from './repository.ts';

const t01 = 'ledger/tasks/T01.yaml';
const t02 = 'ledger/tasks/T02.yaml';

const reported =
  '      - { date: 2022-10-30, event: report, by: data-bureau, progress: 45, problem: 标准之间不一致, next: Second draft, evidence: [{ document: 临数〔2022〕33号 }] }\n';
const withdrawn =
  '      - { date: 2023-01-18, event: withdraw, by: reform-office, reason: Taken up by the provincial standard, document: 临改委〔2023〕1号 }\n';
const verified =
  '  - {date: 2022-12-15, event: verify, by: ecology-group, checked: third-party, evidence: [{url: "https://eco.linjiang.example/audit"}]}';

/** What a branch does; each does it with words and days of its own. */
const work = (
  { read, write, replace }: TestRepository,
  { who, day, until, last }: { who: string; day: string; until: string; last: string },
): void => {
  // Two events of another sort each: a postponement, and something that is possible once only.
  const postponed = `      - { date: ${day}, event: postpone, by: reform-office, due: ${until}, reason: ${who}, document: 临改委〔2023〕2号 }\n`;
  replace(t01, reported, reported + postponed);
  replace(t01, '\nmeasures:\n', `\nnote: ${who} # of ${who}\nmeasures:\n`);
  // The same entry in other words, a new measure of the same number.
  replace(t02, 'reason: Boundary of two reaches in dispute', `reason: ${who}`);
  write(
    t02,
    `${read(t02).replace(verified, `${verified}${last}`)}\n\n- id: T02.3\n  title: ${who}\n`,
  );
};

/** The ledger typed by hand, in conflict. */
export const conflictedRepository = (): TestRepository => {
  const repository = handRepository();
  const { git, replace, remove, commit } = repository;
  replace(t01, withdrawn, '');
  commit('Not withdrawn');
  git('checkout', '-q', '-b', 'branch');
  work(repository, {
    ...{ who: 'branch', day: '2023-01-20', until: '2023-03-31' },
    last: '\n  - {date: 2022-12-16, event: reopen, by: reform-office, reason: branch}',
  });
  remove('ledger/tasks/T04.yaml');
  commit('Work of branch');
  git('checkout', '-q', 'main');
  work(repository, {
    ...{ who: 'main', day: '2023-01-21', until: '2023-02-28' },
    last: '\n  - {date: 2022-12-17, event: reopen, by: reform-office, reason: main}',
  });
  replace('ledger/tasks/T04.yaml', 'id: T04\n', 'id: T04\nnote: Kept\n');
  commit('Work of main');
  try {
    execFileSync('git', ['merge', '--no-edit', 'branch'], { cwd: repository.top, stdio: 'ignore' });
  } catch {
    return repository;
  }
  throw new Error('git found no conflict');
};
