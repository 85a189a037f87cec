import { clockOf, dayOf } from '../calendar.ts';
import { inDisplayOrder } from '../publishing/contacts.ts';
import type { Ticket } from '../model/ticket.ts';
import { hallOf, zoneOf } from '../premises/hall.ts';
import { countAhead } from '../queue/tickets.ts';
import { settingsOf } from '../queue/settings.ts';
import type { Records } from '../records.ts';
import { windowsFor } from '../views/kiosk.ts';

/** Everything that stands on a slip (K5), and nothing of the visitor but the number. */
export interface Slip {
  hall: string;
  number: string;
  service: string;
  priority: boolean;
  /** The time of its appointment; absent without one. */
  appointed?: string;
  windows: number[];
  /** Tickets before it now, and how long it may take; null once it does not wait any more. */
  ahead: number | null;
  minutes: { from: number; to: number } | null;
  day: string;
  clock: string;
  /** What happens to a number whose visitor is not there: the hall's own setting. */
  passBack: number | 'end' | 'list';
  complaint: string | null;
  /** What the QR code opens; null for a ticket of the time before codes. */
  url: string | null;
}

/**
 * The slip of a ticket as it stands now; null if there is no such ticket.
 * @param minutes the wait as estimated by whoever knows the durations of late
 * @param base address of the hub for phones, without a slash at the end
 */
export function slipOf(records: Records, id: string, minutes: Slip['minutes'], base: string): Slip | null {
  const body = records.get('ticket', id);
  if (!body) return null;
  const zone = zoneOf(records);
  const waits = body.state.is === 'waiting';
  const kept = { kind: 'ticket' as const, id, rev: records.rev('ticket', id), body };
  const complaint = inDisplayOrder(records.all('contact')).find((one) => one.body.role === 'complain');
  return {
    hall: hallOf(records)?.body.name ?? '',
    number: body.number,
    service: records.get('service', body.service)?.name ?? '',
    priority: body.kind === 'priority',
    ...(body.appointed === undefined ? {} : { appointed: clockOf(body.appointed, zone) }),
    windows: windowsOf(records, body),
    ahead: waits ? countAhead(records, kept) : null,
    minutes: waits ? minutes : null,
    day: dayOf(body.issuedAt, zone),
    clock: clockOf(body.issuedAt, zone),
    passBack: settingsOf(records).passBack,
    complaint: complaint?.body.value ?? null,
    url: body.code === undefined ? null : `${base}/t/${body.code}`,
  };
}

function windowsOf(records: Records, { service, wanted }: Ticket): number[] {
  const own = wanted === undefined ? undefined : records.get('window', wanted);
  return own ? [own.number] : windowsFor(records, service).map(({ body }) => body.number);
}

/** The ticket of today that a code of a slip names. */
export function ticketOf(records: Records, code: string): string | undefined {
  for (const { id, body } of records.all('ticket')) if (body.code === code) return id;
  return undefined;
}
