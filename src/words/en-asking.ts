/**
 * English words of the daily questions: what is due, what a unit owes, what waits for the office,
 * what the commission hears.
 */
import { list, plural } from './phrases.ts';

const which = (ids: readonly string[]): string =>
  ids.length > 8 ? `${ids.slice(0, 8).join(', ')} and ${ids.length - 8} more` : ids.join(', ');

/** How far off a day is. */
const off = (left: number): string => {
  if (left === 0) return 'today';
  const days = plural(Math.abs(left), 'day', 'days');
  return left > 0 ? `in ${days}` : `${days} ago`;
};

export const asking = {
  headings: {
    group: 'DUE',
    section: 'WHAT',
    letter: ' ',
    days: 'DAYS',
    progress: '%',
    note: 'NOTE',
    next: 'NEXT',
    by: 'BY',
    claimed: 'CLAIMED',
    waits: 'WAITS',
    evidence: 'EVIDENCE',
    rejected: 'REJECTED',
    blocked: 'BLOCKED',
    since: 'FOR',
    reason: 'REASON',
    until: 'UNTIL',
    unit: 'UNIT',
    items: 'TO REPORT',
    unreported: 'NOT YET',
    missed: 'MISSED',
    which: 'WHICH',
    point: '#',
    title: 'POINT',
    task: 'TASK',
    measures: 'MEASURES',
    overdue: 'OVERDUE',
    claims: 'CLAIMED',
    date: 'DATE',
    says: 'WHAT WAS LAST REPORTED',
  },
  /** Days to a deadline: past, today, to come. */
  days: (left: number): string => {
    if (left === 0) return 'today';
    return left < 0 ? `${-left} late` : `${left} left`;
  },
  /** A number of days, as a length. */
  long: (days: number): string => plural(days, 'day', 'days'),
  excused: (until: string) => `excused until ${until}`,
  rejected: (day: string) => `rejected ${day}`,
  noted: (title: string, notes: readonly string[]) => `${title} (${notes.join(', ')})`,
  counted: (title: string, count: number) => `${title} (${count})`,
  milestone: (letter: string) => `criterion ${letter}`,
  overdue: 'Overdue',
  stretches: {
    week: (monday: string, isNow: boolean) =>
      `Week of ${monday} (Mon–Sun)${isNow ? ', this week' : ''}`,
    month: (month: string, isNow: boolean) => `${month}${isNow ? ', this month' : ''}`,
  },
  nobody: 'nobody stated',

  questions: {
    happened: 'What happened?',
    progress: 'How far is it, in percent? (return to leave out)',
    why: 'Why?',
    /** How one of several is chosen: by the arrow keys. */
    choose: (question: string) => `${question} (↑/↓, then return)`,
  },

  due: {
    counts: (overdue: number, coming: number, to: string) =>
      `${overdue} overdue, ${coming} due by ${to}`,
    later: (count: number, command: string) =>
      `${plural(count, 'deadline lies', 'deadlines lie')} further ahead: ${command}`,
    undated: (count: number, isPublished: boolean) =>
      isPublished
        ? `Cannot be judged: for ${plural(count, 'open item', 'open items')} no deadline was published.`
        : `Cannot be judged: ${plural(count, 'open item has', 'open items have')} no deadline.`,
  },

  mine: {
    title: (unit: string) => `What ${unit} owes`,
    reports: (from: string, to: string, due: string, left: number) =>
      `Reports for ${from} to ${to} are due ${due}, ${off(left)}.`,
    toReport: (ids: readonly string[], all: number) =>
      all === 0
        ? 'There is nothing to report on.'
        : ids.length === 0
          ? `${all === 1 ? 'The one item' : `All ${all} items`} to report on ${all === 1 ? 'has' : 'have'} been reported on.`
          : `Still to report on, ${ids.length} of ${all}: ${which(ids)}.`,
    missed: (ids: readonly string[]) =>
      `A reporting day has already passed without a word on ${which(ids)}.`,
    groups: {
      overdue: 'Overdue',
      rejected: 'Claim rejected, and nothing since',
      soon: 'Due soon',
      going: 'In progress',
      coming: 'Not started',
      listed: 'On the list, nothing more is known',
      claimed: 'Claimed, waiting for the check',
      support: 'In support of others',
    },
    nothing: (unit: string) => `${unit} owes nothing that is open.`,
    noneFits: (unit: string, asked: readonly string[]) =>
      `Nothing that ${unit} owes fits: ${asked.join(', ')}.`,
    pick: 'Which one? Its letter (return to leave)',
    noLetter: (last: string) => `a letter from a to ${last}`,
    act: (id: string) => `What about ${id}?`,
    /** What the commands do that take an item on. */
    verbs: {
      report: 'report',
      tick: 'tick',
      done: 'done',
      block: 'block',
      resume: 'resume',
      show: 'show',
    },
  },

  inbox: {
    claims: 'Claims to check',
    reports: (from: string, to: string, due: string, left: number) =>
      `Reports for ${from} to ${to}, due ${due} (${off(left)})`,
    silent: 'To be reported on',
    rejected: 'Rejected, and nothing since',
    blocked: 'Blocked',
    excuses: 'Excuses that end soon',
    checked: (id: string, [way = '', ...others]: readonly string[]) =>
      `Check the first: reform verify ${id} --checked ${way} (or ${list(others)}), or reform reject ${id} -m "why".`,
    none: {
      claims: 'no claim to check',
      reports: 'nobody owes a report',
      rejected: 'no rejected item left lying',
      blocked: 'nothing blocked',
      excuses: 'no excuse about to end',
    },
    nothing: (parts: readonly string[]) => {
      const text = list(parts, 'and');
      return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
    },
  },

  agenda: {
    on: (title: string, date: string, left: number) => `${title}, ${date} (${off(left)})`,
    undated: (title: string, isPublished: boolean) =>
      `${title}: ${isPublished ? 'its date was not published' : 'no date is set'}`,
    noAgenda: (isPublished: boolean): string =>
      isPublished ? 'Its agenda was not published.' : 'It has no agenda yet.',
    none: 'No meeting is recorded.',
    over: (title: string, date: string, id: string) =>
      `No meeting is ahead. The last one: ${title}, ${date}. See it: reform agenda ${id}`,
    reports: 'What was last reported',
    late: 'To be explained',
    standing: (count: number, status: string) => `${count} ${status}`,
    noMeasures: 'no measures recorded',
    document: (title: string) => `Agenda set by: ${title}`,
  },
};
