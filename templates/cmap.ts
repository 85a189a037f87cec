/** Code points that a TrueType font has a glyph for, as sorted ranges `[first, last, first, last, …]`. */
export type Coverage = Uint32Array;

/** Reads the Unicode cmap (format 12, else 4) of a TrueType font. Throws when the font has neither. */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index++) {
    const entry = 12 + index * 16;
    if (view.getUint32(entry) === 0x636d6170) return readCmap(view, view.getUint32(entry + 8));
  }
  throw new Error('The font has no cmap table');
}

function readCmap(view: DataView, start: number): Coverage {
  const offsets = Array.from({ length: view.getUint16(start + 2) }, (_, index) =>
    view.getUint32(start + 4 + index * 8 + 4),
  );
  const formats = new Map(offsets.map((offset) => [view.getUint16(start + offset), start + offset]));
  const wide = formats.get(12);
  if (wide !== undefined) return readGroups(view, wide);
  const narrow = formats.get(4);
  if (narrow !== undefined) return readSegments(view, narrow);
  throw new Error('The font has no Unicode cmap of format 4 or 12');
}

function readGroups(view: DataView, at: number): Coverage {
  const count = view.getUint32(at + 12);
  const ranges = new Uint32Array(count * 2);
  for (let index = 0; index < count; index++) {
    ranges[index * 2] = view.getUint32(at + 16 + index * 12);
    ranges[index * 2 + 1] = view.getUint32(at + 20 + index * 12);
  }
  return ranges;
}

function readSegments(view: DataView, at: number): Coverage {
  const count = view.getUint16(at + 6) / 2;
  const ranges = new Uint32Array(count * 2);
  for (let index = 0; index < count; index++) {
    ranges[index * 2] = view.getUint16(at + 16 + count * 2 + index * 2);
    ranges[index * 2 + 1] = view.getUint16(at + 14 + index * 2);
  }
  return ranges;
}

export function covers(coverage: Coverage, point: number): boolean {
  let low = 0;
  let high = coverage.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < coverage[middle * 2]!) high = middle - 1;
    else if (point > coverage[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}
