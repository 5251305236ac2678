/** A review as a document: facts for programs, and for a pull request what moved beside what was found. */
import { hintOf, messageOf } from '../../format/diagnostics.ts';
import type { Block, Document } from '../../format/document.ts';
import type { Value } from '../../model/attribute.ts';
import { viewOn } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { comparisonBlocks } from '../comparing/blocks.ts';
import { sidesFacts } from '../comparing/facts.ts';
import { comparisonBetween } from '../comparing/records.ts';
import { type Context, dayOf, seen } from '../context.ts';
import type { Options } from '../options.ts';
import { problemFacts } from '../problems.ts';
import { type Compared, comparisonOf, type Side } from '../sides.ts';
import type { Remark, Reviewed } from './judging.ts';

/** One ledger of a review. */
export interface OfLedger extends Reviewed {
  /** Its folder as the user sees it. */
  readonly shown: string;
  /** Its folder from the top of the repository; `.` for the top itself. */
  readonly folder: string;
  /** Both states of it; null where it is told only that it is gone. */
  readonly sides: { readonly before: Side; readonly after: Side } | null;
}

/** All that a review answers from. */
export interface Told {
  readonly range: Compared;
  /** Both states of the ledger that it is about first of all. */
  readonly before: Side;
  readonly after: Side;
  /** That ledger, and behind it the others that changed. */
  readonly ledgers: readonly [OfLedger, ...OfLedger[]];
  readonly errors: number;
  readonly warnings: number;
}

/** What was found, each with the ledger that it is about. */
export const remarksOf = ({ ledgers }: Pick<Told, 'ledgers'>) =>
  ledgers.flatMap((ledger) => ledger.remarks.map((remark) => ({ ...remark, ledger })));

const factsOf = (
  { diagnostic, of, side, ledger }: Remark & { readonly ledger: OfLedger },
  words: Words,
): Value => ({ ...problemFacts(diagnostic, words), of, side, ledger: ledger.shown });

/** What was found, in one sentence; what kept the move from being judged in another one. */
export const verdict = (words: Words, told: Told): readonly string[] => {
  const { errors, warnings, ledgers, before, after } = told;
  const [{ judgement }] = ledgers;
  const { review } = words;
  return [
    errors + warnings === 0 ? review.clean : review.found(errors, warnings),
    ...(judgement === 'new' ? [review.isNew(before.label)] : []),
    ...(judgement === 'gone' ? [review.isGone(after.label)] : []),
    ...(judgement === 'unreadable' ? [review.notJudged] : []),
  ];
};

/** @param placeOf the folder that the files of a ledger are told with */
const findingsBlock = (
  words: Words,
  told: Told,
  placeOf: (ledger: OfLedger) => string,
): readonly Block[] => {
  const remarks = remarksOf(told);
  if (remarks.length === 0) return [];
  const { review, validate, marks } = words;
  return [
    {
      is: 'table',
      title: review.findings,
      columns: [
        { key: 'severity', heading: review.severity },
        { key: 'place', heading: review.place },
        { key: 'what', heading: review.what, keeps: 'text' },
        { key: 'code', heading: review.code },
      ],
      rows: remarks.map(({ diagnostic, ledger }) => {
        const { severity, file, at, code } = diagnostic;
        const hint = hintOf(diagnostic, words);
        const said = messageOf(diagnostic, words);
        return [
          { text: validate[severity] },
          { text: `${seen(placeOf(ledger), file)}${at ? `:${at.line}` : ''}` },
          { text: hint === undefined ? said : marks.noted(said, hint) },
          { text: code },
        ];
      }),
    },
  ];
};

/** What moved of a ledger, in words; nothing where a side cannot be read. */
const movedBlocks = (
  { io, words }: Context,
  { judgement, sides }: OfLedger,
  options: Options,
): readonly Block[] => {
  if (judgement !== 'judged' || !sides) return [];
  const { before, after } = sides;
  const day = dayOf(after.ledger, io, options);
  const views = { before: viewOn(before.ledger, day), after: viewOn(after.ledger, day) };
  const comparison = comparisonBetween(before, after, views);
  return comparisonBlocks(words, comparison, comparisonOf(words, before, after), 'field');
};

/**
 * The whole review.
 * @param isFromTop whether places are told from the top of the repository, and not as the user sees them
 */
export const reviewDocument = (
  context: Context,
  told: Told,
  options: Options,
  { isFromTop }: { readonly isFromTop: boolean },
): Document => {
  const { words } = context;
  const { range, before, after, ledgers, errors, warnings } = told;
  const [main, ...others] = ledgers;
  const placeOf = ({ folder, shown }: OfLedger) => (isFromTop ? folder : shown);
  return {
    kind: 'review',
    facts: {
      ledger: main.shown,
      ...sidesFacts(range, before, after),
      judgement: main.judgement,
      other_ledgers: others.map(({ folder, judgement }) => ({ folder, judgement })),
      errors,
      warnings,
      problems: remarksOf(told).map((each) => factsOf(each, words)),
    },
    blocks: [
      { is: 'prose', title: words.review.title, paragraphs: verdict(words, told) },
      ...findingsBlock(words, told, placeOf),
      ...ledgers.flatMap((each) => movedBlocks(context, each, options)),
    ],
  };
};
