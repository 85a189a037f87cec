import qrcode from 'qrcode';

/** A QR code as one SVG path, a unit a module. */
export interface QrShape {
  /** Modules along a side, without the quiet zone. */
  modules: number;
  path: string;
}

/** Modules of white that the standard asks for on every side. */
export const QUIET = 4;

/** Error correction M: 15 % may be scratched. One path, as neighbouring shapes would show seams in print. */
export function drawQr(text: string): QrShape {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const first = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      path += `M${first} ${row}h${column - first + 1}v1h-${column - first + 1}z`;
    }
  return { modules: modules.size, path };
}
