/** Drawing from a seed: the same seed draws the same on every machine, in whole numbers only. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Draw {
  /** A whole number in the range, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** True in so many cases of a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(all: readonly T[]) => readonly T[];
}

export const drawFrom = (seed: number): Draw => {
  const generator = xoroshiro128plus(seed);
  const whole: Draw['whole'] = (from, to) => uniformInt(generator, from, to);
  return {
    whole,
    chance: (percent) => whole(1, 100) <= percent,
    pick: <T>(from: readonly T[]) => from[whole(0, from.length - 1)] as T,
    shuffled: (all) => {
      const left = [...all];
      return all.map(() => left.splice(whole(0, left.length - 1), 1)[0] as (typeof all)[number]);
    },
  };
};
