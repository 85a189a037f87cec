/** The live line of a ticket's page, as a phone reads it: every event in order. */
export class TicketLine {
  readonly heard: { event: string; data: string }[] = [];
  /** Resolves when the hub ends the line. */
  readonly ended: Promise<void>;
  readonly #abort: AbortController;
  readonly #waiting = new Set<() => void>();
  #read = 0;
  #over = false;

  private constructor(response: Response, abort: AbortController) {
    this.#abort = abort;
    this.ended = this.#listen(response).catch(() => undefined);
  }

  /** Opens the line; throws with the status if the hub refuses it. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<TicketLine> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok) throw new Error(`the hub answered ${response.status}`);
    return new TicketLine(response, abort);
  }

  async #listen(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body!) {
        text += decoder.decode(chunk as Uint8Array, { stream: true });
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        parts.forEach((part) => this.#hear(part));
      }
    } finally {
      this.#over = true;
      for (const wake of this.#waiting) wake();
    }
  }

  #hear(part: string): void {
    const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(part)?.[1];
    const data = field('data');
    if (data === undefined) return;
    this.heard.push({ event: field('event') ?? 'message', data });
    for (const wake of this.#waiting) wake();
  }

  /** The next event of this name. */
  async next(event: string): Promise<string> {
    for (;;) {
      const found = this.heard.findIndex((one, at) => at >= this.#read && one.event === event);
      if (found >= 0) {
        this.#read = found + 1;
        return this.heard[found]!.data;
      }
      if (this.#over) throw new Error(`the line ended without ${event}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
  }

  /** The next words of the page. */
  async words<T = Record<string, string | boolean>>(): Promise<T> {
    return JSON.parse(await this.next('message')) as T;
  }

  close(): void {
    this.#abort.abort();
  }
}
