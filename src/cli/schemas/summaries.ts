/** The answers of `summary`: the ledger in numbers, from whichever side it is asked about. */
import { comparedFacts } from '../../model/comparison.ts';
import { closed, type Properties, type Schema } from '../../model/json-schema.ts';
import { sourceNames } from '../../model/kinds/common.ts';
import { dimensionNames } from '../../model/pivot.ts';
import { totalNames } from '../../model/totals.ts';
import type { AnswerName } from './names.ts';
import {
  among,
  answer,
  anything,
  basis,
  count,
  day,
  list,
  maybe,
  part,
  query,
  reckoning,
  record,
  tally,
  tallyProperties,
  text,
  word,
} from './parts.ts';

const head: Properties = { ...basis, query };
const definitions: Properties = { tally };

const wholeSchema = answer(
  'summary',
  'A ledger in numbers, or of the part that a query asks for the items and what they belong to.',
  {
    ...head,
    title: text('the title of the ledger'),
    totals: maybe(
      list(
        'what was issued beside what is recorded; null where only a part was asked for',
        closed({
          what: word('what is counted', totalNames),
          issued: maybe(count('what the issued document says; null where it says nothing')),
          listed: count('those recorded that stand on the issued list'),
          withdrawn: count('those of the listed that were withdrawn'),
          recorded: count('all that are recorded'),
          as: among('by what the source calls them', sourceNames, count('so many')),
        }),
      ),
    ),
    fields: list(
      'by field, in the published order',
      closed({
        field: maybe(text('the id of the field; null for what runs across fields')),
        tasks: count('its tasks'),
        measures: part('their measures', 'tally'),
      }),
    ),
    districts: list(
      'by district, in the published order',
      closed({
        district: text('the id of the district'),
        projects: part('its projects', 'tally'),
      }),
    ),
    measures: part('all measures', 'tally'),
    projects: part('all projects', 'tally'),
    items: part('both together', 'tally'),
    judged: record('open items by whether their being on time can be judged', {
      can: count('those with a deadline'),
      cannot: count('those without'),
    }),
  },
  { definitions },
);

const side = (description: string): Schema =>
  maybe(text(`${description}; null for items of which nothing is stated`));

const bySchema = answer(
  'summary-by',
  'Items counted by one or two sides. An item with several values stands under each of them.',
  {
    ...head,
    by: list('the sides: of the rows, then of the columns', word('a side', dimensionNames)),
    columns: list(
      'the columns of a second side; none where one side was asked for',
      closed({ value: side('the value'), items: count('items in it, each once') }),
    ),
    rows: list(
      'the rows',
      closed({
        value: side('the value'),
        ...tallyProperties,
        cells: list('items of the row in each column', count('so many')),
      }),
    ),
    total: part('every item once', 'tally'),
    reckonings: list('how rows, and then columns, add up', reckoning),
  },
  { definitions },
);

const counts = closed({ day: day('the day'), ...tallyProperties });

const compareSchema = answer(
  'summary-compare',
  'Items on two days, the earlier one first, and what moved in between.',
  {
    ...head,
    from: { ...counts, description: 'the earlier day' },
    to: { ...counts, description: 'the later day' },
    moved: count('items of which something moved'),
    moves: list(
      'what moved',
      closed({
        id: text('the id of the item'),
        fact: word('which of its facts', comparedFacts),
        from: anything('what it was'),
        to: anything('what it is'),
      }),
    ),
  },
);

const days = (description: string): Schema =>
  maybe({ type: 'number', description: `${description}; null of none` });

const scoreProperties: Properties = {
  items: count('= verified + claimed + open + withdrawn + declared'),
  verified: count('verified'),
  on_time: count('verified, and claimed no later than the deadline in force'),
  late: count('verified, and claimed after it'),
  claimed: count('claimed and not yet checked'),
  open: count('open'),
  overdue: count('open after the deadline'),
  withdrawn: count('withdrawn'),
  declared: count('only declared by a district'),
  unjudged: count('of which it cannot be said whether they were on time'),
  rejected: count('claims that were rejected; one item may have several'),
  moved: count('items whose deadline is another than the one issued'),
  days_late: days('the median of days from the deadline in force to a later claim'),
  days_late_issued: days('the median of days from the issued deadline to a later claim'),
  days_moved: days('the median of days from the issued deadline to the one in force'),
};

const scorecardSchema = answer(
  'scorecard',
  'How each lead unit kept to its deadlines. A joint item counts for each of its leads.',
  {
    ...head,
    leads: list(
      'the lead units, the one with most items first',
      closed({
        lead: maybe(text('the id of the unit; null for items without a lead')),
        ...scoreProperties,
      }),
    ),
    total: record('every item once', scoreProperties),
    reckoning,
  },
);

const burnUpSchema = answer(
  'burn-up',
  'What was to be done by the end of each month, and what was. All counts are cumulative.',
  {
    ...head,
    months: list(
      "the months, from January of the ledger's year",
      closed({
        month: text('the month, as YYYY-MM'),
        issued: count('due by then by the deadlines as issued'),
        due: count('due by then by the deadlines in force'),
        verified: maybe(count('verified by then; null for months to come')),
        claimed: maybe(count('claimed and not verified by then; null for months to come')),
      }),
    ),
    items: count('items that are neither withdrawn nor only declared'),
    undated: count('those without a deadline'),
    later: count('those due after the last month'),
  },
);

export const summaries = {
  summary: wholeSchema,
  'summary-by': bySchema,
  'summary-compare': compareSchema,
  scorecard: scorecardSchema,
  'burn-up': burnUpSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
