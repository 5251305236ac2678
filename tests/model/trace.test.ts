/** How records hang together: by hand on the typed ledger, counted naively on the made-up one. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import type { Value } from '../../src/model/attribute.ts';
import { collect } from '../../src/model/collect.ts';
import type { KindName } from '../../src/model/kinds/index.ts';
import type { Entry, Ledger } from '../../src/model/ledger.ts';
import { mentionsOf, naming } from '../../src/model/mentions.ts';
import { coverageOf, downFrom, linksOf, type Step, upFrom } from '../../src/model/trace.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from '../demo/made.ts';
import { handLedger, projectRoot } from '../harness.ts';

const hand = load(folderSource(join(projectRoot, handLedger))).ledger;
const demo = made(1, 1);

const get = (ledger: Ledger, kind: KindName, id: string): Entry => {
  const entry = ledger.byId[kind].get(id);
  if (!entry) throw new Error(`there is no ${kind} ${id}`);
  return entry;
};

const told = (steps: readonly Step[]) =>
  steps.map(
    ({ depth, link, entry, isRepeated }) =>
      `${depth} ${link.as} ${entry.id}${isRepeated ? ' again' : ''}`,
  );

const up = (ledger: Ledger, kind: KindName, id: string, day = '2023-01-31') =>
  told(upFrom(viewOn(ledger, day), linksOf(ledger), get(ledger, kind, id)));
const down = (ledger: Ledger, kind: KindName, id: string, day = '2023-01-31') =>
  told(downFrom(viewOn(ledger, day), linksOf(ledger), get(ledger, kind, id)));

describe('the ledger typed by hand', () => {
  test('a measure comes from its task, and with it from arrangements, pilots and meetings', () => {
    expect(up(hand, 'measure', 'T02.1')).toEqual([
      '1 measure T02',
      '2 implements reform-list-2022/rivers',
      '3 arrangement reform-list-2022',
      '2 implements reform-list-2022/steady',
      '3 arrangement reform-list-2022 again',
      '2 pilot water-rights',
      '3 duty reform-list-2022/rivers again',
      '2 agenda deep-reform-2022-1',
      '3 meeting reform-list-2022 again',
    ]);
  });

  test('a task carries on a leading reform, which a plan sets', () => {
    expect(up(hand, 'task', 'T04')).toEqual([
      '1 leading-reform one-licence',
      '2 plan plan-14',
      '1 source reform-list-2022',
    ]);
  });

  test('a project comes from the tasks it supports', () => {
    expect(up(hand, 'project', 'eastbank-1').slice(0, 3)).toEqual([
      '1 supports T01',
      '2 implements reform-list-2022/one-window',
      '3 arrangement reform-list-2022',
    ]);
    expect(up(hand, 'project', 'eastbank-2')).toEqual([]);
  });

  test('a criterion comes from its item', () => {
    expect(up(hand, 'criterion', 'T03.1#b').slice(0, 3)).toEqual([
      '1 criterion T03.1',
      '2 measure T03',
      '3 implements reform-list-2022/credit',
    ]);
  });

  test('an arrangement is carried out by tasks, pilots, measures and projects', () => {
    expect(down(hand, 'arrangement', 'reform-list-2022/rivers')).toEqual([
      '1 duty water-rights',
      '2 pilot T02',
      '3 measure T02.1',
      '3 measure T02.2',
      '3 supports westbank-2',
      '1 implements T02 again',
    ]);
  });

  test('a leading reform, a meeting, a field and a district lead down as well', () => {
    expect(down(hand, 'leading-reform', 'one-licence')).toEqual(['1 leading-reform T04']);
    expect(down(hand, 'meeting', 'deep-reform-2022-1').filter((each) => each[0] === '1')).toEqual([
      '1 agenda T01',
      '1 agenda T02',
    ]);
    expect(down(hand, 'field', 'business-environment')).toEqual([
      '1 field T04',
      '1 field one-licence',
      '2 leading-reform T04 again',
      '1 field credit-repair',
    ]);
    expect(down(hand, 'district', 'westbank')).toEqual([
      '1 district westbank-1',
      '1 district westbank-2',
      '1 district westbank-3',
      '1 lead T03.4',
    ]);
  });

  test('a unit answers for what it leads by its own name and by its predecessor’s', () => {
    expect(down(hand, 'unit', 'market-regulation', '2022-06-30')).toEqual(['1 lead T03.5']);
    expect(down(hand, 'unit', 'market-regulation', '2022-07-01')).toEqual([
      '1 lead T03.2',
      '1 lead T03.5',
    ]);
    expect(down(hand, 'unit', 'quality-bureau', '2022-07-01')).toEqual(['1 lead T03.2']);
  });

  test('coverage: what implements what, and what is left over', () => {
    const { documents, without, unfounded, supporting } = coverageOf(hand, linksOf(hand));
    const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
    expect(
      documents.map(({ document, depth, arrangements }) => [
        document.id,
        depth,
        arrangements.map(({ arrangement, tasks }) => [arrangement.data.id, ids(tasks)]),
      ]),
    ).toEqual([
      [
        'reform-list-2022',
        0,
        [
          ['one-window', ['T01']],
          ['rivers', ['T02']],
          ['credit', ['T03']],
          ['steady', ['T02']],
        ],
      ],
      ['plan-14', 0, []],
    ]);
    expect(ids(without)).toEqual([]);
    expect(ids(unfounded)).toEqual(['T04']);
    expect(supporting.map(({ project, tasks }) => [project.id, ids(tasks)])).toEqual([
      ['eastbank-1', ['T01']],
      ['westbank-2', ['T02', 'T03']],
    ]);
  });
});

describe('papers', () => {
  const places = (paper: string, day: string) =>
    naming(mentionsOf(viewOn(hand, day)), [paper]).map(
      ({ in: entry, as, event, entry: number, fate }) =>
        `${entry.id} ${as} ${event ?? '-'} ${number ?? '-'} ${fate}`,
    );

  test.each(['临改委〔2023〕1号', '临改委[2023]1号', ' 临改委（２０２３）1号 '])(
    '%s is found where it decides',
    (typed) => {
      expect(places(typed, '2023-01-31')).toEqual([
        'T01.1 decision withdraw 5 counts',
        'T01.2 decision withdraw 6 counts',
      ]);
      expect(places(typed, '2023-01-17')).toEqual([]);
    },
  );

  test('what was retracted is there and says so', () => {
    expect(places('临改办〔2022〕12号', '2022-06-30')).toEqual([
      'T01.2 decision postpone 1 counts',
    ]);
    expect(places('临改办〔2022〕12号', '2022-07-01')).toEqual([
      'T01.2 decision postpone 1 retracted',
    ]);
  });

  test('evidence, successions, amended totals, replications and documents themselves', () => {
    expect(places('临规〔2022〕60号', '2022-12-31')).toEqual([
      'T03.1 evidence done 5 counts',
      'T03.1 evidence done 7 counts',
    ]);
    expect(places('临编〔2022〕5号', '2022-07-01')).toEqual(['quality-bureau decision - - counts']);
    expect(places('临编〔2022〕5号', '2022-06-30')).toEqual([]);
    expect(naming(mentionsOf(viewOn(hand, '2022-08-20')), ['临改委〔2022〕9号'])).toMatchObject([
      { in: { kind: 'ledger' }, as: 'decision', date: '2022-08-20' },
    ]);
    expect(places('临改办〔2022〕18号', '2022-12-31')).toEqual([
      'water-rights decision replicate 2 counts',
    ]);
    expect(places('临改委〔2022〕1号', '2022-12-31')).toEqual([
      'reform-list-2022 number - - counts',
    ]);
  });
});

/** A ledger of documents only, with what each is a component of. */
const documentsOf = (parts: readonly (number | null)[]): Ledger =>
  collect([
    {
      file: 'documents.yaml',
      value: parts.map((part, at) => ({
        id: `d${at}`,
        title: `Document ${at}`,
        ...(part !== null && { part_of: `d${part}` }),
      })) as Value,
    },
  ]).ledger;

describe('references in a circle', () => {
  test('two documents that are components of each other are each passed once', () => {
    const ledger = documentsOf([1, 0]);
    expect(up(ledger, 'document', 'd0')).toEqual(['1 component d1', '2 component d0 again']);
    expect(down(ledger, 'document', 'd0')).toEqual(['1 component d1', '2 component d0 again']);
    const { documents } = coverageOf(ledger, linksOf(ledger));
    expect(documents.map(({ document }) => document.id)).toEqual(['d0', 'd1']);
  });

  test('a document that is a component of itself is a component of nothing', () => {
    expect(up(documentsOf([0]), 'document', 'd0')).toEqual([]);
  });

  test('a long chain is gone along without deep calls', () => {
    const ledger = documentsOf([null, ...Array(20_000).keys()]);
    expect(up(ledger, 'document', 'd20000')).toHaveLength(20_000);
    expect(coverageOf(ledger, linksOf(ledger)).documents).toHaveLength(20_001);
  });

  test('whatever refers to whatever, every way ends and every document is there once', () => {
    const parts = fc.array(fc.option(fc.nat(11)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, (given) => {
        const ledger = documentsOf(given);
        const links = linksOf(ledger);
        for (const { id } of ledger.entries.document) {
          expect(up(ledger, 'document', id).length).toBeLessThanOrEqual(given.length);
          expect(down(ledger, 'document', id).length).toBeLessThanOrEqual(given.length);
        }
        const ids = coverageOf(ledger, links).documents.map(({ document }) => document.id);
        expect([...ids].sort()).toEqual(ledger.entries.document.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('the made-up year, counted naively from its files', () => {
  interface Raw {
    readonly id: string;
    readonly implements?: readonly string[];
    readonly supports?: readonly string[];
    readonly arrangements?: readonly { readonly id: string; readonly kind: string }[];
    readonly measures?: readonly Raw[];
    readonly projects?: readonly Raw[];
  }
  const raw = [...demo.files].flatMap(([file, value]) =>
    (Array.isArray(value) ? value : [value]).map((each: unknown) => [file, each as Raw] as const),
  );
  const tasks = raw.filter(([file]) => file.startsWith('tasks/')).map(([, each]) => each);
  const projects = raw
    .filter(([file]) => file.startsWith('projects/'))
    .flatMap(([, each]) => each.projects ?? []);
  const arrangements = raw
    .filter(([file]) => file === 'documents.yaml')
    .flatMap(([, { id, arrangements: inside = [] }]) =>
      inside.map((each) => ({ id: `${id}/${each.id}`, kind: each.kind })),
    );

  test('coverage', () => {
    const links = linksOf(demo.ledger);
    const { documents, without, unfounded, supporting } = coverageOf(demo.ledger, links);
    const implementing = (id: string) =>
      tasks.filter((task) => task.implements?.includes(id)).map((task) => task.id);
    const found = documents.flatMap((each) => each.arrangements);
    expect(
      Object.fromEntries(
        found.map((each) => [each.arrangement.id, each.tasks.map(({ id }) => id)]),
      ),
    ).toEqual(Object.fromEntries(arrangements.map(({ id }) => [id, implementing(id)])));
    expect(without.map(({ id }) => id)).toEqual(
      arrangements.filter(({ id }) => implementing(id).length === 0).map(({ id }) => id),
    );
    expect(unfounded.map(({ id }) => id)).toEqual(
      tasks.filter((task) => (task.implements ?? []).length === 0).map(({ id }) => id),
    );
    expect(supporting.map(({ project }) => project.id).sort()).toEqual(
      projects
        .filter(({ supports = [] }) => supports.length > 0)
        .map(({ id }) => id)
        .sort(),
    );
    expect(supporting.length).toBeGreaterThan(20);
  });

  test('from every document down to the measures of its tasks', () => {
    for (const { id, kind } of arrangements) {
      const measures = tasks
        .filter((task) => task.implements?.includes(id))
        .flatMap((task) => (task.measures ?? []).map((each) => each.id));
      const reached = downFrom(
        viewOn(demo.ledger, '2022-12-31'),
        linksOf(demo.ledger),
        get(demo.ledger, 'arrangement', id),
      ).flatMap(({ link, entry }) => (link.as === 'measure' ? [entry.id] : []));
      for (const each of measures) expect(reached, `${kind} ${id}`).toContain(each);
    }
  });
});
