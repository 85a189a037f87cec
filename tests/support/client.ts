import { io, type Socket } from 'socket.io-client';
import type { CommandInput, CommandResult, PanelCommand } from '../../content/model/command.ts';
import type { Body, Kind } from '../../content/model/record.ts';
import {
  PROTOCOL,
  type Facts,
  type Hello,
  type Mark,
  type Patch,
  type Reply,
  type Snapshot,
} from '../../content/protocol.ts';
import { RecordMap } from '../../content/records.ts';

type Fact = keyof Facts;
type Said<F extends Fact> = Parameters<Facts[F]>[0];

let requests = 0;

/**
 * A page as the hub sees it: keeps every fact it was told, in order, and the records that follow from
 * them. Throws, when asked for records, if a patch did not fit the one before.
 */
export class Client {
  readonly socket: Socket;
  readonly heard: { fact: string; said: unknown }[] = [];
  records = new RecordMap();
  mark: Mark = { seq: -1, hash: '' };
  /** Patches that left a hole or came twice. */
  readonly faults: string[] = [];
  #read = 0;
  readonly #waiting = new Set<() => void>();

  constructor(url: string, hello: Partial<Hello> = {}, headers: Record<string, string> = {}) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL, page: 'display', language: 'zh-CN', ...hello },
      extraHeaders: headers,
    });
    this.socket.onAny((fact: string, said: unknown) => this.#hear(fact, said));
    this.socket.on('disconnect', (reason) => this.#hear('disconnect', reason));
    this.socket.on('connect_error', (error) => this.#hear('connect_error', error.message));
  }

  #hear(fact: string, said: unknown): void {
    if (fact === 'state:replaced') this.#replace(said as Snapshot);
    if (fact === 'state:changed') this.#patch(said as Patch);
    this.heard.push({ fact, said });
    for (const wake of this.#waiting) wake();
  }

  #replace({ mark, records }: Snapshot): void {
    this.records = new RecordMap();
    this.records.apply(records);
    this.mark = mark;
  }

  #patch({ after, mark, changes }: Patch): void {
    if (this.mark.seq !== -1 && after !== this.mark.seq) this.faults.push(`${this.mark.seq} → ${after}`);
    this.records.apply(changes);
    this.mark = mark;
  }

  /** The next fact of this name that has not been read yet; earlier ones of other names are passed over. */
  async next<F extends Fact | 'disconnect' | 'connect_error'>(
    fact: F,
  ): Promise<F extends Fact ? Said<F> : string> {
    for (;;) {
      const found = this.heard.findIndex((one, i) => i >= this.#read && one.fact === fact);
      if (found >= 0) {
        this.#read = found + 1;
        return this.heard[found]!.said as F extends Fact ? Said<F> : string;
      }
      await this.#wait();
    }
  }

  /** Waits until this page has seen commit `seq`. */
  async reach(seq: number): Promise<void> {
    while (this.mark.seq < seq) await this.#wait();
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
    });
  }

  /** Any event, as a page that keeps no rules would send it. */
  ask<T = unknown>(event: string, ...words: unknown[]): Promise<Reply<T>> {
    return new Promise((resolve) => this.socket.emit(event, ...words, resolve));
  }

  give<C extends PanelCommand>(
    command: C,
    input: CommandInput<C>,
    request = `request-${++requests}`,
  ): Promise<Reply<CommandResult<C>>> {
    return this.ask(command, { request, input });
  }

  first<K extends Kind>(kind: K): { id: string; body: Body<K> } {
    for (const kept of this.records.all(kind)) return kept;
    throw new Error(`no ${kind}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}
