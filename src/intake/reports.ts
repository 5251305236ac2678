/** Turns what a row says of progress into reports, and tells what only a verb of its own may record. */
import type { Day } from '../model/dates.ts';
import {
  dayOfHeading,
  daysIn,
  joined,
  meant,
  notLater,
  type Pen,
  percentIn,
  quarterEnd,
  together,
} from './cells.ts';
import type { Column } from './column.ts';
import type { Role } from './headings.ts';
import type { Said } from './outline.ts';
import { type Standing, standingOf } from './standing.ts';

/** Progress in words or figures. */
export interface Reported {
  readonly date: Day;
  readonly progress?: number;
  readonly note?: string;
  readonly problem?: string;
  readonly next?: string;
  /** The list itself gives the day, and it is past. */
  readonly isDated?: true;
  readonly address: string;
}

/** What the list claims that a report cannot record: `done`, `verify`, `withdraw` and `block` do. */
export type Claims = Extract<Standing, 'complete' | 'closed' | 'withdrawn' | 'blocked'>;

export interface Progress {
  readonly reports: readonly Reported[];
  readonly claims?: Claims;
  /** Words about an item that has not begun, which a report would start. */
  readonly aside: readonly string[];
  /** Something stands there, and nothing of it is to be recorded. */
  readonly isSilent?: true;
}

/** The cells of a row that have something in them. */
export type Cells = readonly (readonly [Column, Said])[];

const isClaim = (standing: Standing | undefined): standing is Claims =>
  standing === 'complete' ||
  standing === 'closed' ||
  standing === 'withdrawn' ||
  standing === 'blocked';

/** What is said quarter by quarter; where that is only that nothing has begun, it is no report. */
const byQuarter = (
  cells: Cells,
  { moment }: Pen,
): {
  readonly reports: readonly Reported[];
  readonly last: Standing | undefined;
  readonly isSilent: boolean;
} => {
  const told = cells.flatMap(([{ becomes, quarter, scale }, said]) => {
    const note = meant(joined(said.text));
    if (becomes !== 'progress' || quarter === undefined || note === undefined) return [];
    const progress = percentIn(said, scale);
    const standing = progress === 0 ? 'not-started' : standingOf(note, '');
    const day = quarterEnd(moment.year, quarter);
    const words = progress === undefined ? { note } : { progress };
    const isDated = day <= moment.today ? { isDated: true as const } : {};
    return [
      {
        standing,
        report: { date: notLater(day, moment.today), ...words, ...isDated, address: said.address },
      },
    ];
  });
  return {
    reports: told.flatMap(({ standing, report }) => (standing === 'not-started' ? [] : [report])),
    last: told.at(-1)?.standing,
    isSilent: told.some(({ standing }) => standing === 'not-started'),
  };
};

/** The day of a report: its own cell's, its heading's, or that of all reports. */
const dateOf = (
  reported: Said | undefined,
  heading: string,
  { moment, tell }: Pen,
): Pick<Reported, 'date' | 'isDated'> => {
  const read = reported && daysIn(reported, moment);
  if (reported && read?.is === 'unclear') {
    tell({ address: reported.address, why: 'reported-unclear', text: joined(reported.text) });
  }
  const own = read?.is === 'days' ? read.due : undefined;
  if (reported && own !== undefined && own > moment.today) {
    tell({ address: reported.address, why: 'reported-later', text: own });
  }
  const day = own ?? dayOfHeading(heading, moment);
  if (day === undefined) return { date: notLater(moment.reportDay, moment.today) };
  return day <= moment.today ? { date: day, isDated: true } : { date: moment.today };
};

/** Reads what a row says of progress. */
export const readProgress = (cells: Cells, pen: Pen): Progress => {
  const find = (role: Role) =>
    cells.find(([{ becomes, quarter }]) => becomes === role && quarter === undefined);
  const [progress, percent, status] = [find('progress'), find('percent'), find('status')];
  const wordsOf = (role: Role) => {
    const said = find(role)?.[1];
    return said && meant(joined(said.text));
  };
  const [problem, next] = [wordsOf('problem'), wordsOf('next')];
  const bare = progress && percentIn(progress[1], progress[0].scale);
  const words = progress && bare === undefined ? meant(joined(progress[1].text)) : undefined;
  const share = percent && percentIn(percent[1], percent[0].scale);
  if (percent && share === undefined && meant(percent[1].text) !== undefined) {
    pen.tell({
      address: percent[1].address,
      why: 'percent-unclear',
      text: joined(percent[1].text),
    });
  }
  const figure = bare ?? share;
  const statusWords = status && meant(joined(status[1].text));
  const standings = [
    statusWords === undefined ? undefined : standingOf(statusWords, status?.[0].heading ?? ''),
    words === undefined ? undefined : standingOf(words, ''),
  ] as const;
  const { reports: quarters, last, isSilent } = byQuarter(cells, pen);
  const claims = [...standings, last].find(isClaim);
  // A share of nothing, without a word, is no news of work.
  const isNothing =
    figure === 0 && words === undefined && problem === undefined && next === undefined;
  const isNotBegun = (standings.includes('not-started') && !figure) || isNothing;
  if (isNotBegun) {
    // Words that only say so are no news.
    const aside = [words, problem, next].flatMap((each) =>
      each === undefined || (standingOf(each, '') === 'not-started' && each.length < 12)
        ? []
        : [each],
    );
    return {
      reports: quarters,
      aside,
      ...(claims && { claims }),
      ...(aside.length === 0 && { isSilent: true }),
    };
  }
  const said = [standings[0] === 'answer' ? undefined : statusWords, words];
  const noted = [...new Set(said.flatMap((each) => each ?? []))];
  const at = progress ?? percent ?? status ?? find('problem') ?? find('next');
  const isEmpty =
    noted.length === 0 && figure === undefined && problem === undefined && next === undefined;
  if (!at || isEmpty)
    return {
      reports: quarters,
      aside: [],
      ...(claims && { claims }),
      ...((standings[0] === 'answer' || isSilent) && !claims && { isSilent: true }),
    };
  return {
    aside: [],
    ...(claims && { claims }),
    reports: [
      ...quarters,
      {
        ...dateOf(find('reported')?.[1], progress?.[0].heading ?? '', pen),
        ...(figure !== undefined && { progress: figure }),
        ...(noted.length > 0 && { note: together(noted) }),
        ...(problem !== undefined && { problem }),
        ...(next !== undefined && { next }),
        address: at[1].address,
      },
    ],
  };
};
