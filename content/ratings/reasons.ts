import type { RatingReason } from '../model/rating.ts';

/** What a visitor may have been displeased with, in the order in which it is asked (E1). */
export const ratingReasons: readonly RatingReason[] = [
  'attitude',
  'slow',
  'waiting',
  'unclear',
  'skill',
  'papers',
  'place',
  'other',
];
