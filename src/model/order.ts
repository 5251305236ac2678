/** How text is put in order: by code unit, the same on every machine and in every locale. */

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Text for comparison in which numbers count as numbers, so that `T9` comes before `T10`. */
export const natural = (text: string): string =>
  text.replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'));
