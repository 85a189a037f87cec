import { minutesOf, waitsAt } from '../../content/views/wait.ts';
import type { ServiceWaitOf } from '../../content/views/takepage.ts';
import type { WaitOf } from '../../content/views/ticketpage.ts';
import type { Parts } from './parts.ts';

/** How long visitors wait from now on; good as long as no commit comes. */
export function waitsOf({ hall, now }: Parts): { ticket: WaitOf; service: ServiceWaitOf } {
  const waits = waitsAt(hall.records, now());
  return {
    ticket: (ticket) => minutesOf(waits({ ticket })),
    service: (service) => minutesOf(waits({ service })),
  };
}
