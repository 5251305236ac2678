/**
 * Text that a host of repositories would act on, as text that it only shows: in a message of a commit `Fixes #1` closes an
 * issue, `@team` calls people, `[skip ci]` switches checks off. A blank in between ends that, and the words stay. Pure.
 */

/** An address that hosts make a link of: within it no sign means anything. */
const address = String.raw`https?://[A-Za-z0-9.-]+(?::\d+)?/[\w./?=&%~:+#@-]*`;

/** What closes an issue that is given by its address. */
const closing = String.raw`\b(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|implement(?:s|ed|ing)?):?(?=\s+https?:)`;

const sign = [
  String.raw`#(?=\d)`,
  String.raw`(?<!\w)@(?=\w)`,
  String.raw`\bgh-(?=\d)`,
  String.raw`\[(?=(?:skip|no|ci|actions)[ _-])`,
].join('|');

const acting = new RegExp(`(?<address>${address})|(?<verb>${closing})|${sign}`, 'gi');

/** A line of a commit's message with nothing in it that a host acts on. */
export const inert = (line: string): string =>
  line.replace(acting, (found, ...more) => {
    const { address: link, verb } = more.at(-1) as { address?: string; verb?: string };
    if (link !== undefined) return found;
    return verb === undefined ? `${found} ` : `${found} –`;
  });
