import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';

interface Wire {
  serialize(message: object): Buffer;
  parse(bytes: Buffer): { operation: string; id: number; data?: Buffer; [group: string]: unknown };
}
const { serialize, parse } = createRequire(import.meta.url)('@sealsystems/ipp') as Wire;

/** A printer of a hall as IPP sees it: says how it is, and keeps what it was sent. */
export class IppPrinter {
  state = 'idle';
  reasons: string[] = ['none'];
  formats: string[] = ['application/pdf', 'image/urf'];
  /** What it answers in place of IPP. */
  nonsense: string | null = null;
  readonly jobs: { attributes: Record<string, unknown>; job: Record<string, unknown>; bytes: Buffer }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<IppPrinter> {
    const server = createServer();
    const printer = new IppPrinter(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        response.setHeader('content-type', 'application/ipp');
        response.end(printer.nonsense ?? printer.#answer(Buffer.concat(pieces)));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return printer;
  }

  get address(): { host: string; port: number; path: string } {
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port, path: '/ipp/print' };
  }

  #answer(bytes: Buffer): Buffer {
    const asked = parse(bytes);
    const head = {
      version: '1.1',
      statusCode: 'successful-ok',
      id: asked.id,
      'operation-attributes-tag': {
        'attributes-charset': 'utf-8',
        'attributes-natural-language': 'en-us',
      },
    };
    if (asked.operation === 'Get-Printer-Attributes')
      return serialize({
        ...head,
        'printer-attributes-tag': {
          'printer-name': '东厅打印机',
          'printer-state': this.state,
          'printer-state-reasons': this.reasons,
          'document-format-supported': this.formats,
          'media-supported': ['iso_a4_210x297mm', 'iso_a3_297x420mm'],
        },
      });
    this.jobs.push({
      attributes: asked['operation-attributes-tag'] as Record<string, unknown>,
      job: (asked['job-attributes-tag'] ?? {}) as Record<string, unknown>,
      bytes: asked.data ?? Buffer.alloc(0),
    });
    return serialize({
      ...head,
      'job-attributes-tag': { 'job-id': this.jobs.length, 'job-state': 'pending' },
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
