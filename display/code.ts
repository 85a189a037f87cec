import { create } from 'qrcode';

export interface DrawnCode {
  /** Modules on a side. */
  size: number;
  /** SVG path of the dark modules, one unit each. */
  path: string;
}

/** A QR code (level M) as one SVG path. */
export function drawCode(text: string): DrawnCode {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (data[row * size + column]) path += `M${column} ${row}h1v1h-1z`;
  return { size, path };
}
