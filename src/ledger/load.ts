/**
 * Loads a ledger from a source: reads every file, parses it, collects the records, checks them, and
 * tells each problem with its line and column. It refuses nothing itself; whoever reads asks
 * `isReadable`.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Shape, Value } from '../model/attribute.ts';
import { collect, type FileValue } from '../model/collect.ts';
import {
  type Diagnostic,
  type Finding,
  isUnreadable,
  type Problem,
  severities,
  sortDiagnostics,
} from '../model/diagnostic.ts';
import { attributesOf, eventNames } from '../model/events.ts';
import { kindNames, kindOf } from '../model/kinds/index.ts';
import { byLayout, expectedFiles, isBeside, placeOf } from '../model/layout.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import { type Attachment, attachedFiles, checkRules } from '../model/rules/index.ts';
import { type Cache, type Clean, noCache } from './cache.ts';
import { type Parsed, parse } from './parse.ts';
import { largestEvidence, type Source, sha256 } from './source.ts';
import { decode, lineAt, lineStarts, type PlacedProblem, type Text } from './text.ts';

/** A ledger file as it was read. */
export interface LoadedFile {
  readonly bytes: Uint8Array;
  readonly text: Text;
  readonly parsed: Parsed;
}

export interface Loaded {
  readonly ledger: Ledger;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that hold records, by path, where their text could be read. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** What was found clean, so that loading nearly the same files again need not parse them. */
  readonly clean: Clean;
}

/** Whether a reader may show the ledger: no file or record in it failed to be read. */
export const isReadable = ({ diagnostics }: Loaded): boolean =>
  !diagnostics.some(({ code, severity }) => severity === 'error' && isUnreadable(code));

const namesIn = (shape: Shape): readonly string[] =>
  Object.entries(shape).flatMap(([name, { type }]) => [
    name,
    ...(type.is === 'map' ? namesIn(type.of) : []),
    ...(type.is === 'list' && type.of.is === 'map' ? namesIn(type.of.of) : []),
  ]);

/** Every key a ledger file may have, to recognise one that is followed by a full-width colon. */
export const allKeys: ReadonlySet<string> = new Set([
  ...kindNames.flatMap((kind) => namesIn(kindOf(kind).attributes)),
  ...eventNames.flatMap((name) => namesIn(attributesOf(name))),
  'event',
]);

const atFile = (file: string, problem: Problem): Diagnostic => ({
  ...problem,
  severity: severities[problem.code],
  file,
  at: null,
  excerpt: null,
});

/** Turns offsets of one text into lines and columns. */
const placer = (file: string, text: string) => {
  // Most files have nothing to be placed.
  let starts: readonly number[] | undefined;
  return ({ problem, start, end }: PlacedProblem): Diagnostic => {
    starts ??= lineStarts(text);
    const index = lineAt(starts, start);
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? text.length + 1;
    const excerpt = text.slice(from, to - 1).replace(/\r$/, '');
    const column = Math.min(start - from, excerpt.length);
    const length = Math.max(1, Math.min(end, from + excerpt.length) - (from + column));
    return {
      ...problem,
      severity: severities[problem.code],
      file,
      at: { line: index + 1, column: column + 1, length },
      excerpt,
    };
  };
};

/**
 * A file whose value is known from before; it is parsed only if something has to be pointed at or
 * edited.
 */
const parsedBefore = (text: string, value: Value): Parsed => {
  let known: Parsed | undefined;
  const anew = () => {
    known ??= parse(text, { keys: allKeys });
    return known;
  };
  return {
    value,
    problems: [],
    locate: (path, onKey) => anew().locate(path, onKey),
    get document() {
      return anew().document;
    },
  };
};

/** Reads and parses one file; problems that stop it from being read come as diagnostics. */
const loadFile = (
  source: Source,
  file: string,
  cache: Cache,
): {
  readonly loaded?: LoadedFile;
  readonly isKnown?: boolean;
  readonly diagnostics: readonly Diagnostic[];
} => {
  const read = source.read(file);
  switch (read.is) {
    case 'missing':
      return { diagnostics: [atFile(file, { code: 'file/missing', params: { file } })] };
    case 'special':
      return { diagnostics: [atFile(file, { code: 'file/special', params: { what: read.what } })] };
    case 'unreadable': {
      const { reason } = read;
      return { diagnostics: [atFile(file, { code: 'file/unreadable', params: { reason } })] };
    }
    case 'too-large': {
      const params = { bytes: read.bytes, most: read.most };
      return { diagnostics: [atFile(file, { code: 'file/too-large', params })] };
    }
    case 'bytes': {
      const decoded = decode(read.bytes);
      if ('problem' in decoded) {
        const at = { line: decoded.line, column: 1, length: 1 };
        return { diagnostics: [{ ...atFile(file, decoded.problem), at }] };
      }
      const { text } = decoded.text;
      const known = cache.find(file, text);
      const parsed =
        known === undefined ? parse(text, { keys: allKeys }) : parsedBefore(text, known);
      return {
        isKnown: known !== undefined,
        loaded: { bytes: read.bytes, text: decoded.text, parsed },
        diagnostics: parsed.problems.map(placer(file, text)),
      };
    }
  }
};

const strayFile = (source: Source, file: string): Diagnostic | undefined => {
  if (isBeside(file)) return undefined;
  const read = source.read(file);
  const problem: Problem =
    read.is === 'special'
      ? { code: 'file/special', params: { what: read.what } }
      : { code: 'file/stray', params: { file, expected: expectedFiles } };
  const diagnostic = atFile(file, problem);
  // A link to nowhere under a name that no record has hides nothing.
  const isHarmless = problem.code === 'file/special' && !/\.ya?ml\b/i.test(file);
  return isHarmless ? { ...diagnostic, severity: 'warning' } : diagnostic;
};

const readAttachments = (
  source: Source,
  ledger: Ledger,
): ReadonlyMap<string, Attachment | null> => {
  const withText = new Set(ledger.entries.document.map(({ data }) => data.text?.file));
  return new Map(
    attachedFiles(ledger).map((file) => {
      const read = source.read(file, largestEvidence);
      if (read.is !== 'bytes') return [file, null];
      const decoded = withText.has(file) ? decode(read.bytes) : undefined;
      const text = decoded && 'text' in decoded ? { text: decoded.text.text } : {};
      return [file, { sha256: sha256(read.bytes), ...text }];
    }),
  );
};

/** A number is told as it was typed: 1.10 and 012 are not 1.1 and 12 to whoever typed them. */
const asTyped = (problem: Problem, text: string | undefined): Problem =>
  problem.code === 'schema/wrong-type' &&
  (problem.params.found === 'number' || problem.params.found === 'whole number') &&
  text
    ? { ...problem, params: { ...problem.params, text } }
    : problem;

/** Tells the line and column of each finding in files that were read; of others it names the file. */
export const placing = (files: Loaded['files']): ((finding: Finding) => Diagnostic) => {
  const placers = new Map([...files].map(([file, { text }]) => [file, placer(file, text.text)]));
  return ({ file, path, onKey = false, ...problem }) => {
    const loaded = files.get(file);
    const span = loaded?.parsed.locate(path, onKey);
    const worded = asTyped(
      problem as Problem,
      span && loaded?.text.text.slice(span.start, span.end),
    );
    const placed = span && placers.get(file)?.({ problem: worded, ...span });
    return placed ?? atFile(file, problem as Problem);
  };
};

/** Codes that add nothing where one of others stands at the same place. */
const echoes: Readonly<Record<string, RegExp>> = {
  'yaml/ambiguous': /^(?:schema|id)\//,
  'id/misplaced': /^id\/malformed$/,
};

/** Drops what merely repeats another problem of the same place. */
const withoutEchoes = (all: readonly Diagnostic[]): readonly Diagnostic[] => {
  const byPlace = new Map<string, Diagnostic[]>();
  const placed = ({ file, at }: Diagnostic) => `${file}:${at?.line}:${at?.column}`;
  const kept = all.filter((each) => {
    const same = byPlace.get(placed(each)) ?? [];
    const isSaid = same.some(
      ({ code, params }) => code === each.code && isDeepStrictEqual(params, each.params),
    );
    if (!isSaid) byPlace.set(placed(each), [...same, each]);
    return !isSaid;
  });
  return kept.filter((each) => {
    const louder = echoes[each.code];
    return !louder || !byPlace.get(placed(each))?.some(({ code }) => louder.test(code));
  });
};

interface LoadOptions {
  readonly attachments?: boolean;
  readonly rules?: boolean;
  readonly cache?: Cache;
}

/** Files in which neither the parser nor the shape check found anything. */
const cleanFiles = (files: Loaded['files'], found: readonly { readonly file: string }[]): Clean => {
  const faulty = new Set(found.map(({ file }) => file));
  return new Map(
    [...files].flatMap(([file, { text, parsed }]) =>
      faulty.has(file) || parsed.value === undefined
        ? []
        : [[file, { text: text.text, value: parsed.value }] as const],
    ),
  );
};

/**
 * Loads and checks a ledger.
 * @param rules checks what goes beyond one record; without, only reading is checked
 * @param attachments also looks at the files that evidence and documents refer to
 * @param cache values of files that were found clean before
 */
export const load = (
  source: Source,
  { attachments = false, rules = true, cache = noCache }: LoadOptions = {},
): Loaded => {
  const listed = source.list();
  const required = ['ledger.yaml'];
  const paths = [
    ...new Set([...required, ...listed.filter((file) => placeOf(file) !== undefined)]),
  ];
  const files = new Map<string, LoadedFile>();
  const diagnostics: Diagnostic[] = [];
  const values = paths.sort(byLayout).map((file): FileValue => {
    const { loaded, isKnown, diagnostics: found } = loadFile(source, file, cache);
    diagnostics.push(...found);
    if (loaded) files.set(file, loaded);
    const isBroken = found.some(({ code }) => isUnreadable(code) && !code.startsWith('schema/'));
    return {
      file,
      value: isBroken ? undefined : loaded?.parsed.value,
      ...(isKnown && { isKnown }),
    };
  });

  const { ledger, findings, unread, owners, loose } = collect(values);
  const clean = cleanFiles(files, [...diagnostics, ...findings]);
  cache.keep(clean);
  const attached = new Set(attachedFiles(ledger));
  for (const file of listed) {
    if (placeOf(file) !== undefined || attached.has(file)) continue;
    const stray = strayFile(source, file);
    if (stray) diagnostics.push(stray);
  }
  const place = placing(files);
  const lineOf = ({ file, path }: Entry): number | null => {
    const loaded = files.get(file);
    if (!loaded) return null;
    return lineAt(lineStarts(loaded.text.text), loaded.parsed.locate(path, false).start) + 1;
  };
  const ruled = rules
    ? checkRules({
        ledger,
        unread,
        owners,
        loose,
        lineOf,
        ...(attachments && { attachments: readAttachments(source, ledger) }),
      })
    : [];
  const all = [...diagnostics, ...[...findings, ...ruled].map(place)];
  return { ledger, diagnostics: sortDiagnostics(withoutEchoes(all)), files, clean };
};
