/** `reform summary`: the ledger in numbers, from whichever side it is asked about. */
import { faint } from '../../format/document.ts';
import { isItem } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, ledgerName, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import { clockOf, dayFrom } from '../day.ts';
import { usage } from '../failure.ts';
import { declareFilters, type Options, optionKey, pickFormat } from '../options.ts';
import { chosen } from '../selection.ts';
import type { Answer, Asked } from '../summary/asked.ts';
import { burnUpAnswer } from '../summary/burn-up.ts';
import { byAnswer, sidesFrom } from '../summary/by.ts';
import { compareAnswer } from '../summary/compare.ts';
import { scorecardAnswer } from '../summary/scorecard.ts';
import { wholeAnswer } from '../summary/whole.ts';

/** The options of which each asks for another answer. */
const ways = ['by', 'compare', 'scorecard', 'burn-up'] as const;

const wayFrom = (options: Options): (typeof ways)[number] | undefined => {
  const given = ways.filter((way) => options[optionKey(way)] !== undefined);
  if (given.length > 1) {
    throw usage((say) => say.onlyOneOf(given.map((way) => `--${way}`)));
  }
  return given[0];
};

/** The ways whose answer is one table, as one file of CSV is. */
const oneTable = ways.filter((way) => way !== 'compare');

const formatFrom = (options: Options): string => {
  const isOneTable = oneTable.some((way) => way === wayFrom(options));
  if (!isOneTable && options['format'] === 'csv') {
    throw usage((say) => say.csvIsOneTable(oneTable.map((way) => `--${way}`)));
  }
  const formats = ['table', 'json', 'markdown', ...(isOneTable ? ['csv'] : [])];
  return pickFormat(options, formats, 'table');
};

const answerTo = (asked: Asked, options: Options): Answer => {
  const { view, words } = asked;
  switch (wayFrom(options)) {
    case 'by':
      return byAnswer(asked, sidesFrom(words, String(options['by'])));
    case 'compare':
      return compareAnswer(
        asked,
        dayFrom('--compare', options['compare'], clockOf(view), 'last') ?? view.today,
      );
    case 'scorecard':
      return scorecardAnswer(asked);
    case 'burn-up':
      return burnUpAnswer(asked);
    case undefined:
      return wholeAnswer(asked);
  }
};

const titleFor = ({ ledger }: View, words: Words): string => {
  const { title, title_zh } = ledger.about;
  const shown = (words.language === 'zh' && title_zh) || title;
  return `${ledgerName(ledger, words)}  ${shown}`;
};

export const summary: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[query...]'), help)
      .option('--by <side[,side]>', help.bySides)
      .option('--compare <date>', help.compare)
      .option('--scorecard', help.scorecard)
      .option('--burn-up', help.burnUp)
      .option('--format <format>', help.format)
      .option('--json', help.json);
  },
  run: async (context, args, options) => {
    const { words } = context;
    const format = formatFrom(options);
    const { opened, view } = await context.read();
    const picked = chosen(context, view, ['measure', 'project'], args, options);
    const asked = {
      view,
      words,
      items: picked.entries.filter(isItem),
      isPart: picked.query !== null,
      isFlat: format === 'csv',
    };
    const { kind, facts, blocks } = answerTo(asked, options);
    const footer = [...picked.asked, basisLine(view, words)].join(' · ');
    return {
      document: {
        kind,
        facts: { ...basisFacts(view), query: picked.query, ...facts },
        blocks: [
          { is: 'prose', title: titleFor(view, words), paragraphs: [] },
          ...blocks,
          faint([footer]),
        ],
      },
      format,
      about: picked.query === null ? undefined : picked.entries,
      talk: [...picked.echoes, ...problemTalk(words, opened.diagnostics.length)],
    };
  },
};
