/**
 * Questions to whoever sits at the terminal; breaking one off ends the command with nothing done. What a
 * question quotes from a ledger is shown as text.
 */
import { visible } from '../format/escape.ts';
import type { Words } from '../words/en.ts';
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
export const askWhether = async (
  terminal: Asked,
  { yes: active, no: inactive }: Pick<Words, 'yes' | 'no'>,
  message: string,
): Promise<boolean> => {
  const { confirm } = await prompts();
  return answered<boolean>(terminal, (io) =>
    confirm({ ...io, message: visible(message), active, inactive, initialValue: false }),
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

/** A value as it is typed, with what people call it where that says more. */
export const withName = ({ marks }: Pick<Words, 'marks'>, value: string, name: string): string =>
  name.replace(/ /g, '-') === value ? value : marks.noted(value, name);

/** A question for one of several values, each with what people call it. */
interface Choice<V extends string> {
  readonly message: string;
  readonly values: readonly V[];
  readonly called: (value: V) => string;
}

/** Asks to choose one of several; what a value is called stands beside it where it says more. */
export const askChoice = async <V extends string>(
  terminal: Asked,
  words: Pick<Words, 'marks' | 'asking'>,
  { message, values, called }: Choice<V>,
): Promise<V> => {
  const { select } = await prompts();
  const options: { value: string; label: string }[] = values.map((value) => ({
    value,
    label: withName(words, value, called(value)),
  }));
  // The library explains its keys in English alone.
  const question = {
    message: visible(words.asking.questions.choose(message)),
    showInstructions: false,
  };
  return answered<V>(terminal, (io) => select({ ...io, ...question, options }));
};
