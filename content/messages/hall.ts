import type { Entries } from './catalogue.ts';

/** Words for the parts of a hall's name, and for its hours. `part.KIND.PART` is tried before `part.PART`. */
export const hallEntries = {
  'part.county': ['县（市、区）名', 'county'],
  'part.town': ['乡镇名', 'town'],
  'part.former': ['原乡镇名', 'former town'],
  'part.village': ['村名', 'village'],
  'part.street.town': ['街道名', 'subdistrict'],
  'part.merged-street.town': ['街道名', 'subdistrict'],
  'part.merged-street.former': ['原街道名', 'former subdistrict'],
  'part.community.town': ['街道（乡镇）名', 'subdistrict or town'],
  'part.community.village': ['社区名', 'community'],
  'ending.join': ['”或“', '” or “'],
  'hours.every-day': ['每天', 'Every day'],
  'hours.run': ['{first}至{last}', '{first}–{last}'],
  'hours.join': ['、', ', '],
  'hours.day.1': ['周一', 'Mon'],
  'hours.day.2': ['周二', 'Tue'],
  'hours.day.3': ['周三', 'Wed'],
  'hours.day.4': ['周四', 'Thu'],
  'hours.day.5': ['周五', 'Fri'],
  'hours.day.6': ['周六', 'Sat'],
  'hours.day.7': ['周日', 'Sun'],
} as const satisfies Entries;
