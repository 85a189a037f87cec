import { crc32, deflateSync } from 'node:zlib';
import type { Raster } from './tools.ts';

/** Steps of grey that are kept: enough to see a hairline, small on disk. */
const GREYS = 16;
/** Sides of the squares that are compared, in pixels. */
const SQUARE = 6;
/** Difference of a square's darkness, 0 to 255, that letters drawn by another release do not make. */
const NOTICED = 28;

/** Where two pictures differ. */
export interface Difference {
  /** Squares that differ, and all of them. */
  squares: number;
  of: number;
  /** Around all of them, in pixels. */
  box: { left: number; top: number; right: number; bottom: number };
  /** The picture as it is now, faint, with what differs in black. */
  picture: Raster;
}

/** Compares by squares, so that the edges of letters may be drawn a little otherwise; null when nothing is to be seen. */
export function compare(now: Raster, then: Raster): Difference | null {
  const { width, height } = now;
  const same = width === then.width && height === then.height;
  const picture: Raster = { width, height, light: now.light.map((light) => 190 + (light >> 2)) };
  const box = { left: width, top: height, right: 0, bottom: 0 };
  let [squares, of] = [0, 0];
  for (let top = 0; top < height; top += SQUARE)
    for (let left = 0; left < width; left += SQUARE) {
      of++;
      if (same && Math.abs(mean(now, left, top) - mean(then, left, top)) < NOTICED) continue;
      squares++;
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, Math.min(width, left + SQUARE));
      box.bottom = Math.max(box.bottom, Math.min(height, top + SQUARE));
      for (let y = top; y < Math.min(height, top + SQUARE); y++)
        for (let x = left; x < Math.min(width, left + SQUARE); x++)
          picture.light[y * width + x] = now.light[y * width + x]! >> 1;
    }
  return squares ? { squares, of, box, picture } : null;
}

function mean({ width, height, light }: Raster, left: number, top: number): number {
  let [sum, count] = [0, 0];
  for (let y = top; y < Math.min(height, top + SQUARE); y++)
    for (let x = left; x < Math.min(width, left + SQUARE); x++) {
      sum += light[y * width + x]!;
      count++;
    }
  return sum / count;
}

/** A grey PNG of a few steps. */
export function writePng({ width, height, light }: Raster): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  const step = 255 / (GREYS - 1);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = Math.round(Math.round(light[y * width + x]! / step) * step);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, grey.
  head.set([8, 0, 0, 0, 0], 8);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
