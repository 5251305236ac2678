/** `key=value` words of a command as values of a record's attributes. */
import type { Type, Value } from '../../model/attribute.ts';
import { normalDocument } from '../../model/documents.ts';
import { type KindName, kindOf } from '../../model/kinds/index.ts';
import type { Entry } from '../../model/ledger.ts';
import { suggest } from '../../model/names.ts';
import { inForce, type Settings } from '../../model/plan.ts';
import { entriesOf } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { takeDay } from '../day.ts';
import { usage } from '../failure.ts';
import { pickFrom, splitList } from '../options.ts';
import { resolveAmong, resolveUnit } from '../resolve.ts';

/** One assignment as it was typed; `+=` and `-=` add to a list and take from it. */
export interface Assignment {
  readonly key: string;
  readonly how: '=' | '+=' | '-=';
  readonly text: string;
}

/** An assignment, or undefined where a word is none. */
export const assignmentFrom = (word: string): Assignment | undefined => {
  const [, key, sign, text] = /^([A-Za-z_-]+?)([+-]?[=＝])(.*)$/s.exec(word) ?? [];
  if (key === undefined || sign === undefined || text === undefined) return undefined;
  const how = sign.replace('＝', '=') as Assignment['how'];
  return { key: key.toLowerCase().replace(/-/g, '_'), how, text: text.trim() };
};

/** Attributes that a word can be a value of. */
export const settable = (kind: KindName): readonly string[] =>
  Object.entries(kindOf(kind).attributes)
    .filter(([name, { type, inherited }]) => {
      const isWord = !['map', 'records', 'log', 'id'].includes(type.is);
      const isWords = type.is !== 'list' || type.of.is !== 'map';
      return name !== 'id' && !inherited && isWord && isWords;
    })
    .map(([name]) => name);

/** Reads one value, telling how a name was read. */
const readValue = (
  view: View,
  words: Words,
  name: string,
  type: Type,
  text: string,
  echo: (line: string) => void,
): Value => {
  const { ledger } = view;
  switch (type.is) {
    case 'date': {
      const taken = takeDay(view, words, name, text, name);
      if (taken.echo !== undefined) echo(words.marks.named(words.facts[name] ?? name, taken.echo));
      return taken.day;
    }
    case 'integer': {
      const digits = text.normalize('NFKC');
      const number = Number(digits);
      if (!/^\d{1,7}$/.test(digits) || number < type.min || number > type.max) {
        throw usage((say) => say.badNumber(name, text, type.min, type.max));
      }
      return number;
    }
    case 'flag':
      return pickFrom(name, text, ['true', 'false']) === 'true';
    case 'choice':
      return pickFrom(name, text, type.of);
    case 'reference': {
      const kind = type.to as KindName;
      const found =
        kind === 'unit'
          ? resolveUnit(words, ledger, text)
          : resolveAmong<Entry>(words, entriesOf(ledger, [kind]), text, words.kinds[kind].one);
      if (found.echo) echo(words.marks.named(words.facts[name] ?? name, found.echo));
      return found.entry.id;
    }
    default:
      return name === 'number' ? normalDocument(text) : text;
  }
};

const listAfter = (
  { how }: Assignment,
  given: readonly Value[],
  now: readonly Value[],
): readonly Value[] => {
  if (how === '=') return given;
  const others = now.filter((each) => !given.includes(each));
  return how === '+=' ? [...now, ...given.filter((each) => !now.includes(each))] : others;
};

/** What assignments mean for a record of a kind; `entry` is the record itself where it is there. */
export const settingsFrom = (
  view: View,
  words: Words,
  kind: KindName,
  assignments: readonly Assignment[],
  entry?: Entry,
): { readonly settings: Settings; readonly echoes: readonly string[] } => {
  const possible = settable(kind);
  const echoes: string[] = [];
  const settings: { [attribute: string]: Value | undefined } = {};
  for (const assignment of assignments) {
    const { key, how, text } = assignment;
    if (!possible.includes(key)) {
      throw usage((say) =>
        say.unknownAttribute(words.kinds[kind].one, key, suggest(key, possible), possible),
      );
    }
    if (key in settings) throw usage((say) => say.assignedTwice(key));
    const { type } = kindOf(kind).attributes[key] as { type: Type };
    const read = (each: string, inner: Type) =>
      readValue(view, words, key, inner, each, (line) => echoes.push(line));
    if (type.is !== 'list') {
      if (how !== '=') throw usage((say) => say.notAList(key));
      settings[key] = text === '' ? undefined : read(text, type);
      continue;
    }
    const given = splitList(text).map((each) => read(each, type.of));
    const now = entry ? inForce(view.ledger, entry, key) : [];
    const list = listAfter(assignment, [...new Set(given)], Array.isArray(now) ? now : []);
    settings[key] = list.length === 0 ? undefined : list;
  }
  return { settings, echoes };
};
