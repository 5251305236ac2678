/** An outcome as text: its answer for standard output, its talk for standard error. */

import type { Medium } from '../format/document.ts';
import { visible } from '../format/escape.ts';
import { formats } from '../format/index.ts';
import type { Outcome } from './command.ts';
import { hasColor, type Io } from './io.ts';
import type { Options } from './options.ts';

/** A terminal cannot be asked how wide it draws “ … ① ─; REFORM_WIDE tells. */
export const isWide = ({ env }: Io): boolean =>
  !['', '0', 'false'].includes(env['REFORM_WIDE'] ?? '');

/** The answer, rendered in its format. */
export const render = async (outcome: Outcome, io: Io, options: Options): Promise<string> => {
  const { document, format = 'table', text = '' } = outcome;
  if (!document) return text;
  const renderer = await formats[format]?.();
  if (!renderer) throw new Error(`there is no format ${format}`);
  const medium: Medium = {
    width: io.stdout.width,
    color: hasColor(io, io.stdout),
    wide: isWide(io),
    spreadsheet: options['excel'] === true,
  };
  return text + renderer(document, medium);
};

/** What is said beside the answer and below it, a line each. */
export const talkOf = ({ talk = [] }: Outcome, notes: readonly string[] = []): string =>
  [...talk, ...notes].map((line) => `${visible(line)}\n`).join('');
