import type { Say } from '../../content/messages/kiosk.ts';

/** `约 10–15 分钟`, or `5 分钟以内`; nothing where nobody can tell. */
export function wordMinutes(
  minutes: { from: number; to: number } | null,
  place: 'service' | 'done',
  say: Say,
): string {
  if (!minutes) return '';
  return minutes.from === 0 ? say(`${place}.up-to`, minutes) : say(`${place}.minutes`, minutes);
}
