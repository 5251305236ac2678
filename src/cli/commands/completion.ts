/**
 * `reform completion SHELL`: the script that makes a shell complete; with `-- WORD…` behind it what that
 * script asks for whenever the key is pressed.
 */

import type { Words } from '../../words/en.ts';
import { enHelp, type Help } from '../../words/en-help.ts';
import type { Command } from '../command.ts';
import { answerFor, type Configure } from '../completion/answer.ts';
import { type Shell, scripts, shellOf, shells } from '../completion/shells.ts';
import { usage } from '../failure.ts';
import { pickFrom } from '../options.ts';

const helpIn = async ({ language }: Words): Promise<Help> =>
  language === 'en' ? enHelp : (await import('../../words/all-zh.ts')).help;

/** The command; `configure` tells what the others take. */
export const completionOf = (configure: Configure): Command => ({
  configure: (commander) => {
    commander.argument('[shell]').argument('[words...]').usage('[shell]');
  },
  run: async ({ io, words }, [given, ...line]) => {
    const shell =
      given === undefined
        ? shellOf(io)
        : (pickFrom(words.failures.things.shell, given, shells) as Shell);
    if (shell === undefined) {
      throw usage((say) => say.unknownValue(say.things.shell, io.env['SHELL'] ?? '', shells));
    }
    if (line.length > 0) {
      const help = await helpIn(words);
      return { text: await answerFor({ io, words, help }, shell, line, configure) };
    }
    // A person who has named no shell is told what to do; a file or a program gets the script.
    const isGuess = given === undefined;
    const isRead = io.stdout.width !== null;
    return {
      ...(!(isGuess && isRead) && { text: scripts[shell] }),
      ...((isGuess || isRead) && { talk: words.completion.install[shell] }),
    };
  },
});
