/** Makes text harmless for where it is shown. */
import { controls } from '../model/characters.ts';

/**
 * Shows control, bidirectional and invisible characters by number, such as `\u{202e}`. Line ends
 * and tabs stay.
 */
export const visible = (text: string): string =>
  text.replace(controls, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
  });

/** The same on one line. */
export const oneLine = (text: string): string => visible(text).replace(/\s*[\r\n\t]+\s*/g, ' ');
