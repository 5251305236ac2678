/**
 * Tells the year of one item, event by event, each on a day after the one before. What was claimed, met
 * and moved so far is kept here; whether an event is possible is for the model to say.
 */
import type { Event } from '../model/events.ts';
import { forms, type Note } from './corpus/forms.ts';
import type { Both } from './corpus/piece.ts';
import { annex, checks, nextSteps, problems, type Reason } from './corpus/reasons.ts';
import { merger, mergerDay } from './corpus/units.ts';
import { dayOf, numberOf, workday } from './days.ts';
import type { Draw } from './draw.ts';
import { paperOf } from './papers.ts';
import type { PlannedItem } from './plan.ts';

/** An event with the day it was recorded, which may be later than the day it happened. */
export interface Step {
  readonly recorded: number;
  readonly event: Event;
  /** The step that a retraction takes back; its number follows from the order of recording. */
  readonly takesBack?: Step;
}

/** What an event says besides its day and its unit. */
type Fact = Event extends infer E ? (E extends Event ? Omit<E, 'date' | 'by'> : never) : never;

/** A unit as it is called on a day: the two offices that were merged by their successor. */
export const calledOn = (unit: string, day: number): string =>
  (merger.from as readonly string[]).includes(unit) && day >= numberOf(mergerDay)
    ? merger.into
    : unit;

/** Says words in the language of an event, which is one for all it says. */
type Speak = (words: readonly [...Both, ...unknown[]]) => string;

export const reformOffice = 'reform-office';

/** Tells an item's year; every method takes the earliest day for what it tells. */
export const tellerOf = (item: PlannedItem, draw: Draw) => {
  const steps: Step[] = [];
  const met = new Set<string>();
  const form = forms[item.form];
  let criteria = item.criteria;
  let leads = item.lead;
  let last = 0;
  let progress = 0;
  let claimed: readonly string[] = [];
  let reports = draw.whole(0, form.notes.length - 1);

  const open = () => criteria.filter(({ id }) => !met.has(id)).map(({ id }) => id);
  const leadOn = (day: number, nth = 0) => calledOn(leads[nth] ?? leads[0] ?? reformOffice, day);

  /** Adds an event on the first workday from this one on that nothing is told of yet. */
  const say = (
    day: number,
    tell: (day: number, speak: Speak) => Fact & { readonly by?: string },
    more: { readonly delay?: number; readonly takesBack?: Step } = {},
  ): Step => {
    const { delay = 0, takesBack } = more;
    const on = workday(Math.max(day, last + 1));
    last = on;
    const isChinese = draw.chance(24);
    const { event, by = leadOn(on), ...rest } = tell(on, ([en, zh]) => (isChinese ? zh : en));
    const step = {
      recorded: on + delay,
      event: { date: dayOf(on), event, by, ...rest } as Event,
      ...(takesBack && { takesBack }),
    };
    steps.push(step);
    return step;
  };

  const reasonFrom = (all: readonly Reason[]): Reason =>
    draw.pick(all.filter(([, , only]) => only?.includes(item.form) ?? true));

  const proof = (day: number, unit: string, part = '') => {
    const page = `${item.id.toLowerCase().replace('.', '-')}-${day}${part}`;
    return draw.chance(55)
      ? { document: paperOf(unit, day, page) }
      : { url: `https://${unit}.example.org/${dayOf(day).slice(0, 4)}/${page}` };
  };

  const report = (day: number, goal: number, hasTrouble = draw.chance(20)): Step => {
    progress = Math.min(goal, progress + draw.whole(6, 22));
    const reported = progress;
    reports += 1;
    const words = form.notes[reports % form.notes.length] as Note;
    const [least, most] = words[2];
    const figure = String(draw.whole(least, most));
    return say(
      day,
      (on, speak) => ({
        event: 'report',
        by: leadOn(on, draw.chance(85) ? 0 : 1),
        ...((criteria.length === 0 || draw.chance(35)) && { progress: reported }),
        ...(hasTrouble && { problem: speak(reasonFrom(problems)) }),
        ...(draw.chance(30) && { next: speak(reasonFrom(nextSteps)) }),
        note: speak(words).replace('#', figure),
        ...(draw.chance(4) && { evidence: [proof(on, leadOn(on))] }),
      }),
      { delay: draw.chance(9) ? draw.whole(8, 30) : 0 },
    );
  };

  const tick = (day: number, id: string): Step => {
    met.add(id);
    const own = criteria.find((each) => each.id === id)?.value.lead?.[0];
    return say(day, (on) => ({
      event: 'tick',
      ...(own !== undefined && { by: calledOn(own, on) }),
      criteria: [id],
      ...(draw.chance(50) && { evidence: [proof(on, leadOn(on))] }),
    }));
  };

  /** Reports and ticked criteria until a day; the last criterion is left for the claim. */
  const work = (until: number, goal = 85): void => {
    const from = Math.max(last + 1, item.start);
    const tellings: { day: number; id?: string }[] = [];
    for (let day = from + draw.whole(12, 40); day < until; day += draw.whole(28, 55)) {
      tellings.push({ day });
    }
    const ticks = criteria
      .slice(0, -1)
      .filter(({ id }) => !met.has(id))
      .map(({ id, due }) => ({ id, day: Math.max(from, due + draw.whole(-9, 6)) }))
      .filter(({ day }) => day < until && draw.chance(95));
    const moments = [...tellings, ...ticks].sort((a, b) => a.day - b.day);
    for (const { day, id } of moments) {
      // What falls on a day that has been passed by weekends is not reported any more.
      if (workday(Math.max(day, last + 1)) >= until) continue;
      if (id === undefined) report(day, goal);
      else tick(day, id);
    }
  };

  const begin = (): void => {
    if (draw.chance(70)) say(item.start + draw.whole(0, 9), () => ({ event: 'start' }));
  };

  const claim = (day: number): Step => {
    claimed = open();
    for (const id of claimed) met.add(id);
    return say(day, (on, speak) => ({
      event: 'done',
      ...(claimed.length > 0 && { criteria: claimed }),
      ...(criteria.length === 0 && { result: speak(form.result) }),
      evidence: [
        proof(on, leadOn(on)),
        ...(draw.chance(25) ? [{ ...proof(on, leadOn(on), '-annex'), note: speak(annex) }] : []),
      ],
    }));
  };

  /** Somebody who has no part in the item. */
  const checker = () =>
    [reformOffice, reformOffice, reformOffice, 'audit-bureau', 'general-office'].filter(
      (unit) => !leads.includes(unit) && !item.support.includes(unit),
    );

  const verify = (day: number): Step =>
    say(day, (_on, speak) => {
      const checked = draw.pick(['document', 'document', 'site', 'third-party'] as const);
      const note = draw.chance(30) ? { note: speak(checks[checked]) } : {};
      return { event: 'verify', by: draw.pick(checker()), checked, ...note };
    });

  /** Takes met criteria back: the last one, or with `all` those of the claim. */
  const takeBack = (all: boolean): readonly string[] => {
    const back = all ? claimed : criteria.slice(-1).map(({ id }) => id);
    for (const id of back) met.delete(id);
    return back;
  };

  return {
    say,
    report,
    tick,
    work,
    begin,
    claim,
    verify,
    takeBack,
    open,
    reasonFrom,
    /** The day of the last event. */
    last: () => last,
    criteria: () => criteria,
    /** Criteria and leads after an amendment. */
    amended: (now: {
      readonly criteria?: PlannedItem['criteria'];
      readonly lead?: readonly string[];
    }) => {
      criteria = now.criteria ?? criteria;
      leads = now.lead ?? leads;
    },
    /** A step that was taken back did not meet what it said. */
    unmeet: (ids: readonly string[]) => {
      for (const id of ids) met.delete(id);
    },
    steps: (): readonly Step[] => steps,
  };
};

export type Teller = ReturnType<typeof tellerOf>;
