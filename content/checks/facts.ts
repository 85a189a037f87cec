import { planOf } from '../calendar.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Hall, Span } from '../model/hall.ts';
import type { Medium } from '../model/medium.ts';
import type { Contact } from '../model/rule.ts';
import type { Scan } from '../model/scan.ts';
import { hallOf, zoneOf } from '../premises/hall.ts';
import type { Records } from '../records.ts';
import { askedOf } from './asked.ts';
import type { Asked } from './asked.ts';
import { localDigits } from './privacy.ts';

/** What the hall says of itself: what no text may contradict (K16). */
export interface Facts {
  asked: Asked;
  zone: string;
  hall: Hall | null;
  calendar: Calendar | null;
  /** Public phones by what they are for, digits alone. */
  phones: { role: Contact['role']; digits: string; value: string }[];
  /** All their digits. */
  known: ReadonlySet<string>;
  items: { name: string; days: number[] }[];
  /** What is known of the hall's media, by id: what is not in here is not there any more. */
  media: ReadonlyMap<string, MediumFacts>;
  /** Closed on this day of the year, by hours and calendar. */
  closedOn: (day: string) => boolean;
}

interface KeptFacts {
  mark: string;
  facts: Facts;
}
const kept = new WeakMap<object, KeptFacts>();
const none = {};

/**
 * The facts of a hall at these records. The same object as before while nothing that it says has changed, so that
 * findings can be kept by it.
 */
export function factsOf(
  records: Records,
  standard: Partial<Asked> | null | undefined,
  calendar: Calendar | null = records.get('calendar', 'calendar') ?? null,
): Facts {
  const hall = hallOf(records)?.body ?? null;
  const phones = [...records.all('contact')]
    .filter(({ body }) => body.role !== 'address')
    .map(({ body: { role, value } }) => ({ role, value, digits: localDigits(value) }));
  const items = [...records.all('item')].map(({ body }) => ({
    name: body.name,
    days: [body.promisedDays, body.statutoryDays].filter((days): days is number => days !== undefined),
  }));
  const media = mediaOf(records);
  const mark = JSON.stringify([
    [...media],
    hall?.name,
    hall?.place,
    hall?.hours,
    hall?.timeZone,
    calendar?.days,
    phones,
    items,
  ]);
  const before = kept.get(standard ?? none);
  if (before?.mark === mark) return before.facts;
  const facts: Facts = {
    asked: askedOf(standard),
    zone: zoneOf(records),
    hall,
    calendar,
    phones,
    known: new Set(phones.map(({ digits }) => digits)),
    items,
    media,
    closedOn: (day) =>
      hall !== null && planOf({ ...hall.hours, calendar: calendar ?? undefined }, day).spans.length === 0,
  };
  kept.set(standard ?? none, { mark, facts });
  return facts;
}

/** A medium as the checks of what names it see it. */
export interface MediumFacts {
  name: string;
  is: Medium['is'];
  /** Somebody looked at it. */
  checked: boolean;
  /** What the hub read in it; absent while it is at it, and for pictures and videos. */
  scan?: Scan | undefined;
}

function mediaOf(records: Records): Map<string, MediumFacts> {
  const media = new Map<string, MediumFacts>();
  for (const { id, body } of records.all('medium')) {
    if (body.removed) continue;
    const scan = records.get('scan', id);
    const { name, is, checked, upload } = body;
    media.set(id, { name, is, checked: checked !== null, ...(scan?.digest === upload ? { scan } : {}) });
  }
  return media;
}

/** Spans as the hall's hours have them. */
export const spansOf = (facts: Facts): readonly Span[] => facts.hall?.hours.spans ?? [];
