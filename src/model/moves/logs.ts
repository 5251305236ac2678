/** A record stays as it was written: entries of logs are added at the end and never touched again. */
import type { Problem } from '../diagnostic.ts';
import type { Difference } from '../diff.ts';
import { at, type MoveRule } from './move.ts';

type OfLog = Extract<Difference, { is: 'log' }>;

const problemOf = (difference: OfLog): Problem | undefined => {
  const { after, number: entry, event } = difference;
  const params = { id: after.id, entry, event: event.event };
  switch (difference.how) {
    case 'appended':
      return undefined;
    case 'inserted':
      return { code: 'move/entry-inserted', params };
    case 'changed':
      return {
        code: 'move/entry-changed',
        params: { ...params, event: difference.from.event },
      };
    case 'removed':
      return { code: 'move/entry-removed', params: { ...params, date: event.date } };
    case 'reordered':
      return { code: 'move/entry-reordered', params: { ...params, before: difference.was } };
  }
};

export const rewrittenLogs: MoveRule = ({ differences }) =>
  differences.flatMap((difference) => {
    if (difference.is !== 'log') return [];
    const problem = problemOf(difference);
    if (!problem) return [];
    // What is gone has no line of its own any more: its log is pointed at.
    const isGone = difference.how === 'removed';
    return [
      at(difference.after, isGone ? ['log'] : ['log', difference.number - 1], problem, isGone),
    ];
  });
