/**
 * English sentences of what a review says of a move, as those of the diagnostics: a message, what to do about
 * it, and why the rule is there. And the words around them.
 */
import type { EventName } from '../model/events.ts';
import type { Called, MoveCode, MoveParams } from '../model/moves/codes.ts';
import { plural } from './phrases.ts';

interface MoveWords<P> {
  readonly message: (params: P) => string;
  readonly hint?: (params: P) => string | undefined;
  readonly explain: string;
}

const quoted = (text: string) => `"${text}"`;

/** `T01.1: entry 3 (done)` */
const entryOf = ({ id, entry, event }: { id: string; entry: number; event: string }) =>
  `${id}: entry ${entry} (${event})`;

/** `: 2022-09-30 → 2022-12-31`, as far as it can be said in a line. */
const fromTo = (was: string | null, now: string | null) =>
  was === null && now === null ? '' : `: ${was ?? 'none'} → ${now ?? 'none'}`;

/** `Data Bureau (data-bureau)` */
const nameOf = ({ id, title }: Called) => (title === id ? id : `${title} (${id})`);

/** The command that records an event. */
const verbOf = (event: EventName) => (event === 'amend' ? 'set' : event);

const newUnits =
  'what this change says of units opens no doors: record it first, in a change of its own';

/** What a criterion is amended by: its item, and all criteria of it. */
const setOf = (id: string, attribute: string) =>
  id.includes('#')
    ? `reform set ${id.replace(/#.*/, '')} criteria=…`
    : `reform set ${id} ${attribute}=…`;

const amend = ({ id, attribute }: { id: string; attribute: string }) =>
  attribute === 'due' && !id.includes('#')
    ? `put it back and record the decision: reform postpone ${id}, or reform set for an earlier day`
    : attribute === 'source.as'
      ? `the city takes a declared project into its list by reform select ${id}`
      : `put it back and record an amendment: ${setOf(id, attribute)} -m REASON -d DOCUMENT`;

export const moves: { readonly [C in MoveCode]: MoveWords<MoveParams[C]> } = {
  'move/not-judged': {
    message: ({ label }) =>
      `the ledger cannot be read as it was in ${label}, so the move is not judged`,
    hint: () => 'name a state that can be read: reform review A..B',
    explain:
      'A review compares two states. Where the older one cannot be read nobody can say what was changed since, and a rewritten record would pass unseen. Compare with the last state that can be read, or have somebody look at the difference line by line.',
  },
  'move/ledger-removed': {
    message: ({ folder }) => `the ledger in ${folder} is gone`,
    hint: () => 'put it back; one that is moved to another folder keeps its year and jurisdiction',
    explain:
      'A ledger stood there in the older state and stands nowhere now. With it go all its logs, and no rule can be held against what took its place. A folder may be moved: the same list, of the same year and jurisdiction, is followed to where it went.',
  },
  'move/ledger-twice': {
    message: ({ folder, was }) =>
      `the ledger in ${folder} is new, and of the same year and jurisdiction as the one in ${was}`,
    hint: () => 'a list is kept in one place: move the folder, or leave it where it is',
    explain:
      'A copy of a ledger is a second truth: whoever goes on with it leaves the record behind, and nothing of it can be held against what stood before. A ledger whose folder is moved takes its past along.',
  },
  'move/closed': {
    message: () => 'the year is closed, and this changes it',
    hint: () => 'what is still to be said belongs into the ledger of the next year',
    explain:
      'A closed ledger is what was reported in the end. Whatever changes in it changes figures that others have already used.',
  },
  'move/entry-changed': {
    message: (params) => `${entryOf(params)} of the log was rewritten`,
    hint: ({ id, entry }) =>
      `put it back; a mistake is taken back by reform retract ${id} ${entry} and recorded anew`,
    explain:
      'A log is a record: what was said on a day was said. An entry that turns out wrong is retracted, with a reason, and stays visible; nobody has to wonder what it once said.',
  },
  'move/entry-removed': {
    message: (params) => `${entryOf(params)} of ${params.date} is gone from the log`,
    hint: ({ id, entry }) =>
      `put it back; a mistake is taken back by reform retract ${id} ${entry}`,
    explain:
      'A log is a record: an entry that disappears takes a claim, a rejection or a postponement with it, and the numbers that retractions name no longer fit. A mistake is retracted and stays visible.',
  },
  'move/entry-inserted': {
    message: (params) => `${entryOf(params)} was put in before entries that stood there`,
    hint: () => 'move it to the end of the log; its date may be earlier',
    explain:
      'The order of a log is the order of recording. What is recorded late stands at the end, with the day it happened as its date; put in between, it looks as if it had always been there, and the numbers of later entries shift.',
  },
  'move/entry-reordered': {
    message: (params) => `${entryOf(params)} was entry ${params.before} before`,
    hint: () => 'put the log back into its order and add at the end only',
    explain:
      'The order of a log is the order of recording, and retractions name entries by their number. Where two branches are united, the entries of the main line come first and those of the branch behind them.',
  },
  'move/side-dropped': {
    message: ({ id, event, date, attribute, author, merge }) => {
      const what = event === null ? (attribute ?? 'the record') : `${event} of ${date}`;
      return `${id}: ${what} came from a branch (${author}), and the merge ${merge} does not have it`;
    },
    hint: () =>
      'record it here, or make that merge anew; what was wrong is retracted, not left out',
    explain:
      'A branch was merged into the reviewed one, and what it had recorded is not in the result: the merge kept one side and threw the other away. To git the branch is merged, so nobody will be asked again. Of two values for the same attribute one may be chosen; entries of logs, records and values that nothing contradicted stay.',
  },
  'move/plan-edited': {
    message: ({ id, attribute, was, now }) =>
      `${id}: ${attribute} of the issued plan was changed in place${fromTo(was, now)}`,
    hint: amend,
    explain:
      'Once work has begun, deadline, lead, deliverable and criteria change by an entry of the log that gives the reason and the document: the issued words stay above, and a deadline that slips is counted. Edited in place, the plan would look as if it had been issued like that. A later deadline is a postponement at any time.',
  },
  'move/plan-reworded': {
    message: ({ id, attribute, was, now }) =>
      `${id}: ${attribute} was changed in place${fromTo(was, now)}`,
    hint: ({ id, attribute }) =>
      /^T\d+$/.test(id)
        ? 'compare it with the list as it was issued; what is a correction is said in the commit'
        : `an amendment leaves the issued words above: ${setOf(id, attribute)}`,
    explain:
      'A task, and the plan above a log, stand as they were issued. Before work has begun, and for titles, supporting units and the first day of work, a change in place is told and not refused: it may be a correction of what was copied. Is it a change of what was agreed, it belongs into the log.',
  },
  'move/criterion-later': {
    message: ({ criterion, was, now, ...entry }) =>
      `${entryOf(entry)} gives criterion ${criterion} a later day${fromTo(was, now)}`,
    hint: () => 'see that the document says so; the deadline of the whole item stays as it is',
    explain:
      'An amendment of the criteria may move their days, and every planned progress with them. No postponement is counted for it and no light goes out, so that it is told for itself.',
  },
  'move/criterion-after-due': {
    message: ({ criterion, now, due, ...entry }) =>
      `${entryOf(entry)} lets criterion ${criterion} come on ${now}, after the deadline ${due}`,
    hint: ({ id, due }) =>
      `give it a day up to ${due}, or postpone the whole: reform postpone ${id} --due DATE`,
    explain:
      'A criterion is part of what is due by the deadline of its item. With a later day of its own it slips while the deadline seems to be kept.',
  },
  'move/record-deleted': {
    message: ({ kind, id }) => `the ${kind} ${id} is gone`,
    hint: ({ kind, id }) =>
      kind === 'measure' || kind === 'project'
        ? `put it back; what is no longer pursued is withdrawn: reform withdraw ${id}`
        : kind === 'criterion'
          ? 'put it back; criteria are given up by an amendment with reason and document'
          : 'put it back: what was issued stays',
    explain:
      'What was issued stays on the list. A measure that is given up is withdrawn, with reason and document, and is still counted; a criterion is given up by an amendment. A record that is deleted takes its log, its proof and its place in every count with it.',
  },
  'move/id-changed': {
    message: ({ id, was }) => `${was} is called ${id} now`,
    hint: ({ was }) => `put back the id ${was}`,
    explain:
      'Ids never change: minutes, letters and other records name them. A new id for an old matter makes everything that was said under the old one lead nowhere.',
  },
  'move/id-reused': {
    message: ({ id, was, now }) => `${id} was ${quoted(was)} and means ${quoted(now)} now`,
    hint: ({ id }) => `put ${id} back, and give the new matter an id of its own: reform add`,
    explain:
      'An id stands for one matter for ever. Title and lead or source are others here and the log does not go on: what was recorded of the old matter would be read as that of the new one.',
  },
  'move/issued-changed': {
    message: ({ attribute }) =>
      attribute === 'issued'
        ? 'the issued totals were changed'
        : 'an earlier amendment of the issued totals was changed',
    hint: () => 'put them back and add to issued_amendments, with day and document',
    explain:
      'The totals are what the issued document says. They are the one figure of a ledger that nothing in it can move: a later decision is added below them under issued_amendments, with its day and document.',
  },
  'move/basis-changed': {
    message: ({ attribute, was, now }) =>
      `${attribute} of the ledger was changed${fromTo(was, now)}`,
    hint: () => 'put it back; another basis, year or zone makes another ledger',
    explain:
      'On what basis a ledger stands, for which year, and in which time zone decides about every light, deadline and total in it. None of them changes within a year.',
  },
  'move/rule-changed': {
    message: ({ attribute }) => `the rules under ${attribute} were changed without a document`,
    hint: ({ attribute }) => `name the document that decides it: ${attribute}: { document: … }`,
    explain:
      'Lights and reporting days are judged by rules that hold for everybody. A rule that is softened turns red items green without a word about any of them; so the document that decides a change is named beside it.',
  },
  'move/state-changed': {
    message: ({ was, now }) => `the state of the ledger was changed${fromTo(was, now)}`,
    hint: () => 'a list that was issued is closed at the end of its year and not opened again',
    explain:
      'In a draft the plan is edited freely, and a closed year is not touched. Whoever sets an issued list back to draft, or opens a closed one, can change everything that was issued.',
  },
  'move/setting-changed': {
    message: ({ attribute, was, now }) =>
      `${attribute} of the ledger was changed${fromTo(was, now)}`,
    hint: () => 'see that it was decided, and by whom',
    explain:
      'Some settings may well change, and each change is worth a look: who may record and which rules apply (review), later totals, rules that a document decided, the end of the year. What is reviewed here is still judged by the settings before the change.',
  },
  'move/review-weakened': {
    message: ({ attribute, rules }) =>
      `${attribute} asks for less than before${rules.length > 0 ? `: ${rules.join(', ')}` : ''}`,
    hint: () => 'put it back, or have it decided by whoever answers for the ledger',
    explain:
      'The review holds everybody to rules that the ledger sets. Here an error becomes less than one, more units may act as the office, or authors may record for units that were closed to them. This change is still judged by the rules before it; every later one would not be. A new author of a unit that is not the office is only told.',
  },
  'move/source-edited': {
    message: ({ id, attribute, was, now }) =>
      `${id}: ${attribute}, which says where it comes from, was changed${fromTo(was, now)}`,
    hint: () => 'compare it with the document',
    explain:
      'Quotes, readings and what is known of a document prove that a record was not invented, and that proof is as old as it says. A correction is fine; it is worth a look at the document.',
  },
  'move/unit-changed': {
    message: ({ unit, attribute, was, now }) => `unit ${unit}, ${attribute}${fromTo(was, now)}`,
    hint: ({ attribute }) =>
      attribute === 'succeeded_by'
        ? 'see that its document says so; it counts for what is recorded after this change'
        : 'see that it was decided',
    explain:
      'Who succeeds whom and who is a member of a group decides which units answer for an item and may speak for it; names decide whom people mean. A succession is one line with a day and a document, added once. Rights are judged by the units of the older state: what a change says of units counts for the changes after it.',
  },
  'move/evidence-late': {
    message: (params) =>
      `${entryOf(params)} of ${params.date} rests on ${params.document}, which is of ${params.dated}`,
    hint: () => 'give the day it was really done, or the proof there was on that day',
    explain:
      'What proves an event was there when it happened. A document that is later than the claim shows that the claim, or its day, was made up afterwards. The day of a document is taken from the register, or else its year from its number; of web addresses and files none is known.',
  },
  'move/decision-late': {
    message: (params) =>
      `${entryOf(params)} of ${params.date} is decided by ${params.document}, which is of ${params.dated}`,
    hint: () => 'a decision holds from the day of its document unless that says otherwise',
    explain:
      'The document that decides about a deadline, an excuse or an amendment is later than the event itself. Sometimes a decision is written down afterwards; often a deadline was past before anybody decided about it.',
  },
  'move/checked-evidence-changed': {
    message: (params) =>
      `${entryOf(params)} rests on ${quoted(params.file)}, which is not what it was when it was verified`,
    hint: ({ id }) =>
      `put the file back, or let somebody check again: reform reopen ${id} -m REASON`,
    explain:
      'Somebody looked at a file and closed the item on the strength of it. The file has been changed or removed since: what was verified is no longer what lies there, and the verification is suspect.',
  },
  'move/claimed-evidence-changed': {
    message: (params) =>
      `${entryOf(params)} rests on ${quoted(params.file)}, which was changed after the claim`,
    hint: () => 'whoever verifies looks at the new file',
    explain:
      'The file that a claim rests on was changed or removed before anybody verified the claim. That may be a better scan; whoever checks should know that there are two.',
  },
  'move/foreign-unit': {
    message: (params) => `${entryOf(params)}: ${nameOf(params.who)} neither leads nor supports it`,
    hint: ({ newly }) =>
      newly ? newUnits : 'correct the unit, or amend the plan so that it has a part in the item',
    explain:
      'Progress is reported, done is claimed and the plan amended, withdrawn or reinstated by a unit that leads or supports the item, answers for a criterion of it, or is its district; successors and members of groups count. Otherwise a claim has nobody who answers for it. What decides about an item comes from the office and is not meant.',
  },
  'move/not-office': {
    message: (params) =>
      params.unit === null
        ? `${entryOf(params)} does not say who decides it`
        : `${entryOf(params)}: ${nameOf(params.who ?? { id: params.unit, title: params.unit, title_zh: null })} is not the office`,
    hint: ({ newly, id, event, office }) =>
      newly
        ? newUnits
        : `let the office record it: reform ${verbOf(event)} ${id} --by ${office[0] ?? 'UNIT'}`,
    explain:
      'The ledger names under review.office the units that check claims, select projects, decide about deadlines, excuses and withdrawals, and amend deadline, lead, deliverable or criteria. Anybody else who does so, or takes such a decision back, decides in a matter of their own.',
  },
  'move/unknown-office': {
    message: (params) =>
      `${entryOf(params)}: ${nameOf(params.who)} has checked and decided nothing so far`,
    hint: () =>
      'name the office in ledger.yaml, so that others are refused: review: { office: [UNIT] }',
    explain:
      'The ledger does not say which units check claims and decide about deadlines, so whoever has done so before is taken for the office. This unit has not: it may be new to the work, or decide in a matter of its own.',
  },
  'move/kin-check': {
    message: (params) =>
      `${entryOf(params)}: ${params.unit} checks a claim of ${params.owner}, and answers for it too`,
    hint: ({ id, owner }) =>
      `let a unit check that has nothing to do with ${owner}: reform verify ${id} --by UNIT`,
    explain:
      'A claim is checked by somebody else. A group and its members answer for each other, and so does who succeeded one of them: a check among them is one of its own work.',
  },
  'move/foreign-retract': {
    message: (params) =>
      `${entryOf(params)}: ${params.unit} takes back what ${params.owner} recorded`,
    hint: ({ owner }) => `see that ${owner} knows of it`,
    explain:
      'An entry is taken back by whoever made it, by a successor or by the office. Another unit that does so silences somebody.',
  },
  'move/same-author': {
    message: (params) => `${entryOf(params)}: ${params.author} also recorded the claim`,
    hint: () =>
      'somebody else records the check; see reform explain for offices that enter everything',
    explain:
      'A claim is not a fact until somebody else has checked it. Here the same person committed both, whatever units they name. An office in which one person enters what others decide sets this rule to warning, under review.rules in ledger.yaml.',
  },
  'move/same-name': {
    message: (params) =>
      `${entryOf(params)}: ${params.author} recorded it, and ${params.claimant} the claim`,
    hint: () => 'are they two people? Whoever claims does not check',
    explain:
      'Claim and verification were committed under one name and two addresses. That may be namesakes, or one person at two desks.',
  },
  'move/checked-at-once': {
    message: (params) => `${entryOf(params)} was committed together with the claim`,
    hint: () => 'a check comes after the claim is on the main line',
    explain:
      'Claim and verification came with one commit, so nobody saw the claim before it was closed. Recorded one after the other, each can be looked at.',
  },
  'move/foreign-author': {
    message: (params) => `${entryOf(params)}: ${params.author} does not record for ${params.unit}`,
    hint: ({ newly }) =>
      newly ? newUnits : 'who may record for whom stands under review.authors in ledger.yaml',
    explain:
      'The ledger says who records for which units. This entry speaks for a unit and was committed by somebody who does not belong to it.',
  },
  'move/unknown-author': {
    message: ({ author }) => `${author} is nobody that review.authors names`,
    hint: () => 'add them under review.authors in ledger.yaml, with their units',
    explain:
      'The ledger says who records for which units, and this author is not among them. Until added nobody can tell whether they speak for the unit that they name.',
  },
  'move/future': {
    message: (params) =>
      `${entryOf(params)} is dated ${params.date} and was recorded on ${params.recorded_on}`,
    hint: () => 'an event is recorded once it has happened',
    explain:
      "The date of an event is the day it happened. One that lies ahead of the day of recording, by the ledger's zone, is mistyped or a promise.",
  },
  'move/too-early': {
    message: (params) => `${entryOf(params)} is dated ${params.date}, before ${params.earliest}`,
    hint: () => 'is the year mistyped?',
    explain:
      'An event of so long before the year of the list is mistyped in most cases. By default it is told from a year before on; days under review.rules says otherwise.',
  },
  'move/late-recorded': {
    message: (params) =>
      `${entryOf(params)} is dated ${params.date} and was recorded on ${params.recorded_on}, more than ${plural(params.days, 'day', 'days')} later`,
    hint: () => 'late reporting is allowed; see that the day is right',
    explain:
      'Whatever is recorded long after it happened changes what was known on the days between. It is told so that somebody asks why; the days are counted from the commit that first brought the entry, in the zone of the ledger.',
  },
  'move/claimed-in-time': {
    message: (params) =>
      `${entryOf(params)} is dated ${params.date}, in time for ${params.due}, and was recorded on ${params.recorded_on}`,
    hint: ({ id, entry, event }) =>
      `see that the proof is of that day; if it was done later: reform retract ${id} ${entry} -m REASON, then reform ${event} ${id} --date DATE`,
    explain:
      'The claim is dated before the deadline and was recorded well after it: until then the item stood as overdue. That may be late paperwork, or a date chosen to keep the deadline.',
  },
  'move/decided-in-time': {
    message: (params) =>
      `${entryOf(params)} is dated ${params.date}, before the deadline ${params.due}, and was recorded on ${params.recorded_on}`,
    hint: ({ id, entry, event }) =>
      `see that it was decided on that day; if not: reform retract ${id} ${entry} -m REASON, then reform ${event} ${id} --date DATE`,
    explain:
      'The postponement or excuse is dated before the deadline and was recorded well after it: until then the item stood as overdue, and now it seems never to have been. Its document shows when it was decided.',
  },
};

export const review = {
  /** What was compared. */
  compared: (from: string, to: string) => `Reviewed: ${from} → ${to}.`,
  title: 'Review',
  groups: { ledger: 'The ledger as it would be', move: 'The move' },
  findings: 'Findings',
  found: (errors: number, warnings: number) =>
    `${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}.`,
  clean: 'Nothing is to be said against it.',
  isGone: (label: string) => `There is no ledger in ${label} any more.`,
  /** Above what was found in one of several ledgers. */
  inLedger: (folder: string, group: string) => `${folder}: ${group}`,
  isNew: (label: string) => `There is no such ledger in ${label}: only the new one was checked.`,
  notJudged: 'The move was not judged: the ledger has to be readable first.',
  explain: (code: string) => `More on one: reform explain ${code}`,
  severity: 'SEVERITY',
  place: 'PLACE',
  code: 'CODE',
  what: 'WHAT',
};
