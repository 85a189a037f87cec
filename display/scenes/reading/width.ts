/** Latin letters and figures are so wide on the average, in the size of the type; a Han character is one. */
const LATIN = 0.58;
/** Words are not broken, which leaves the ends of lines empty. */
const WORDS = 1.15;

/** Width of a text on one line, in the size of its type. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\x20-\x7e]/.test(sign) ? LATIN : 1;
  return width;
}

/** Lines that a text takes in a box so many characters wide; a little too many rather than too few. */
export function linesIn(text: string, box: number): number {
  const words = /[\x21-\x7e]{6}/.test(text) ? WORDS : 1;
  return text ? Math.max(1, Math.ceil((widthOf(text) * words) / Math.max(1, Math.floor(box)))) : 0;
}
