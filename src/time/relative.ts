/**
 * What depends on the day it is: `+30d`, `上周`, `next month`, `月底`. A stretch of its own is told as its days; what
 * stands inside other words becomes days, months or years with figures, which any reader of days understands.
 */
import type { Day } from '../model/dates.ts';
import { mondayOf, partsOf, quarterOf, stepFrom, type Unit } from './calendar.ts';
import { figuresOf } from './spans.ts';

/** A stretch with its first and last day. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  /** The one day that is meant where a day is wanted: `+30d` is thirty days on, and not the days until then. */
  readonly day?: Day;
}

const units: Readonly<Record<string, Unit>> = {
  d: 'day',
  天: 'day',
  日: 'day',
  w: 'week',
  周: 'week',
  星: 'week',
  礼: 'week',
  m: 'month',
  月: 'month',
  q: 'quarter',
  季: 'quarter',
  y: 'year',
  年: 'year',
};

const unitOf = (word = ''): Unit => units[word.replace('个', '')[0] ?? ''] ?? 'day';

const signed =
  /^(?<sign>[+-]) ?(?<count>\d{1,4}) ?(?<unit>d(?:ays?)?|w(?:eeks?)?|m(?:onths?)?|q(?:uarters?)?|y(?:ears?)?|[天周年]|个?(?:星期|礼拜|季度)|个月)$/;

const count = '(?<count>\\d{1,4}|[一二两三四五六七八九十]{1,3})';
/** 22年内 may be a year, 9月内 a month and 三季度内 the third quarter. */
const unit = '(?<unit>[天周]|个?(?:星期|礼拜)|个(?:季度|月)|(?<!\\d\\d)年)';
const english = '(?<count>\\d{1,4}) (?<unit>day|week|month|quarter|year)s?';

/** A number of units, and where they lie. 30日内 is thirty days, but 30日前 may be the thirtieth of a month. */
const counted: readonly (readonly [RegExp, 'ahead' | 'back' | 'after' | 'before'])[] = [
  [new RegExp(`^(?:未来|今后)?${count}(?:${unit}|日)[之以]?内$`, 'u'), 'ahead'],
  [new RegExp(`^(?:未来|今后)${count}${unit}$`, 'u'), 'ahead'],
  [new RegExp(`^(?:最?近|过去)${count}${unit}[之以]?内?$`, 'u'), 'back'],
  [new RegExp(`^${count}${unit}[之以]?后$`, 'u'), 'after'],
  [new RegExp(`^${count}${unit}[之以]?前$`, 'u'), 'before'],
  [new RegExp(`^(?:within(?: the)?(?: next)?|(?:the )?next) ${english}$`), 'ahead'],
  [new RegExp(`^(?:the )?(?:last|past) ${english}$`), 'back'],
  [new RegExp(`^${english} from (?:now|today)$`), 'after'],
  [new RegExp(`^${english} ago$`), 'before'],
];

const countOf = (text: string): number =>
  Number(/^\d/.test(text) ? text : figuresOf(text.replace('两', '二')));

const halfYear = /^(未来|今后|最?近|过去|)半年(?=[之以]?[内后前]?$)/u;

const stepped = (text: string, today: Day): Stretch | undefined => {
  const plain = text.replace(halfYear, (_, where: string) => `${where}6个月`);
  const sign = signed.exec(plain)?.groups;
  if (sign) {
    const steps = Number(`${sign['sign']}${sign['count']}`);
    const day = stepFrom(today, steps, unitOf(sign['unit']));
    return sign['sign'] === '-' ? { from: day, to: today, day } : { from: today, to: day, day };
  }
  for (const [looks, where] of counted) {
    const caught = looks.exec(plain)?.groups;
    if (caught === undefined) continue;
    const steps = countOf(caught['count'] ?? '');
    const isBack = where === 'back' || where === 'before';
    const day = stepFrom(today, isBack ? -steps : steps, unitOf(caught['unit']));
    if (where === 'ahead') return { from: today, to: day };
    return where === 'back' ? { from: day, to: today } : { from: day, to: day };
  }
  return undefined;
};

const shifts: Readonly<Record<string, number>> = {
  this: 0,
  本: 0,
  这: 0,
  last: -1,
  上: -1,
  next: 1,
  下: 1,
};

const week = /^(?<which>this|last|next)[ -]week$/;
const chineseWeek =
  /^(?<which>[本这上下])个?(?:周|星期|礼拜)(?:(?<weekday>[一二三四五六])|(?<sunday>[日天]))?$/u;

const weekOf = (plain: string, today: Day): Stretch | undefined => {
  const caught = (week.exec(plain) ?? chineseWeek.exec(plain))?.groups;
  if (caught === undefined) return undefined;
  const from = stepFrom(mondayOf(today), shifts[caught['which'] ?? ''] ?? 0, 'week');
  const weekday = caught['sunday'] ? 7 : Number(figuresOf(caught['weekday'] ?? ''));
  if (weekday === 0) return { from, to: stepFrom(from, 6, 'day') };
  const day = stepFrom(from, weekday - 1, 'day');
  return { from: day, to: day };
};

/** What a plain text as a whole says of days counted from today, if it does. */
export const relativeStretch = (plain: string, today: Day): Stretch | undefined =>
  stepped(plain, today) ?? weekOf(plain, today);

/** Whether a text counts days and does not say from which day on. */
export const isBareCount = (plain: string): boolean =>
  /^\d{1,4} ?(?:[dwmqy]|[天周]|个(?:月|星期|季度))$/u.test(plain);

const monthText = (day: Day): string => `${day.slice(0, 4)}年${partsOf(day)[1]}月`;
const quarterText = (day: Day): string => `${day.slice(0, 4)}年${quarterOf(day)}季度`;
const yearText = (day: Day): string => `${day.slice(0, 4)}年`;

const days: Readonly<Record<string, number>> = {
  today: 0,
  今: 0,
  本: 0,
  yesterday: -1,
  昨: -1,
  tomorrow: 1,
  明: 1,
  前: -2,
  后: 2,
};
const years: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  当: 0,
  去: -1,
  上: -1,
  明: 1,
  前: -2,
  后: 2,
};

const stepBy =
  (unit: Unit, shown: (day: Day) => string) =>
  (today: Day, which: string): string =>
    shown(stepFrom(today, shifts[which] ?? 0, unit));

const ofDay = (today: Day, which: string): string => stepFrom(today, days[which] ?? 0, 'day');

/** Parts of a text and what they are in figures; the group is the word that says which. */
const replacements: readonly (readonly [RegExp, (today: Day, which: string) => string])[] = [
  [/(?<![a-z])(today|yesterday|tomorrow)(?![a-z])/g, ofDay],
  [/([今昨明前后])天|([今昨明])日/gu, ofDay],
  [
    /(?<![a-z])(?:month[ -]end|end[ -]of[ -](?:(?:the|this)[ -])?month)(?![a-z])/g,
    (today) => `${monthText(today)}底`,
  ],
  [
    /(?<![a-z])(?:quarter[ -]end|end[ -]of[ -](?:(?:the|this)[ -])?quarter)(?![a-z])/g,
    (today) => `${quarterText(today)}末`,
  ],
  [/(?<![a-z])(this|last|next)[ -]month(?![a-z])/g, stepBy('month', (day) => day.slice(0, 7))],
  [
    /(?<![a-z])(this|last|next)[ -]quarter(?![a-z]| of)/g,
    stepBy('quarter', (day) => `${day.slice(0, 4)}q${quarterOf(day)}`),
  ],
  [/(?<![a-z])(this|last|next)[ -]year(?![a-z])/g, stepBy('year', (day) => day.slice(0, 4))],
  [/([本这上下])个?月/gu, stepBy('month', monthText)],
  [/([本这上下])个?季度?/gu, stepBy('quarter', quarterText)],
  [/(?<![\d月年])月(?=[底末])/gu, monthText],
  [/(?<![\d年第])季度?(?=[底末])/gu, quarterText],
  [
    /(?<!\d)([今本当去上明前后])年/gu,
    (today, which) => yearText(stepFrom(today, years[which] ?? 0, 'year')),
  ],
];

/** A plain text with figures where it spoke of today, this month or last year. */
export const withFigures = (plain: string, today: Day): string =>
  replacements.reduce(
    (text, [looks, shown]) =>
      text.replace(looks, (_, ...caught: (string | number | undefined)[]) =>
        shown(today, String(caught.find((each) => typeof each === 'string') ?? '')),
      ),
    plain,
  );
