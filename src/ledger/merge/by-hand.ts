/**
 * Tells what git has left in a conflicted file from what somebody has made of it since: the first may be made anew, the
 * second may not. Conflict markers of git's can be read as either side would have the file.
 */
import { isSame } from '../disk.ts';
import { mergeByLines } from './by-lines.ts';
import type { Versions } from './file.ts';
import { hasMarkers, readMarked } from './markers.ts';

/** How a conflicted file stands in the folder. */
export type Standing =
  /** As git has left it; it is made anew. */
  | { readonly is: 'fresh' }
  /** Some of it is settled: what is left to merge stands between markers. */
  | { readonly is: 'open'; readonly versions: Versions }
  /** Somebody has settled it, or has begun to; it is not touched. */
  | { readonly is: 'closed' };

type Picks = Pick<Versions, 'ours' | 'theirs'>;

const decoded = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** A text with git's conflict markers as either side would have it; undefined where they do not fit together. */
const picksOf = (text: string): { readonly ours: string; readonly theirs: string } | undefined => {
  const sides = { ours: [] as string[], theirs: [] as string[] };
  let within: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  for (const line of text.split('\n')) {
    if (within === 'both' && /^<{7,} /.test(line)) within = 'ours';
    else if (within === 'ours' && /^\|{7,}(?: |\r?$)/.test(line)) within = 'base';
    else if ((within === 'ours' || within === 'base') && /^={7,}\r?$/.test(line)) within = 'theirs';
    else if (within === 'theirs' && /^>{7,} /.test(line)) within = 'both';
    else if (/^(?:<{7,}|>{7,}) /.test(line)) return undefined;
    else {
      if (within === 'both' || within === 'ours') sides.ours.push(line);
      if (within === 'both' || within === 'theirs') sides.theirs.push(line);
    }
  }
  if (within !== 'both') return undefined;
  return { ours: sides.ours.join('\n'), theirs: sides.theirs.join('\n') };
};

/** Whether two texts are the same but for how their lines end, which git changes as it writes. */
const isSameLines = (a: string, b: string): boolean =>
  a === b || a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');

/** Whether a text is what git writes of the versions, whatever its markers are called and how much they show. */
const isOfGit = (text: string, versions: Versions): boolean => {
  const lines = mergeByLines(versions, { ours: 'ours', theirs: 'theirs' }, 7);
  const [now, made] = [picksOf(text), lines && picksOf(decoded(lines.bytes))];
  return (
    now !== undefined &&
    made !== undefined &&
    isSameLines(now.ours, made.ours) &&
    isSameLines(now.theirs, made.theirs)
  );
};

const asBytes = ({ ours, theirs }: { readonly ours: string; readonly theirs: string }): Picks => ({
  ours: Buffer.from(ours),
  theirs: Buffer.from(theirs),
});

/**
 * How a file stands.
 * @param now what stands in the folder; null where nothing does
 * @param versions what git holds of it
 */
export const standingOf = (now: Uint8Array | null, versions: Versions): Standing => {
  const { base, ours, theirs } = versions;
  const fresh = { is: 'fresh' } as const;
  const closed = { is: 'closed' } as const;
  if (ours === null || theirs === null) {
    // Git leaves what one side has; settled, the file may be gone.
    const kept = ours ?? theirs;
    const isKept =
      now !== null &&
      kept !== null &&
      (isSame(now, kept) || isSameLines(decoded(now), decoded(kept)));
    return now === null || isKept ? fresh : closed;
  }
  if (now === null) return closed;
  const text = decoded(now);
  const marked = readMarked(text);
  if (marked) return { is: 'open', versions: { base, ...asBytes(marked) } };
  // Where the merge driver could not be started, git leaves ours without any marker.
  if (isSameLines(text, decoded(ours)) || isOfGit(text, versions)) return fresh;
  const picks = hasMarkers(text) ? picksOf(text) : undefined;
  return picks ? { is: 'open', versions: { base, ...asBytes(picks) } } : closed;
};
