/**
 * Reads days and stretches of time as people type them at a shell: `2022-09-30`, `2022Q3`, `+30d`, `上周`, `9月底`,
 * `7月..年底`. What can be read in two ways is unclear and not guessed at. Nothing here throws or asks the clock.
 */
import { type Day, isDay } from '../model/dates.ts';
import { partsOf } from './calendar.ts';
import { readDeadline } from './deadline.ts';
import { isBareCount, relativeStretch, type Stretch, withFigures } from './relative.ts';
import { daysOf, type Found, type How, type Span, type WhyUnclear } from './span.ts';
import { findSpans, plainText } from './spans.ts';

/** What a word for a day is read by. */
export interface Clock {
  readonly today: Day;
  /** The year of what names none, such as `Q3`, `9月` or `year-end`: the ledger's, or else that of today. */
  readonly year?: number;
}

/** Why a text cannot be told. */
export interface Unclear {
  readonly is: 'unclear';
  readonly why: WhyUnclear;
}

/** A stretch of time; null is an end that was left open. */
interface Ends {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A stretch with its first and last day; they are the same where one day is meant. */
export type Period = ({ readonly is: 'period' } & Ends) | Unclear;

const firstDay: Day = '1949-01-01';
const lastDay: Day = '2200-12-31';

/** Longer texts are prose. */
const longest = 100;

const unclear = (why: WhyUnclear): Unclear => ({ is: 'unclear', why });

const isUnclear = (read: Ends | Unclear): read is Unclear => 'is' in read;

/** A stretch within the years that can be meant. */
const within = (stretch: Stretch): Stretch | Unclear =>
  isDay(stretch.from) && isDay(stretch.to) && stretch.from >= firstDay && stretch.to <= lastDay
    ? stretch
    : unclear('year');

/**
 * The days of a month, quarter, half or year. Where its end is named, as in `9月底` and `year-end`, that is one day,
 * its last; 前三季度 begin with the year.
 */
const stretchOf = (span: Span, text: string, { year }: How): Stretch | Unclear => {
  const inYear = span.year ?? year + span.shift;
  const isSoFar = /前第?\d个?季/u.test(text);
  const months = isSoFar && span.months ? ([1, span.months[1]] as const) : span.months;
  const found = daysOf({ months, days: span.days }, inYear);
  if (found === undefined) return unclear(months ? 'impossible' : 'unknown');
  const [from, to] = found;
  const isEnd = (span.saysEnd && !text.endsWith('内')) || text === '岁末';
  return within(isEnd ? { from: to, to } : { from, to });
};

/** What may stand beside days; other words would be left out unseen. */
const beside =
  /^(?:[\s,;.()、。-]|(?<![a-z])(?:at|by|on|in|of|the|end(?:s|ing|ed)?|until|till?|to|up|from|since|after|before|prior|ahead|through|onwards?|due|deadline|not?|later|than|start(?:s|ing|ed)?|begin(?:s|ning)?|finish(?:es|ing|ed)?|complet(?:e[sd]?|ing|ion))(?![a-z])|截[至止]|不晚于|不迟于|最[迟晚]|完成|办结|结束|启动|开始|[自从到至于在之以前后起止底末份日内])*$/u;

const restOf = (text: string, found: readonly Found[]): string =>
  found.reduceRight((left, { at, end }) => `${left.slice(0, at)};${left.slice(end)}`, text);

/** What a text without a range says. */
const readOne = (text: string, { today, year = partsOf(today)[0] }: Clock): Stretch | Unclear => {
  // Most days are typed as files have them, and need not be looked for.
  if (isDay(text)) return within({ from: text, to: text });
  const plain = plainText(text);
  const relative = relativeStretch(plain, today);
  if (relative) return within(relative);
  if (isBareCount(plain)) return unclear('duration');
  const dated = withFigures(plain, today);
  if (/^\d{4}$/.test(dated)) return within({ from: `${dated}-01-01`, to: `${dated}-12-31` });
  if (/^\d{4}\.1$/.test(dated)) return unclear('lost-zero');
  // Nobody types the number by which an office program knows a day.
  if (/^\d{5}(?:\.\d*)?$/.test(dated)) return unclear('unknown');
  const how = { year };
  const found = findSpans(dated, how);
  const [span, ...others] = found;
  const isAll = span?.at === 0 && span.end === dated.length && others.length === 0;
  if (isAll && span.is === 'span') return stretchOf(span, dated, how);
  const deadline = readDeadline(dated, how);
  if (deadline.is === 'unclear') return deadline;
  const isWhole = beside.test(restOf(dated, found));
  if (deadline.is !== 'days' || !isWhole) return unclear('unknown');
  return within({ from: deadline.start ?? deadline.due, to: deadline.due });
};

/** From the first day of one to the last day of another. */
const between = (first: string, last: string, clock: Clock): Ends | Unclear => {
  const begin = first === '' ? undefined : readOne(first, clock);
  if (begin && isUnclear(begin)) return begin;
  const end = last === '' ? undefined : readOne(last, clock);
  if (end && isUnclear(end)) return end;
  const from = begin?.day ?? begin?.from ?? null;
  const to = end?.day ?? end?.to ?? null;
  return from !== null && to !== null && from > to ? unclear('impossible') : { from, to };
};

const joint = /^(.+?) ?(?:[至到~〜]|—{1,2}|–|(?<= )to(?= )) ?(.+)$/u;

const read = (text: string, clock: Clock): (Ends & Pick<Stretch, 'day'>) | Unclear => {
  const narrow = text.length > longest ? '' : text.normalize('NFKC').replace(/。。/u, '..').trim();
  const [from = '', to, more] = narrow.split(/(?<!\.)\.\.(?!\.)/).map((end) => end.trim());
  if (more !== undefined || from + (to ?? '') === '') return unclear('unknown');
  if (to !== undefined) return between(from, to, clock);
  const one = readOne(narrow, clock);
  // 2021年10月至12月 shares its year, and is read as a whole; 本周至年底 has two ends of their own.
  const [, first, last] = isUnclear(one) ? (joint.exec(narrow) ?? []) : [];
  if (first === undefined || last === undefined) return one;
  const range = between(first, last, clock);
  return isUnclear(range) ? one : range;
};

/**
 * The stretch that a text means. `2022-09` is the whole month and `9月底` its last day; `+30d` lasts from today to
 * thirty days on, `-14d` from fourteen days ago to today. The ends of `a..b` may be any of these: it lasts from the
 * first day of a to the last of b, where `+7d..+30d` begins seven days on. An end left out is open.
 */
export const readPeriod = (text: string, clock: Clock): Period => {
  const found = read(text, clock);
  return isUnclear(found) ? found : { is: 'period', from: found.from, to: found.to };
};

/**
 * The day that a text means: the first or last of a stretch, as asked for, or the day that `+30d` and `-14d` lead
 * to. A range that is open where the day is asked for has none.
 */
export const readDay = (text: string, clock: Clock, end: 'first' | 'last'): Day | Unclear => {
  const found = read(text, clock);
  if (isUnclear(found)) return found;
  const day = found.day ?? (end === 'first' ? found.from : found.to);
  return day ?? unclear(end === 'last' ? 'start' : 'unknown');
};
