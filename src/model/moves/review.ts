/** Whoever changes how changes are reviewed does not thereby make it weaker. */
import type { Problem } from '../diagnostic.ts';
import type { Ledger } from '../ledger.ts';
import { moveCodes } from './codes.ts';
import { weightOf } from './move.ts';

type Review = NonNullable<Ledger['about']['review']>;

/** Whether units may decide that could not. */
const isOfficeWider = (was: Review, now: Review): boolean =>
  was.office !== undefined &&
  (now.office === undefined || now.office.some((unit) => !was.office?.includes(unit)));

const unitsByAuthor = ({ authors = [] }: Review) => {
  const found = new Map<string, readonly string[] | 'all'>();
  for (const { author, units } of authors) {
    const known = found.get(author.trim().toLowerCase()) ?? [];
    const all = units === undefined || known === 'all';
    found.set(author.trim().toLowerCase(), all ? 'all' : [...known, ...units]);
  }
  return found;
};

/**
 * Whether authors may record for units that they could not. Somebody new joins a unit every other week; whoever may
 * record for all, or for the office, is another matter.
 */
const areAuthorsWider = (was: Review, now: Review): boolean => {
  if (was.authors === undefined) return false;
  if (now.authors === undefined) return true;
  const known = unitsByAuthor(was);
  return [...unitsByAuthor(now)].some(([author, units]) => {
    const before = known.get(author);
    if (before === 'all') return false;
    if (units === 'all') return true;
    return before === undefined
      ? units.some((unit) => was.office?.includes(unit))
      : units.some((unit) => !before.includes(unit));
  });
};

/** What a change of `review` makes weaker; undefined where it makes nothing so. */
export const weakenedReview = (before: Ledger, after: Ledger): Problem | undefined => {
  const [was = {}, now = {}] = [before.about.review, after.about.review];
  const rules = moveCodes.filter(
    (code) => weightOf(before, code) === 'error' && weightOf(after, code) !== 'error',
  );
  const parts = [
    ...(isOfficeWider(was, now) ? ['office'] : []),
    ...(areAuthorsWider(was, now) ? ['authors'] : []),
    ...(rules.length > 0 ? ['rules'] : []),
  ];
  const [first] = parts;
  if (first === undefined) return undefined;
  const attribute = parts.length > 1 ? 'review' : `review.${first}`;
  return { code: 'move/review-weakened', params: { attribute, rules } };
};
