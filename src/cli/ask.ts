/**
 * Questions to whoever sits at the terminal; breaking one off ends the command with nothing done. What a
 * question quotes from a ledger is shown as text.
 */
import { visible } from '../format/escape.ts';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';

/** A terminal that questions can be asked at. */
export type Asked = NonNullable<Io['terminal']>;

/** Loaded when a question is asked: most commands ask none. */
const prompts = () => import('@clack/prompts');

const answered = async <T>(terminal: Asked, ask: (io: object) => Promise<unknown>): Promise<T> => {
  const answer = await ask({ ...terminal, withGuide: false });
  // The library answers with a symbol of its own where a question is broken off.
  if (typeof answer !== 'symbol') return answer as T;
  throw new Failure(exitCodes.interrupted, (say) => say.interrupted());
};

/** Asks for yes or no; no is what a mere return means. */
export const askWhether = async (terminal: Asked, message: string): Promise<boolean> => {
  const { confirm } = await prompts();
  return answered<boolean>(terminal, (io) =>
    confirm({ ...io, message: visible(message), initialValue: false }),
  );
};

/** A question for a line of text. */
export interface TextQuestion {
  readonly message: string;
  readonly placeholder?: string;
  /** What is wrong with an answer, or undefined; an empty answer comes as ''. */
  readonly check: (answer: string) => string | undefined;
}

/** Asks for a line of text until the check has nothing against it. */
export const askText = async (
  terminal: Asked,
  { message, placeholder = '', check }: TextQuestion,
): Promise<string> => {
  const { text } = await prompts();
  const validate = (answer: string | undefined) => check((answer ?? '').trim());
  const answer = await answered<string>(terminal, (io) =>
    text({ ...io, message: visible(message), placeholder, validate }),
  );
  return answer.trim();
};

/** Asks to choose one of several. */
export const askChoice = async (
  terminal: Asked,
  message: string,
  choices: readonly string[],
): Promise<string> => {
  const { select } = await prompts();
  const options = choices.map((value) => ({ value, label: value }));
  return answered<string>(terminal, (io) => select({ ...io, message: visible(message), options }));
};
