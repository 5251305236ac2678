import { expect, test } from 'vitest';
import { asOracle, handLedger, projectRoot, read, run } from '../harness.ts';

test('the real ledger: issued beside listed, mentioned and recorded', async () => {
  const { exit, out, err } = await run(['summary']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "Guangzhou 2022  Key work arrangement for comprehensively deepening reform in Guangzhou in 2022

    Issued and recorded
     WHAT             ISSUED  LISTED  AS LEADING REFORM  AS PILOT  MENTIONED  RECORDED
     fields               12      12                                                12
     tasks                41       5                  4         4          9        22
     measures            120       0                                       1         1
     projects             22      22                                                22
     leading reforms      22       5                                                 5

    By field
     FIELD                                       CHINESE           TASKS  MEASURES  CLAIMED  █ ▒ ·
     Business environment                        营商环境              2         0
     Economic system                             经济体制              5         0
     Administrative system                       行政体制              1         0
     Urban planning and construction management  城市规划建设管理      1         1        1  ▒▒▒▒▒▒▒▒▒▒
     Agriculture and rural areas                 农业农村              0         0
     Democracy and the rule of law               民主法治              0         0
     Social governance                           社会治理              1         0
     Culture                                     文化                  0         0
     People's livelihood                         民生                  2         0
     Ecological civilization                     生态文明              1         0
     Party construction                          党的建设              0         0
     Discipline inspection and supervision       纪检监察              0         0
     across fields, or not stated                                      9         0

    By district
     DISTRICT   CHINESE  PROJECTS  █ ▒ ·
     Yuexiu     越秀区          2  ··········
     Haizhu     海珠区          2  ··········
     Liwan      荔湾区          2  ··········
     Tianhe     天河区          2  ··········
     Baiyun     白云区          2  ··········
     Huangpu    黄埔区          2  ··········
     Huadu      花都区          2  ··········
     Panyu      番禺区          2  ··········
     Nansha     南沙区          2  ··········
     Conghua    从化区          2  ··········
     Zengcheng  增城区          2  ··········
     █ verified  ▒ claimed  · open

    Where they stand
    1 measure: 1 done (claimed).
    22 projects: 22 listed.
    1 claimed done and not yet verified · 0 verified · 0 overdue.
    0 open items can be judged by a deadline; 22 cannot: no deadline was published.
    Guangzhou 2022 · as published 2022-03-15
    "
  `);
});

const expected = JSON.parse(read(projectRoot, 'tests/fixtures/hand/expected.json'));

test.each(expected.dates as string[])('the ledger typed by hand on %s', async (day) => {
  const { out } = await run(['summary', '--json', '--ledger', handLedger, '--today', day]);
  expect(asOracle(JSON.parse(out))).toEqual(expected.summary[day]);
});

test('fields and districts add up to the whole', async () => {
  const { out } = await run(['summary', '--json', '--ledger', handLedger]);
  const { fields, districts, measures, projects } = JSON.parse(out);
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  expect(sum(fields.map((each: { measures: { items: number } }) => each.measures.items))).toBe(
    measures.items,
  );
  expect(sum(districts.map((each: { projects: { items: number } }) => each.projects.items))).toBe(
    projects.items,
  );
});

test('what is made up is said to be', async () => {
  const { out } = await run(['summary', '--ledger', handLedger]);
  expect(out).toContain('illustrative: made up');
});
