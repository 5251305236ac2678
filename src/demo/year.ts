/** The made-up year of every item: what happens in each scenario, and in which order it was recorded. */
import type { Event } from '../model/events.ts';
import { forms } from './corpus/forms.ts';
import {
  amendments,
  blocks,
  excuses,
  mistakes,
  postponements,
  reinstatements,
  rejections,
  reopenings,
  withdrawals,
} from './corpus/reasons.ts';
import { districts, workPlanNumber } from './corpus/registers.ts';
import { dayOf, numberOf } from './days.ts';
import type { Draw } from './draw.ts';
import { paperOf } from './papers.ts';
import type { PlannedItem } from './plan.ts';
import { laterDues, nextYear, type Scenario } from './scenarios.ts';
import { calledOn, reformOffice, type Step, type Teller, tellerOf } from './teller.ts';

/** The days of which nothing later is told: the claims of the year, and all of it. */
const yearEnd = numberOf('2022-12-31');
const end = numberOf('2023-01-20');

/** What tells an item's scenario. */
interface Telling {
  readonly item: PlannedItem;
  readonly draw: Draw;
  readonly teller: Teller;
  /** The day after a share of the time from start to deadline, in percent. */
  readonly at: (percent: number) => number;
}

/** The office decides about the items of a day in one document for each kind of decision. */
const decided = (day: number, event: Event['event']) => ({
  by: reformOffice,
  document: paperOf(reformOffice, day, event),
});

const selected = ({ teller, item }: Telling): void => {
  const day = numberOf('2022-02-25');
  if (item.kind === 'project') {
    teller.say(day, () => ({ event: 'select', by: reformOffice, document: workPlanNumber }));
  }
};

const postpone = ({ teller }: Telling, day: number, due: number) =>
  teller.say(day, (on, speak) => ({
    event: 'postpone',
    ...decided(on, 'postpone'),
    due: dayOf(due),
    reason: speak(teller.reasonFrom(postponements)),
  }));

const excuse = ({ teller }: Telling, day: number, days: number) =>
  teller.say(day, (on, speak) => ({
    event: 'excuse',
    ...decided(on, 'excuse'),
    until: dayOf(on + days),
    reason: speak(teller.reasonFrom(excuses)),
  }));

const block = ({ teller }: Telling, day: number) =>
  teller.say(day, (_on, speak) => ({ event: 'block', reason: speak(teller.reasonFrom(blocks)) }));

const withdraw = ({ teller }: Telling, day: number) =>
  teller.say(day, (on, speak) => ({
    event: 'withdraw',
    ...decided(on, 'withdraw'),
    reason: speak(teller.reasonFrom(withdrawals)),
  }));

const reject = ({ teller, draw }: Telling, day: number) => {
  const isWhole = draw.chance(50);
  const back = teller.takeBack(isWhole);
  return teller.say(day, (_on, speak) => ({
    event: 'reject',
    by: reformOffice,
    ...(!isWhole && back.length > 0 && { criteria: back }),
    reason: speak(teller.reasonFrom(rejections)),
  }));
};

const reopen = ({ teller }: Telling, day: number) => {
  const back = teller.takeBack(false);
  return teller.say(day, (_on, speak) => ({
    event: 'reopen',
    by: reformOffice,
    ...(back.length > 0 && { criteria: back }),
    reason: speak(teller.reasonFrom(reopenings)),
  }));
};

/** The rest of a year that ends well: work, a claim shortly before the deadline or after it, a check. */
const finish = ({ teller, draw }: Telling, due: number, isLate = draw.chance(12)): void => {
  const day =
    isLate && due < yearEnd - 30 ? due + draw.whole(3, 25) : Math.max(due - draw.whole(2, 24), 0);
  teller.work(day);
  teller.claim(day);
  teller.verify(teller.last() + draw.whole(4, 13));
};

const laterThan = (due: number): readonly number[] => laterDues.filter((each) => each > due);

/** A change of the plan while work is under way, with its reason and document; the deadline after it. */
const amend = ({ teller, draw, item, at }: Telling): number => {
  let due = item.due;
  const [helper, ...others] = item.support;
  const criteria = teller.criteria();
  const last = criteria.at(-1);
  const district = draw.pick(districts)[0];
  const possible: readonly ((on: number) => Extract<Event, { event: 'amend' }>['set'])[] = [
    () => ({ deliverable: `${forms[item.form].deliverable}, with a public report` }),
    (on) => {
      // A supporting unit takes the lead as well, or else one more unit supports.
      if (others.length === 0) return { support: [...new Set([...item.support, district])] };
      const lead = [...item.lead, helper as string];
      teller.amended({ lead });
      return { lead: [...new Set(lead.map((unit) => calledOn(unit, on)))], support: others };
    },
    () => {
      due = item.due - draw.whole(8, 14);
      return { due: dayOf(due) };
    },
    () => {
      if (!last) return { support: [...new Set([...item.support, district])] };
      const [text, text_zh] = ['Report to the public published', '向社会公布报告'];
      const value = { id: 'e', text, text_zh, due: dayOf(item.due) };
      const all = [...criteria, { id: 'e', due: item.due, value }];
      teller.amended({ criteria: all });
      return { criteria: all.map((each) => each.value) };
    },
  ];
  const change = draw.pick(possible);
  teller.say(at(45), (on, speak) => ({
    event: 'amend',
    ...decided(on, 'amend'),
    set: change(on),
    reason: speak(teller.reasonFrom(amendments)),
  }));
  return due;
};

/** Something was entered by mistake and is taken back. */
const mistake = (telling: Telling): void => {
  const { teller, draw, at } = telling;
  const [first] = teller.open();
  const isTick = first !== undefined && teller.open().length > 1 && draw.chance(50);
  const wrong = isTick ? teller.tick(at(50), first) : teller.claim(at(50));
  if (isTick) teller.unmeet([first]);
  else teller.takeBack(true);
  teller.say(
    teller.last() + draw.whole(1, 4),
    // The number of the entry is known once all are in the order of recording.
    (_on, speak) => ({ event: 'retract', entry: 1, reason: speak(teller.reasonFrom(mistakes)) }),
    { takesBack: wrong },
  );
};

/** A deadline that passes while work is under way and in trouble. */
const overrun = (telling: Telling): void => {
  const { teller, draw, item } = telling;
  teller.begin();
  teller.work(item.due - 12, 60);
  if (draw.chance(35)) excuse(telling, item.due - draw.whole(2, 10), 21);
  teller.report(item.due + draw.whole(4, 10), 70, true);
};

/** A deadline that passes, and the claim weeks after it. */
const catchUp = (telling: Telling): void => {
  const { teller, draw, item } = telling;
  overrun(telling);
  const day = item.due + draw.whole(35, 77);
  teller.work(day);
  teller.claim(day);
  teller.verify(teller.last() + draw.whole(4, 12));
};

/** What happens in each scenario, from the first day of work on. */
const chapters: { readonly [S in Scenario]: (telling: Telling) => void } = {
  smooth: (telling) => {
    telling.teller.begin();
    finish(telling, telling.item.due);
  },
  rejected: (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    const day = item.due - draw.whole(15, 30);
    teller.work(day);
    teller.claim(day);
    reject(telling, teller.last() + draw.whole(5, 10));
    const again = teller.last() + draw.whole(9, 22);
    teller.work(again);
    teller.claim(again);
    teller.verify(teller.last() + draw.whole(4, 12));
  },
  postponed: (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    const first = laterThan(item.due)[draw.whole(0, 1)] as number;
    const [second] = draw.chance(25) ? laterThan(first) : [];
    teller.work(item.due - 15);
    postpone(telling, item.due - draw.whole(4, 12), first);
    if (second !== undefined) {
      teller.work(first - 15);
      postpone(telling, first - draw.whole(4, 12), second);
    }
    finish(telling, second ?? first, false);
  },
  excused: (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    teller.work(item.due - 15);
    excuse(telling, item.due - draw.whole(2, 12), draw.whole(25, 45));
    const day = item.due + draw.whole(5, 22);
    teller.work(day);
    teller.claim(day);
    teller.verify(teller.last() + draw.whole(4, 12));
  },
  resumed: (telling) => {
    const { teller, draw, item, at } = telling;
    teller.begin();
    const day = at(draw.whole(40, 55));
    teller.work(day);
    block(telling, day);
    teller.say(teller.last() + draw.whole(14, 35), () => ({ event: 'resume' }));
    finish(telling, item.due);
  },
  amended: (telling) => {
    telling.teller.begin();
    telling.teller.work(telling.at(45));
    finish(telling, amend(telling), false);
  },
  retracted: (telling) => {
    telling.teller.begin();
    telling.teller.work(telling.at(50));
    mistake(telling);
    finish(telling, telling.item.due);
  },
  reverified: (telling) => {
    const { teller, draw } = telling;
    chapters.smooth(telling);
    reopen(telling, teller.last() + draw.whole(20, 50));
    const again = teller.last() + draw.whole(20, 45);
    teller.work(again);
    teller.claim(again);
    teller.verify(teller.last() + draw.whole(4, 12));
  },
  reinstated: (telling) => {
    const { teller, draw, item, at } = telling;
    teller.begin();
    teller.work(at(40));
    withdraw(telling, at(40));
    teller.say(teller.last() + draw.whole(18, 40), (on, speak) => ({
      event: 'reinstate',
      ...decided(on, 'reinstate'),
      reason: speak(teller.reasonFrom(reinstatements)),
    }));
    finish(telling, item.due);
  },
  claimed: (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    const day = Math.min(item.due + draw.whole(-12, 20), end - 4);
    teller.work(day);
    teller.claim(day);
  },
  'turned-down': (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    const day = item.due - draw.whole(2, 12);
    teller.work(day);
    teller.claim(day);
    reject(telling, teller.last() + draw.whole(5, 12));
    teller.report(teller.last() + draw.whole(8, 20), 90, true);
  },
  'spring-overrun': catchUp,
  'summer-overrun': catchUp,
  late: (telling) => {
    overrun(telling);
    telling.teller.work(end - 4, 85);
  },
  extended: (telling) => {
    const { teller, draw, item } = telling;
    teller.begin();
    teller.work(item.due - 15, 60);
    postpone(telling, item.due - draw.whole(4, 12), draw.pick(nextYear));
    teller.work(end - 4, 80);
  },
  longer: ({ teller }) => {
    teller.begin();
    teller.work(end - 4, 75);
  },
  steady: ({ teller }) => {
    teller.begin();
    teller.work(end - 4, 60);
  },
  blocked: (telling) => {
    const { teller, draw, at } = telling;
    teller.begin();
    const day = Math.min(at(draw.whole(55, 85)), yearEnd - 20);
    teller.work(day, 70);
    block(telling, day);
  },
  withdrawn: (telling) => {
    const { teller, draw, at } = telling;
    const day = at(draw.whole(25, 60));
    if (draw.chance(70)) {
      teller.begin();
      teller.work(day, 50);
    }
    withdraw(telling, day);
  },
  silent: () => {},
  unbegun: () => {},
  reopened: (telling) => {
    const { teller, draw } = telling;
    chapters.smooth(telling);
    reopen(telling, teller.last() + draw.whole(40, 70));
    teller.report(teller.last() + draw.whole(10, 30), 90, true);
  },
};

/** The steps in the order of recording, retractions with the number of the entry that they mean. */
export const inOrderOfRecording = (steps: readonly Step[]): readonly Step[] => {
  const order = [...steps].sort((a, b) => a.recorded - b.recorded);
  return order.map((step) =>
    step.takesBack === undefined
      ? step
      : {
          recorded: step.recorded,
          event: { ...step.event, entry: order.indexOf(step.takesBack) + 1 } as Event,
        },
  );
};

/** All that happens to an item, in the order in which it was recorded. */
export const yearOf = (item: PlannedItem, draw: Draw): readonly Step[] => {
  if (item.scenario === undefined) return [];
  const teller = tellerOf(item, draw);
  const at = (percent: number) =>
    item.start + Math.floor(((item.due - item.start) * percent) / 100);
  const telling = { item, draw, teller, at };
  selected(telling);
  chapters[item.scenario](telling);
  return inOrderOfRecording(teller.steps());
};
