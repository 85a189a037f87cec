import type { CommandInput, PanelCommand } from '../../content/model/command.ts';
import type { Change, Kept } from '../../content/model/record.ts';
import type { Facts, Hello, Reply, Sent, Snapshot } from '../../content/protocol.ts';
import type { Dial, Wire } from '../../control/hub.svelte.ts';

interface Said {
  event: string;
  word: unknown;
  answer: (reply: Reply<unknown>) => void;
}

/** The hub's end of a panel's line, held by a test: what the page said, and what it is to hear. */
export class FakeWire implements Wire {
  connected = false;
  active = true;
  dialled = 0;
  readonly said: Said[] = [];
  #listeners = new Map<string, (...words: never[]) => void>();
  #hello: () => Hello = () => ({ protocol: 1, page: 'control', language: 'zh-CN' });

  dial: Dial = (hello) => {
    this.#hello = hello;
    return this;
  };

  on(event: string, listener: (...words: never[]) => void): void {
    this.#listeners.set(event, listener);
  }

  emit(event: string, word: unknown, answer: (reply: Reply<unknown>) => void): void {
    this.said.push({ event, word, answer });
  }

  connect(): void {
    this.dialled += 1;
  }

  disconnect(): void {
    this.connected = false;
  }

  /** What the page would say of itself if it connected now. */
  get hello(): Hello {
    return this.#hello();
  }

  hear<E extends keyof Facts>(event: E, ...words: Parameters<Facts[E]>): void {
    (this.#listeners.get(event) as ((...words: unknown[]) => void) | undefined)?.(...words);
  }

  /** The line is up, as socket.io tells it. */
  rise(): void {
    this.connected = true;
    (this.#listeners.get('connect') as (() => void) | undefined)?.();
  }

  /** The line is cut; `active` says whether the socket tries again by itself. */
  cut(active = true): void {
    this.connected = false;
    this.active = active;
    (this.#listeners.get('disconnect') as (() => void) | undefined)?.();
  }

  commands(): { name: string; sent: Sent<unknown> }[] {
    return this.said
      .filter(({ event }) => !event.startsWith('state:'))
      .map(({ event, word }) => ({ name: event, sent: word as Sent<unknown> }));
  }

  last(): Said {
    const said = this.said.at(-1);
    if (!said) throw new Error('the page has said nothing');
    return said;
  }
}

/** The input of a command that the page sent. */
export function inputOf<C extends PanelCommand>(said: { sent: Sent<unknown> }): CommandInput<C> {
  return said.sent.input as CommandInput<C>;
}

export function snapshot(records: Iterable<Kept | Change>, now: number, id = 'li'): Snapshot {
  return {
    mark: { seq: 10, hash: '0123456789ab' },
    now,
    you: {
      is: 'staff',
      id,
      name: id,
      displayName: '李窗口',
      roles: ['clerk'],
      hubUrl: 'http://hub',
      version: 'test',
    },
    records: [...records] as Change[],
  };
}
