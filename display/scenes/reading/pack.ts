/** Places of the items on each page, column by column. */
export type Packed = number[][][];

/** Items of these heights one below the other in columns of `room`; a heading stands with what follows it. */
function columnsIn(
  heights: readonly number[],
  heads: readonly boolean[],
  gap: number,
  room: number,
): number[][] {
  const columns: number[][] = [];
  let column: number[] = [];
  let used = 0;
  for (let at = 0; at < heights.length;) {
    // What must stand together: headings and the item after them.
    let end = at;
    while (heads[end] && end + 1 < heights.length) end += 1;
    const together = heights.slice(at, end + 1);
    const need = together.reduce((sum, one) => sum + one, 0) + gap * (together.length - 1);
    if (column.length > 0 && used + gap + need > room + 0.5) {
      columns.push(column);
      [column, used] = [[], 0];
    }
    used += need + (column.length > 0 ? gap : 0);
    for (; at <= end; at += 1) column.push(at);
  }
  return column.length > 0 ? [...columns, column] : columns;
}

/**
 * Packs items of these heights into pages of so many columns, in order. What stands on one page stands in columns of about
 * one height.
 */
export function pack(
  heights: readonly number[],
  heads: readonly boolean[],
  gap: number,
  room: number,
  columns: number,
): Packed {
  let filled = columnsIn(heights, heads, gap, room);
  if (filled.length <= columns && columns > 1) {
    const all = heights.reduce((sum, one) => sum + one + gap, 0);
    // The lowest room in which they still stand in as many columns.
    for (let low = all / columns; low < room; low += gap + 1) {
      const even = columnsIn(heights, heads, gap, low);
      if (even.length <= columns) {
        filled = even;
        break;
      }
    }
  }
  return Array.from({ length: Math.ceil(filled.length / columns) }, (_, at) =>
    filled.slice(at * columns, (at + 1) * columns),
  );
}
