/** What waits for the reform office: on the ledger typed by hand, and on the made-up year worked out twice. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Setting } from '../desk.ts';
import { handLedger, projectRoot, realLedger, run } from '../harness.ts';
import { days, demoFolder, itemsOn } from './naive.ts';

const hand = join(projectRoot, handLedger);
const plain: Setting = { width: 80, env: { NO_COLOR: '1' } };

const inbox = (ledger: string, day: string, args: readonly string[] = [], setting: Setting = {}) =>
  run(['inbox', ...args, '--ledger', ledger, '--today', day], setting);

interface Waiting {
  readonly id: string;
  readonly since: string;
  readonly days: number;
  readonly by: string | null;
  readonly reason: string | null;
}

interface Answer {
  readonly claims: readonly (Waiting & { readonly evidence: readonly string[] })[];
  readonly reporting: {
    readonly due: string;
    readonly units: readonly {
      readonly unit: string | null;
      readonly items: readonly string[];
      readonly unreported: readonly string[];
      readonly missed: readonly string[];
    }[];
  };
  readonly rejected: readonly Waiting[];
  readonly blocked: readonly Waiting[];
  readonly excuses: readonly { readonly id: string; readonly until: string }[];
}

const answer = async (ledger: string, day: string, ...args: readonly string[]): Promise<Answer> =>
  JSON.parse((await inbox(ledger, day, [...args, '--json'])).out);

test('in a terminal of 80 columns', async () => {
  const { exit, out, err } = await inbox(hand, '2022-10-31', [], plain);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "Claims to check (2)
     ID          ITEM              BY           CLAIMED       WAITS  EVIDENCE
     eastbank-2  Shared yards and  Eastbank     2022-09-30  31 days  https://eastba
                 labs for small                                      nk.linjiang.ex
                 workshops                                           ample/yards
     T03.3       Gateway for       Data Bureau  2022-10-31   0 days  临数〔2022〕58
                 shared credit                                       号
                 data

    Reports for 2022-10-01 to 2022-12-31, due 2023-01-10 (in 71 days)
     UNIT                      TO REPORT  NOT YET  MISSED  WHICH
     Ecology Bureau                    1        1       1  T03.4
     Eastbank                          1        1       1  eastbank-1
     Special Group on Ecology          1        1          T02.1
     Planning Bureau                   1        1          T03.1
     Westbank                          1        1          westbank-1

    Rejected, and nothing since (1)
     ID     ITEM                 BY             REJECTED        FOR  REASON
     T03.1  Catalogue of public  Reform Office  2022-09-22  39 days  Annex missing
            credit information

    Blocked (1)
     ID     ITEM                   BY          BLOCKED         FOR  REASON
     T03.5  Mutual recognition of  Market      2022-10-13  18 days  系统对接受阻
            inspections            Regulation
                                   Bureau

    Excuses that end soon (1)
     ID     ITEM                           LEAD            UNTIL        DAYS
     T02.2  Trace and number all outfalls  Ecology Bureau  2022-10-31  today
    Check the first: reform verify eastbank-2 --checked document (or site or
    third-party), or reform reject eastbank-2 -m "why".
    Linjiang 2022 · as of 2022-10-31 · illustrative: made up to show how a ledger
    works
    "
  `);
});

test('in Chinese', async () => {
  expect((await inbox(hand, '2022-07-01', ['--lang', 'zh'], plain)).out).toMatchInlineSnapshot(`
    "2022-04-01 至 2022-06-30 的进展报送，2022-07-10 截止（还有9天）
     单位                  应报  未报  事项
     市政务服务数据管理局     2     1  T01.1

    已退回，此后无进展（1）
     编号   事项              单位        退回日期    历时  原因
     T02.2  入河排口溯源编号  市委改革办  2022-07-01   0天  抽查发现漏项

    受阻事项（1）
     编号   事项                单位            受阻日期    历时  原因
     T02.1  落实河段管护责任人  生态文明体制改  2022-05-11  51天  Boundary of two
                                革专项小组                        reaches in dispute
    没有待核查的销号申请，没有即将到期的缓办。
    临江市2022年 · 截至 2022-07-01 · 示例数据：内容虚构，仅用于演示台账
    "
  `);
});

describe('by hand', () => {
  test('claims, the oldest first, with who claimed and what is to prove it', async () => {
    const { claims } = await answer(hand, '2022-10-31');
    expect(
      claims.map(({ id, since, days: wait, by, evidence }) => [id, since, wait, by, evidence]),
    ).toEqual([
      ['eastbank-2', '2022-09-30', 31, 'eastbank', ['https://eastbank.linjiang.example/yards']],
      ['T03.3', '2022-10-31', 0, 'data-bureau', ['临数〔2022〕58号']],
    ]);
    expect((await answer(hand, '2022-07-01')).claims).toEqual([]);
  });

  test('who has not reported, by the lead that answers first', async () => {
    const { reporting } = await answer(hand, '2022-10-31');
    expect(reporting.due).toBe('2023-01-10');
    // Since 11 October T01.1, T01.2, T03.2 and T03.5 have been heard of; T02.2 and westbank-2 are excused.
    expect(reporting.units).toEqual([
      { unit: 'ecology-bureau', items: ['T03.4'], unreported: ['T03.4'], missed: ['T03.4'] },
      {
        unit: 'eastbank',
        items: ['eastbank-1'],
        unreported: ['eastbank-1'],
        missed: ['eastbank-1'],
      },
      { unit: 'ecology-group', items: ['T02.1'], unreported: ['T02.1'], missed: [] },
      { unit: 'planning-bureau', items: ['T03.1'], unreported: ['T03.1'], missed: [] },
      { unit: 'westbank', items: ['westbank-1'], unreported: ['westbank-1'], missed: [] },
    ]);
  });

  test('rejected and left lying; blocked since; excuses that end', async () => {
    const { rejected, blocked, excuses } = await answer(hand, '2022-10-31');
    expect(rejected.map(({ id, since, days: lain, reason }) => [id, since, lain, reason])).toEqual([
      ['T03.1', '2022-09-22', 39, 'Annex missing'],
    ]);
    expect(blocked.map(({ id, since, days: stuck }) => [id, since, stuck])).toEqual([
      ['T03.5', '2022-10-13', 18],
    ]);
    // westbank-2 is excused to the end of February.
    expect(excuses.map(({ id, until }) => [id, until])).toEqual([['T02.2', '2022-10-31']]);
    expect((await answer(hand, '2022-11-01')).excuses).toEqual([]);
    // Claimed again: no longer left lying.
    expect((await answer(hand, '2022-11-18')).rejected.map(({ id }) => id)).toEqual(['T03.3']);
  });

  test('the first claim with the command that closes it', async () => {
    const { out } = await inbox(hand, '2022-10-31');
    expect(out).toContain('reform verify eastbank-2 --checked document');
  });

  test('a query narrows it down; with nothing to do it says so', async () => {
    const { claims } = await answer(hand, '2022-10-31', 'lead:eastbank');
    expect(claims.map(({ id }) => id)).toEqual(['eastbank-2']);
    const { exit, out } = await inbox(hand, '2022-10-31', ['T01.1']);
    expect(exit).toBe(0);
    expect(out).toContain(
      'No claim to check, nobody owes a report, no rejected item left lying, nothing blocked and no excuse about to end.',
    );
  });

  test('CSV is one table for whoever makes the calls', async () => {
    const { out } = await inbox(hand, '2022-10-31', ['--format', 'csv']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('waits,id,title,unit,day,days,says');
    expect(
      parse(out)
        .slice(1)
        .map(([waits, id]: string[]) => `${waits} ${id}`),
    ).toEqual([
      'Claims to check eastbank-2',
      'Claims to check T03.3',
      'To be reported on T03.4',
      'To be reported on eastbank-1',
      'To be reported on T02.1',
      'To be reported on T03.1',
      'To be reported on westbank-1',
      'Rejected, and nothing since T03.1',
      'Blocked T03.5',
      'Excuses that end soon T02.2',
    ]);
  });
});

test('the published ledger has one claim, and nobody owes it a report', async () => {
  const { claims, reporting } = await answer(join(projectRoot, realLedger), '2022-12-01');
  expect(claims.map(({ id }) => id)).toEqual(['T01.1']);
  expect(reporting.units).toEqual([]);
});

describe('the made-up year, worked out twice', () => {
  let root = '';
  beforeAll(async () => {
    root = await demoFolder();
  });

  /** Quarters are reported by the 10th of the month after them. */
  const reportingDays = [
    '2022-01-10',
    '2022-04-10',
    '2022-07-10',
    '2022-10-10',
    '2023-01-10',
    '2023-04-10',
  ];
  const heard = ['start', 'report', 'tick', 'block', 'resume', 'done'];

  test.each(['2022-04-10', '2022-04-11', '2022-08-20', '2022-12-31', '2023-01-20'])(
    'on %s',
    async (day) => {
      const items = itemsOn(root, day);
      const { claims, rejected, blocked, excuses, reporting } = await answer(root, day);
      const plan = (status: string, event: string) =>
        items
          .filter((item) => item.status === status)
          .flatMap((item) => {
            const last = item.told.filter((each) => each.event === event).at(-1);
            return last ? [`${item.id} ${days(last.date, day)}`] : [];
          })
          .sort();
      const ids = (all: readonly Waiting[]) => all.map((each) => `${each.id} ${each.days}`).sort();
      expect(ids(claims)).toEqual(plan('done', 'done'));
      expect(ids(blocked)).toEqual(plan('blocked', 'block'));
      expect(rejected.map(({ id }) => id).sort()).toEqual(
        items
          .filter(({ status, told }) => status === 'in-progress' && told.at(-1)?.event === 'reject')
          .map(({ id }) => id)
          .sort(),
      );
      const soon = new Date(Date.parse(day) + 30 * 86_400_000).toISOString().slice(0, 10);
      const isOpen = (status: string) => ['planned', 'in-progress', 'blocked'].includes(status);
      expect(excuses.map(({ id }) => id).sort()).toEqual(
        items
          .filter(({ status, excused }) => isOpen(status) && excused !== '' && excused <= soon)
          .map(({ id }) => id)
          .sort(),
      );
      const next = reportingDays.find((each) => each >= day) ?? '';
      const before = reportingDays.filter((each) => each < day).at(-1) ?? '';
      const asked = items.filter(
        ({ status, excused, start = '9' }) =>
          excused === '' &&
          (status === 'in-progress' ||
            status === 'blocked' ||
            (status === 'planned' && start <= day)),
      );
      const silent = asked.filter(
        ({ told }) => !told.some(({ event, date }) => heard.includes(event) && date > before),
      );
      expect(reporting.due).toBe(next);
      expect(reporting.units.flatMap(({ unreported }) => unreported).sort()).toEqual(
        silent.map(({ id }) => id).sort(),
      );
      // Every unit that is named has something still to report on.
      expect(reporting.units.every(({ unreported }) => unreported.length > 0)).toBe(true);
      expect(claims.map(({ since }) => since)).toEqual(claims.map(({ since }) => since).sort());
    },
  );
});
