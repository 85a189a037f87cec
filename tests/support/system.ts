import type { KeyRight } from '../../content/model/interface.ts';
import type { Answer, TestHub } from './hub.ts';

export const everything: KeyRight[] = [
  'tickets:read',
  'tickets:issue',
  'tickets:call',
  'ratings:give',
  'alerts',
  'events',
];

/** Another system with a key of its own, as it asks the hub. */
export class System {
  readonly test: TestHub;
  readonly key: string;
  readonly id: string;

  private constructor(test: TestHub, made: { id: string; key: string }) {
    this.test = test;
    this.key = made.key;
    this.id = made.id;
  }

  static async with(
    test: TestHub,
    admin: string,
    rights: KeyRight[] = everything,
    more: { name?: string; windows?: string[] } = {},
  ): Promise<System> {
    const body = { name: `设备${rights.length}`, rights, ...more };
    const made = await test.ask<{ id: string; key: string }>('/api/interfaces/keys', { body, cookie: admin });
    if (made.status !== 200) throw new Error(`no key: ${JSON.stringify(made.body)}`);
    return new System(test, made.body);
  }

  get<T = Record<string, unknown>>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.test.ask<T>(`/api/v1${path}`, { headers: this.#with(headers) });
  }

  post<T = Record<string, unknown>>(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const sent = body === undefined ? {} : { body };
    return this.test.ask<T>(`/api/v1${path}`, { method: 'POST', ...sent, headers: this.#with(headers) });
  }

  #with(headers: Record<string, string>): Record<string, string> {
    return { authorization: `Bearer ${this.key}`, ...headers };
  }
}

/** One event of a stream, as it came. */
export interface Heard {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** A reader of the event stream that keeps what it hears. */
export class Listener {
  readonly heard: Heard[] = [];
  readonly #stop = new AbortController();
  readonly #waiting = new Set<() => void>();
  ended = false;

  static async open(system: System, query = '', lastId?: string): Promise<Listener> {
    const listener = new Listener();
    const response = await fetch(`${system.test.url}/api/v1/events${query}`, {
      signal: listener.#stop.signal,
      headers: {
        authorization: `Bearer ${system.key}`,
        ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
      },
    });
    if (response.status !== 200) throw new Error(`no stream: ${response.status} ${await response.text()}`);
    void listener.#read(response.body!);
    return listener;
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch {
      // Cut off: the reader has what it has.
    }
    this.ended = true;
    for (const wake of this.#waiting) wake();
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')];
      }),
    );
    const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
    if (id === undefined || event === undefined || data === undefined) return;
    this.heard.push({ id, event, data: JSON.parse(data) as Heard['data'] });
    for (const wake of this.#waiting) wake();
  }

  /** Waits until `count` events have come, or until the stream has ended. */
  async until(count: number): Promise<Heard[]> {
    while (this.heard.length < count && !this.ended) await this.#next();
    return this.heard;
  }

  async end(): Promise<void> {
    while (!this.ended) await this.#next();
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }

  close(): void {
    this.#stop.abort();
  }
}
