/** What lists bring to a ledger, on plain values: planned, applied, and planned once more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/intake/amendments.ts';
import { findList } from '../../src/intake/columns.ts';
import { listingOf, noMapping, planIntake } from '../../src/intake/index.ts';
import type { IntakePlan } from '../../src/intake/outcome.ts';
import type { Value } from '../../src/model/attribute.ts';
import { applyChange } from '../../src/model/change.ts';
import { collect } from '../../src/model/collect.ts';
import { isUnreadable } from '../../src/model/diagnostic.ts';
import { sheetOf } from './sheet.ts';

const today = '2026-10-08';

const about = {
  title: '示例市2026年改革台账',
  jurisdiction: '示例市',
  year: 2026,
  timezone: 'Asia/Shanghai',
  language: 'zh',
  state: 'draft',
  basis: 'office',
};

const deskOf = (values: ReadonlyMap<string, Value>): Desk => {
  const { ledger, findings } = collect([...values].map(([file, value]) => ({ file, value })));
  expect(findings.filter(({ code }) => isUnreadable(code))).toEqual([]);
  return { ledger, values, today };
};

const empty = new Map<string, Value>([['ledger.yaml', about]]);

const planned = (
  desk: Desk,
  rows: readonly (readonly string[])[],
  more: Parameters<typeof sheetOf>[2] = {},
): IntakePlan => {
  const table = findList(sheetOf(rows, [], more), new Map());
  if (!table) throw new Error('no list was found');
  const listing = listingOf(desk, table, noMapping, today);
  return planIntake(desk, [listing], {
    units: new Map(),
    same: new Map(),
    grounds: { date: today },
  });
};

const grown = (desk: Desk, { changes }: IntakePlan): Desk => {
  const values = new Map(desk.values);
  for (const change of changes)
    values.set(change.file, applyChange(values.get(change.file), change));
  return deskOf(values);
};

const heading = ['领域', '改革任务', '具体举措', '牵头单位', '完成时限', '进展情况'];

const nothing = {
  fields: 0,
  districts: 0,
  units: 0,
  tasks: 0,
  measures: 0,
  projects: 0,
  criteria: 0,
  reports: 0,
};

describe('the same list again', () => {
  const word = fc.constantFrom('甲', '乙', '丙', '丁');
  const row = fc.tuple(
    word.map((each) => `领域${each}`),
    word.map((each) => `任务${each}`),
    fc.string({
      minLength: 1,
      maxLength: 6,
      unit: fc.constantFrom('推', '进', '改', '革', '一', '二'),
    }),
    word.map((each) => `市${each}局`),
    fc.constantFrom('9月底前', '年底', '2026.6.30', '长期坚持', '尽快', ''),
    fc.constantFrom('', '已启动', '60%', '未启动', '已完成'),
  );

  test('brings nothing, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (rows, order) => {
          const first = planned(deskOf(empty), [heading, ...rows]);
          const desk = grown(deskOf(empty), first);
          const shuffled = rows
            .map((each) => ({ each, key: order.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          for (const again of [rows, shuffled]) {
            const { added, changes } = planned(desk, [heading, ...again]);
            // Of rows that are alike in field, task and measure only the first is taken: which one depends on the order.
            const isUnique =
              new Set(rows.map((each) => each.slice(0, 3).join())).size === rows.length;
            if (again === rows || isUnique) {
              expect(added).toEqual(nothing);
              expect(changes).toEqual([]);
            } else expect(added.measures).toBe(0);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('counts every row once: taken, or told why not', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const { added, troubles } = planned(deskOf(empty), [heading, ...rows]);
        const twice = troubles.filter(({ why }) => why === 'twice').length;
        expect(added.measures + twice).toBe(rows.length);
      }),
    );
  });
});

describe('matching', () => {
  const rows = [
    ['序号', '改革任务', '具体举措', '牵头单位'],
    ['1', '任务一', '推行住所登记改革', '市甲局'],
    ['2', '任务一', '推进证照分离', '市乙局'],
    ['3', '任务二', '建设医联体', '市丙局'],
  ];
  const desk = grown(deskOf(empty), planned(deskOf(empty), rows));

  test('knows a reworded item by its number', () => {
    const { amended, added } = planned(desk, [
      rows[0] ?? [],
      ['2', '任务一', '推进证照分离全覆盖', '市乙局'],
    ]);
    expect(added).toEqual(nothing);
    expect(amended).toMatchObject([
      { id: 'T01.2', attribute: 'title', becomes: '推进证照分离全覆盖' },
    ]);
  });

  test('does not take another title under the same number for it', () => {
    const { amended, added, missing } = planned(desk, [
      rows[0] ?? [],
      ['2', '任务一', '开展电子招标', '市乙局'],
    ]);
    expect(amended).toEqual([]);
    expect(added.measures).toBe(1);
    expect(missing).toEqual(['T01.1', 'T01.2', 'T02.1']);
  });

  test('does not take a title of the same form under the same number for it', () => {
    const heads = ['序号', '改革任务', '具体举措', '牵头单位'];
    const first = grown(
      deskOf(empty),
      planned(deskOf(empty), [heads, ['1', '任务一', '制定数据条例', '市甲局']]),
    );
    const { added, amended, missing } = planned(first, [
      heads,
      ['1', '任务一', '制定数据产权办法', '市乙局'],
    ]);
    expect(added.measures).toBe(1);
    expect(amended).toEqual([]);
    expect(missing).toEqual(['T01.1']);
  });

  test('does not take the numbers of an office for its own ids', () => {
    const list = [
      ['编号', '改革任务', '具体举措', '牵头单位'],
      ['T1.2', '任务一', '推行住所登记改革', '市甲局'],
      ['T1.1', '任务一', '推进证照分离', '市乙局'],
    ];
    const first = grown(deskOf(empty), planned(deskOf(empty), list));
    expect(planned(first, list).changes).toEqual([]);
  });

  test('leaves an item under its task, and tells of it', () => {
    const { added, elsewhere } = planned(desk, [
      rows[0] ?? [],
      ['3', '任务一', '建设医联体', '市丙局'],
    ]);
    expect(added).toEqual(nothing);
    expect(elsewhere).toMatchObject([{ id: 'T02.1' }]);
  });

  test('finds items by the ids that the ledger gave them', () => {
    const ids = rows.map(([, ...rest], index) => [
      ['编号', 'T01.1', 't1.2', 'T02.1'][index] ?? '',
      ...rest,
    ]);
    const { added, amended } = planned(desk, ids);
    expect(added).toEqual(nothing);
    expect(amended).toEqual([]);
  });

  test('knows an item reworded by a little without any number', () => {
    const plain = rows.map(([, ...rest]) => rest);
    const first = grown(deskOf(empty), planned(deskOf(empty), plain));
    const { added, amended } = planned(first, [
      plain[0] ?? [],
      ['任务一', '推行住所登记制度改革', '市甲局'],
    ]);
    expect(added).toEqual(nothing);
    expect(amended).toMatchObject([{ id: 'T01.1', attribute: 'title' }]);
  });

  test('knows a task under another name by its measures', () => {
    const { added, amended } = planned(desk, [
      rows[0] ?? [],
      ['1', '任务甲', '推行住所登记改革', '市甲局'],
      ['2', '任务甲', '推进证照分离', '市乙局'],
    ]);
    expect(added).toEqual(nothing);
    expect(amended).toMatchObject([
      { id: 'T01', attribute: 'title', is: '任务一', becomes: '任务甲' },
    ]);
  });

  test('tells where the list is blank and the ledger is not', () => {
    const { blank, changes } = planned(desk, [rows[0] ?? [], ['3', '任务二', '建设医联体', '']]);
    expect(blank).toEqual([{ id: 'T02.1', attribute: 'lead' }]);
    expect(changes).toEqual([]);
  });

  test('renumbers where the list does', () => {
    const { amended, added } = planned(desk, [
      rows[0] ?? [],
      ['7', '任务二', '建设医联体', '市丙局'],
    ]);
    expect(added).toEqual(nothing);
    expect(amended).toMatchObject([
      { id: 'T02.1', attribute: 'number', is: '3', becomes: '7', by: 'set' },
    ]);
  });

  test('puts new items of a list without tasks where its others stand', () => {
    const plain = [
      ['序号', '具体举措', '牵头单位'],
      ['1', '举措一', '市甲局'],
    ];
    const first = grown(deskOf(empty), planned(deskOf(empty), plain, { before: '三月台账' }));
    const second = planned(first, [...plain, ['2', '举措二', '市甲局']], { before: '四月台账' });
    expect(second.added).toMatchObject({ tasks: 0, measures: 1 });
    expect(grown(first, second).ledger.entries.measure.map(({ id }) => id)).toEqual([
      'T01.1',
      'T01.2',
    ]);
  });
});

describe('a title that stands twice', () => {
  const rows = [
    ['改革任务', '具体举措', '牵头单位', '成果形式', '完成时限'],
    ['任务一', '开展试点', '市甲局', '方案', '6月底'],
    ['任务一', '开展试点', '市乙局', '报告', '9月底'],
  ];

  test('is two measures where something else differs, in whatever order', () => {
    const first = planned(deskOf(empty), rows);
    expect(first.added.measures).toBe(2);
    const desk = grown(deskOf(empty), first);
    const [heads = [], one = [], two = []] = rows;
    expect(planned(desk, [heads, two, one]).changes).toEqual([]);
  });

  test('is found again in a list without any title or task', () => {
    const plain = rows.map(([, ...rest]) => rest);
    const desk = grown(deskOf(empty), planned(deskOf(empty), plain));
    expect(planned(desk, plain).changes).toEqual([]);
  });

  test('is one where nothing does, and told with the row it repeats', () => {
    const { added, troubles } = planned(deskOf(empty), [...rows, rows[1] ?? []]);
    expect(added.measures).toBe(2);
    expect(troubles).toMatchObject([{ why: 'twice', address: 'Sheet1!B4', text: 'Sheet1!B2' }]);
  });
});

describe('progress', () => {
  const reported = (heading: string, cells: readonly string[]) => {
    const plan = planned(deskOf(empty), [
      ['改革任务', '牵头单位', heading],
      ...cells.map((cell, index) => [`任务${index}`, '市甲局', cell]),
    ]);
    const { ledger } = grown(deskOf(empty), plan);
    const progress = ledger.entries.measure.map(
      ({ data }) => data.log?.map((event) => (event.event === 'report' ? event.progress : null))[0],
    );
    return { plan, progress };
  };

  test('is shares of a whole where no number is larger than one', () => {
    expect(reported('完成率', ['0.6', '1', '0']).progress).toEqual([60, 100, undefined]);
    expect(reported('完成率', ['60%', '100%', '33.4%']).progress).toEqual([60, 100, 33]);
    expect(reported('完成率', ['60', '1']).progress).toEqual([60, 1]);
  });

  test('of a lone 1 is not guessed', () => {
    const { plan, progress } = reported('完成率', ['1', '0']);
    expect(progress).toEqual([undefined, undefined]);
    expect(plan.troubles).toMatchObject([{ why: 'percent-unclear', address: 'Sheet1!C2' }]);
  });

  test('that is a fraction among whole numbers is not guessed', () => {
    const { plan, progress } = reported('完成率', ['0.2', '45', '1.5']);
    expect(progress).toEqual([undefined, 45, 2]);
    expect(plan.troubles).toMatchObject([{ why: 'percent-unclear', address: 'Sheet1!C2' }]);
  });

  test('of a quarter that has not begun is no report, and what the last one claims is told', () => {
    const heads = ['改革任务', '牵头单位', '进展情况 一季度', '进展情况 二季度'];
    const plan = planned(deskOf(empty), [heads, ['任务一', '市甲局', '尚未启动', '已完成']]);
    expect(plan.added.reports).toBe(1);
    expect(plan.claimed).toMatchObject([{ id: 'T01.1', claims: 'complete' }]);
  });

  test('in the same words is reported again on another day of the list', () => {
    const edition = (day: string) => [
      ['改革任务', '牵头单位', `进展情况（截至2026年${day}）`],
      ['任务一', '市甲局', '正常推进'],
    ];
    const desk = grown(deskOf(empty), planned(deskOf(empty), edition('3月底')));
    expect(planned(desk, edition('3月底')).added.reports).toBe(0);
    expect(planned(desk, edition('4月底')).added.reports).toBe(1);
  });

  test('that has not begun is counted, and recorded as nothing', () => {
    const { plan } = reported('进展情况', ['未启动', '已启动']);
    expect(plan.silent).toEqual(['T01.1']);
    expect(plan.added.reports).toBe(1);
  });
});

describe('milestones of one measure in rows of their own', () => {
  test('are criteria with their own days, and the last is the deadline', () => {
    const rows = [
      ['Commitment', 'Lead agency', 'Milestone', 'End date'],
      ['Open registers', 'ACA', 'Draft law', '2026-06-30'],
      ['', '', 'Register online', '2026-12-31'],
    ];
    const table = findList(sheetOf(rows, ['A2:A3', 'B2:B3']), new Map());
    if (!table) throw new Error('no list was found');
    const listing = listingOf(deskOf(empty), table, noMapping, today);
    expect(listing.items).toMatchObject([
      {
        due: '2026-12-31',
        criteria: [
          { text: 'Draft law', due: '2026-06-30' },
          { text: 'Register online', due: '2026-12-31' },
        ],
      },
    ]);
    expect(listing.latest).toBe(1);
  });
});

describe('units', () => {
  test('of all districts have those of the register as members, and not those that the list happens to name', () => {
    const rows = [
      ['改革任务', '牵头单位', '配合单位'],
      ['任务一', '东山区', '各区'],
    ];
    const { added, registered, changes } = planned(deskOf(empty), rows);
    expect(added).toMatchObject({ districts: 1, units: 1 });
    expect(registered.map(({ name, id, kind }) => `${name} ${id} ${kind}`)).toEqual([
      '东山区 dongshan district',
      '各区 gequ unit',
    ]);
    expect(JSON.stringify(changes)).not.toContain('members');
  });

  test.each([
    ['市委组织部', 'shi-wei-zu-zhi-bu'],
    ['市财政局', 'caizhengju'],
    ['Department for Business and Trade', 'department-for-business-and-trade'],
    ['Market Regulation Bureau 市市场监管局', 'market-regulation-bureau'],
    ['…', 'unit'],
  ])('%s is %s', (name, id) => {
    const { registered } = planned(deskOf(empty), [
      ['改革任务', '牵头单位'],
      ['任务一', name],
      ['任务二', '市甲局'],
    ]);
    expect(registered[0]?.name === name ? registered[0].id : 'unit').toBe(id);
  });

  test('in English keep their commas where other cells part them otherwise', () => {
    const rows = [
      ['Action', 'Owner'],
      ['One', 'Department for Business, Energy and Industrial Strategy'],
      ['Two', 'HM Treasury; Home Office'],
    ];
    const { registered } = planned(deskOf(empty), rows);
    expect(registered.map(({ name }) => name)).toEqual([
      'Department for Business, Energy and Industrial Strategy',
      'HM Treasury',
      'Home Office',
    ]);
  });

  test('are one with what the list calls them for short, which becomes an alias', () => {
    const rows = [
      ['Action', 'Owner'],
      ['One', 'Anti-Corruption Agency (ACA)'],
      ['Two', 'ACA'],
    ];
    const { added, changes } = planned(deskOf(empty), rows);
    expect(added.units).toBe(1);
    expect(JSON.stringify(changes)).toContain('"aliases":["ACA"]');
  });

  test('that are districts go into the register of districts', () => {
    const rows = [
      ['改革任务', '牵头单位'],
      ['任务一', '黄埔区人民政府、南沙自贸区、各区'],
    ];
    const { added } = planned(deskOf(empty), rows);
    expect(added).toMatchObject({ districts: 1, units: 2 });
  });

  test('drop the name of their own city', () => {
    const rows = [
      ['改革任务', '牵头单位'],
      ['任务一', '示例市财政局'],
      ['任务二', '市财政局'],
      ['任务三', '财政局'],
    ];
    const { added } = planned(deskOf(empty), rows);
    expect(added.units).toBe(1);
  });
});

describe('the printed words of a deadline', () => {
  const list = (due: string) => [
    ['改革任务', '牵头单位', '完成时限'],
    ['任务一', '市甲局', due],
  ];
  const first = grown(deskOf(empty), planned(deskOf(empty), list('三季度')));
  const then = (due: string) => {
    const plan = planned(first, list(due));
    const { due: day, due_text } = grown(first, plan).ledger.entries.measure[0]?.data ?? {};
    return {
      day,
      due_text,
      whys: plan.troubles.map(({ why }) => why),
      changes: plan.amended.length,
    };
  };

  test('go with their day', () => {
    expect(then('年底')).toMatchObject({ day: '2026-12-31', due_text: '年底', changes: 2 });
    expect(then('2026-12-31')).toMatchObject({
      day: '2026-12-31',
      due_text: undefined,
      changes: 2,
    });
    expect(then('9月底')).toMatchObject({ day: '2026-09-30', due_text: '三季度', changes: 0 });
  });

  test('that name no day any more do not take it away, and that is told', () => {
    expect(then('待定')).toMatchObject({
      day: '2026-09-30',
      due_text: '三季度',
      whys: ['due-open', 'due-kept'],
      changes: 0,
    });
  });

  test('of a plain day leave nothing behind', () => {
    const plain = grown(deskOf(empty), planned(deskOf(empty), list('2026-06-30')));
    expect(planned(plain, list('2026-09-30')).amended).toHaveLength(1);
  });
});

describe('an issued ledger', () => {
  const rows = [
    ['改革任务', '牵头单位', '完成时限', '进展情况'],
    ['任务一', '市甲局', '9月底', '已启动'],
  ];
  const draft = grown(deskOf(empty), planned(deskOf(empty), rows));
  const issued = deskOf(new Map(draft.values).set('ledger.yaml', { ...about, state: 'current' }));

  test('keeps its words: a later day is a postponement that needs its grounds', () => {
    const { needs, amended, changes } = planned(issued, [
      rows[0] ?? [],
      ['任务一', '市甲局', '年底', '已启动'],
    ]);
    expect(needs).toEqual(['reason', 'document']);
    expect(amended).toMatchObject([
      { attribute: 'due', is: '2026-09-30', becomes: '2026-12-31', by: 'postpone' },
    ]);
    expect(changes).toEqual([]);
  });

  test('keeps its printed numbers when a later edition counts anew', () => {
    const { changes } = planned(issued, [
      ['序号', ...(rows[0] ?? [])],
      ['9', '任务一', '市甲局', '9月底', '已启动'],
    ]);
    expect(changes).toEqual([]);
  });

  test('takes other words for the same day as nothing new', () => {
    const { changes, amended } = planned(issued, [
      rows[0] ?? [],
      ['任务一', '市甲局', '三季度', '已启动'],
    ]);
    expect(amended).toEqual([]);
    expect(changes).toEqual([]);
  });

  test('refuses what the log does not allow, cell by cell, and takes the rest', () => {
    const values = new Map(issued.values);
    const task = values.get('tasks/T01.yaml') as {
      readonly measures: readonly { readonly log: readonly Value[] }[];
    };
    const [measure] = task.measures;
    const claim = {
      date: '2026-10-01',
      event: 'done',
      by: 'shijiaju',
      result: 'x',
      evidence: [{ document: 'y' }],
    };
    values.set('tasks/T01.yaml', {
      ...task,
      measures: [{ ...measure, log: [...(measure?.log ?? []), claim] }],
    } as unknown as Value);
    const desk = deskOf(values);
    const plan = planned(desk, [
      rows[0] ?? [],
      ['任务一', '市甲局', '9月底', '又有进展'],
      ['任务二', '市甲局', '', ''],
    ]);
    expect(plan.refused).toMatchObject([
      { id: 'T01.1', address: 'Sheet1!D2', problem: { code: 'event/illegal' } },
    ]);
    expect(plan.added).toMatchObject({ tasks: 1, measures: 1, reports: 0 });
  });
});
