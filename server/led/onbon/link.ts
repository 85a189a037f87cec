import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { isPrivate } from '../../../content/slips/address.ts';
import { Unwrapper, wrap } from './frame.ts';
import { isDone, readAnswer, type Answer } from './packet.ts';

/** Milliseconds. */
export interface LinkPatience {
  connect: number;
  answer: number;
}
export const LINK_PATIENCE: LinkPatience = { connect: 3_000, answer: 2_000 };

/** Why a frame is not on the sign: nobody there, no answer, or the controller's own number of an error. */
export class LinkFault extends Error {
  readonly is: 'offline' | 'mute' | 'refused';
  /** The controller's error number where it refused, else 0. */
  readonly error: number;

  constructor(is: LinkFault['is'], error = 0) {
    super(`${is}${error ? ` ${error}` : ''}`);
    this.is = is;
    this.error = error;
  }
}

/** One controller: a connection that is opened when there is something to send, and kept until it fails. */
export class Link {
  readonly #address: { host: string; port: number };
  readonly #patience: LinkPatience;
  #socket: Socket | null = null;
  #answered: ((answer: Answer | null) => void) | null = null;

  constructor(address: { host: string; port: number }, patience: LinkPatience = LINK_PATIENCE) {
    this.#address = address;
    this.#patience = patience;
  }

  /** Sends a request and waits for "done". Throws `LinkFault`. One at a time. */
  async send(packet: Uint8Array): Promise<void> {
    const socket = this.#socket ?? (await this.#open());
    const answer = this.#next();
    socket.write(wrap(packet));
    const heard = await answer;
    if (heard && isDone(heard)) return;
    this.close();
    if (heard) throw new LinkFault('refused', heard.error);
    throw new LinkFault('mute');
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  async #open(): Promise<Socket> {
    // An address that is not private is not called, whatever a record says.
    if (!isPrivate(this.#address.host)) throw new LinkFault('offline');
    const socket = connect({ ...this.#address, noDelay: true });
    socket.setTimeout(this.#patience.connect, () => socket.destroy(new Error('too late')));
    try {
      await once(socket, 'connect');
    } catch {
      socket.destroy();
      throw new LinkFault('offline');
    }
    socket.setTimeout(0);
    const reader = new Unwrapper();
    socket.on('data', (piece: Buffer) => {
      for (const packet of reader.take(piece)) {
        const answer = readAnswer(packet);
        if (answer) this.#answered?.(answer);
      }
    });
    // What is wrong shows as a missing answer.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null;
      this.#answered?.(null);
    });
    this.#socket = socket;
    return socket;
  }

  /** The next answer; null if none comes in time or the line breaks. */
  #next(): Promise<Answer | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answered?.(null), this.#patience.answer);
      this.#answered = (answer) => {
        clearTimeout(timer);
        this.#answered = null;
        resolve(answer);
      };
    });
  }
}
