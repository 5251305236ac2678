/**
 * Settles what each column becomes where headings alone do not: two columns of the same kind, units of
 * several sides, titles that are nothing but numbers.
 */
import type { Becomes, Column } from './column.ts';
import {
  foldHeading,
  type LeftOut,
  leftOut,
  meaningOf,
  namesBothSides,
  type Role,
} from './headings.ts';

/** A column with what stands in it. */
export interface Headed {
  readonly at: number;
  readonly letter: string;
  readonly heading: string;
  /** What its cells say, empty ones left out. */
  readonly texts: readonly string[];
  /** What whoever imports the list has said. */
  readonly choice?: Becomes;
}

type Draft = Column & { readonly isExact: boolean; readonly texts: readonly string[] };

/** A column as its heading alone tells it. */
const drafted = ({ choice, texts, ...column }: Headed): Draft => {
  const meaning = meaningOf(column.heading);
  const quarter = meaning?.quarter === undefined ? {} : { quarter: meaning.quarter };
  const [first] = texts;
  const common = {
    ...column,
    ...(first !== undefined && { first }),
    ...quarter,
    texts,
    cells: texts.length,
    isExact: meaning?.isExact ?? false,
  };
  if (choice !== undefined) {
    const left = choice === 'none' ? { whyNot: 'chosen' as const } : {};
    return { ...common, becomes: choice, isChosen: true, ...left };
  }
  if (!meaning) return { ...common, becomes: 'none', whyNot: 'unknown' };
  if ((leftOut as readonly string[]).includes(meaning.is)) {
    return { ...common, becomes: 'none', whyNot: meaning.is as LeftOut };
  }
  const isBoth = meaning.is === 'lead' && namesBothSides(column.heading);
  return { ...common, becomes: meaning.is as Role, ...(isBoth && { hasBothSides: true }) };
};

const titles: ReadonlySet<Becomes> = new Set(['field', 'task', 'measure', 'project', 'criteria']);

/** A column of nothing but figures is no title of anything. */
const withoutFigures = (column: Draft): Draft => {
  const { becomes, texts, isChosen } = column;
  const figures = texts.filter((text) => /^[\d.,%\s/:-]+$/u.test(text)).length;
  const isFigures = texts.length > 0 && figures >= texts.length * 0.8;
  if (isChosen || !titles.has(becomes) || !isFigures) return column;
  return { ...column, becomes: 'none', whyNot: 'numbers' };
};

type Turn = (columns: readonly Draft[]) => readonly Draft[];

const turning =
  (which: (column: Draft, columns: readonly Draft[]) => boolean, becomes: Becomes): Turn =>
  (columns) =>
    columns.map((each) => (!each.isChosen && which(each, columns) ? { ...each, becomes } : each));

const having = (columns: readonly Draft[], role: Becomes) =>
  columns.filter(({ becomes }) => becomes === role);

const saysWhoLeads = ({ heading }: Draft) => /牵头|主办|主责|lead/iu.test(heading);

/** A minister is a person where the department stands beside. */
const ministersAside: Turn = (columns) => {
  const isMinister = ({ heading }: Draft) => /^ministers?$/.test(foldHeading(heading));
  const others = having(columns, 'lead').filter((each) => !isMinister(each));
  if (others.length === 0) return columns;
  return columns.map((each) =>
    each.becomes === 'lead' && isMinister(each) && !each.isChosen
      ? { ...each, becomes: 'none', whyNot: 'person' }
      : each,
  );
};

/** What columns that are alike are to each other, one after the other. */
const turns: readonly Turn[] = [
  ministersAside,
  // Who is responsible beside somebody who leads supports.
  turning((column, columns) => {
    const leads = having(columns, 'lead');
    const leader = leads.find(saysWhoLeads) ?? leads[0];
    return column.becomes === 'lead' && column !== leader && !saysWhoLeads(column);
  }, 'support'),
  turning(
    ({ becomes }, columns) => becomes === 'project' && having(columns, 'district').length === 0,
    'task',
  ),
  turning((column, columns) => {
    const tasks = having(columns, 'task');
    return having(columns, 'measure').length === 0 && tasks.length > 1 && tasks[1] === column;
  }, 'measure'),
  // What a project consists of, and measures of measures, are said beside them.
  turning(
    ({ becomes }, columns) => becomes === 'measure' && having(columns, 'project').length > 0,
    'note',
  ),
  turning((column, columns) => {
    const measures = having(columns, 'measure');
    const kept =
      measures.find(({ isChosen }) => isChosen) ??
      measures.find(({ isExact }) => isExact) ??
      measures[0];
    return column.becomes === 'measure' && column !== kept;
  }, 'note'),
  // Where a status stands without a report in words, the comments are the report.
  turning(
    ({ becomes, heading }, columns) =>
      becomes === 'note' &&
      /comment/i.test(heading) &&
      having(columns, 'status').length > 0 &&
      having(columns, 'progress').length === 0,
    'progress',
  ),
  // `进度` is how far it is beside a report in words, and the report itself where there is none.
  turning(
    ({ becomes, heading }, columns) =>
      becomes === 'percent' &&
      /^(?:完成)?进度$/u.test(foldHeading(heading)) &&
      having(columns, 'progress').length === 0,
    'progress',
  ),
];

/** Roles that several columns may have: their cells add up, or each is of its own. */
const isMany = (role: Becomes) =>
  ['number', 'lead', 'support', 'note', 'none'].includes(role) || role.startsWith('x-');

/** The first column of a role, better by its whole heading, keeps it; what was chosen comes first. */
const withoutDoubles = (columns: readonly Draft[]): readonly Draft[] => {
  const keyOf = ({ becomes, quarter }: Draft) => `${becomes} ${quarter ?? ''}`;
  const keeper = new Map<string, Draft>();
  const rank = ({ isChosen, isExact }: Draft) => (isChosen ? 2 : isExact ? 1 : 0);
  for (const each of columns) {
    const before = keeper.get(keyOf(each));
    if (!before || rank(each) > rank(before)) keeper.set(keyOf(each), each);
  }
  return columns.map((each) => {
    const kept = keeper.get(keyOf(each));
    if (isMany(each.becomes) || kept === each || !kept) return each;
    return { ...each, becomes: 'none', whyNot: 'double', besides: kept.letter };
  });
};

/** Shares of a whole, 0.6 and 1, where no number of the column is larger. */
const shared = (column: Draft): Draft => {
  const numbers = column.texts.map(Number).filter((value) => !Number.isNaN(value));
  const hasFractions = numbers.some((value) => value > 0 && value < 1);
  const isWithinOne = numbers.every((value) => value <= 1);
  if (hasFractions) return { ...column, scale: isWithinOne ? 'share' : 'mixed' };
  return isWithinOne && numbers.includes(1) ? { ...column, scale: 'unclear' } : column;
};

/** What each column becomes. */
export const settle = (headed: readonly Headed[]): readonly Column[] => {
  const drafts = headed.map(drafted).map(withoutFigures);
  const turned = turns.reduce((columns, turn) => turn(columns), drafts as readonly Draft[]);
  return withoutDoubles(turned)
    .map(shared)
    .map(({ isExact: _isExact, texts: _texts, ...column }) => column);
};
