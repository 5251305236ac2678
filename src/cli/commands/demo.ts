/** `reform demo`: a made-up ledger of a full year to play with. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createText } from '../../ledger/edit.ts';
import type { Value } from '../../model/attribute.ts';
import type { Command } from '../command.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import type { Options } from '../options.ts';
import { foundOn, isUnfinished, ledgerFlag, type Site, siteFrom } from '../writing/founding.ts';

interface Range {
  readonly min: number;
  readonly max: number;
}

const wholeFrom = (options: Options, name: string, { min, max }: Range): number => {
  const given = String(options[name] ?? 1);
  const number = Number(given);
  if (/^\d{1,10}$/.test(given) && number >= min && number <= max) return number;
  throw usage((say) => say.badNumber(`--${name}`, given, min, max));
};

/** What people keep in a folder of their own is not mixed with what is made up; hidden files are none. */
const mustBeEmpty = ({ root, shown }: Site): void => {
  if (!existsSync(root)) return;
  const there = statSync(root).isDirectory()
    ? readdirSync(root).filter((name) => !name.startsWith('.'))
    : [shown];
  if (there.length === 0) return;
  throw new Failure(exitCodes.findings, (say) =>
    say.notEmpty(shown, there.sort(), isUnfinished(root)),
  );
};

const bytesOf = (file: string, value: Value): Uint8Array => {
  const text = createText(value);
  if (text === undefined) throw new Error(`no text reads back as ${file}`);
  return Buffer.from(text);
};

export const demo: Command = {
  configure: (commander, { options: help }) => {
    commander.argument('<dir>').option('--scale <n>', help.scale).option('--seed <n>', help.seed);
  },
  run: async (context, [dir = ''], options) => {
    const { demo: words } = context.words;
    const { countsOf, demoFiles, scaleRange, seedRange } = await import('../../demo/index.ts');
    const scale = wholeFrom(options, 'scale', scaleRange);
    const seed = wholeFrom(options, 'seed', seedRange);
    const site = siteFrom(context, dir);
    mustBeEmpty(site);
    const values = demoFiles(seed, scale);
    const files = new Map([...values].map(([file, value]) => [file, bytesOf(file, value)]));
    foundOn(context, site, files);
    const { events, ...issued } = countsOf(values);
    return {
      talk: [
        words.made(site.shown, issued, events, files.size),
        words.madeUp(seed, scale),
        ...words.next(ledgerFlag(context, site)),
      ],
    };
  },
};
