/**
 * Everything a check can say of a ledger, as data: a code with its parameters and a place.
 * Sentences come from the word lists. A new problem is one line in `DiagnosticParams` and one in
 * `severities`.
 */
import type { EventName, Status } from './events.ts';
import type { Path } from './ledger.ts';
import type { LightRule } from './lights.ts';
import { type MoveCode, type MoveParams, moveSeverities } from './moves/codes.ts';
import { compareText } from './order.ts';
import type { QueryFault } from './query.ts';

/** What the value in a file is, or should be, in a word of the word list. */
export type ValueForm =
  | 'text'
  | 'day'
  | 'whole number'
  | 'number'
  | 'true or false'
  | 'list'
  | 'record'
  | 'nothing'
  | 'empty text'
  | 'id';

/** What is wrong with text that is no YAML; `other` is told in the library's words. */
export type SyntaxFault =
  | 'quote'
  | 'after-quote'
  | 'bracket'
  | 'extra-bracket'
  | 'comma'
  | 'wide-comma'
  | 'wide-blank'
  | 'colon'
  | 'no-colon'
  | 'indent'
  | 'reserved'
  | 'other';

interface Unknown {
  readonly given: string;
  readonly suggestions: readonly string[];
}

export const referableKinds = [
  'unit',
  'field',
  'district',
  'document',
  'arrangement',
  'leading-reform',
  'pilot',
  'task',
  'criterion',
] as const;
export type ReferableKind = (typeof referableKinds)[number];

type ReferenceParams = { [K in ReferableKind as `reference/unknown-${K}`]: Unknown };

/** The parameters each code carries. */
export interface DiagnosticParams extends ReferenceParams, MoveParams {
  'file/missing': { readonly file: string };
  'file/empty': Record<never, never>;
  'file/stray': { readonly file: string; readonly expected: readonly string[] };
  'file/special': { readonly what: 'link' | 'folder' | 'other' };
  'file/unreadable': { readonly reason: string };
  'file/too-large': { readonly bytes: number; readonly most: number };
  'file/not-utf8': { readonly maybe: 'GBK or GB18030' | 'UTF-16' | null };
  'file/nul': Record<never, never>;
  'yaml/syntax': { readonly fault: SyntaxFault; readonly message: string };
  'yaml/duplicate-key': { readonly key: string };
  'yaml/tab-indent': Record<never, never>;
  'yaml/conflict-markers': Record<never, never>;
  'yaml/several-documents': Record<never, never>;
  'yaml/directive': { readonly directive: string };
  'yaml/tag': { readonly tag: string };
  'yaml/alias': { readonly name: string };
  'yaml/key': Record<never, never>;
  'yaml/too-deep': { readonly most: number };
  'yaml/too-many-keys': { readonly most: number };
  'yaml/full-width-colon': Record<never, never>;
  'yaml/ambiguous': { readonly text: string };
  'text/control': { readonly character: string };
  'text/not-nfc': { readonly text: string };
  'schema/unknown-key': Unknown;
  'schema/missing-key': { readonly key: string };
  'schema/wrong-type': {
    readonly expected: ValueForm;
    readonly found: ValueForm;
    readonly text: string;
  };
  'schema/unknown-value': Unknown & { readonly options: readonly string[] };
  'schema/out-of-range': { readonly found: number; readonly min: number; readonly max: number };
  'schema/impossible-date': { readonly given: string };
  'schema/unknown-zone': { readonly given: string };
  'id/malformed': {
    readonly given: string;
    readonly example: string;
    readonly meant: string | null;
  };
  'id/duplicate': { readonly id: string; readonly file: string; readonly line: number | null };
  'id/misplaced': { readonly id: string; readonly expected: string };
  'plan/due-before-start': { readonly start: string; readonly due: string };
  'view/name': { readonly name: string };
  'view/query': { readonly fault: QueryFault };
  'view/unknown-name': Unknown;
  'review/rule': {
    readonly code: MoveCode;
    readonly fault: 'twice' | 'days' | 'nothing';
  };
  'lights/red-first': {
    readonly rule: LightRule;
    readonly yellow: number;
    readonly red: number;
  };
  'event/illegal': {
    readonly event: EventName;
    readonly id: string;
    readonly from: Status | null;
    /** The day of the event. */
    readonly date: string;
    readonly possible: readonly EventName[];
  };
  'event/lacks': { readonly event: EventName; readonly id: string; readonly missing: string };
  'event/open-criteria': {
    readonly id: string;
    /** Each criterion with the units that answer for it, by their names. */
    readonly open: readonly {
      readonly id: string;
      readonly who: readonly {
        readonly id: string;
        readonly title: string;
        readonly title_zh: string | null;
      }[];
    }[];
  };
  'event/self-verified': { readonly id: string; readonly unit: string };
  'event/unknown-entry': { readonly id: string; readonly entry: number };
  'event/excuse-over': { readonly id: string; readonly until: string; readonly date: string };
  'event/not-later': { readonly id: string; readonly due: string; readonly current: string };
  'event/later-by-amendment': {
    readonly id: string;
    readonly due: string;
    readonly current: string;
  };
  'evidence/form': Record<never, never>;
  'evidence/outside': { readonly file: string };
  'evidence/missing': { readonly file: string };
  'evidence/changed': { readonly file: string };
  'source/quote-not-found': { readonly document: string };
  'count/more-than-issued': {
    readonly what: string;
    readonly issued: number;
    readonly recorded: number;
  };
  'count/projects-per-district': {
    readonly district: string;
    readonly rule: number;
    readonly selected: number;
  };
}

export type DiagnosticCode = keyof DiagnosticParams;
export type Severity = 'error' | 'warning';

/** A code with its parameters, not yet placed. */
export type Problem = {
  readonly [C in DiagnosticCode]: { readonly code: C; readonly params: DiagnosticParams[C] };
}[DiagnosticCode];

/** A problem at an address inside a file; the loader turns the address into a line and a column. */
export type Finding = Problem & {
  readonly file: string;
  readonly path: Path;
  /** Whether the key is meant and not the value behind it. */
  readonly onKey?: boolean;
};

/**
 * A problem with its place in the text. Lines and columns count from 1, columns in UTF-16 units.
 */
export type Diagnostic = Problem & {
  readonly severity: Severity;
  readonly file: string;
  readonly at: { readonly line: number; readonly column: number; readonly length: number } | null;
  /** The source line at `at`, without its line end. */
  readonly excerpt: string | null;
};

export const severities: { readonly [C in DiagnosticCode]: Severity } = {
  'file/missing': 'error',
  'file/empty': 'error',
  'file/stray': 'error',
  'file/special': 'error',
  'file/unreadable': 'error',
  'file/too-large': 'error',
  'file/not-utf8': 'error',
  'file/nul': 'error',
  'yaml/syntax': 'error',
  'yaml/duplicate-key': 'error',
  'yaml/tab-indent': 'error',
  'yaml/conflict-markers': 'error',
  'yaml/several-documents': 'error',
  'yaml/directive': 'error',
  'yaml/tag': 'error',
  'yaml/alias': 'error',
  'yaml/key': 'error',
  'yaml/too-deep': 'error',
  'yaml/too-many-keys': 'error',
  'yaml/full-width-colon': 'error',
  'yaml/ambiguous': 'error',
  'text/control': 'error',
  'text/not-nfc': 'warning',
  'schema/unknown-key': 'error',
  'schema/missing-key': 'error',
  'schema/wrong-type': 'error',
  'schema/unknown-value': 'error',
  'schema/out-of-range': 'error',
  'schema/impossible-date': 'error',
  'schema/unknown-zone': 'error',
  'id/malformed': 'error',
  'id/duplicate': 'error',
  'id/misplaced': 'error',
  'reference/unknown-unit': 'error',
  'reference/unknown-field': 'error',
  'reference/unknown-district': 'error',
  'reference/unknown-document': 'error',
  'reference/unknown-arrangement': 'error',
  'reference/unknown-leading-reform': 'error',
  'reference/unknown-pilot': 'error',
  'reference/unknown-task': 'error',
  'reference/unknown-criterion': 'error',
  'plan/due-before-start': 'warning',
  'review/rule': 'error',
  'lights/red-first': 'error',
  'view/name': 'error',
  'view/query': 'error',
  'view/unknown-name': 'error',
  'event/illegal': 'error',
  'event/lacks': 'error',
  'event/open-criteria': 'error',
  'event/self-verified': 'error',
  'event/unknown-entry': 'error',
  'event/excuse-over': 'error',
  'event/not-later': 'error',
  'event/later-by-amendment': 'error',
  'evidence/form': 'error',
  'evidence/outside': 'error',
  'evidence/missing': 'error',
  'evidence/changed': 'error',
  'source/quote-not-found': 'error',
  'count/more-than-issued': 'error',
  'count/projects-per-district': 'error',
  ...moveSeverities,
};

export const diagnosticCodes = Object.keys(severities) as readonly DiagnosticCode[];

/**
 * Whether a problem means that a file, or a record in it, cannot be taken for what it says. Readers
 * then refuse altogether: a list must fail rather than come out shorter or wrong.
 */
export const isUnreadable = (code: DiagnosticCode): boolean => {
  if (severities[code] !== 'error') return false;
  if (['file/stray', 'schema/unknown-key', 'yaml/ambiguous'].includes(code)) return false;
  return /^(?:file|yaml|text|schema|id\/malformed)/.test(code);
};

/**
 * What makes two diagnostics the same problem, before a change and after it: a district that still
 * lacks projects lacks them as before, be it one less.
 */
export const sameProblem = ({ file, code, params }: Diagnostic): string => {
  const isLess = code === 'count/projects-per-district' && params.selected < params.rule;
  return `${file} ${code} ${JSON.stringify(isLess ? { ...params, selected: 'less' } : params)}`;
};

const bySeverity = (a: Severity, b: Severity) => (a === b ? 0 : a === 'error' ? -1 : 1);

/**
 * By file, line and column, then code: the order people read them in, the same on every machine.
 */
export const sortDiagnostics = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
  [...all].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      (a.at?.column ?? 0) - (b.at?.column ?? 0) ||
      bySeverity(a.severity, b.severity) ||
      compareText(a.code, b.code),
  );
