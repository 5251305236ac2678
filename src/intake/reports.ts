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
} from './cells.ts';
import type { Column } from './columns.ts';
import type { Role } from './headings.ts';
import type { Said } from './rows.ts';
import { type Standing, standingOf } from './standing.ts';

/** Progress in words or figures. */
export interface Reported {
  readonly date: Day;
  readonly progress?: number;
  readonly note?: string;
  readonly problem?: string;
  readonly next?: string;
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

const byQuarter = (cells: Cells, { moment }: Pen): readonly Reported[] =>
  cells.flatMap(([{ becomes, quarter }, { text, address }]) => {
    const note = meant(joined(text));
    if (becomes !== 'progress' || quarter === undefined || note === undefined) return [];
    return [{ date: notLater(quarterEnd(moment.year, quarter), moment.today), note, address }];
  });

/** The day of a report: its own cell's, its heading's, or that of all reports. */
const dateOf = (reported: Said | undefined, heading: string, { moment, tell }: Pen): Day => {
  const read = reported && daysIn(reported, moment);
  if (reported && read?.is === 'unclear') {
    tell({ address: reported.address, why: 'reported-unclear', text: joined(reported.text) });
  }
  const own = read?.is === 'days' ? read.due : undefined;
  if (reported && own !== undefined && own > moment.today) {
    tell({ address: reported.address, why: 'reported-later', text: own });
  }
  return notLater(own ?? dayOfHeading(heading, moment) ?? moment.reportDay, moment.today);
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
  const claims = standings.find(isClaim);
  const quarters = byQuarter(cells, pen);
  const isNotBegun = standings.includes('not-started') && !figure;
  if (isNotBegun) {
    // Words that only say so are no news.
    const aside = [words, problem, next].flatMap((each) =>
      each === undefined || (standingOf(each, '') === 'not-started' && each.length < 12)
        ? []
        : [each],
    );
    return { reports: quarters, aside, ...(aside.length === 0 && { isSilent: true }) };
  }
  const noted = [standings[0] === 'answer' ? undefined : statusWords, words].filter(
    (each, index, all) => each !== undefined && all.indexOf(each) === index,
  );
  const at = progress ?? percent ?? status ?? find('problem') ?? find('next');
  const isEmpty =
    noted.length === 0 && figure === undefined && problem === undefined && next === undefined;
  if (!at || isEmpty)
    return {
      reports: quarters,
      aside: [],
      ...(claims && { claims }),
      ...(standings[0] === 'answer' && !claims && { isSilent: true }),
    };
  return {
    aside: [],
    ...(claims && { claims }),
    reports: [
      ...quarters,
      {
        date: dateOf(find('reported')?.[1], progress?.[0].heading ?? '', pen),
        ...(figure !== undefined && { progress: figure }),
        ...(noted.length > 0 && { note: noted.join('；') }),
        ...(problem !== undefined && { problem }),
        ...(next !== undefined && { next }),
        address: at[1].address,
      },
    ],
  };
};
