import type { ServiceWaitOf } from '../../content/views/takepage.ts';
import type { WaitOf } from '../../content/views/ticketpage.ts';
import type { Parts } from './parts.ts';

/** How long visitors wait, by what has been measured; until then nobody says. */
export function waitsOf(_parts: Parts): { ticket: WaitOf; service: ServiceWaitOf } {
  return { ticket: () => null, service: () => null };
}
