/** When git says something was done. */

/** The last second of the year 9999: what a commit claims beyond it is no day that anybody could write. */
const last = 253_402_300_799;

/** A moment by git's clock, in seconds since 1970 as git prints them; whatever is no moment is the nearest that is one. */
export const momentOf = (seconds: string | undefined): Date => {
  const given = Number(seconds ?? 0);
  return new Date(Math.min(Math.max(Number.isFinite(given) ? given : 0, 0), last) * 1_000);
};
