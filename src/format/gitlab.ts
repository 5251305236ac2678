/** Diagnostics as the Code Quality report that GitLab shows beside the lines of a merge request. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Words } from '../words/en.ts';
import { hintOf, messageOf } from './diagnostics.ts';
import { oneLine } from './escape.ts';

/** What is known of the report beside the problems, whose files are named from the top of the repository. */
interface How {
  readonly words: Words;
  /** A sum that two texts share only where they are the same. */
  readonly sum: (text: string) => string;
}

/**
 * The report, as docs.gitlab.com/ci/testing/code_quality describes it. A finding is the same one from run to run as
 * long as its code, file and parameters are, wherever its line has moved; of several the order tells them apart.
 */
export const renderCodeQuality = (all: readonly Diagnostic[], { words, sum }: How): string => {
  const times = new Map<string, number>();
  const report = all.map((diagnostic) => {
    const { code, severity, file, params, at } = diagnostic;
    const same = JSON.stringify([code, file, params]);
    const nth = times.get(same) ?? 0;
    times.set(same, nth + 1);
    const hint = hintOf(diagnostic, words);
    const said = messageOf(diagnostic, words);
    return {
      description: oneLine(hint === undefined ? said : words.marks.noted(said, hint)),
      check_name: code,
      fingerprint: sum(`${same} ${nth}`),
      severity: severity === 'error' ? 'major' : 'minor',
      location: {
        path: oneLine(file),
        lines: { begin: at?.line ?? 1 },
      },
    };
  });
  return `${JSON.stringify(report, null, 2)}\n`;
};
