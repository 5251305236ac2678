/** The ledger typed by hand in git, with one change of every sort in the working folder. */
import { handRepository, type TestRepository } from './repository.ts';

const t01 = 'ledger/tasks/T01.yaml';
const t02 = 'ledger/tasks/T02.yaml';
const t03 = 'ledger/tasks/T03.yaml';

const inLog = (event: string, indent: string) => `${indent}- { ${event} }\n`;

/** Changes that verbs make: each adds an entry at the end of a log. */
const record = ({ replace }: TestRepository): void => {
  const end = '          # end of the log, not of the story\n';
  const events = [
    'date: 2023-01-08, event: postpone, by: reform-office, due: 2023-03-02, reason: Second hearing, document: 临改委〔2023〕3号',
    'date: 2023-01-10, event: done, by: market-regulation, result: Inspections are recognised, evidence: [{ document: 临市监〔2023〕2号 }]',
  ];
  replace(t03, end, `${events.map((each) => inLog(each, '          ')).join('')}${end}`);
  // Nobody may claim what was withdrawn.
  const withdrawn =
    '      - { date: 2022-08-25, event: postpone, by: reform-office, due: 2022-12-31, reason: 施工延期, document: 临改办〔2022〕23号 }\n';
  replace(
    t01,
    withdrawn,
    `${withdrawn}${inLog('date: 2023-01-20, event: start, by: permit-group', '      ')}`,
  );
};

/** Changes of the record that no verb makes. */
const rewrite = ({ replace, read, write }: TestRepository): void => {
  replace(t01, 'progress: 45, problem', 'progress: 85, problem');
  replace(
    t02,
    '  - {date: 2022-05-25, event: tick, by: ecology-bureau, criteria: [a], evidence: [{url: "https://eco.linjiang.example/method"}]}\n',
    '',
  );
  replace(t02, '  - {id: a, due: 2022-06-30, text: Wardens named, text_zh: 责任人名单公布}\n', '');
  const yards = 'ledger/projects/westbank.yaml';
  const [, first = '', second = ''] =
    /( {2}- \{ date: 2022-04-10[^\n]*\n)( {2}- \{ date: 2022-05-15[^\n]*\n)/.exec(read(yards)) ??
    [];
  replace(yards, first + second, second + first);
  write('ledger/evidence/T03.1/annex.txt', 'Another annex\n');
};

/** Changes of the plan and of registers, made in place. */
const edit = ({ replace, read, write, remove }: TestRepository): void => {
  replace(t03, '    due: 2022-06-30\n', '    due: 2022-07-31\n');
  replace(
    t03,
    'lead: [ planning-bureau ]\n    deliverable: A public list',
    'lead: [ data-bureau ]\n    deliverable: A public list of all lots',
  );
  replace('ledger/ledger.yaml', '  tasks: 4', '  tasks: 3');
  replace(
    'ledger/units.yaml',
    '  aliases: [规自局]\n',
    '  aliases: [规自局]\n  succeeded_by: { unit: data-bureau, date: 2022-12-01, document: 临编〔2022〕9号 }\n',
  );
  write('ledger/tasks/T05.yaml', read('ledger/tasks/T04.yaml').replace('id: T04', 'id: T05'));
  remove('ledger/tasks/T04.yaml');
  write('ledger/fields.yaml', `# sorted as printed\n${read('ledger/fields.yaml')}`);
  const ferry = /- id: westbank-3[\s\S]*$/;
  const yards = 'ledger/projects/westbank.yaml';
  write(yards, read(yards).replace(ferry, ''));
};

/** A repository whose working folder differs from its last commit in every way that is told. */
export const changedRepository = (): TestRepository => {
  const repository = handRepository();
  record(repository);
  rewrite(repository);
  edit(repository);
  return repository;
};
