/** Three versions of a file become one: what both sides wrote stands, and what they contradict each other in is marked. */
import { describe, expect, test } from 'vitest';
import { type MergedFile, type Merger, mergeFile } from '../../src/ledger/merge/file.ts';
import { readMarked } from '../../src/ledger/merge/markers.ts';
import { type Conflict, keyOf, type Side } from '../../src/model/merge/sides.ts';

const base = `# the list of the year
id: T04
title: Reform planning # as printed
field: urban
measures:
  - id: T04.1
    title: Publish rules
    lead: [planning]
    # agreed in the hearing
    due: 2022-09-30
    due_text: 9月底前
    deliverable: Rules in force
    criteria:
      - { id: a, due: 2022-06-30, text: Draft out }
      - { id: b, due: 2022-09-30, text: Rules gazetted }
    log:
      - { date: 2022-04-06, event: start, by: planning }
      # the first word
      - { date: 2022-05-05, event: report, by: planning, note: Draft }

  - id: T04.2
    title: Survey trees
    lead: [forestry]
    due: 2022-12-31
`;

const merger = (settled: Readonly<Record<string, Side>> = {}, first: Side = 'ours'): Merger => ({
  first,
  settle: (conflict: Conflict) => settled[keyOf(conflict)],
  retraction: { date: '2022-12-01', by: 'office', reason: () => 'Settled' },
  names: { ours: 'main', theirs: 'branch' },
  size: 7,
});

const bytes = (text: string | null) => (text === null ? null : Buffer.from(text));

/** One text with pieces of it replaced. */
const with_ = (...pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, base);

const mergeTexts = (
  ours: string | null,
  theirs: string | null,
  how: Merger = merger(),
  before: string | null = base,
  file = 'tasks/T04.yaml',
) => {
  const result = mergeFile(
    file,
    { base: bytes(before), ours: bytes(ours), theirs: bytes(theirs) },
    how,
  );
  return {
    ...result,
    text: result.is === 'merged' && result.bytes ? Buffer.from(result.bytes).toString() : null,
  };
};

const conflictsOf = (result: MergedFile) =>
  result.is === 'merged' ? result.conflicts.map((each) => [keyOf(each), each.why]) : result.is;

const report = '      - { date: 2022-05-05, event: report, by: planning, note: Draft }\n';

describe('different facts', () => {
  test('attributes on lines that touch each other', () => {
    const ours = with_(['due: 2022-09-30\n    due_text', 'due: 2022-10-31 # moved\n    due_text']);
    const theirs = with_(['due_text: 9月底前', 'due_text: 十月底前']);
    const merged = mergeTexts(ours, theirs);
    expect(conflictsOf(merged)).toEqual([]);
    expect(merged.text).toBe(
      with_(
        ['due: 2022-09-30\n    due_text', 'due: 2022-10-31 # moved\n    due_text'],
        ['due_text: 9月底前', 'due_text: 十月底前'],
      ),
    );
  });

  test('events of both sides stand, those of the main line first, with their comments', () => {
    const one =
      '      # ours\n      - { date: 2022-06-01, event: tick, by: planning, criteria: [a] }\n';
    const two =
      '      # theirs\n      - { date: 2022-05-20, event: report, by: planning, note: Two }\n';
    for (const first of ['ours', 'theirs'] as const) {
      const merged = mergeTexts(
        with_([report, report + one]),
        with_([report, report + two]),
        merger({}, first),
      );
      expect(conflictsOf(merged)).toEqual([]);
      expect(merged.text).toBe(
        with_([report, report + (first === 'ours' ? one + two : two + one)]),
      );
    }
  });

  test('an event that both sides have recorded stands once', () => {
    const same = '      - { date: 2022-06-01, event: tick, by: planning, criteria: [a] }\n';
    const one = '      - { date: 2022-06-03, event: report, by: planning, note: One }\n';
    const two = '      - { date: 2022-06-02, event: report, by: planning, note: Two }\n';
    const merged = mergeTexts(
      with_([report, report + one + same]),
      with_([report, report + same + two]),
    );
    expect(conflictsOf(merged)).toEqual([]);
    expect(merged.text).toBe(with_([report, report + one + same + two]));
  });

  test('a retraction follows the entry that it names', () => {
    const one = '      - { date: 2022-06-03, event: report, by: planning, note: One }\n';
    const two = '      - { date: 2022-06-02, event: report, by: planning, note: Two }\n';
    const back = (entry: number) =>
      `      - { date: 2022-06-04, event: retract, by: planning, entry: ${entry}, reason: Wrong }\n`;
    const merged = mergeTexts(
      with_([report, report + one]),
      with_([report, report + two + back(3)]),
    );
    expect(conflictsOf(merged)).toEqual([]);
    expect(merged.text).toBe(with_([report, report + one + two + back(4)]));
    const other = mergeTexts(with_([report, report + one]), with_([report, report + back(2)]));
    expect(other.text).toBe(with_([report, report + one + back(2)]));
  });

  test('the same measure number is given to two measures: the one off the main line gets the next', () => {
    const added = (id: string, title: string) =>
      `\n  - id: ${id}\n    title: ${title}\n    log:\n      - { date: 2022-06-04, event: report, note: ${title} }\n`;
    const merged = mergeTexts(base + added('T04.3', 'Ours'), base + added('T04.3', 'Theirs'));
    expect(conflictsOf(merged)).toEqual([]);
    expect(merged).toMatchObject({ renumbered: [{ from: 'T04.3', to: 'T04.4', side: 'theirs' }] });
    expect(merged.text).toBe(base + added('T04.3', 'Ours') + added('T04.4', 'Theirs'));
  });
});

describe('the same fact', () => {
  test('an attribute with two values is marked, and nothing around it', () => {
    const ours = with_(['due: 2022-09-30\n    due_text', 'due: 2022-10-31\n    due_text']);
    const theirs = with_(
      ['due: 2022-09-30\n    due_text', 'due: 2022-11-30\n    due_text'],
      ['title: Survey trees', 'title: Survey all trees'],
    );
    const merged = mergeTexts(ours, theirs);
    expect(conflictsOf(merged)).toEqual([['T04.1.due', 'value']]);
    expect(merged.text).toBe(
      with_(
        [
          '    due: 2022-09-30\n    due_text',
          `<<<<<<< reform ours T04.1.due (main)
    due: 2022-10-31
=======
    due: 2022-11-30
>>>>>>> reform theirs T04.1.due (branch)
    due_text`,
        ],
        ['title: Survey trees', 'title: Survey all trees'],
      ),
    );
    expect(readMarked(merged.text ?? '')?.open).toEqual(['T04.1.due']);
    const settled = mergeTexts(ours, theirs, merger({ 'T04.1.due': 'theirs' }));
    expect(settled.text).toBe(theirs);
  });

  test('two postponements contradict each other; the one that gives way is retracted', () => {
    const one =
      '      - { date: 2022-09-01, event: postpone, by: office, due: 2022-10-31, reason: Typhoon, document: A1 }\n';
    const two =
      '      - { date: 2022-09-12, event: postpone, by: office, due: 2022-12-31, reason: Hearing, document: A7 }\n';
    const ours = with_([report, report + one]);
    const theirs = with_([report, report + two]);
    const merged = mergeTexts(ours, theirs);
    expect(conflictsOf(merged)).toEqual([['T04.1.due', 'contested']]);
    expect(merged.text).toBe(
      with_([
        report,
        `${report}<<<<<<< reform ours T04.1.due (main)
${one}=======
${two}>>>>>>> reform theirs T04.1.due (branch)
`,
      ]),
    );
    const settled = mergeTexts(ours, theirs, merger({ 'T04.1.due': 'ours' }));
    const back =
      '      - { date: 2022-12-01, event: retract, by: office, entry: 4, reason: Settled }\n';
    expect(settled.text).toBe(with_([report, report + one + two + back]));
  });

  test('an amendment against a change in place is marked in both places', () => {
    const one =
      '      - { date: 2022-09-01, event: amend, by: office, set: { deliverable: Law }, reason: Asked for, document: A1 }\n';
    const ours = with_([report, report + one]);
    const theirs = with_(['deliverable: Rules in force', 'deliverable: Rules']);
    const merged = mergeTexts(ours, theirs);
    expect(conflictsOf(merged)).toEqual([['T04.1.deliverable', 'contested']]);
    const marked = readMarked(merged.text ?? '');
    expect(marked).toMatchObject({ ours, theirs });
    expect(new Set(marked?.open)).toEqual(new Set(['T04.1.deliverable']));
    const { text } = mergeTexts(ours, theirs, merger({ 'T04.1.deliverable': 'ours' }));
    expect(text).toBe(ours);
    const other = mergeTexts(ours, theirs, merger({ 'T04.1.deliverable': 'theirs' }));
    const back =
      '      - { date: 2022-12-01, event: retract, by: office, entry: 3, reason: Settled }\n';
    expect(other.text).toBe(
      with_([report, report + one + back], ['deliverable: Rules in force', 'deliverable: Rules']),
    );
  });

  test('a retraction of what the main line does not have is marked, and settled without touching its entries', () => {
    const picked = '      - { date: 2022-06-03, event: report, by: planning, note: Picked }\n';
    const back =
      '      - { date: 2022-06-04, event: retract, by: planning, entry: 3, reason: Wrong }\n';
    const own = '      - { date: 2022-06-05, event: report, by: planning, note: Own }\n';
    const before = with_([report, report + picked]);
    const ours = with_([report, report + own]);
    const theirs = with_([report, report + picked + back]);
    const merged = mergeTexts(ours, theirs, merger(), before);
    expect(conflictsOf(merged)).toEqual([['T04.1.log', 'retracted']]);
    expect(readMarked(merged.text ?? '')?.ours).toBe(ours);
    const settled = (side: Side) =>
      mergeTexts(ours, theirs, merger({ 'T04.1.log': side }), before).text;
    expect(settled('ours')).toBe(ours);
    expect(settled('theirs')).toBe(
      with_([report, report + own + picked + back.replace('entry: 3', 'entry: 4')]),
    );
  });

  test('what is not possible after what the other side has recorded', () => {
    const one =
      '      - { date: 2022-09-01, event: done, by: planning, criteria: [a, b], evidence: [{ document: A1 }] }\n';
    const two = '      - { date: 2022-09-12, event: block, by: planning, reason: Court }\n';
    const merged = mergeTexts(with_([report, report + one]), with_([report, report + two]));
    expect(conflictsOf(merged)).toEqual([['T04.1.status', 'status']]);
    expect(merged.text).toContain(`${one}=======\n${two}`);
  });

  test('deleted on one side, changed on the other', () => {
    const cut = base.slice(0, base.indexOf('\n  - id: T04.2'));
    const ours = `${cut}`;
    const theirs = with_(['title: Survey trees', 'title: Survey all trees']);
    const merged = mergeTexts(ours, theirs);
    expect(conflictsOf(merged)).toEqual([['T04.2', 'gone']]);
    expect(merged.text).toContain('<<<<<<< reform ours T04.2 (main)\n=======\n\n  - id: T04.2');
    expect(mergeTexts(ours, theirs, merger({ 'T04.2': 'ours' })).text).toBe(cut);
    expect(mergeTexts(ours, theirs, merger({ 'T04.2': 'theirs' })).text).toBe(theirs);
  });
});

describe('how it is written', () => {
  const one = '      - { date: 2022-06-03, event: report, by: planning, note: One }\n';
  const two = '      - { date: 2022-06-02, event: report, by: planning, note: Two }\n';
  const carried = (text: string) => text.replace(/\n/g, '\r\n');
  const ours = () => with_([report, report + one]);
  const theirs = () => with_([report, report + two]);
  const both = () => with_([report, report + one + two]);

  test('line ends of another system stay, or are taken where one side has changed to them', () => {
    const same = mergeTexts(carried(ours()), carried(theirs()), merger(), carried(base));
    expect(same.text).toBe(carried(both()));
    expect(mergeTexts(carried(ours()), theirs()).text).toBe(carried(both()));
    expect(mergeTexts(ours(), carried(theirs()), merger(), carried(base)).text).toBe(both());
  });

  test('conflict markers end as the lines around them do', () => {
    const due = (day: string) => carried(with_(['due: 2022-12-31', `due: ${day}`]));
    const { text } = mergeTexts(due('2022-12-30'), due('2022-12-29'), merger(), carried(base));
    expect(text?.replaceAll('\r\n', '')).not.toContain('\n');
    expect(readMarked(text ?? '')?.theirs).toBe(due('2022-12-29'));
  });

  test('a byte order mark and the end of the last line are as whoever changed them has them', () => {
    const mark = '\ufeff';
    expect(mergeTexts(mark + ours(), mark + theirs(), merger(), mark + base).text).toBe(
      mark + both(),
    );
    expect(mergeTexts(ours(), mark + theirs(), merger(), mark + base).text).toBe(both());
    const cut = (text: string) => text.replace(/\n$/, '');
    expect(mergeTexts(cut(ours()), cut(theirs()), merger(), cut(base)).text).toBe(cut(both()));
    expect(mergeTexts(ours(), cut(theirs()), merger(), cut(base)).text).toBe(both());
  });

  test('events behind a last line that has no end', () => {
    const head = base.slice(0, base.indexOf(report) + report.length).trimEnd();
    const merged = mergeTexts(
      `${head}\n${one.trimEnd()}`,
      `${head}\n${two.trimEnd()}`,
      merger(),
      head,
    );
    expect(merged.text).toBe(`${head}\n${one}${two.trimEnd()}`);
  });

  test('one side has written the whole file anew: its layout stays, and the other side is put into it', () => {
    const anew = ours()
      .replace(/^ {6}- \{ (.*) \}$/gm, (_, inner: string) => `      -   {${inner}}`)
      .replace('lead: [planning]', "lead:\n      - 'planning'")
      .replace('due: 2022-12-31', 'due:   "2022-12-31"');
    const other = with_(
      [report, `${report}      # said in the hearing\n${two}`],
      ['title: Survey trees', 'title: Survey all'],
    );
    for (const first of ['ours', 'theirs'] as const) {
      const merged = mergeTexts(anew, other, merger({}, first));
      expect(conflictsOf(merged)).toEqual([]);
      expect(merged.text).toContain("lead:\n      - 'planning'");
      expect(merged.text).toContain('title: Survey all');
      expect(merged.text).toContain('# said in the hearing');
      expect(merged.text).toContain('note: Two');
      expect(merged.text).toContain('note: One');
    }
  });

  test('a comment without a place stands at the end, and is told', () => {
    const flow = (due: string, deliverable: string, comment: string) =>
      `id: T04\ntitle: T\nmeasures: [{ id: T04.1, title: M, due: ${due}, deliverable: ${deliverable} }] # ${comment}\n`;
    const merged = mergeTexts(
      flow('2022-09-30', 'a', 'ours'),
      flow('2022-09-29', 'b', 'theirs'),
      merger(),
      flow('2022-09-29', 'a', 'base'),
    );
    expect(merged).toMatchObject({ conflicts: [], moved: ['# theirs'] });
    expect(merged.text).toBe(`${flow('2022-09-30', 'b', 'ours')}# theirs\n`);
  });

  test('a comment of what was not taken goes with it, and is told', () => {
    const due = (day: string, who: string) => with_(['due: 2022-12-31', `due: ${day} # ${who}`]);
    const merged = mergeTexts(
      due('2022-12-30', 'mine'),
      due('2022-12-29', 'his'),
      merger({ 'T04.2.due': 'ours' }),
    );
    expect(merged).toMatchObject({ moved: [], left: ['# his'] });
    expect(merged.text).toBe(due('2022-12-30', 'mine'));
  });

  test('a version that cannot be read is named, and nothing is made of it', () => {
    expect(mergeTexts(ours(), with_(['title: Survey trees', 'title: [Survey']))).toMatchObject({
      is: 'unread',
      version: 'theirs',
    });
    expect(mergeTexts(`<<<<<<< a\n${base}`, theirs())).toMatchObject({
      is: 'unread',
      version: 'ours',
      code: 'yaml/conflict-markers',
      line: 1,
    });
  });

  test('a text that only looks like markers is none of ours', () => {
    expect(readMarked('note: |\n  x\n=======\n')).toBeUndefined();
    expect(readMarked('<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n')).toBeUndefined();
  });
});
