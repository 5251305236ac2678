/** Each rule on a move: what it refuses, alone, and what an honest change looks like beside it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hintOf, messageOf } from '../../src/format/diagnostics.ts';
import { isReadable, load, placing } from '../../src/ledger/load.ts';
import { folderSource, overlay, type Source } from '../../src/ledger/source.ts';
import { diagnosticCodes } from '../../src/model/diagnostic.ts';
import { differencesOf } from '../../src/model/diff.ts';
import type { Entry } from '../../src/model/ledger.ts';
import { type MoveCode, moveCodes } from '../../src/model/moves/codes.ts';
import { reviewMove } from '../../src/model/moves/index.ts';
import type { Dropped } from '../../src/model/moves/merges.ts';
import type { AfterCheck, Move, Origin } from '../../src/model/moves/move.ts';
import { en } from '../../src/words/en.ts';
import { zh } from '../../src/words/zh.ts';
import { projectRoot } from '../harness.ts';
import { latinIn } from '../latin.ts';

const base = folderSource(join(projectRoot, 'tests/diagnostics/base'));

/** Another text in the place of one that must stand in a file; without a file's text the file is taken away. */
type Edit = readonly [file: string, from: string, to: string] | readonly [file: string];

const edited = (source: Source, edits: readonly Edit[]): Source => {
  const texts = new Map<string, Uint8Array | null>();
  for (const [file, from, to] of edits) {
    if (from === undefined || to === undefined) {
      texts.set(file, null);
      continue;
    }
    const read = texts.get(file) ?? (source.read(file) as { readonly bytes: Uint8Array }).bytes;
    const text = Buffer.from(read).toString('utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    texts.set(file, Buffer.from(text.replace(from, () => to)));
  }
  return overlay(source, texts);
};

interface Case {
  /** What is otherwise in the older state than in the base. */
  readonly before?: readonly Edit[];
  readonly after?: readonly Edit[];
  readonly today?: string;
  /** How entries were recorded, by `id number`. */
  readonly origins?: { readonly [entry: string]: Partial<Origin> };
  readonly fates?: { readonly [file: string]: 'changed' | 'gone' };
  /** Titles of what was deleted long ago, by id. */
  readonly lost?: { readonly [id: string]: string };
  /** What came after a verification, by `id number`. */
  readonly since?: { readonly [entry: string]: Partial<AfterCheck> };
  /** What merges have thrown away of T01.1. */
  readonly dropped?: readonly Dropped['what'][];
}

/** `error move/future tasks/T01.yaml:27`, with the sentences of both languages. */
const review = ({
  before = [],
  after = [],
  today = '2022-12-31',
  origins = {},
  fates = {},
  lost = {},
  since = {},
  dropped = [],
}: Case) => {
  const older = edited(base, before);
  const [from, to] = [load(older), load(edited(older, after))];
  // What cannot be read would be compared as if it were not there.
  if (![from, to].every(isReadable)) throw new Error('a case has to be readable');
  const move: Move = {
    before: from.ledger,
    after: to.ledger,
    differences: differencesOf(from.ledger, to.ledger),
    today,
    originOf: ({ id }, number) => {
      const origin = origins[`${id} ${number}`];
      return origin && { author: undefined, day: today, commit: undefined, ...origin };
    },
    lostTitle: ({ id }) => lost[id],
    fateOf: (file) => fates[file] ?? 'same',
    afterCheck: ({ id }, number) => {
      const after = since[`${id} ${number}`];
      return after && { gone: [], rewritten: [], files: [], ...after };
    },
    dropped: dropped.map((what) => ({
      ...{ entry: from.ledger.entries.measure[0] as Entry, id: 'T01.1', what },
      ...{ author: wang, merge: '0123456789abcdef' },
    })),
  };
  return reviewMove(move).map(({ finding: { isBefore = false, ...finding }, severity }) => {
    const { file, at, params, code } = placing((isBefore ? from : to).files)(finding);
    const said = [en, zh].flatMap((words) => [
      messageOf({ code, params } as never, words),
      hintOf({ code, params } as never, words) ?? '',
    ]);
    return { told: `${severity} ${code} ${file}:${at?.line}`, said, params };
  });
};

const told = (each: Case): readonly string[] => review(each).map(({ told }) => told);

const t1 = 'tasks/T01.yaml';
const ledger = 'ledger.yaml';
const endOf11 = 'sha256: 12dbcc9f9934920ed169396ef3de7661b9ed382cab54e4c69bbffc20ef238c9b }] }\n';
const start = '      - { date: 2022-03-02, event: start, by: data-bureau }\n';
/** An entry at the end of the log of T01.1. */
const entry = (text: string): Edit => [t1, endOf11, `${endOf11}      - { ${text} }\n`];
const ledgerWith = (text: string): Edit => [
  ledger,
  'illustrative: true\n',
  `illustrative: true\n${text}\n`,
];
const report = (date: string, by = 'data-bureau') =>
  entry(`date: ${date}, event: report, by: ${by}`);
const claim: Edit = entry(
  'date: 2022-09-20, event: done, by: data-bureau, criteria: [b], evidence: [{ document: 云数〔2022〕12号 }]',
);
const check: Edit = [
  t1,
  '  - id: T01.2',
  '      - { date: 2022-09-27, event: verify, by: reform-office, checked: site }\n  - id: T01.2',
];
/** An amendment of the criteria of T01.1. */
const criteria = (all: string, by = 'reform-office'): Edit =>
  entry(
    `date: 2022-07-10, event: amend, by: ${by}, set: { criteria: [${all}] }, reason: 合并, document: 云改委〔2022〕7号`,
  );
const postponement = (by: string): Edit =>
  entry(
    `date: 2022-08-20, event: postpone, by: ${by}, due: 2022-12-31, reason: 会签, document: 云改委〔2022〕7号`,
  );
/** A decision about T02.1 of the kind that makes a unit the office. */
const excuseBy = (unit: string): Edit => {
  const last = '      - { date: 2022-07-01, event: resume, by: housing-bureau }\n';
  const more = `date: 2022-07-02, event: excuse, by: ${unit}, until: 2022-08-01, reason: 汛期, document: 云改办〔2022〕7号`;
  return ['tasks/T02.yaml', last, `${last}      - { ${more} }\n`];
};
const checkBy = (unit: string) =>
  `      - { date: 2022-09-27, event: verify, by: ${unit}, checked: site }\n`;
const group = (members: string): Edit => [
  'units.yaml',
  '- { id: reform-office',
  `- { id: permits, title: Permits, kind: group, members: [${members}] }\n- { id: reform-office`,
];
const office = ledgerWith('review: { office: [reform-office] }');
const li = { name: '李明', address: 'li@data.example.org' };
const wang = { name: 'Wang', address: 'wang@office.example.org' };
const authors = ledgerWith(
  'review: { authors: [{ author: "*@data.example.org", units: [data-bureau] }, { author: Wang, units: [reform-office] }, { author: "bot@example.org" }] }',
);

/** What is told of states that cannot be compared: `cli/review.test.ts` has a case of each. */
const ofStates = ['move/not-judged', 'move/ledger-removed', 'move/ledger-twice'] as const;

/** What each rule refuses, with the place it points at; nothing else may be told. */
const refused: {
  readonly [C in Exclude<MoveCode, (typeof ofStates)[number]>]: Case & { readonly at: string };
} = {
  'move/closed': {
    before: [[ledger, 'state: current', 'state: closed']],
    after: [report('2022-07-01')],
    at: 'error ledger.yaml:8',
  },
  'move/entry-changed': {
    after: [[t1, 'date: 2022-03-02', 'date: 2022-03-01']],
    at: 'error tasks/T01.yaml:22',
  },
  'move/entry-removed': { after: [[t1, start, '']], at: 'error tasks/T01.yaml:21' },
  'move/entry-inserted': {
    after: [[t1, start, `${start}      - { date: 2022-04-02, event: report, by: data-bureau }\n`]],
    at: 'error tasks/T01.yaml:23',
  },
  'move/entry-reordered': {
    after: [
      [t1, start, ''],
      [t1, endOf11, `${endOf11}${start}`],
    ],
    at: 'error tasks/T01.yaml:23',
  },
  'move/side-dropped': {
    dropped: [
      { is: 'event', event: { date: '2022-07-01', event: 'report', by: 'data-bureau' }, log: [] },
    ],
    at: 'error tasks/T01.yaml:21',
  },
  'move/plan-edited': {
    after: [[t1, 'due: 2022-09-30\n', 'due: 2022-12-31\n']],
    at: 'error tasks/T01.yaml:17',
  },
  'move/plan-reworded': {
    after: [[t1, 'title: Draw up the catalogue', 'title: Draw up a catalogue']],
    at: 'warning tasks/T01.yaml:12',
  },
  'move/criterion-later': {
    after: [criteria('{ id: a, text: Desks, due: 2022-05-31 }, { id: b, text: Catalogue issued }')],
    at: 'warning tasks/T01.yaml:24',
  },
  'move/criterion-after-due': {
    after: [
      criteria(
        '{ id: a, due: 2022-05-31, text: Desks }, { id: b, due: 2022-11-30, text: Catalogue issued }',
      ),
    ],
    at: 'error tasks/T01.yaml:24',
  },
  'move/record-deleted': {
    after: [
      [t1, '      - { id: b, due: 2022-09-30, text: Catalogue issued, text_zh: 目录印发 }\n', ''],
    ],
    at: 'error tasks/T01.yaml:11',
  },
  'move/id-changed': {
    after: [[t1, 'id: T01.2', 'id: T01.3']],
    at: 'error tasks/T01.yaml:24',
  },
  'move/id-reused': {
    after: [
      ['tasks/T02.yaml', 'title: Choose the estates', 'title: Night buses to all stations'],
      ['tasks/T02.yaml', 'lead: [housing-bureau]', 'lead: [data-bureau]'],
      [
        'tasks/T02.yaml',
        '      - { date: 2022-05-10, event: block, by: housing-bureau, reason: 经费未到位 }\n',
        '',
      ],
      [
        'tasks/T02.yaml',
        '      - { date: 2022-07-01, event: resume, by: housing-bureau }',
        '      []',
      ],
    ],
    at: 'error tasks/T02.yaml:7',
  },
  'move/issued-changed': {
    after: [[ledger, 'tasks: 20', 'tasks: 19']],
    at: 'error ledger.yaml:11',
  },
  'move/basis-changed': {
    after: [[ledger, 'year: 2022', 'year: 2023']],
    at: 'error ledger.yaml:5',
  },
  'move/rule-changed': {
    after: [ledgerWith('lights: { overdue: { red: 60 } }')],
    at: 'error ledger.yaml:11',
  },
  'move/state-changed': {
    after: [[ledger, 'state: current', 'state: draft']],
    at: 'error ledger.yaml:8',
  },
  'move/setting-changed': { after: [authors], at: 'warning ledger.yaml:11' },
  'move/review-weakened': {
    before: [authors],
    after: [[ledger, 'units: [data-bureau]', 'units: [data-bureau, reform-office]']],
    at: 'error ledger.yaml:11',
  },
  'move/source-edited': {
    after: [['documents.yaml', 'date: 2022-02-15', 'date: 2022-01-15']],
    at: 'warning documents.yaml:5',
  },
  'move/unit-changed': {
    after: [
      [
        'units.yaml',
        '市住房城乡建设局, kind: department }',
        '市住房城乡建设局, kind: department, succeeded_by: { unit: data-bureau, date: 2022-03-01 } }',
      ],
    ],
    at: 'warning units.yaml:3',
  },
  'move/evidence-late': {
    after: [
      entry(
        'date: 2022-09-20, event: done, by: data-bureau, criteria: [b], evidence: [{ document: "云数[2023]12号" }]',
      ),
    ],
    at: 'error tasks/T01.yaml:24',
  },
  'move/decision-late': {
    after: [
      entry(
        'date: 2022-01-20, event: postpone, by: reform-office, due: 2022-12-31, reason: 会签, document: work-points',
      ),
    ],
    at: 'warning tasks/T01.yaml:24',
  },
  'move/checked-evidence-changed': {
    before: [[t1, '云数〔2022〕8号', '云数〔2022〕8号 }, { file: evidence/T01.2/desk.jpg']],
    fates: { 'evidence/T01.2/desk.jpg': 'changed' },
    at: 'error tasks/T01.yaml:30',
  },
  'move/claimed-evidence-changed': {
    before: [claim],
    fates: { 'evidence/T01.1/minutes.txt': 'gone' },
    at: 'warning tasks/T01.yaml:23',
  },
  'move/foreign-unit': {
    after: [report('2022-07-01', 'housing-bureau')],
    at: 'error tasks/T01.yaml:24',
  },
  'move/not-office': {
    before: [ledgerWith('review: { office: [reform-office] }')],
    after: [
      entry(
        'date: 2022-08-20, event: postpone, by: data-bureau, due: 2022-12-31, reason: 会签, document: 云改委〔2022〕7号',
      ),
    ],
    at: 'error tasks/T01.yaml:24',
  },
  'move/unknown-office': {
    before: [excuseBy('reform-office')],
    after: [postponement('data-bureau')],
    at: 'warning tasks/T01.yaml:24',
  },
  'move/kin-check': {
    before: [group('data-bureau, housing-bureau'), excuseBy('permits'), claim],
    after: [[t1, '  - id: T01.2', `${checkBy('permits')}  - id: T01.2`]],
    at: 'error tasks/T01.yaml:25',
  },
  'move/foreign-retract': {
    after: [entry('date: 2022-07-20, event: retract, by: housing-bureau, entry: 2, reason: 有误')],
    at: 'warning tasks/T01.yaml:24',
  },
  'move/same-author': {
    before: [claim],
    after: [check],
    origins: {
      'T01.1 3': { author: li },
      'T01.1 4': { author: { ...li, address: 'LI@data.example.org' }, day: '2022-09-28' },
    },
    at: 'error tasks/T01.yaml:25',
  },
  'move/same-name': {
    before: [claim],
    after: [check],
    origins: {
      'T01.1 3': { author: li, commit: 'c1' },
      'T01.1 4': { author: { ...li, address: 'li@home.example' }, day: '2022-09-28', commit: 'c2' },
    },
    at: 'warning tasks/T01.yaml:25',
  },
  'move/checked-at-once': {
    after: [claim, check],
    origins: { 'T01.1 3': { commit: 'c1', author: li }, 'T01.1 4': { commit: 'c1', author: li } },
    today: '2022-09-28',
    at: 'warning tasks/T01.yaml:25',
  },
  'move/foreign-author': {
    before: [authors],
    after: [report('2022-12-30')],
    origins: { 'T01.1 3': { author: wang } },
    at: 'error tasks/T01.yaml:24',
  },
  'move/unknown-author': {
    before: [authors],
    after: [report('2022-12-30')],
    origins: { 'T01.1 3': { author: { name: 'Nobody', address: 'nobody@example.org' } } },
    at: 'error tasks/T01.yaml:24',
  },
  'move/future': {
    after: [report('2022-07-02')],
    today: '2022-07-01',
    at: 'error tasks/T01.yaml:24',
  },
  'move/too-early': { after: [report('2020-12-30')], at: 'error tasks/T01.yaml:24' },
  'move/late-recorded': {
    after: [report('2022-07-01')],
    origins: { 'T01.1 3': { day: '2022-08-02' } },
    at: 'warning tasks/T01.yaml:24',
  },
  'move/claimed-in-time': {
    after: [claim],
    origins: { 'T01.1 3': { day: '2022-10-08' } },
    at: 'warning tasks/T01.yaml:24',
  },
  'move/decided-in-time': {
    after: [postponement('reform-office')],
    origins: { 'T01.1 3': { day: '2022-10-08' } },
    at: 'warning tasks/T01.yaml:24',
  },
};

const cases = Object.entries(refused) as unknown as readonly (readonly [
  MoveCode,
  Case & { readonly at: string },
])[];

describe('what is refused', () => {
  test.each(cases)('%s, and nothing else', (code, { at, ...each }) => {
    const [severity, place] = at.split(' ');
    expect(told(each)).toEqual([`${severity} ${code} ${place}`]);
  });

  test.each(cases)('%s is put into words', (code, each) => {
    const [found] = review(each);
    for (const sentence of found?.said.slice(0, 2) ?? [])
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    expect(found?.said[0]).not.toBe('');
    expect(found?.said[2]).toMatch(/\p{Script=Han}/u);
    expect(en.diagnostics[code].explain).toMatch(/^[A-Z].{40,}\.$/s);
    expect(zh.diagnostics[code].explain).toMatch(/\p{Script=Han}.*。$/su);
  });

  test('in Chinese no English is left over', () => {
    const typed =
      /reform [a-z]+[^，。；]*|review\.[a-z]+|ledger\.yaml|review: \{.*\}|issued_amendments|: \{.*\}|document: …|warning|validate/g;
    const left = cases.flatMap(([code, each]) =>
      review(each).flatMap(({ said, params }) =>
        latinIn(
          said
            .slice(2)
            .join(' ')
            .replace(/“[^”]*”/g, ' ')
            .replace(typed, ' '),
        )
          .filter((word) => !JSON.stringify(params).includes(word))
          .map((word) => `${code}: ${word}`),
      ),
    );
    expect(left).toEqual([]);
  });

  test('every code has its case', () => {
    expect(cases.map(([code]) => code)).toEqual(
      moveCodes.filter((code) => !(ofStates as readonly string[]).includes(code)),
    );
    expect(moveCodes.every((code) => diagnosticCodes.includes(code))).toBe(true);
  });
});

describe('what is honest', () => {
  const honest: { readonly [what: string]: Case } = {
    'nothing at all': {},
    'entries at the end, whatever their day': {
      after: [report('2022-05-01')],
      origins: { 'T01.1 3': { day: '2022-05-31', author: li } },
    },
    'a claim and a check by two people': {
      after: [claim, check],
      origins: {
        'T01.1 3': { day: '2022-09-30', author: li, commit: 'c1' },
        'T01.1 4': { day: '2022-10-01', author: wang, commit: 'c2' },
      },
    },
    'a claim recorded a week after its deadline': {
      after: [claim],
      origins: { 'T01.1 3': { day: '2022-10-07' } },
    },
    'layout, order and comments': {
      after: [
        [
          t1,
          'field: digital\ntitle: Public credit information',
          'title: Public credit information # 信用\nfield: digital',
        ],
      ],
    },
    'a postponement with its document': {
      after: [
        entry(
          'date: 2022-09-10, event: postpone, by: reform-office, due: 2022-12-31, reason: 会签, document: 云改委〔2022〕7号',
        ),
      ],
    },
    'a criterion given up by an amendment': {
      after: [
        entry(
          'date: 2022-07-10, event: amend, by: reform-office, set: { criteria: [{ id: b, due: 2022-09-30, text: Catalogue issued }] }, reason: 合并, document: 云改委〔2022〕7号',
        ),
      ],
    },
    'a supporting district': { after: [report('2022-07-01', 'eastgate')] },
    'a report entered by the office': { after: [report('2022-07-01', 'reform-office')] },
    'a successor': {
      before: [
        [
          'units.yaml',
          '市政务数据局, aliases: [数据局], kind: department }',
          '市政务数据局, aliases: [数据局], kind: department, succeeded_by: { unit: housing-bureau, date: 2022-06-01, document: 云编〔2022〕2号 } }',
        ],
      ],
      after: [report('2022-07-01', 'housing-bureau')],
    },
    'a member of the group that leads': {
      before: [
        [
          'units.yaml',
          '- { id: reform-office',
          '- { id: permits, title: Permits, kind: group, members: [housing-bureau] }\n- { id: reform-office',
        ],
        [t1, 'support: [eastgate]', 'support: [permits]'],
      ],
      after: [report('2022-07-01', 'housing-bureau')],
    },
    'the unit that an amendment gave the lead, and the one that had it': {
      after: [
        entry(
          'date: 2022-07-01, event: amend, by: reform-office, set: { lead: [housing-bureau] }, reason: 职能划转, document: 云改委〔2022〕8号 }\n      - { date: 2022-07-02, event: report, by: housing-bureau }\n      - { date: 2022-06-30, event: report, by: data-bureau',
        ),
      ],
    },
    'a Chinese name that was missing': {
      before: [[t1, '    title_zh: 编制目录\n', '']],
      after: [
        [
          t1,
          '    title: Draw up the catalogue\n',
          '    title: Draw up the catalogue\n    title_zh: 编制目录\n',
        ],
      ],
    },
    'a draft': {
      before: [[ledger, 'state: current', 'state: draft']],
      after: [
        [t1, 'due: 2022-09-30\n', 'due: 2022-12-31\n'],
        ['tasks/T02.yaml'],
        [ledger, 'tasks: 20', 'tasks: 19'],
        [ledger, 'state: draft', 'state: current'],
      ],
    },
    'a new measure with its log': {
      after: [
        [
          'tasks/T02.yaml',
          'measures:\n',
          'measures:\n  - id: T02.2\n    title: Repair\n    lead: [housing-bureau]\n    log:\n      - { date: 2022-05-10, event: start, by: housing-bureau }\n',
        ],
      ],
    },
    'evidence changed after the claim was rejected': {
      before: [claim],
      after: [
        [
          t1,
          '  - id: T01.2',
          '      - { date: 2022-09-27, event: reject, by: reform-office, reason: 附件缺页 }\n  - id: T01.2',
        ],
      ],
      fates: { 'evidence/T01.1/minutes.txt': 'changed' },
    },
    'evidence of the year before': {
      after: [
        entry(
          'date: 2022-09-20, event: done, by: data-bureau, criteria: [b], evidence: [{ document: 云数〔2021〕12号 }, { document: work-points }, { url: "https://example.org/2023" }]',
        ),
      ],
    },
    'a person who may record for all, and one of the unit': {
      before: [authors],
      after: [
        entry(
          'date: 2022-12-30, event: report, by: data-bureau }\n      - { date: 2022-12-30, event: report, by: eastgate',
        ),
      ],
      origins: {
        'T01.1 3': { author: li },
        'T01.1 4': { author: { name: 'Bot', address: 'bot@example.org' } },
      },
    },
    'whatever nobody knows': { after: [claim, check] },
  };

  test.each(Object.entries(honest))('%s', (_what, each) => {
    expect(told(each)).toEqual([]);
  });
});

describe('what is graver, and what is only told', () => {
  test('before work has begun a change in place is told, a deadline that slips refused', () => {
    const west = 'projects/westgate.yaml';
    const planned: Edit = [
      west,
      '    title: Night clinics\n',
      '    title: Night clinics\n    lead: [westgate]\n    due: 2022-09-30\n',
    ];
    const moved = (from: string, to: string) =>
      told({ before: [planned], after: [[west, from, to]] });
    expect(moved('lead: [westgate]', 'lead: [eastgate]')).toEqual([
      'warning move/plan-reworded projects/westgate.yaml:10',
    ]);
    expect(moved('due: 2022-09-30', 'due: 2022-08-31')[0]).toMatch(/^warning move\/plan-reworded/);
    expect(moved('due: 2022-09-30', 'due: 2022-10-31')[0]).toMatch(/^error move\/plan-edited/);
    expect(moved('    due: 2022-09-30\n', '')[0]).toMatch(/^error move\/plan-edited/);
  });

  test('criteria are part of the plan', () => {
    const added = '      - { id: c, text: Annex }\n';
    const b = '      - { id: b, due: 2022-09-30, text: Catalogue issued';
    expect(told({ after: [[t1, b, `${added}${b}`]] })).toEqual([
      'error move/plan-edited tasks/T01.yaml:20',
    ]);
    expect(told({ after: [[t1, 'text: Catalogue issued', 'text: Catalogue drafted']] })).toEqual([
      'error move/plan-edited tasks/T01.yaml:20',
    ]);
  });

  test('a project that a list names was selected without a word', () => {
    const west = 'projects/westgate.yaml';
    const before: readonly Edit[] = [[west, 'as: project', 'as: mentioned']];
    const after: readonly Edit[] = [[west, 'as: mentioned', 'as: project']];
    expect(told({ before, after }).map((each) => each.split(' ')[1])).toEqual([
      'move/plan-edited',
      'move/source-edited',
    ]);
  });

  test('an id that was deleted long ago comes back for its own matter only', () => {
    const comes = (title: string): Case => ({
      after: [['tasks/T02.yaml', 'measures:\n', `measures:\n  - id: T02.7\n    title: ${title}\n`]],
      lost: { 'T02.7': 'Repair the roofs of old estates' },
    });
    expect(told(comes('Repair roofs of old estates'))).toEqual([]);
    expect(told(comes('Night buses'))).toEqual(['error move/id-reused tasks/T02.yaml:7']);
  });

  test('a task that is gone is pointed at where it stood', () => {
    expect(told({ after: [['tasks/T02.yaml']] })).toEqual([
      'error move/record-deleted tasks/T02.yaml:1',
    ]);
  });

  test('a rule that another document decides, a further amendment and the end of the year are told', () => {
    const more =
      'lights: { overdue: { red: 60 }, document: work-points }\nissued_amendments:\n  - { date: 2022-08-01, document: 云改委〔2022〕9号, tasks: 21 }';
    expect(
      told({ after: [ledgerWith(more), [ledger, 'state: current', 'state: closed']] }),
    ).toEqual([
      'warning move/setting-changed ledger.yaml:8',
      'warning move/setting-changed ledger.yaml:11',
      'warning move/setting-changed ledger.yaml:12',
    ]);
    const amended = ledgerWith(
      'issued_amendments:\n  - { date: 2022-08-01, document: 云改委〔2022〕9号, tasks: 21 }',
    );
    expect(told({ before: [amended], after: [[ledger, 'tasks: 21', 'tasks: 25']] })).toEqual([
      'error move/issued-changed ledger.yaml:11',
    ]);
  });

  test('only so many days after the deadline are grace, and they can be set', () => {
    const late = (rules: string, day: string) =>
      told({
        before: [ledgerWith(`review: { rules: [${rules}] }`)],
        after: [claim],
        origins: { 'T01.1 3': { day } },
      });
    expect(late('{ code: move/claimed-in-time, days: 30 }', '2022-10-20')).toEqual([]);
    expect(late('{ code: move/claimed-in-time, days: 0 }', '2022-10-01')).toHaveLength(1);
    expect(late('{ code: move/claimed-in-time, severity: error }', '2022-10-08')[0]).toMatch(
      /^error/,
    );
    expect(late('{ code: move/claimed-in-time, severity: ignored }', '2022-10-08')).toEqual([]);
    expect(late('{ code: move/claimed-in-time, days: 3650 }', '2022-10-22')[0]).toContain(
      'late-recorded',
    );
  });

  test('where the office is named, plan and decisions are its own', () => {
    const by = (before: readonly Edit[], text: string) =>
      told({
        before: [office, ...before],
        after: [[t1, '  - id: T01.2', `      - { ${text} }\n  - id: T01.2`]],
      }).map((each) => each.split(' ')[1]);
    const amend = (unit: string, set: string) =>
      by(
        [],
        `date: 2022-07-10, event: amend, by: ${unit}, set: { ${set} }, reason: 合并, document: 云改委〔2022〕7号`,
      );
    expect(amend('data-bureau', 'deliverable: A list')).toEqual(['move/not-office']);
    expect(amend('data-bureau', 'title: A catalogue')).toEqual([]);
    expect(amend('housing-bureau', 'title: A catalogue')).toEqual(['move/foreign-unit']);
    expect(amend('reform-office', 'deliverable: A list')).toEqual([]);
    const withdrawn = 'event: withdraw, reason: 合并, document: 云改委〔2022〕7号';
    expect(by([], `date: 2022-07-10, by: data-bureau, ${withdrawn}`)).toEqual(['move/not-office']);
    expect(by([], `date: 2022-07-10, by: reform-office, ${withdrawn}`)).toEqual([]);
    const retract = 'date: 2022-09-20, event: retract, entry: 3, reason: 有误, by';
    expect(by([postponement('reform-office')], `${retract}: data-bureau`)).toEqual([
      'move/not-office',
    ]);
    expect(by([postponement('reform-office')], `${retract}: reform-office`)).toEqual([]);
    expect(by([postponement('data-bureau')], `${retract}: data-bureau`)).toEqual([]);
  });

  test('without, those who decided before are it', () => {
    const withdrawal = (unit: string) =>
      entry(
        `date: 2022-07-10, event: withdraw, by: ${unit}, reason: 合并, document: 云改委〔2022〕7号`,
      );
    const before = [excuseBy('reform-office')];
    expect(told({ before, after: [withdrawal('reform-office')] })).toEqual([]);
    expect(told({ before, after: [withdrawal('data-bureau')] })).toEqual([]);
    expect(told({ before, after: [withdrawal('housing-bureau')] })[0]).toMatch(
      /^error move\/foreign-unit/,
    );
  });

  test('what a move says of units opens no doors to it', () => {
    const succession: Edit = [
      'units.yaml',
      '市政务数据局, aliases: [数据局], kind: department }',
      '市政务数据局, aliases: [数据局], kind: department, succeeded_by: { unit: housing-bureau, date: 2022-06-01, document: 云编〔2022〕2号 } }',
    ];
    const found = review({ after: [succession, report('2022-07-01', 'housing-bureau')] });
    expect(found.map(({ told: each }) => each)).toEqual([
      'warning move/unit-changed units.yaml:2',
      'error move/foreign-unit tasks/T01.yaml:24',
    ]);
    expect(found[0]?.said[0]).toBe(
      'unit data-bureau, succeeded_by: none → housing-bureau (2022-06-01)',
    );
    expect(found[1]?.said[1]).toContain('in a change of its own');
    const members = told({
      before: [group('data-bureau, housing-bureau'), excuseBy('permits'), claim],
      after: [
        ['units.yaml', 'members: [data-bureau, housing-bureau]', 'members: [housing-bureau]'],
        [t1, '  - id: T01.2', `${checkBy('permits')}  - id: T01.2`],
      ],
    });
    expect(members).toContain('error move/kin-check tasks/T01.yaml:25');
  });

  test('names of a unit are told as well', () => {
    const renamed = told({
      after: [['units.yaml', 'aliases: [数据局]', 'aliases: [数据局, 大数据局]']],
    });
    expect(renamed).toEqual(['warning move/unit-changed units.yaml:2']);
  });

  test('the later one of the days that are known of a document counts', () => {
    const dated = (number: string): readonly Edit[] => [
      [
        'documents.yaml',
        '- id: work-points',
        `- { id: minutes, title: Minutes, number: "${number}", date: 2022-09-01 }\n- id: work-points`,
      ],
      entry(
        'date: 2022-09-20, event: done, by: data-bureau, criteria: [b], evidence: [{ document: minutes }]',
      ),
    ];
    expect(told({ after: dated('云数〔2022〕3号') })).toEqual([]);
    expect(told({ after: dated('云数〔2023〕3号') })[0]).toMatch(/^error move\/evidence-late/);
  });

  test('what is exchanged behind a verification counts as if it had stood before', () => {
    const event = { date: '2022-08-01', event: 'report' } as const;
    expect(
      told({
        before: [[t1, '云数〔2022〕8号', '云数〔2022〕8号 }, { file: evidence/T01.2/desk.jpg']],
        after: [claim, check],
        since: {
          'T01.1 4': {
            rewritten: [3],
            gone: [{ number: 4, event }],
            files: ['evidence/T01.1/minutes.txt'],
          },
        },
      }),
    ).toEqual([
      'error move/entry-changed tasks/T01.yaml:24',
      'error move/entry-removed tasks/T01.yaml:21',
      'error move/checked-evidence-changed tasks/T01.yaml:23',
    ]);
  });

  test('of a task what was issued is told', () => {
    expect(told({ after: [[t1, 'field: digital', 'field: housing']] })).toEqual([
      'warning move/plan-reworded tasks/T01.yaml:2',
    ]);
  });

  test('a change that keeps the review as strict is only told', () => {
    const rules = (before: string, after: string) =>
      told({
        before: [ledgerWith(`review: { office: [reform-office], ${before} }`)],
        after: [[ledger, before, after]],
      }).map((each) => each.split(' ')[1]);
    const late = (severity: string) =>
      `rules: [{ code: move/late-recorded, severity: ${severity} }]`;
    const future = (severity: string) => `rules: [{ code: move/future, severity: ${severity} }]`;
    expect(rules(late('warning'), late('ignored'))).toEqual(['move/setting-changed']);
    expect(rules(future('error'), future('warning'))).toEqual(['move/review-weakened']);
    expect(rules(future('warning'), future('error'))).toEqual(['move/setting-changed']);
    const authors = (more: string) =>
      `authors: [{ author: a@example.org, units: [data-bureau] }${more}]`;
    const also = (more: string) => rules(authors(''), authors(more));
    expect(also(', { author: b@example.org, units: [eastgate] }')).toEqual([
      'move/setting-changed',
    ]);
    expect(also(', { author: b@example.org }')).toEqual(['move/review-weakened']);
    expect(also(', { author: b@example.org, units: [reform-office] }')).toEqual([
      'move/review-weakened',
    ]);
    expect(also(', { author: A@example.org, units: [eastgate] }')).toEqual([
      'move/review-weakened',
    ]);
    const [gone] = review({
      before: [office],
      after: [[ledger, 'review: { office: [reform-office] }\n', '']],
    });
    expect(gone?.told).toMatch(/^error move\/review-weakened/);
  });

  test('nobody switches off the check of their own change', () => {
    const off = 'review: { rules: [{ code: move/entry-removed, severity: ignored }] }';
    expect(told({ after: [ledgerWith(off), [t1, start, '']] })).toEqual([
      'error move/entry-removed tasks/T01.yaml:21',
      'error move/review-weakened ledger.yaml:11',
    ]);
    expect(told({ before: [ledgerWith(off)], after: [[t1, start, '']] })).toEqual([]);
  });

  test('what two branches added is united with the main line first', () => {
    const ours: Edit = report('2022-07-01');
    expect(
      told({
        before: [ours],
        after: [
          [
            t1,
            '2022-07-01, event: report, by: data-bureau }',
            '2022-07-01, event: report, by: data-bureau }\n      - { date: 2022-06-25, event: report, by: eastgate }',
          ],
        ],
      }),
    ).toEqual([]);
  });
});
