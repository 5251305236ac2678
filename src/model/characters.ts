/** Characters that must never reach a reader raw. */

/**
 * Characters that command a terminal, reorder text or cannot be seen: C0 but tab and line ends,
 * DEL, C1, bidirectional controls, line separators, zero-width characters, blank fillers and tags,
 * lone surrogates. A joiner inside an emoji is none.
 */
export const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|\r(?!\n)|[\ud800-\udfff]/gu;

/** How a character that must not be shown raw is written, such as `U+202E`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
