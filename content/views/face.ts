/** The figure that stands where a person has no photo: a head and shoulders in a two-inch box (35 × 49), drawn by us. */
export const face = {
  box: '0 0 35 49',
  head: { cx: 17.5, cy: 18, r: 7.2 },
  shoulders: 'M3 49c0-12 5.6-18.6 14.5-18.6S32 37 32 49z',
} as const;
