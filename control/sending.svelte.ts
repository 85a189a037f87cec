import type { Failure, Reply } from '../content/protocol.ts';
import { refusals, wordRefusal } from '../content/refusals.ts';
import type { Language, RefusalCode } from '../content/refusals.ts';

/** A file on its way into the library. `share` goes from 0 to 1 while it is sent. */
export interface Sent {
  key: number;
  name: string;
  share: number;
  state: 'waiting' | 'sending' | 'working' | 'done' | 'refused';
  words: string;
  id: string | null;
}

/** Sends one file, telling how far it is. `fetch` tells no progress of what goes out. */
export type Send = (file: File, told: (share: number) => void) => Promise<Reply<{ id: string }>>;

export function sendOver(language: Language): Send {
  const fail = (code: RefusalCode): Failure => ({
    ok: false,
    code,
    message: wordRefusal(code, {}, language),
  });
  return (file, told) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      const form = new FormData();
      form.append('file', file, file.name);
      request.open('POST', '/api/media');
      request.setRequestHeader('accept-language', language);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? loaded / total : 0);
      request.onerror = () => done(fail('hub.unreachable'));
      request.onload = () => {
        const answer = request.response as (Partial<Failure> & { id?: string }) | null;
        if (request.status === 200 && answer?.id) done({ ok: true, value: { id: answer.id } });
        else if (answer?.message && answer.code && answer.code in refusals)
          done({ ok: false, code: answer.code, message: answer.message });
        else done(fail('hub.failed'));
      };
      request.send(form);
    });
}

/** Files on their way, one after another; each tells for itself what became of it. */
export class Sending {
  list = $state<Sent[]>([]);
  readonly busy = $derived(this.list.some(({ state }) => state !== 'done' && state !== 'refused'));
  #send: Send;
  #queue: Promise<unknown> = Promise.resolve();
  #last = 0;

  constructor(send: Send) {
    this.#send = send;
  }

  /** Resolves to the ids of those that were taken. */
  add(files: Iterable<File>): Promise<string[]> {
    const sent = [...files].map((file) => {
      const key = ++this.#last;
      this.list.push({ key, name: file.name, share: 0, state: 'waiting', words: '', id: null });
      const done = this.#queue.then(() => this.#run(key, file));
      this.#queue = done;
      return done;
    });
    return Promise.all(sent).then((ids) => ids.filter((id) => id !== null));
  }

  /** Takes away what is done or refused. */
  clear(): void {
    this.list = this.list.filter(({ state }) => state !== 'done' && state !== 'refused');
  }

  async #run(key: number, file: File): Promise<string | null> {
    const one = this.list.find((sent) => sent.key === key);
    if (!one) return null;
    one.state = 'sending';
    const reply = await this.#send(file, (share) => {
      one.share = share;
      if (share >= 1) one.state = 'working';
    });
    one.state = reply.ok ? 'done' : 'refused';
    one.words = reply.ok ? '' : reply.message;
    one.id = reply.ok ? reply.value.id : null;
    return one.id;
  }
}
