import type { Ink } from '../../../content/led/dots.ts';
import type { Frame } from '../../../content/led/frame.ts';
import type { Controller } from '../../../content/model/scene.ts';
import { deviceTypes, packRequest } from './packet.ts';

const STILL = 0x01;
/** Runs on with the last page: a sign whose hub is gone goes on saying what it said. */
const STAY = 1;
/** Stops the controller's own programmes, which are the vendor's greeting more often than not. */
const ALONE = 1;
const PICTURES = 0x10;
/** Bytes of a page before its dots, without its own length. */
const PAGE_HEAD = 13;
/** How long the page stands before it is "shown again", in 10 ms. */
const STAND = 1000;

/**
 * The request that puts a frame on the whole of a sign as dynamic area 0 (manual, section 5.4.1): one still page,
 * which the controller keeps until the next, or until its power fails.
 */
export function packArea(
  frame: Frame,
  ink: Ink,
  { model, double, address }: Controller,
): Uint8Array<ArrayBuffer> {
  const dots = model.startsWith('5Q') ? encodeColour(frame, ink) : encodeDots(frame, double ? ink : null);
  const page = join(
    u32(PAGE_HEAD + dots.length),
    // style, how it comes, how it goes, speed
    [0, STILL, 0, 0],
    u16(STAND),
    // times, then the width that matters to moving pages
    [1],
    u16(frame.width),
    [0, 0, 0, 0],
    dots,
  );
  const area = join(
    [0, STAY],
    u16(0), // no limit in time
    [0],
    u16(0), // bound to no programme
    [ALONE, 0, 0, 0, 0, PICTURES],
    u16(0),
    u16(0),
    u16(frame.width),
    u16(frame.height),
    [0], // no border
    u16(1),
    page,
  );
  const data = join([0, 0], u32(area.length), area);
  return packRequest({ to: address, device: deviceTypes[model], group: 0xa7, command: 0, data });
}

/**
 * Dots of the 5E series (manual, appendix 2.1): row by row, eight dots a byte from the highest bit, 0 lit. With two
 * colours each byte of red is followed by one of green; dots past the edge are dark.
 */
export function encodeDots(frame: Frame, ink: Ink | null): Uint8Array {
  const { width, height, stride, rows } = frame;
  const colours = ink ? [(ink[0] ?? 0) > 0x60, (ink[1] ?? 0) > 0x60] : [true];
  const bytes = new Uint8Array(stride * height * colours.length);
  const last = (0xff >> ((width - 1) % 8)) >> 1;
  for (let at = 0; at < stride * height; at++) {
    const past = at % stride === stride - 1 ? last : 0;
    const dark = ~(rows[at] ?? 0) | past;
    colours.forEach((lit, place) => (bytes[at * colours.length + place] = lit ? dark : 0xff));
  }
  return bytes;
}

/** Dots of the 5Q series (appendix 2.2): two bytes each, five bits of red, six of green, five of blue. */
export function encodeColour(frame: Frame, [red, green, blue]: Ink): Uint8Array {
  const { width, height } = frame;
  const lit = ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);
  const bytes = new Uint8Array(width * height * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < width * height; at++)
    if (frame.lit(at % width, Math.floor(at / width))) view.setUint16(at * 2, lit, true);
  return bytes;
}

const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];

function join(...parts: ArrayLike<number>[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
