import { silences } from '../interrupts/silence.ts';
import { astrays } from '../proof/keeping.ts';
import type { AstrayAlert } from '../proof/keeping.ts';
import type { SilenceAlert } from '../interrupts/silence.ts';
import type { PrinterTrouble } from '../model/printer.ts';
import type { Kept } from '../model/record.ts';
import type { Window } from '../model/window.ts';
import type { Records } from '../records.ts';
import { hallOpening } from '../premises/calendar.ts';
import { today } from '../premises/hall.ts';
import { settingsOf } from '../queue/settings.ts';
import { standInOf } from '../queue/standing.ts';
import { waitingOn } from '../queue/tickets.ts';
import { appointmentAlerts } from './appointmentalerts.ts';
import type { AppointmentAlert } from './appointmentalerts.ts';
import { publishingAlerts } from './publishingalerts.ts';
import type { PublishingAlert } from './publishingalerts.ts';
import { mutes } from '../voice/mutes.ts';
import type { MuteAlert, Presences } from '../voice/mutes.ts';
import { newcomersAt } from './wait.ts';

/** Away from the window for longer than this wants somebody who stands in (Q54): what the notices call a short leave. */
export const AWAY_MS = 3 * 60_000;

/** What whoever leads the hall should see to now. Each has the moment since when it is so. */
export type Alert =
  /** Paused for more than three minutes, and no open window stands in. */
  | { is: 'pause-alone'; window: WindowAt; since: number }
  /** The promised return time is past. */
  | { is: 'pause-overdue'; window: WindowAt; since: number }
  /** As many wait for a service as the hall set as too many (T16). */
  | { is: 'line-long'; service: ServiceAt; waiting: number; since: number }
  /** Who takes a number now would wait as long as the hall set as too long (T16), in minutes. */
  | { is: 'line-slow'; service: ServiceAt; wait: number; since: number }
  | MuteAlert
  | SilenceAlert
  | AstrayAlert
  /** A slip printer gives no slips (K4). */
  | { is: 'printer'; printer: { id: string; name: string; trouble: PrinterTrouble }; since: number }
  | AppointmentAlert
  /** What of the published and the drafts wants somebody (publishing.md D14). */
  | PublishingAlert;

interface ServiceAt {
  id: string;
  name: string;
}

interface WindowAt {
  id: string;
  number: number;
  clerk: string;
}

type Check = (records: Records, now: number, presences: Presences) => Alert[];

/** Every kind of alert. A new one is a type above, a line here, and its words `alert.*` in the catalogue. */
const checks: readonly Check[] = [
  pausesAlone,
  pausesOverdue,
  longLines,
  slowLines,
  printers,
  mutes,
  silences,
  astrays,
  appointmentAlerts,
  publishingAlerts,
];

/** What whoever leads the hall should see to at `now`, longest first (Q54). `presences` are the screens' by id. */
export function hallAlerts(records: Records, now: number, presences: Presences = new Map()): Alert[] {
  return checks
    .flatMap((check) => check(records, now, presences))
    .sort((one, other) => one.since - other.since);
}

/** Since the first of the line came. */
function longLines(records: Records, now: number): Alert[] {
  const limit = settingsOf(records).alarm.waiting;
  if (limit === undefined) return [];
  return [...linesOf(records, now)].flatMap(([service, line]) => {
    const [first] = line;
    if (first === undefined || line.length < limit) return [];
    return [{ is: 'line-long' as const, service, waiting: line.length, since: first }];
  });
}

/** Nobody knows since when a projection holds; it is told since the first of the line came. */
function slowLines(records: Records, now: number): Alert[] {
  const limit = settingsOf(records).alarm.wait;
  if (limit === undefined) return [];
  const waits = newcomersAt(records, now);
  return [...linesOf(records, now)].flatMap(([service, line]) => {
    const wait = Math.round((waits.get(service.id) ?? 0) / 60_000);
    return wait >= limit ? [{ is: 'line-slow' as const, service, wait, since: line[0] ?? now }] : [];
  });
}

/** Moments at which those who wait for each service took their numbers, in order. */
function linesOf(records: Records, now: number): Map<ServiceAt, number[]> {
  const services = new Map<string, ServiceAt>();
  const lines = new Map<ServiceAt, number[]>();
  for (const { body } of waitingOn(records, today(records, now))) {
    const name = records.get('service', body.service)?.name ?? body.number;
    const service = services.get(body.service) ?? { id: body.service, name };
    services.set(body.service, service);
    lines.set(service, [...(lines.get(service) ?? []), body.issuedAt]);
  }
  for (const line of lines.values()) line.sort((one, other) => one - other);
  return lines;
}

function printers(records: Records): Alert[] {
  return [...records.all('printer')].flatMap(({ id, body: { name, trouble } }) =>
    trouble
      ? [{ is: 'printer' as const, printer: { id, name, trouble: trouble.is }, since: trouble.since }]
      : [],
  );
}

type Paused = Extract<Window['state'], { is: 'paused' }>;

/** Nobody has to stand in while the hall itself is closed. */
function pausesAlone(records: Records, now: number): Alert[] {
  if (hallOpening(records, now)?.open === false) return [];
  return pausedWindows(records)
    .filter(({ window, state }) => now - state.since > AWAY_MS && !standInOf(records, window.body))
    .map(({ at, state }) => ({ is: 'pause-alone', window: at, since: state.since }));
}

function pausesOverdue(records: Records, now: number): Alert[] {
  return pausedWindows(records).flatMap(({ at, state: { until } }) =>
    until !== undefined && until < now ? [{ is: 'pause-overdue' as const, window: at, since: until }] : [],
  );
}

function pausedWindows(records: Records): { window: Kept<'window'>; at: WindowAt; state: Paused }[] {
  return [...records.all('window')].flatMap((window) => {
    const { number, state } = window.body;
    if (state.is !== 'paused') return [];
    return [{ window, at: { id: window.id, number, clerk: state.clerk.name }, state }];
  });
}
