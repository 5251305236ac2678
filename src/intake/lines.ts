/** Text of a cell on one line: Chinese goes on without a blank, other words with one. */
export const oneLine = (text: string): string =>
  text.replace(/\n+/g, (_breaks, at: number) => {
    const near = text.slice(Math.max(0, at - 1), at) + (/\S/u.exec(text.slice(at))?.[0] ?? '');
    return /^[\p{Script=Han}\p{P}]{2}$/u.test(near) ? '' : ' ';
  });
