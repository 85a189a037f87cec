import type { Care } from '../content/model/care.ts';
import type { Span } from '../content/model/hall.ts';
import { say } from './words.ts';

/** What a form of the care of screens asks about, in this order. */
export const careFields = ['on', 'dim', 'shift', 'reloadAt', 'lease'] as const;
export type CareField = (typeof careFields)[number];

/** What the fields are called. */
export const careNames = (): Record<CareField, string> => ({
  on: say('care.on'),
  dim: say('care.dim'),
  shift: say('care.shift-title'),
  reloadAt: say('care.night'),
  lease: say('care.lease'),
});

/** What holds where neither the screen nor the hall says anything (schedule.md L20). */
export const usualCare = {
  on: { is: 'always' },
  shift: false,
  reloadAt: null,
  lease: 72,
} as const satisfies Care;

const spansOf = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${from}–${to}`).join(say('list.comma'));

/** One field of a care in words, its default where it says nothing. */
export function wordCare(field: CareField, care: Care): string {
  switch (field) {
    case 'on': {
      const on = care.on ?? usualCare.on;
      return on.is === 'hours' ? spansOf(on.spans) : say(`care.on.${on.is}`);
    }
    case 'dim':
      return care.dim
        ? `${spansOf(care.dim.spans)} ${say('care.light')} ${Math.round(care.dim.light * 100)}%`
        : say('care.dim-none');
    case 'shift':
      return say(care.shift ? 'care.shift.on' : 'care.shift.off');
    case 'reloadAt':
      return care.reloadAt ? say('care.night-at', { time: care.reloadAt }) : say('care.night-none');
    case 'lease':
      return say('care.hours', { hours: care.lease ?? usualCare.lease });
  }
}

/** A field as it begins when it is set apart. Dimming begins in the evening. */
export const beginCare: { readonly [F in CareField]: NonNullable<Care[F]> } = {
  on: { is: 'hall', before: 30, after: 30 },
  dim: { spans: [{ from: '18:00', to: '24:00' }], light: 0.6 },
  shift: true,
  reloadAt: '03:00',
  lease: 72,
};

/** A care without a field. */
export function withoutField(care: Care, field: CareField): Care {
  return Object.fromEntries(Object.entries(care).filter(([key]) => key !== field)) as Care;
}
