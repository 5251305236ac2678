/** A problem for programs: its code and parameters, its place, and what people are told. */
import { hintOf, messageOf } from '../format/diagnostics.ts';
import type { Value } from '../model/attribute.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Words } from '../words/en.ts';

/** Its facts, in whatever answer it stands. Lines and columns count from 1; null where it has no place. */
export const problemFacts = (diagnostic: Diagnostic, words: Words) => {
  const { code, severity, file, at, params } = diagnostic;
  return {
    code,
    severity,
    file,
    line: at?.line ?? null,
    column: at?.column ?? null,
    length: at?.length ?? null,
    message: messageOf(diagnostic, words),
    hint: hintOf(diagnostic, words) ?? null,
    params: params as unknown as Value,
  };
};
