import type { Reply, Sent } from '../content/protocol.ts';

type Emit = (event: string, ...words: unknown[]) => unknown;
type Answer = (reply: Reply<never>) => void;

/** Unguessable id of a request. `crypto.randomUUID` is missing on plain http. */
function newRequest(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Commands that the hub has not answered yet, in the order in which they were given. */
export class Errands {
  #open = new Map<string, { name: string; sent: Sent<unknown>; answer: Answer }>();
  #emit: Emit;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** The answer comes when the hub has given it, be it after many a reconnect. */
  give(name: string, input: unknown, connected: boolean): Promise<Reply<never>> {
    return new Promise((answer) => {
      const request = newRequest();
      this.#open.set(request, { name, sent: { request, input }, answer });
      if (connected) this.#send(request);
    });
  }

  /** Sends everything again, with the same request ids: nothing is done twice (W5). */
  resend(): void {
    for (const request of this.#open.keys()) this.#send(request);
  }

  #send(request: string): void {
    const errand = this.#open.get(request);
    if (!errand) return;
    // A second answer, to the same request sent again, is dropped.
    this.#emit(errand.name, errand.sent, (reply: Reply<never>) => {
      if (this.#open.delete(request)) errand.answer(reply);
    });
  }
}
