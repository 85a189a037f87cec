/**
 * The outer layers of ONBON's wire ("5th dynamic area" manual, sections 2 and appendix 1): eight bytes A5, the
 * packet and its CRC with four bytes escaped, one byte 5A. Tested against the frames that the maker and users print.
 */
const BEGIN = 0xa5;
const END = 0x5a;
const BEGIN_COUNT = 8;
/** What stands for a byte that would be read as a beginning or an end, and for the two that stand for others. */
const escapes: ReadonlyMap<number, readonly [number, number]> = new Map([
  [BEGIN, [0xa6, 0x02]],
  [0xa6, [0xa6, 0x01]],
  [END, [0x5b, 0x02]],
  [0x5b, [0x5b, 0x01]],
]);
/** No answer of a controller is longer; a device that talks on and on is none. */
const MOST = 4096;

/** CRC-16/ARC: x¹⁶ + x¹⁵ + x² + 1, lowest bit first, from 0. */
export function crc16(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** A packet (its header and data) as it goes over the wire. */
export function wrap(packet: Uint8Array): Uint8Array<ArrayBuffer> {
  const crc = crc16(packet);
  const bytes: number[] = Array<number>(BEGIN_COUNT).fill(BEGIN);
  for (const byte of [...packet, crc & 0xff, crc >> 8]) bytes.push(...(escapes.get(byte) ?? [byte]));
  return Uint8Array.of(...bytes, END);
}

/** Reads packets out of a stream, in pieces of any size. What is not whole or has a wrong CRC is left out. */
export class Unwrapper {
  #bytes: number[] | null = null;
  /** The first byte of an escape whose second is still to come. */
  #escape = 0;

  /** Takes a piece and answers the packets that end in it, without their CRC. */
  take(piece: Uint8Array): Uint8Array[] {
    const packets: Uint8Array[] = [];
    for (const byte of piece) {
      if (byte === BEGIN) {
        this.#bytes = [];
        this.#escape = 0;
      } else if (this.#bytes === null) continue;
      else if (byte === END) {
        const packet = checked(this.#bytes);
        if (packet && !this.#escape) packets.push(packet);
        this.#bytes = null;
      } else this.#add(byte);
    }
    return packets;
  }

  #add(byte: number): void {
    const bytes = this.#bytes!;
    if (this.#escape) {
      const meant = [...escapes].find(([, [one, other]]) => one === this.#escape && other === byte);
      this.#escape = 0;
      if (!meant || bytes.length >= MOST) this.#bytes = null;
      else bytes.push(meant[0]);
    } else if (byte === 0xa6 || byte === 0x5b) this.#escape = byte;
    else if (bytes.length >= MOST) this.#bytes = null;
    else bytes.push(byte);
  }
}

function checked(bytes: readonly number[]): Uint8Array | null {
  if (bytes.length < 3) return null;
  const packet = Uint8Array.from(bytes.slice(0, -2));
  const crc = crc16(packet);
  return bytes.at(-2) === (crc & 0xff) && bytes.at(-1) === crc >> 8 ? packet : null;
}
