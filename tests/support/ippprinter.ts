import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';

interface Wire {
  serialize(message: object): Buffer;
  parse(bytes: Buffer): { operation: string; id: number; data?: Buffer; [group: string]: unknown };
}
const { serialize, parse } = createRequire(import.meta.url)('@sealsystems/ipp') as Wire;

interface PrintedJob {
  attributes: Record<string, unknown>;
  job: Record<string, unknown>;
  bytes: Buffer;
  state: 'pending' | 'processing' | 'completed' | 'aborted' | 'canceled';
}

/** A printer of a hall as IPP sees it: says how it is, keeps what it was sent, and does its jobs when told to. */
export class IppPrinter {
  state = 'idle';
  reasons: string[] = ['none'];
  formats: string[] = ['application/pdf', 'image/urf'];
  media: string[] = ['iso_a4_210x297mm', 'iso_a3_297x420mm', 'na_letter_8.5x11in'];
  ready: string[] = ['iso_a4_210x297mm'];
  /** The only queue that it has; every other is not found. */
  queue = '/ipp/print';
  /** What it answers in place of IPP. */
  nonsense: string | Buffer | null = null;
  /** What it does with a job as soon as it has it. */
  does: PrintedJob['state'] = 'completed';
  /** Takes what it is sent and hangs up without a word. */
  silent: string | null = null;
  readonly asked: string[] = [];
  readonly jobs: PrintedJob[] = [];
  readonly #server: Server;
  readonly #waiting: { until: () => boolean; go: () => void }[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<IppPrinter> {
    const server = createServer();
    const printer = new IppPrinter(server);
    server.on('request', (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => printer.#reply(request.url ?? '', Buffer.concat(pieces), response));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return printer;
  }

  get address(): { host: string; port: number; path: string } {
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port, path: this.queue };
  }

  /** Waits until it has been asked something that makes this true. */
  when(until: () => boolean): Promise<void> {
    if (until()) return Promise.resolve();
    return new Promise((go) => void this.#waiting.push({ until, go }));
  }

  #reply(url: string, bytes: Buffer, response: ServerResponse): void {
    if (url !== this.queue) {
      response.statusCode = 404;
      response.end('no such page');
      return;
    }
    const answer = this.#answer(bytes);
    response.setHeader('content-type', 'application/ipp');
    if (answer === null) response.destroy();
    else response.end(this.nonsense ?? answer);
    for (const { until, go } of this.#waiting) if (until()) go();
  }

  #answer(bytes: Buffer): Buffer | null {
    const asked = parse(bytes);
    const { operation } = asked;
    this.asked.push(operation);
    const head = (statusCode = 'successful-ok') => ({
      version: '1.1',
      statusCode,
      id: asked.id,
      'operation-attributes-tag': {
        'attributes-charset': 'utf-8',
        'attributes-natural-language': 'en-us',
      },
    });
    const told = asked['operation-attributes-tag'] as Record<string, unknown>;
    if (operation === 'Get-Printer-Attributes')
      return serialize({
        ...head(),
        'printer-attributes-tag': {
          'printer-name': 'HP-2055',
          'printer-info': '东厅打印机',
          'printer-make-and-model': '惠普 LaserJet P2055dn',
          'printer-state': this.state,
          'printer-state-reasons': this.reasons,
          'document-format-supported': this.formats,
          'media-supported': this.media,
          'media-ready': this.ready,
          'color-supported': false,
          'sides-supported': ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
        },
      });
    if (operation === 'Print-Job') {
      const job = (asked['job-attributes-tag'] ?? {}) as Record<string, unknown>;
      this.jobs.push({ attributes: told, job, bytes: asked.data ?? Buffer.alloc(0), state: this.does });
      const state = { 'job-id': this.jobs.length, 'job-state': 'pending' };
      return this.silent === operation ? null : serialize({ ...head(), 'job-attributes-tag': state });
    }
    const job = this.jobs[Number(told['job-id']) - 1];
    if (!job) return serialize(head('client-error-not-found'));
    if (operation === 'Cancel-Job') job.state = 'canceled';
    const state = { 'job-id': Number(told['job-id']), 'job-state': job.state };
    return serialize({ ...head(), 'job-attributes-tag': state });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
