import type { Controller } from '../../../content/model/scene.ts';

/** Numbers of the maker's kinds of controller (manual, section 4). */
export const deviceTypes = {
  '5E1': 0x0154,
  '5E2': 0x0254,
  '5E3': 0x0354,
  '5Q0+': 0x1056,
  '5Q1+': 0x1156,
  '5Q2+': 0x1256,
} as const satisfies Record<Controller['model'], number>;

const HEADER = 16;
const FROM_PC = 0x8000;
const DYNAMIC_AREAS = 0xf0;

/** What a request asks of which screen. */
export interface Request {
  /** Number of the screen; 0xfffe for whichever hears. */
  to: number;
  device: number;
  group: number;
  command: number;
  /** Behind group and command. */
  data: Uint8Array;
}

/** A request as a packet: header, "an answer is wanted", group, command, data. All numbers have the low byte first. */
export function packRequest({ to, device, group, command, data }: Request): Uint8Array<ArrayBuffer> {
  const packet = new Uint8Array(HEADER + 3 + data.length);
  const view = new DataView(packet.buffer);
  view.setUint16(0, to, true);
  view.setUint16(2, FROM_PC, true);
  view.setUint8(4, DYNAMIC_AREAS);
  view.setUint16(6, device, true);
  view.setUint32(12, 3 + data.length, true);
  packet.set([1, group, command], HEADER);
  packet.set(data, HEADER + 3);
  return packet;
}

/** What a controller answers. `error` 0 is none; the others stand in the manual, section 5.2.2. */
export interface Answer {
  group: number;
  command: number;
  error: number;
}

/** Reads a controller's answer; null for a packet that is none. */
export function readAnswer(packet: Uint8Array): Answer | null {
  if (packet.length < HEADER + 9) return null;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const refused = view.getUint16(HEADER + 3, true) & 1;
  const error = view.getUint16(HEADER + 5, true);
  return {
    group: view.getUint8(HEADER + 1),
    command: view.getUint8(HEADER + 2),
    // A refusal without a number is a refusal all the same.
    error: refused && error === 0 ? 0xffff : error,
  };
}

/** The answer that says "done". */
export const isDone = ({ group, command, error }: Answer): boolean =>
  group === 0xa0 && command === 0 && error === 0;

/** "Is anybody there?", to whichever controller hears (manual, section 5.5.1). */
export const pingRequest = (): Uint8Array<ArrayBuffer> =>
  packRequest({ to: 0xfffe, device: 0xfffe, group: 0xa2, command: 0, data: new Uint8Array(2) });
