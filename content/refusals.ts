import { access } from './refusals/access.ts';
import { appointments } from './refusals/appointments.ts';
import { bundle } from './refusals/bundle.ts';
import { checks } from './refusals/checks.ts';
import { fonts } from './refusals/fonts.ts';
import { hub } from './refusals/hub.ts';
import { importing } from './refusals/importing.ts';
import { interrupts } from './refusals/interrupts.ts';
import { items } from './refusals/items.ts';
import { media } from './refusals/media.ts';
import { paper } from './refusals/paper.ts';
import { people } from './refusals/people.ts';
import { phone } from './refusals/phone.ts';
import { interfaces } from './refusals/interfaces.ts';
import { premises } from './refusals/premises.ts';
import { printing } from './refusals/printing.ts';
import { proof } from './refusals/proof.ts';
import { publishing } from './refusals/publishing.ts';
import { queue } from './refusals/queue.ts';
import { ratings } from './refusals/ratings.ts';
import { reports } from './refusals/reports.ts';
import { review } from './refusals/review.ts';
import { schedule } from './refusals/schedule.ts';
import { screens } from './refusals/screens.ts';
import { setup } from './refusals/setup.ts';
import { sheetprinters } from './refusals/sheetprinters.ts';
import { slips } from './refusals/slips.ts';
import { standards } from './refusals/standards.ts';
import { uploads } from './refusals/uploads.ts';
import { windows } from './refusals/windows.ts';

/** Every error there is, by noun: one file each in refusals/. */
export const refusals = {
  ...access,
  ...appointments,
  ...bundle,
  ...checks,
  ...fonts,
  ...hub,
  ...importing,
  ...interfaces,
  ...interrupts,
  ...items,
  ...media,
  ...paper,
  ...people,
  ...phone,
  ...premises,
  ...printing,
  ...proof,
  ...publishing,
  ...queue,
  ...ratings,
  ...reports,
  ...review,
  ...schedule,
  ...screens,
  ...setup,
  ...sheetprinters,
  ...slips,
  ...standards,
  ...uploads,
  ...windows,
} as const;

export type RefusalCode = keyof typeof refusals;
export type RefusalParams = Record<string, string | number>;
export type Language = 'zh-CN' | 'en';

/** The words of a refusal in the reader's language. */
export function wordRefusal(
  code: RefusalCode,
  params: RefusalParams = {},
  language: Language = 'zh-CN',
): string {
  const words = refusals[code][language === 'en' ? 2 : 1];
  return words.replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}
