import { clockOf } from '../content/calendar.ts';
import { zoneOf } from '../content/premises/hall.ts';
import type { Records } from '../content/records.ts';
import { hallAlerts } from '../content/views/alerts.ts';
import type { Presences } from '../content/voice/mutes.ts';
import type { Alert } from '../content/views/alerts.ts';
import { minutesBetween } from './dates.ts';
import { wordRefusal } from '../content/refusals.ts';
import type { RefusalCode } from '../content/refusals.ts';
import { pathOf } from './route.ts';
import { language, say } from './words.ts';

/** Fine enough for alerts of minutes, and spares computing them anew every second. */
const STEP_MS = 5_000;
const HOUR = 3_600_000;

/** The hall's alerts in words, each with a key of its own. `now` is hub time in ms. */
export function alertsOf(
  records: Records,
  now: number,
  presences: Presences,
): { key: string; words: string; href: string | null }[] {
  const at = now - (now % STEP_MS);
  return hallAlerts(records, at, presences).map((alert) => ({
    key: keyOf(alert),
    words: wordAlert(alert, at, zoneOf(records)),
    href: placeOf(alert),
  }));
}

/** Where somebody sees to it, of what has a page of its own. */
function placeOf(alert: Alert): string | null {
  if (alert.is === 'notice-ending') return pathOf('notice', alert.notice.id);
  return 'draft' in alert ? pathOf('draft', alert.draft.id) : null;
}

/** What tells an alert from the others while it lasts. */
function keyOf(alert: Alert): string {
  if ('screen' in alert) return `${alert.is} ${alert.screen.id}`;
  if (alert.is === 'zone-mute') return `${alert.is} ${alert.zone}`;
  if (alert.is === 'printer') return `${alert.is} ${alert.printer.id}`;
  if (alert.is === 'appointment-overdue') return alert.is;
  if (alert.is === 'notice-ending') return `${alert.is} ${alert.notice.id}`;
  if ('draft' in alert) return `${alert.is} ${alert.draft.id}`;
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
    case 'notice-ending': {
      const { title, until } = alert.notice;
      return say('alert.notice-ending', { title, hours: Math.max(1, Math.ceil((until - now) / HOUR)) });
    }
    case 'release-stuck': {
      const { title, code } = alert.draft;
      const why = wordRefusal(code as RefusalCode, {}, language);
      return say('alert.release-stuck', { title, why });
    }
    case 'release-after':
      return say('alert.release-after', { title: alert.draft.title });
    case 'screen-silent':
      return say('alert.screen-silent', { name: alert.screen.name, minutes });
    case 'screen-astray':
      return say('alert.screen-astray', { name: alert.screen.name, minutes });
    case 'voice-blocked':
      return say('alert.voice-blocked', { name: alert.screen.name, minutes });
    case 'zone-mute':
      return say('alert.zone-mute', { zone: alert.zone, minutes });
    case 'printer': {
      const { name, trouble } = alert.printer;
      return say('alert.printer', { name, state: say(`printers.state.${trouble}`), minutes });
    }
  }
}
