import { clockOf } from '../content/calendar.ts';
import { zoneOf } from '../content/premises/hall.ts';
import type { Records } from '../content/records.ts';
import { hallAlerts } from '../content/views/alerts.ts';
import type { Alert } from '../content/views/alerts.ts';
import { minutesBetween } from './dates.ts';
import { say } from './words.ts';

/** Fine enough for alerts of minutes, and spares computing them anew every second. */
const STEP_MS = 5_000;

/** The hall's alerts in words, each with a key of its own. `now` is hub time in ms. */
export function alertsOf(records: Records, now: number): { key: string; words: string }[] {
  const at = now - (now % STEP_MS);
  return hallAlerts(records, at).map((alert) => ({
    key: keyOf(alert),
    words: wordAlert(alert, at, zoneOf(records)),
  }));
}

/** What tells an alert from the others while it lasts. */
function keyOf(alert: Alert): string {
  if (alert.is === 'printer') return `${alert.is} ${alert.printer.id}`;
  if (alert.is === 'appointment-overdue') return alert.is;
  return `${alert.is} ${'window' in alert ? alert.window.id : alert.service.id}`;
}

function wordAlert(alert: Alert, now: number, zone: string): string {
  const minutes = minutesBetween(alert.since, now);
  switch (alert.is) {
    case 'pause-alone':
    case 'pause-overdue': {
      const { number, clerk } = alert.window;
      return say(`alert.${alert.is}`, { number, clerk, minutes });
    }
    case 'line-long':
      return say('alert.line-long', { service: alert.service.name, waiting: alert.waiting, minutes });
    case 'appointment-overdue':
      return say('alert.appointment-overdue', { count: alert.count, minutes });
    case 'appointment-alone':
      return say('alert.appointment-alone', { service: alert.service.name, time: clockOf(alert.time, zone) });
    case 'line-slow':
      return say('alert.line-slow', { service: alert.service.name, wait: alert.wait });
    case 'printer': {
      const { name, trouble } = alert.printer;
      return say('alert.printer', { name, state: say(`printers.state.${trouble}`), minutes });
    }
  }
}
