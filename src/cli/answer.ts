/** Turns entries and their facts into cells, tables and the lines below them. */

import type { Cell, Column, Style, Table } from '../format/document.ts';
import { filledColumns } from '../format/document.ts';
import { isAbsent, type Type, type Value } from '../model/attribute.ts';
import { factAlong, factOf, referred, titleOf, typeAlong } from '../model/facts.ts';
import { type KindName, kindOf } from '../model/kinds/index.ts';
import { type Entry, isItem, type Ledger } from '../model/ledger.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { knownFacts } from './known.ts';
import { shortId } from './sides.ts';

/** A ledger in two words, such as `Guangzhou 2022`. */
export const ledgerName = ({ about }: Ledger, words: Words): string =>
  about.jurisdiction === '' || about.year === 0
    ? ''
    : words.footer.ledger(
        (words.language === 'zh' && about.jurisdiction_zh) || about.jurisdiction,
        about.year,
      );

/** A value as people read it: references by their title, statuses in words, lists with commas. */
export const textOf = (
  view: View,
  words: Words,
  name: string,
  type: Type | undefined,
  value: Value,
): string => {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const inner = type?.is === 'list' ? type.of : undefined;
    return value.map((each: Value) => textOf(view, words, name, inner, each)).join(words.comma);
  }
  if (typeof value === 'object') {
    const shape = type?.is === 'map' ? type.of : {};
    return words.marks.parts(
      Object.entries(value).map(([key, each]) =>
        words.marks.named(words.inside(key), textOf(view, words, key, shape[key]?.type, each)),
      ),
    );
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (type?.is === 'reference') {
    const entry = referred(view.ledger, type.to, String(value));
    return entry ? titleOf(entry, words.language) : String(value);
  }
  if (type?.is === 'choice') return words.value(name, String(value));
  return String(value);
};

/** A fact as it is shown: a title in the language of the answer where the record has one. */
const shownFact = (view: View, { language }: Words, entry: Entry, name: string): Value => {
  const isTitle = kindOf(entry.kind).titleOf === name;
  const translated = isTitle && language === 'zh' ? factOf(view, entry, `${name}_zh`) : null;
  return translated ?? factAlong(view, entry, name);
};

/** A fact as a cell, or null where there is none. */
export const cellOf = (view: View, words: Words, entry: Entry, name: string): Cell | null => {
  const cell = cellOfValue(view, words, entry.kind, name, shownFact(view, words, entry, name));
  // Green that an excuse has made must not be taken for green.
  const isExcused =
    name === 'light' &&
    isItem(entry) &&
    view.light(entry).reasons.some(({ rule }) => rule === 'excused');
  return cell && isExcused ? { ...cell, text: words.lights.excused(cell.text) } : cell;
};

/** A value that a fact of a kind takes as a cell; a single one of a list as well. */
export const cellOfValue = (
  view: View,
  words: Words,
  kind: KindName,
  name: string,
  value: Value,
): Cell | null => {
  if (value === null || isAbsent(value)) return null;
  if (name === 'status' || name === 'light') {
    const word = String(value);
    return { text: words.value(name, word), tone: word };
  }
  const whole = typeAlong(kind, name);
  const type = whole?.is === 'list' && !Array.isArray(value) ? whole.of : whole;
  const isPercent = type?.is === 'integer' && type.max === 100 && type.min === 0;
  const shown = textOf(view, words, name, type, value);
  const text = isPercent ? words.marks.percent(shown) : shown;
  if (typeof value === 'number') return { text, value };
  if (!Array.isArray(value)) return { text };
  const inner = type?.is === 'list' ? type.of : undefined;
  return { text, value: value.map((each: Value) => textOf(view, words, name, inner, each)) };
};

const styles: Readonly<Record<string, Style>> = { id: 'id', status: 'status', light: 'light' };

/** The heading of a column: a title is headed by what it is the title of. */
const headingOf = (words: Words, kinds: readonly KindName[], name: string): string => {
  const [kind] = kinds;
  const isTitle = kinds.every((each) => kindOf(each).titleOf === name);
  if (!isTitle || !kind) return words.heading(name);
  return kinds.length === 1 ? words.kinds[kind].one.toUpperCase() : words.item;
};

const isNumber = (kinds: readonly KindName[], name: string): boolean =>
  kinds.every((kind) => typeAlong(kind, name)?.is === 'integer');

/**
 * What a column keeps of its width: wrapping tears words of a fixed set and figures, and text needs
 * room.
 */
const keeps = (kinds: readonly KindName[], name: string): Pick<Column, 'keeps'> => {
  const forms = kinds.map((kind) => {
    const type = typeAlong(kind, name);
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
  // A light is neither published nor set: that there is none is said where lights are.
  const empty = table.columns.flatMap(({ key }, index) =>
    filled.has(index) || key === 'light' ? [] : [key],
  );
  const isOurs = (key: string) => ledger.about.basis !== 'published' || ours.has(key);
  const named = (keys: readonly string[]) => keys.map((key) => words.facts[key] ?? key);
  const unpublished = named(empty.filter((key) => !isOurs(key)));
  const absent = named(empty.filter(isOurs));
  const sentences = [
    ...(unpublished.length > 0 ? [words.footer.notPublished(unpublished)] : []),
    ...(absent.length > 0 ? [words.footer.empty(absent)] : []),
  ];
  return sentences.length > 0 ? words.marks.sentences(sentences) : undefined;
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
export const basisLine = ({ ledger, today, known }: View, words: Words): string => {
  const { basis, published, illustrative } = ledger.about;
  return [
    ledgerName(ledger, words),
    basis === 'published' && published !== undefined
      ? words.footer.asPublished(published)
      : words.footer.asOf(today),
    ...(known ? [words.history.knownBy(known.by, shortId(known.commit))] : []),
    ...(illustrative ? [words.footer.illustrative] : []),
  ].join(' · ');
};

/** The same for programs. */
export const basisFacts = ({ ledger, today, known }: View) => {
  const { jurisdiction, year, basis, published = null, illustrative = false } = ledger.about;
  return {
    ...{ jurisdiction, year, basis, published, illustrative, today },
    known_by: knownFacts(known),
  };
};

/** A hint that not all is well with a ledger that could be read. */
export const problemTalk = (words: Words, problems: number): readonly string[] =>
  problems > 0 ? [words.footer.problems(problems)] : [];
