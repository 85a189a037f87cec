import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a card was told: a picture as rows of `#` and `.`, with the address that it was meant for. */
export interface Told {
  to: number;
  device: number;
  width: number;
  height: number;
  red: string[];
  green: string[] | null;
}

export type CardManner = 'well' | 'mute' | { error: number };

/**
 * A controller of ONBON's fifth generation as its manual tells of it, with a reader of its own that shares no code
 * with ours: checks lengths and the CRC of every frame, and keeps what it was shown.
 */
export class SignCard {
  readonly told: Told[] = [];
  readonly faults: string[] = [];
  manner: CardManner = 'well';
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #double: boolean;
  #heard: (() => void)[] = [];

  private constructor(server: Server, double: boolean) {
    this.#server = server;
    this.#double = double;
  }

  static async start(double = false, port = 0): Promise<SignCard> {
    const server = createServer();
    const card = new SignCard(server, double);
    server.on('connection', (socket) => card.#serve(socket));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return card;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Resolves when `count` pictures in all have come. */
  async shown(count: number): Promise<Told> {
    while (this.told.length < count) await new Promise<void>((resolve) => this.#heard.push(resolve));
    return this.told[count - 1]!;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
      for (let end = text.indexOf('\x5a'); end >= 0; end = text.indexOf('\x5a')) {
        const frame = text.slice(0, end);
        text = text.slice(end + 1);
        this.#read(frame, socket);
      }
    });
  }

  #read(frame: string, socket: Socket): void {
    if (!frame.startsWith('\xa5'.repeat(8))) this.faults.push('does not begin with eight A5');
    const plain = frame
      .replace(/^\xa5+/, '')
      .replaceAll('\xa6\x02', '\xa5')
      .replaceAll('\x5b\x02', '\x5a')
      .replaceAll('\xa6\x01', '\xa6')
      .replaceAll('\x5b\x01', '\x5b');
    const packet = Buffer.from(plain, 'latin1');
    const body = packet.subarray(0, -2);
    if (arc(body) !== packet.readUInt16LE(packet.length - 2)) return void this.faults.push('CRC');
    if (body.readUInt32LE(12) !== body.length - 16) this.faults.push('length of the data');
    if (body.readUInt16LE(2) !== 0x8000 || body[4] !== 0xf0) this.faults.push('header');
    const data = body.subarray(16);
    if (data[1] === 0xa7 && data[2] === 0) this.#show(body, data.subarray(3));
    if (this.manner !== 'mute') socket.write(answer(this.manner === 'well' ? 0 : this.manner.error));
  }

  #show(head: Buffer, data: Buffer): void {
    const area = data.subarray(6);
    if (data.readUInt32LE(2) !== area.length) this.faults.push('length of the area');
    const programmes = area.readUInt16LE(5);
    // Behind id, mode, timeout, programmes, "at once" and four spare bytes stands the kind of the area.
    const box = area.subarray(7 + 2 * programmes + 5);
    if (box[0] !== 0x10) this.faults.push('kind of area');
    const [width, height] = [box.readUInt16LE(5), box.readUInt16LE(7)];
    if (box[9] !== 0 || box.readUInt16LE(10) !== 1) this.faults.push('border or pages');
    const page = box.subarray(16);
    if (box.readUInt32LE(12) !== page.length) this.faults.push('length of the page');
    const dots = page.subarray(13);
    const colours = this.#double ? 2 : 1;
    const stride = Math.ceil(width / 8);
    if (dots.length !== stride * height * colours) this.faults.push(`dots: ${dots.length}`);
    const picture = (colour: number) =>
      Array.from({ length: height }, (_, y) =>
        Array.from({ length: width }, (_, x) => {
          const byte = dots[(y * stride + Math.floor(x / 8)) * colours + colour] ?? 0xff;
          return (byte >> (7 - (x % 8))) & 1 ? '.' : '#';
        }).join(''),
      );
    this.told.push({
      to: head.readUInt16LE(0),
      device: head.readUInt16LE(6),
      width,
      height,
      red: picture(0),
      green: this.#double ? picture(1) : null,
    });
    for (const heard of this.#heard.splice(0)) heard();
  }
}

/** "Done", or why not (manual, section 5.3). */
function answer(error: number): Buffer {
  const body = Buffer.alloc(25);
  body.writeUInt16LE(0x8000, 0);
  body.writeUInt16LE(1, 2);
  body[4] = 0xf0;
  body.writeUInt32LE(9, 12);
  body[17] = 0xa0;
  body[18] = error ? 1 : 0;
  body.writeUInt16LE(error ? 1 : 0, 19);
  body.writeUInt16LE(error, 21);
  const crc = Buffer.alloc(2);
  crc.writeUInt16LE(arc(body), 0);
  const escaped = [...body, ...crc].flatMap((byte) => {
    if (byte === 0xa5) return [0xa6, 2];
    if (byte === 0xa6) return [0xa6, 1];
    if (byte === 0x5a) return [0x5b, 2];
    return byte === 0x5b ? [0x5b, 1] : [byte];
  });
  return Buffer.from([...Array<number>(8).fill(0xa5), ...escaped, 0x5a]);
}

/** The manual's CRC by a table, as its appendix has it. */
const table = Array.from({ length: 256 }, (_, index) => {
  let entry = index;
  for (let bit = 0; bit < 8; bit++) entry = (entry >>> 1) ^ ((entry & 1) * 0xa001);
  return entry;
});
const arc = (bytes: Buffer): number =>
  bytes.reduce((crc, byte) => (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0), 0);
