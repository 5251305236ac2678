import { describe, expect, test } from 'vitest';
import type { Becomes } from '../../src/intake/column.ts';
import { findList } from '../../src/intake/columns.ts';
import { readRows } from '../../src/intake/rows.ts';
import { sheetOf } from './sheet.ts';

interface Manner {
  readonly split?: boolean;
  readonly choices?: Readonly<Record<string, Becomes>>;
  readonly fields?: readonly string[];
}

/** The outline of a list typed as text: cells between bars, merges as ranges. */
const outlineOf = (
  text: string,
  merges: string = '',
  { split = false, choices = {}, fields = [] }: Manner = {},
) => {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n')));
  const sheet = sheetOf(
    rows,
    merges.split(' ').filter((range) => range !== ''),
  );
  const table = findList(sheet, new Map(Object.entries(choices)));
  if (!table) throw new Error('no list was found');
  const outline = readRows(table, { split, isField: (title) => fields.includes(title) });
  return { table, outline };
};

/** Items as `number title < task < field`, what is absent left out. */
const told = ({ outline }: ReturnType<typeof outlineOf>): readonly string[] =>
  outline.items.map(({ number, title, task, district }) =>
    [
      ...(number === undefined ? [] : [number]),
      title,
      ...(task ? ['<', task.title] : []),
      ...(task?.field ? ['<', task.field.title] : []),
      ...(district ? ['@', district.title] : []),
    ].join(' '),
  );

describe('headings', () => {
  test('are found below titles and the line of who fills it in', () => {
    const { table } = outlineOf(
      `2026年改革任务台账||
填报单位：改革办|2026年3月|
序号|改革任务|牵头单位
1|推进甲|市发改委`,
      'A1:C1',
    );
    expect(table.headings).toEqual([2, 2]);
    expect(table.title).toBe('2026年改革任务台账');
  });

  test('stand in two rows, the upper one over groups of columns', () => {
    const { table } = outlineOf(
      `序号|重点工作|阶段目标||进展情况|
||一季度|二季度|一季度|二季度
1|推进甲|启动|完成|已启动|`,
      'A1:A2 B1:B2 C1:D1 E1:F1',
    );
    expect(table.headings).toEqual([0, 1]);
    expect(table.columns.map(({ becomes, quarter = '' }) => `${becomes}${quarter}`)).toEqual([
      'number',
      'task',
      'criteria1',
      'criteria2',
      'progress1',
      'progress2',
    ]);
  });

  test('of groups are seen without merged cells too', () => {
    const { table } = outlineOf(`序号|重点工作|阶段目标||进展情况|
||一季度|二季度|一季度|二季度
1|推进甲|启动|完成|已启动|`);
    expect(table.headings).toEqual([0, 1]);
    expect(table.columns[3]?.quarter).toBe(2);
  });

  test('that are repeated on every page are no rows', () => {
    const read = outlineOf(`序号|改革任务|牵头单位
1|推进甲|市发改委
序号|改革任务|牵头单位
2|推进乙|市财政局`);
    expect(told(read)).toEqual(['推进甲 < 推进甲', '推进乙 < 推进乙']);
    expect(read.outline.repeated).toBe(1);
  });

  test('mean what whoever imports the list says, by heading or letter', () => {
    const { table } = outlineOf(
      `序号|甲栏|乙栏|牵头单位|分管领导
1|推进甲|做法|市发改委|张三`,
      '',
      { choices: { 甲栏: 'task', C: 'measure', 分管领导: 'x-leader' } },
    );
    expect(table.columns.map(({ becomes }) => becomes)).toEqual([
      'number',
      'task',
      'measure',
      'lead',
      'x-leader',
    ]);
  });

  test('of two columns alike: who is responsible beside who leads supports', () => {
    const { table } = outlineOf(`改革任务|责任单位|牵头单位
推进甲|市财政局|市发改委`);
    expect(table.columns.map(({ becomes }) => becomes)).toEqual(['task', 'support', 'lead']);
  });

  test('that nothing is known of are told', () => {
    const { table } = outlineOf(`改革任务|责任单位|附件|分管领导|进展情况|完成情况
推进甲|市财政局|见附件|张三|好|好`);
    expect(table.columns.map(({ whyNot = '' }) => whyNot)).toEqual([
      '',
      '',
      'unknown',
      'person',
      '',
      'double',
    ]);
  });

  test('of units add up, and one that was chosen is never overruled', () => {
    const text = `改革任务|牵头单位|责任单位|配合单位
任务一|市甲局|市乙局|市丙局`;
    const becomes = (choices: Readonly<Record<string, Becomes>>) =>
      outlineOf(text, '', { choices }).table.columns.map((each) => each.becomes);
    expect(becomes({})).toEqual(['task', 'lead', 'support', 'support']);
    expect(becomes({ 责任单位: 'lead' })).toEqual(['task', 'lead', 'lead', 'support']);
  });

  test('of ministers name persons where the departments stand beside', () => {
    const { table } = outlineOf(`Commitment|Minister|Lead department
Improve care|Minister of Health|Health Canada`);
    expect(table.columns.map(({ becomes, whyNot = '' }) => `${becomes}${whyNot}`)).toEqual([
      'measure',
      'noneperson',
      'lead',
    ]);
  });

  test('over nothing but figures are no titles', () => {
    const { table } = outlineOf(`Action|Goal|Owner
Open data|5000|DBT
Train staff|1,200|DfT`);
    expect(table.columns[1]).toMatchObject({ becomes: 'none', whyNot: 'numbers', cells: 2 });
  });

  test('of measures beside measures, and of what a project consists of, are notes', () => {
    const becomes = (text: string) => outlineOf(text).table.columns.map((each) => each.becomes);
    expect(
      becomes(`改革任务|具体举措|细化措施
任务一|举措一|措施一`),
    ).toEqual(['task', 'measure', 'note']);
    expect(
      becomes(`区|项目名称|主要内容
东山区|项目一|内容一`),
    ).toEqual(['district', 'project', 'note']);
  });

  test('of a second row are known by those that reach down to it', () => {
    const { table, outline } = outlineOf(
      `序号|改革项目|推进分解|
||启动部分|收尾部分
1|推进甲|做|完`,
      'A1:A2 B1:B2 C1:D1',
    );
    expect(table.headings).toEqual([0, 1]);
    expect(outline.items.map(({ title }) => title)).toEqual(['推进甲']);
  });

  test('may be followed by a row that counts the columns', () => {
    for (const counting of ['1|2|3', '甲|乙|丙', '(1)|(2)|(3)']) {
      const { outline } = outlineOf(`序号|改革任务|牵头单位
${counting}
1|推进甲|市甲局`);
      expect(outline.items.map(({ title }) => title)).toEqual(['推进甲']);
      expect(outline.repeated).toBe(1);
    }
  });

  test('are not there in a table of something else', () => {
    expect(
      findList(
        sheetOf([
          ['姓名', '年龄'],
          ['张三', '30'],
        ]),
        new Map(),
      ),
    ).toBeUndefined();
  });
});

describe('rows', () => {
  test('take fields and tasks from above, merged or left blank', () => {
    const text = `领域|改革任务|具体举措|牵头单位
营商环境|任务一|举措一|市发改委
||举措二|市财政局
|任务二|举措三|市科技局
民生|任务三|举措四|市教育局`;
    const expected = [
      '举措一 < 任务一 < 营商环境',
      '举措二 < 任务一 < 营商环境',
      '举措三 < 任务二 < 营商环境',
      '举措四 < 任务三 < 民生',
    ];
    expect(told(outlineOf(text))).toEqual(expected);
    expect(told(outlineOf(text, 'A2:A4 B2:B3'))).toEqual(expected);
    expect(outlineOf(text).outline.filledDown).toBe(3);
    expect(outlineOf(text, 'A2:A4 B2:B3').outline.filledDown).toBe(0);
  });

  test('do not take the task of another field from above', () => {
    const read = outlineOf(`领域|改革任务|具体举措|牵头单位
营商环境|任务一|举措一|市发改委
民生||举措二|市教育局`);
    expect(told(read)).toEqual(['举措一 < 任务一 < 营商环境', '举措二 < 民生 < 民生']);
  });

  test('stand below sections: tasks over measures, fields over tasks', () => {
    expect(
      told(
        outlineOf(
          `序号|具体举措|牵头单位
（一）优化营商环境||
1|举措一|市发改委
（二）改善民生||
2|举措二|市教育局`,
          'A2:C2 A4:C4',
        ),
      ),
    ).toEqual(['1 举措一 < 优化营商环境', '2 举措二 < 改善民生']);
    expect(
      told(
        outlineOf(`序号|重点工作|牵头单位
一、优化营商环境||
1|工作一|市发改委
二、改善民生||
2|工作二|市教育局`),
      ),
    ).toEqual(['工作一 < 工作一 < 优化营商环境', '工作二 < 工作二 < 改善民生']);
  });

  test('stand below sections of two levels', () => {
    const read = outlineOf(`序号|具体举措|牵头单位
一、经济领域||
（一）任务一||
1|举措一|市发改委
（二）任务二||
2|举措二|市教育局
二、民生领域||
（一）任务三||
3|举措三|市教育局`);
    expect(told(read)).toEqual([
      '1 举措一 < 任务一 < 经济领域',
      '2 举措二 < 任务二 < 经济领域',
      '3 举措三 < 任务三 < 民生领域',
    ]);
    expect(read.outline.tasks.map(({ number }) => number)).toEqual(['（一）', '（二）', '（一）']);
  });

  test('below chapters and sections are measures, whatever their column is called', () => {
    const read = outlineOf(`序号|工作任务|牵头单位
第一章 经济领域||
一、国企改革||
1|完善治理|市国资委
二、营商环境||
2|一网通办|市数据局`);
    expect(told(read)).toEqual([
      '1 完善治理 < 国企改革 < 经济领域',
      '2 一网通办 < 营商环境 < 经济领域',
    ]);
  });

  test('stand below sections that English words and letters mark', () => {
    expect(
      told(
        outlineOf(`Activity|Owner
Objective 1: Clean government|
Output 1.1: Open registers|
Publish the register|ACA`),
      ),
    ).toEqual([
      'Publish the register < Output 1.1: Open registers < Objective 1: Clean government',
    ]);
    expect(
      told(
        outlineOf(
          `Ref|Action|Owner
A. Transport||
1|Mend roads|DfT`,
          'A2:C2',
        ),
      ),
    ).toEqual(['1 Mend roads < Transport']);
  });

  test('of a part keep all of its name', () => {
    expect(
      told(
        outlineOf(`序号|具体举措|牵头单位
第一部分 强化基础||
1|举措一|市甲局`),
      ),
    ).toEqual(['1 举措一 < 强化基础']);
  });

  test('of a sheet that is called after a field stand in it', () => {
    const rows = [
      ['具体举措', '牵头单位'],
      ['举措一', '市甲局'],
    ];
    const table = findList(sheetOf(rows, [], { name: '营商环境' }), new Map());
    if (!table) throw new Error('no list was found');
    const { items } = readRows(table, { split: false, isField: (title) => title === '营商环境' });
    expect(items[0]?.task?.field?.title).toBe('营商环境');
  });

  test('stand below sections that the ledger has as fields', () => {
    const read = outlineOf(
      `序号|具体举措|牵头单位
一、营商环境||
1|举措一|市发改委`,
      '',
      { fields: ['营商环境'] },
    );
    expect(told(read)).toEqual(['1 举措一 < 营商环境 < 营商环境']);
    expect(read.outline.tasks[0]?.madeFrom).toBe('field');
  });

  test('of a document stand below the numbered paragraph above their table', () => {
    const rows = [
      ['序号', '重点任务', '牵头单位'],
      ['1', '深化国企改革', '市国资委'],
    ];
    const table = findList(sheetOf(rows, [], { before: '一、经济领域' }), new Map());
    if (!table) throw new Error('no list was found');
    const { items } = readRows(table, { split: false, isField: () => false });
    expect(items[0]?.task?.field?.title).toBe('经济领域');
  });

  test('without any task belong to one named after the list', () => {
    const read = outlineOf(
      `Delivery plan 2023||
Ref|Action|Owner
1|Cut red tape|DBT`,
      'A1:C1',
    );
    expect(told(read)).toEqual(['1 Cut red tape < Delivery plan 2023']);
    expect(read.outline.tasks[0]?.madeFrom).toBe('list');
  });

  test('of a task without measures carry its own words', () => {
    const read = outlineOf(`改革任务|具体举措|牵头单位
任务一|举措一|市发改委
任务二||市财政局
任务三||`);
    expect(told(read)).toEqual(['举措一 < 任务一', '任务二 < 任务二']);
    expect(read.outline.tasks.map(({ title }) => title)).toEqual(['任务一', '任务二', '任务三']);
  });

  test('whose title reaches down go on', () => {
    const { outline } = outlineOf(
      `改革任务|具体举措|牵头单位|进展情况
任务一|举措一|市发改委|一季度启动
|||二季度完成`,
      'A2:A3 B2:B3 C2:C3',
    );
    expect(outline.items).toHaveLength(1);
    const [item] = outline.items;
    expect([...(item?.said.values() ?? [])].map(({ text }) => text)).toContain(
      '一季度启动\n二季度完成',
    );
  });

  test('that are none are told with their cells', () => {
    const { outline } = outlineOf(`序号|改革任务|具体举措|牵头单位
1|任务一|举措一|市发改委
2|||市财政局
合计||2项|
注：1.本表按季度报送。|||
2.未注明时限的，年底前完成。|||
填报人：张三|||联系电话：123`);
    expect(outline.items).toHaveLength(1);
    expect(outline.skipped.map(({ address, why }) => `${address} ${why}`)).toEqual([
      'Sheet1!D3 no-title',
      'Sheet1!A4 total',
      'Sheet1!A5 footnote',
      'Sheet1!A6 footnote',
      'Sheet1!A7 form',
    ]);
  });

  test('of projects keep their district when the field changes', () => {
    const { outline } = outlineOf(`区|领域|项目名称
东山区|民生|项目一
|文化|项目二`);
    expect(outline.items.map(({ district, field }) => [district?.title, field?.title])).toEqual([
      ['东山区', '民生'],
      ['东山区', '文化'],
    ]);
  });

  test('of projects belong to their district', () => {
    const read = outlineOf(`区|项目名称|牵头单位
黄埔区|项目一|黄埔区发改局
|项目二|黄埔区科技局
番禺区|项目三|番禺区政数局`);
    expect(read.outline.kind).toBe('project');
    expect(told(read)).toEqual(['项目一 @ 黄埔区', '项目二 @ 黄埔区', '项目三 @ 番禺区']);
  });
});

describe('numbers', () => {
  test('of a column that goes with the tasks are theirs', () => {
    const { outline } = outlineOf(`序号|改革任务|具体举措|牵头单位
1|任务一|举措一|市发改委
|||
|  |举措二|市财政局
2|任务二|举措三|市科技局`);
    expect(outline.tasks.map(({ number }) => number)).toEqual(['1', '2']);
    expect(outline.items.map(({ number }) => number)).toEqual([undefined, undefined, undefined]);
  });

  test('of each row are the measures', () => {
    const { outline } = outlineOf(`序号|改革任务|具体举措|牵头单位
1|任务一|举措一|市发改委
2||举措二|市财政局`);
    expect(outline.tasks.map(({ number }) => number)).toEqual([undefined]);
    expect(outline.items.map(({ number }) => number)).toEqual(['1', '2']);
  });

  test('printed in front of a title are taken off', () => {
    const { outline } = outlineOf(`改革任务|具体举措|牵头单位
（一）任务一|1.举措一|市发改委
|2022年举措|市财政局`);
    expect(outline.tasks).toMatchObject([{ number: '（一）', title: '任务一' }]);
    expect(outline.items).toMatchObject([
      { number: '1', title: '举措一' },
      { title: '2022年举措' },
    ]);
  });
});

describe('numbered points of a cell', () => {
  const text = `改革任务|具体举措|牵头单位
任务一|健全机制：1.出台办法；2.建设系统。|市发改委`;

  test('stay one measure unless asked for', () => {
    const { outline } = outlineOf(text);
    expect(outline.items.map(({ title }) => title)).toEqual(['健全机制：1.出台办法；2.建设系统。']);
    expect(outline.splittable).toBe(1);
  });

  test('become a measure each, with what stood before them', () => {
    const { outline } = outlineOf(text, '', { split: true });
    expect(outline.items.map(({ title }) => title)).toEqual(['出台办法', '建设系统。']);
    expect(outline.items[0]?.before).toBe('健全机制：');
  });
});
