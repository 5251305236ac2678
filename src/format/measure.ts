/** How wide a text is on a terminal, in columns. */
import stringWidth from 'string-width';

/** Most of an English list is this, and it is measured by counting. */
const ascii = /^[\x20-\x7e]*$/;

export const widthOf = (text: string): number =>
  ascii.test(text) ? text.length : stringWidth(text);
