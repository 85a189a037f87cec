import type { Reply, Sent } from '../content/protocol.ts';

/** A command on its way to the hub, and who waits for the answer. */
export interface Errand {
  name: string;
  sent: Sent<unknown>;
  answer: (reply: Reply<never>) => void;
}

/** Unguessable id of a request. `crypto.randomUUID` is missing on plain http. */
function newRequest(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes that an input takes on the wire. */
export function sizeOf(input: unknown): number {
  return new TextEncoder().encode(JSON.stringify(input)).length;
}

/** Commands that the hub has not answered yet, in the order in which they were given. */
export class Errands {
  #open = new Map<string, Errand>();

  add(name: string, input: unknown, answer: Errand['answer']): Errand {
    const errand: Errand = { name, sent: { request: newRequest(), input }, answer };
    this.#open.set(errand.sent.request, errand);
    return errand;
  }

  all(): Errand[] {
    return [...this.#open.values()];
  }

  /** Passes the first answer on; a second one, to the same request sent again, is dropped. */
  settle(errand: Errand, reply: Reply<never>): void {
    if (this.#open.delete(errand.sent.request)) errand.answer(reply);
  }
}
