/** `reform iam`: which unit the user reports for. */
import { visible } from '../../format/escape.ts';
import { titleOf } from '../../model/facts.ts';
import type { Command } from '../command.ts';
import { forgetIdentity, identityFile, readIdentity, writeIdentity } from '../identity.ts';
import { resolveUnit } from '../resolve.ts';

export const iam: Command = {
  configure: (commander, { options: help }) => {
    commander.argument('[unit]').option('--name <name>', help.name).option('--forget', help.forget);
  },
  run: async ({ io, words, read }, [given], options) => {
    if (options['forget']) {
      forgetIdentity(io);
      return { talk: [words.iam.forgotten] };
    }
    if (given === undefined) {
      const identity = readIdentity(io);
      if (!identity) return { talk: [words.iam.nobody] };
      return { text: `${visible(words.iam.is(identity.unit, identity.name))}\n` };
    }
    const { opened } = await read();
    const { entry } = resolveUnit(words, opened.ledger, given);
    const name = options['name'];
    writeIdentity(io, { unit: entry.id, ...(typeof name === 'string' && { name }) });
    const who = words.iam.is(
      `${entry.id} (${titleOf(entry)})`,
      typeof name === 'string' ? name : undefined,
    );
    return { text: `${visible(who)}\n`, talk: [words.iam.saved(identityFile(io))] };
  },
};
