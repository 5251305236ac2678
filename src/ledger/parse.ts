/**
 * Text of one YAML file to a plain value, strictly: what YAML readers of another version would take
 * for something else, and what no ledger needs (tags, anchors, directives), is refused. Bounds come
 * first, so that no input makes it hang. It knows YAML and nothing of ledgers.
 */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Scalar,
  type YAMLMap,
} from 'yaml';
import type { Value } from '../model/attribute.ts';
import { codePoint, controls } from '../model/characters.ts';
import type { Problem } from '../model/diagnostic.ts';
import { libraryProblems, type Reading, wideColonProblems } from './faults.ts';
import { type Locate, locateIn, rangeOf } from './locate.ts';
import { conflictMarkers, deepest, mostEntries, overfull, rawControls, tokensOf } from './scan.ts';
import type { PlacedProblem } from './text.ts';

export interface Parsed {
  /** Undefined where the text cannot be read. */
  readonly value: Value | undefined;
  readonly problems: readonly PlacedProblem[];
  readonly locate: Locate;
  readonly document: Document.Parsed | undefined;
}

/** Nobody reads more of one file at a time, and a hostile one could have a million. */
const mostProblems = 100;

/** Plain words that YAML 1.1 readers take for a boolean, a time or a number of another base. */
export const elsewhere =
  /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?0b[01_]+)$/;

const scalarProblems = (reading: Reading, node: Scalar, isMapValue: boolean): void => {
  const { text, problems } = reading;
  const { start, end } = rangeOf(node);
  const add = (problem: Problem, from = start, to = end) =>
    problems.push({ problem, start: from, end: to });
  const raw = text.slice(start, end);
  const { value } = node;
  if (node.type === Scalar.PLAIN) {
    if (raw.includes('：')) wideColonProblems(reading, raw, start, isMapValue);
    const isOddNumber =
      (Number.isInteger(value) && String(value) !== raw) ||
      (typeof value === 'number' && !Number.isFinite(value));
    if (isOddNumber || (typeof value === 'string' && elsewhere.test(raw))) {
      add({ code: 'yaml/ambiguous', params: { text: raw } });
    }
  }
  if (typeof value !== 'string') return;
  if (node.type === Scalar.QUOTE_DOUBLE && raw.includes('\\')) {
    for (const [character] of value.matchAll(controls)) {
      if (!raw.includes(character)) {
        add({ code: 'text/control', params: { character: codePoint(character) } });
      }
    }
  }
  if (value !== value.normalize('NFC')) add({ code: 'text/not-nfc', params: { text: value } });
};

/** The mark before a value, a tag or an anchor, as it is typed. */
const markBefore = (text: string, start: number, sign: '!' | '&') => {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const at = text.lastIndexOf(sign, start - 1);
  if (at < line) return { start, end: start + 1, typed: sign };
  const typed = /^\S+/.exec(text.slice(at, start))?.[0] ?? sign;
  return { start: text.slice(line, at).endsWith('!') ? at - 1 : at, end: at + typed.length, typed };
};

const nodeProblems = ({ text, problems }: Reading, node: ParsedNode): void => {
  const { start, end } = rangeOf(node);
  if (isAlias(node)) {
    const problem: Problem = { code: 'yaml/alias', params: { name: `*${node.source}` } };
    problems.push({ problem, start, end });
    return;
  }
  if (node.anchor !== undefined) {
    const mark = markBefore(text, start, '&');
    const problem: Problem = { code: 'yaml/alias', params: { name: `&${node.anchor}` } };
    problems.push({ problem, start: mark.start, end: mark.end });
  }
  if (node.tag !== undefined) {
    const mark = markBefore(text, start, '!');
    const problem: Problem = {
      code: 'yaml/tag',
      params: { tag: text.slice(mark.start, mark.end) },
    };
    problems.push({ problem, start: mark.start, end: mark.end });
  }
};

/** The plain value of a node, problems noted on the way. Keys without a value count as absent. */
const plainValue = (reading: Reading, node: ParsedNode, isMapValue = false): Value => {
  nodeProblems(reading, node);
  if (isMap(node)) {
    const record: { [key: string]: Value } = {};
    const seen = new Set<string>();
    for (const pair of (node as YAMLMap.Parsed).items) {
      const key = String(isScalar(pair.key) ? pair.key.value : '');
      const { start, end } = rangeOf(pair.key);
      nodeProblems(reading, pair.key);
      if (isScalar(pair.key)) scalarProblems(reading, pair.key, false);
      const add = (problem: Problem) => reading.problems.push({ problem, start, end });
      if (seen.has(key)) add({ code: 'yaml/duplicate-key', params: { key } });
      seen.add(key);
      if (key === '__proto__') {
        add({ code: 'schema/unknown-key', params: { given: key, suggestions: [] } });
        continue;
      }
      if (key === '<<') {
        add({ code: 'yaml/alias', params: { name: key } });
        continue;
      }
      const value = pair.value === null ? null : plainValue(reading, pair.value, true);
      // A known key without a value is one that is not filled in yet; an unknown one is a mistake all the same.
      if (value !== null || !reading.keys.has(key)) record[key] = value;
    }
    return record;
  }
  if (isSeq(node)) return node.items.map((item) => plainValue(reading, item as ParsedNode));
  if (!isScalar(node)) return null;
  scalarProblems(reading, node, isMapValue);
  const { value } = node;
  const isPlain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
};

const unreadParse = (problems: readonly PlacedProblem[]): Parsed => ({
  value: undefined,
  problems,
  locate: locateIn(undefined),
  document: undefined,
});

/**
 * Options that the whole tool reads YAML with: version 1.2, text keys only. Duplicate keys are
 * found here, since the library compares each key with every other.
 */
const strictly = { version: '1.2', stringKeys: true, uniqueKeys: false, strict: true } as const;

/**
 * Parses one file.
 * @param keys names that may be keys, to tell a full-width colon after one from prose
 */
export const parse = (text: string, { keys }: { keys: ReadonlySet<string> }): Parsed => {
  const reading: Reading = { text, keys, problems: [] };
  const { problems } = reading;
  const conflicts = conflictMarkers(text);
  if (conflicts.length > 0) return unreadParse(conflicts);
  problems.push(...rawControls(text));

  const scanned = tokensOf(text);
  if ('tooDeepAt' in scanned) {
    const start = scanned.tooDeepAt;
    const problem: Problem = { code: 'yaml/too-deep', params: { most: deepest } };
    return unreadParse([...problems, { problem, start, end: start + 1 }]);
  }
  const { tokens } = scanned;
  const overfullAt = overfull(text, tokens);
  if (overfullAt !== undefined) {
    const problem: Problem = { code: 'yaml/too-many-keys', params: { most: mostEntries } };
    return unreadParse([...problems, { problem, start: overfullAt, end: overfullAt + 1 }]);
  }
  for (const token of tokens) {
    if (token.type !== 'directive') continue;
    const { offset: start, source } = token;
    const problem: Problem = { code: 'yaml/directive', params: { directive: source } };
    problems.push({ problem, start, end: start + source.length });
  }
  const several = tokens.filter((token) => token.type === 'document')[1];
  if (several) {
    const start = several.offset;
    problems.push({
      problem: { code: 'yaml/several-documents', params: {} },
      start,
      end: start + 3,
    });
  }
  const composer = new Composer(strictly);
  const [document] = [...composer.compose(tokens, true, text.length)];
  if (!document) throw new Error('the YAML library returned no document');
  libraryProblems(reading, document as Document.Parsed, tokens);
  const { contents } = document as Document.Parsed;
  const isEmpty = contents === null || (isScalar(contents) && contents.value === null);
  // What a tab has shifted is not what was meant, and says nothing more.
  const isShifted = problems.some(({ problem }) => problem.code === 'yaml/tab-indent');
  const value = isEmpty || isShifted ? undefined : plainValue(reading, contents);
  if (isEmpty && problems.length === 0) {
    problems.push({ problem: { code: 'file/empty', params: {} }, start: 0, end: 0 });
  }
  const told = problems.slice(0, mostProblems);
  return { value, problems: told, locate: locateIn(document as Document.Parsed), document };
};
