/** Says in words why an item's light is what it is. */

import type { Item } from '../model/ledger.ts';
import { pointsAhead } from '../model/lights.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';

/** How far what was reported runs ahead of the criteria met; undefined where it does not. */
const explainAhead = (view: View, words: Words, item: Item): string | undefined => {
  const standing = view.standing(item);
  const { criteria, reported, progress } = standing;
  if (pointsAhead(standing) === null || reported === null || progress === null) return undefined;
  const met = criteria.filter((each) => each.met !== null).length;
  return words.lights.ahead(reported, met, criteria.length, progress);
};

/** The light of an item and why, with the figures; also how far its last report is ahead of them. */
export const explainLight = (view: View, words: Words, item: Item): string => {
  const { colour, reasons } = view.light(item);
  if (colour === null) return words.lights.none(words.statuses[view.standing(item).status]);
  const why = words.lights.sentence(reasons);
  const ahead = explainAhead(view, words, item);
  return ahead === undefined ? why : words.lights.also(why, ahead);
};
