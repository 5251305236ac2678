/** Small Chinese phrases that sentences are made of; a noun has one form, whatever its count. */

/** Text that Chinese follows: with a blank behind it where it ends in Latin script or figures. */
export const before = (text: string): string => (/[!-~]$/.test(text) ? `${text} ` : text);

/** Text that follows Chinese: with a blank in front where it begins in Latin script or figures. */
export const after = (text: string): string => (/^[!-~]/.test(text) ? ` ${text}` : text);

/** Text in the midst of Chinese. */
export const within = (text: string): string => before(after(text));

/** Words with a last link: `甲、乙或丙`. */
export const list = (words: readonly string[], last: '或' | '和' = '或'): string =>
  words.length < 2
    ? words.join('')
    : `${before(words.slice(0, -1).join('、'))}${last}${after(words.at(-1) ?? '')}`;

/** A few names; of many the first ones and how many they are in all: `甲、乙、丙等9个事项`. */
export const some = (names: readonly string[], counted: string): string =>
  names.length > 6
    ? `${before(names.slice(0, 3).join('、'))}等${names.length}${counted}`
    : names.join('、');
