import { deflate } from 'node:zlib';
import { promisify } from 'node:util';

const pack = promisify(deflate);

/** Objects of one object stream at most; readers unpack a whole one to find one object. */
const TOGETHER = 100;

/** An object of a file: `N 0 obj … endobj`. */
interface Piece {
  number: number;
  start: number;
  end: number;
}

/**
 * A file of the browser with its small objects put together and packed (object and cross-reference streams, PDF 1.5):
 * the tags of an A4 guide alone are 130 objects of 90 bytes, as text. A fifth is saved. A file that is not laid out as
 * the browser lays it out is given back as it is.
 */
export async function packPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const read = readObjects(file);
  if (!read) return pdf;
  const { pieces, trailer } = read;
  const kept: Piece[] = [];
  const small: Piece[] = [];
  for (const piece of pieces) (isStream(file, piece) ? kept : small).push(piece);
  const out: Buffer[] = [Buffer.from('%PDF-1.5\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
  let at = out[0]!.length;
  const add = (bytes: Buffer): number => {
    out.push(bytes);
    at += bytes.length;
    return at - bytes.length;
  };
  /** Type, place and index of each object, as a cross-reference stream has them. */
  const entries = new Map<number, [number, number, number]>([[0, [0, 0, 65535]]]);
  for (const { number, start, end } of kept) entries.set(number, [1, add(file.subarray(start, end)), 0]);
  let next = Math.max(...pieces.map(({ number }) => number)) + 1;
  for (let from = 0; from < small.length; from += TOGETHER) {
    const part = small.slice(from, from + TOGETHER);
    part.forEach(({ number }, index) => entries.set(number, [2, next, index]));
    entries.set(next, [1, add(await packObjects(file, part, next)), 0]);
    next++;
  }
  const start = at;
  entries.set(next, [1, start, 0]);
  add(await packTable(entries, next, trailer));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(out);
}

/** All objects by the table at the file's end; null where there is none, or more than one. */
function readObjects(file: Buffer): { pieces: Piece[]; trailer: string } | null {
  const tail = file.toString('latin1', Math.max(0, file.length - 40));
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? -1);
  if (table < 0 || table >= file.length) return null;
  const text = file.toString('latin1', table);
  const [head, count] = /^xref\n0 (\d+)\n/.exec(text) ?? [];
  const trailer = /trailer\n<<([\s\S]*?)>>\nstartxref/.exec(text)?.[1];
  if (head === undefined || trailer === undefined || /\/(Prev|Encrypt)\b/.test(trailer)) return null;
  const starts: { number: number; start: number }[] = [];
  for (let number = 1; number < Number(count); number++) {
    const line = text.slice(head.length + number * 20, head.length + number * 20 + 20);
    if (!/^\d{10} \d{5} [nf]/.test(line)) return null;
    if (line[17] === 'n') starts.push({ number, start: Number(line.slice(0, 10)) });
  }
  starts.sort((one, other) => one.start - other.start);
  const pieces = starts.map((one, index) => ({ ...one, end: starts[index + 1]?.start ?? table }));
  const whole = ({ number, start, end }: Piece) =>
    file.toString('latin1', start, start + 30).startsWith(`${number} 0 obj\n`) &&
    file.toString('latin1', end - 7, end) === 'endobj\n';
  return pieces.length > 0 && pieces.every(whole) ? { pieces, trailer } : null;
}

function isStream(file: Buffer, { start, end }: Piece): boolean {
  return file.toString('latin1', Math.max(start, end - 18), end).includes('endstream');
}

async function packObjects(file: Buffer, pieces: readonly Piece[], number: number): Promise<Buffer> {
  let head = '';
  let at = 0;
  const bodies = pieces.map((piece) => {
    const body = file.subarray(piece.start + `${piece.number} 0 obj\n`.length, piece.end - 'endobj\n'.length);
    head += `${piece.number} ${at} `;
    at += body.length;
    return body;
  });
  const data = await pack(Buffer.concat([Buffer.from(head, 'latin1'), ...bodies]), { level: 9 });
  return stream(number, `/Type /ObjStm\n/N ${pieces.length}\n/First ${head.length}`, data);
}

async function packTable(
  entries: ReadonlyMap<number, readonly [number, number, number]>,
  number: number,
  trailer: string,
): Promise<Buffer> {
  const rows = Buffer.alloc((number + 1) * 7);
  for (const [object, [type, place, index]] of entries) {
    rows.writeUInt8(type, object * 7);
    rows.writeUInt32BE(place, object * 7 + 1);
    rows.writeUInt16BE(index, object * 7 + 5);
  }
  const about = trailer.replace(/\/Size \d+/, '').trim();
  return stream(
    number,
    `/Type /XRef\n/W [1 4 2]\n/Size ${number + 1}\n${about}`,
    await pack(rows, { level: 9 }),
  );
}

function stream(number: number, about: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(
      `${number} 0 obj\n<<${about}\n/Filter /FlateDecode\n/Length ${data.length}>> stream\n`,
      'latin1',
    ),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
}
