/** Days, months, quarters and years in Chinese: `2022年9月30日`, `9月底`, `三季度`, `年底`, with figures for numbers. */
import {
  type Caught,
  type Form,
  form,
  isMonth,
  oneDay,
  oneHalf,
  oneMonth,
  oneQuarter,
  oneYear,
  type Reading,
  yearOf,
} from './span.ts';

const shifts: Readonly<Record<string, number>> = { 明: 1, 次: 1, 翌: 1, 后: 2, 去: -1, 上: -1 };

const figureYear =
  '(?:(?<year>\\d{4}|\\d{2})年度?|(?<said>[今本当明次翌去上后])年度?)[ ,:的(]{0,2}';
const anyYear = `(?:(?<bare>\\d{4})[./-]?|${figureYear})?`;

/** 中 ends a date here and does not begin a word such as 中心. */
const stop = '(?=$|[ ,;。、)前完])';

/** A year's end is not that of a school year or of three years. */
const noYearBefore = '(?<![\\d一二两三四五六七八九十每半多几百千青少周学财政新])';

/** The first, second and last ten days of a month. */
const tens = { 上: [1, 10], 中: [11, 20], 下: [21, 31] } as const;

/** A reading in the year that the form begins with. */
const inYear = (
  { year, bare, said }: Caught,
  read: (year: number | undefined) => Reading,
): Reading => {
  const reading = read(yearOf(year ?? bare));
  return typeof reading === 'string' ? reading : { ...reading, shift: shifts[said ?? ''] ?? 0 };
};

const monthForm: Form['read'] = (caught) => {
  const month = Number(caught['month']);
  const { day, late, ten, puzzle, within, year, bare, said } = caught;
  if (puzzle !== undefined) return 'vague';
  // 3月内 is said for three months, too.
  if (within !== undefined && (year ?? bare ?? said) === undefined) return 'duration';
  return inYear(caught, (written) => {
    if (day !== undefined) return oneDay(written, month, Number(day));
    if (ten === undefined || !isMonth(month)) {
      return oneMonth(written, month, (late ?? within) !== undefined);
    }
    const days = tens[ten as keyof typeof tens];
    return { year: written, unit: 'month', months: [month, month], days };
  });
};

const yearForm: Form['read'] = (caught) => {
  const { year, late, middle, puzzle } = caught;
  if (puzzle !== undefined) return 'vague';
  // 20年内 is said for twenty years.
  if (year?.length === 2 && late?.endsWith('内')) return 'duration';
  return inYear(caught, (written) =>
    middle === undefined ? oneYear(written, late !== undefined) : oneHalf(written, 1, true),
  );
};

/** In the order in which they are tried. */
export const chinese: readonly Form[] = [
  form(
    '(?:\\d{1,3}|[一二两三四五六七八九十半]{1,2})(?:个?工作日|个月|个?星期|个季度|[年天日周])[之以]?内|[一二两三四五六七八九十\\d]{1,2}个月',
    () => 'duration',
  ),
  form('农历|正月|腊月|\\d{4}年?[春夏秋冬]', () => 'vague'),
  form(
    '(?:\\d{4}年)?(?:春节|元旦|元宵|清明|五一|端午|中秋|国庆|十一|两会|暑假|寒假|暑期|汛期|高考|中考)节?(?:假期)?(?=[之以]?前|之?后|期间|$)',
    () => 'vague',
  ),
  form(
    `(?:(?<bare>\\d{4})[./-]|${figureYear})?(?<month>\\d{1,2})月份?(?:(?<day>\\d{1,2})(?:[日号]|(?=$|[ ,;。、)前]))|月?(?<late>[底末])|(?<ten>[上中下])旬|(?<puzzle>初|[上中][中下]旬|中${stop})|(?<within>[之以]?内))?`,
    monthForm,
  ),
  form(
    `${anyYear}前?第?(?<quarter>\\d{1,2})个?季(?:度(?<late>[底末内])?|(?<end>[底末]))`,
    (caught) => {
      const quarter = Number(caught['quarter']);
      const saysEnd = (caught['late'] ?? caught['end']) !== undefined;
      if (quarter < 1 || quarter > 4) return 'impossible';
      return inYear(caught, (year) => oneQuarter(year, quarter, saysEnd));
    },
  ),
  form(`${anyYear}(?<half>[上下前后])半年(?<late>[底末内])?`, (caught) =>
    inYear(caught, (year) =>
      oneHalf(year, /[上前]/u.test(caught['half'] ?? '') ? 1 : 2, caught['late'] !== undefined),
    ),
  ),
  form(
    `(?:${figureYear}年?|(?<bare>\\d{4})年?|${noYearBefore}年)(?:(?<late>[底末终]|[之以]?内)|(?<middle>中)${stop}|(?<puzzle>初|[上中]旬|中期))|岁末|全年`,
    yearForm,
  ),
  form('(?:(?<year>\\d{4})年度?|(?<said>[今本当明次翌去])年)', (caught) =>
    inYear(caught, (year) => oneYear(year)),
  ),
  form('(?<day>\\d{1,2})[日号](?!线|文)', ({ day }) => ({
    year: undefined,
    unit: 'day',
    months: undefined,
    days: [Number(day), Number(day)],
  })),
];
