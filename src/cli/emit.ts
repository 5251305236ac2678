/** An outcome as text: its answer for standard output, its talk for standard error. */
import { visible } from '../format/escape.ts';
import { formats } from '../format/index.ts';
import type { Outcome } from './command.ts';
import { hasColor, type Io } from './io.ts';

/** The answer, rendered in its format. */
export const render = async (outcome: Outcome, io: Io): Promise<string> => {
  const { document, format = 'table', text = '' } = outcome;
  if (!document) return text;
  const renderer = await formats[format]?.();
  if (!renderer) throw new Error(`there is no format ${format}`);
  return text + renderer(document, { width: io.stdout.width, color: hasColor(io, io.stdout) });
};

/** What is said beside the answer, a line each. */
export const talkOf = ({ talk = [] }: Outcome): string =>
  talk.map((line) => `${visible(line)}\n`).join('');
