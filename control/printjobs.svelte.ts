import type { PrintJobView, SheetInput } from '../content/api.ts';
import type { Reply } from '../content/protocol.ts';
import type { Http } from './http.ts';

const BUSY_MS = 600;
const CALM_MS = 5000;

/** The batches of the hub, asked for while somebody looks. */
export class PrintJobs {
  readonly #http: Http;
  list = $state.raw<readonly PrintJobView[] | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = false;

  constructor(http: Http) {
    this.#http = http;
  }

  open = $derived.by(() => (this.list ?? []).filter(({ is }) => is !== 'done').length);

  /** Asks again and again until the returned function is called. */
  watch(): () => void {
    this.#left = false;
    void this.#ask();
    return () => {
      this.#left = true;
      clearTimeout(this.#timer);
    };
  }

  async start(sheets: readonly SheetInput[]): Promise<Reply<{ id: string }>> {
    const reply = await this.#http.printAll(sheets);
    await this.#ask();
    return reply;
  }

  async steer(id: string, what: 'cancel' | 'retry'): Promise<Reply<object>> {
    const reply = await this.#http.steerJob(id, what);
    await this.#ask();
    return reply;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const reply = await this.#http.printJobs();
    if (reply.ok) this.list = reply.value;
    if (this.#left) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), this.open ? BUSY_MS : CALM_MS);
  }
}
