import { checkHours, wordSpans } from '../content/calendar.ts';
import type { Calendar, ExceptionalDay, Market, ServiceLine } from '../content/model/calendar.ts';
import type { Span } from '../content/model/hall.ts';
import { readClock } from './dates.ts';

/** Spans as people type them, `9:00-12:00 14:00-17:00`; null if it cannot be read, [] if empty. */
export function readSpans(typed: string): Span[] | null {
  const words = typed
    .normalize('NFKC')
    .replace(/\s*[-–—~至到]\s*/g, '-')
    .split(/[\s,、;]+/)
    .filter(Boolean);
  const spans: Span[] = [];
  for (const word of words) {
    const [from = '', to = '', ...more] = word.split('-');
    const [begins, ends] = [readClock(from), /^24:?00$/.test(to) ? '24:00' : readClock(to)];
    if (!begins || !ends || more.length > 0) return null;
    spans.push({ from: begins, to: ends });
  }
  return spans.length <= 4 && checkHours({ spans }) === null ? spans : null;
}

export type DayIs = ExceptionalDay['is'] | 'usual';

/** One day as it is being set. */
export class DayDraft {
  readonly day: string;
  is = $state<DayIs>('usual');
  hours = $state('');
  note = $state('');

  constructor(day: string, kept: ExceptionalDay | null) {
    this.day = day;
    this.is = kept?.is ?? 'usual';
    this.note = kept?.note ?? '';
    if (kept && kept.is !== 'off') this.hours = wordSpans(kept.spans ?? []).join(' ');
  }

  spans = $derived.by(() => readSpans(this.hours));
  wrongHours = $derived.by(
    () => (this.is === 'special' && !this.spans?.length) || (this.is === 'work' && this.spans === null),
  );

  /** The day to be kept; null when it is as usual. */
  read(): ExceptionalDay | null {
    const { day, is, spans } = this;
    const note = this.note.trim();
    switch (is) {
      case 'usual':
        return null;
      case 'off':
        return { day, is, note };
      case 'work':
        return { day, is, note, ...(spans?.length ? { spans } : {}) };
      case 'special':
        return { day, is, note, spans: spans ?? [] };
    }
  }
}

export type MarketBy = 'none' | 'weekday' | 'solar' | 'lunar';

/** Market days and special services as they are being set. */
export class RestDraft {
  by = $state<MarketBy>('none');
  days = $state<number[]>([]);
  hours = $state('');
  lines = $state('');

  constructor({ market, lines }: Calendar) {
    if (market) {
      const { on } = market;
      this.by = on.by === 'weekday' ? 'weekday' : on.lunar ? 'lunar' : 'solar';
      this.days = [...(on.by === 'weekday' ? on.weekdays : on.figures)];
      this.hours = wordSpans(market.spans ?? []).join(' ');
    }
    this.lines = lines.map(({ title, when }) => `${title} ${when}`).join('\n');
  }

  spans = $derived.by(() => readSpans(this.hours));
  missingDays = $derived.by(() => this.by !== 'none' && this.days.length === 0);

  services = $derived.by((): ServiceLine[] | null => {
    const read: ServiceLine[] = [];
    for (const line of this.lines.split('\n').filter((one) => one.trim())) {
      const [, title = '', when = ''] = /^\s*(\S+)\s+(.+?)\s*$/.exec(line) ?? [];
      if (!title || !when || title.length > 60 || when.length > 60) return null;
      read.push({ title, when });
    }
    return read.length <= 8 ? read : null;
  });

  right = $derived.by(() => this.spans !== null && !this.missingDays && this.services !== null);

  /** What is to be kept beside the days; only when `right`. */
  read(): Pick<Calendar, 'lines'> & { market?: Market } {
    const lines = this.services ?? [];
    if (this.by === 'none') return { lines };
    const days = [...this.days].sort((one, other) => one - other);
    const on: Market['on'] =
      this.by === 'weekday'
        ? { by: 'weekday', weekdays: days }
        : { by: 'figure', figures: days, lunar: this.by === 'lunar' };
    return { lines, market: { on, ...(this.spans?.length ? { spans: this.spans } : {}) } };
  }
}
