/** What a command is to the shell around it. */
import type { Command as Commander } from 'commander';
import type { Document } from '../format/document.ts';
import type { Entry } from '../model/ledger.ts';
import type { Help } from '../words/en-help.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './failure.ts';
import type { Options } from './options.ts';

/** What a command answers. The shell renders and writes it. */
export interface Outcome {
  readonly document?: Document;
  /** How to render the document; a table unless said otherwise. */
  readonly format?: string;
  /** Text that is already what it should be and safe to show, such as a diff. */
  readonly text?: string;
  /** Talk for people, on standard error. */
  readonly talk?: readonly string[];
  readonly exit?: ExitCode;
  /** The records that the question is about, by their ids; without, it is about the whole ledger. */
  readonly about?: readonly Pick<Entry, 'kind' | 'id'>[] | undefined;
}

export interface Command {
  /** Declares arguments and options. */
  readonly configure: (commander: Commander, help: Help) => void;
  readonly run: (context: Context, args: readonly string[], options: Options) => Promise<Outcome>;
}
