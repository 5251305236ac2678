/** `reform log`: who recorded what and when, from git. */
import { type Block, faint } from '../../format/document.ts';
import { cacheOf } from '../../ledger/cache.ts';
import { historyOf, type ReadHistory } from '../../ledger/git/history.ts';
import { withObjects } from '../../ledger/git/objects.ts';
import { repositoryOf } from '../../ledger/git/repository.ts';
import { findCommit, readRevision } from '../../ledger/git/revision.ts';
import { isReadable, load } from '../../ledger/load.ts';
import { collect } from '../../model/collect.ts';
import { recordOf } from '../../model/diff.ts';
import type { Ledger } from '../../model/ledger.ts';
import { recordedIn, tellApart } from '../../model/recorded.ts';
import { basisFacts, basisLine, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Opened, Reading } from '../context.ts';
import { fromGit } from '../git.ts';
import { declareFilters, limitFrom, pickFormat } from '../options.ts';
import { type Line, meantBy } from '../recorded/meant.ts';
import { rowsOf, tableOf } from '../recorded/rows.ts';
import { daysIn, eventOf, factsOf } from '../recorded/told.ts';
import { shortId } from '../sides.ts';

/** What git knows of the ledger, the last commit first; what is in no commit yet comes before all. */
interface Told {
  readonly history: ReadHistory;
  readonly lines: readonly Line[];
  /** Whether the last commit could be read, so that what is not committed can be told. */
  readonly isHeadRead: boolean;
}

/** What stands in the working folder and in no commit. */
const uncommitted = (committed: Ledger, opened: Opened): readonly Line[] =>
  tellApart(committed, opened.ledger).map((told): Line => {
    const { kind, id, parent } = recordOf(told.difference);
    const within = parent ? [parent.id, ...(parent.parent ? [parent.parent.id] : [])] : [];
    return { ...told, kind, id, within, recording: null };
  });

const tell = ({ opened, view }: Reading): Promise<Told> =>
  fromGit(() => {
    const repository = repositoryOf(opened.root);
    return withObjects(repository, async (objects) => {
      const head = view.known?.commit ?? (await findCommit(repository, objects, 'HEAD')).commit;
      const prefix = view.known?.folder ?? repository.prefix;
      const history = await historyOf({ ...repository, prefix }, objects, { to: head });
      const recorded = recordedIn(history).map((recording): Line => ({ ...recording, recording }));
      if (view.known) return { history, lines: [...recorded].reverse(), isHeadRead: true };
      const { source } = await readRevision(repository, objects, head);
      const isThere = source.list().includes('ledger.yaml');
      const committed = load(source, { rules: false, cache: cacheOf(opened.clean) });
      const isHeadRead = !isThere || isReadable(committed);
      const before = isThere ? committed.ledger : collect([]).ledger;
      const open = isHeadRead ? uncommitted(before, opened) : [];
      return { history, lines: [...recorded, ...open].reverse(), isHeadRead };
    });
  });

export const log: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[id|query...]'), help)
      .option('--limit <number>', help.limit)
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async (context, args, options) => {
    const { words } = context;
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const limit = limitFrom(options);
    const reading = await context.read();
    const { opened, view } = reading;
    const { history, lines, isHeadRead } = await tell(reading);
    const isInTime = (line: Line) =>
      options['asOf'] === undefined || (eventOf(line)?.date ?? '') <= view.today;
    const inTime = lines.filter(isInTime);
    const meant = meantBy(context, view, inTime, args, options);
    const dayOf = daysIn(view.ledger.about.timezone);
    const isShallow = history.cut.size > 0;
    const [unread] = history.unread;
    const said = words.history;
    const isFolded = meant.lines === inTime && (format === 'table' || format === 'markdown');
    const rows = rowsOf(meant.lines, isFolded).slice(0, limit);
    const shown = rows.reduce((sum, { count }) => sum + count, 0);
    const footer = [
      meant.lines.length === 0 ? said.nothing : said.count(shown, meant.lines.length),
      said.clock,
      ...(isShallow ? [said.shallow] : []),
      ...(unread ? [said.unread(history.unread.length, shortId(unread.commit), unread.file)] : []),
      ...(isHeadRead ? [] : [said.unreadHead]),
      [...meant.asked, basisLine(view, words)].join(' · '),
    ];
    const blocks: readonly Block[] = [
      ...(rows.length > 0
        ? [tableOf(words, view, rows, { dayOf, isGrouped: format === 'table' })]
        : []),
      faint(footer),
    ];
    return {
      document: {
        kind: 'log',
        facts: {
          ...basisFacts(view),
          query: meant.query,
          ids: meant.ids,
          head: history.head,
          shallow: isShallow,
          unread: history.unread,
          count: meant.lines.length,
          items: meant.lines.slice(0, limit).map((line) => factsOf(line, dayOf)),
        },
        blocks,
      },
      format,
      about: meant.about,
      talk: [...meant.echoes, ...problemTalk(words, opened.diagnostics.length)],
    };
  },
};
