const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number of nobody: a made-up place, a drawn day of birth, the right last sign. */
export function identity(draw: () => number): string {
  const two = (most: number): string => String(1 + Math.floor(draw() * most)).padStart(2, '0');
  const order = String(Math.floor(draw() * 1000)).padStart(3, '0');
  const head = `500999${1950 + Math.floor(draw() * 60)}${two(12)}${two(28)}${order}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(head[place]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}

/** A mobile number of nobody. */
export const mobile = (draw: () => number): string =>
  `139${String(Math.floor(draw() * 10_000_000)).padStart(8, '0')}`;

/** A bank card of nobody with the right check digit. */
export function bankCard(draw: () => number): string {
  const head = `622202${String(Math.floor(draw() * 1e12)).padStart(12, '0')}`;
  const sum = [...head].reverse().reduce((total, sign, place) => {
    const value = Number(sign) * (place % 2 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return head + String((10 - (sum % 10)) % 10);
}
