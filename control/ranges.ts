const DAY_MS = 86_400_000;

/** The calendar day so many days before another. */
export function daysAgo(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
}

/** First and last day of the month of a day, or of one so many months before (`-1`) or after. */
export function monthOf(day: string, months: number): { from: string; to: string } {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}
