/** How a resolution is answered: what was done, what is in conflict, and what is to be typed next. */
import { type Document, faint } from '../../format/document.ts';
import type { Midst } from '../../ledger/merge/midst.ts';
import { titleOf } from '../../model/facts.ts';
import { kindNames } from '../../model/kinds/index.ts';
import type { Entry } from '../../model/ledger.ts';
import { type Conflict, keyOf, otherThan, type Side } from '../../model/merge/sides.ts';
import type { Words } from '../../words/en.ts';
import { type Context, seen, shownFrom, typed } from '../context.ts';
import { type Gathered, pathFrom } from './gathering.ts';
import type { Resolution, Resolved } from './resolving.ts';
import { conflictLines, doneLines, lossLines, namesOf } from './telling.ts';

/** The commands that finish what git has begun, once everything is settled. */
const finishing = {
  merge: ['git commit --no-edit'],
  rebase: ['git rebase --continue'],
  am: ['git am --continue'],
  'cherry-pick': ['git cherry-pick --continue'],
  revert: ['git revert --continue'],
  stash: ['git stash drop'],
  other: [],
} as const;

/** Whether every file of the ledger is as it can be given to git. */
const isDone = ({ beside, renamed }: Gathered, { files }: Resolution): boolean =>
  files.every(({ state }) => state === 'settled' || state === 'by-hand') &&
  beside.length === 0 &&
  renamed.length === 0;

/** Whether nothing of the ledger is left to be settled, and nothing is lost. */
export const isSettled = (gathered: Gathered, resolution: Resolution): boolean =>
  isDone(gathered, resolution) &&
  resolution.problems.length === 0 &&
  resolution.files.every(({ losses }) => losses.length === 0) &&
  resolution.references.every(({ file }) => file !== null);

const nextFor = (
  { io }: Context,
  gathered: Gathered,
  resolution: Resolution,
  shown: string,
): readonly string[] => {
  const { midst, files, outside } = gathered;
  const [open] = resolution.conflicts;
  if (open) return [`reform resolve --ours ${typed([keyOf(open.conflict)])}`];
  const isLost = resolution.files.some(({ losses }) => losses.length > 0);
  if (!isDone(gathered, resolution) || isLost) return [];
  const touched = [
    ...new Set([
      ...files.map(({ file }) => file),
      ...resolution.files.flatMap(({ target }) => target ?? []),
      ...resolution.references.flatMap(({ file }) => file ?? []),
    ]),
  ].map((file) => seen(shown, file));
  const add = touched.length > 0 ? [`git add ${typed(touched)}`] : [];
  const others = outside.map((path) => shownFrom(io.cwd, pathFrom(gathered.top, path)));
  const check = resolution.problems.length === 0 ? [] : ['reform validate'];
  return [...check, ...add, ...(others.length > 0 ? [] : finishing[midst.operation])];
};

const fileLines = (words: Words, midst: Midst, shown: string, resolved: Resolved) => {
  const { file, state, merged, edits, losses } = resolved;
  const { merging, marks } = words;
  const path = seen(shown, file);
  const lost =
    losses.length === 0
      ? []
      : [
          ...lossLines(words, losses).map((line) => marks.named(path, line)),
          merging.meant(typed([path])),
        ];
  if (state === 'edited') return [merging.edited(path, typed([path]))];
  if (state === 'by-hand') return [merging.byHand(path, typed([path])), ...lost];
  if (merged.is === 'unread') {
    return [merging.unread(path, merged.version, merged.line, merged.code)];
  }
  if (merged.is === 'unwritten') return [merging.unwritten(path)];
  const isGone = edits.some(({ file: each, after }) => each === file && after === null);
  return [
    ...(isGone ? [merging.deleted(path)] : []),
    ...doneLines(words, midst, merged).map((line) => marks.named(path, line)),
    ...lost,
  ];
};

/** Where a record that one side seems to have deleted stands there under another id. */
const movedIn = ({ ours, theirs }: Gathered, { id, why, values }: Conflict) => {
  const side: Side = values.ours === undefined ? 'ours' : 'theirs';
  const { [side]: gone, [otherThan(side)]: kept } = { ours: ours?.ledger, theirs: theirs?.ledger };
  if (why !== 'gone' || !gone || !kept) return undefined;
  const [was] = kindNames.flatMap((kind) => kept.byId[kind].get(id) ?? []);
  if (!was) return undefined;
  const title = titleOf(was, 'en');
  const there = gone.entries[was.kind] as readonly Entry[];
  const found = there.find(
    (each) => titleOf(each, 'en') === title && !kept.byId[was.kind].has(each.id),
  );
  return found && { side, id: found.id, file: found.file };
};

/** The answer. */
export const answerFor = (
  context: Context,
  gathered: Gathered,
  resolution: Resolution,
  { shown, isWritten }: { readonly shown: string; readonly isWritten: boolean },
): Document => {
  const { words } = context;
  const { merging } = words;
  const { midst, outside, beside, renamed } = gathered;
  const { files, conflicts, references, problems } = resolution;
  const names = namesOf(words, midst, words.marks.quoted);
  const next = nextFor(context, gathered, resolution, shown);
  const mergedFiles = files.flatMap(({ file, state: what, merged }) =>
    merged.is === 'merged' && (what === 'settled' || what === 'conflict')
      ? [{ file, ...merged }]
      : [],
  );
  const outsideShown = outside.map((path) =>
    shownFrom(context.io.cwd, pathFrom(gathered.top, path)),
  );
  const sideFacts = ({ commit, name }: (typeof midst)['ours']) => ({
    commit: commit ?? null,
    name: name ?? null,
  });
  const done = [
    ...files.flatMap((each) => fileLines(words, midst, shown, each)),
    ...references.map(({ id, from, to, file }) =>
      file === null ? merging.references(id, from, to) : merging.rewritten(id, from, to),
    ),
  ];
  const pathShown = (path: string) => shownFrom(context.io.cwd, pathFrom(gathered.top, path));
  const apart = [
    ...beside.map((file) => merging.beside(seen(shown, file), typed([seen(shown, file)]))),
    ...renamed.map(({ from, ours, theirs }) =>
      merging.renamedTwice(pathShown(from), pathShown(ours), pathShown(theirs)),
    ),
  ];
  const moved = conflicts.map(({ conflict }) => movedIn(gathered, conflict));
  const state =
    files.length === 0
      ? apart.length > 0
        ? ''
        : merging.none
      : conflicts.length > 0
        ? merging.open(conflicts.length)
        : isSettled(gathered, resolution)
          ? merging.all
          : '';
  return {
    kind: 'resolve',
    facts: {
      operation: midst.operation,
      main: midst.first,
      ours: sideFacts(midst.ours),
      theirs: sideFacts(midst.theirs),
      written: isWritten,
      files: files.map(({ file, state: what }) => ({ file, state: what })),
      outside,
      beside,
      renamed_twice: renamed,
      united: mergedFiles.flatMap(({ united }) => united),
      renumbered: mergedFiles.flatMap(({ renumbered }) => renumbered),
      references,
      settled: mergedFiles.flatMap(({ settled }) =>
        settled.map(({ conflict: { id, attribute }, side }) => ({ id, attribute, side })),
      ),
      entries: mergedFiles.flatMap(({ entries }) =>
        entries.map(({ id, what, side, number, entry }) => ({
          ...{ id, what, side, number },
          ...{ event: String(entry['event']), date: String(entry['date']) },
        })),
      ),
      losses: files.flatMap(({ file, losses }) =>
        losses.map(({ id, attribute, side, event }) => ({
          ...{ file, id, attribute, side },
          event: event && String(event['event']),
          date: event && String(event['date']),
        })),
      ),
      conflicts: conflicts.map(({ file, conflict: { id, attribute, why, values } }, index) => ({
        ...{ file, id, attribute, why, moved_to: moved[index]?.id ?? null },
        base: values.base ?? null,
        ours: values.ours ?? null,
        theirs: values.theirs ?? null,
      })),
      comments_moved: mergedFiles.flatMap(({ file, moved }) =>
        moved.map((comment) => ({ file, comment })),
      ),
      comments_left: mergedFiles.flatMap(({ file, left }) =>
        left.map((comment) => ({ file, comment })),
      ),
      problems: problems.length,
      next,
    },
    blocks: [
      ...(files.length > 0 || apart.length > 0
        ? [
            faint([
              merging.sides(names.ours, names.theirs, midst.first, midst.operation === 'rebase'),
            ]),
          ]
        : []),
      ...(done.length > 0 ? [{ is: 'prose', paragraphs: done } as const] : []),
      ...(conflicts.length > 0
        ? [
            {
              is: 'prose',
              title: merging.title,
              paragraphs: conflicts.flatMap(({ conflict }, index) => {
                const to = moved[index];
                return [
                  ...conflictLines(words, [conflict]),
                  ...(to
                    ? [merging.movedTo(conflict.id, to.side, to.id, seen(shown, to.file))]
                    : []),
                ];
              }),
            } as const,
          ]
        : []),
      faint([
        ...apart,
        ...(state === '' ? [] : [state]),
        ...outsideShown.map(merging.outside),
        ...next.map((command) => words.footer.next(command)),
      ]),
    ],
  };
};
