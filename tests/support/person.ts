import { always } from './hall.ts';
import { PASSWORD, town } from './hub.ts';

export interface Answered<T> {
  status: number;
  body: T;
  cookie: string;
}

/** Somebody who asks a hub over HTTP, as a browser on the same address does. */
export class Person {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  async ask<T = Record<string, unknown>>(path: string, body?: unknown): Promise<Answered<T>> {
    const response = await fetch(this.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set) this.cookie = set;
    const type = response.headers.get('content-type') ?? '';
    const read = type.includes('json')
      ? response.json()
      : type.includes('text')
        ? response.text()
        : response.arrayBuffer();
    return { status: response.status, body: (await read) as T, cookie: this.cookie };
  }

  /** As `ask`, but anything else than 200 is an error. */
  async must<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T>(path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Whole hubs go by the real clock, so their hall is open whenever the tests run. Sets a town of `qianjiang` up and is its admin from then on. */
  async setUp(code: string): Promise<void> {
    const admin = { name: 'admin', displayName: '陈静', password: PASSWORD };
    await this.must('/api/setup', { code, ...town, hours: always, admin });
  }

  /** Adds a clerk with PASSWORD and signs in as them. */
  async addClerk(name: string, displayName: string): Promise<Person> {
    await this.must('/api/accounts', {
      name,
      displayName,
      roles: ['clerk'],
      password: PASSWORD,
      disabled: false,
    });
    const clerk = new Person(this.url);
    await clerk.must('/api/sign-in', { name, password: PASSWORD });
    return clerk;
  }

  async pair(code: string, name: string, scene: object): Promise<string> {
    const { id } = await this.must<{ id: string }>('/api/screens/pair', {
      code,
      name,
      scene,
      diagonal: 43,
      distance: 6,
      sound: true,
    });
    return id;
  }
}
