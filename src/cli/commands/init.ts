/** `reform init`: an empty ledger for a city and a year, with an example in every file. */
import { hintOf, messageOf } from '../../format/diagnostics.ts';
import { noCache } from '../../ledger/cache.ts';
import { load } from '../../ledger/load.ts';
import { overlay, type Source } from '../../ledger/source.ts';
import { dayAt, isTimeZone } from '../../model/dates.ts';
import { kindOf } from '../../model/kinds/index.ts';
import { fieldSets } from '../../model/templates.ts';
import type { Words } from '../../words/en.ts';
import { type Asked, askChoice, askText } from '../ask.ts';
import type { Command } from '../command.ts';
import { type Context, dayOption, wordsIn } from '../context.ts';
import { exitCodes, Failure, problemOf, usage } from '../failure.ts';
import { type Options, pickFrom } from '../options.ts';
import { blankLedger, type FieldSet, type Head } from '../writing/blank.ts';
import { foundOn, ledgerFlag, siteFrom } from '../writing/founding.ts';

const sets = Object.keys(fieldSets) as readonly FieldSet[];

/** What was said of the new ledger; the rest is asked for or follows. */
interface Wanted {
  readonly city: string | undefined;
  readonly cityChinese: string | undefined;
  readonly year: string | undefined;
  readonly fields: string | undefined;
}

/** Names stand in titles and comments: on one line, and no longer than one. */
const longestName = 200;

const given = (options: Options, name: string): string | undefined => {
  const text = String(options[name] ?? '').trim();
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || text.length > longestName) {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw usage((say) => say.notOneLine(flag, longestName));
  }
  return text === '' ? undefined : text;
};

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

const yearFrom = (text: string): number => {
  const type = kindOf('ledger').attributes['year']?.type;
  const { min, max } = type?.is === 'integer' ? type : { min: 0, max: 0 };
  const digits = text.normalize('NFKC');
  const year = Number(digits);
  if (/^\d{4}$/.test(digits) && year >= min && year <= max) return year;
  throw usage((say) => say.badNumber('--year', text, min, max));
};

const zoneFrom = (options: Options): string => {
  const zone = given(options, 'timezone') ?? 'Asia/Shanghai';
  if (isTimeZone(zone)) return zone;
  throw usage((say) => say.unknownZone(zone));
};

/** Asks at the terminal for what was not said; the year that it is need only be confirmed. */
const askForMissing = async (
  { words }: Context,
  terminal: Asked,
  wanted: Wanted,
  thisYear: number,
): Promise<Wanted> => {
  const { begin, ask } = words;
  const needed = (answer: string) => (answer === '' ? ask.needed : undefined);
  const city = wanted.city ?? (await askText(terminal, { message: begin.ask.city, check: needed }));
  const {
    cityChinese = isChinese(city)
      ? undefined
      : await askText(terminal, { message: begin.ask.cityChinese, check: () => undefined }),
  } = wanted;
  const check = (answer: string) =>
    answer === '' ? undefined : problemOf(words, () => yearFrom(answer));
  const year =
    wanted.year ??
    ((await askText(terminal, { message: begin.ask.year(thisYear), check })) || String(thisYear));
  const fields =
    wanted.fields ??
    (await askChoice(terminal, words, {
      message: begin.ask.fields,
      values: sets,
      called: (set) => begin.ask.fieldSets[set],
    }));
  return { city, cityChinese, year, fields };
};

/** The language of the ledger itself, whatever the answer is in. */
const ledgerLanguage = (
  { words }: Context,
  options: Options,
  { city, cityChinese }: Wanted,
): Head['language'] => {
  const isOfChinese = isChinese(city ?? '') || (words.language === 'zh' && Boolean(cityChinese));
  const language = given(options, 'language') ?? (isOfChinese ? 'zh' : 'en');
  return pickFrom('--language', language, ['en', 'zh']) as Head['language'];
};

const headFrom = (
  { begin, language }: Words,
  options: Options,
  { city, cityChinese, year }: Wanted,
  timezone: string,
): Head => {
  if (city === undefined || year === undefined) {
    throw usage((say) =>
      say.initNeeds([
        ...(city === undefined ? ['--jurisdiction CITY'] : []),
        ...(year === undefined ? ['--year YEAR'] : []),
      ]),
    );
  }
  const number = yearFrom(year);
  const chinese = isChinese(city) ? city : cityChinese || undefined;
  const titleChinese = chinese && begin.titleChinese(chinese, number);
  const own = (language === 'zh' && titleChinese) || begin.title(city, number);
  const named = given(options, 'title');
  const isInChinese = named === undefined ? language === 'zh' : isChinese(named);
  return {
    title: named ?? own,
    ...(titleChinese && !isInChinese && { title_zh: titleChinese }),
    jurisdiction: city,
    ...(cityChinese && { jurisdiction_zh: cityChinese }),
    year: number,
    timezone,
    language,
  };
};

const nothing: Source = { list: () => [], read: () => ({ is: 'missing' }) };

/** Refuses a ledger that would not be valid, such as one with a title that cannot be shown. */
const checkFiles = (words: Words, files: ReadonlyMap<string, Uint8Array>): void => {
  const { diagnostics } = load(overlay(nothing, files), { attachments: false, cache: noCache });
  const [first] = diagnostics;
  if (!first) return;
  const hint = hintOf(first, words);
  throw new Failure(exitCodes.findings, (say) => say.notValid(messageOf(first, words), hint));
};

export const init: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('<dir>')
      .option('--jurisdiction <city>', help.jurisdiction)
      .option('--jurisdiction-zh <city>', help.jurisdictionChinese)
      .option('--fields <set>', help.fields(sets))
      .option('--title <title>', help.title)
      .option('--language <en|zh>', help.language)
      .option('--timezone <zone>', help.timezone);
  },
  run: async (context, [dir = ''], options) => {
    const { io, words } = context;
    const site = siteFrom(context, dir);
    const timezone = zoneFrom(options);
    const said: Wanted = {
      city: given(options, 'jurisdiction'),
      cityChinese: given(options, 'jurisdictionZh'),
      year: given(options, 'year'),
      fields: given(options, 'fields'),
    };
    const today = dayOption('today', options['today']) ?? dayAt(io.now, timezone);
    const isLacking = said.city === undefined || said.year === undefined;
    const wanted =
      isLacking && io.terminal
        ? await askForMissing(context, io.terminal, said, Number(today.slice(0, 4)))
        : said;
    const fields = pickFrom('--fields', wanted.fields ?? 'none', sets) as FieldSet;
    const own = await wordsIn(ledgerLanguage(context, options, wanted));
    const head = headFrom(own, options, wanted, timezone);
    const files = blankLedger(own, head, fields);
    checkFiles(words, files);
    const kept = foundOn(context, site, files);
    const { begin } = words;
    return {
      talk: [
        begin.began(site.shown, head.title, files.size - kept.length),
        begin.assumed(head.language, head.timezone),
        ...(kept.length > 0 ? [begin.kept(kept)] : []),
        ...begin.next(ledgerFlag(context, site)),
      ],
    };
  },
};
