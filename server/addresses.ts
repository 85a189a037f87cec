import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** IPv4 addresses of this computer on its networks, without loopback. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address);
}

const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/;

/** Whether a Host header is one that may be written into a page or a policy. */
export function isHost(host: string | undefined): host is string {
  return host !== undefined && host.length <= 260 && HOST.test(host);
}

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

function isLocalName(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return name === 'localhost' || name === '[::1]' || isLoopback(name);
}

/** Under which address others reach the hub, in the eyes of someone who reached it as `host`. */
export class Addresses {
  readonly #publicUrl: string | null;
  readonly #bound: string;
  #port: number;

  constructor(publicUrl: string | null, bound: string, port: number) {
    this.#publicUrl = publicUrl;
    this.#bound = bound;
    this.#port = port;
  }

  /** With port 0 the port is known only once the hub listens. */
  listenAt(port: number): void {
    this.#port = port;
  }

  /** On this very computer. */
  get local(): string {
    const any = this.#bound === '0.0.0.0' || this.#bound === '::' || isLoopback(this.#bound);
    const name = any ? 'localhost' : isIPv6(this.#bound) ? `[${this.#bound}]` : this.#bound;
    return `http://${name}:${this.#port}`;
  }

  /** For other devices: the public address, else one for each network card. */
  get others(): string[] {
    if (this.#publicUrl) return [this.#publicUrl];
    const open = this.#bound === '0.0.0.0' || this.#bound === '::';
    return open ? lanAddresses().map((address) => `http://${address}:${this.#port}`) : [];
  }

  /** For a QR code shown to a phone: a page opened as localhost must not send phones to themselves. */
  forPhones(host?: string): string {
    if (this.#publicUrl) return this.#publicUrl;
    if (isHost(host) && !isLocalName(host)) return `http://${host}`;
    return this.others[0] ?? this.local;
  }

  /** Whether `origin` is a page of this hub, asked for as `host`. */
  isOurs(origin: string, host: string | undefined): boolean {
    if (this.#publicUrl === origin) return true;
    try {
      return new URL(origin).host === host?.toLowerCase();
    } catch {
      return false;
    }
  }

  /** Whether browsers reach us over https, so that the cookie may be kept to it. */
  get secure(): boolean {
    return this.#publicUrl?.startsWith('https:') ?? false;
  }
}
