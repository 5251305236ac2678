/** English words for lights: what they show and why, with the figures. */
import type { Colour, LightReason } from '../model/lights.ts';
import { plural } from './phrases.ts';

const colours: { readonly [C in Colour]: string } = {
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  unknown: 'cannot be judged',
};

const days = (count: number) => plural(count, 'day', 'days');

const inDays = (count: number, due: string) =>
  count === 0 ? `due today (${due})` : `due in ${days(count)} (${due})`;

const reasonOf = (reason: LightReason): string => {
  switch (reason.rule) {
    case 'overdue':
      return `${days(reason.days)} overdue (due ${reason.due})`;
    case 'behind':
      return `${plural(reason.points, 'point', 'points')} behind plan (progress ${reason.progress} %, planned ${reason.planned} %)`;
    case 'start_late':
      return `not started (planned for ${reason.start}, ${plural(reason.months, 'calendar month', 'calendar months')} late)`;
    case 'report_late':
      return `${plural(reason.periods, 'reporting day', 'reporting days')} missed (last heard of ${reason.since})`;
    case 'blocked':
      return `blocked for ${days(reason.days)} (since ${reason.since})`;
    case 'due_soon':
    case 'in_time':
      return inDays(reason.days, reason.due);
    case 'excused':
      return `excused until ${reason.until}, otherwise ${sentence(reason.without)}`;
    case 'memory':
      return `caught up, and still red ${days(reason.days)} ago (${reason.since})`;
    case 'listed':
      return 'nothing was published of its progress';
    case 'no_deadline':
      return reason.basis === 'published' ? 'no deadline was published' : 'it has no deadline';
    case 'on_plan':
      return `progress ${reason.progress} %, planned ${reason.planned} %`;
    case 'unmeasured':
      return `no progress figure to hold against the plan (${reason.planned} %)`;
    case 'to_start':
      return `to start ${reason.start}`;
  }
};

/** The colour of the first reason, then all of them. */
const sentence = (reasons: readonly LightReason[]): string => {
  const [first] = reasons;
  return first ? `${colours[first.colour]}: ${reasons.map(reasonOf).join('; ')}` : colours.green;
};

export const lights = {
  /** Beside a light whose delay is excused. */
  excused: (light: string) => `${light} (excused)`,
  colours,
  sentence,
  /** There is no light: nothing is owed in a status. */
  none: (status: string) => `no light: ${status}`,
  also: (why: string, ahead: string) => `${why}; ${ahead}`,
  /** What is reported runs ahead of the criteria that are met. */
  ahead: (reported: number, met: number, all: number, progress: number) =>
    `reported ${reported} %, but ${met} of ${plural(all, 'criterion', 'criteria')} met (${progress} %)`,
};
