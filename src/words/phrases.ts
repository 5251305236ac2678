/** Small English phrases that sentences are made of. */

/** Words with commas and a last link: `a, b or c`. */
export const list = (words: readonly string[], last = 'or'): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

/** A count with its noun. */
export const plural = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

/** A few names; of many the first ones and how many more there are. */
export const some = (names: readonly string[], what: string): string =>
  names.length > 6
    ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more ${what}`
    : list(names, 'and');
