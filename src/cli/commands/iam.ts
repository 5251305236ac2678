/** `reform iam`: which unit the user reports for. */
import { visible } from '../../format/escape.ts';
import { titleOf } from '../../model/facts.ts';
import type { Command } from '../command.ts';
import { forgetIdentity, identityFile, readIdentity, writeIdentity } from '../identity.ts';
import { languageFrom } from '../language.ts';
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
    const { lang } = options;
    const kept = readIdentity(io);
    const language = typeof lang === 'string' ? languageFrom('--lang', lang) : kept?.language;
    if (given === undefined && typeof lang === 'string') {
      writeIdentity(io, { ...kept, ...(language && { language }) });
      return { talk: [words.iam.saved(identityFile(io))] };
    }
    if (given === undefined) {
      const identity = kept;
      if (identity?.unit === undefined) return { talk: [words.iam.nobody] };
      return { text: `${visible(words.iam.is(identity.unit, identity.name))}\n` };
    }
    const { opened } = await read();
    const { entry } = resolveUnit(words, opened.ledger, given);
    const name = options['name'];
    writeIdentity(io, {
      unit: entry.id,
      ...(typeof name === 'string' && { name }),
      ...(language && { language }),
    });
    const who = words.iam.is(
      words.marks.noted(entry.id, titleOf(entry, words.language)),
      typeof name === 'string' ? name : undefined,
    );
    return { text: `${visible(who)}\n`, talk: [words.iam.saved(identityFile(io))] };
  },
};
