/**
 * Reads deadlines as offices write them: `9月底前`, `2022年三季度`, `30 Sept 2022`, `31/12/2022`. What can be
 * read in two ways is unclear and not guessed at; whoever asks keeps the printed words.
 */
import type { Day } from '../model/dates.ts';
import { daysOf, type Found, type How, type Span, type WhyUnclear } from './span.ts';
import { findSpans, plainText } from './spans.ts';

/** What a cell says of when something is due. */
export type Deadline =
  | {
      readonly is: 'days';
      readonly due: Day;
      readonly start?: Day;
      /** The year was not written; it is the ledger's. */
      readonly byYear?: true;
      /** A month, a quarter or the like was written, and `due` is its last day. */
      readonly rounded?: true;
    }
  /** No deadline is meant: it goes on. */
  | { readonly is: 'ongoing' }
  /** Nothing is said. */
  | { readonly is: 'none' }
  | { readonly is: 'unclear'; readonly why: WhyUnclear };

/** Longer cells are prose that happens to stand in the column. */
const longest = 1000;
/** No deadline is written more often than this in its cell. */
const most = 8;

const nothing =
  /^(?:[-/\\|*.、。_?]{0,9}|无|暂无|没有|未定|待定|另定|n\/?a|nil|none|tbd|tbc|to be (?:determined|decided|confirmed)|not applicable)$/u;

const ongoing =
  /长期(?:坚持|推进|实施|开展)?|持续(?:推进|实施|开展|用力|深化)?|常态化?|经常性|每(?:个?月|年|个?季度?|半年|周|日|天)|[按逐][年季月]度?|滚动|贯穿|(?<![a-z])(?:on-?going|continu(?:ous|al|ing)(?:ly)?|annual(?:ly)?|quarterly|monthly|permanent(?:ly)?|recurring|rolling|throughout|(?:each|every) (?:year|quarter|month))(?![a-z])/gu;

const isOngoing = (text: string): boolean => text.search(ongoing) >= 0;

/** What is said to be over is not a deadline. */
const over = /^已|已(?:于|在|经|完成|办结)|^completed(?! by)|^done(?![a-z])/u;

const unclear = (why: WhyUnclear): Deadline => ({ is: 'unclear', why });

const isPossible = (day: Day): boolean => day >= '1990-01-01' && day <= '2100-12-31';

interface Stretch {
  readonly at: number;
  readonly end: number;
  readonly start?: Span;
  readonly due: Span;
}

/** What a span, or one joined with its start, makes of a deadline. */
const resultOf = ({ start, due }: Stretch, how: How): Deadline => {
  const yearOfStart = start && (start.year ?? how.year + start.shift);
  const own = due.year ?? (due.shift === 0 ? undefined : (start?.year ?? how.year) + due.shift);
  const dueYear = own ?? start?.year ?? how.year + (start?.shift ?? 0);
  const to = daysOf({ ...due, months: due.months ?? start?.months }, dueYear)?.[1];
  if (to === undefined) return unclear(due.months || start ? 'impossible' : 'unknown');
  const base = {
    is: 'days',
    due: to,
    ...((due.year ?? start?.year) === undefined && { byYear: true as const }),
    ...(due.unit !== 'day' && { rounded: true as const }),
  } as const;
  if (!isPossible(to)) return unclear('year');
  if (start === undefined || yearOfStart === undefined) return base;
  // January to September 2022, but October to March 2023.
  const years = start.year === undefined ? [dueYear, yearOfStart] : [start.year];
  const from = years
    .map((year) => daysOf(start, year)?.[0])
    .find((day) => day !== undefined && day <= to);
  if (from === undefined) return unclear('impossible');
  return isPossible(from) ? { ...base, start: from } : unclear('year');
};

/** Between the first and the last of a stretch. */
const joint = /^ ?(?:日?起|开始)?(?:-{1,3}|至|到|to|until|till|through)(?:次?底)? ?$/u;
/** Words behind a day, or before it, that say what begins or ends then. */
const begins = /^份?(?:正式|全面|组织)?(?:启动|开始|开工|起步|动工)/u;
const ends = /^(?:份|之?前|以前)?(?:全面|全部|基本)?(?:完成|结束|办结|竣工|完工)/u;
const beginsBefore = /(?<![a-z])(?:start|begin)(?:s|ing|ed)?(?: date)?(?: in| on)?:? ?$/;
const endsBefore =
  /(?<![a-z])(?:end|finish|complet|due)(?:s|es|ed|ing|e|ion)?(?: date)?(?: in| on| by)?:? ?$/;

/** A day from which something runs. */
const onlyStarts =
  /^(?: onwards?(?![a-z])|(?:份|日)?(?:[之以]?前)?(?:起|之?后|以后|(?:正式|全面|组织)?(?:启动|开始|开工|动工)))/u;
const onlyStartsBefore = /(?<![a-z])(?:from|since|after|start(?:s|ing)?(?: in| on)?|as of) $/;

/** Of something that lasts: before it begins, or before it is over? */
const isBefore = ({ unit, saysEnd }: Span, before: string, after: string): boolean =>
  unit !== 'day' &&
  !saysEnd &&
  (/^份?(?:之|以)?前/u.test(after) ||
    /(?<![a-z])(?:before|prior to|ahead of) (?:the )?$/.test(before));

/** What is left beside the days has something of days in it, too. */
const restOfDays =
  /\d ?[年月日]|[季半]年?度|半年|[上中下]旬|[年月季][底末]|\d[./-]\d{1,2}[./-]\d|\d{4}-\d/u;
/** A number to the left that shares the unit: 6、9月底. */
const shares = /[\d一二三四五六七八九十](?:st|nd|rd|th)? ?(?:[、,.&/-]|和|及|与|或|and|or) ?第?$/u;

/** Words behind which a year alone is a deadline, whatever else is said. */
const towards = /(?:[于至到在]|(?<![a-z])(?:by|in|of|end|during|until|till|to))[ -]?$/u;
/** A year in a longer sentence, or beside other figures, need not be a deadline. */
const isLoose = ({ unit, saysEnd }: Span, before: string, after: string): boolean =>
  unit === 'year' &&
  !saysEnd &&
  (/\d[ ,.-]{1,3}$/.test(before) ||
    /^[ ,.-]{1,3}\d/.test(after) ||
    (!towards.test(before) && (before + after).replace(/[^\p{L}]/gu, '').length > 10));

/** Joins what is a stretch of time with two ends. */
const stretchesOf = (text: string, spans: readonly Span[]): readonly Stretch[] => {
  const all: Stretch[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const gap = last && text.slice(last.end, span.at);
    if (last && gap !== undefined && last.start === undefined && joint.test(gap)) {
      all[all.length - 1] = { at: last.at, end: span.end, start: last.due, due: span };
    } else {
      all.push({ at: span.at, end: span.end, due: span });
    }
  }
  return all;
};

/** `1月启动，9月底完成`: two days of which each says what it is. */
const asPair = (text: string, [one, two]: readonly Stretch[]): Stretch | undefined => {
  if (one === undefined || two === undefined || one.start || two.start) return undefined;
  const between = text.slice(one.end, two.at);
  const isPair =
    (begins.test(between) && ends.test(text.slice(two.end))) ||
    (beginsBefore.test(text.slice(0, one.at)) && endsBefore.test(between));
  return isPair ? { at: one.at, end: two.end, start: one.due, due: two.due } : undefined;
};

const isSpan = (found: Found): found is Span => found.is === 'span';

const serial = /^[2-6]\d{4}(?:\.\d{1,12})?$/;

/** A day as office programs number them, 1 being the first of 1900 and 1900 taken for a leap year. */
const bySerial = (text: string): Deadline => {
  const due = new Date((Math.floor(Number(text)) - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return isPossible(due) ? { is: 'days', due } : unclear('year');
};

/** Whether all of them come to the same, whatever year they name or leave out. */
const sameOf = (results: readonly Deadline[]): Deadline | undefined => {
  const days = results.filter((each) => each.is === 'days');
  const [first] = days;
  if (first === undefined || days.length < results.length)
    return results.find((each) => each.is !== 'days');
  const isSame = days.every(({ due, start }) => due === first.due && start === first.start);
  return isSame ? (days.find(({ byYear }) => byYear === undefined) ?? first) : unclear('several');
};

/** What a text with days in it says, once they are found. */
const fromFound = (text: string, found: readonly Found[], how: How): Deadline => {
  const puzzle = found.find((each) => each.is === 'puzzle');
  if (puzzle) return unclear(puzzle.why);
  if (over.test(text)) return unclear('unknown');
  const separate = stretchesOf(text, found.filter(isSpan));
  if (separate.length > most) return unclear('several');
  const pair = separate.length === 2 ? asPair(text, separate) : undefined;
  const stretches = pair ? [pair] : separate;
  for (const { at, end, start, due } of stretches) {
    const before = text.slice(0, at);
    const after = text.slice(end);
    if (shares.test(before) || /每年?$/u.test(before)) return unclear('several');
    if (isBefore(due, start ? '' : before, after)) return unclear('before');
    if (!start && isLoose(due, before, after)) return unclear('unknown');
    if (!start && (onlyStarts.test(after) || onlyStartsBefore.test(before))) {
      return unclear(stretches.length > 1 ? 'several' : 'start');
    }
    if (/^(?!\d{1,2}[时点:])[\d一二三四五六七八九十]/u.test(after)) return unclear('unknown');
  }
  const [only] = stretches;
  const rest = stretches.reduceRight(
    (left, { at, end }) => `${left.slice(0, at)} ; ${left.slice(end)}`,
    text,
  );
  const keepsOn = isOngoing(rest);
  // 每月25日前 names no month.
  if (keepsOn && stretches.every(({ due, start }) => (due.months ?? start) === undefined)) {
    return { is: 'ongoing' };
  }
  if (keepsOn && only?.due.unit === 'year' && !only.start && !only.due.saysEnd) {
    const isUntil = /(?:至|到|until|to|by) ?$/u.test(text.slice(0, only.at));
    const isThisYear = (only.due.year ?? how.year + only.due.shift) === how.year;
    if (!isUntil) return isThisYear ? { is: 'ongoing' } : unclear('vague');
  }
  if (restOfDays.test(rest.replace(ongoing, ''))) return unclear('several');
  return sameOf(stretches.map((each) => resultOf(each, how))) ?? unclear('unknown');
};

/** What a cell of a deadline column says. */
export const readDeadline = (text: string, how: How): Deadline => {
  if (text.length > longest) return unclear('unknown');
  const plain = plainText(text);
  if (nothing.test(plain)) return { is: 'none' };
  if (serial.test(plain) && Number(plain) <= 60_000) return bySerial(plain);
  if (/^\d{4}\.1$/.test(plain)) return unclear('lost-zero');
  const found = findSpans(plain, how);
  if (found.length > 0) return fromFound(plain, found, how);
  return isOngoing(plain) ? { is: 'ongoing' } : unclear('unknown');
};

/** What a column of `31/12/2022` tells of its own order; nothing where it tells nothing or contradicts itself. */
export const orderOf = (texts: readonly string[]): 'dmy' | 'mdy' | undefined => {
  const orders = new Set<'dmy' | 'mdy'>();
  for (const text of texts) {
    if (text.length > longest) continue;
    for (const [, a, , b] of plainText(text).matchAll(
      /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)/g,
    )) {
      if (Number(a) > 12 && Number(b) <= 12) orders.add('dmy');
      if (Number(b) > 12 && Number(a) <= 12) orders.add('mdy');
    }
  }
  const [order] = orders;
  return orders.size === 1 ? order : undefined;
};
