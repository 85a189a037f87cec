import { say } from './foot.ts';

/** 2026年11月21日, as an official letter is dated. */
export function wordDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Whether a cell is an amount, a count or a date in figures: these stand to the right and line up. */
export function isFigure(cell: string): boolean {
  return /^[-+¥￥]?[\d,]+(\.\d+)?[%％元]?$/.test(cell.trim());
}

/** 3 小时 20 分; of less than an hour the minutes alone. */
export function wordMinutes(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 60
    ? say('sheet.certificate.minutes', { minutes })
    : say('sheet.certificate.time', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
