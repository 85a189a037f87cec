/** 2026年11月21日, as an official letter is dated. */
export function wordDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Whether a cell is an amount, a count or a date in figures: these stand to the right and line up. */
export function isFigure(cell: string): boolean {
  return /^[-+¥￥]?[\d,]+(\.\d+)?[%％元]?$/.test(cell.trim());
}
