/** Turns entries and their facts into cells, tables and the lines below them. */

import type { Cell, Column, Style, Table } from '../format/document.ts';
import { filledColumns } from '../format/document.ts';
import type { Type, Value } from '../model/attribute.ts';
import type { Status } from '../model/events.ts';
import { factOf, referred, titleOf, typeOfFact } from '../model/facts.ts';
import { type KindName, kindOf } from '../model/kinds/index.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';

/** A ledger in two words, such as `Guangzhou 2022`. */
export const ledgerName = ({ about }: Ledger, words: Words): string =>
  about.jurisdiction === '' || about.year === 0
    ? ''
    : words.footer.ledger(about.jurisdiction, about.year);

/** A value as people read it: references by their title, statuses in words, lists with commas. */
const textOf = (view: View, words: Words, type: Type | undefined, value: Value): string => {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const inner = type?.is === 'list' ? type.of : undefined;
    return value.map((each: Value) => textOf(view, words, inner, each)).join(', ');
  }
  if (typeof value === 'object') {
    const shape = type?.is === 'map' ? type.of : {};
    return Object.entries(value)
      .map(([name, each]) => `${name}: ${textOf(view, words, shape[name]?.type, each)}`)
      .join('; ');
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (type?.is === 'reference') {
    const entry = referred(view.ledger, type.to, String(value));
    return entry ? titleOf(entry) : String(value);
  }
  return String(value);
};

/** A fact as a cell, or null where there is none. */
export const cellOf = (view: View, words: Words, entry: Entry, name: string): Cell | null => {
  const value = factOf(view, entry, name);
  if (value === null || (Array.isArray(value) && value.length === 0)) return null;
  if (name === 'status') {
    const status = value as Status;
    return { text: words.statuses[status], tone: status };
  }
  const type = typeOfFact(entry.kind, name);
  const isPercent = type?.is === 'integer' && type.max === 100 && type.min === 0;
  return { text: textOf(view, words, type, value) + (isPercent ? ' %' : '') };
};

const styles: Readonly<Record<string, Style>> = { id: 'id', status: 'status' };

/** The heading of a column: a title is headed by what it is the title of. */
const headingOf = (words: Words, kinds: readonly KindName[], name: string): string => {
  const [kind] = kinds;
  const isTitle = kinds.every((each) => kindOf(each).titleOf === name);
  if (!isTitle || !kind) return words.heading(name);
  return kinds.length === 1 ? words.kinds[kind].one.toUpperCase() : words.item;
};

const isNumber = (kinds: readonly KindName[], name: string): boolean =>
  kinds.every((kind) => typeOfFact(kind, name)?.is === 'integer');

/**
 * What a column keeps of its width: wrapping tears words of a fixed set and figures, and text needs
 * room.
 */
const keeps = (kinds: readonly KindName[], name: string): Pick<Column, 'keeps'> => {
  const forms = kinds.map((kind) => {
    const type = typeOfFact(kind, name);
    return type?.is === 'list' ? type.of.is : type?.is;
  });
  if (forms.every((form) => form === 'text')) return { keeps: 'text' };
  return forms.includes('reference') || forms.includes('text') ? {} : { keeps: 'whole' };
};

/** Entries of some kinds as a table with the columns named. */
export const tableOf = (
  view: View,
  words: Words,
  entries: readonly Entry[],
  names: readonly string[],
  kinds: readonly KindName[],
): Table => {
  const shown = entries.length === 0 ? kinds : [...new Set(entries.map(({ kind }) => kind))];
  return {
    is: 'table',
    columns: names.map(
      (name): Column => ({
        key: name,
        heading: headingOf(words, shown, name),
        style: styles[name] ?? 'plain',
        align: isNumber(shown, name) ? 'right' : 'left',
        ...keeps(shown, name),
      }),
    ),
    rows: entries.map((entry) => names.map((name) => cellOf(view, words, entry, name))),
  };
};

/** The sentence that names the columns of a table in which nothing stands. */
export const emptyColumns = (ledger: Ledger, words: Words, table: Table): string | undefined => {
  if (table.rows.length === 0) return undefined;
  const filled = new Set(filledColumns(table));
  const empty = table.columns.flatMap(({ key }, index) => (filled.has(index) ? [] : [key]));
  const isOurs = (key: string) => ledger.about.basis !== 'published' || ours.has(key);
  const named = (keys: readonly string[]) => keys.map((key) => words.facts[key] ?? key);
  const unpublished = named(empty.filter((key) => !isOurs(key)));
  const absent = named(empty.filter(isOurs));
  const sentences = [
    ...(unpublished.length > 0 ? [words.footer.notPublished(unpublished)] : []),
    ...(absent.length > 0 ? [words.footer.empty(absent)] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
};

/** What no publication would give: our own additions to a record, and what is computed. */
const ours = new Set([
  'aliases',
  'title_zh',
  'title_zh_basis',
  'readings',
  'note',
  'planned',
  'task',
  'tasks',
]);

/** What is said below every answer: which ledger, on what basis, as of which day. */
export const basisLine = ({ ledger, today }: View, words: Words): string => {
  const { basis, published, illustrative } = ledger.about;
  return [
    ledgerName(ledger, words),
    basis === 'published' && published !== undefined
      ? words.footer.asPublished(published)
      : words.footer.asOf(today),
    ...(illustrative ? [words.footer.illustrative] : []),
  ].join(' · ');
};

/** The same for programs. */
export const basisFacts = ({ ledger, today }: View) => {
  const { jurisdiction, year, basis, published = null, illustrative = false } = ledger.about;
  return { jurisdiction, year, basis, published, illustrative, today };
};

/** A hint that not all is well with a ledger that could be read. */
export const problemTalk = (words: Words, problems: number): readonly string[] =>
  problems > 0 ? [words.footer.problems(problems)] : [];
