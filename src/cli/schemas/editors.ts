/**
 * What editors need to check and complete the files of ledgers: schemas in the words of each ledger, with
 * its ids, and the settings that say which file has which. Pure: it is given what stands and gives what should.
 */
import { type ParseError, parse } from 'jsonc-parser';
import { sha256 } from '../../ledger/source.ts';
import { isSameValue, type Value } from '../../model/attribute.ts';
import { titleOf } from '../../model/facts.ts';
import { fileSchema, type Place, type Telling } from '../../model/json-schema.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { filesOf } from '../../model/layout.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Words } from '../../words/en.ts';
import { nameOfFiles } from './names.ts';
import { withEntry } from './settings.ts';

/** A ledger of a workspace. */
export interface EditedLedger {
  /** Its folder within the workspace, with `/`; '' where it is the workspace itself. */
  readonly folder: string;
  readonly ledger: Ledger;
  /** The words that its files are explained in. */
  readonly words: Words;
}

/** Where editors look for the settings of a workspace. */
export const settingsFile = '.vscode/settings.json';

const docFor =
  (words: Words) =>
  ({ kind, event, path }: Place): string | undefined => {
    const { schema, docOf } = words;
    if (event !== undefined)
      return path.length === 0 ? schema.event(event) : schema.carried(event, path);
    const [last = ''] = path.slice(-1);
    if (path.length === 0) return docOf(kind);
    if (path.join('.') === 'log.event') return schema.whichEvent;
    if (last === 'x-') return schema.ownKey;
    return last === kindOf(kind).plural ? schema.its : docOf(kind, path.join('.')) || undefined;
  };

/** The ids of a kind by which records may be meant, with their titles; a district is a unit too. */
const namedIn = ({ entries }: Ledger, words: Words, kind: string): ReadonlyMap<string, string> =>
  new Map(
    [...entries[kind as KindName], ...(kind === 'unit' ? entries.district : [])].map((entry) => [
      entry.id,
      titleOf(entry, words.language),
    ]),
  );

const tellingOf = ({ ledger, words }: EditedLedger): Telling => ({
  doc: docFor(words),
  meaning: (attribute, word) => {
    if (attribute === 'event')
      return words.schema.event(word as Parameters<Words['schema']['event']>[0]);
    const said = words.value(attribute, word);
    return said === word ? '' : said;
  },
  named: (kind) => namedIn(ledger, words, kind),
});

/** Language servers take only such characters in the path of a schema. */
const isPlain = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** The folder for a ledger's schemas, within the workspace. */
const schemaFolder = ({ folder }: EditedLedger): string => {
  if (folder === '') return '.vscode/reform';
  const name = isPlain.test(folder) ? folder : sha256(Buffer.from(folder)).slice(0, 12);
  return `.vscode/reform/${name}`;
};

/** A path as a pattern that means itself. */
const literally = (path: string): string => path.replace(/[\\[\]{}()*?!+@|^$]/g, '\\$&');

/** Characters as addresses may encode them, but for those of a path and the unreserved ones. */
const encoded = (path: string, which: RegExp): string =>
  path.replace(which, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

/**
 * The patterns that a folder is known by: servers hold them against addresses of files, in which some
 * editors encode what they must and others all they may.
 */
const patternsOf = (folder: string): readonly string[] => [
  ...new Set([
    literally(folder),
    literally(encoded(folder, /[^\w./~!$&'()*+,;=:@-]/gu)),
    literally(encoded(folder, /[^\w./~-]/gu)),
  ]),
];

interface Described {
  readonly schemaFile: string;
  /** The files it is of, as a pattern or several. */
  readonly pattern: string | readonly string[];
  readonly kind: KindName;
}

const describedIn = (ledger: EditedLedger): readonly Described[] => {
  const { folder } = ledger;
  return kindNames.flatMap((kind) => {
    const files = filesOf(kind);
    if (files === undefined) return [];
    const name = nameOfFiles(kind).replace('files/', '');
    const patterns = folder === '' ? [] : patternsOf(folder).map((each) => `${each}/${files}`);
    return {
      schemaFile: `${schemaFolder(ledger)}/${name}.schema.json`,
      pattern: patterns.length > 1 ? patterns : (patterns[0] ?? files),
      kind,
    };
  });
};

/** The schemas of a ledger's files, by their paths within the workspace. */
export const schemasFor = (ledger: EditedLedger): ReadonlyMap<string, string> => {
  const telling = tellingOf(ledger);
  return new Map(
    describedIn(ledger).map(({ schemaFile, kind }) => {
      // Editors put a title above whatever they tell of a key.
      const { title: _title, ...schema } = fileSchema(kind, telling);
      return [schemaFile, `${JSON.stringify(schema, null, 2)}\n`];
    }),
  );
};

type Settings = { readonly [key: string]: Value };

const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (text: string): Settings | undefined => {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 && isSettings(value) ? value : undefined;
};

/** The patterns by the schemas, as they should stand: ours anew, those of others as they are. */
const patternsFor = (ledgers: readonly EditedLedger[], before: Settings): Settings => {
  const ours = new Map(
    ledgers.flatMap(describedIn).map(({ schemaFile, pattern }) => [`./${schemaFile}`, pattern]),
  );
  const folders = new Set(ledgers.map((each) => `./${schemaFolder(each)}`));
  const isLeft = (key: string): boolean =>
    !ours.has(key) && folders.has(key.slice(0, key.lastIndexOf('/')));
  // A schema that an earlier version wrote would still be held against the same files.
  const kept = Object.entries(before).filter(([key]) => !isLeft(key));
  return { ...Object.fromEntries(kept), ...Object.fromEntries(ours) };
};

/**
 * The settings with the schemas of ledgers; comments and everything else stay as they are. Undefined where
 * the text is not one that can be added to.
 */
export const settingsWith = (
  text: string,
  ledgers: readonly EditedLedger[],
): string | undefined => {
  const given = text.trim() === '' ? '{}\n' : text;
  const before = read(given);
  const { 'yaml.schemas': patterns = {} } = before ?? {};
  if (!before || !isSettings(patterns)) return undefined;
  const wanted = patternsFor(ledgers, patterns);
  const isNew = before['yaml.schemas'] === undefined;
  let after = isNew ? withEntry(given, [], 'yaml.schemas', wanted) : given;
  for (const key of isNew ? [] : new Set([...Object.keys(patterns), ...Object.keys(wanted)])) {
    const [stands, should] = [patterns[key], wanted[key]];
    const isSame = stands !== undefined && should !== undefined && isSameValue(stands, should);
    if (!isSame) after = withEntry(after, ['yaml.schemas'], key, should);
  }
  // A formatter would break up the lines of a log, of which each is one event.
  const formats = before['yaml.format.enable'] ?? false;
  if (before['yaml.format.enable'] === undefined) {
    after = withEntry(after, [], 'yaml.format.enable', formats);
  }
  const meant = { ...before, 'yaml.schemas': wanted, 'yaml.format.enable': formats };
  const reread = read(after);
  return reread && isSameValue(reread, meant) ? after : undefined;
};
