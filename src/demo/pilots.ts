/** What happens to the pilots of the made-up year: they are evaluated, then replicated. */
import type { Event } from '../model/events.ts';
import { conditions, lessons, mistakes } from './corpus/reasons.ts';
import { pilots } from './corpus/registers.ts';
import { dayOf, workday } from './days.ts';
import type { Draw } from './draw.ts';
import { paperOf } from './papers.ts';
import { reformOffice, type Step } from './teller.ts';
import { inOrderOfRecording } from './year.ts';

const english = ([en]: readonly [string, ...unknown[]]): string => en;

type Lesson = (typeof lessons)[number];

/** How far each pilot gets, in their order; the last one but one is taken in from another city. */
const reaches = ['province', 'city', 'district', 'nation', 'from', undefined] as const;

const evaluation = (draw: Draw, lead: string, day: number, which: number): Step => {
  const { effectiveness, experience, problems } = lessons[which % lessons.length] as Lesson;
  const event: Event = {
    date: dayOf(day),
    event: 'evaluate',
    by: lead,
    effectiveness: english(effectiveness),
    experience: english(experience),
    ...(draw.chance(60) && { problems: english(problems) }),
  };
  return { recorded: day, event };
};

const replication = (
  draw: Draw,
  id: string,
  reach: (typeof reaches)[number],
  day: number,
): readonly Step[] => {
  if (reach === undefined) return [];
  const event: Event = {
    date: dayOf(day),
    event: 'replicate',
    by: reformOffice,
    ...(reach === 'from' ? { from: 'Sample City' } : { to: reach }),
    conditions: english(draw.pick(conditions)),
    document: paperOf(reformOffice, day, id),
  };
  return [{ recorded: day, event }];
};

/** The steps of each pilot, by its id. */
export const pilotYears = (draw: Draw): ReadonlyMap<string, readonly Step[]> => {
  const first = draw.whole(0, lessons.length - 1);
  return new Map(
    pilots.map(({ named: [id], lead }, index) => {
      const day = workday(draw.whole(170, 300));
      const evaluated = evaluation(draw, lead, day, first + index);
      const replicated = replication(draw, id, reaches[index], workday(day + draw.whole(15, 50)));
      if (index !== 1) return [id, [evaluated, ...replicated]];
      const wrong = evaluation(draw, lead, workday(day - 10), first);
      const on = workday(day - 6);
      const reason = english(draw.pick(mistakes));
      const event: Event = { date: dayOf(on), event: 'retract', by: lead, entry: 1, reason };
      const retraction = { recorded: on, takesBack: wrong, event };
      return [id, inOrderOfRecording([wrong, retraction, evaluated, ...replicated])];
    }),
  );
};
