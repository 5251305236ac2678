/** The one expected throw, and the exit codes it can lead to. */
import type { Say, Words } from '../words/en.ts';

/** What the process's exit code means, for scripts. */
export const exitCodes = {
  ok: 0,
  /** Problems were found, or a change was refused. */
  findings: 1,
  usage: 2,
  /** The ledger cannot be read. */
  unreadable: 3,
  /** Locked by somebody else, or changed underneath: try again. */
  busy: 4,
  /** The disk or the system said no. */
  system: 5,
  bug: 70,
  /** Asked to stop before anything was written. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a sentence for the user. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exit: ExitCode;
  readonly say: Say;
  /** What was typed, with marks under the part that is wrong; safe to show. */
  readonly excerpt: string | undefined;

  constructor(exit: ExitCode, say: Say, excerpt?: string) {
    super('failure');
    this.exit = exit;
    this.say = say;
    this.excerpt = excerpt;
  }
}

/** The failure of a command that was typed in a way it cannot be meant. */
export const usage = (say: Say): Failure => new Failure(exitCodes.usage, say);

/** By name and not by class: the bundle has one copy of the class in each of its files. */
export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && error.name === 'Failure';

/** What a failure would say, or undefined where nothing fails; for checking an answer at once. */
export const problemOf = (
  { failures, marks }: Pick<Words, 'failures' | 'marks'>,
  attempt: () => unknown,
): string | undefined => {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { message, hint } = error.say(failures);
    return hint === undefined ? message : marks.named(message, hint);
  }
};
