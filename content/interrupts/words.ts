import { say } from '../messages/interrupts.ts';
import type { Interrupt } from '../model/interrupt.ts';
import type { Kept } from '../model/record.ts';
import type { Records } from '../records.ts';
import { isEmergency } from './showing.ts';

/** The way out that a screen names in an alarm (Z7). */
export function wayOutOf(
  { wayOut }: Pick<Interrupt, 'wayOut'>,
  self: { wayOut?: string } | undefined,
): string {
  return wayOut ?? self?.wayOut ?? say('way.general');
}

/** What a sign of dots says of an interrupt, in turn. Black says nothing. */
export function signWords(records: Records, screen: string, { body }: Kept<'interrupt'>): readonly string[] {
  const own = [body.title, body.text].filter((one) => one !== undefined);
  const drill = body.drill ? [say('drill.note')] : [];
  if (body.is === 'black') return [];
  if (body.is === 'urgent')
    return [...drill, ...(body.title === undefined ? [say('urgent.title')] : []), ...own];
  if (body.is === 'slogan') {
    const slogan = [...records.all('pledge')].find((one) => one.body.role === 'slogan')?.body.lines;
    return slogan ?? [];
  }
  const kind = body.is;
  return [
    ...drill,
    `${say(`${kind}.title`)} ${say(`${kind}.do`).replace(/\u3000/g, ' ')}`,
    ...own,
    wayOutOf(body, records.get('screen', screen)),
  ];
}

/** What is said aloud; null for what makes no sound. */
export function spokenWords({ is, drill, title, text }: Interrupt): string | null {
  const before = drill ? say('drill.spoken') : '';
  if (isEmergency(is)) return before + say(`${is as 'fire'}.spoken`);
  return is === 'urgent'
    ? `${before}${say('urgent.title')}。${[title, text].filter(Boolean).join('。')}`
    : null;
}
