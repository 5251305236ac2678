/**
 * What the YAML library finds wrong with a text, in our codes and where people would look for it:
 * the mark that was opened, the tab, the full-width character of a Chinese keyboard.
 */
import type { Document } from 'yaml';
import type { Problem, SyntaxFault } from '../model/diagnostic.ts';
import { type Token, unclosed } from './scan.ts';
import type { PlacedProblem } from './text.ts';

/** A text as it is being read: problems are noted as they are met. */
export interface Reading {
  readonly text: string;
  readonly keys: ReadonlySet<string>;
  readonly problems: PlacedProblem[];
}

const endOfLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

const lineOf = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, endOfLine(text, offset));

const wideColon = /^\s*(?:- +)*([A-Za-z_][\w-]*)\s*：/;

/** The full-width colon after a known key on a line, typed where YAML wants `: `. */
const wideColonIn = ({ keys }: Reading, line: string): number | undefined => {
  const match = wideColon.exec(line);
  if (!match?.[1] || !keys.has(match[1])) return undefined;
  return match[0].length - 1;
};

/** What the library's messages mean to somebody who types YAML. */
const meanings: readonly (readonly [RegExp, SyntaxFault])[] = [
  [/closing ["']?quote/i, 'quote'],
  [/^Unexpected (?:double|single)-quoted|^Unexpected scalar at node end/, 'after-quote'],
  [/^Flow .* must be sufficiently indented and end with/, 'bracket'],
  [/^Flow (?:map|sequence) must end with/, 'bracket'],
  [/^Unexpected flow-(?:map|seq)-end/, 'extra-bracket'],
  [/^Block collections are not allowed within flow|^Missing , /, 'comma'],
  [/^Nested mappings are not allowed/, 'colon'],
  [/need to be on a single line|need to be followed by map values/, 'no-colon'],
  [/same column|^Sequence item without - |^A block sequence may not/, 'indent'],
  [/^Plain value cannot start with/, 'reserved'],
];

const faultOf = (line: string, message: string): SyntaxFault => {
  if (/^ *[\u00a0\u3000]/.test(line)) return 'wide-blank';
  const fault = meanings.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  // Inside brackets a full-width comma joins two entries into one.
  return line.includes('，') && /[[{]/.test(line) && fault !== 'quote' ? 'wide-comma' : fault;
};

/**
 * The tab that indents the line of an error or the line before it: that is what led the library
 * astray.
 */
const tabAt = (text: string, offset: number): number | undefined => {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.lastIndexOf('\n', line - 2) + 1;
  for (const start of [before, line]) {
    const blanks = /^[ -]*(?=\t)/.exec(text.slice(start, endOfLine(text, start)))?.[0];
    if (blanks !== undefined) return start + blanks.length;
  }
  return undefined;
};

/**
 * What the library calls errors, in our codes. Only the first plain syntax error is kept: others
 * follow from it.
 */
export const libraryProblems = (
  reading: Reading,
  document: Document.Parsed,
  tokens: readonly Token[],
): void => {
  const { text, problems } = reading;
  const errors = document.errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  const [first] = errors;
  // To the library a text whose lines end with carriage returns is one line.
  const isOneLine = problems.some(
    ({ problem }) => problem.code === 'text/control' && problem.params.character === 'U+000D',
  );
  if (!first || isOneLine) return;
  const tab = errors.map(({ pos }) => tabAt(text, pos[0])).find((at) => at !== undefined);
  if (tab !== undefined) {
    problems.push({ problem: { code: 'yaml/tab-indent', params: {} }, start: tab, end: tab + 1 });
    return;
  }
  const syntax = errors.find(({ code }) => code !== 'NON_STRING_KEY');
  const { message, pos } = syntax ?? first;
  const start = Math.min(pos[0], text.length);
  const line = lineOf(text, start);
  const colon = wideColonIn(reading, line);
  if (colon !== undefined) {
    const at = text.lastIndexOf('\n', start - 1) + 1 + colon;
    const problem: Problem = { code: 'yaml/full-width-colon', params: {} };
    problems.push({ problem, start: at, end: at + 1 });
    return;
  }
  const end = Math.max(start, Math.min(pos[1], text.length));
  if (syntax === undefined) {
    problems.push({ problem: { code: 'yaml/key', params: {} }, start, end });
    return;
  }
  const params = { fault: faultOf(line, message), message: message.split('\n')[0] ?? '' };
  const problem: Problem = { code: 'yaml/syntax', params };
  // What is not closed is seen where it is opened.
  const opened = ['quote', 'bracket'].includes(params.fault) ? unclosed(tokens) : undefined;
  problems.push(
    opened === undefined ? { problem, start, end } : { problem, start: opened, end: opened + 1 },
  );
};

/** Keys with a full-width colon that the parser took for a piece of a value. */
export const wideColonProblems = (
  reading: Reading,
  raw: string,
  start: number,
  isMapValue: boolean,
): void => {
  let at = start;
  raw.split('\n').forEach((line, index) => {
    // The first line of a value may well be prose with a full-width colon in it.
    const colon = index === 0 && isMapValue ? undefined : wideColonIn(reading, line);
    if (colon !== undefined) {
      const problem: Problem = { code: 'yaml/full-width-colon', params: {} };
      reading.problems.push({ problem, start: at + colon, end: at + colon + 1 });
    }
    at += line.length + 1;
  });
};
