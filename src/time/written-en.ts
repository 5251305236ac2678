/** Days, months, quarters and years in English: `30 September 2022`, `Q3`, `end of 2022`, in lower case. */
import {
  type Caught,
  type Form,
  form,
  type How,
  isNear,
  oneDay,
  oneHalf,
  oneMonth,
  oneQuarter,
  oneYear,
  type Reading,
  yearOf,
} from './span.ts';

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name = ''): number => names.indexOf(name.slice(0, 3)) + 1;

const name =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const nth = '(?:st|nd|rd|th)';
const yearLater = "(?:,? ?(?:of )?(?:the )?(?:year )?[ /-]?(?<year>\\d{4}|'?\\d{2})(?![\\d:]))?";

/** Which quarter or half a word says. */
const places: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};

/** Two figures behind a date are its year, or begin something else: `30 September 12 schools`. */
const inYear = (
  { year }: Caught,
  how: How,
  read: (year: number | undefined) => Reading,
): Reading => {
  const written = yearOf(year);
  return year?.length === 2 && !isNear(written ?? 0, how) ? 'unknown' : read(written);
};

const asDay: Form['read'] = (caught, how) =>
  inYear(caught, how, (year) => oneDay(year, monthOf(caught['name']), Number(caught['day'])));

const asMonth: Form['read'] = ({ name: month, year }) => oneMonth(yearOf(year), monthOf(month));

const asPart: Form['read'] = (caught, how) =>
  inYear(caught, how, (year) =>
    caught['half'] === undefined
      ? oneQuarter(year, Number(caught['quarter']))
      : oneHalf(year, caught['half'] === '1' ? 1 : 2),
  );

/** In the order in which they are tried. */
export const english: readonly Form[] = [
  form(
    '(?:within (?:the )?(?:next )?(?:\\d{1,3}|[a-z]{1,8})|\\d{1,3})[ -](?:working |calendar )?(?:day|week|month|year)s?(?![a-z])',
    () => 'duration',
  ),
  form(
    "(?:fy|(?:fiscal|financial) year)(?![a-z])[ ']?(?:\\d{2,4}(?:[/-]\\d{2,4})?)?(?: ?q[1-4])?",
    () => 'vague',
  ),
  form(
    `(?:spring|summer|autumn|winter|fall|early|late|beginning of|start of|mid[ -]?${name})(?![a-z])(?:[ -]?\\d{4})?`,
    () => 'vague',
  ),
  form(
    `(?<day>\\d{1,2})${nth}?(?: of)?[ ./-]?${name}(?:,?[ ,./-]?(?<year>\\d{4}|'?\\d{2})(?![\\d:]| ?${name.replace('?<name>', '?:')}))?`,
    asDay,
  ),
  form(`(?<year>\\d{4})[ ,./-]?${name}(?:[ ./-]?(?<day>\\d{1,2})${nth}?(?!\\d))?`, (caught, how) =>
    caught['day'] === undefined ? asMonth(caught, how) : asDay(caught, how),
  ),
  form(
    `${name}[ -]?(?<day>\\d{1,2})(?<nth>${nth})?(?![\\d:a-z])(?:,?[ /-]?(?<year>\\d{4}|'\\d{2})(?!\\d))?`,
    (caught, how) => {
      const { day = '', year } = caught;
      // Sep-22: a day of September, or September of a year.
      const mayBeYear =
        (year ?? caught['nth']) === undefined &&
        day.length === 2 &&
        isNear(2000 + Number(day), how);
      return mayBeYear ? 'order' : asDay(caught, how);
    },
  ),
  form(`${name}[ ,./-]{0,2}(?:of )?(?<year>\\d{4}|'\\d{2})(?!\\d)`, asMonth),
  // Two of the names are words as well.
  form(
    `(?:(?!may|march)|(?<=(?:by|in|of|end|until|to|from|before|-) ?)|(?<=^)(?=[a-z]+ ?(?:-|to |until |$)))${name}`,
    asMonth,
  ),
  form('(?<year>\\d{4})[ ./-]?(?:q(?<quarter>[1-4])|h(?<half>[12]))(?![a-z\\d])', asPart),
  form(`(?:q(?<quarter>[1-4])|h(?<half>[12]))(?![a-z\\d])${yearLater}`, asPart),
  form(
    `(?<nth>first|second|third|fourth|1st|2nd|3rd|4th) (?<what>quarter|half)(?![a-z])${yearLater}`,
    (caught, how) => {
      const place = String(places[caught['nth'] ?? '']);
      return asPart({ ...caught, [caught['what'] ?? '']: place }, how);
    },
  ),
  form(`mid[ -]?(?:year${yearLater}|(?<whole>\\d{4})(?!\\d))`, (caught, how) =>
    inYear({ year: caught['year'] ?? caught['whole'] }, how, (year) => oneHalf(year, 1, true)),
  ),
  form(
    `(?:year[ -]?end|end[ -](?:of[ -])?(?:the |this )?(?:calendar )?year)(?![a-z])${yearLater}`,
    (caught, how) => inYear(caught, how, (year) => oneYear(year, true)),
  ),
];
