/** Width of a text in units of its size: Chinese signs are square, Latin ones a little over half, wide ones more. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.codePointAt(0)! > 0x2000 ? 1 : /[A-Z@%mwMW]/.test(sign) ? 0.8 : 0.6;
  return width;
}

/** Signs that do not begin a line, and that do not end one. */
const notFirst = /^[，。、；：？！）》”’」』…,.;:?!)\]%]/;
const notLast = /[（《“‘「『([]/;

/**
 * Cuts a text into lines that are at most `wide` units of its size wide. Words of Latin letters and figures
 * stay whole if they fit at all; a closing mark hangs on the line before rather than begin one.
 */
export function wrapText(text: string, wide: number): string[] {
  const pieces = text.trim().match(/[A-Za-z0-9.,:/+-]+|\s+|[^\sA-Za-z0-9]/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  const push = () => {
    if (line.trim()) lines.push(line.trim());
    line = '';
  };
  for (const piece of pieces.flatMap((piece) => splitLong(piece, wide))) {
    if (piece.trim() === '') {
      if (line) line += piece;
      continue;
    }
    if (line && widthOf(line.trimEnd() + piece) > wide && !notFirst.test(piece)) {
      const hanging = notLast.test(line.at(-1)!) ? line.at(-1)! : '';
      line = line.slice(0, line.length - hanging.length);
      push();
      line = hanging;
    }
    line += piece;
  }
  push();
  return lines;
}

function splitLong(piece: string, wide: number): string[] {
  if (widthOf(piece) <= wide) return [piece];
  const most = Math.max(1, Math.floor(wide / 0.8));
  return piece.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];
}

/** Wrapped as `wrapText` does into as few lines, of which none is much shorter than the others. */
export function balanceText(text: string, wide: number): string[] {
  const most = wrapText(text, wide);
  for (let width = Math.ceil(widthOf(text) / Math.max(1, most.length)); width < wide; width += 1) {
    const lines = wrapText(text, width);
    if (lines.length <= most.length) return lines;
  }
  return most;
}
