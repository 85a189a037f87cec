import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What a printer answers to `DLE EOT` 1 to 4. */
export const WELL = [0x12, 0x12, 0x12, 0x12] as const;
export const NO_PAPER = [0x1a, 0x32, 0x12, 0x72] as const;
export const COVER_OPEN = [0x1a, 0x16, 0x12, 0x12] as const;
export const PAPER_LOW = [0x12, 0x12, 0x12, 0x1e] as const;
export const CUTTER = [0x1a, 0x52, 0x1a, 0x12] as const;

export interface Behaviour {
  state?: readonly number[];
  /** Answers nothing. */
  mute?: boolean;
  /** Answers every question with this. */
  garbage?: string;
  /** Its state once it has got a slip. */
  after?: readonly number[];
  /** Says nothing of the slip's end. */
  silentEnd?: boolean;
  /** Hangs up when it gets a slip. */
  drops?: boolean;
}

/** A slip printer that is a real TCP server: speaks status bytes and keeps what it was sent. */
export class SlipPrinter {
  behaviour: Behaviour = {};
  /** Bytes of every slip, one for each connection that sent one. */
  readonly slips: Buffer[] = [];
  connections = 0;
  /** Most connections that were open at once. */
  together = 0;
  #open = new Set<Socket>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start(behaviour: Behaviour = {}): Promise<SlipPrinter> {
    const server = createServer({ allowHalfOpen: false }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const printer = new SlipPrinter(server);
    printer.behaviour = behaviour;
    return printer;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #serve(socket: Socket): void {
    this.connections++;
    this.#open.add(socket);
    this.together = Math.max(this.together, this.#open.size);
    let slip: Buffer | null = null;
    socket.on('error', () => undefined);
    socket.on('close', () => this.#open.delete(socket));
    socket.on('data', (chunk) => {
      const { state = WELL, after, mute, garbage, silentEnd, drops } = this.behaviour;
      // A question comes in a packet of its own; anything else is a slip.
      if (chunk.length === 3 && chunk[0] === 0x10 && chunk[1] === 0x04) {
        if (mute) return;
        const now = slip && after ? after : state;
        socket.write(garbage === undefined ? Buffer.of(now[chunk[2]! - 1]!) : garbage);
        return;
      }
      if (drops) return void socket.resetAndDestroy();
      if (slip === null) this.slips.push((slip = Buffer.alloc(0)));
      slip = Buffer.concat([slip, chunk]);
      this.slips[this.slips.length - 1] = slip;
      if (!mute && !silentEnd && slip.subarray(-3).equals(Buffer.of(0x1d, 0x72, 1)))
        socket.write(Buffer.of(0x00));
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/** Dots of a slip as they would stand on the paper: pictures (`GS v 0`) one under the other. */
export interface Paper {
  width: number;
  height: number;
  /** One byte for each dot, 1 is black. */
  dots: Uint8Array;
}

/** The words and pictures of a slip, read as a printer reads its bytes. Throws on a command that it does not know. */
export function readSlip(bytes: Buffer): { text: string[]; sizes: number[]; paper: Paper; cut: boolean } {
  const decoder = new TextDecoder('gb18030');
  const text: string[] = [];
  const sizes: number[] = [];
  const rows: Uint8Array[] = [];
  let width = 0;
  let cut = false;
  let line: number[] = [];
  let size = 0;
  const skip: Record<string, number> = { '1b40': 2, '1c2e': 2, '1c26': 2 };
  const withOne = ['1b4d', '1b61', '1b45', '1b4a', '1d56'];
  for (let at = 0; at < bytes.length;) {
    const code = bytes.subarray(at, at + 2).toString('hex');
    if (skip[code]) at += skip[code];
    else if (code === '1d21') {
      size = (bytes[at + 2]! & 7) + 1;
      at += 3;
    } else if (withOne.includes(code)) {
      if (code === '1d56') cut = true;
      at += 3;
    } else if (code === '1d72') at += 3;
    else if (code === '1d76') {
      const stride = bytes.readUInt16LE(at + 4);
      const height = bytes.readUInt16LE(at + 6);
      width = stride * 8;
      for (let row = 0; row < height; row++) {
        const dots = new Uint8Array(width);
        for (let x = 0; x < width; x++)
          dots[x] = (bytes[at + 8 + row * stride + (x >> 3)]! >> (7 - (x & 7))) & 1;
        rows.push(dots);
      }
      at += 8 + stride * height;
    } else if (bytes[at] === 0x0a) {
      if (line.length) {
        text.push(decoder.decode(Uint8Array.from(line)));
        sizes.push(size);
      }
      line = [];
      at++;
    } else if (bytes[at]! < 0x20) {
      throw new Error(`no printer knows ${code} at ${at}`);
    } else {
      line.push(bytes[at]!);
      at++;
    }
  }
  const dots = new Uint8Array(width * rows.length);
  rows.forEach((row, y) => dots.set(row, y * width));
  return { text, sizes, paper: { width, height: rows.length, dots }, cut };
}

/** A picture of dots as a portable greyscale map with white around it, which every reader of QR codes takes. */
export function toPgm({ width, height, dots }: Paper, margin = 32): Buffer {
  const [across, down] = [width + 2 * margin, height + 2 * margin];
  const grey = Buffer.alloc(across * down, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (dots[y * width + x]) grey[(y + margin) * across + x + margin] = 0;
  return Buffer.concat([Buffer.from(`P5\n${across} ${down}\n255\n`), grey]);
}
