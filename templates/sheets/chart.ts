/** A name in a chart, 16 units of it, becomes as large as the text around it. */
export function sizeChart(svg: string | null): string | null {
  const em = (units: string) => `${(Number(units) / 15).toFixed(2)}em`;
  return (
    svg?.replace(
      / width="([\d.]+)" height="([\d.]+)" role/,
      (_, width: string, height: string) => ` width="${em(width)}" height="${em(height)}" role`,
    ) ?? null
  );
}
