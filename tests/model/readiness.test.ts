/** What cannot be tested at the end of the year, and which texts promise effort and no result. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import type { Value } from '../../src/model/attribute.ts';
import { collect } from '../../src/model/collect.ts';
import { itemsOf } from '../../src/model/ledger.ts';
import { missingOf } from '../../src/model/missing.ts';
import { gapsOf, testedOf } from '../../src/model/readiness.ts';
import { entriesOf } from '../../src/model/select.ts';
import { viewOn } from '../../src/model/view.ts';
import { isOnlyEffort } from '../../src/model/wording.ts';
import { made } from '../demo/made.ts';
import { handLedger, projectRoot, realLedger } from '../harness.ts';

const kinds = ['task', 'measure', 'project'] as const;
const hand = load(folderSource(join(projectRoot, handLedger))).ledger;
const real = load(folderSource(join(projectRoot, realLedger))).ledger;

describe('texts that only promise effort', () => {
  test.each([
    'Promote the reform of point land supply',
    'Promoting the integration of digital and real economy',
    'Continue to strive for more pilots',
    'Further improve the linkage mechanism',
    'Vigorously promote the construction of "two districts"',
    'Deepen the reforms of 2022',
    'Improve services in the 14th Five Year Plan period',
    'STRENGTHEN BRANCHES',
    'Ｐｒｏｍｏｔｅ reform',
    'The promotion of reform',
    'Exploration of new ways',
    '深化商事登记便利化改革',
    '进一步推进“双区”建设',
    '持续优化营商环境',
    '积极探索生态补偿',
    '推进“一次办成”改革',
    '深化“十四五规划”改革',
    '健全工作机制',
    '全面深化2022年改革',
  ])('%s', (text) => {
    expect(isOnlyEffort(text)).toBe(true);
  });

  test.each([
    // A result that somebody could look for.
    'Publish the list of powers',
    'Explore and establish a mediation mechanism',
    'Promote the service until it is in force',
    'Improve 40 yards',
    'Improve forty yards',
    'Strengthen one hundred branches',
    'Rules in force',
    'Name a chief data officer in every office',
    // Effort that is not the point of the text.
    'Plan adopted to promote trade',
    'A promoted mechanism',
    'Promotional material',
    '出台促进办法',
    '探索建立跨部门机制',
    '推动出台管理办法',
    '完善三十个联系点',
    '推进30个社区试点',
    '推进３０个社区试点',
    '提升至95%以上',
    '建成地下管网“一张图”系统',
    '',
  ])('but not: %s', (text) => {
    expect(isOnlyEffort(text)).toBe(false);
  });

  test('of the 22 published projects these, and of the 120 made-up measures none', () => {
    const titled = itemsOf(real).filter(({ data }) => isOnlyEffort(data.title));
    expect(titled.map(({ id }) => id)).toEqual([
      'haizhu-2', // Deepen the pilot …
      'liwan-2', // Promote the innovative development …
      'tianhe-1', // Promote the high-quality improvement …
      'tianhe-2', // Promote the reform and innovation …
      'baiyun-2', // Explore the "Baiyun model" …
      'nansha-2', // Promote the pilot …
      'conghua-1', // Innovate the eco voucher mechanism
      'conghua-2', // Deepen the reform …
      'zengcheng-1', // Promote the use right … into the market
      'zengcheng-2', // Promote the pilot innovation …
    ]);
    const { ledger } = made(1, 1);
    const promising = [...ledger.entries.measure, ...ledger.entries.criterion].flatMap(
      ({ data }) => {
        const texts = data as { readonly [name: string]: unknown };
        return ['title', 'title_zh', 'deliverable', 'text', 'text_zh']
          .map((name) => texts[name])
          .filter((each): each is string => typeof each === 'string');
      },
    );
    expect(promising.length).toBeGreaterThan(600);
    expect(promising.filter(isOnlyEffort)).toEqual([]);
  });
});

const shown = (ledger: typeof hand, day: string) =>
  gapsOf(viewOn(ledger, day), entriesOf(ledger, kinds)).map(
    ({ entry, missing, isTestable }) =>
      `${entry.id}: ${missing.join(' ')}${isTestable ? ' (can be)' : ''}`,
  );

describe('the ledger typed by hand, its gaps found by hand', () => {
  test('at the end of 2022', () => {
    expect(shown(hand, '2022-12-31')).toEqual([
      'T04: measures',
      'T01.1: deliverable criteria',
      'T01.2: deliverable criteria',
      'T02.1: deliverable (can be)',
      'T03.2: deliverable criteria',
      'T03.3: deliverable (can be)',
      'T03.4: due',
      'T03.5: deliverable criteria',
      'eastbank-2: deliverable criteria',
      'westbank-2: deliverable criteria',
    ]);
  });

  test('a month later two measures are withdrawn', () => {
    expect(shown(hand, '2023-01-31').map((line) => line.split(':')[0])).toEqual([
      'T04',
      'T02.1',
      'T03.2',
      'T03.3',
      'T03.4',
      'T03.5',
      'eastbank-2',
      'westbank-2',
    ]);
  });

  test('what is only declared is not on the list yet', () => {
    const ids = shown(hand, '2022-03-01').map((line) => line.split(':')[0]);
    expect(ids).not.toContain('eastbank-3');
    expect(ids).not.toContain('eastbank-1');
    expect(ids).toContain('T03.4');
  });

  test('items to be tested are those on the list that are not closed', () => {
    // 9 measures, less T02.2, T03.1 verified; 6 projects, less eastbank-1 verified, eastbank-3
    // declared and westbank-3 withdrawn. westbank-1 is claimed.
    expect(testedOf(viewOn(hand, '2022-12-31'), entriesOf(hand, kinds))).toBe(10);
  });
});

/** A ledger with one measure. */
const withMeasure = (measure: object, basis = 'office') =>
  collect([
    {
      file: 'ledger.yaml',
      value: {
        title: 'L',
        jurisdiction: 'L',
        year: 2022,
        timezone: 'Asia/Shanghai',
        language: 'en',
        state: 'current',
        basis,
      },
    },
    {
      file: 'tasks/T01.yaml',
      value: { id: 'T01', title: 'T', measures: [{ id: 'T01.1', ...measure }] } as Value,
    },
  ]).ledger;

const gapOf = (measure: object) => {
  const ledger = withMeasure(measure);
  return gapsOf(viewOn(ledger, '2022-06-30'), ledger.entries.measure);
};

const whole = {
  title: 'Publish the rules',
  lead: ['a'],
  start: '2022-01-01',
  due: '2022-09-30',
  deliverable: 'Rules in force',
  criteria: [{ id: 'a', text: 'Draft out' }],
};
const without = (...names: readonly (keyof typeof whole)[]) =>
  Object.fromEntries(
    Object.entries(whole).filter(([name]) => !(names as readonly string[]).includes(name)),
  );

describe('one measure', () => {
  test('with everything is ready', () => {
    expect(gapOf(whole)).toEqual([]);
  });

  test.each([
    [['lead'], false],
    [['due'], false],
    [['criteria'], true],
    [['deliverable'], true],
    [['deliverable', 'criteria'], false],
    [['lead', 'due', 'deliverable', 'criteria'], false],
  ] as const)('without %j: can be tested %s', (names, isTestable) => {
    expect(gapOf(without(...names))).toMatchObject([{ missing: names, isTestable, efforts: [] }]);
  });

  test('a missing start does not keep it from being tested', () => {
    expect(gapOf(without('start'))).toEqual([]);
  });

  test('a title that promotes is told only where nothing else can be checked', () => {
    const title = 'Promote the reform';
    expect(gapOf({ ...whole, title })).toEqual([]);
    expect(gapOf({ ...without('criteria'), title })).toMatchObject([{ efforts: [] }]);
    expect(gapOf({ ...without('criteria', 'deliverable'), title })).toMatchObject([
      { isTestable: false, efforts: [{ of: 'title', criterion: null, text: title }] },
    ]);
    expect(gapOf({ ...without('criteria', 'deliverable'), title_zh: '深化改革' })).toMatchObject([
      { efforts: [{ of: 'title', text: '深化改革' }] },
    ]);
  });

  test('criteria and deliverables that only promise effort cannot be checked', () => {
    const criteria = [{ id: 'a', text: 'Continue to improve' }];
    expect(gapOf({ ...whole, criteria })).toMatchObject([
      { isTestable: true, missing: [], efforts: [{ of: 'criterion', criterion: 'a' }] },
    ]);
    expect(gapOf({ ...whole, criteria, deliverable: '持续推进' })).toMatchObject([
      { isTestable: false, efforts: [{ of: 'deliverable' }, { of: 'criterion' }] },
    ]);
  });

  test('what an amendment gives is no longer missing from its day on', () => {
    const log = [
      { date: '2022-06-30', event: 'amend', set: { deliverable: 'Rules' }, reason: 'r' },
    ];
    const ledger = withMeasure({ ...without('deliverable', 'criteria'), log });
    const gaps = (day: string) => gapsOf(viewOn(ledger, day), ledger.entries.measure);
    expect(gaps('2022-06-29')).toMatchObject([{ isTestable: false }]);
    expect(gaps('2022-06-30')).toMatchObject([{ isTestable: true, missing: ['criteria'] }]);
  });
});

describe('what an office should ask for', () => {
  const view = viewOn(hand, '2022-12-01');
  test.each([
    ['measure', 'T01.1', ['deliverable', 'criteria']],
    ['measure', 'T02.1', ['deliverable']],
    ['measure', 'T03.1', []], // verified
    ['project', 'westbank-3', ['lead', 'start', 'due', 'deliverable', 'criteria']], // reinstated as declared
    ['project', 'eastbank-3', ['lead', 'start', 'deliverable', 'criteria']],
    ['task', 'T01', []],
    ['task', 'T04', ['measures']], // it carries on a leading reform
    ['criterion', 'T03.1#a', []],
    ['criterion', 'T03.1#c', ['due']],
    ['document', 'reform-list-2022', []],
    ['document', 'plan-14', ['number']],
    ['pilot', 'water-rights', []],
    ['meeting', 'deep-reform-2022-1', []],
    ['unit', 'reform-office', []],
  ] as const)('%s %s lacks %j', (kind, id, expected) => {
    const entry = hand.byId[kind].get(id);
    expect(entry && missingOf(view, entry)).toEqual(expected);
  });

  test('nothing is asked of what was withdrawn', () => {
    const entry = hand.byId.measure.get('T01.1');
    expect(entry && missingOf(viewOn(hand, '2023-01-17'), entry)).not.toEqual([]);
    expect(entry && missingOf(viewOn(hand, '2023-01-18'), entry)).toEqual([]);
  });

  test('a start is asked for until work has begun, evidence once it is claimed', () => {
    const missing = (log: readonly object[]) => {
      const ledger = withMeasure({ ...without('start'), log });
      return ledger.entries.measure.map((each) => missingOf(viewOn(ledger, '2022-12-31'), each));
    };
    expect(missing([])).toEqual([['start']]);
    expect(missing([{ date: '2022-02-01', event: 'start' }])).toEqual([[]]);
    expect(missing([{ date: '2022-02-01', event: 'done', criteria: ['a'] }])).toEqual([
      ['evidence'],
    ]);
    const evidence = [{ url: 'https://example.org' }];
    expect(missing([{ date: '2022-02-01', event: 'done', criteria: ['a'], evidence }])).toEqual([
      [],
    ]);
  });

  test('a source is asked for only on a list that was transcribed', () => {
    const missing = (basis: string) => {
      const ledger = withMeasure(whole, basis);
      return ledger.entries.measure.map((each) => missingOf(viewOn(ledger, '2022-12-31'), each));
    };
    expect(missing('office')).toEqual([[]]);
    expect(missing('published')).toEqual([['source']]);
  });

  test('nothing of the published list is without a source', () => {
    const published = viewOn(real, '2022-12-01');
    for (const entry of entriesOf(real, ['task', 'measure', 'project', 'arrangement', 'field'])) {
      expect(missingOf(published, entry), entry.id).not.toContain('source');
    }
  });
});

describe('the made-up year, replayed naively from its files', () => {
  interface Raw {
    readonly id: string;
    readonly lead?: readonly string[];
    readonly due?: string;
    readonly deliverable?: string;
    readonly criteria?: readonly object[];
    readonly source?: object;
    readonly log?: readonly {
      date: string;
      event: string;
      entry?: number;
      set?: object;
      due?: string;
    }[];
    readonly measures?: readonly Raw[];
    readonly projects?: readonly Raw[];
  }
  const { files, ledger } = made(1, 1);

  test.each(['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'])('on %s', (day) => {
    const naive: string[] = [];
    for (const [file, value] of files) {
      const { measures = [], projects = [] } = value as unknown as Raw;
      if (!file.includes('/')) continue;
      for (const raw of [...measures, ...projects]) {
        const log = raw.log ?? [];
        const taken = log
          .filter(({ event, date }) => event === 'retract' && date <= day)
          .map(({ entry }) => entry);
        const standing = log
          .filter(({ date }, at) => date <= day && !taken.includes(at + 1))
          .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
        const plan = Object.assign(
          { ...raw },
          ...standing.map(({ event, set, due }) =>
            event === 'amend' ? set : event === 'postpone' ? { due } : {},
          ),
        ) as Raw;
        const last = (names: readonly string[]) =>
          standing.filter(({ event }) => names.includes(event)).at(-1)?.event;
        const isClosed =
          last(['verify', 'reopen']) === 'verify' || last(['withdraw', 'reinstate']) === 'withdraw';
        const isListed = measures.includes(raw) || standing.some(({ event }) => event === 'select');
        if (isClosed || !isListed) continue;
        const missing = [
          ...((plan.lead ?? []).length === 0 ? ['lead'] : []),
          ...(plan.due === undefined ? ['due'] : []),
          ...(plan.deliverable === undefined ? ['deliverable'] : []),
          ...((plan.criteria ?? []).length === 0 ? ['criteria'] : []),
        ];
        if (missing.length > 0) naive.push(`${raw.id}: ${missing.join(' ')}`);
      }
    }
    const gaps = gapsOf(viewOn(ledger, day), entriesOf(ledger, ['measure', 'project']));
    expect(gaps.map(({ entry, missing }) => `${entry.id}: ${missing.join(' ')}`).sort()).toEqual(
      naive.sort(),
    );
    expect(naive.length).toBeGreaterThan(5);
  });
});
