/** English sentences of the made-up ledger. */
import { plural } from './phrases.ts';

export const demo = {
  made: (
    folder: string,
    { tasks, measures, projects }: Readonly<Record<'tasks' | 'measures' | 'projects', number>>,
    events: number,
    files: number,
  ) =>
    `${folder}: the year 2022 of a city that does not exist: ${plural(tasks, 'task', 'tasks')}, ${plural(measures, 'measure', 'measures')}, ${plural(projects, 'selected project', 'selected projects')}, ${plural(events, 'event', 'events')}, in ${plural(files, 'file', 'files')}.`,
  madeUp: (seed: number, scale: number) =>
    `All of it is made up, and every answer says so (illustrative). --seed ${seed} --scale ${scale} makes the same again.`,
  next: (flag: string) => [
    'Next:',
    `  reform summary --today 2022-09-30${flag}                  how it stood at the end of September`,
    `  reform list --status blocked --today 2022-09-30${flag}    what could not go on`,
    `  reform show T01.1${flag}                                  a measure with all that happened to it`,
    `  reform validate${flag}                                    check it`,
  ],
};
