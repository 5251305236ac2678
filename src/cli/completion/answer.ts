/**
 * What a shell is told when it asks how a line could go on. It never fails and says nothing else: in
 * the middle of typing there is nobody to tell, and a ledger with a broken file still has the others.
 */
import { Command as Commander } from 'commander';
import { findLedgers } from '../../ledger/discover.ts';
import { revisionNames } from '../../ledger/git/names.ts';
import { todayFor, type View, viewOn } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import type { Help } from '../../words/en-help.ts';
import { catalogue } from '../catalogue.ts';
import type { Command } from '../command.ts';
import { contextOf } from '../context.ts';
import { declareGlobals } from '../globals.ts';
import type { Io } from '../io.ts';
import { type Candidate, nothing, offer, written } from './candidates.ts';
import { type Flag, lineOf, plainWords } from './line.ts';
import type { Shell } from './shells.ts';
import {
  type CommandName,
  type Desk,
  type Part,
  valuesOfArgument,
  valuesOfFlag,
} from './values.ts';

/** Declares what a command takes, as help would show it. */
export type Configure = (name: CommandName) => Command['configure'];

const flagsOf = (commander: Commander): readonly Flag[] =>
  commander
    .createHelp()
    .visibleOptions(commander)
    .map(({ long, short, flags, description }) => ({
      names: [long, short].filter((each) => each !== undefined && each !== null),
      placeholder: /[<[](.+)[>\]]/.exec(flags)?.[1],
      about: description,
    }));

const flagCandidates = (flags: readonly Flag[], given: ReadonlyMap<string, string>) =>
  flags.flatMap(({ names: [name = ''], about }): readonly Candidate[] =>
    given.has(name) ? [] : [{ value: name, about }],
  );

/** The answer for the words of a line up to the cursor, the program's own name not among them. */
export const answerFor = async (
  { io, words, help }: { readonly io: Io; readonly words: Words; readonly help: Help },
  shell: Shell,
  typed: readonly string[],
  configure: Configure,
): Promise<string> => {
  const names = catalogue.map(({ name }) => name);
  const globals = flagsOf(declareGlobals(new Commander(), help.options));
  const declared = new Map<CommandName, Commander>();
  const commanderOf = (name: CommandName): Commander => {
    const known = declared.get(name);
    if (known) return known;
    const commander = new Commander(name);
    configure(name)(commander, help);
    declared.set(name, commander);
    return commander;
  };
  const flags = (name: CommandName | undefined) =>
    name === undefined ? globals : [...flagsOf(commanderOf(name)), ...globals];
  const line = lineOf(plainWords(shell, typed), names, flags);
  const options = Object.fromEntries(
    [...line.given].map(([name, value]) => [name.replace(/^--(no-)?/, ''), value]),
  );
  let known: { readonly view: View | undefined } | undefined;
  const context = await contextOf(io, [], options, words.language);
  const viewed = (): View | undefined => {
    try {
      const { ledger } = context.open({ rules: false });
      return viewOn(ledger, todayFor(ledger, io.now));
    } catch {
      return undefined;
    }
  };
  const desk: Desk = {
    line,
    words,
    view: () => {
      known ??= { view: viewed() };
      return known.view;
    },
    revisions: () => revisionNames(io.cwd),
    years: () => findLedgers(io.cwd).flatMap(({ year }) => year ?? []),
  };
  const { command, cursor } = line;
  const part = (): Part => {
    const { before, word } = cursor;
    if (cursor.is === 'value') {
      const found = valuesOfFlag(cursor.of)?.(desk, word) ?? { offered: nothing, before: '', word };
      return { ...found, before: before + found.before };
    }
    if (cursor.is === 'flag') {
      return { offered: offer(flagCandidates(flags(command), line.given)), before, word };
    }
    if (command === undefined) {
      const all = catalogue.map(({ name }) => ({
        value: name,
        about: help.commands[name].summary,
      }));
      return { offered: offer(all), before, word };
    }
    const args = commanderOf(command).registeredArguments.map((each) => ({
      name: each.name(),
      isMany: each.variadic,
    }));
    return valuesOfArgument(desk, args, word);
  };
  try {
    const { offered, before, word } = part();
    return written(offered, before, word);
  } catch {
    return written(nothing, '', '');
  }
};
