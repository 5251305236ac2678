/**
 * Which language to answer in: `--lang`, `REFORM_LANG`, what `reform iam --lang` keeps, else the language of the
 * ledger that is meant. It looks at the head of `ledger.yaml` as text, so that help starts without YAML.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { headFile, nearestLedgers } from '../ledger/where.ts';
import { exitCodes, Failure } from './failure.ts';
import { readIdentity } from './identity.ts';
import type { Io } from './io.ts';

export type Language = 'en' | 'zh';

/** A language by its code, with or without a region: `zh`, `zh-CN`, `en_GB`. */
export const languageFrom = (name: string, given: string): Language => {
  const [language] = given.trim().toLowerCase().split(/[-_.]/);
  if (language === 'en' || language === 'zh') return language;
  throw new Failure(exitCodes.usage, (say) => say.unknownValue(name, given, ['en', 'zh']));
};

/** The value of an option before the command line has been parsed; what follows `--` is none. */
const argumentOf = (argv: readonly string[], option: string): string | undefined => {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const at = words.findLastIndex((each) => each === option || each.startsWith(`${option}=`));
  const found = words[at];
  return found === option ? words[at + 1] : found?.slice(option.length + 1);
};

const headOf = (ledger: string): string => {
  try {
    return readFileSync(join(ledger, headFile), 'utf8').slice(0, 10_000);
  } catch {
    // Loading it will say what is wrong, in the language that there is.
    return '';
  }
};

const says = (head: string, key: string): string | undefined =>
  new RegExp(`^${key}: *["']?([\\w-]+)`, 'm').exec(head)?.[1];

/** The language of the ledger that is meant; English where that is not clear. */
const ofLedger = (argv: readonly string[], io: Io): Language => {
  const named = argumentOf(argv, '--ledger') ?? io.env['REFORM_LEDGER'];
  const heads = (named ? [resolve(io.cwd, named)] : nearestLedgers(io.cwd)).map(headOf);
  const year = argumentOf(argv, '--year');
  const fits = heads.filter((head) =>
    year === undefined ? says(head, 'state') === 'current' : says(head, 'year') === year,
  );
  const languages = new Set((fits.length > 0 ? fits : heads).map((head) => says(head, 'language')));
  return languages.size === 1 && languages.has('zh') ? 'zh' : 'en';
};

/** The language of an answer. Fails where one is named that there is not. */
export const languageOf = (argv: readonly string[], io: Io): Language => {
  const named = argumentOf(argv, '--lang');
  if (named !== undefined) return languageFrom('--lang', named);
  const wanted = io.env['REFORM_LANG'];
  if (wanted) return languageFrom('REFORM_LANG', wanted);
  return readIdentity(io)?.language ?? ofLedger(argv, io);
};
