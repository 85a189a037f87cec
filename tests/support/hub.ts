import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../content/model/account.ts';
import type { Hello } from '../../content/protocol.ts';
import { startHub, type Hub } from '../../server/hub.ts';
import type { Config } from '../../server/config.ts';
import { Client } from './client.ts';
import { TestClock } from './clock.ts';

/** A made-up town under the standard `qianjiang`. */
export const town = {
  standard: 'qianjiang',
  placeKind: 'town' as const,
  place: { county: '青溪县', town: '白石镇' },
  hours: {
    weekdays: [1, 2, 3, 4, 5],
    spans: [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:00' },
    ],
  },
  complaint: '023-79000001',
  consult: '023-79000000',
};
export const PASSWORD = 'qingxi-白石-7788';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
  /** `mingting=…` of a set cookie, to be sent back. */
  cookie: string;
}

export interface RequestOptions {
  method?: string;
  body?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
}

/** A whole hub on a free port with a folder of its own and a clock that the test moves. */
export class TestHub {
  readonly clock = new TestClock();
  readonly folder: string;
  readonly logged: string[] = [];
  hub!: Hub;
  readonly #clients: Client[] = [];
  readonly #config: Partial<Config>;

  private constructor(folder: string, config: Partial<Config>) {
    this.folder = folder;
    this.#config = config;
  }

  static async start(config: Partial<Config> = {}): Promise<TestHub> {
    const test = new TestHub(await mkdtemp(join(tmpdir(), 'mingting-')), config);
    await test.#open();
    return test;
  }

  async #open(port = 0): Promise<void> {
    const note = (text: string, cause?: unknown) =>
      void this.logged.push(cause === undefined ? text : `${text}: ${String(cause)}`);
    this.hub = await startHub({
      config: {
        port,
        host: '127.0.0.1',
        data: this.folder,
        publicUrl: null,
        browser: null,
        language: 'zh-CN',
        demo: false,
        hooksLoopback: true,
        env: process.env,
        ...this.#config,
      },
      log: { info: note, warn: note, error: note },
      now: this.clock.now,
      heldMs: 50,
    });
  }

  /** Stops the hub and starts another on the same folder and port. */
  async restart(): Promise<void> {
    const { port } = this.hub;
    await this.hub.close();
    await this.#open(port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.hub.port}`;
  }

  async ask<T = Record<string, unknown>>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
    const { method = options.body === undefined ? 'GET' : 'POST', body, cookie, headers = {} } = options;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (json ? JSON.parse(text) : text) as T,
      cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
    };
  }

  /** Sets the hall up as a town of `qianjiang`; its admin is `admin` with PASSWORD. Returns the admin's cookie. */
  async setUp(): Promise<string> {
    const admin = { name: 'admin', displayName: '陈静', password: PASSWORD };
    const answer = await this.ask('/api/setup', {
      body: { code: this.hub.access.setupCode, ...town, admin },
    });
    if (answer.status !== 200) throw new Error(`set-up failed: ${JSON.stringify(answer.body)}`);
    return answer.cookie;
  }

  signIn(name: string, password: string = PASSWORD): Promise<Answer> {
    return this.ask('/api/sign-in', { body: { name, password } });
  }

  /** Adds an account with PASSWORD and signs it in. Returns its cookie. */
  async addAccount(admin: string, name: string, roles: Role[], displayName = `${name}同志`): Promise<string> {
    const body = { name, displayName, roles, password: PASSWORD, disabled: false };
    const saved = await this.ask('/api/accounts', { body, cookie: admin });
    if (saved.status !== 200) throw new Error(`no account: ${JSON.stringify(saved.body)}`);
    return (await this.signIn(name)).cookie;
  }

  /** A display page. */
  display(hello: Partial<Hello> = {}, headers: Record<string, string> = {}): Client {
    return this.#keep(new Client(this.url, { page: 'display', ...hello }, headers));
  }

  /** A panel of whoever the cookie stands for. */
  panel(cookie: string, hello: Partial<Hello> = {}): Client {
    return this.#keep(new Client(this.url, { page: 'control', ...hello }, { cookie }));
  }

  #keep(client: Client): Client {
    this.#clients.push(client);
    return client;
  }

  /** Pairs a fresh display as a hall board. Returns it with its token. */
  async pairBoard(admin: string, name = '大厅主屏'): Promise<{ screen: Client; token: string; id: string }> {
    const screen = this.display();
    const { code } = await screen.next('pairing:offered');
    const body = { code, name, scene: { is: 'board' }, diagonal: 43, distance: 6, sound: true };
    const paired = await this.ask<{ id: string }>('/api/screens/pair', { body, cookie: admin });
    if (paired.status !== 200) throw new Error(`not paired: ${JSON.stringify(paired.body)}`);
    const { token } = await screen.next('pairing:granted');
    await screen.next('state:replaced');
    return { screen, token, id: paired.body.id };
  }

  /** Stops everything and removes the folder. May be called twice. */
  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.hub.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export function startTestHub(config: Partial<Config> = {}): Promise<TestHub> {
  return TestHub.start(config);
}
