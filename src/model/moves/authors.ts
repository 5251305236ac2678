/** Whoever records belongs to the unit that speaks, and nobody checks a claim that they entered. */
import { isItem, type Ledger } from '../ledger.ts';
import type { Author } from '../recorded.ts';
import {
  atEntry,
  claimBefore,
  type Move,
  type MoveFinding,
  type MoveRule,
  named,
  type Recorded,
  recordedIn,
} from './move.ts';
import { formerUnits, isOneOf } from './units.ts';

/** How an author is shown: the address tells people of one name apart. */
const shown = ({ name, address }: Author): string =>
  address === '' ? name : `${name} <${address}>`;

const isSame = (a: Author, b: Author): boolean =>
  a.address === '' || b.address === ''
    ? a.name === b.name
    : a.address.toLowerCase() === b.address.toLowerCase();

/** Whether a line of the map means an author: an address, `*@` and a domain, or a name. */
const isMeant = (given: string, { name, address }: Author): boolean => {
  const [asked, known] = [given.trim().toLowerCase(), address.toLowerCase()];
  return asked.startsWith('*@')
    ? known.endsWith(asked.slice(1))
    : asked === known || given === name;
};

/** The units an author may record for, all of them where a line names none; undefined for a stranger. */
const unitsOf = ({ about }: Ledger, author: Author): readonly string[] | 'all' | undefined => {
  const lines = (about.review?.authors ?? []).filter((line) => isMeant(line.author, author));
  if (lines.length === 0) return undefined;
  return lines.some(({ units }) => units === undefined)
    ? 'all'
    : lines.flatMap(({ units = [] }) => units);
};

export const strangeAuthors: MoveRule = (move) => {
  const { before, after, originOf } = move;
  if (!before.about.review?.authors) return [];
  const told = new Set<string>();
  const units = formerUnits(move);
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const author = originOf(recorded.entry, recorded.number)?.author;
    const { by: unit, date } = recorded.event;
    if (!author || unit === undefined) return [];
    const own = unitsOf(before, author);
    const name = shown(author);
    if (own === undefined) {
      if (told.has(name)) return [];
      told.add(name);
      return [atEntry(recorded, { code: 'move/unknown-author', params: { author: name } }, 'by')];
    }
    if (own === 'all' || isOneOf(units, unit, own, date)) return [];
    const newly = isOneOf(after, unit, own, date);
    const params = { ...named(recorded), unit, author: name, newly };
    return [atEntry(recorded, { code: 'move/foreign-author', params }, 'by')];
  });
};

/** Whether two authors of different addresses go by one name. */
const isNamesake = (a: Author, b: Author): boolean =>
  a.name.trim() !== '' && a.name.trim().toLowerCase() === b.name.trim().toLowerCase();

const ofVerification = ({ after, originOf }: Move, recorded: Recorded): readonly MoveFinding[] => {
  const { entry, number, event } = recorded;
  if (event.event !== 'verify' || !isItem(entry)) return [];
  const claim = claimBefore(after, entry, number);
  const origins = [
    claim === undefined ? undefined : originOf(entry, claim),
    originOf(entry, number),
  ];
  const [claimed, checked] = origins;
  // Of a commit that brought both, as a squash makes it, the author need not have written either.
  if (checked?.commit !== undefined && claimed?.commit === checked.commit)
    return [atEntry(recorded, { code: 'move/checked-at-once', params: named(recorded) }, 'event')];
  if (!claimed?.author || !checked?.author) return [];
  const params = { ...named(recorded), author: shown(checked.author) };
  if (isSame(claimed.author, checked.author))
    return [atEntry(recorded, { code: 'move/same-author', params }, 'by')];
  if (!isNamesake(claimed.author, checked.author)) return [];
  const claimant = shown(claimed.author);
  return [atEntry(recorded, { code: 'move/same-name', params: { ...params, claimant } }, 'by')];
};

export const checkedByClaimant: MoveRule = (move) =>
  recordedIn(move).flatMap((recorded) => ofVerification(move, recorded));
