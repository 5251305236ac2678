/** How the text of a cell is put on one line, and what two texts are compared by. */

/** Text of a cell on one line: Chinese goes on without a blank, other words with one. */
export const oneLine = (text: string): string =>
  text.replace(/\n+/g, (_breaks, at: number) => {
    const near = text.slice(Math.max(0, at - 1), at) + (/\S/u.exec(text.slice(at))?.[0] ?? '');
    return /^[\p{Script=Han}\p{P}]{2}$/u.test(near) ? '' : ' ';
  });

/** Text for comparison, in which only blanks and width do not count. */
export const foldText = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** A title for comparison: blanks, marks, width and case fall together. */
export const foldTitle = (title: string): string => {
  const bare = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
  return bare === '' ? title : bare;
};
