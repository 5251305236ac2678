/** Which items a command is about: the filters and the query of the command line as a selection. */
import { isDay } from '../model/dates.ts';
import { type Status, statuses } from '../model/events.ts';
import { titleOf } from '../model/facts.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Entry } from '../model/ledger.ts';
import { fold, suggest } from '../model/names.ts';
import { parseQuery } from '../model/query.ts';
import {
  canFilter,
  entriesOf,
  type FilterName,
  filterNames,
  noField,
  type Selection,
} from '../model/select.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { exitCodes, Failure } from './failure.ts';
import { type Options, splitList } from './options.ts';
import { resolveAmong, resolveUnit } from './resolve.ts';

/** Filters as they were typed; several values of one are alternatives. */
type Filters = { readonly [F in FilterName]?: readonly string[] };

/** The filters that have an option of their own. */
const optionNames = ['district', 'field', 'unit', 'status'] as const;

export const filtersFrom = (options: Options): Filters =>
  Object.fromEntries(
    optionNames.flatMap((name) => {
      const given = options[name];
      if (typeof given !== 'string') return [];
      return [[name, name === 'status' ? splitList(given) : [given]]];
    }),
  );

/** The filters of a query, with the words searched for. */
export const filtersOfQuery = (text: string): { filters: Filters; words: readonly string[] } => {
  const query = parseQuery(text);
  if (query.is === 'unknown') {
    throw new Failure(exitCodes.usage, (say) => say.unknownQuery(query.given, filterNames));
  }
  const filters: { [F in FilterName]?: readonly string[] } = {};
  for (const { key, values } of query.terms) {
    const name = filterNames.find((each) => each === key);
    if (name === undefined) {
      throw new Failure(exitCodes.usage, (say) =>
        say.unknownKey(key, suggest(key, filterNames), filterNames),
      );
    }
    if (filters[name]) throw new Failure(exitCodes.usage, (say) => say.filterTwice(name));
    filters[name] = values;
  }
  if (query.terms.length === 0 && query.words.length === 0) {
    throw new Failure(exitCodes.usage, (say) => say.emptyQuery());
  }
  return { filters, words: query.words };
};

/** A filter may be given once: what two of them would mean together is not for us to guess. */
export const joinFilters = (a: Filters, b: Filters): Filters => {
  for (const name of filterNames) {
    if (a[name] && b[name]) throw new Failure(exitCodes.usage, (say) => say.filterTwice(name));
  }
  return { ...a, ...b };
};

const statusFrom = (words: Words, given: string): Status => {
  const wanted = fold(given);
  // The words of the tables are understood as well: `in progress`, `claimed`.
  const found =
    statuses.find((each) => each === wanted || words.statuses[each] === wanted) ??
    statuses.find((each) => words.statuses[each].includes(`(${wanted})`));
  if (found) return found;
  const near = suggest(given, statuses);
  throw new Failure(exitCodes.usage, (say) =>
    near.length > 0
      ? say.unknownName(words.facts['status'] ?? '', given, near)
      : say.unknownValue(words.facts['status'] ?? '', given, statuses),
  );
};

/** A day, or two with `..` between them, either of which may be left out. */
const rangeFrom = (given: string): string => {
  const [from = '', to = from, more] = given.split('..').map((part) => part.trim());
  const isRange = more === undefined && [from, to].every((day) => day === '' || isDay(day));
  if (!isRange || from + to === '')
    throw new Failure(exitCodes.usage, (say) => say.badRange(given));
  return `${from}..${to}`;
};

/** The filters as a selection, with what to call it and what to echo. */
export const selectionFrom = (
  view: View,
  words: Words,
  kinds: readonly KindName[],
  filters: Filters,
) => {
  const { ledger } = view;
  const echoes: string[] = [];
  const asked: string[] = [];
  const named = (filter: FilterName, given: string): string => {
    const { entry, echo } =
      filter === 'field' && fold(given) === noField
        ? { entry: undefined, echo: undefined }
        : filter === 'unit' || filter === 'lead' || filter === 'support'
          ? resolveUnit(words, ledger, given)
          : resolveAmong<Entry>(
              words,
              entriesOf(ledger, [filter as KindName]),
              given,
              words.kinds[filter as KindName].one,
            );
    if (!entry) {
      asked.push(words.footer.across);
      return noField;
    }
    const chinese = titleOf(entry, 'zh');
    const title = titleOf(entry);
    asked.push(chinese === title ? title : `${title} ${chinese}`);
    // The answer names the district, field or unit anyway; only an unexpected reading is worth a line.
    if (echo && !title.toLowerCase().includes(given.toLowerCase())) echoes.push(echo);
    return entry.id;
  };
  const valuesOf = (filter: FilterName, given: readonly string[]): readonly string[] => {
    if (filter === 'status') {
      const found = given.map((each) => statusFrom(words, each));
      const names = found.map((each) => words.statuses[each]);
      asked.push(`${words.facts['status']} ${names.join(', ')}`);
      return found;
    }
    if (filter === 'due') {
      asked.push(`${words.facts['due']} ${given.join(', ')}`);
      return given.map(rangeFrom);
    }
    return given.map((each) => named(filter, each));
  };
  const entries = filterNames.flatMap((filter) => {
    const given = filters[filter];
    if (given === undefined || given.length === 0) return [];
    const unfit = kinds.find((kind) => !canFilter(filter, kind));
    if (unfit) {
      throw new Failure(exitCodes.usage, (say) =>
        say.cannotFilter(words.kinds[unfit].many, filter),
      );
    }
    return [[filter, valuesOf(filter, given)]];
  });
  return { selection: Object.fromEntries(entries) as Selection, asked, echoes };
};
