/**
 * A block of lines of ours in a file that belongs to others: put in between two marks, and taken out so that
 * every other byte is as it was. Pure; texts are Latin-1, so that bytes of any encoding go through unchanged.
 */

const opens = '# >>> reform >>>';
const closes = '# <<< reform <<<';

/** Said behind the first mark of a block that made its file: with the block the file goes. */
const whole = 'made this file; ';

const block = new RegExp(`^${opens} ([^\\r\\n]*)\\r?\\n([\\s\\S]*?)^${closes}\\r?(?:\\n|$)`, 'm');

/** Text as it goes into a Latin-1 text. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** A text with the block taken out. */
interface Without {
  readonly text: string;
  /** The lines of the block, without its marks; undefined where there is none. */
  readonly lines: readonly string[] | undefined;
  /** The block made the file, and nothing else has come into it since. */
  readonly isNothingLeft: boolean;
}

/** Whether marks stand in a text that no longer make a block. */
export const isBroken = (text: string): boolean => {
  const { text: rest } = takeOut(text);
  return rest.includes(opens) || rest.includes(closes);
};

/** Takes the block out of a text. */
export const takeOut = (text: string): Without => {
  const found = block.exec(text);
  if (!found) return { text, lines: undefined, isNothingLeft: false };
  const [all, about = '', inner = ''] = found;
  const end = found.index + all.length;
  const before = text.slice(0, found.index);
  // Without a line end behind it, the one in front was put there with it.
  const isOpenEnded = end === text.length && !all.endsWith('\n');
  const lineEnd = all.includes('\r\n') ? 2 : 1;
  const rest = `${isOpenEnded ? before.slice(0, -lineEnd) : before}${text.slice(end)}`;
  const lines = inner.split(/\r?\n/).slice(0, -1);
  const isNothingLeft = about.startsWith(whole) && /^(?:#![^\n]*\n)?$/.test(rest);
  return {
    text: rest,
    lines: lines.map((line) => Buffer.from(line, 'latin1').toString()),
    isNothingLeft,
  };
};

/** How a block is put into a text. */
interface Placing {
  /** A sentence beside the first mark; one line. */
  readonly about: string;
  readonly at: 'end' | 'below-first-line';
  /** The first line of a file that is made for the block. */
  readonly head?: string;
}

/**
 * Puts a block into a text, in the place of the one that stands there.
 * @param given undefined where there is no file yet
 */
export const putIn = (
  given: string | undefined,
  lines: readonly string[],
  { about, at, head }: Placing,
): string => {
  const taken = given === undefined ? undefined : takeOut(given);
  const isMade = taken === undefined || taken.isNothingLeft;
  const text = isMade && head !== undefined ? `${head}\n` : (taken?.text ?? '');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const first = `${opens} ${isMade ? whole : ''}${about}`;
  const inner = [first, ...lines, closes].map(asBytes).join(lineEnd);
  const below = text.indexOf('\n') + 1;
  const place = at === 'end' || below === 0 ? text.length : below;
  const before = text.slice(0, place);
  const isOpenEnded = before !== '' && !before.endsWith('\n');
  return isOpenEnded
    ? `${before}${lineEnd}${inner}`
    : `${before}${inner}${lineEnd}${text.slice(place)}`;
};
