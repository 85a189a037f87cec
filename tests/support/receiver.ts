import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came in. */
export interface Message {
  path: string;
  headers: IncomingMessage['headers'];
  text: string;
  event: { id: string; type: string; ticket?: { number: string } };
}

/** How a receiver answers: a status, or in its own way. */
type Manner = number | ((response: ServerResponse, path: string) => void);

/** A business system that is told of events, well or badly behaved as the test says. */
export class Receiver {
  readonly messages: Message[] = [];
  answers: Manner = 204;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    this.messages.push({
      path: request.url ?? '',
      headers: request.headers,
      text,
      event: JSON.parse(text || '{}') as Message['event'],
    });
    if (typeof this.answers === 'number') response.writeHead(this.answers).end();
    else this.answers(response, request.url ?? '');
    for (const wake of this.#waiting) wake();
  }

  /** Waits until `count` messages have come in all. */
  async until(count: number): Promise<Message[]> {
    while (this.messages.length < count)
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    return this.messages;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
